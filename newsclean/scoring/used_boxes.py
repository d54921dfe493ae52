"""Used boxes: what a page sets among an article's paragraphs to be used and not read: votes, players, prompts, a
summary to be rated.

Their sentences read like the article. What tells them is the button, the field, the player or the frame in them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.outline import outline
from newsclean.evidence.sums import running_sums
from newsclean.evidence.view import Column, View
from newsclean.reading.markup import Integers, Markup, Within
from newsclean.scoring.button_boxes import BESIDE, BLOCKS, OTHERS, WORDS
from newsclean.scoring.stretches import BEFORE, NONE, liked_before, within

OWN = Within.PRE | Within.TABLE | Within.QUOTE
"""What is an article's own though a button copies, sorts or shares it."""
POINTS, POINT_WORDS, ABOVE = 2, 90, 2
"""Points in sentences of a summary, at least; its words, and the paragraphs above it, at most."""
LISTED = 0.5
"""Share of a box's blocks that may stay from which items that are no sentences make it a list, as of ingredients."""


def in_used_boxes(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks in elements of few words that hold something to be used, and are the only ones of their
    kind on the page that do: among the article's paragraphs, or above them and with points."""
    markup, nothing = view.doc.markup, within(NONE, NONE, view.n)
    if markup is None or not markup.interactive.any():
        return nothing
    page, liked = outline(view), score >= threshold
    first, end = page.reach
    words = page.below(view.words)
    box = (_used(markup) > 0) & (end - first >= BLOCKS.start) & (end - first < BLOCKS.stop)
    box &= np.bincount(markup.signature, box)[markup.signature] == 1
    box &= (words <= POINT_WORDS) & ~page.tagged(*OTHERS)
    box &= page.below((markup.within & OWN) > 0) == 0
    if not box.any():
        return nothing
    paragraph, item, sentence = liked & (page.sentence_text > 0), view.doc.item > 0, view.sentence_end > 0
    among = (words <= WORDS) & (liked_before(view, score, threshold)[first] >= BEFORE)
    among &= (_beside(view, paragraph) >= BESIDE)[markup.parent]
    among &= page.below(liked & item & ~sentence) < LISTED * page.below(liked)
    above = page.below(liked & item & sentence) >= POINTS
    above &= (running_sums(paragraph)[first] <= ABOVE) & (page.below(view.doc.heading == 1) == 0)
    box &= among | above
    return within(first[box], end[box], view.n)


def _used(markup: Markup) -> Integers:
    """int32 (m,): buttons, fields, players and frames in each element and below it."""
    below, parent = markup.interactive.tolist(), markup.parent.tolist()
    for element in range(len(below) - 1, 0, -1):
        below[parent[element]] += below[element]
    return np.array(below, np.int32)


def _beside(view: View, paragraph: NDArray[np.bool_]) -> NDArray[np.intp]:
    """int (m,): how many paragraphs stand in each element directly, or in one below it that holds nothing else but
    headings: some systems wrap every few."""
    markup, page = view.doc.markup, outline(view)
    assert markup is not None
    around = markup.parent[markup.element[paragraph]]
    plain = page.below(~paragraph & (view.doc.heading == 0)) == 0
    within_one = markup.parent[around[plain[around]]]
    elements = np.concatenate((markup.element[paragraph], around, within_one))
    return np.bincount(elements, minlength=len(markup.parent))
