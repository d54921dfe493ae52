"""Presence: is there an article at all? A section front has blurbs that look a little like one, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.head import headline_held
from newsclean.evidence.view import Column, View
from newsclean.scoring.logistic import logit

Chosen = NDArray[np.bool_]

TRAITS = ("share", "mean", "blocks", "headline", "first_mean", "place", "best", "second_best")
"""Of the blocks that may be an article: their share of the page's words; their mean chance; how many; what share of the
headline's words stands in them; their mean chance by the first look; where the first of them stands. Of the page: the
words of its two strongest blocks, each counted by the block's chance."""
LEAST = 14.0
"""Strength from which a text may plainly be an article."""
ENOUGH, SHARE = 28.0, 0.35
"""A weaker text must make up this share of the page's words: a lost article is worse than a kept blurb."""
PROSE = 0.75
"""Share of good text from which a page where nothing is sure is a short text that somebody cleaned before."""
ALL = 0.8
"""Share of the page's words from which there is nothing else that the page could be."""


def strength(words: NDArray[np.floating], score: NDArray[np.floating], chosen: Chosen) -> float:
    """Words that are chosen, each counted from 0 (its block's chance is a half) to 1 (certain)."""
    return float((np.maximum(2 * score - 1, 0) * words)[chosen].sum())


def traits(view: View, first: Column, score: Column, chosen: Chosen) -> NDArray[np.float64]:
    """float64 (8,): what tells a short article from blurbs; see `TRAITS`.

    first, score: float32 (n,), the chances by the first look and now. chosen: bool (n,), one block at least.
    """
    words, at = view.words.astype(np.float64), np.flatnonzero(chosen)
    own = max(float(words[at].sum()), 1.0)
    strongest = np.log1p(np.sort(np.append(score * words, 0.0))[-2:])
    return np.array(
        [
            own / max(float(words.sum()), 1.0),
            (score * words)[at].sum() / own,
            np.log1p(len(at)),
            headline_held(view, chosen),
            (first * words)[at].sum() / own,
            at[0] / view.n,
            strongest[1],
            strongest[0],
        ]
    )


def plainly(words: NDArray[np.floating], score: NDArray[np.floating], chosen: Chosen, worth: float = 1.0) -> bool:
    """Whether the chosen blocks are worth calling an article: measured on pages with one and on fronts.

    A page that is all text, however short, has one. worth: what a word counts for, more than 1 where chances are lower
    than they should be.
    """
    share = float(words[chosen].sum()) / max(float(words.sum()), 1.0)
    value = worth * strength(words, score, chosen)
    return value >= ENOUGH or share >= ALL or (value >= LEAST and worth * share >= SHARE)


def likely(view: View, first: Column, score: Column, chosen: Chosen, fitted: Mapping[str, Any]) -> bool:
    """Whether the chosen blocks are an article in brief: asked where they are not plainly one, as fitted on pages whose
    article was cut short and on such that lost it. fitted: of the weights file, empty where it has none."""
    if not fitted or not chosen.any():
        return False
    return logit(traits(view, first, score, chosen), fitted) >= float(fitted["least"])
