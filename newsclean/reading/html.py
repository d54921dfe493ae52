"""HTML → document: one walk over the parser's events, then the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from lxml import etree

from newsclean.reading.document import PARAGRAPH, ROW, Document, Integers
from newsclean.reading.elements import KINDS, LINK, kind_of
from newsclean.reading.head import read_head
from newsclean.reading.markup import ANCESTORS, Markup, Within
from newsclean.reading.nesting import DEEPEST, may_take_long, shallow_parts
from newsclean.reading.runs import Attributes
from newsclean.reading.shell import hidden_article
from newsclean.reading.tree import Walk
from newsclean.reading.unread import UNSHOWN

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
SPECIAL = LABELS - {"class"} | {"role", "hidden", "aria-hidden", "style"}
"""Attributes for which an element needs a closer look."""
ITEMS = frozenset({"li", "dt", "dd"})
CELLS = frozenset({"td", "th", "tr"})
LISTS = frozenset({"ul", "ol", "dl", "dir", "menu"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
NO_DIGITS = {ord(digit): None for digit in "0123456789"}


def read_html(source: str) -> Document:
    """The blocks of an HTML page, fragment or remains of one. Nothing raises; what holds no text has no blocks."""
    walk, known = _walked(source)
    if max(known.depth) > 2 * DEEPEST:
        walk, known = _walked(source, in_parts=True)
    n = len(walk.blocks)
    texts, _, links, begun = zip(*walk.blocks, strict=True) if n else ((), (), (), ())
    markup = _markup(walk, known, np.array(begun, np.int32))
    sizes = np.fromiter(map(len, texts), np.int32, n)
    ends = np.cumsum(sizes + 1, dtype=np.int32) - 1
    item = np.array(known.item, np.int32)[markup.element]
    tag = markup.tag[markup.element]
    return Document(
        source=source,
        kind="html",
        layout="markup",
        text="\n".join([*texts, ""]),
        starts=ends - sizes,
        ends=ends,
        spans=np.full((n, 2), -1, np.int32),
        follows=_follows(markup, item, tag),
        blanks=np.zeros(n, np.int32),
        indent=np.zeros(n, np.int32),
        heading=np.array([HEADINGS.get(name, 0) for name in markup.tags], np.int32)[tag],
        item=(item > 0).astype(np.int32),
        links=np.array(links, np.int32),
        markup=markup,
    )


def _walked(source: str, *, in_parts: bool = False) -> tuple[Walk, Holders]:
    """The walk over a page. in_parts: whether it is known to nest deeper than elements do."""
    walk = Walk()
    _feed(walk, source, in_parts=in_parts)
    for tag, _, text in list(walk.captured):
        if tag == "noframes" and "<" in text:
            _feed(walk, text, in_parts=in_parts)
    if unseen := hidden_article([block[0] for block in walk.blocks], walk.captured):
        _feed(walk, unseen, in_parts=in_parts)
    return walk, Holders(walk, [block[1] for block in walk.blocks])


def _feed(walk: Walk, source: str, *, in_parts: bool) -> None:
    for part in shallow_parts(source) if in_parts or may_take_long(source) else (source,):
        _parse(walk, part)


def _parse(walk: Walk, source: str) -> None:
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
    depth: of each. within: `Within` flags. label: number of each label in `labels`. signature: number of each tag and
    class, digits aside. inner: the element of each block.
    """

    def __init__(self, walk: Walk, inner: Sequence[int]) -> None:
        used = sorted(_used(walk.parents, inner))
        number = dict(zip(used, range(len(used)), strict=True))
        self.inner = [number[at] for at in inner]
        self.parent, self.owner, self.depth, self.item, self.within = [0], [0], [0], [0], [0]
        self.tag = [walk.tags[at] for at in used]
        self.label, self.labels = [0], {"": 0}
        self.signature, self._signatures, self._plain = [0], {("", ""): 0}, {("", ""): 0}
        attributes = [walk.attributes[at] for at in used]
        self._inherit([number[walk.parents[at]] for at in used], attributes)

    def _inherit(self, parents: Sequence[int], all_attributes: Sequence[Attributes]) -> None:
        owner, depth, item, within = self.owner, self.depth, self.item, self.within
        parts, labels, signatures = PARTS, self.labels, self._signatures
        # one loop and local names: this and the walk are the hot path of reading
        for place, (parent, tag, attributes) in enumerate(
            zip(parents[1:], self.tag[1:], all_attributes[1:], strict=True), 1
        ):
            role, flag = parts.get(tag) or _part(tag)
            owner.append(owner[parent] if role == INLINE_PART else place)
            depth.append(depth[parent] + 1)
            item.append(item[parent] if role < LIST_PART else place if role == ITEM_PART else 0)
            label = name = ""
            if attributes:
                label = name = attributes.get("class", "")
                # of a class alone there is no more to know
                if (len(attributes) > 1 or not name) and not SPECIAL.isdisjoint(attributes):
                    flag |= _told(attributes)
                    label = " ".join([value for key, value in attributes.items() if key in LABELS])
            within.append(flag | within[parent])
            self.label.append(labels.setdefault(label, len(labels)))
            number = signatures.get((tag, name))
            self.signature.append(self._signature(tag, name) if number is None else number)
        self.parent = list(parents)

    def _signature(self, tag: str, name: str) -> int:
        number = self._plain.setdefault((tag, name.translate(NO_DIGITS)), len(self._plain))
        self._signatures[tag, name] = number
        return number


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


def _follows(markup: Markup, item: Integers, tag: Integers) -> Integers:
    """ROW for a list item behind an item of the same list, and for a table's row behind a row of the same table.

    Blocks of one row, or of one cell, are paragraphs: what is parted is no row of figures but a layout.
    item, tag: int32 (n,), the list item each block stands in, and the tag of its element.
    """
    follows = np.full(len(tag), PARAGRAPH, np.int32)
    now, last = item[1:], item[:-1]
    row = (now > 0) & (last > 0) & (now != last) & (markup.parent[now] == markup.parent[last])
    cells = np.flatnonzero(np.array([name in CELLS for name in markup.tags], np.bool_)[tag])
    if len(cells):
        table = np.zeros((2, len(tag)), np.int32)
        table[:, cells] = np.array([_table_row(markup, at) for at in markup.element[cells].tolist()]).T
        (whole, one), (whole_before, one_before) = table[:, 1:], table[:, :-1]
        row |= (whole > 0) & (whole == whole_before) & (one != one_before)
    follows[1:][row] = ROW
    return follows


def _table_row(markup: Markup, at: int) -> tuple[int, int]:
    """The table that a cell or row stands in, or 0, and the row."""
    row = at
    for _ in range(6):
        if markup.tags[markup.tag[at]] == "tr":
            row = at
        at = int(markup.parent[at])
        if markup.tags[markup.tag[at]] == "table":
            return at, row
    return 0, row


def _markup(walk: Walk, known: Holders, link_count: Integers) -> Markup:
    parent, inner = np.array(known.parent, np.int32), np.array(known.inner, np.int32)
    element = np.array(known.owner, np.int32)[inner]
    ancestors = np.empty((ANCESTORS, len(inner)), np.int32)
    ancestors[0] = element
    for level in range(1, ANCESTORS):
        parent.take(ancestors[level - 1], out=ancestors[level], mode="clip")  # "clip" spares a copy
    tags: dict[str, int] = {}
    return Markup(
        head=read_head(walk.captured, walk.metas, walk.attributes),
        parent=parent,
        depth=np.array(known.depth, np.int32),
        tag=np.array([tags.setdefault(tag, len(tags)) for tag in known.tag], np.int32),
        tags=tuple(tags),
        label=np.array(known.label, np.int32),
        labels=tuple([text[:MOST_LABEL] for text in known.labels]),
        signature=np.array(known.signature, np.int32),
        element=element,
        inner=inner,
        ancestors=np.ascontiguousarray(ancestors.T),
        within=np.array(known.within, np.int32)[inner],
        link_count=link_count,
    )


def _used(parents: Sequence[int], inner: Sequence[int]) -> set[int]:
    """The elements that hold a block, and the document."""
    used = {0}
    for at in inner:
        while at not in used:
            used.add(at)
            at = parents[at]
    return used
