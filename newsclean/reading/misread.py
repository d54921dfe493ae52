"""Misread text: bytes of some other encoding than UTF-8 that somebody read as Latin-1 ("Òðîëëåéáóñ" for "Троллейбус").

`response.text` again, of a page in Windows-1251, GBK or Shift-JIS. The bytes are what a browser would have found, and
what they say is read; what is given back are the source's own signs, as of other mojibake.
"""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from string import ascii_letters

from newsclean.reading.code_pages import LATIN
from newsclean.reading.mojibake import ASIDE, Mojibake, as_utf8, with_letters

FEWEST, SHARE = 40, 0.6
"""Signs beyond ASCII that a source has at least, and their share of those and the letters of ASCII: of the languages
that Latin-1 was made for none has half as many."""
MOSTLY = 0.6
"""Share of such signs that stand for letters, or for ideographs."""
UNSEEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^<>]{0,20000}>", re.I | re.S)
ALIKE = bytes([*[0] * 0x80, *[2] * 0x40, 0, 0, 1, 1, *[0] * 0x3C])
"""The bytes of UTF-8: 1 for the first of such a sign, 2 for one behind a sign's first, 0 for all others."""
ROW, FEWEST_ROWS = b"\1\2" * 4, 5
"""Such signs that follow each other, and how many rows of them a source has at least."""
C1 = re.compile("[\x80-\x9f]")
FAULTS = 0.01
"""Share of the bytes that may be none of the encoding: HTML has names for some signs."""
READ_AS = ("iso8859-1", "cp1252")
WINDOWS_ONLY = {ord(sign): code for sign, code in LATIN.byte.items() if sign > "\xff"}
HIGH, ASCII_LETTERS = bytes(range(0x80, 0x100)), ascii_letters.encode()
RUN = re.compile(r"[^\x00-\x7f]+[0-~]?")
"""Signs beyond ASCII, and one that may be the last byte of an ideograph."""


def mend_misread(source: str, data: bytes = b"") -> tuple[str, Mojibake | None]:
    """The source with the letters that its bytes stand for, and how; as it is, and None, where it was not misread.

    data: the source in UTF-8, where somebody has it.
    """
    if source.isascii() or not _may_be_misread(source, data or as_utf8(source)):
        return source, None
    as_bytes = source if C1.search(source) else source.translate(WINDOWS_ONLY)  # read as the one, or as the other
    encoding = _encoding(as_bytes.encode("latin-1", "ignore"))
    spans = _letters(as_bytes, encoding) if encoding else []
    if sum(letter.isalpha() for letter, _, _ in spans) < max(FEWEST, MOSTLY * len(spans)) or max(source) >= chr(ASIDE):
        return source, None
    edges = [0, *(edge for _, start, end in spans for edge in (start, end)), len(source)]
    signs = {letter: source[start:end] for letter, start, end in reversed(spans) if letter}  # one for each letter
    letters = {sign: letter for letter, sign in signs.items() if letter != sign and letter < chr(ASIDE)}
    return with_letters([source[start:end] for start, end in pairwise(edges)], letters)


def _may_be_misread(source: str, data: bytes) -> bool:
    """Whether most letters are such signs, tags and code aside. A quick look first: few languages have them in rows."""
    if data.translate(ALIKE).count(ROW) < FEWEST_ROWS:
        return False
    words = (UNSEEN.sub(" ", source) if "<" in source else source).encode("latin-1", "ignore")
    high = _high(words)
    return high >= max(FEWEST, SHARE * (high + len(words) - len(words.translate(None, ASCII_LETTERS))))


def _high(data: bytes) -> int:
    """How many bytes are beyond ASCII."""
    return len(data) - len(data.translate(None, HIGH))


def _encoding(data: bytes) -> str:
    """The encoding of some bytes, as a browser would find it, or "" where it is the one they were read in, or UTF-8."""
    from newsclean.reading.decode import candidates, nearly_utf8  # which take their time to import

    for encoding in () if nearly_utf8(data) else candidates(data):
        try:
            faults = data.decode(encoding, "replace").count("\ufffd")
        except LookupError:
            continue
        if faults <= FAULTS * len(data):
            return "" if codecs.lookup(encoding).name in READ_AS else encoding
    return ""


def _letters(as_bytes: str, encoding: str) -> list[tuple[str, int, int]]:
    """(letter, start, end) of what the signs of a source stand for, each of them a byte; "" where that is nothing."""
    letters: list[tuple[str, int, int]] = []
    decoder = codecs.getincrementaldecoder(encoding)("ignore")
    for run in RUN.finditer(as_bytes):
        decoder.reset()
        start, end = run.span()
        for at in range(start, end):
            letter = decoder.decode(as_bytes[at].encode("latin-1", "ignore"))  # others are HTML's, by their names
            if letter or as_bytes[at] > "\xff":
                if not as_bytes[start : at + 1].isascii():
                    # a byte that stands for nothing is no part of the letter behind it
                    whole = letter.encode(encoding, "ignore") == as_bytes[start : at + 1].encode("latin-1", "ignore")
                    known = len(letter) == 1 and not letter.isascii() and whole
                    letters.append((letter if known else "", start, at + 1))
                start = at + 1
        if not as_bytes[start:end].isascii():
            letters.append(("", start, end))
    return letters
