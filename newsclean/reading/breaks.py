"""Line breaks: where they stood in a page that came on one line, by what stands on both sides of each blank.

A logistic regression over hashed features (Weinberger et al. 2009, "Feature hashing for large scale multitask
learning"), learned from pages that still have their line breaks.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.weights import packed, read_weights, unpacked

BITS = 16
"""Weights there are, as a power of two."""
PART = 32_768
"""Blanks looked at at once, so that memory stays small on endless pages."""
AROUND = 4
"""Words on either side of a blank that are looked at."""
DIGIT = re.compile(r"\d")
MARKS = ".,:;!?…\"'“”„‘’«»()[]‹›"
LOWER, TITLE, UPPER, NUMBER, UNSPACED, UNCASED, SIGN = range(1, 8)
FULL_STOP, QUOTED_STOP = 1, 2
ENDINGS = {
    **dict.fromkeys(".!?…。！？।۔؟", FULL_STOP),
    **dict.fromkeys(",،、，;", 3),
    **dict.fromkeys(":：", 4),
    **dict.fromkeys("\"'“”’»", 5),
    **dict.fromkeys(")]", 6),
}
OPENINGS = {**dict.fromkeys("\"'“„‘«”", 1), **dict.fromkeys("([", 2)}
MIX = np.uint64(0x9E3779B97F4A7C15)

Numbers = NDArray[np.uint64]


def _look(word: str) -> tuple[int, int]:
    """A word as a hash, its marks and case left out and its digits alike; and its shape, below 256."""
    bare = DIGIT.sub("0", word.strip(MARKS).casefold()) or word
    opening, letter = 0, word[0]
    if not letter.isalnum() and len(word) > 1:
        opening = OPENINGS.get(letter, 3)
        letter = next(filter(str.isalnum, word), letter)
    ending = ENDINGS.get(word[-1], 0)
    if ending == 5 and ENDINGS.get(word[-2:-1]) == FULL_STOP:
        ending = QUOTED_STOP
    return zlib.crc32(bare.encode("utf-8", "surrogatepass")), _sort(letter, word) + 8 * opening + 32 * ending


def _sort(letter: str, word: str) -> int:
    """What a word is by its first letter; a word in capitals has three at least."""
    if letter.islower():
        return LOWER
    if letter.isupper():
        return UPPER if len(word) > 2 and word.isupper() else TITLE
    if letter.isdigit():
        return NUMBER
    if letter.isalpha():
        return UNSPACED if letter > "\u2e80" and not "\uac00" <= letter < "\ud7b0" else UNCASED
    return SIGN


class Gaps:
    """The blanks between the words of a text, and what stands around each. Arrays have `AROUND` more entries at
    either end."""

    def __init__(self, words: Sequence[str]) -> None:
        known: dict[str, tuple[int, int]] = {}
        looks = [known.get(word) or known.setdefault(word, _look(word)) for word in words]
        self.count = max(len(words) - 1, 0)
        frame = [(0, 0)] * AROUND
        table = np.array([*frame, *looks, *frame], np.uint64)
        self.key, self.shape = table[:, 0], table[:, 1]
        self.sort, ending = self.shape & np.uint64(31), self.shape >> np.uint64(5)
        self.closes = (ending == FULL_STOP) | (ending == QUOTED_STOP)
        self.since = _steps(self.closes)
        self.until = _steps(self.closes[::-1])[::-1]
        small = np.concatenate(([0], np.cumsum(self.sort & np.uint64(7) == LOWER)))
        at = np.arange(len(self.key))
        self.small_before = small[at] - small[np.maximum(at - 5, 0)]
        self.small_behind = small[np.minimum(at + 6, len(at))] - small[at]
        self.again = self._again()

    @property
    def behind_stop(self) -> NDArray[np.bool_]:
        """bool (gaps,): whether the word before ends a sentence."""
        closes: NDArray[np.bool_] = self.closes[AROUND : AROUND + self.count]
        return closes

    def _again(self) -> Numbers:
        """1 where a word and the two behind it stand elsewhere as well."""
        runs = mixed([self.key[:-2], self.key[1:-1], self.key[2:]])
        _, place, count = np.unique(runs, return_inverse=True, return_counts=True)
        again = np.zeros(len(self.key), np.uint64)
        again[: len(runs)] = count[place] > 1
        return again

    def features(self, start: int, stop: int) -> NDArray[np.uint16]:
        """uint16 (stop - start, features): the numbers of the features of each blank in a range."""

        def near(column: NDArray[np.generic], step: int) -> Numbers:
            """A column of the word `step` words behind the blank, -1 for the one before it."""
            at = AROUND + 1 + step
            return column[start + at : stop + at].astype(np.uint64)

        key, shape, sort = (
            {step: near(column, step) for step in range(-AROUND, AROUND)}
            for column in (self.key, self.shape, self.sort)
        )
        pair = shape[-1] << np.uint64(8) | shape[0]
        since, until = near(self.since, -1), near(self.until, 0)
        small = near(self.small_before, 0) << np.uint64(4) | near(self.small_behind, 0)
        again = sum(near(self.again, step) << np.uint64(step + 3) for step in range(-3, 1))
        rows: list[list[Numbers]] = [
            [key[-1]],
            [key[0]],
            [key[-1], key[0]],
            [key[0], key[1]],
            [key[-2], key[-1]],
            [pair],
            [shape[-2], pair, shape[1]],
            [shape[0], shape[1], shape[2], sort[3]],
            [sort[-4], shape[-3], shape[-2], shape[-1]],
            [since, pair],
            [until, pair],
            [small, pair],
            [np.asarray(again), pair],
            [key[0], shape[-1]],
            [key[-1], shape[0]],
            [since, until, shape[0]],
        ]
        out = np.empty((stop - start, len(rows)), np.uint16)
        for number, row in enumerate(rows):
            out[:, number] = mixed([np.full_like(row[0], number), *row]) >> np.uint64(64 - BITS)
        return out


def mixed(columns: Sequence[Numbers]) -> Numbers:
    """uint64: one hash of the numbers of several columns."""
    hashes = columns[0] + np.uint64(1)
    for column in columns[1:]:
        hashes = (hashes ^ hashes >> np.uint64(29)) * MIX + column
    return (hashes ^ hashes >> np.uint64(32)) * MIX


def _steps(marks: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Words since the last mark, itself 0, in steps that grow."""
    at = np.arange(len(marks))
    since = at - np.maximum.accumulate(np.where(marks, at, -1))
    steps: NDArray[np.int64] = np.minimum(2 * np.log2(since + 1), 12).astype(np.int64)
    return steps


class LineBreaks:
    """What is learned of line breaks. weights: float32 (2 ** BITS,), of the features. bias: log-odds of any blank."""

    def __init__(self, weights: NDArray[np.float32], bias: float) -> None:
        self.weights, self.bias = weights, bias

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> LineBreaks:
        """From the plain data of a weights file.

        Raises:
            ValueError: the weights are not as many as this version has.
        """
        weights = unpacked(data["weights"])
        if len(weights) != 1 << BITS:
            raise ValueError(f"{len(weights)} weights of line breaks; this version has {1 << BITS}")
        return cls(weights, float(data["bias"]))

    def plain(self) -> dict[str, Any]:
        """The plain data of a weights file."""
        return {"weights": packed(self.weights), "bias": round(self.bias, 4)}

    def log_odds(self, gaps: Gaps) -> NDArray[np.float32]:
        """float32 (gaps,): log-odds that a line ended at each blank."""
        parts = [self.weights.take(gaps.features(*part)).sum(1) for part in _parts(gaps.count)]
        return np.concatenate([np.zeros(0, np.float32), *parts]) + np.float32(self.bias)


def _parts(count: int) -> Iterator[tuple[int, int]]:
    return ((at, min(at + PART, count)) for at in range(0, count, PART))


@cache
def line_breaks() -> LineBreaks:
    """What the package has learned of line breaks, read on the first call and kept."""
    return LineBreaks.read(read_weights("breaks"))
