"""Labelled or not: whether what a page calls its elements says enough to score its blocks by."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsclean.evidence.view import View
from newsclean.scoring.scorer import Scorer

LEAST = 1.0
"""Strength of a page's labels from which they are believed. On pages whose labels were thinned out the scorer that
learned without them is better up to 1.25, and as good up to 2.5. Of the corpora's blogs one in fifty has less than 1,
of their news hardly any page."""


def strength(view: View, scorer: Scorer) -> float:
    """The log-odds, of either sign, of the strongest known label word above a page's words, in the mean."""
    if scorer.known_labels is None or not view.n:
        return np.inf
    said = np.abs(scorer.known_labels.columns(view)).max(axis=0)
    return float((said * view.words).sum() / max(float(view.words.sum()), 1.0))


def suited(view: View, scorer: Scorer, scorer_of: Callable[[str], Scorer]) -> Scorer:
    """The scorer of a page: another one where it is HTML whose labels say little. scorer_of: gives that of a mode."""
    return scorer if strength(view, scorer) >= LEAST else scorer_of("thin")
