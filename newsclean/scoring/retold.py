"""Retold: the article once more in one piece, as pages hold it for a voice that reads it or for a printer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.repetition import triples
from newsclean.evidence.view import Column, View

WORDS, SHARE = 400, 0.35
"""Words of such a block, at least, and its share of the words of what may stay."""
SAID = 0.9
"""Share of its runs of three words that stand in the others which may stay."""


def retold(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and say at length what the others say in pieces."""
    found = np.zeros(view.n, np.bool_)
    kept = score >= threshold
    long = kept & (view.words >= WORDS) & (view.words >= SHARE * float(view.words[kept].sum()))
    if not long.any():
        return found
    runs, block = triples(view)
    for i in np.flatnonzero(long)[np.argsort(-view.words[long])].tolist():
        own, others = runs[block == i], runs[(kept & ~found)[block] & (block != i)]
        found[i] = np.isin(own, others).mean() >= SAID if len(own) else False
    return found
