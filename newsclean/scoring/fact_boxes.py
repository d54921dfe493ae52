"""Fact boxes: background in an element of its own beside the article's paragraphs, which its author calls a box.

What stands in one reads like the article, and trees that go by prose keep it. Its name and its place say otherwise.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.labels import element_bit
from newsclean.evidence.outline import outline
from newsclean.evidence.view import Column, View
from newsclean.scoring.scorer import chance, log_odds

Integers = NDArray[np.int32]
NONE: Integers = np.zeros(0, np.int32)

LOWERED = 6.0
"""Log-odds that a block loses in a fact box: the likeliest of them go too."""
BEFORE = 20
"""Liked words that stand before a box beside the article."""
REST = 0.5
"""Liked words outside of the boxes, to those inside, from which there is an article that they stand beside."""


def fact_boxes(view: View) -> tuple[Integers, Integers]:
    """int32 (boxes,) twice: the first block of each element that is called a fact box, and the one behind its last."""
    if view.doc.markup is None or not view.n:
        return NONE, NONE
    page = outline(view)
    first, end = page.reach
    named = (page.label_bits & np.uint32(element_bit("fact_box"))) > 0
    boxes = named & ~page.tagged("", "html", "body", "main", "article") & (end > first)
    return first[boxes], end[boxes]


def beside_boxes(view: View, score: Column, threshold: float) -> Column:
    """float32 (n,): the chances, lower for blocks in a fact box, where the page has an article without them too.

    A box before the article's first words sums it up, as a standfirst does, and is left as it is.
    """
    first, end = fact_boxes(view)
    if not len(first):
        return score
    liked = view.words * (score >= threshold)
    inside = within(first, end, view.n)
    outside = np.concatenate(([0.0], np.cumsum(np.where(inside, 0, liked), dtype=np.float64)))
    boxed = float(liked[inside].sum())
    if not boxed or outside[-1] < REST * boxed:
        return score
    beside = outside[first] >= BEFORE
    inside = within(first[beside], end[beside], view.n)
    return np.where(inside, chance(log_odds(score) - LOWERED), score)


def within(first: Integers, end: Integers, n: int) -> NDArray[np.bool_]:
    """bool (n,): the blocks in any of the stretches, however many there are and however deep one in another."""
    depth = np.cumsum(np.bincount(first, minlength=n + 1) - np.bincount(end, minlength=n + 1))
    inside: NDArray[np.bool_] = depth[:n] > 0
    return inside
