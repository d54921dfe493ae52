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
    total = view.good_sums
    return ((total - view.good_words) / max(float(total[-1]) if view.n else 0.0, 1.0)).astype(np.float32)


def good_before(view: View) -> Column:
    """Good words before the block, in logarithm."""
    return np.log1p(view.good_sums - view.good_words)


def good_behind(view: View) -> Column:
    """Good words behind the block, in logarithm."""
    return np.log1p(np.cumsum(view.good_words[::-1])[::-1] - view.good_words).astype(np.float32)


def since_good(view: View) -> Column:
    """Blocks since the last good block, in logarithm; 9 where there is none."""
    return since(view.good).astype(np.float32)


def until_good(view: View) -> Column:
    """Blocks until the next good block, in logarithm; 9 where there is none."""
    return since(view.good[::-1])[::-1].astype(np.float32)


def since(marks: NDArray[np.bool_]) -> NDArray[np.float64]:
    """float64 (n,): entries since the last mark before each, in logarithm; 9 where there is none."""
    at = np.arange(len(marks))
    last = np.full(len(marks), -1)
    np.copyto(last[1:], at[:-1], where=marks[:-1])
    np.maximum.accumulate(last, out=last)
    distance = np.log1p(at - last)
    distance[last < 0] = 9
    return distance


def back_to(marks: NDArray[np.bool_]) -> Column:
    """float32 (n,): entries from each back to the last mark, its own if it has one, in logarithm; 9 for none."""
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -1)) if len(at) else at
    return np.where(last < 0, 9, np.log1p(at - last)).astype(np.float32)


def signed_log(steps: NDArray[np.number]) -> NDArray[np.float64]:
    """float64: steps in logarithm, each with its sign."""
    logs: NDArray[np.float64] = np.sign(steps) * np.log1p(np.abs(steps))
    return logs


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


def beside(n: int, first: int, end: int) -> NDArray[np.float64]:
    """float64 (n,): place to a stretch of blocks: 0 to 1 in it, below 0 before it, above 1 behind; in logarithm."""
    place = np.arange(-first, n - first) / max(end - first, 1)
    place[:first] = -np.log1p(np.arange(first, 0, -1))
    place[end:] = 1 + np.log1p(np.arange(1, n - end + 1))
    return place


def between(sums: NDArray[np.float64], first: int, end: int) -> NDArray[np.float64]:
    """float64 (…, n): what lies between each block and a stretch, from running sums (…, n + 1); 0 inside."""
    made = np.zeros((*sums.shape[:-1], sums.shape[-1] - 1))
    made[..., :first] = sums[..., first : first + 1] - sums[..., 1 : first + 1]
    made[..., end:] = sums[..., end:-1] - sums[..., end : end + 1]
    return made


def in_stretch(view: View) -> Column:
    """Place to the densest stretch of good text: below 0 before it, 0 to 1 in it, above 1 behind; in logarithm."""
    return beside(view.n, *stretch(view)).astype(np.float32)


def good_to_stretch(view: View) -> Column:
    """Good words between the block and the densest stretch, in logarithm; 0 inside."""
    total = np.zeros(view.n + 1)
    total[1:] = view.good_sums
    return np.log1p(np.maximum(between(total, *stretch(view)), 0)).astype(np.float32)


def poor_to_stretch(view: View) -> Column:
    """Blocks that are no good text between the block and the densest stretch, in logarithm; 0 inside."""
    total = np.zeros(view.n + 1)
    np.cumsum(~view.good, out=total[1:])
    return np.log1p(np.maximum(between(total, *stretch(view)), 0)).astype(np.float32)


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
