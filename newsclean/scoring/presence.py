"""Presence: is there an article at all? A section front has blurbs that look a little like one, and nothing more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LEAST = 15.0
"""Words, each counted by how sure it is, from which a text may be an article."""
SURE, ENOUGH = 0.9, 75.0
"""A text of fewer such words must hold a block, longer than a label, with at least this chance."""
LABEL_WORDS = 8


def strength(words: NDArray[np.floating], score: NDArray[np.floating], kept: NDArray[np.bool_]) -> float:
    """Words that are kept, each counted from 0 (its block's chance is a half) to 1 (certain)."""
    return float((np.maximum(2 * score - 1, 0) * words)[kept].sum())


def has_article(words: NDArray[np.floating], score: NDArray[np.floating], kept: NDArray[np.bool_]) -> bool:
    """Whether what is kept is worth calling an article: measured on pages with one and on fronts."""
    value = strength(words, score, kept)
    if value >= ENOUGH:
        return True
    return value >= LEAST and bool((score[kept & (words >= LABEL_WORDS)] >= SURE).any())
