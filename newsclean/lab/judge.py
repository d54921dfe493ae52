"""The judge of a page's elements: the role that markup around a block gives it, and when it is not believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from newsclean.lab.html_blocks import HtmlBlock, normal
from newsclean.lab.markup_roles import ENTRIES, MOST, NAV_YIELDS, STICKY, role_of_element
from newsclean.page import Role
from newsclean.titles import size_of

AGREE = 0.75
"""Share of a block's characters that must have one role."""
OFTEN = 3
"""An article has its date and its author up to so many times; what comes more often belongs to a list."""
PICTURE_NEAR = 4
"""Ancestors of a caption among which one must hold a picture."""
STORY_WORDS = 7
"""A link of so many words in a menu is a headline, not a label; footers have long labels too."""
TOPIC_WORDS = 4
TOPICS = 3
"""So many blocks, none with more than so many words, are a list of topics, whatever calls them popular."""
_PICTURES = ("img", "picture", "video", "figure", "amp-img", "iframe", "audio")


class Judge:
    """Judges the elements of one page.

    An element that holds gold says nothing about the rest of its text. Of the others the nearest one that says
    something counts, but a teaser or a comment stays one as a whole, and in navigation only few things are themselves.
    """

    def __init__(self, blocks: Sequence[HtmlBlock], gold: Iterable[_Element]) -> None:
        self._holders: set[_Element] = set()
        for holder in gold:
            at: _Element | None = holder
            while at is not None and at not in self._holders:
                self._holders.add(at)
                at = at.getparent()
        self._sizes: Counter[_Element] = Counter()
        self._blocks: Counter[_Element] = Counter()
        self._longest: dict[_Element, int] = {}
        for block in blocks:
            for element, piece in block.pieces:
                self._add(element, len(normal(piece)))
            self._count(block)
        self._judged: dict[_Element, Role | None] = {}
        self._signatures = Counter(_signature(block) for block in blocks)

    def role(self, block: HtmlBlock) -> Role | None:
        """The role that most of a block's characters get from the elements around them."""
        characters: Counter[Role | None] = Counter()
        for element, piece in block.pieces:
            characters[self._judge(element)] += len(normal(piece))
        role, count = characters.most_common(1)[0]
        if count < AGREE * characters.total():
            return None
        if role is Role.NAV and _headlines(block):
            return Role.TEASER
        listed = role in (Role.BYLINE, Role.TIMESTAMP) and self._signatures[_signature(block)] > OFTEN
        return None if listed else role

    def _add(self, element: _Element | None, size: int) -> None:
        while element is not None and element not in self._holders:
            self._sizes[element] += size
            element = element.getparent()

    def _count(self, block: HtmlBlock) -> None:
        words = size_of(block.text)
        at: _Element | None = block.pieces[0][0]
        while at is not None and at not in self._holders:
            self._blocks[at] += 1
            self._longest[at] = max(words, self._longest.get(at, 0))
            at = at.getparent()

    def _judge(self, element: _Element) -> Role | None:
        path = []
        at: _Element | None = element
        while at is not None and at not in self._judged and at not in self._holders:
            path.append(at)
            at = at.getparent()
        role = self._judged.get(at) if at is not None else None
        for inner in reversed(path):
            role = self._inside(role, self._own(inner), inner)
            self._judged[inner] = role
        return role

    def _own(self, element: _Element) -> Role | None:
        role = role_of_element(element)
        if role is None:  # an article that holds none of the gold is another one
            return Role.TEASER if element.tag == "article" else None
        if role is Role.LEGAL and _within(element, "figure"):
            role = Role.CAPTION
        if self._sizes[element] > MOST.get(role, self._sizes[element]):
            return None
        if role is Role.TEASER and self._blocks[element] >= TOPICS and self._longest[element] <= TOPIC_WORDS:
            return Role.NAV
        return None if role is Role.CAPTION and not _captions_a_picture(element) else role

    @staticmethod
    def _inside(outer: Role | None, own: Role | None, element: _Element) -> Role | None:
        if own is None or outer in STICKY or (outer is Role.NAV and own not in NAV_YIELDS):
            return outer
        if outer is Role.NAV and own is Role.PROMO and element.tag in ENTRIES:
            return outer  # a menu's way to the newsletters is an entry like the others
        return outer if outer is Role.BYLINE and own is Role.CAPTION else own


def _within(element: _Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _headlines(block: HtmlBlock) -> bool:
    """Whether a block in a menu is a link to a story: as long as no label is, and not in a footer."""
    element = block.pieces[0][0]
    if size_of(block.text) < STORY_WORDS or not (element.tag == "a" or _within(element, "a")):
        return False
    names = (f"{at.tag} {at.get('class') or ''} {at.get('id') or ''}".lower() for at in element.iterancestors())
    return not any("footer" in name for name in names)


def _captions_a_picture(element: _Element) -> bool:
    if _within(element, "a"):
        return False  # the picture of a link belongs to what is linked
    near = (ancestor for ancestor, _ in zip(element.iterancestors(), range(PICTURE_NEAR), strict=False))
    return any(next(ancestor.iter(*_PICTURES), None) is not None for ancestor in near)


def _signature(block: HtmlBlock) -> tuple[object, ...]:
    """Tag and class of the element that holds a block, and of its parent."""
    element = block.pieces[0][0]
    parent = element.getparent()
    own = (element.tag, element.get("class"))
    return (*own, parent.tag, parent.get("class")) if parent is not None else own
