"""A page's HTML cut into blocks of text that remember their elements: what silver roles are read off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element
from lxml.html import HtmlElement

_SKIPPED = frozenset(
    {"script", "style", "template", "noscript", "svg", "iframe", "select", "textarea", "head", "object"}
)
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_NOT_WORD = re.compile(r"[\W_]+")


def normal(text: str) -> str:
    """A text's letters and digits, folded: what all renderings of a page have in common."""
    return _NOT_WORD.sub("", text).casefold()


@dataclass(slots=True)
class HtmlBlock:
    """Text between two borders of block elements: its pieces, each with the element that holds it."""

    pieces: list[tuple[_Element, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(piece for _, piece in self.pieces).split())


def tree_of(html: str) -> HtmlElement | None:
    """The whole tree of a page; None where there is none."""
    try:
        return lxml_html.document_fromstring(
            html.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (ValueError, etree.ParserError):
        return None


def drop(element: _Element) -> None:
    """Take an element out of its tree with all that stands in it; the text behind it stays."""
    cast(HtmlElement, element).drop_tree()  # which all are that the HTML parser made


def html_blocks(html: str) -> list[HtmlBlock]:
    """The page's text in blocks, in order; empty for a page that does not parse."""
    root = tree_of(html)
    if root is None:
        return []
    blocks = [HtmlBlock()]
    for element, piece, breaks in _pieces(root):
        if breaks and blocks[-1].pieces:
            blocks.append(HtmlBlock())
        if piece:
            blocks[-1].pieces.append((element, piece))
    return [block for block in blocks if block.text]


def _pieces(root: _Element) -> Iterator[tuple[_Element, str, bool]]:
    """Each piece of visible text with the element that holds it, and whether a block begins before it."""
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else None
        breaks = tag is not None and tag not in INLINE
        parent = element.getparent()
        if leaving:
            if breaks:
                yield element, "", True
            if element.tail and parent is not None:
                yield parent, element.tail, False
            continue
        stack.append((element, True))
        if tag is None or tag in _SKIPPED:
            continue
        yield element, element.text or "", breaks
        stack.extend((child, False) for child in reversed(element))
