"""Tabled pages: HTML laid out as tables, with line breaks for paragraphs and nothing that names a part, as of 2003."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
ITEMS = frozenset({"li", "dt", "dd"})
LISTS = frozenset({"dl", "ol", "ul"})
BLOCKS = frozenset({"blockquote", "div", "form", "p", "table"}) | HEADINGS | ITEMS | LISTS
BOXES = frozenset({"div", "table"})


def tabled(tree: HtmlElement) -> None:
    """Lay a page without labels and telling elements out as tables, where that is no change of its words."""
    for element in list(tree.iter(*HEADINGS, *ITEMS, "p")):
        _broken(element)
    for element in list(tree.iter(*LISTS)):
        element.tag = "div"
    for element in list(tree.iter("div")):
        _laid_out(element)


def _broken(element: HtmlElement) -> None:
    """A paragraph as text with two line breaks behind, an item with one; what holds blocks is a box."""
    if not BLOCKS.isdisjoint(_tags(element)):
        element.tag = "div"
        return
    breaks = 1 if element.tag in ITEMS else 2
    element.tag = "b" if element.tag in HEADINGS else "font"
    tail, element.tail = element.tail, None
    for _ in range(breaks):
        element.addnext(html.Element("br"))
    last = element.getnext() if breaks == 1 else element.getnext().getnext()
    last.tail = tail


def _laid_out(element: HtmlElement) -> None:
    """A box of nothing but boxes as a table, a row for each."""
    boxes = [child for child in element if isinstance(child.tag, str)]
    texts = (element.text, *(child.tail for child in element))
    if len(boxes) < 2 or not BOXES.issuperset(_tags(element)) or any(text and text.strip() for text in texts):
        return
    for box in boxes:
        row = etree.SubElement(element, "tr")
        box.tail = None
        etree.SubElement(row, "td").append(box)
    element.tag = "table"


def _tags(element: HtmlElement) -> Iterable[str]:
    return {child.tag for child in element if isinstance(child.tag, str)}
