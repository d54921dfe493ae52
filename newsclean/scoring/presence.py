"""Presence: is there an article at all? A section front has blurbs that look a little like one, and nothing more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LEAST = 10.0
"""Words, each counted by how sure it is, from which a text is an article."""


def strength(words: NDArray[np.floating], score: NDArray[np.floating], kept: NDArray[np.bool_]) -> float:
    """Words that are kept, each counted from 0 (its block's chance is a half) to 1 (certain)."""
    return float((np.maximum(2 * score - 1, 0) * words)[kept].sum())


def has_article(words: NDArray[np.floating], score: NDArray[np.floating], kept: NDArray[np.bool_]) -> bool:
    """Whether what is kept is worth calling an article."""
    return strength(words, score, kept) >= LEAST
