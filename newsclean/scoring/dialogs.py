"""Dialogs: what opens over the page and asks for something. Whole sentences in one read like an article's."""

from __future__ import annotations

import numpy as np

from newsclean.evidence.view import Column, View
from newsclean.reading.markup import Within
from newsclean.scoring.scorer import chance, log_odds

LOWERED = 6.0
"""Log-odds that a block of a dialog loses: the likeliest of them go too."""
LEAST, REST = 20, 1 / 3
"""Liked words outside of dialogs from which there is an article that they stand over: so many, and of those inside."""


def outside_dialogs(view: View, score: Column, threshold: float) -> Column:
    """float32 (n,): the chances, lower in `<dialog>` and the roles of dialogs, where the page has an article without.

    A page that shows its article in a dialog is left as it is.
    """
    markup = view.doc.markup
    if markup is None:
        return score
    inside = (markup.within & Within.DIALOG) > 0
    if not inside.any():
        return score
    liked = view.words * (score >= threshold)
    if liked[~inside].sum() < max(LEAST, REST * liked[inside].sum()):
        return score
    return np.where(inside, chance(log_odds(score) - LOWERED), score)
