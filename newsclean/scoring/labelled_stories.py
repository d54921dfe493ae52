"""Labelled stories: a box between paragraphs, or below them, with a label and two other stories or more, each by
headline, date and a sentence or two; or a list that ends the page's text, with a label and three or more, dated or not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.folding import folded
from newsclean.evidence.lexicon import INDEX, KEYS, TRAILING, WHOLE
from newsclean.evidence.view import Column, View
from newsclean.scoring.story_lines import BLURB, DATE, MOST_HEADLINE, TITLE, list_from, orders, repeated

STORIES = 2
"""Stories below the label, at least: of one, what stands below its date may be the article's next paragraph."""
MOST_LABEL, LEAST_HEADLINE, MOST_BLURB = 8, 2, 60
"""Words of the label, of a headline and of what is said of its story."""
ORDERS = (TITLE + DATE + BLURB, DATE + TITLE + BLURB, TITLE + BLURB + DATE)
LAST = 3
"""Stories that end a text, at least, since a label may stand above an article's last sections, too."""
CALLS_SEVERAL = 4
"""Words of a label, at least, that says nothing of several stories, is no heading and stands right below a paragraph:
"Read also" may point to one story there, below which the text goes on."""
BRIEF = 1.25
"""Sentences of what is said of a story, in the mean, at most, below labels that may point to one story: an article's
sections below such a link have more."""
ABOVE = 2
"""Paragraphs that are liked above the label of such, at least."""


def in_labelled_stories(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): labels that call other stories, and the stories right below, all of them in one order."""
    found = np.zeros(view.n, np.bool_)
    calls = (view.cues[INDEX["also"]] > 0) | (view.cues[INDEX["related"]] > 0)
    label = calls & (view.words <= MOST_LABEL) & (view.sentence_end == 0)
    at = np.flatnonzero(label)
    if not len(at):
        return found
    page = orders(view, LEAST_HEADLINE, MOST_HEADLINE, MOST_BLURB, label)
    paragraph = (score >= threshold) & (view.sentence_end > 0)
    several = (view.cues[INDEX["related"]] > 0) | (view.doc.heading > 0)
    behind = np.concatenate(([False], ~paragraph[:-1]))
    several |= (view.cues[INDEX["also"]] == WHOLE) & ((view.words >= CALLS_SEVERAL) | behind)
    for i in at.tolist():
        order = page[i + 1 : i + 4]
        if order in ORDERS and (stories := repeated(page, order, i + 1)) >= STORIES:
            found[i : i + 1 + 3 * stories] = True
        elif paragraph[:i].sum() >= ABOVE and (end := list_from(page, i + 1, LAST)[1]):
            alone = view.words[i] < CALLS_SEVERAL or view.cues[INDEX["also"]][i] == WHOLE
            lists = several[i] or (alone and _are_brief(view, page, i + 1, end))
            found[i:end] |= lists and not paragraph[end:].any() and not _calls_on(view, i)
    return found


def _are_brief(view: View, page: str, start: int, end: int) -> bool:
    """Whether hardly more than a sentence is said of each story of a list."""
    said = [start + place for place, line in enumerate(page[start:end]) if line == BLURB]
    return bool(said) and bool(view.counts[Class.END][said].mean() <= BRIEF)


def _calls_on(view: View, label: int) -> bool:
    """Whether a label is what the link below an excerpt says ("Learn more"), and no heading, which would be one of what
    stands below it."""
    text, also = folded(view.doc.read_text(label)).rstrip(TRAILING), INDEX["also"]
    closings = (pair for size in KEYS for pair in view.lexicon.end.get(text[-size:], ()))
    calls = any(family == also and text.endswith(phrase) for phrase, family in closings)
    return calls and not view.doc.heading[label]
