"""Labelled stories: a box between paragraphs, or below them, with a label and two other stories or more, each by
headline, date and a sentence or two."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.dates import date_share
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.view import Column, View
from newsclean.scoring.story_lines import MOST_HEADLINE, dated

STORIES = 2
"""Stories below the label, at least: of one, what stands below its date may be the article's next paragraph."""
MOST_LABEL, LEAST_HEADLINE, MOST_BLURB = 8, 2, 60
"""Words of the label, of a headline and of what is said of its story."""
FIGURES, DATED = 4, 0.5
"""Words of a line that is a date by the share of its letters that are figures and months, though a stop may end it."""
TITLE, DATE, BLURB = "TDB"
ORDERS = (TITLE + DATE + BLURB, DATE + TITLE + BLURB, TITLE + BLURB + DATE)


def in_labelled_stories(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): labels that call other stories, and the stories right below, all of them in one order."""
    found = np.zeros(view.n, np.bool_)
    calls = (view.cues[INDEX["also"]] > 0) | (view.cues[INDEX["related"]] > 0)
    label = calls & (view.words <= MOST_LABEL) & (view.sentence_end == 0)
    at = np.flatnonzero(label)
    if not len(at):
        return found
    date = dated(view) | ((view.words <= FIGURES) & (date_share(view) >= DATED))
    kinds = np.full(view.n, " ")
    kinds[(view.sentence_end > 0) & (view.words <= MOST_BLURB)] = BLURB
    kinds[(view.words <= MOST_HEADLINE) & (view.sentence_end == 0) & (view.words >= LEAST_HEADLINE)] = TITLE
    kinds[date] = DATE
    kinds[label] = " "
    page = "".join(kinds.tolist())
    for i in at.tolist():
        order = page[i + 1 : i + 4]
        stories = 0
        while order in ORDERS and page.startswith(order, i + 1 + 3 * stories):
            stories += 1
        if stories >= STORIES:
            found[i : i + 1 + 3 * stories] = True
    return found
