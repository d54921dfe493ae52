"""Label words: what authors write into class, id and the like, with learned log-odds by how near it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.labels import label_tokens
from newsclean.evidence.view import View
from newsclean.scoring.vocabulary import Vocabulary

GROUPS = ((0, 1), (1, 2), (2, 4), (4, 7))
"""Levels above a block whose labels are taken together: its own element, the parent, the next two, the next three."""
NAMES = tuple(f"label_words_{side}_{low}" for low, _ in GROUPS for side in ("lowest", "highest", "mean"))
"""Lowest, highest and mean log-odds of the label words of each group of levels. Above zero speaks for the article."""
CHARS = 400
"""Characters of a label that are looked at."""

SALTS = np.array([0x9E3779B1 * (group + 1) & 0xFFFFFFFF for group in range(len(GROUPS))], np.uint32)
"""What turns a word's hash into its key in each group: the same word says something else at each distance."""
FIRST_LEVELS = [low for low, _ in GROUPS]
GROUP_OF_LEVEL = np.repeat(np.arange(len(GROUPS)), [high - low for low, high in GROUPS])[:, None]
MOST_SEEN = 20_000


@lru_cache(maxsize=8192)
def hashes(label: str) -> tuple[int, ...]:
    """The hashes of a label's words."""
    return tuple(sorted({crc32(token.encode()) for token in label_tokens(label[:CHARS])}))


class KnownLabels:
    """What learned label words say of whole labels. It is kept, as a site's pages share most of their labels."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self._seen: dict[str, bytes] = {}

    def columns(self, view: View) -> NDArray[np.float32]:
        """float32 (len(NAMES), n): see `NAMES`."""
        markup, n = view.doc.markup, view.n
        if markup is None or not n:
            return np.zeros((len(NAMES), n), np.float32)
        said = self._said(markup.labels)  # (4, groups * labels)
        # (levels, n): the label of each ancestor, numbered on from group to group
        place = markup.label.take(markup.ancestors[:, : GROUPS[-1][1]].T) + (GROUP_OF_LEVEL * len(markup.labels))
        around = said.take(place, axis=1)
        extremes = np.maximum.reduceat(around[:2], FIRST_LEVELS, axis=1)
        total, count = np.add.reduceat(around[2:], FIRST_LEVELS, axis=1)
        table = np.empty((len(GROUPS), 3, n), np.float32)
        np.subtract(0, extremes[0], out=table[:, 0])
        table[:, 1] = extremes[1]
        np.divide(total, np.maximum(count, 1), out=table[:, 2])
        return table.reshape(len(NAMES), n)

    def _said(self, labels: Sequence[str]) -> NDArray[np.float32]:
        """float32 (4, groups * labels): the lowest log-odds of a label's words, negated, the highest, sum, number."""
        if len(self._seen) > MOST_SEEN:
            self._seen = {}
        seen = self._seen  # another thread may begin a new one
        new = [label for label in labels if label not in seen]
        if new:
            seen.update(self._look_up(new))
        rows = np.frombuffer(b"".join([seen[label] for label in labels]), np.float32)
        return np.ascontiguousarray(rows.reshape(len(labels), 4 * len(GROUPS)).T).reshape(4, -1)

    def _look_up(self, labels: Sequence[str]) -> dict[str, bytes]:
        """For each label its part of `_said` as bytes, which are quickly put together for a page."""
        hashed = [hashes(label) for label in labels]
        size = np.fromiter(map(len, hashed), np.intp, len(hashed))
        flat = np.fromiter(chain.from_iterable(hashed), np.uint32, int(size.sum()))
        said = np.zeros((4, len(GROUPS), len(labels)), np.float32)
        named = np.flatnonzero(size)
        if len(named):
            first = (np.cumsum(size) - size).take(named)
            log_odds = self.words.look_up(flat ^ SALTS[:, None])
            # log-odds are whole sixteenths, so that sums are exact in any order
            said[0][:, named] = np.maximum.reduceat(np.maximum(-log_odds, 0), first, axis=1)
            said[1][:, named] = np.maximum.reduceat(np.maximum(log_odds, 0), first, axis=1)
            said[2][:, named] = np.add.reduceat(log_odds, first, axis=1)
            said[3][:, named] = np.add.reduceat((log_odds != 0).astype(np.float32), first, axis=1)
        rows = np.ascontiguousarray(said.reshape(-1, len(labels)).T)
        return dict(zip(labels, [row.tobytes() for row in rows], strict=True))
