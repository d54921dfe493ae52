"""What only HTML knows about its blocks, and what the page's head says of the article."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntFlag

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int32]

ANCESTORS = 10
"""How many elements, from a block's own upwards, are held for each block."""


class Within(IntFlag):
    """What a block stands in: itself or any ancestor."""

    ARTICLE = 1
    MAIN = 2
    ASIDE = 4
    HEADER = 8
    FOOTER = 16
    NAV = 32
    FIGURE = 64
    CAPTION = 128
    QUOTE = 256
    TABLE = 512
    LIST = 1024
    FORM = 2048
    SECTION = 4096
    DETAILS = 8192
    LINK = 16384
    PRE = 32768
    HIDDEN = 65536  # the `hidden` attribute, an inline style that shows nothing, or `<noscript>`
    ARIA_HIDDEN = 131072
    DIALOG = 262144
    ANCHOR = 524288  # a link to a place on a page


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """What the page's head, its JSON-LD and its microdata say of the article; "" where they say nothing.

    title: the `<title>`. og_title, og_description: OpenGraph, else the Twitter card. description: `<meta>` or JSON-LD.
    headline, article_body, author: of the JSON-LD article, then of `<meta>`. published: as marked up.
    site: `og:site_name`. types: every JSON-LD `@type` of the page, in small letters. stamped: whether `<meta>` or
    JSON-LD say when the article was published, and not an element alone, which may be another story's.
    """

    title: str = ""
    headline: str = ""
    description: str = ""
    article_body: str = ""
    author: str = ""
    published: str = ""
    og_title: str = ""
    og_description: str = ""
    og_type: str = ""
    site: str = ""
    types: frozenset[str] = field(default_factory=frozenset)
    stamped: bool = False


OF_BLOCKS = ("element", "inner", "ancestors", "within", "link_count")
"""What a page's markup tells of each block."""


@dataclass(frozen=True, slots=True, eq=False)
class Markup:
    """The page's elements (m of them, element 0 the document itself) and how its blocks (n of them) stand in them.

    Only elements that hold a block, at any depth, are there, in source order: a parent before its children.

    parent: int32 (m,), the parent element; 0 for the root, which is its own parent.
    depth: int32 (m,), 0 for the root.
    tag: int32 (m,), index into `tags`.
    label: int32 (m,), index into `labels`: class, id, role and the like, one string; 0 (the empty one) for elements
        without.
    signature: int32 (m,), equal for elements of the same tag and class, digits aside.
    interactive: int32 (m,), buttons, fields, players and frames in each, but for those in an element below it.
    element: int32 (n,), the block-level element a block belongs to.
    inner: int32 (n,), the innermost element at the block's first letter: `element` or something inline below it.
    ancestors: int32 (n, ANCESTORS), `element`, its parent and so on; the root repeats at the top.
    within: int32 (n,), `Within` flags.
    link_count: int32 (n,), links that begin in the block.
    """

    head: Head
    parent: Integers
    depth: Integers
    tag: Integers
    tags: tuple[str, ...]
    label: Integers
    labels: tuple[str, ...]
    signature: Integers
    interactive: Integers
    element: Integers
    inner: Integers
    ancestors: Integers
    within: Integers
    link_count: Integers

    def only(self, blocks: NDArray[np.intp]) -> Markup:
        """How some of the blocks stand in the page's elements, of which some may hold none."""
        columns = {name: getattr(self, name)[blocks] for name in OF_BLOCKS}
        return replace(self, **columns)
