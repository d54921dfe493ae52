"""HTML → document: one walk over the parser's events, then the columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from lxml import etree

from newsclean.reading.document import PARAGRAPH, ROW, Document, Integers
from newsclean.reading.head import read_head
from newsclean.reading.markup import ANCESTORS, Markup, Within
from newsclean.reading.tree import LINK, Attributes, Piece, Walk, kind_of

LABELS = frozenset(
    {"class", "id", "itemprop", "role", "property", "rel", "data-block", "data-component", "data-component-name"}
    | {"data-module", "data-name", "data-qa", "data-role", "data-test", "data-testid", "data-type"}
)
"""Attributes by which authors say what an element is."""
MOST_LABEL = 300
"""Characters of a label that are read."""
WITHIN: Mapping[str, int] = {
    "article": Within.ARTICLE.value,
    "main": Within.MAIN.value,
    "aside": Within.ASIDE.value,
    "header": Within.HEADER.value,
    "footer": Within.FOOTER.value,
    "nav": Within.NAV.value,
    "menu": Within.NAV.value,
    "figure": Within.FIGURE.value,
    "figcaption": Within.CAPTION.value,
    "blockquote": Within.QUOTE.value,
    "table": Within.TABLE.value,
    "ul": Within.LIST.value,
    "ol": Within.LIST.value,
    "dl": Within.LIST.value,
    "form": Within.FORM.value,
    "section": Within.SECTION.value,
    "details": Within.DETAILS.value,
    "a": Within.LINK.value,
    "pre": Within.PRE.value,
    "dialog": Within.DIALOG.value,
}
ROLES: Mapping[str, int] = {
    "article": Within.ARTICLE.value,
    "main": Within.MAIN.value,
    "complementary": Within.ASIDE.value,
    "banner": Within.HEADER.value,
    "contentinfo": Within.FOOTER.value,
    "navigation": Within.NAV.value,
    "menu": Within.NAV.value,
    "figure": Within.FIGURE.value,
    "dialog": Within.DIALOG.value,
    "alertdialog": Within.DIALOG.value,
}
HIDDEN, ARIA_HIDDEN = Within.HIDDEN.value, Within.ARIA_HIDDEN.value
TELLING = frozenset({"role", "hidden", "aria-hidden", "style"})
UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
ITEMS = frozenset({"li", "dt", "dd"})
LISTS = frozenset({"ul", "ol", "dl", "dir", "menu"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
NO_DIGITS = {ord(digit): None for digit in "0123456789"}


def read_html(source: str) -> Document:
    """The blocks of an HTML page, fragment or remains of one. Nothing raises; what holds no text has no blocks."""
    walk = _walked(source)
    blocks = walk.blocks
    elements = walk.elements
    owners, flags, depths, items = _inherited(elements)
    inner = np.fromiter((piece.inner for piece in blocks), np.int32, len(blocks))
    element = np.array(owners, np.int32)[inner]
    item = np.array(items, np.int32)[element]
    sizes = np.fromiter((len(piece.text) for piece in blocks), np.int32, len(blocks))
    ends = np.cumsum(sizes + 1, dtype=np.int32) - 1
    tags = [elements[at][1] for at in element.tolist()]
    return Document(
        source=source,
        kind="html",
        layout="markup",
        text="".join([piece.text + "\n" for piece in blocks]),
        starts=ends - sizes,
        ends=ends,
        spans=np.full((len(blocks), 2), -1, np.int32),
        follows=_follows(elements, tags, element, item),
        blanks=np.zeros(len(blocks), np.int32),
        indent=np.zeros(len(blocks), np.int32),
        heading=np.fromiter((HEADINGS.get(tag, 0) for tag in tags), np.int32, len(blocks)),
        item=(item > 0).astype(np.int32),
        links=np.fromiter((piece.linked for piece in blocks), np.int32, len(blocks)),
        markup=_markup(walk, blocks, element, inner, flags, depths),
    )


def _walked(source: str) -> Walk:
    walk = Walk()
    _feed(walk, source)
    for tag, _, text in list(walk.captured):
        if tag == "noframes" and "<" in text:
            _feed(walk, text)
    return walk


def _feed(walk: Walk, source: str) -> None:
    # libxml2 gets bytes: of a str it would refuse an encoding declaration
    data = source.replace("\x00", "").encode("utf-8", "ignore")
    target: Any = walk  # the stubs ask for methods that lxml does without
    try:
        etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True, target=target))
    except etree.XMLSyntaxError:
        walk.close()  # nothing in it that libxml2 takes for a document


def _inherited(
    elements: Sequence[tuple[int, str, Attributes]],
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Of each element: the block-level element it belongs to, `Within` flags, depth, and the list item it stands in."""
    owners, flags, depths, items = [0], [0], [0], [0]
    within = WITHIN.get
    for at, (parent, tag, attributes) in enumerate(elements[1:], 1):
        kind = kind_of(tag)
        owners.append(at if kind and kind != LINK else owners[parent])
        flag = flags[parent] | within(tag, 0)
        if attributes and not TELLING.isdisjoint(attributes):
            flag |= _told(attributes)
        flags.append(flag)
        depths.append(depths[parent] + 1)
        items.append(at if tag in ITEMS else 0 if tag in LISTS else items[parent])
    return owners, flags, depths, items


def _told(attributes: Attributes) -> int:
    """`Within` flags that an element's attributes tell."""
    flag = ROLES.get(attributes.get("role", ""), 0)
    if "hidden" in attributes or UNSHOWN.search(attributes.get("style", "")):
        flag |= HIDDEN
    if attributes.get("aria-hidden") == "true":
        flag |= ARIA_HIDDEN
    return flag


def _follows(
    elements: Sequence[tuple[int, str, Attributes]], tags: Sequence[str], element: Integers, item: Integers
) -> Integers:
    """ROW for a list item behind an item of the same list, and for a table's row behind a row of the same table."""
    follows = np.full(len(tags), PARAGRAPH, np.int32)
    listed = item.tolist()
    last_table = last_item = 0
    for i, (tag, at) in enumerate(zip(tags, element.tolist(), strict=True)):
        table = _table(elements, at) if tag in {"td", "th", "tr"} else 0
        now = listed[i]
        beside = now and last_item and now != last_item and elements[now][0] == elements[last_item][0]
        if (table and table == last_table) or beside:
            follows[i] = ROW
        last_table, last_item = table, now
    return follows


def _table(elements: Sequence[tuple[int, str, Attributes]], at: int) -> int:
    for _ in range(6):
        at = elements[at][0]
        if elements[at][1] == "table":
            return at
    return 0


def _markup(
    walk: Walk, blocks: Sequence[Piece], element: Integers, inner: Integers, flags: list[int], depths: list[int]
) -> Markup:
    elements = walk.elements
    parent = np.fromiter((e[0] for e in elements), np.int32, len(elements))
    ancestors = np.empty((len(blocks), ANCESTORS), np.int32)
    at = element
    for level in range(ANCESTORS):
        ancestors[:, level] = at
        at = parent[at]
    label, labels, signature = _named(elements, _used(elements, inner.tolist()))
    tags: dict[str, int] = {}
    tag = np.fromiter((tags.setdefault(e[1], len(tags)) for e in elements), np.int32, len(elements))
    return Markup(
        head=read_head(walk.captured, walk.metas, (e[2] for e in elements if e[1] == "time")),
        parent=parent,
        depth=np.array(depths, np.int32),
        tag=tag,
        tags=tuple(tags),
        label=label,
        labels=labels,
        signature=signature,
        element=element,
        inner=inner,
        ancestors=ancestors,
        within=np.array(flags, np.int32)[inner],
        link_count=np.fromiter((piece.links for piece in blocks), np.int32, len(blocks)),
    )


def _used(elements: Sequence[tuple[int, str, Attributes]], inner: Sequence[int]) -> set[int]:
    """The elements that hold a block."""
    used = {0}
    for at in inner:
        while at not in used:
            used.add(at)
            at = elements[at][0]
    return used


def _named(
    elements: Sequence[tuple[int, str, Attributes]], used: set[int]
) -> tuple[Integers, tuple[str, ...], Integers]:
    """Of the used elements: the number of their label, the labels, the number of their tag and class."""
    label = np.zeros(len(elements), np.int32)
    signature = np.full(len(elements), -1, np.int32)
    labels: dict[str, int] = {"": 0}
    signatures: dict[tuple[str, str], int] = {}
    for at in used:
        _, tag, attributes = elements[at]
        name = attributes.get("class", "") if attributes else ""
        if attributes and not LABELS.isdisjoint(attributes):
            said = " ".join([value for key, value in attributes.items() if key in LABELS])[:MOST_LABEL]
            label[at] = labels.setdefault(said, len(labels))
        key = (tag, name.translate(NO_DIGITS) if name else name)
        signature[at] = signatures.setdefault(key, len(signatures))
    return label, tuple(labels), signature
