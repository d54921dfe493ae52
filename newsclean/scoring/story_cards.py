"""Story cards: elements alike that each lead to another story, by its headline and a few words of it.

What a card says of its story reads like an article's first sentence, since it often is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.head import called_article, own_names
from newsclean.evidence.outline import outline
from newsclean.evidence.sums import running_sums
from newsclean.evidence.view import Column, View
from newsclean.reading.markup import Head
from newsclean.scoring.entries import LIVE_TYPES
from newsclean.scoring.story_lines import (
    ENTRIES,
    MOST_BLURB,
    REST,
    blurbs,
    dated_lines,
    headlines,
    line_names_author,
    lines,
    linked,
)
from newsclean.scoring.stretches import BEFORE, NONE, within
from newsclean.titles import squashed, without_names

CARDS = 3
"""Cards of a list, at least."""
BLOCKS = 8
"""Blocks of a card, at most."""
SAME, SIGNED = 0.6, 0.5
"""Share of the elements of a kind with some text that are cards, from which the kind is one of cards; and of the cards
that have a date or an author: what a guide links to has none."""
ABOVE = 1
"""Paragraphs of an article above cards that need neither."""
OWN_WORDS = 3
"""Words of a headline of the page's own, at least: names of sections have fewer."""
LISTS = {"collectionpage", "searchresultspage"}


def in_story_cards(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks in cards of other stories.

    Cards are elements of one tag and class below parents of one tag and class. Each has a line that is a link, a
    headline's length, to elsewhere than a place on the page, and below it one paragraph that is none; most have a line
    with a date. An author tells as much where the page does not call itself an article: guides name what they link to,
    and who wrote it. Where it does and there is nothing but the cards, they have both: events have dates. Cards with
    headings that end a page, outside of its article, need neither. A page that calls itself a live blog has entries
    like cards, and so may any article below a headline of its own.
    """
    markup = view.doc.markup
    if markup is None or not view.n or markup.head.types & LIVE_TYPES:
        return within(NONE, NONE, view.n)
    page = outline(view)
    first, end = page.reach
    card, kind = _cards(view)
    if not card.any():
        return within(NONE, NONE, view.n)
    inside = within(first[card], end[card], view.n)
    card &= ~_entries(view, score >= threshold, inside, card, kind)
    own = _own(view, inside)
    if own.any():  # blogs link an article's headline to the article itself
        card &= page.below(own) == 0
    inside = within(first[card], end[card], view.n)
    article, signed = _is_article(markup.head), page.below(dated_lines(view)) > 0
    alone = view.words[(score >= threshold) & ~inside].sum() < BEFORE
    if alone or not article:
        named = np.zeros(view.n, np.bool_)
        line = np.flatnonzero(inside & lines(view) & ~linked(view))
        named[line] = [line_names_author(view, i) for i in line.tolist()]
        by = page.below(named) > 0
        signed = signed & by if article else signed | by
    told = (np.bincount(kind, card & signed) >= SIGNED * np.bincount(kind, card))[kind]
    card &= told | _closing(view, score >= threshold, inside, card)
    return within(first[card], end[card], view.n)


def _cards(view: View) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """bool (m,) and int (m,): the elements of kinds of which most that have a paragraph are cards; and their kinds."""
    markup = view.doc.markup
    assert markup is not None
    page, blurb, before = outline(view), blurbs(view), running_sums(headlines(view))
    first, end = page.reach
    paragraphs = page.below(blurb)
    card = (paragraphs == 1) & (page.below(view.words * blurb) <= MOST_BLURB) & (end - first <= BLOCKS)
    at = np.where(card, page.below(view.at * blurb), first).astype(np.int32)
    card &= before[at] > before[first]
    if np.count_nonzero(card) < CARDS:
        return np.zeros_like(card), first.astype(np.intp)
    kinds = markup.signature.astype(np.int64) * (int(markup.signature.max()) + 1) + markup.signature[markup.parent]
    kind = np.unique(kinds, return_inverse=True)[1]
    cards = np.bincount(kind, card)
    alike = (cards >= CARDS) & (cards >= SAME * np.bincount(kind, paragraphs > 0))
    return card & alike[kind], kind


def _closing(
    view: View, liked: NDArray[np.bool_], inside: NDArray[np.bool_], card: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """bool (m,): cards with a linked heading, three or more, that stand behind all paragraphs that are liked beside
    them, comments in elements of their own aside, and in no `<article>` that holds one."""
    markup, page = view.doc.markup, outline(view)
    assert markup is not None
    paragraphs = liked & blurbs(view) & ~inside
    if paragraphs.sum() < ABOVE:
        return np.zeros_like(card)
    first, end = page.reach
    named = {number for number, tag in enumerate(markup.tags) if tag == "article"}
    holds = np.isin(markup.tag, list(named)) & (page.below(paragraphs) > 0)
    own = np.append(within(first[holds], end[holds], view.n), False)
    behind = card & (first > _last_of_article(view, paragraphs)) & ~own[first]
    behind &= page.below(headlines(view) & (view.doc.heading > 0)) > 0
    return behind & (np.count_nonzero(behind) >= CARDS)


def _last_of_article(view: View, paragraphs: NDArray[np.bool_]) -> int:
    """The last paragraph in an element that holds one of the upper half of all paragraphs' words."""
    markup, at = view.doc.markup, np.flatnonzero(paragraphs)
    assert markup is not None
    holder, total = markup.parent[markup.element[at]], np.cumsum(view.words[at])
    upper = holder[2 * (total - view.words[at]) < total[-1]]
    return int(at[np.isin(holder, upper)][-1])


def _entries(
    view: View, liked: NDArray[np.bool_], inside: NDArray[np.bool_], card: NDArray[np.bool_], kind: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """bool (m,): cards that are an article's entries: those of their parent read like it, beside a paragraph of it; or
    as the most of its text, with next to none beside them, below its headline."""
    markup = view.doc.markup
    assert markup is not None
    page, paragraph, head = outline(view), liked & blurbs(view), markup.head
    words = page.below(view.words * paragraph)
    holders = np.zeros(len(markup.parent), np.bool_)
    own = markup.element[paragraph & ~inside]
    holders[own] = holders[markup.parent[own]] = True
    entry = card & (words > 0) & holders[markup.parent]
    read, article = view.words * liked, not head.types & LISTS and _titled(view, inside)
    if article and read[~inside].sum() <= REST * read[inside].sum():
        most = np.bincount(kind, words * card)
        entry |= card & (words > 0) & (most == most.max())[kind]
    among = markup.parent
    return (np.bincount(among, entry) >= ENTRIES * np.maximum(np.bincount(among, card), 1))[among]


def _titled(view: View, inside: NDArray[np.bool_]) -> bool:
    """Whether the page's title, without the site's name, stands above the cards. Fronts give that to OpenGraph."""
    above = (view.at < int(inside.argmax())) & (view.words >= OWN_WORDS) & ~linked(view)
    head = _head(view)
    titles = (head.headline, head.title, head.og_title if _is_article(head) else "")
    names = {squashed(without_names(title, view.doc.text)) for title in titles if title}
    return any(squashed(view.doc.read_text(i)) in names for i in np.flatnonzero(above).tolist())


def _own(view: View, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): headlines inside of cards that are what the page calls itself."""
    own, names = np.zeros(view.n, np.bool_), own_names(_head(view))
    at = np.flatnonzero(inside & headlines(view))
    own[at] = [squashed(view.doc.read_text(i)) in names for i in at.tolist()]
    return own


def _head(view: View) -> Head:
    assert view.doc.markup is not None
    return view.doc.markup.head


def _is_article(head: Head) -> bool:
    """Whether the page calls itself an article, and no list of them as well."""
    return called_article(head) and not head.types & LISTS
