"""Small boxes between paragraphs and below them, by what their authors call them: calls to action, and who wrote it.

They speak to the reader in whole sentences, as the article may, and of what it is about.
"""

from __future__ import annotations

import numpy as np

from newsclean.evidence.labels import element_bit
from newsclean.evidence.outline import outline
from newsclean.evidence.view import Column, View
from newsclean.scoring.fact_boxes import within
from newsclean.scoring.scorer import chance, log_odds

LOWERED = 6.0
"""Log-odds that a block loses in such a box: the likeliest of them go too."""
BEFORE = 20
"""Liked words that stand before a box beside the article."""
MOST = 0.25
"""Share of a page's liked words that a box holds at most: the rest is the article."""


def beside_promo_boxes(view: View, score: Column, threshold: float) -> Column:
    """float32 (n,): the chances, lower for blocks in an element that is called a call to action or a newsletter's."""
    return _beside(view, score, threshold, "promo_box")


def beside_author_boxes(view: View, score: Column, threshold: float) -> Column:
    """float32 (n,): the chances, lower for blocks in an element that is called the author's."""
    return _beside(view, score, threshold, "author_box")


def _beside(view: View, score: Column, threshold: float, name: str) -> Column:
    """The chances, lower in elements of a name that hold liked words, but no more than a small part of them."""
    if view.doc.markup is None or not view.n:
        return score
    page = outline(view)
    named = (page.label_bits & np.uint32(element_bit(name))) > 0
    if not named.any():
        return score
    first, end = page.reach
    liked = np.concatenate(([0.0], np.cumsum(view.words * (score >= threshold), dtype=np.float64)))
    inside = liked[end] - liked[first]
    small = (inside > 0) & (inside <= MOST * liked[-1]) & (liked[first] >= BEFORE)
    boxes = named & small & ~page.tagged("", "html", "body", "main", "article")
    if not boxes.any():
        return score
    return np.where(within(first[boxes], end[boxes], view.n), chance(log_odds(score) - LOWERED), score)
