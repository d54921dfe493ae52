"""Button boxes: what a page sets between an article's paragraphs, around a link that is a button, a form, or links.

Titles and sentences there are worded as sites like, and read like the article. What tells them from it is that they
stand in an element of their own beside its paragraphs, and that the element leads elsewhere.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.outline import outline
from newsclean.evidence.view import Column, View
from newsclean.reading.document import ROW
from newsclean.scoring.stretches import BEFORE, NONE, liked_before, within
from newsclean.scoring.timed_entries import has_entries

BLOCKS, WORDS = range(2, 9), 60
"""Blocks of a box, and its words at most."""
BUTTON, LINKED = 8, 0.9
"""Words of a button, at most, and share of its characters that are a link."""
BESIDE = 3
"""Paragraphs that stand beside a box, at least."""
ALIKE = 3
"""Boxes of one kind on a page, and elements of that kind side by side, at most; and several only with sentences: what
an article lists has a link each, and so have a live blog's entries."""
OTHERS = ["a", "article", "blockquote", "body", "dd", "dl", "dt", "figure", "li", "main", "ol", "p", "span", "ul"]
"""Elements that are no boxes: lists and quotations are the article's own."""
ADDRESS = re.compile(r"\w[.@]\w|@\w|\d{4}")
"""What tells where to find something, which is an article's own as often."""


def in_button_boxes(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks in elements of few words among the article's paragraphs, which have one button, or a form
    and no button, or links but for one block; or are tables, of one block with a link in it."""
    markup, nothing = view.doc.markup, within(NONE, NONE, view.n)
    if markup is None or not view.n:
        return nothing
    page, liked = outline(view), score >= threshold
    first, end = page.reach
    words = page.below(view.words)
    few = (words <= WORDS) & (page.below(liked) > 0) & ~page.tagged(*OTHERS)
    few &= liked_before(view, score, threshold)[first] >= BEFORE
    box = few & _leads_away(view, words)
    if not box.any():
        return nothing
    box &= (_beside(view, liked & (page.sentence_text > 0)) >= BESIDE)[markup.parent]
    several = (end - first >= BLOCKS.start) & (page.below(liked) > 0)  # a live blog's entries, however long
    alike = np.maximum(page.siblings_with(several), np.bincount(markup.signature, box)[markup.signature])
    told = page.below(view.sentence_end > 0) > 0
    box &= (alike <= 1) | (told & (alike <= ALIKE)) | page.tagged("table")
    return within(first[box], end[box], view.n)


def _leads_away(view: View, words: NDArray[np.float64]) -> NDArray[np.bool_]:
    """bool (m,): elements of some blocks with one button, with a form, or with links but for one block; and tables of
    one block with a link. words: float64 (m,), the words in each."""
    page = outline(view)
    first, end = page.reach
    size, link = end - first, view.doc.links >= LINKED * view.chars
    button = link & (view.words <= BUTTON) & (view.sentence_end == 0)
    for i in np.flatnonzero(button).tolist():
        button[i] = not ADDRESS.search(view.doc.read_text(i))
    buttons, form = page.below(button), page.tagged("form") & (words <= WORDS)
    asked = within(first[form], end[form], view.n) | (page.inner_tag("label") > 0)
    away = (buttons == 1) | ((buttons == 0) & (page.below(asked) > 0)) | (page.below(link) >= size - 1)
    away &= (size >= BLOCKS.start) & (size < BLOCKS.stop) & (page.below((view.doc.follows == ROW) & ~link) == 0)
    away |= page.tagged("table") & (size == 1) & (page.below(view.doc.links) > 0)
    return away


def _beside(view: View, paragraph: NDArray[np.bool_]) -> NDArray[np.intp]:
    """int (m,): how many paragraphs stand in each element directly, or in one of its own, as in a live blog's entry."""
    markup = view.doc.markup
    assert markup is not None
    element = markup.element[paragraph]
    beside = np.bincount(element, minlength=len(markup.parent))
    for _ in range(2 if has_entries(view) else 1):
        element = markup.parent[element]
        beside += np.bincount(element, minlength=len(markup.parent))
    return beside
