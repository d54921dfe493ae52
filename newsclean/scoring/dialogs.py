"""Dialogs: what opens over the page and asks for something. Whole sentences in one read like an article's."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.head import like_headline
from newsclean.evidence.view import Column, View
from newsclean.reading.markup import Within
from newsclean.scoring.stretches import BEFORE

REST = 1 / 3
"""Liked words outside of dialogs, to those inside, from which there is an article that they stand over."""
ALIKE = 0.5
"""Likeness to the page's title from which a heading says the same."""


def in_dialogs(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks in `<dialog>` and the roles of dialogs, where the page has an article without them.

    A page that shows its article in a dialog is left as it is, and so is a dialog with the page's title over as large a
    part of what is liked: there the rest is comments, or a list that the article opened over.
    """
    markup = view.doc.markup
    inside = np.zeros(view.n, np.bool_) if markup is None else (markup.within & Within.DIALOG) > 0
    if inside.any():
        liked = view.words * (score >= threshold)
        own, others = liked[inside].sum(), liked[~inside].sum()
        titled = (like_headline(view)[inside & (view.doc.heading > 0)] >= ALIKE).any()
        inside &= bool(others >= max(BEFORE, REST * own) and not (titled and own >= REST * others))
    return inside
