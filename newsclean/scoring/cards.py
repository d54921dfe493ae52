"""Cards: links that hold several blocks, as converters write what leads to another story.

A sentence in one reads like an article's.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column, View
from newsclean.reading.document import MARKS
from newsclean.scoring.stretches import BEFORE

CARD = MARKS.index("card")
WORDS = 4
"""Words of a card, or of several in a row, at least: fewer are a link that a converter broke within a sentence."""


def in_cards(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks of a Markdown text that stand in cards, where it has as much of an article without them."""
    marks = view.doc.marks
    inside = np.zeros(view.n, np.bool_) if marks is None else marks[:, CARD] > 0
    if not inside.any():
        return inside
    row = np.cumsum(np.diff(inside, prepend=False))  # odd within cards
    inside &= np.bincount(row, view.words)[row] >= WORDS
    liked = view.words * (score >= threshold)
    return inside & bool(liked[~inside].sum() >= max(BEFORE, liked[inside].sum()))
