"""The elements of an HTML page that hold its blocks: what each one is, and what it says of all below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclean.reading.elements import KINDS, LINK, kind_of
from newsclean.reading.markup import Within
from newsclean.reading.runs import Attributes
from newsclean.reading.tree import Walk
from newsclean.reading.unread import UNSHOWN

LABELS = frozenset(
    {"class", "id", "itemprop", "role", "property", "rel", "data-block", "data-component", "data-component-name"}
    | {"data-module", "data-name", "data-qa", "data-role", "data-test", "data-testid", "data-type"}
)
"""Attributes by which authors say what an element is."""
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
HIDDEN, ARIA_HIDDEN, ANCHOR = Within.HIDDEN.value, Within.ARIA_HIDDEN.value, Within.ANCHOR.value
SPECIAL = LABELS - {"class"} | {"hidden", "aria-hidden", "style"}
"""Attributes for which an element needs a closer look."""
ITEMS = frozenset({"li", "dt", "dd"})
LISTS = frozenset({"ul", "ol", "dl", "dir", "menu"})
NO_DIGITS = {ord(digit): None for digit in "0123456789"}


class Holders:
    """The elements that hold a block, numbered anew in their order; 0 stays the document.

    parent, tag: of each. owner: the block-level element each belongs to. item: the list item each stands in, or 0.
    depth: of each. interactive: how many elements of each, in none below it that holds a block, are used and not read.
    within: `Within` flags. label: number of each label in `labels`. signature: number of each tag and class, digits
    aside. inner: the element of each block.
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
        self.interactive = [0] * len(used)
        for at in walk.interactive:
            self.interactive[_nearest(number, walk.parents, at)] += 1

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
                if tag == "a" and "#" in attributes.get("href", ""):
                    flag |= ANCHOR
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


def _nearest(number: dict[int, int], parents: Sequence[int], at: int) -> int:
    """The number of the element, or of the first above it that has one, which those passed have from then on."""
    passed = []
    while at not in number:
        passed.append(at)
        at = parents[at]
    number.update(dict.fromkeys(passed, number[at]))
    return number[at]


def _used(parents: Sequence[int], inner: Sequence[int]) -> set[int]:
    """The elements that hold a block, and the document."""
    used = {0}
    for at in inner:
        while at not in used:
            used.add(at)
            at = parents[at]
    return used
