"""Fact boxes: background in an element of its own beside the article's paragraphs, which its author calls a box.

What stands in one reads like the article, and trees that go by prose keep it. Its name and its place say otherwise.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.outline import outline
from newsclean.evidence.sums import running_sums
from newsclean.evidence.view import Column, View
from newsclean.reading.document import Integers
from newsclean.scoring.named import elements_named
from newsclean.scoring.stretches import BEFORE, NONE, within

REST, REST_OF_SEVERAL, SEVERAL = 0.5, 1.0, 3
"""Liked words outside of the boxes, to those inside, from which there is an article that they stand beside: where they
are several, it may be made of them."""


def fact_boxes(view: View) -> tuple[Integers, Integers]:
    """int32 (boxes,) twice: the first block of each element that is called a fact box, and the one behind its last."""
    if view.doc.markup is None or not view.n:
        return NONE, NONE
    first, end = outline(view).reach
    boxes = elements_named(view, "fact_box") & (end > first)
    return first[boxes], end[boxes]


def in_fact_boxes(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks in a fact box, where the page has an article without them too.

    A box before the article's first words sums it up, as a standfirst does, and is left as it is.
    """
    first, end = fact_boxes(view)
    inside = within(first, end, view.n)
    if not inside.any():
        return inside
    liked = view.words * (score >= threshold)
    outside = running_sums(np.where(inside, 0, liked))
    boxed = float(liked[inside].sum())
    rest = REST_OF_SEVERAL if _side_by_side(end) >= SEVERAL else REST
    if not boxed or outside[-1] < rest * boxed:
        return np.zeros(view.n, np.bool_)
    beside = outside[first] >= BEFORE
    return within(first[beside], end[beside], view.n)


def _side_by_side(end: Integers) -> int:
    """How many boxes are in no other. end: the block behind the last of each, in source order."""
    return int(np.count_nonzero(np.diff(np.maximum.accumulate(end), prepend=0)))
