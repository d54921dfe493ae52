"""Label words one by one, as they are learned from; the scorer keeps what they say of whole labels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import View
from newsclean.scoring.label_words import GROUPS, NAMES, SALTS, hashes

Flat = tuple[NDArray[np.uint32], NDArray[np.int64]]


def label_keys(view: View) -> Flat:
    """(uint32 keys, slots): every label word around every block; a slot is group * n + block."""
    markup = view.doc.markup
    if markup is None or not view.n:
        return np.zeros(0, np.uint32), np.zeros(0, np.int64)
    used, place = np.unique(markup.label[markup.ancestors[:, : GROUPS[-1][1]]], return_inverse=True)
    place = place.reshape(view.n, -1)
    hashed = [hashes(markup.labels[number]) for number in used.tolist()]
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
