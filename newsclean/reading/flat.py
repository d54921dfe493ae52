"""Flat HTML: paragraphs, headings and lists side by side, as sanitizers, extractors and databases leave them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from newsclean.reading.document import MARKS, Document
from newsclean.reading.front_matter import FrontMatter
from newsclean.reading.markup import Head, Markup

GROUPING = frozenset({
    "div", "section", "article", "main", "nav", "header", "footer", "aside", "table", "figure", "form",
})  # fmt: skip
"""Elements that show which parts of a page belong together."""


def is_flat(markup: Markup) -> bool:
    """Whether markup tells no part of a page from another: elements that do not hold all of it have no names, and
    none of them groups."""
    if not len(markup.element):
        return False
    first, last = (_above(markup, int(markup.element[end])) for end in (0, -1))
    around = first & last  # what holds the first block and the last one holds all
    inner = np.array([i not in around for i in range(len(markup.tag))])
    tags = {markup.tags[i] for i in np.unique(markup.tag[inner])}
    return GROUPING.isdisjoint(tags) and not markup.label[inner].any()


def as_paragraphs(doc: Document) -> Document:
    """Flat HTML as paragraphs between blank lines, whose links and headings are known; any other document as it is.

    What was learned of markup misleads there: a menu's entries are paragraphs like all others.
    """
    if doc.markup is None or not is_flat(doc.markup):
        return doc
    marks = np.zeros((len(doc), len(MARKS)), np.int32)
    marks[:, MARKS.index("link_count")] = doc.markup.link_count
    blanks = np.ones(len(doc), np.int32)
    blanks[0] = 0
    return replace(doc, layout="paragraphs", blanks=blanks, marks=marks, markup=None, front=_front(doc.markup.head))


def _front(head: Head) -> FrontMatter:
    title = head.headline or head.og_title or head.title
    return FrontMatter(0, title, head.author, head.published, (head.og_title, head.title), head.site)


def _above(markup: Markup, element: int) -> set[int]:
    """An element and all that hold it."""
    chain = {element}
    while (parent := int(markup.parent[element])) not in chain:
        chain.add(parent)
        element = parent
    return chain
