"""Nesting: pages whose elements nest deeper than browsers let them, as where authors forget to end each of them.

Below a depth a browser puts elements beside each other that are written within each other. libxml2 does not, and for
each end tag of no open element it looks through all that are open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from newsclean.reading.runs import Attributes

DEEPEST = 512
"""Elements within each other from which a page is read in parts; of the corpora's pages none has fifty."""
PIECE = 1000
"""Characters after which it is looked how deep they are."""
MUCH = 20_000_000
"""End tags times other tags up to which libxml2 is done in no time, however they stand."""
START_TAG = re.compile("<[a-z]", re.I)
PROBE = "newsclean-probe"
"""An element that no page has."""


def may_take_long(source: str) -> bool:
    """Whether a page has so many tags that it has to be known how deep they nest before it is read."""
    tags = source.count("<")
    if tags * tags <= 4 * MUCH:
        return False
    ends = source.count("</")
    return ends * (tags - ends) > MUCH


def shallow_parts(source: str) -> list[str]:
    """A page in parts, each of which nests little deeper than `DEEPEST`; a page like others is one part."""
    parts: list[str] = []
    begin, at, depth = 0, 0, Depth()
    for end in _places(source):
        depth.feed(source[at:end])
        at = end
        if depth.open > DEEPEST and depth.is_between_tags():
            parts.append(source[begin:end])
            begin, depth = end, Depth()
    return [*parts, source[begin:]]


def _places(source: str) -> Iterator[int]:
    """Where it may be cut: before a start tag, if it is one, every `PIECE` characters."""
    at = 0
    while match := START_TAG.search(source, at + PIECE):
        at = match.start()
        yield at


class Depth:
    """How many elements are open where a parser has come to."""

    def __init__(self) -> None:
        self.open = 0
        self._last = ""
        target: Any = self  # the stubs ask for methods that lxml does without
        self._parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, target=target)

    def feed(self, text: str) -> None:
        self._parser.feed(text.encode("utf-8", "ignore"))

    def is_between_tags(self) -> bool:
        """Whether a tag would be one here, and no part of a comment, a script or an attribute. Ends what is fed."""
        self.feed(f"<{PROBE}>")
        return self._last == PROBE

    def start(self, tag: str, attributes: Attributes) -> None:
        self.open += 1
        self._last = tag

    def end(self, tag: str) -> None:
        self.open -= 1

    def close(self) -> None:
        """What lxml asks of a target."""
