"""Place: where a block stands on the page, to the good text, and to the stretch where good text is densest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column, View, shared


def order(view: View) -> Column:
    """Place among the blocks, 0 to 1."""
    return (view.at / max(view.n - 1, 1)).astype(np.float32)


def depth(view: View) -> Column:
    """Blocks before this one, in logarithm."""
    return np.log1p(np.arange(view.n, dtype=np.float32))


def remaining(view: View) -> Column:
    """Blocks behind this one, in logarithm."""
    return np.log1p(np.arange(view.n, dtype=np.float32))[::-1].copy()


def text_before(view: View) -> Column:
    """Share of the page's good words that stand before the block."""
    total = np.cumsum(view.good_words)
    return ((total - view.good_words) / max(float(total[-1]) if view.n else 0.0, 1.0)).astype(np.float32)


def good_before(view: View) -> Column:
    """Good words before the block, in logarithm."""
    return np.log1p(np.cumsum(view.good_words) - view.good_words).astype(np.float32)


def good_behind(view: View) -> Column:
    """Good words behind the block, in logarithm."""
    return np.log1p(np.cumsum(view.good_words[::-1])[::-1] - view.good_words).astype(np.float32)


def since_good(view: View) -> Column:
    """Blocks since the last good block, in logarithm; 9 where there is none."""
    return _distance(view.good)


def until_good(view: View) -> Column:
    """Blocks until the next good block, in logarithm; 9 where there is none."""
    return _distance(view.good[::-1])[::-1].copy()


def _distance(marks: NDArray[np.bool_]) -> Column:
    n = len(marks)
    at = np.arange(n)
    last = np.maximum.accumulate(np.where(marks, at, -1)) if n else at
    last = np.concatenate(([-1], last[:-1]))[:n]
    return np.where(last < 0, 9, np.log1p(at - last)).astype(np.float32)


def densest(values: NDArray[np.floating]) -> tuple[int, int]:
    """(first, behind the last) of the stretch with the largest sum; (0, 0) where nothing is above zero."""
    if not len(values):
        return 0, 0
    total = np.concatenate(([0.0], np.cumsum(values)))
    low = np.minimum.accumulate(total)
    gain = total - low
    end = int(gain.argmax())
    if gain[end] <= 0:
        return 0, 0
    return int(np.flatnonzero(total[: end + 1] == low[end])[-1]), end


@shared
def stretch(view: View) -> tuple[int, int]:
    """The page's densest stretch of good text: each good block counts its words, each other block costs some."""
    return densest(np.where(view.good, np.minimum(view.words, 80), -6.0 - 0.2 * np.minimum(view.words, 40)))


def in_stretch(view: View) -> Column:
    """Place to the densest stretch of good text: below 0 before it, 0 to 1 in it, above 1 behind; in logarithm."""
    first, end = stretch(view)
    at = view.at
    inside = (at - first) / max(end - first, 1)
    before, behind = -np.log1p(np.maximum(first - at, 0)), 1 + np.log1p(np.maximum(at - end + 1, 0))
    return np.where(at < first, before, np.where(at >= end, behind, inside)).astype(np.float32)


def good_to_stretch(view: View) -> Column:
    """Good words between the block and the densest stretch, in logarithm; 0 inside."""
    first, end = stretch(view)
    total = np.concatenate(([0.0], np.cumsum(view.good_words)))
    at = view.at
    before, behind = total[first] - total[np.minimum(at + 1, first)], total[np.maximum(at, end)] - total[end]
    return np.log1p(np.maximum(before, 0) * (at < first) + np.maximum(behind, 0) * (at >= end)).astype(np.float32)


def poor_to_stretch(view: View) -> Column:
    """Blocks that are no good text between the block and the densest stretch, in logarithm; 0 inside."""
    first, end = stretch(view)
    total = np.concatenate(([0], np.cumsum(~view.good)))
    at = view.at
    before, behind = total[first] - total[np.minimum(at + 1, first)], total[np.maximum(at, end)] - total[end]
    return np.log1p(np.maximum(before, 0) * (at < first) + np.maximum(behind, 0) * (at >= end)).astype(np.float32)


def density(view: View) -> Column:
    """Good words among all words of the eleven blocks around."""
    return np.asarray(_window(view, view.good_words, 5) / np.maximum(_window(view, view.words, 5), 1), np.float32)


def density_wide(view: View) -> Column:
    """Good words among all words of the 41 blocks around."""
    return np.asarray(_window(view, view.good_words, 20) / np.maximum(_window(view, view.words, 20), 1), np.float32)


def words_around(view: View) -> Column:
    """Mean words of the seven blocks around, in logarithm."""
    return np.log1p(_window(view, view.words, 3) / view.blocks_around(3).astype(np.float32))


def _window(view: View, values: Column, reach: int) -> Column:
    return view.around(values, reach).astype(np.float32)


PLACE = (
    order, depth, remaining, text_before, good_before, good_behind, since_good, until_good, in_stretch, good_to_stretch,
    poor_to_stretch, density, density_wide, words_around,
)  # fmt: skip
