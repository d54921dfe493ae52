"""Excerpts: paragraphs behind which a page calls to read on, as fronts begin their stories."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.view import View

BLURB = 8
"""Words of such a paragraph, and of whatever else may be said of a story, at least."""
EXCERPTS, BEGUN, CALL = 3, 0.6, 4
"""Paragraphs that are followed by a call to read on, their share of the words that stay, and the words of a call."""


def excerpts(view: View, kept: NDArray[np.bool_]) -> bool:
    """Whether most paragraphs that stay are followed, or closed, by a call to read on, and the first is."""
    call = view.cues[INDEX["also"]] > 0
    alone = np.append(call & (view.words <= CALL), False)
    long = kept & (view.words >= BLURB)
    begun = long & (alone[1:] | call)
    most = begun.sum() >= EXCERPTS and view.words[begun].sum() >= BEGUN * view.words[kept].sum()
    return bool(most and begun[long.argmax()])  # above a list of beginnings may stand an article in brief
