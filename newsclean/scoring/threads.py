"""Threads: what readers wrote below an article, where no label and no element shows it, as extractors hand it on.

They write in whole sentences of what the article is about, so a block alone tells little. A text that goes on, to its
end, as people write to each other does.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.informal import NAMES, addressed, informal, signs_of
from newsclean.evidence.view import Column, View
from newsclean.scoring.trees import Table, Trees

ABOVE = 40
"""Words of the article above them, at least."""
LEAST = 4
"""Blocks that stay, in which there may be an article and others' words on it, at least."""
LAST, TALK = 6, 0.5
"""The last blocks that stay, and the share of them that speaks to somebody, below which nothing more is asked."""
SUREST, LONGEST = 5.5, 100
"""Log-odds of a block and words of it to which it counts."""
MEAN, SURE = 0.9, 20.0
"""Mean log-odds of the blocks of a thread at least, and their sum, a block of w words counted the square root of w
times; the article's own words, read by themselves, are as far below 0."""
LATER = 20
"""Blocks by which it may open later than the sums say: what stands right above comments looks a little like some."""


def thread(view: View, score: Column, kept: NDArray[np.bool_], trees: Trees) -> NDArray[np.bool_]:
    """bool (n,): all blocks from where what stays goes on as comments do; none where it does not, or opens so.

    kept: bool (n,), what stays. trees: what they learned of comments.
    """
    inside = np.zeros(view.n, np.bool_)
    last = np.flatnonzero(kept)[-LAST:]
    if np.count_nonzero(kept) < LEAST or addressed(view)[last].mean() < TALK:
        return inside
    trees.expect(NAMES)
    start = _Text(signs_of(view, score), view.words, kept, trees).thread()
    if start is not None:
        inside[start:] = True
    return inside


class _Text:
    """A text's blocks under the question whether they are comments. signs: float32 (signs, n). words: float32 (n,).
    kept: bool (n,), what stays."""

    def __init__(self, signs: Table, words: Column, kept: NDArray[np.bool_], trees: Trees) -> None:
        self.signs, self.kept, self.trees = signs, kept, trees
        self.words = words * kept
        self.weight = np.sqrt(np.minimum(self.words, LONGEST))

    def thread(self) -> int | None:
        """The block from which on all that stays is a thread; None where there is none.

        Where the sums say that it opens, or a little later: where what stands above, read by itself, is most of an
        article. With the first comment in it that looks less like one.
        """
        behind = np.cumsum(self._odds(0, None)[::-1])[::-1]
        may = self.kept & (np.cumsum(self.words) - self.words >= ABOVE)
        if not may.any() or behind[may].max() < SURE:
            return None
        first = int(np.where(may, behind, -np.inf).argmax())
        openings = (np.flatnonzero(may[first:])[: LATER + 1] + first).tolist()
        above = {at: -self._odds(0, at).sum() for at in openings if self._is_thread(at)}
        start = max(above, key=above.__getitem__, default=0)
        return start if start and above[start] >= MEAN * self.weight[:start].sum() else None

    def _is_thread(self, start: int) -> bool:
        """Whether a part of the text to its end, read by itself, is one."""
        return bool(self._odds(start, None).sum() >= max(SURE, MEAN * self.weight[start:].sum()))

    def _odds(self, low: int, high: int | None) -> NDArray[np.float64]:
        """float64 (blocks,): the weighted log-odds that each block of a part is a comment, the part read by itself."""
        odds = np.clip(self.trees.score(informal(self.signs[:, low:high]))[0], -SUREST, SUREST)
        return odds.astype(np.float64) * self.weight[low:high]
