"""Credited: captions of a text whose credit stands on the line below, where blank lines part paragraphs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import CREDIT
from newsclean.evidence.view import Column, View
from newsclean.reading.document import PARAGRAPH

SHORTEST, PLAIN, LONGEST = 5, 12, 60
"""Words of a caption, and from how many on it need not end as a sentence does: what is shorter may be a sub-heading
above a picture without a caption."""
NAMED, LONGEST_CREDIT = 2, 15
"""Words of a credit: a word ("Image") and the name of somebody at least."""
SURE = 0.9
"""Chance from which a block is a paragraph, below which a picture without a caption stands."""
PARTED = 0.5
"""Share of the blocks which may stay, that have a blank line above them where blank lines part paragraphs."""


def credited(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are captions, by the credit right below, which goes."""
    found = np.zeros(view.n, np.bool_)
    credit = (view.cues[CREDIT] > 0) & (score < threshold) & (view.words >= NAMED) & (view.words <= LONGEST_CREDIT)
    if view.n < 2 or not credit.any():
        return found
    doc, likely = view.doc, score >= threshold
    if (likely & (doc.blanks > 0)).sum() < PARTED * likely.sum():
        return found
    below = credit & (doc.blanks == 0) & (doc.follows == PARAGRAPH)
    told = (view.words >= PLAIN) | ((view.words >= SHORTEST) & (view.sentence_end > 0))
    long = told & (view.words <= LONGEST) & (doc.item == 0) & (doc.heading == 0)
    found[:-1] = below[1:] & (likely & (score < SURE) & long)[:-1]
    return found
