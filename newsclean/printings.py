"""Printings: a page that came more than once in one source, as where a feed's text stands above the page's own."""

from __future__ import annotations

from newsclean.reading.document import Document

LEAST = 80
"""Characters of a page, at least: less is as often a refrain."""


def first_printing(doc: Document) -> int:
    """How many blocks the page has before all of it, word for word, comes once more; all where it does not."""
    text = doc.text
    opening = text[: text.find("\n") + 1]
    if not opening or text.find(f"\n{opening}") < 0:  # nearly all pages
        return len(doc)
    size = (text + text).find(text, 1)  # what a text is made of, however often
    return int(doc.starts.searchsorted(size)) if size >= LEAST else len(doc)
