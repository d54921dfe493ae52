"""Teaser lines: lists of other stories, by headlines that are links and a summary right below each.

In HTML they are lines of one element, as pages laid out by line breaks have them, or a description list's terms.
Alone, a summary reads like an article's sentence.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.shape import question
from newsclean.evidence.view import Column, View
from newsclean.reading.markup import Markup
from newsclean.scoring.story_lines import headlines, linked
from newsclean.scoring.stretches import BEFORE, NONE, liked_before, within

STORIES = 3
"""Stories of a list, at least."""
SUMMARY = 45
"""Words of a summary, at most."""
LABEL = 8
"""Words of the line above a list that calls it something, at most."""


def in_teaser_lines(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks of such lists, and the line above each, where as much of an article stands above them as
    below: an article that is a list of links has more of it below."""
    nothing = within(NONE, NONE, view.n)
    if view.n < 2 * STORIES or not view.doc.links.any():
        return nothing
    story = np.append(_stories(view), False)
    first = np.flatnonzero(story & ~np.concatenate(([False, False], story[:-2])))
    told, liked = [], liked_before(view, score, threshold)
    for start in first.tolist():
        end = start
        while end < view.n and story[end]:
            end += 2
        beside = liked[start], liked[-1] - liked[end]
        if end - start >= 2 * STORIES and beside[0] >= max(BEFORE, beside[1]):
            told.append((start - _is_label(view, start - 1), end))
    ends = np.array(told, np.int32).reshape(-1, 2)
    return within(ends[:, 0], ends[:, 1], view.n) if told else nothing


def _stories(view: View) -> NDArray[np.bool_]:
    """bool (n,): headlines, but for headings and questions, right above a summary."""
    doc = view.doc
    headline = headlines(view) & (doc.heading == 0) & (question(view) == 0)
    summary = (doc.links == 0) & (view.words <= SUMMARY) & (view.sentence_end > 0)
    story: NDArray[np.bool_] = headline & np.append(summary[1:], False)
    return story if doc.markup is None else story & _together(doc.markup)


def _together(markup: Markup) -> NDArray[np.bool_]:
    """bool (n,): blocks that stand in one element with the next, or in the terms of a description list."""
    element, below = markup.element, np.append(markup.element[1:], -1)
    terms = [number for number, tag in enumerate(markup.tags) if tag == "dt"]
    together: NDArray[np.bool_] = (element == below) | (markup.parent[element] == below)
    return together | np.isin(markup.tag[element], terms)


def _is_label(view: View, block: int) -> bool:
    """Whether a block is a line that says what the list below it is."""
    return block >= 0 and bool(view.words[block] <= LABEL and view.sentence_end[block] == 0 and not linked(view)[block])
