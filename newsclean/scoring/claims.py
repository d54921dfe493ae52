"""Claims: what a page says of itself, in its head or in the class of its body, that tells an article or a list."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.head import called_article
from newsclean.evidence.signatures import signature
from newsclean.evidence.view import View
from newsclean.reading.head import ARTICLE_TYPES
from newsclean.reading.markup import Head, Markup
from newsclean.scoring.story_cards import LISTS
from newsclean.scoring.story_lines import dated_lines, linked
from newsclean.titles import squashed

PAGES = frozenset({*LISTS, "profilepage"})
"""What JSON-LD calls pages that list stories, or an author's."""
CLASSES = frozenset({"archive", "category", "tag", "author", "search", "search-results", "path-taxonomy"})
"""What publishing systems call them in the class of `<body>`."""
DESCRIBED = 30
"""Letters and digits of a description, at least, that a text begins with."""
SIGNS = 2
"""A text's characters for one letter or digit, at most: so much of a block is looked at."""
TITLE, ABOVE = 4, 12
"""Words of a line that says the page's title, at least, and blocks above the text in which it stands."""
OVER, SIGNED = 6, 3
"""Blocks above a text in which its headline stands with a date below it, and in which a line with its author does."""


def is_article(markup: Markup) -> bool:
    """Whether the head says when the page was published, or JSON-LD of what kind an article it is."""
    return markup.head.stamped or any(map(ARTICLE_TYPES.search, markup.head.types))


def is_list(markup: Markup) -> bool:
    """Whether the page calls itself a list of stories, or an author's page."""
    if markup.head.types & PAGES:
        return True
    body = [i for i, tag in enumerate(markup.tags) if tag == "body"]
    at = np.flatnonzero(np.isin(markup.tag, body))[:1]
    return bool(len(at)) and not CLASSES.isdisjoint(markup.labels[int(markup.label[at[0]])].lower().split())


def is_described(view: View, head: Head, kept: NDArray[np.bool_]) -> bool:
    """Whether a block that stays begins as the head describes the page, or with all of it but the end."""
    said = tuple(text for text in map(squashed, (head.description, head.og_description)) if len(text) >= DESCRIBED)
    most = SIGNS * max(map(len, said), default=0)
    blocks = np.flatnonzero(kept).tolist() if said else []
    return any(squashed(view.doc.read_text(i)[:most]).startswith(said) for i in blocks)


def begins_as_said(view: View, kept: NDArray[np.bool_]) -> bool:
    """Whether a page that calls itself an article, and no list, describes itself as a block that stays begins."""
    markup = view.doc.markup
    if markup is None or not called_article(markup.head):
        return False
    return is_described(view, markup.head, kept) and not is_list(markup)


def is_titled(view: View, head: Head, kept: NDArray[np.bool_], lines: NDArray[np.bool_]) -> bool:
    """Whether one of the lines that stand above what stays, or the first of it, is in the page's title."""
    above = view.at[: int(np.flatnonzero(kept)[0]) + 1][-ABOVE:]
    titles = above[lines[above] & (view.words[above] >= TITLE)].tolist()
    return any(squashed(view.doc.read_text(i)) in squashed(head.title) for i in titles)


def is_dated(view: View, kept: NDArray[np.bool_]) -> bool:
    """Whether a date stands right above what stays and none below, where other stories would have theirs: below a
    headline that is no link, or beside an author who is called so. Text does not tell headings and links."""
    at, days = np.flatnonzero(kept), dated_lines(view)
    first = int(at[0])
    near = range(max(first - OVER, 0), first)
    if not days[near.start : first].any() or days[int(at[-1]) + 1 :].any():
        return False
    if any(signature(view, i).by and signature(view, i).date for i in near[-SIGNED:]):
        return True
    titles = [i for i in near if view.doc.heading[i] and view.words[i] >= TITLE]
    if not titles or linked(view)[titles[-1]]:
        return False
    return (view.doc.markup is not None or view.doc.marks is not None) and bool(days[titles[-1] + 1 : first].any())
