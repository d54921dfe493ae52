"""Common words: which telling words the blocks that stay share, with those before them and with the lines above."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.stems import stems
from newsclean.evidence.sums import running_sums
from newsclean.evidence.view import View

Places = NDArray[np.intp]
Floats = NDArray[np.float64]


class CommonWords:
    """The telling words of a page, by their stems, and in which of the m blocks that stay each of them stands.

    before: float64 (m,), the share of a block's words that stand in one before it.
    """

    def __init__(self, view: View, at: Places) -> None:
        self.at, self.count = at, len(at)
        telling = view.telling
        word = np.unique(stems(view)[telling], return_inverse=True)[1]
        # each word of each block once, word by word, and once more block by block
        self._keys = np.unique(word.astype(np.int64) * view.n + view.tokens.block[telling])
        self._word, block = np.divmod(self._keys, view.n)
        order = np.argsort(block, kind="stable")
        self._of_block, self._edges = self._word[order], np.searchsorted(block[order], np.arange(view.n + 1))
        self._n = view.n
        number = np.full(view.n, -1)
        number[at] = np.arange(self.count)
        stays = number[block] >= 0
        self._stays, self._place = self._word[stays], number[block][stays]
        size = int(word.max(initial=-1)) + 1
        self._first = np.full(size, self.count)
        np.minimum.at(self._first, self._stays, self._place)
        own = np.maximum(np.bincount(self._place, minlength=self.count), 1)
        self.before: Floats = np.bincount(self._place, self._first[self._stays] < self._place, self.count) / own

    def of_lines(self, line: Places, asked: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """float64 (m,) twice: of the words of the line above a block the share that the block has, and the share that
        blocks before it have which stay; 0 where none is asked about. line: int (m,). asked: bool (m,)."""
        told, known = np.zeros(self.count), np.zeros(self.count)
        block = np.flatnonzero(asked)
        size = (self._edges[line[block] + 1] - self._edges[line[block]]).astype(np.intp)
        block, size = block[size > 0], size[size > 0]
        if not len(block):
            return told, known
        opens = np.cumsum(size) - size
        owner = np.repeat(block, size)
        words = self._of_block[np.arange(size.sum()) + np.repeat(self._edges[line[block]] - opens, size)]
        keys = words * self._n + self.at[owner]
        found = self._keys[np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)] == keys
        told[block] = np.add.reduceat(found.astype(np.float64), opens) / size
        stands = np.searchsorted(self.at, line[owner])  # where the line itself stands or would, among what stays
        known[block] = np.add.reduceat((self._first[words] < stands).astype(np.float64), opens) / size
        return told, known

    def shared(self, cut: Places) -> tuple[tuple[Floats, Floats], Floats, Floats]:
        """Of places behind so many blocks: the share of the words below that stand above, and of those above that stand
        below; of the words above, and of those below, the share that two blocks of that side have."""
        opens = np.flatnonzero(np.diff(self._stays, prepend=-1))
        closes = np.append(opens[1:], len(self._stays)) - 1
        several = closes > opens
        first, last = self._place[opens], self._place[closes]
        second, last_but_one = self._place[opens[several] + 1], self._place[closes[several] - 1]

        def below(places: Places) -> Floats:
            """How many words have such a place above each cut."""
            return running_sums(np.bincount(places, minlength=self.count))[cut]

        above, ended = below(first), below(last)
        rest, both = np.maximum(len(opens) - ended, 1), above - ended
        own = np.maximum(above, 1)
        return (both / rest, both / own), below(second) / own, (several.sum() - below(last_but_one)) / rest
