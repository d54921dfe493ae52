"""The decision: which blocks stay, by their chances, the thresholds, and whether there is an article at all."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.outline import outline
from newsclean.evidence.view import Column, View
from newsclean.reading.document import ROW
from newsclean.scoring.absence import told
from newsclean.scoring.announced import announces
from newsclean.scoring.copies import without_copies
from newsclean.scoring.overview import may_be_article
from newsclean.scoring.presence import PROSE, plainly
from newsclean.scoring.scorer import Scored
from newsclean.scoring.unfamiliar import WORTH, is_unfamiliar, korean_prose

ITEMS, ITEM = 3, 0.2
"""Items or rows from which a list or a table stands or falls whole, and the chance that each of them has at least."""
TABLE = 0.15
"""Mean chance of the rows from which a table between two blocks that stay is theirs."""
ANNOUNCED = 0.2
"""Mean chance of the items from which a list that is announced, and stands between two blocks that stay, is theirs."""
PLAIN, BELOW = 0.15, 0.4
"""In HTML, mean chance of a list or a table without links and cues from which it is theirs, and that of a table right
below what stays, where none needs to follow."""
LONG_ROW, PROSE_ROW = 100, 15
"""Words from which a row is a paragraph of a page that a table only lays out: in Markdown, and in HTML."""

NEARLY_ALL = 0.85
"""Share of a text's words that stay, from which on what stands between them is as likely theirs as on a dirty page."""
HEADING, HEADING_WORDS = 0.25, 4
"""Chance that a heading between two blocks that stay has at least, and its words at most: three of four such are the
gold's, of longer ones fewer than half."""
BETWEEN, FIRM = 0.45, 0.78
"""Chance that every block of a gap has there where its blocks stay, and that of the blocks between which gaps are."""


def whole(view: View, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): a list or a table stays where half of its items do, and a table, or a list that is announced, between
    two blocks that stay where it is not plainly none of theirs; else it goes, but for what was printed twice and what
    is no item of it: two lists may have become one. In HTML either may be between two, and a table at an article's end.
    A table is left as it is where paragraphs would go with it."""
    inside = view.doc.follows == ROW
    if not inside.any() or view.doc.layout == "one_line":  # where lines are lost, what is an item is a guess
        return kept
    group = np.cumsum(~inside) - 1
    size = np.bincount(group)
    share = np.bincount(group, kept) / size
    if size.max() < ITEMS:
        return kept
    above, below = _framed(group, kept)
    tables, mean = np.bincount(group, view.doc.item) == 0, np.bincount(group, score) / size
    if view.doc.markup is None:
        between = above & below & np.where(tables, mean >= TABLE, (mean >= ANNOUNCED) & _announced(view, group))
    else:
        plain = np.bincount(group, (view.doc.links > 0) | (view.cues > 0).any(axis=0)) == 0
        asked = plain & above & ~below & (size >= ITEMS) & (mean >= PLAIN)
        below[asked] = _gone_on(view, np.flatnonzero(np.diff(group, prepend=-1))[asked], kept)
        between = plain & above & ((below & (mean >= PLAIN)) | (tables & (mean >= BELOW)))
    torn = (size >= ITEMS) & (share < 1) & ((share > 0) | between) & ~_laid_out(view, group)
    stay = between | (share >= 0.5)
    torn &= stay | ~_has_paragraphs(view, group, kept)
    rows = torn[group] & (kept | between[group] | (score >= ITEM))
    stays = np.where(rows, stay[group], kept)
    return without_copies(view, score, stays)


def _framed(group: NDArray[np.intp], kept: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """bool (groups,) twice: lists and tables right above which a block stays, and right below which one does."""
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    ends = np.append(starts[1:], len(group))
    return np.concatenate(([False], kept))[starts], np.concatenate((kept, [False]))[ends]


def _gone_on(view: View, firsts: NDArray[np.intp], kept: NDArray[np.bool_]) -> list[bool]:
    """Whether a block stays further down in the element around each of some lists and what stands above it.

    firsts: the lists' first items.
    """
    if view.doc.markup is None or not len(firsts):
        return []
    (begins, ends), parent = outline(view).reach, view.doc.markup.parent
    stay = np.concatenate(([0], np.cumsum(kept & (view.doc.follows != ROW))))
    found = []
    for first in firsts.tolist():
        around = int(view.doc.markup.inner[first])
        while around > 0 and begins[around] == first:
            around = int(parent[around])
        found.append(bool(stay[ends[around]] > stay[first + 1]))
    return found


def _announced(view: View, group: NDArray[np.intp]) -> NDArray[np.bool_]:
    """bool (groups,): lists below a sentence that ends in a colon."""
    below = np.concatenate(([False], announces(view)))[np.flatnonzero(np.diff(group, prepend=-1))]
    announced: NDArray[np.bool_] = below & (np.bincount(group, view.doc.links) == 0)
    return announced


def _laid_out(view: View, group: NDArray[np.intp]) -> NDArray[np.bool_]:
    """bool (groups,): whether rows are paragraphs. Of HTML, which keeps cells apart, those are shorter, and several."""
    in_html = view.doc.markup is not None
    long = (view.words >= PROSE_ROW) & (view.sentence_end > 0) if in_html else view.words >= LONG_ROW
    laid: NDArray[np.bool_] = np.bincount(group, long & (view.doc.item == 0)) > in_html
    return laid


def _has_paragraphs(view: View, group: NDArray[np.intp], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (groups,): tables of which few rows may stay, but most words, or nothing but the sentence they begin with:
    other rows are labels of the page that the table lays out."""
    tables = np.bincount(group, view.doc.item) == 0
    most = np.bincount(group, np.where(kept, view.words, -view.words)) > 0
    first = np.flatnonzero(np.diff(group, prepend=-1))
    alone = (np.bincount(group, kept) == 1) & kept[first] & (view.sentence_end[first] > 0)
    paragraphs: NDArray[np.bool_] = tables & (most | alone)
    return paragraphs


def decide(scored: Scored, score: Column, threshold: float, found: bool = False) -> NDArray[np.bool_]:
    """bool (n,): the blocks that stay.

    score: float32 (n,), the chances, be they the scorer's own or what else changed them into. threshold: from where on
    a block is kept. found: whether it is known that there is an article.
    """
    view = scored.view
    chosen = {least: without_copies(view, score, score >= least) for least in {threshold, scored.balanced, scored.sure}}
    return told(view, whole(view, score, chosen[threshold] if found else present(scored, score, threshold, chosen)))


def present(
    scored: Scored, score: Column, threshold: float, chosen: Mapping[float, NDArray[np.bool_]]
) -> NDArray[np.bool_]:
    """bool (n,): the blocks that stay, none where there is no article; of a page that is all prose, its prose.

    Whether there is one is asked of what is sure and what is balanced, whatever is preferred, so that a preference for
    precision keeps no more than balanced and one for recall no less. chosen: the blocks from each threshold on.
    """
    view, kept, balanced, sure = scored.view, chosen[threshold], chosen[scored.balanced], chosen[scored.sure]
    if _plainly(scored, score, sure) or may_be_article(scored, score, balanced):
        return kept
    prose = without_copies(view, score, view.good)
    if float(view.words[prose].sum()) >= PROSE * max(float(view.words.sum()), 1.0):
        return prose | (kept & ~balanced)
    more = (kept & ~balanced).any() and (_plainly(scored, score, kept) or may_be_article(scored, score, kept))
    return kept if more else np.zeros(len(kept), np.bool_)


def _plainly(scored: Scored, score: Column, chosen: NDArray[np.bool_]) -> bool:
    """Whether blocks are plainly an article. Where few pages taught the language, chances are low; there words in
    sentences are worth more."""
    view, known = scored.view, scored.vocabulary
    if plainly(view.words, score, chosen):
        return True
    if not known or not is_unfamiliar(view, known):
        return False
    return plainly(view.words, score, chosen & (view.good | korean_prose(view)), WORTH)


def blocks_between(scored: Scored, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): blocks between those that are kept which stay as well, though below a clean text's threshold: where
    nearly all stays, what has no cue and stands there is a sub-heading or a list's row more often than at an end.

    score: float32 (n,), the chances. kept: bool (n,).
    """
    view = scored.view
    at, firm = np.flatnonzero(kept), np.flatnonzero(kept & (score >= FIRM))
    if len(firm) < 2 or float(view.words[at].sum()) <= NEARLY_ALL * float(view.words.sum()):
        return np.zeros(view.n, np.bool_)
    unlikely = np.concatenate(([0], np.cumsum(~kept & (score < BETWEEN))))
    likely = unlikely[at[1:]] == unlikely[at[:-1] + 1]  # of each gap, from one kept block to the next
    gap = np.clip(np.cumsum(kept) - 1, 0, len(likely) - 1)
    inside = (view.at > firm[0]) & (view.at < firm[-1])
    stays: NDArray[np.bool_] = ~kept & inside & likely[gap] & ~(view.cues > 0).any(axis=0)
    return stays & without_copies(view, score, kept | stays)  # what was printed twice went for that


def headings_between(view: View, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): headings of HTML and of Markdown right between two blocks that are kept which stay as well: what is
    called as a page's sections are ("Design", "Health") heads a part of the article there more often than not.

    score: float32 (n,), the chances. kept: bool (n,).
    """
    cued = view.cues > 0
    cued[INDEX["nav"]] = False
    found: NDArray[np.bool_] = (view.doc.heading > 0) & (view.doc.links == 0) & ~kept & ~cued.any(axis=0)
    found &= (view.words > 0) & (view.words <= HEADING_WORDS) & (score >= HEADING)
    found[1:] &= kept[:-1]
    found[:-1] &= kept[1:]
    found[:1] = found[-1:] = False
    return found
