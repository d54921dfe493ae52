"""Small boxes between paragraphs and below them, by what their authors call them: calls to action, and who wrote it.

They speak to the reader in whole sentences, as the article may, and of what it is about.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.outline import outline
from newsclean.evidence.view import Column, View
from newsclean.scoring.named import elements_named
from newsclean.scoring.stretches import BEFORE, NONE, liked_before, within

MOST, TOGETHER = 0.25, 0.5
"""Share of a page's liked words that a box holds at most, and all of a name: the rest is the article. A live blog may
call each of its entries its author's."""


def in_promo_boxes(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks in an element beside the article that is called a call to action or a newsletter's."""
    return _called(view, score, threshold, "promo_box")


def in_tickers(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks in lines that run across the page (`<marquee>`): what is new, or what the site sells."""
    page = outline(view)
    running = page.tagged("marquee")
    first, end = page.reach
    liked = liked_before(view, score, threshold)
    running &= liked[end] - liked[first] <= MOST * liked[-1]
    return within(first[running], end[running], view.n)


def in_author_boxes(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks in an element beside the article that is called the author's; what he is quoted with is the
    article's."""
    return _called(view, score, threshold, "author_box", "blockquote", "q")


def _called(view: View, score: Column, threshold: float, name: str, *others: str) -> NDArray[np.bool_]:
    """The blocks in elements of a name that hold liked words, but no more than a small part of them each, nor most of
    them together. others: tags that are no boxes."""
    named = elements_named(view, name, *others)
    if not named.any():
        return within(NONE, NONE, view.n)
    first, end = outline(view).reach
    liked = liked_before(view, score, threshold)
    inside = liked[end] - liked[first]
    boxes = named & (inside > 0) & (inside <= MOST * liked[-1])
    if np.diff(liked)[within(first[boxes], end[boxes], view.n)].sum() > TOGETHER * liked[-1]:
        return within(NONE, NONE, view.n)
    boxes &= liked[first] >= BEFORE
    return within(first[boxes], end[boxes], view.n)
