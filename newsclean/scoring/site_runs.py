"""Runs of new blocks: where a page says what no other page of its site says, in one piece, its article stands."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.place import signed_log
from newsclean.evidence.sums import running_sums
from newsclean.evidence.view import Column

Sums = NDArray[np.float64]
Places = NDArray[np.int64]


class Runs(NamedTuple):
    """The stretches of new and of repeated blocks. Blocks without words break none.

    new: bool (n,), whether a block is part of a new one. start, end: int64 (n,), the first block of a block's stretch
    and one past its last.
    """

    new: NDArray[np.bool_]
    start: Places
    end: Places


def runs_of(repeats: Column, words: Column) -> Runs:
    """The stretches of a page, of one block at least. repeats: float32 (n,), other pages that each block stands on."""
    new = (repeats == 0) | (words == 0)
    cuts = np.flatnonzero(new[1:] != new[:-1]) + 1
    bounds = np.concatenate(([0], cuts, [len(new)]))
    sizes = np.diff(bounds)
    return Runs(new, bounds[:-1].repeat(sizes), bounds[1:].repeat(sizes))


def run_columns(repeats: Column, share: Column, words: Column, score: Column) -> dict[str, NDArray[np.floating]]:
    """What a block's stretch tells, one column a name, one entry a block.

    repeats: on how many other pages of the site each block stands; share: of all of them. score: chances.
    """
    runs = runs_of(repeats, words)
    n, at = len(words), np.arange(len(words))
    mass, liking = running_sums(words * runs.new), running_sums(words * runs.new * score)
    own, liked = mass[runs.end] - mass[runs.start], liking[runs.end] - liking[runs.start]
    best = int(np.argmax(liked * runs.new))
    first, last = int(runs.start[best]), int(runs.end[best]) - 1
    again = repeats > 0
    before = np.maximum.accumulate(np.where(again, at, -1))
    behind = np.minimum.accumulate(np.where(again, at, n)[::-1])[::-1]
    return {
        "run_share": np.where(runs.new, own / max(mass[-1], 1), 0),
        "run_liked_share": np.where(runs.new, liked / max(liking[-1], 1), 0),
        "run_score": np.where(runs.new, liked / np.maximum(own, 1), 0),
        "run_words": np.log1p(own),
        "run_blocks": np.log1p((runs.end - runs.start) * runs.new),
        "run_blocks_before": np.log1p((at - runs.start) * runs.new),
        "run_blocks_behind": np.log1p((runs.end - 1 - at) * runs.new),
        "share_of_repeat_before": np.where(before >= 0, share[np.maximum(before, 0)], 0),
        "share_of_repeat_behind": np.where(behind < n, share[np.minimum(behind, n - 1)], 0),
        "blocks_since_repeat": np.log1p(at - before),
        "blocks_till_repeat": np.log1p(behind - at),
        "from_best_run": signed_log(at - first),
        "from_best_run_end": signed_log(at - last),
        "in_best_run": ((at >= first) & (at <= last)).astype(np.float64),
        "repeats_up_to_best_run": np.log1p(_between(again, first, last)),
        "repeated_words_up_to_best_run": np.log1p(_between(words * again, first, last)),
    }


def _between(values: NDArray[np.generic], first: int, last: int) -> Sums:
    """The sum of the values from a block up to the stretch from `first` to `last`, or back to it; 0 within."""
    sums, at = running_sums(values), np.arange(len(values))
    # sums of numbers that are whole: no difference falls below 0 for want of digits
    return np.where(at < first, sums[first] - sums[at], np.where(at > last, sums[at] - sums[last + 1], 0.0))
