"""Paragraphs of Markdown: a line break ends none, a blank line does, and converters wrap them."""

from __future__ import annotations

import re

from newsclean.reading.hard_breaks import is_broken
from newsclean.reading.lines import ITEM, Line
from newsclean.reading.quotes import depth, unquoted
from newsclean.reading.sentence_ends import ends_sentence
from newsclean.reading.wraps import likeliest_width

UNWRAPPED = re.compile(r"#{1,6}(?:\s|$)|\||[-*_=]{3,}$|[^|]*+\| ")
WIDTHS = range(60, 111)
"""Widths at which converters wrap."""
FEWEST_PAIRS, WRAPPED = 4, 0.6
"""Lines of paragraphs, and the share of them, that must end where the next word would not have fitted."""
PARAGRAPH, FEWEST_PARTED, PARTED = 60, 3, 0.8
"""Characters of a paragraph; how many, and what share, of those that end as one must stand before a blank line."""


def paragraphs(source: str, lines: list[Line]) -> tuple[list[Line], int]:
    """The lines, those of a paragraph put together before a link's halves are looked at apart; and the wrap's width."""
    going_on, width = _going_on(source, lines)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if i in going_on:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_whole(group) for group in groups], width


def _going_on(source: str, lines: list[Line]) -> tuple[set[int], int]:
    """The lines that go on with the paragraph of the one before, by number; and the width of the wrapping, or 0.

    In Markdown a line break ends no paragraph: a blank line does. A text that only has links in it, and its paragraphs
    line by line, is left as it is. Converters wrap paragraphs, some also headings, and leave items and tables alone.
    """
    bare = [unquoted(line.text) for line in lines]
    plain = [text != "" and not (UNWRAPPED.match(text) or ITEM.match(text)) for text in bare]
    ended = [is_broken(source, line) for line in lines]
    pairs = [(i, lines[i - 1], lines[i]) for i in range(1, len(lines))]
    pairs = [(i, a, b) for i, a, b in pairs if depth(a.text) == depth(b.text)]
    prose = [(i, a, b) for i, a, b in pairs if plain[i] and plain[i - 1] and not ended[i - 1]]
    width = _wrap_width([(a, b) for _, a, b in prose if not b.blanks])
    if not width and not _are_parted([(a, b) for _, a, b in prose]):
        return set(), 0
    headings = [i for i, a, b in pairs if plain[i] and a.text[0] == "#" and _was_wrapped(a, b, width)]
    return {*headings, *(i for i, _, b in prose if not b.blanks)}, width


def _wrap_width(pairs: list[tuple[Line, Line]]) -> int:
    """The width at which most lines of paragraphs end since the next one's first word would not have fitted, or 0.

    pairs: lines of a paragraph that follow each other.
    """
    lines = [(len(a.text), len(a.text) + 1 + len(unquoted(b.text).split(" ", 1)[0])) for a, b in pairs]
    width, fits = likeliest_width(lines, WIDTHS)
    return width if len(pairs) >= FEWEST_PAIRS and fits >= WRAPPED * len(pairs) else 0


def _was_wrapped(a: Line, b: Line, width: int) -> bool:
    return not b.blanks and len(a.text) <= width < len(a.text) + 1 + len(b.text.split(" ", 1)[0])


def _are_parted(pairs: list[tuple[Line, Line]]) -> bool:
    """Whether paragraphs stand between blank lines: most of what ends as one is followed by one."""
    parted = [b.blanks > 0 for a, b in pairs if len(a.text) >= PARAGRAPH and ends_sentence(a.text)]
    return len(parted) >= FEWEST_PARTED and sum(parted) >= PARTED * len(parted)


def _whole(parts: list[Line]) -> Line:
    first, last = parts[0], parts[-1]
    text = " ".join([first.text, *(unquoted(part.text) for part in parts[1:])])
    return first._replace(end=last.end, trailing=last.trailing, text=text)
