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
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Integers = NDArray[np.int64]

FOLDING = 1
"""Number of the folding rules and of the hash; part of the memory's file format."""
IDEOGRAPH = 3
"""Letters that one of Chinese, Japanese or Korean counts as: it says as much."""
DATED = 80
"""Characters up to which a line with digits is read as a date line or a counter."""

_BASE = 0x9E3779B97F4A7C15
_FOLDED = 0x20000  # code points above are ideographs and emoji without case or accents
_BATCH = 1 << 16
_CHUNK = 1 << 17
_IDEOGRAPHS = 0x2E80
_NEWLINE = 10
_DATE = np.uint64(0x64617465)  # any line that holds a date and nothing else
_LOWER = bytes(range(256)).lower()
_WORDS = bytes(code if code >= 128 or code == _NEWLINE or chr(code).isalpha() else 32 for code in range(256)).lower()
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha() and code != _NEWLINE)


class Lines(NamedTuple):
    """The lines of a text. hashes: uint64 (n,), 0 for a line without letters.
    letters: int64 (n,), letters counted."""

    hashes: Hashes
    letters: Integers


def hash_texts(texts: Iterable[str]) -> Iterator[Lines]:
    """`hash_lines` of each text, in order; small texts share their numpy calls, which is most of what a page costs."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH:
            yield from _hash_batch(batch)
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    yield from _hash_batch(batch)


def _hash_batch(texts: list[str]) -> Iterator[Lines]:
    lines = hash_lines("".join(texts))
    start = 0
    for text in texts:
        stop = start + text.count("\n")
        yield Lines(lines.hashes[start:stop], lines.letters[start:stop])
        start = stop


def hash_lines(text: str) -> Lines:
    """Every line of `text`, each closed by "\\n", as a hash of its folded letters.

    Equal lines have equal hashes on every machine and in every process, whatever stands around them.
    """
    ascii_text = text.isascii()
    codes = _codes(text)
    lines = _hash_codes(codes, ascii_text)
    ends = np.flatnonzero(codes == _NEWLINE)
    dated = _dated(codes, ends)
    if len(dated):
        starts = np.concatenate(([0], ends[:-1] + 1))
        joined = "".join([text[a : b + 1] for a, b in zip(starts[dated].tolist(), ends[dated].tolist(), strict=True)])
        undated = _hash_plain(_without_calendar(joined))
        bare = (undated.letters == 0) & (lines.letters[dated] > 0)
        lines.hashes[dated] = np.where(bare, _DATE, undated.hashes)
        lines.letters[dated] = np.where(bare, 1, undated.letters)
    return lines


def _hash_plain(text: str) -> Lines:
    """Every line of `text` as the hash of its folded letters, dates and all."""
    return _hash_codes(_codes(text), text.isascii())


def slot_hash(signature: str) -> int:
    """The hash of a slot's signature (its path of tags and classes); it meets no line's hash but by chance."""
    code = signature.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(code, digest_size=8, person=b"slot").digest(), "little")


def _codes(text: str) -> NDArray[np.uint8] | NDArray[np.uint32]:
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    return np.frombuffer(text.encode(f"utf-32-{sys.byteorder[0]}e", "surrogatepass"), np.uint32)


def _hash_codes(codes: NDArray[np.uint8] | NDArray[np.uint32], ascii_text: bool) -> Lines:
    """A polynomial in each line's letters: summed over places in the text, divided by the place of the line's start."""
    if ascii_text:
        letters: NDArray[np.uint8] | NDArray[np.uint32] = np.frombuffer(
            codes.tobytes().translate(_LOWER, _NO_LETTERS), np.uint8
        )
    else:
        letters = _fold(codes)
    ends = np.flatnonzero(letters == _NEWLINE)
    if not len(ends):
        return Lines(np.empty(0, np.uint64), np.empty(0, np.int64))
    starts = np.concatenate(([0], ends[:-1] + 1))
    powers, inverses = _powers(len(letters))
    terms = np.multiply(letters, powers[: len(letters)], dtype=np.uint64)
    # the closing "\n" counts as a letter in every line alike, so no segment of reduceat is ever empty
    sums = np.add.reduceat(terms[: ends[-1] + 1], starts) * inverses[starts]
    count = ends - starts
    if not ascii_text and int(letters.max()) >= _IDEOGRAPHS:
        count = count + (IDEOGRAPH - 1) * np.add.reduceat(
            letters[: ends[-1] + 1] >= _IDEOGRAPHS, starts, dtype=np.int64
        )
    hashes = mix(sums)
    hashes[count == 0] = 0
    return Lines(hashes, count)


def mix(values: Hashes) -> Hashes:
    """The low bits of a polynomial know little of the line; this spreads the high ones over them."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _powers(size: int) -> tuple[Hashes, Hashes]:
    if size <= _CHUNK:
        return _kept_powers()
    return _made_powers(size)  # a giant page: made for this call, not kept


@cache
def _kept_powers() -> tuple[Hashes, Hashes]:
    return _made_powers(_CHUNK)


def _made_powers(size: int) -> tuple[Hashes, Hashes]:
    def row(base: int) -> Hashes:
        factors = np.full(size, base, np.uint64)
        factors[0] = 1
        return np.multiply.accumulate(factors)

    return row(_BASE), row(pow(_BASE, -1, 1 << 64))


def _fold(codes: NDArray[np.uint8] | NDArray[np.uint32]) -> NDArray[np.uint32]:
    folded: NDArray[np.uint32] = _fold_table().take(codes.astype(np.int64), mode="clip")
    if int(codes.max(initial=0)) >= _FOLDED:
        folded = np.where(codes < _FOLDED, folded, codes).astype(np.uint32)
    return folded.compress(folded != 0)


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


def _dated(codes: NDArray[np.uint8] | NDArray[np.uint32], ends: Integers) -> Integers:
    """The indices of the short lines with ASCII digits. ends: int64 (n,), where the lines' closing "\\n" stand."""
    digits = np.flatnonzero((codes - codes.dtype.type(48)) < 10)
    if not len(digits) or not len(ends):
        return np.empty(0, np.int64)
    sizes = np.diff(ends, prepend=-1)
    has = np.zeros(len(ends) + 1, bool)
    has[np.searchsorted(ends, digits)] = True
    return np.flatnonzero(has[:-1] & (sizes <= DATED + 1))


def _without_calendar(text: str) -> str:
    calendar = _calendar()
    words = text.encode("utf-8", "surrogatepass").translate(_WORDS).replace(b"\n", b" | ").split()
    kept = b" ".join([word for word in words if word not in calendar]).replace(b"|", b"\n")
    return kept.decode("utf-8", "surrogatepass")


@cache
def _calendar() -> frozenset[bytes]:
    text = files("newsclean").joinpath("data/calendar.txt").read_text(encoding="utf-8")
    return frozenset(word.encode() for word in text.splitlines() if not word.startswith("#"))
