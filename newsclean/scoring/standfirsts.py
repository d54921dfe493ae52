"""Standfirsts: what stands between a page's headline and its article, and is called the article's standfirst by its
markup, or is what the page's head says of it.

A sentence between a headline and a line of names scores like a teaser; but it belongs to the article. Half a sentence
does as well, but it would go when what is given back is cleaned again, as a headline does.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.head import like_description, like_headline, page_article_type, since_headline
from newsclean.evidence.labels import element_bit
from newsclean.evidence.outline import outline
from newsclean.evidence.repetition import block_hashes
from newsclean.evidence.view import View

ABOVE = 20
"""Blocks before the first that stays in which there may be one."""
LEAST, MOST = 5, 60
"""Words of a standfirst."""
ALIKE = 0.8
"""Likeness to the page's description from which it is that."""
HEADLINE = 0.5
"""Likeness to the headline from which a block says the same."""
FEW = 2
"""Blocks that are called so, at most: more are blurbs of other stories."""


def standfirsts(view: View, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): the standfirsts of an article in HTML that stand above what stays and say what no block of it says.

    kept: bool (n,).
    """
    none = np.zeros(view.n, np.bool_)
    if view.doc.markup is None or not kept.any() or not page_article_type(view)[0]:
        return none
    first = int(kept.argmax())
    above = (view.at < first) & (view.at >= first - ABOVE) & (since_headline(view) > 0)
    sized = (view.words >= LEAST) & (view.words <= MOST)
    plain = (
        (view.sentence_end > 0)
        & (view.doc.links == 0)
        & (view.doc.item == 0)
        & (view.doc.heading != 1)
        & ~(view.cues > 0).any(axis=0)
    )
    found = above & sized & plain
    if not found.any():
        return none
    found &= (_called(view) | (like_description(view) >= ALIKE)) & (like_headline(view) < HEADLINE)
    hashes = block_hashes(view)
    found &= ~np.isin(hashes, hashes[kept])
    return found if found.sum() <= FEW else none


def _called(view: View) -> NDArray[np.bool_]:
    """bool (n,): the blocks whose element, or the one around it, is called a standfirst."""
    markup = outline(view).markup
    named = (outline(view).label_bits & np.uint32(element_bit("standfirst"))) > 0
    called: NDArray[np.bool_] = named[markup.element] | named[markup.parent[markup.element]]
    return called
