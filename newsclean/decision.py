"""The decision: which blocks stay, by their chances, the thresholds, and whether there is an article at all."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.repetition import block_hashes
from newsclean.evidence.view import Column, View
from newsclean.scoring.absence import told
from newsclean.scoring.presence import present
from newsclean.scoring.scorer import Scored

REPEATED_WORDS = 12
"""A refrain is shorter; a paragraph of so many words that stands twice was printed twice."""


def once(view: View, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of long blocks that say the same word for word only the likeliest stays."""
    hashes = block_hashes(view)
    long = np.flatnonzero(kept & (view.words >= REPEATED_WORDS))
    order = long[np.lexsort((long, -score[long], hashes[long]))]
    again = order[1:][hashes[order[1:]] == hashes[order[:-1]]]
    if not len(again):
        return kept
    out = kept.copy()
    out[again] = False
    return out


def decide(scored: Scored, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that stay.

    score: float32 (n,), the chances, be they the scorer's own or what else changed them into. threshold: from where on
    a block is kept.
    """
    view = scored.view
    kept, balanced, sure, prose = (
        once(view, score, chosen)
        for chosen in (score >= threshold, score >= scored.balanced, score >= scored.sure, view.good)
    )
    return told(view, present(view.words, score, kept, balanced, sure, prose))
