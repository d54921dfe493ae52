"""Presence: is there an article at all? A section front has blurbs that look a little like one, and nothing more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LEAST = 14.0
"""Words, each counted by how sure it is, from which a text may be an article."""
ENOUGH, SHARE = 28.0, 0.35
"""A text of fewer such words must make up this share of the page's words: a lost article is worse than a kept blurb."""
PROSE = 0.75
"""Share of good text from which a page where nothing is sure is a short text that somebody cleaned before."""
ALL = 0.8
"""Share of the page's words from which there is nothing else that the page could be."""


def strength(words: NDArray[np.floating], score: NDArray[np.floating], kept: NDArray[np.bool_]) -> float:
    """Words that are kept, each counted from 0 (its block's chance is a half) to 1 (certain)."""
    return float((np.maximum(2 * score - 1, 0) * words)[kept].sum())


def has_article(words: NDArray[np.floating], score: NDArray[np.floating], kept: NDArray[np.bool_]) -> bool:
    """Whether what is kept is worth calling an article: measured on pages with one and on fronts.

    A page that is all text, however short, has one.
    """
    share = float(words[kept].sum()) / max(float(words.sum()), 1.0)
    value = strength(words, score, kept)
    return value >= ENOUGH or share >= ALL or (value >= LEAST and share >= SHARE)


def present(
    words: NDArray[np.floating],
    score: NDArray[np.floating],
    kept: NDArray[np.bool_],
    balanced: NDArray[np.bool_],
    sure: NDArray[np.bool_],
    prose: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """bool (n,): the blocks that stay, none where there is no article; of a page that is all prose, its prose.

    Whether there is one is asked of what is `sure`, whatever is preferred, so that a preference for precision keeps no
    more than `balanced` and one for recall no less. prose: the blocks of good text.
    """
    if has_article(words, score, sure):
        return kept
    if float(words[prose].sum()) >= PROSE * max(float(words.sum()), 1.0):
        return prose | (kept & ~balanced)
    lost = (kept & ~balanced).any() and has_article(words, score, kept)
    return kept if lost else np.zeros(len(kept), np.bool_)
