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

Flat = tuple[NDArray[np.uint32], NDArray[np.int64]]


@lru_cache(maxsize=8192)
def _hashes(label: str) -> tuple[int, ...]:
    return tuple(sorted({crc32(token.encode()) for token in label_tokens(label[:CHARS])}))


def label_keys(view: View) -> Flat:
    """(uint32 keys, slots): every label word around every block; a slot is group * n + block."""
    markup = view.doc.markup
    if markup is None or not view.n:
        return np.zeros(0, np.uint32), np.zeros(0, np.int64)
    used, place = np.unique(markup.label[markup.ancestors[:, : GROUPS[-1][1]]], return_inverse=True)
    place = place.reshape(view.n, -1)
    hashed = [_hashes(markup.labels[number]) for number in used.tolist()]
    size = np.array([len(row) for row in hashed], np.int64)
    start = np.concatenate(([0], np.cumsum(size)))
    flat = np.array([value for row in hashed for value in row], np.uint32)
    keys, slots = [], []
    for group, (low, high) in enumerate(GROUPS):
        for level in range(low, min(high, place.shape[1])):
            label = place[:, level]
            count = size[label]
            at = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(start[label], count)
            keys.append(flat[at] ^ SALTS[group])
            slots.append(np.repeat(np.arange(view.n, dtype=np.int64), count) + group * view.n)
    return np.concatenate(keys), np.concatenate(slots)


def label_table(log_odds: NDArray[np.float32], slots: NDArray[np.int64], n: int) -> NDArray[np.float32]:
    """float32 (len(NAMES), n) from the log-odds of label words and the slots they stand in."""
    size = len(GROUPS) * n
    low, high = np.zeros(size, np.float32), np.zeros(size, np.float32)
    np.minimum.at(low, slots, log_odds)
    np.maximum.at(high, slots, log_odds)
    mean = np.bincount(slots, log_odds, size) / np.maximum(np.bincount(slots, log_odds != 0, size), 1)
    rows = [part.reshape(len(GROUPS), n) for part in (low, high, mean)]
    return np.stack(rows, axis=1).reshape(len(NAMES), n).astype(np.float32)


class KnownLabels:
    """What learned label words say of whole labels. It is kept, as a site's pages share most of their labels."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self._seen: dict[str, bytes] = {}

    def columns(self, view: View) -> NDArray[np.float32]:
        """float32 (len(NAMES), n): the same as `label_table` of the words of `label_keys`."""
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
        hashed = [_hashes(label) for label in labels]
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
