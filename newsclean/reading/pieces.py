"""Pieces of HTML that came without their document, as feeds, editors and databases hold them, told from text."""

from __future__ import annotations

import re
from itertools import islice

_PARTING = r"(?:blockquote|center|dd|div|dl|dt|figure|h[1-6]|li|ol|p|pre|section|table|td|th|tr|ul)"
INLINE_NAMES = r"(?:a|abbr|b|big|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u)"
"""Elements that part no words."""
_ATTRIBUTES = r"(?:\s[^<>]{0,4000}+)?+"
PARTING, INLINE = re.compile(_PARTING, re.I), re.compile(INLINE_NAMES, re.I)
OPENED = re.compile(rf"\s*+<([a-z][a-z1-6]{{0,9}}){_ATTRIBUTES}>(?=\S)", re.I)
ENDED = re.compile(r"</([a-z][a-z1-6]{0,9})\s*+>\s*+\Z", re.I)
PARAGRAPH = re.compile(rf"<{_PARTING}{_ATTRIBUTES}>(?=[^\s<])", re.I)
"""An element that parts text, right before its first letter: what is written about HTML has a blank there."""
ELEMENT = re.compile(
    rf"<({_PARTING}){_ATTRIBUTES}>[^<>]*+(?:<(?:/?{INLINE_NAMES}\b|br\b)[^<>]{{0,4000}}+>[^<>]*+)*+</\1\s*+>", re.I
)
"""An element that parts text, and all of it."""
FILLED_LINE = re.compile(r"^.*\S.*$", re.M)
FEWEST, SHARE = 2, 0.6
"""Such elements of a piece, and the share of its characters that stand in them, at least: an article on HTML has fewer
in what it shows of it."""
TAIL = 200
"""Characters at a source's end in which its last tag stands."""


def is_piece(source: str) -> bool:
    """Whether a source begins with an element that parts text and is all of it, or goes on with more, closed or not; or
    is one line that begins with any other; or stands mostly in elements that part text."""
    if "<" not in source:
        return False
    opened = OPENED.match(source)
    if opened and PARTING.fullmatch(opened[1]) and (_holds_all(source, opened[1]) or has(PARAGRAPH, source, FEWEST)):
        return True
    if opened and not has(FILLED_LINE, source, 2):
        return PARTING.fullmatch(opened[1]) is not None or (
            INLINE.fullmatch(opened[1]) is not None and f"</{opened[1]}>" in source
        )
    held = [match.end() - match.start() for match in ELEMENT.finditer(source)]
    return len(held) >= FEWEST and sum(held) >= SHARE * len(source)


def _holds_all(source: str, name: str) -> bool:
    """Whether a source ends with the end of the element that it begins with."""
    ended = ENDED.search(source, max(0, len(source) - TAIL))
    return ended is not None and ended[1].lower() == name.lower()


def has(pattern: re.Pattern[str], source: str, fewest: int = 1) -> bool:
    """Whether a source has so many of what a pattern means."""
    return sum(1 for _ in islice(pattern.finditer(source), fewest)) == fewest
