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
from newsclean.reading.tree import KINDS, LINK, Attributes, Walk, kind_of

LABELS = frozenset(
    {"class", "id", "itemprop", "role", "property", "rel", "data-block", "data-component", "data-component-name"}
    | {"data-module", "data-name", "data-qa", "data-role", "data-test", "data-testid", "data-type"}
)
"""Attributes by which authors say what an element is."""
OTHER_LABELS = LABELS - {"class"}
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
    "noscript": Within.HIDDEN.value,  # some systems put the article's text there
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
    n = len(blocks)
    known = Holders(walk)
    element = [known.owner[at] for at in known.inner]
    item = [known.item[at] for at in element]
    tags = [known.tag[at] for at in element]
    sizes = np.fromiter([len(piece[0]) for piece in blocks], np.int32, n)
    ends = np.cumsum(sizes + 1, dtype=np.int32) - 1
    return Document(
        source=source,
        kind="html",
        layout="markup",
        text="".join([piece[0] + "\n" for piece in blocks]),
        starts=ends - sizes,
        ends=ends,
        spans=np.full((n, 2), -1, np.int32),
        follows=_follows(known, tags, element, item),
        blanks=np.zeros(n, np.int32),
        indent=np.zeros(n, np.int32),
        heading=np.fromiter([HEADINGS.get(tag, 0) for tag in tags], np.int32, n),
        item=(np.array(item, np.int32) > 0).astype(np.int32),
        links=np.fromiter([piece[2] for piece in blocks], np.int32, n),
        markup=_markup(walk, known, np.array(element, np.int32)),
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
    data = (source.replace("\x00", "") if "\x00" in source else source).encode("utf-8", "ignore")
    target: Any = walk  # the stubs ask for methods that lxml does without
    try:
        etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True, target=target))
    except etree.XMLSyntaxError:
        walk.close()  # nothing in it that libxml2 takes for a document


class Holders:
    """The elements that hold a block, numbered anew in their order; 0 stays the document.

    parent, tag: of each. owner: the block-level element each belongs to. item: the list item each stands in, or 0.
    depth: of each. within: `Within` flags. attributes: of each. inner: the element of each block.
    """

    def __init__(self, walk: Walk) -> None:
        inner = [piece[1] for piece in walk.blocks]
        used = sorted(_used(walk.parents, inner))
        number = dict(zip(used, range(len(used)), strict=True))
        self.inner = [number[at] for at in inner]
        self.parent = [number[walk.parents[at]] for at in used]
        self.tag = [walk.tags[at] for at in used]
        self.attributes = [walk.attributes[at] for at in used]
        self.owner, self.depth, self.item, self.within = [0], [0], [0], [0]
        self._inherit()

    def _inherit(self) -> None:
        owner, depth, item, within = self.owner, self.depth, self.item, self.within
        rows = zip(self.parent[1:], self.tag[1:], self.attributes[1:], strict=True)
        for place, (parent, tag, attributes) in enumerate(rows, 1):
            role, flag = PARTS.get(tag) or _part(tag)
            owner.append(owner[parent] if role == INLINE_PART else place)
            depth.append(depth[parent] + 1)
            item.append(item[parent] if role < LIST_PART else place if role == ITEM_PART else 0)
            flag |= within[parent]
            if not TELLING.isdisjoint(attributes):
                flag |= _told(attributes)
            within.append(flag)

    def named(self) -> tuple[list[int], tuple[str, ...], list[int]]:
        """The number of each element's label, the labels, and the number of each element's tag and class."""
        labels: dict[str, int] = {"": 0}
        signatures: dict[tuple[str, str], int] = {}
        plain: dict[tuple[str, str], int] = {}
        label, signature = [], []
        for tag, attributes in zip(self.tag, self.attributes, strict=True):
            said = name = attributes.get("class", "") if attributes else ""
            if not OTHER_LABELS.isdisjoint(attributes):
                said = " ".join([value for key, value in attributes.items() if key in LABELS])
            known = labels.get(said)
            label.append(labels.setdefault(said, len(labels)) if known is None else known)
            key = (tag, name)
            number = signatures.get(key)
            if number is None:
                number = plain.setdefault((tag, name.translate(NO_DIGITS)), len(plain))
                signatures[key] = number
            signature.append(number)
        return label, tuple(text[:MOST_LABEL] for text in labels), signature


def _part(tag: str) -> tuple[int, int]:
    """What a tag means to the elements below it: how it takes part in block and list, and its `Within` flag."""
    kind = kind_of(tag)
    if tag in LISTS:
        role = LIST_PART
    elif tag in ITEMS:
        role = ITEM_PART
    else:
        role = BLOCK_PART if kind and kind != LINK else INLINE_PART
    return role, WITHIN.get(tag, 0)


INLINE_PART, BLOCK_PART, LIST_PART, ITEM_PART = range(4)
PARTS: Mapping[str, tuple[int, int]] = {tag: _part(tag) for tag in KINDS}


def _told(attributes: Attributes) -> int:
    """`Within` flags that an element's attributes tell."""
    flag = ROLES.get(attributes.get("role", ""), 0)
    if "hidden" in attributes or UNSHOWN.search(attributes.get("style", "")):
        flag |= HIDDEN
    if attributes.get("aria-hidden") == "true":
        flag |= ARIA_HIDDEN
    return flag


def _follows(known: Holders, tags: Sequence[str], element: Sequence[int], item: Sequence[int]) -> Integers:
    """ROW for a list item behind an item of the same list, and for a table's row behind a row of the same table."""
    follows = np.full(len(tags), PARAGRAPH, np.int32)
    parent = known.parent
    last_table = last_item = 0
    for i, (tag, now) in enumerate(zip(tags, item, strict=True)):
        table = _table(known, element[i]) if tag in {"td", "th", "tr"} else 0
        beside = now and last_item and now != last_item and parent[now] == parent[last_item]
        if (table and table == last_table) or beside:
            follows[i] = ROW
        last_table, last_item = table, now
    return follows


def _table(known: Holders, at: int) -> int:
    for _ in range(6):
        at = known.parent[at]
        if known.tag[at] == "table":
            return at
    return 0


def _markup(walk: Walk, known: Holders, element: Integers) -> Markup:
    parent = np.array(known.parent, np.int32)
    inner = np.array(known.inner, np.int32)
    ancestors = np.empty((len(inner), ANCESTORS), np.int32)
    at = element
    for level in range(ANCESTORS):
        ancestors[:, level] = at
        at = parent[at]
    label, labels, signature = known.named()
    tags: dict[str, int] = {}
    times = [attributes for tag, attributes in zip(known.tag, known.attributes, strict=True) if tag == "time"]
    return Markup(
        head=read_head(walk.captured, walk.metas, times),
        parent=parent,
        depth=np.array(known.depth, np.int32),
        tag=np.array([tags.setdefault(tag, len(tags)) for tag in known.tag], np.int32),
        tags=tuple(tags),
        label=np.array(label, np.int32),
        labels=labels,
        signature=np.array(signature, np.int32),
        element=element,
        inner=inner,
        ancestors=ancestors,
        within=np.array(known.within, np.int32)[inner],
        link_count=np.fromiter([piece[3] for piece in walk.blocks], np.int32, len(inner)),
    )


def _used(parents: Sequence[int], inner: Sequence[int]) -> set[int]:
    """The elements that hold a block, and the document."""
    used = {0}
    for at in inner:
        while at not in used:
            used.add(at)
            at = parents[at]
    return used
