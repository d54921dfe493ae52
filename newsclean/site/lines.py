"""Lines as numbers: what makes two lines the same line, as a 64-bit hash of its letters, for whole pages at once.

Case, accents, digits, punctuation and white space are folded: "12 Comments" and "3 comments:" are one line. In a short
line with digits the names of months, days and units of time go as well: a date line is the same line on every day.
The hashes stand in files: whoever changes the folding raises `FOLDING`, and older files are refused.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.site.calendar import Codes, without_calendar
from newsclean.site.polynomial import Hashes, weighed

Integers = NDArray[np.int64]

FOLDING = 2
"""Number of the folding rules and of the hash; part of the memory's file format."""
IDEOGRAPH = 3
"""Letters that one of Chinese, Japanese or Korean counts as: it says as much."""
DATED = 80
"""Characters up to which a line with digits is read as a date line or a counter."""

_FOLDED = 0x20000  # code points above are ideographs and emoji without case or accents
_BATCH = 1 << 17
_IDEOGRAPHS = 0x2E80
_NEWLINE = 10
_DATE = np.uint64(0x64617465)  # any line that holds a date and nothing else
_LETTERS = bytes(code if chr(code).isalpha() or code == _NEWLINE else 0 for code in range(128)).lower() + bytes(128)
_BITS = np.uint64(30), np.uint64(27), np.uint64(31)
_FACTORS = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
ZERO: Integers = np.zeros(1, np.int64)
NONE: Hashes = np.empty(0, np.uint64)


class Lines(NamedTuple):
    """The lines of a text. hashes: uint64 (n,), 0 for a line without letters.
    letters: int64 (n,), letters counted."""

    hashes: Hashes
    letters: Integers


def hash_texts(texts: Iterable[str]) -> tuple[Lines, Integers]:
    """`hash_lines` of all texts, one after the other; small texts share numpy's calls, which are much of their cost.

    Returns the lines, and int64 (texts + 1,): where among them each text's first stands, and their number.
    """
    found: list[Lines] = []
    bounds = [ZERO]
    for batch in _batches(texts):
        lines, ends = _hash_with_ends("".join(batch))
        bounds.append(ends.searchsorted(np.cumsum([len(text) for text in batch])) + bounds[-1][-1])
        found.append(lines)
    if len(found) == 1:
        return found[0], np.concatenate(bounds)
    hashes, letters = ([lines[column] for lines in found] for column in (0, 1))
    return Lines(np.concatenate([NONE, *hashes]), np.concatenate([ZERO[:0], *letters])), np.concatenate(bounds)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def hash_lines(text: str) -> Lines:
    """Every line of `text`, each closed by "\\n", as a hash of its folded letters.

    Equal lines have equal hashes on every machine and in every process, whatever stands around them.
    """
    return _hash_with_ends(text)[0]


def _hash_with_ends(text: str) -> tuple[Lines, Integers]:
    """The lines, and where in `text` the "\\n" of each stands."""
    codes = _codes(text)
    ends, digits, high = _places(codes)
    lines = _hash_letters(_letters(codes, high))
    dated = _dated(digits, ends)
    if len(dated):
        bare_lines = without_calendar(_lines_of(codes, ends, dated))
        undated = _hash_letters(_letters(bare_lines, (bare_lines >= 128).nonzero()[0]))
        bare = (undated.letters == 0) & (lines.letters[dated] > 0)
        lines.hashes[dated] = np.where(bare, _DATE, undated.hashes)
        lines.letters[dated] = np.where(bare, 1, undated.letters)
    return lines, ends


def slot_hash(name: str) -> int:
    """The hash of a tag or of an element's classes, of which a slot is made; it meets no line's hash but by chance."""
    code = name.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(code, digest_size=8, person=b"slot").digest(), "little")


def _codes(text: str) -> Codes:
    """The code points, one entry each, in the narrowest type that a look at the text tells."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    order = sys.byteorder[0]
    data = text.encode(f"utf-16-{order}e", "surrogatepass")
    if len(data) == 2 * len(text):
        return np.frombuffer(data, np.uint16)
    return np.frombuffer(text.encode(f"utf-32-{order}e", "surrogatepass"), np.uint32)


def _places(codes: Codes) -> tuple[Integers, Integers, Integers]:
    """Where "\\n", ASCII digits and other than ASCII characters stand."""
    # one look finds them all: with these bits turned, letters, the blank and most punctuation come before "0"
    places = ((codes ^ codes.dtype.type(96)) >= ord("0") ^ 96).nonzero()[0]
    found = codes.take(places)
    kinds = found == _NEWLINE, found - found.dtype.type(48) < 10, found >= 128
    ends, digits, high = (places.compress(kind) for kind in kinds)  # a third of what indexing by the mask takes
    return ends, digits, high


def _hash_letters(letters: NDArray[np.uint8] | NDArray[np.uint32]) -> Lines:
    """A polynomial in each line's letters: summed over places in the text, divided by the place of the line's start."""
    ends = (letters == _NEWLINE).nonzero()[0]
    if not len(ends):
        return Lines(np.empty(0, np.uint64), np.empty(0, np.int64))
    starts = np.concatenate((ZERO, ends[:-1] + 1))
    terms, inverses = weighed(letters)
    # the closing "\n" counts as a letter in every line alike, so no segment of reduceat is ever empty
    sums = np.add.reduceat(terms[: ends[-1] + 1], starts) * inverses[starts]
    count = ends - starts
    if letters.dtype != np.uint8 and int(letters.max()) >= _IDEOGRAPHS:
        count = count + (IDEOGRAPH - 1) * np.add.reduceat(
            letters[: ends[-1] + 1] >= _IDEOGRAPHS, starts, dtype=np.int64
        )
    hashes = mix(sums)
    hashes[count == 0] = 0
    return Lines(hashes, count)


def mix(values: Hashes) -> Hashes:
    """The low bits of a polynomial know little of the line; this spreads the high ones over them."""
    values = (values ^ (values >> _BITS[0])) * _FACTORS[0]
    values ^= values >> _BITS[1]
    values *= _FACTORS[1]
    values ^= values >> _BITS[2]
    return values


def _letters(codes: Codes, high: Integers) -> NDArray[np.uint8] | NDArray[np.uint32]:
    """The letters that count, folded, with the lines' closing "\\n". high: where other than ASCII characters stand."""
    if len(high) <= len(codes) // 4:
        folded = _folded(codes.take(high))
        # as in most pages in Latin script: what is rare is folded by itself
        letters = np.frombuffer(bytearray(codes.astype(np.uint8, copy=False)).translate(_LETTERS), np.uint8)
        if int(folded.max(initial=0)) >= 256:
            letters = letters.astype(np.uint32)
        letters[high] = folded
        return letters.compress(letters != 0)
    folded = _folded(codes)
    return folded.compress(folded != 0)


def _folded(codes: Codes) -> NDArray[np.uint32]:
    folded: NDArray[np.uint32] = _fold_table().take(codes.astype(np.int64), mode="clip")
    if codes.dtype == np.uint32 and int(codes.max(initial=0)) >= _FOLDED:
        folded = np.where(codes < _FOLDED, folded, codes).astype(np.uint32)
    return folded


@cache
def _fold_table() -> NDArray[np.uint32]:
    """uint32 (0x20000,): the letter a code point counts as, 0 for what does not count."""
    return np.fromiter((_letter(chr(code)) for code in range(_FOLDED)), np.uint32, _FOLDED)


def _letter(char: str) -> int:
    if char == "\n":
        return _NEWLINE
    if not char.isalpha():
        return 0
    parts = unicodedata.normalize("NFKD", char)
    base, marks = parts[0], parts[1:]
    if all(unicodedata.category(mark)[0] == "M" for mark in marks):
        char = base  # an accent written apart or together is the same letter; Hangul stays whole
    lower = char.lower()
    return ord(lower[0])


def _dated(digits: Integers, ends: Integers) -> Integers:
    """The indices of the short lines with ASCII digits, by where digits and the lines' closing "\\n" stand."""
    if not len(digits) or not len(ends):
        return np.empty(0, np.int64)
    has = np.zeros(len(ends) + 1, bool)
    has[ends.searchsorted(digits)] = True
    has[0] &= ends[0] <= DATED
    has[1:-1] &= ends[1:] - ends[:-1] <= DATED + 1
    return has[:-1].nonzero()[0]


def _lines_of(codes: Codes, ends: Integers, chosen: Integers) -> Codes:
    """The chosen lines alone, one after the other."""
    starts = np.concatenate((ZERO, ends[:-1] + 1))[chosen]
    sizes = ends[chosen] - starts + 1
    before = np.cumsum(sizes) - sizes
    lines: Codes = codes.take(np.arange(sizes.sum()) + (starts - before).repeat(sizes))
    return lines
