"""Label words: what authors write into class, id and the like, with learned log-odds by how near it stands."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.labels import label_tokens
from newsclean.evidence.view import View

GROUPS = ((0, 1), (1, 2), (2, 4), (4, 7))
"""Levels above a block whose labels are taken together: its own element, the parent, the next two, the next three."""
NAMES = tuple(f"label_words_{side}_{low}" for low, _ in GROUPS for side in ("lowest", "highest", "mean"))
"""Lowest, highest and mean log-odds of the label words of each group of levels. Above zero speaks for the article."""
CHARS = 400
"""Characters of a label that are looked at."""

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
            keys.append(flat[at] ^ np.uint32(0x9E3779B1 * (group + 1) & 0xFFFFFFFF))
            slots.append(np.repeat(np.arange(view.n, dtype=np.int64), count) + group * view.n)
    return np.concatenate(keys), np.concatenate(slots)


def label_table(odds: NDArray[np.float32], slots: NDArray[np.int64], n: int) -> NDArray[np.float32]:
    """float32 (len(NAMES), n) from the log-odds of label words and the slots they stand in."""
    size = len(GROUPS) * n
    low, high = np.zeros(size, np.float32), np.zeros(size, np.float32)
    np.minimum.at(low, slots, odds)
    np.maximum.at(high, slots, odds)
    mean = np.bincount(slots, odds, size) / np.maximum(np.bincount(slots, odds != 0, size), 1)
    rows = [part.reshape(len(GROUPS), n) for part in (low, high, mean)]
    return np.stack(rows, axis=1).reshape(len(NAMES), n).astype(np.float32)
