"""Presence: is there an article at all? A section front has blurbs that look a little like one, and nothing more."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Chosen = NDArray[np.bool_]

LEAST = 14.0
"""Strength from which a text may plainly be an article."""
ENOUGH, SHARE = 28.0, 0.35
"""A weaker text must make up this share of the page's words: a lost article is worse than a kept blurb."""
PROSE = 0.75
"""Share of good text from which a page where nothing is sure is a short text that somebody cleaned before."""
ALL = 0.8
"""Share of the page's words from which there is nothing else that the page could be."""
SURE, IN_A_ROW = 0.95, 3
"""Chance of each of some paragraphs in a row, and their number, that are an article whatever stands around them: of 81
written fronts in five kinds of input that are told to be some none has more than two such."""


def strength(words: NDArray[np.floating], score: NDArray[np.floating], chosen: Chosen) -> float:
    """Words that are chosen, each counted from 0 (its block's chance is a half) to 1 (certain)."""
    return float((np.maximum(2 * score - 1, 0) * words)[chosen].sum())


def plainly(words: NDArray[np.floating], score: NDArray[np.floating], chosen: Chosen, worth: float = 1.0) -> bool:
    """Whether the chosen blocks are worth calling an article: measured on pages with one and on fronts.

    A page that is all text, however short, has one. worth: what a word counts for, more than 1 where chances are lower
    than they should be.
    """
    share = float(words[chosen].sum()) / max(float(words.sum()), 1.0)
    value = worth * strength(words, score, chosen)
    return value >= ENOUGH or share >= ALL or (value >= LEAST and worth * share >= SHARE)


def in_a_row(score: NDArray[np.floating], paragraphs: Chosen) -> bool:
    """Whether paragraphs that are all but sure stand in a row: what is said of a story stands between two headlines."""
    sure = paragraphs & (score >= SURE)
    return len(sure) >= IN_A_ROW and bool(sliding_window_view(sure, IN_A_ROW).all(axis=1).any())
