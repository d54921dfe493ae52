"""Mojibake: UTF-8 that somebody read as Latin-1 or one of Windows' encodings, so that each letter is two to four signs.

`response.text` of a page whose server names no encoding is the usual case. Evidence is worked out of the letters as
they were meant; what is given back are the source's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsclean.reading.code_pages import EASTERN, LATIN, CodePage

QUOTATION_MARK = "â€"
"""How Windows-1252 begins quotation marks, dashes and dots, for which Latin-1 has signs that are not printed."""
NO_WORDS_END = "Â"
"""What a no-break space begins with."""
FEWEST, MOSTLY = 3, 0.25
"""Garbled letters that a source has at least; and how many, of its signs beyond ASCII, where these are eastern."""
ASCII = bytes(range(0x80))
ASIDE = 0x100000
"""Where the characters begin that stand for those which the source has both garbled and not: no page uses them."""
MOST = 0x10000
"""Letters that a source has garbled at most: there are no more of those characters."""


@dataclass(frozen=True, slots=True)
class Mojibake:
    """How a source was mended.

    letters: {ordinal of a letter: the signs that the source has for it}.
    places: int64 (k,), where mended letters end in the mended source, in order.
    shifts: int64 (k + 1,), how many signs more the source has up to before each, and in all.
    """

    letters: Mapping[int, str]
    places: NDArray[np.int64]
    shifts: NDArray[np.int64]

    def printed(self, text: str) -> str:
        """A text of mended letters as the source has it."""
        return text.translate(self.letters)

    def spans(self, mended: NDArray[np.int32]) -> NDArray[np.int64]:
        """Spans in the mended source as spans in the source; those that are -1 stay so."""
        moved: NDArray[np.int64] = mended + self.shifts[self.places.searchsorted(mended, "right")]
        return np.where(mended < 0, mended, moved)


def as_utf8(source: str) -> bytes:
    """The source's bytes in UTF-8, those of lone surrogates too."""
    return source.encode("utf-8", "surrogatepass")


def mend(source: str, data: bytes = b"") -> tuple[str, Mojibake | None]:
    """The source with its letters as they were meant, and how; as it is, and None, where it is no mojibake.

    data: the source in UTF-8, where somebody has it: pages are long.
    """
    for page in _possible(source, data):
        pieces = page.letter_or_sign.split(source)
        signs = pieces[1::2]  # what stands between them is ASCII
        letters = _letters(signs, page)
        # a capital before a no-break space may be just that, but for the one that no word ends in
        found = sum(sign in letters and (sign[0] == NO_WORDS_END or not sign[-1].isspace()) for sign in signs)
        lone = sum(page.byte.get(sign, 0) >= 0xC0 for sign in signs)
        if found >= max(FEWEST, lone) and max(signs)[0] < chr(ASIDE) and len(letters) <= MOST:
            return with_letters(pieces, letters)
    return source, None


def with_letters(pieces: Sequence[str], letters: Mapping[str, str]) -> tuple[str, Mojibake]:
    """A source with letters for signs, and how: of its pieces every second one is a sign, all others are ASCII."""
    # what the source has as it was meant as well stands aside, to be told from the rest; of blanks nothing is left
    printed = {ord(letter): sign for sign, letter in letters.items() if not letter.isspace()}
    aside = {chr(letter): chr(ASIDE + i) for i, letter in enumerate(printed)}
    instead = {**letters, **aside}
    signs, mended = pieces[1::2], list(pieces)
    mended[1::2] = [instead.get(sign) or "".join([aside.get(char, char) for char in sign]) for sign in signs]
    printed.update((ord(mark), letter) for letter, mark in aside.items())
    return "".join(mended), Mojibake(printed, *moved(mended, signs))


def _possible(source: str, data: bytes) -> Iterator[CodePage]:
    """The code pages that a source may have been read as. A quick look: pages are long, and few are garbled."""
    if source.isascii():
        return
    # the signs that are not ASCII, in order: of most pages few
    signs = (data or as_utf8(source)).translate(None, ASCII).decode("utf-8", "surrogatepass")
    if _may_be_latin(source, signs):
        yield LATIN
    for page in EASTERN:
        if _further_bytes(signs.encode(page.encoding, "ignore")) >= max(FEWEST, MOSTLY * len(signs)):
            yield page


def _may_be_latin(source: str, signs: str) -> bool:
    latin = signs.encode("latin-1", "ignore")
    if b"\xe2" in latin and source.count(QUOTATION_MARK) >= FEWEST:
        return True
    # without the ASCII between them signs make no fewer letters: only where they make some all are looked at
    return _further_bytes(latin) >= FEWEST and _further_bytes(source.encode("latin-1", "ignore")) >= FEWEST


def _further_bytes(data: bytes) -> int:
    """Bytes of the letters of UTF-8 in it beyond each one's first."""
    read = data.decode("utf-8", "ignore")
    return len(read.encode()) - len(read)


def _letters(signs: Sequence[str], page: CodePage) -> dict[str, str]:
    """{signs: the letter they are meant for}, one for each letter."""
    found: dict[str, str] = {}
    for sign in sorted(sign for sign in set(signs) if len(sign) > 1):
        letter = bytes([page.byte[char] for char in sign]).decode("utf-8", "ignore")
        if letter and letter < chr(ASIDE):
            found.setdefault(letter, sign)
    return {sign: letter for letter, sign in found.items()}


def moved(pieces: Sequence[str], signs: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """`places` and `shifts` of a mended source's pieces, of which every second one was one of the signs."""
    now = np.fromiter(map(len, pieces), np.int64, len(pieces))
    more = np.fromiter(map(len, signs), np.int64, len(signs)) - now[1::2]
    moves = np.flatnonzero(more)
    return np.cumsum(now)[1::2][moves], np.cumsum(np.concatenate((np.zeros(1, np.int64), more[moves])))
