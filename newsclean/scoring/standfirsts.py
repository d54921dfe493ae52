"""Standfirsts: what stands between a page's headline and its article, and is called the article's standfirst by its
markup, is what the page's head says of it, or stands right below the headline of a text.

A sentence between a headline and a line of names scores like a teaser; but it belongs to the article. Half a sentence
does as well, unless it would go when what is given back is cleaned again, as a headline does.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.dates import date_share
from newsclean.evidence.head import like_description, like_headline, page_article_type, since_headline
from newsclean.evidence.labels import element_bit
from newsclean.evidence.outline import outline
from newsclean.evidence.repetition import block_hashes
from newsclean.evidence.view import View
from newsclean.page import Role
from newsclean.scoring.naming import NAMED, likeliest
from newsclean.scoring.scorer import Scored
from newsclean.scoring.trees import Table

Values = Callable[[slice], Table]

ABOVE = 20
"""Blocks before the first that stays in which there may be one."""
LEAST, MOST = 5, 60
"""Words of a standfirst."""
HALF = 10
"""Words of what may be one for nothing but its place right below the headline, at least."""
ALIKE = 0.8
"""Likeness to the page's description from which it is that."""
HEADLINE = 0.5
"""Likeness to the headline from which a block says the same."""
POSSIBLE = 0.1
"""Chance from which a sentence of a text may be one."""
SHORTEST_TITLE, LONGEST_TITLE = 3, 25
"""Words of a headline."""
FEW = 2
"""Blocks that are called so, at most: more are blurbs of other stories."""
DATE = 0.4
"""Share of figures and months from which a line is a date, whatever stop it ends in ("14 юни 2025 г., 17:42 ч.")."""


def standfirsts(view: View, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): the standfirsts of an article in HTML that stand above what stays and say what no block of it says.

    kept: bool (n,).
    """
    none = np.zeros(view.n, np.bool_)
    if view.doc.markup is None or not kept.any() or not page_article_type(view)[0]:
        return none
    found = _below_headline_of_html(view, kept) & (view.sentence_end > 0)
    if not found.any():
        return none
    found &= _told(view)
    return found if found.sum() <= FEW else none


def _below_headline_of_html(view: View, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): what may be a standfirst: plain lines and sentences between the headline and what stays."""
    first = int(kept.argmax())
    above = (view.at < first) & (view.at >= first - ABOVE) & (since_headline(view) > 0)
    found = above & _is_plain(view) & (view.doc.heading != 1)
    if not found.any():
        return found
    hashes = block_hashes(view)
    return found & (like_headline(view) < HEADLINE) & ~np.isin(hashes, hashes[kept])


def _told(view: View) -> NDArray[np.bool_]:
    """bool (n,): what the markup calls a standfirst, or the page's head says."""
    told: NDArray[np.bool_] = _called(view) | (like_description(view) >= ALIKE)
    return told


def possible_standfirsts(view: View, kept: NDArray[np.bool_], values: Values) -> NDArray[np.bool_]:
    """bool (n,): what else of HTML may be the standfirst above what stays; it is to be read with that.

    Half sentences that are told to be one, and what is long, right below the headline and named as that is; a heading
    there may be the first section's. kept: bool (n,). values: as of `below_headline`.
    """
    none = np.zeros(view.n, np.bool_)
    if view.doc.markup is None or not kept.any():
        return none
    found = _below_headline_of_html(view, kept)
    if not found.any():
        return none
    placed = found & (view.words >= HALF) & np.append(False, like_headline(view)[:-1] >= HEADLINE)
    placed &= view.doc.heading == 0
    if placed.any():
        first = int(kept.argmax())
        part = slice(max(first - ABOVE, 0), first)
        placed[part] &= likeliest(values(part), kept[part]) == NAMED.index(Role.HEADLINE)
    found &= placed | (_told(view) & (view.sentence_end == 0))
    return found if found.sum() <= FEW else none


def below_headline(scored: Scored, kept: NDArray[np.bool_], values: Values) -> NDArray[np.bool_]:
    """bool (n,): of a text or Markdown the sentence right below the headline, above what stays; at most one.

    It must have some chance by its score, and the line above it is the last one before what stays that is named a
    headline. kept: bool (n,). values: as `Namer.values` gives them of a part, asked for where there may be one.
    """
    view, found = scored.view, np.zeros(scored.view.n, np.bool_)
    if view.doc.markup is not None or view.doc.layout == "one_line" or not kept.any():
        return found
    first = int(kept.argmax())
    titled = (view.sentence_end == 0) & (view.words >= SHORTEST_TITLE) & (view.words <= LONGEST_TITLE)
    may = (view.at < first) & (view.at >= first - ABOVE) & (scored.score >= POSSIBLE)
    may &= _is_plain(view) & (view.sentence_end > 0)
    may[1:] &= titled[:-1]
    if not may[1:].any():
        return found
    part = slice(max(first - ABOVE - 1, 0), first)
    headlines = np.flatnonzero(titled[part] & (likeliest(values(part), kept[part]) == NAMED.index(Role.HEADLINE)))
    below = part.start + int(headlines[-1]) + 1 if len(headlines) else 0
    hashes = block_hashes(view)
    found[below] = below > 0 and may[below] and hashes[below] not in hashes[kept]
    return found


def _is_plain(view: View) -> NDArray[np.bool_]:
    """bool (n,): blocks of a standfirst's length without links or cues, that are no items of a list and no date."""
    sized = (view.words >= LEAST) & (view.words <= MOST) & (date_share(view) < DATE)
    plain: NDArray[np.bool_] = sized & (view.doc.links == 0) & (view.doc.item == 0) & ~(view.cues > 0).any(axis=0)
    return plain


def _called(view: View) -> NDArray[np.bool_]:
    """bool (n,): the blocks whose element, or the one around it, is called a standfirst."""
    markup = outline(view).markup
    named = (outline(view).label_bits & np.uint32(element_bit("standfirst"))) > 0
    called: NDArray[np.bool_] = named[markup.element] | named[markup.parent[markup.element]]
    return called
