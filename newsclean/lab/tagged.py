"""Tagged text: pages of which only the tags are left that a sanitizer allows, or that an editor writes by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from lxml import html as lxml_html

from newsclean.lab.html_blocks import INLINE, tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ALLOWED = frozenset({
    "a", "b", "blockquote", "br", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "img", "li", "ol", "p", "strong", "ul",
})  # fmt: skip
"""What sanitizers leave in comments and feeds, more or less."""
ATTRIBUTES = frozenset({"alt", "href", "src"})
WRITTEN = frozenset({"a", "b", "em", "i", "strong"})
"""What an editor writes: paragraphs are parted by blank lines."""
UNSEEN = frozenset({"button", "form", "head", "iframe", "noscript", "script", "style", "svg", "template"})
GAPS = re.compile(r"[ \t]*\n\s*\n\s*")


def sanitized(source: str) -> str:
    """A page's body as a sanitizer leaves it: `ALLOWED` elements, next to no attributes, the others' text on lines."""
    tree = tree_of(source)
    body = tree if tree is None else tree.find("body")
    if body is None:
        return ""
    for element in [*body.iter()]:
        if element.getparent() is not None and (not isinstance(element.tag, str) or element.tag in UNSEEN):
            _drop(element)
    for element in [*body.iterdescendants()]:
        for name in set(element.attrib) - ATTRIBUTES:
            del element.attrib[name]
        if element.tag not in ALLOWED:
            if element.tag not in INLINE:
                element.text, element.tail = "\n" + (element.text or ""), "\n" + (element.tail or "")
            element.drop_tag()
    inner = (lxml_html.tostring(child, encoding="unicode") for child in body)
    return f"<html><body>{escape(body.text or '', quote=False)}{''.join(inner)}</body></html>"


def _drop(element: HtmlElement) -> None:
    """Take an element out, and leave what stands behind it."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def written(source: str) -> str:
    """A page as an editor's text: links and emphasis in tags, `<br />`, and blank lines between paragraphs."""
    tree = tree_of(source)
    body = tree if tree is None else tree.find("body")
    return "" if body is None else GAPS.sub("\n\n", "".join(_pieces(body))).strip()


def _pieces(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    if element.tag == "br":
        yield "<br />\n"
        return
    gap = "" if element.tag in INLINE else "\n\n"
    yield gap
    if element.tag in WRITTEN:
        yield f'<a href="{escape(element.get("href") or "")}">' if element.tag == "a" else f"<{element.tag}>"
    yield _folded(element.text)
    for child in element:
        yield from _pieces(child)
        yield _folded(child.tail)
    yield f"</{element.tag}>{gap}" if element.tag in WRITTEN else gap


def _folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
