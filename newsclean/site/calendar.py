"""Dates in short lines: the names of months, days and units of time, taken out of the lines' code points."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from newsclean.site.polynomial import Hashes, weighed

Codes = NDArray[np.uint8] | NDArray[np.uint16] | NDArray[np.uint32]
"""Code points, one entry each."""

_BUCKETS = 16
"""Highest bits of a word's hash by which nearly all words are told from the calendar's at one look."""
_SMALL = bytes(code if chr(code).isalpha() else 0 for code in range(128)).lower() + bytes(128)
_SMALL_LETTERS = np.frombuffer(_SMALL, np.uint8)


def without_calendar(codes: Codes) -> Codes:
    """The code points without the words of the calendar. A word is a run of ASCII letters and of all other scripts'
    characters; ASCII letters may be capitals."""
    values = _word_values(codes)
    inside = values != 0
    first = inside.copy()
    first[1:] &= ~inside[:-1]
    starts = first.nonzero()[0]
    if not len(starts):
        return codes
    known = _is_calendar(_sums(values, starts))
    if not known.any():
        return codes
    gone = np.zeros(len(codes), bool)
    gone[starts[0] :] = known.repeat(np.concatenate((starts[1:], [len(codes)])) - starts)
    gone &= inside
    return codes.compress(~gone)


def _word_values(codes: Codes) -> Codes:
    """The code points, ASCII letters small, and 0 for what is in no word."""
    if codes.dtype == np.uint8:
        return np.frombuffer(codes.tobytes().translate(_SMALL), np.uint8)
    return np.where(codes < 128, _SMALL_LETTERS.take(codes.astype(np.uint8)), codes)


def _sums(values: Codes, starts: NDArray[np.int64]) -> Hashes:
    """A word's letters, weighed by their places in it; what is no letter is 0."""
    terms, inverses = weighed(values)
    return np.add.reduceat(terms, starts) * inverses[starts]


def _is_calendar(sums: Hashes) -> NDArray[np.bool_]:
    words, buckets = _calendar()
    found: NDArray[np.bool_] = buckets[sums >> np.uint64(64 - _BUCKETS)]
    likely = sums[found]
    found[found] = words.take(words.searchsorted(likely), mode="clip") == likely
    return found


@cache
def _calendar() -> tuple[Hashes, NDArray[np.bool_]]:
    """The words' sums, sorted, and the buckets that hold one of them."""
    text = files("newsclean").joinpath("data/calendar.txt").read_text(encoding="utf-8")
    words = [word for word in text.splitlines() if not word.startswith("#")]
    values = np.array([code for word in words for code in map(ord, word)], np.uint32)
    starts = np.cumsum([0, *map(len, words[:-1])])
    sums = np.unique(_sums(values, starts))
    buckets = np.zeros(1 << _BUCKETS, bool)
    buckets[sums >> np.uint64(64 - _BUCKETS)] = True
    return sums, buckets
