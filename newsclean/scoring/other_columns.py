"""Other columns: what stands beside the cell of a table, or the element of news, that holds headline and text.

Pages of old are laid out as tables, a story in one cell and all else in others; those of today say in which element a
story stands. What is printed beside a short story reads like more of it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.head import called_news, like_headline
from newsclean.evidence.outline import Outline, outline
from newsclean.evidence.sums import running_sums
from newsclean.evidence.view import Column, View
from newsclean.scoring.story_lines import linked
from newsclean.scoring.stretches import BEFORE, NONE, within

ALIKE = 0.5
"""Likeness to what the page calls itself from which a line is its headline."""


def in_other_columns(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks outside of the smallest cell around the headline and some text below it, which stand in
    cells that are not around that one; and, where the page calls itself news, all outside of such an `<article>`."""
    markup, nothing = view.doc.markup, within(NONE, NONE, view.n)
    if markup is None or not view.n:
        return nothing
    page = outline(view)
    cell = page.tagged("td", "th")
    news = page.tagged("article") if called_news(markup.head) else np.zeros_like(cell)
    if not (cell | news).any() or (title := _headline(view)) < 0:
        return nothing
    text = running_sums(view.words * ((score >= threshold) & (page.sentence_text > 0)))
    holder = _holder(page, cell | news, title, text)
    if not holder:
        return nothing
    first, end = page.reach
    around = (first <= first[holder]) & (end >= end[holder])
    other = cell & ~around & around[markup.parent]
    beside = np.ones(view.n, np.bool_) if news[holder] else within(first[other], end[other], view.n)
    beside[first[holder] : end[holder]] = False
    return beside


def _headline(view: View) -> int:
    """The block that is most like what the page calls itself, and no link, of several a heading; -1 for none."""
    like = like_headline(view) * ~linked(view)
    best = np.flatnonzero(like == like.max())
    if like[best[0]] < ALIKE:
        return -1
    return int(best[(view.doc.heading[best] > 0).argmax()])


def _holder(page: Outline, may: NDArray[np.bool_], title: int, text: NDArray[np.float64]) -> int:
    """The innermost of some elements in which the headline stands above some text; 0 for none. text: float64 (n + 1,),
    the words before each block."""
    parent, (_, end) = page.markup.parent, page.reach
    at = int(page.markup.element[title])
    while at and not (may[at] and text[end[at]] - text[title + 1] >= BEFORE):
        at = int(parent[at])
    return at
