"""Robbed pages: the HTML of pages without their article, or with its beginning alone."""

from __future__ import annotations

from collections import Counter

from lxml import etree, html
from lxml.etree import _Element

from newsclean.lab.grafts import parsed, text_of, unspaced
from newsclean.lab.html_blocks import drop

PART_CHARS = 8
"""Characters from which an element whose text stands in the gold is a part of the article."""
HELD = 0.9
"""Share of the gold's characters from which the smallest element that holds them is the article, and goes whole."""
SHORT = (1, 2, 4)
"""Paragraphs that are left of an article cut short."""
SHORT_WORDS = 20
"""Words from which they are an article: less is a caption, or a dateline that stands alone."""


def hollowed(source: str, body: str) -> str:
    """A page's HTML without its article; "" where it cannot be parsed. body: the gold text.

    The element that holds the article goes with all that stands in it, since a gold lacks much that belongs to an
    article (its standfirst, its tables); where only the page as a whole does, the article's paragraphs go one by one.
    """
    tree, gold = parsed(source), unspaced(body)
    if tree is None:
        return ""
    article = holder(tree, gold)
    if article.getparent() is not None and article.tag != "body":
        drop(article)
    drop_parts(tree, gold)
    return str(html.tostring(tree, encoding="unicode"))


def shortened(source: str, body: str, paragraphs: int) -> str:
    """A page's HTML with the first paragraphs of its article only; "" where it cannot be parsed, or they are too few
    words to be one. body: the gold text."""
    tree, parts = parsed(source), body.split("\n\n")
    beginning = " ".join(parts[:paragraphs])
    if tree is None or len(beginning.split()) < SHORT_WORDS:
        return ""
    drop_parts(tree, unspaced(" ".join(parts[paragraphs:])), unspaced(beginning))
    return str(html.tostring(tree, encoding="unicode"))


def drop_parts(tree: _Element, gone: str, stays: str = "") -> None:
    """Elements whose text stands in what is gone, and not in what stays; both unspaced."""
    for element in list(tree.iterdescendants(etree.Element)):
        text = unspaced(text_of(element))
        if len(text) >= PART_CHARS and text in gone and text not in stays and element.getparent() is not None:
            drop(element)


def holder(tree: _Element, gold: str) -> _Element:
    """The smallest element with most of the gold in its own texts and those below; gold: unspaced."""
    held: Counter[_Element] = Counter()
    for element in tree.iter(etree.Element):
        own = (unspaced(text or "") for text in (element.text, *(child.tail for child in element)))
        size = sum(len(text) for text in own if len(text) >= PART_CHARS and text in gold)
        at: _Element | None = element if size else None
        while at is not None:
            held[at] += size
            at = at.getparent()
    wanted = max(HELD * held[tree], 1)  # elements that hold so much stand in each other, the smallest last
    return next(reversed([one for one in tree.iter(etree.Element) if held[one] >= wanted]), tree)
