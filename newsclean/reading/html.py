"""HTML → document: one walk over the parser's events, then the columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from lxml import etree

from newsclean.reading.controls import without_controls_in_tags
from newsclean.reading.document import PARAGRAPH, ROW, Document, Integers
from newsclean.reading.head import read_head
from newsclean.reading.holders import Holders
from newsclean.reading.markup import ANCESTORS, Markup
from newsclean.reading.nesting import DEEPEST, may_take_long, shallow_parts
from newsclean.reading.published import dated_elements
from newsclean.reading.shell import hidden_article
from newsclean.reading.tree import Walk

MOST_LABEL = 300
"""Characters of a label that are read."""
DOCUMENT, DOCUMENT_AT = "doc", 4
"""The element that holds all of a page in trafilatura's XML, and how many stand above it where it was read as HTML."""
DESCRIBED = {
    "title": "og:title", "author": "author", "date": "date", "sitename": "og:site_name", "description": "description",
}  # fmt: skip
"""Its attributes, and the names of `<meta>` that say the same."""
CELLS = frozenset({"td", "th", "tr"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(source: str) -> Document:
    """The blocks of an HTML page, fragment or remains of one. Nothing raises; what holds no text has no blocks."""
    walk, known, cut = _walked(source)
    if max(known.depth) > 2 * DEEPEST:
        walk, known, cut = _walked(source, in_parts=True)
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
        cut=cut,
    )


def _walked(source: str, *, in_parts: bool = False) -> tuple[Walk, Holders, bool]:
    """The walk over a page, and whether that shows an article's beginning alone. in_parts: whether it is known to nest
    deeper than elements do."""
    walk = Walk()
    _feed(walk, source, in_parts=in_parts)
    for tag, _, text in list(walk.captured):
        if tag == "noframes" and "<" in text:
            _feed(walk, text, in_parts=in_parts)
    unseen, begun = hidden_article([block[0] for block in walk.blocks], walk.captured)
    if unseen:
        _feed(walk, unseen, in_parts=in_parts)
    return walk, Holders(walk, [block[1] for block in walk.blocks]), begun


def _described(walk: Walk) -> Iterator[dict[str, str]]:
    """What the XML of an extractor says of the page, as `<meta>` would."""
    if DOCUMENT in walk.tags[: DOCUMENT_AT + 1]:
        said = walk.attributes[walk.tags.index(DOCUMENT)]
        yield from ({"name": name, "content": said[key]} for key, name in DESCRIBED.items() if key in said)


def _feed(walk: Walk, source: str, *, in_parts: bool) -> None:
    source = without_controls_in_tags(source)
    for part in shallow_parts(source) if in_parts or may_take_long(source) else (source,):
        _parse(walk, part)


def _parse(walk: Walk, source: str) -> None:
    # libxml2 gets bytes: of a str it would refuse an encoding declaration
    data = source.encode("utf-8", "ignore")
    target: Any = walk  # the stubs ask for methods that lxml does without
    try:
        etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True, target=target))
    except etree.XMLSyntaxError:
        walk.close()  # nothing in it that libxml2 takes for a document


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
        head=read_head(
            walk.captured, [*walk.metas, *_described(walk)], dated_elements(walk.parents, walk.tags, walk.attributes)
        ),
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
        interactive=np.array(known.interactive, np.int32),
        link_count=link_count,
    )
