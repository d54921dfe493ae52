"""Touching: Markdown of a page whose elements a converter did not know, so that one block touches the next.

Sites make up elements of their own (`<x-paragraph>`), which converters take for inline ones: "… said the mayor.Rain is
forecast …", and a menu is links side by side. What touches so is parted as by a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.reading.glue import FEWEST_GLUED, GLUED
from newsclean.reading.lines import Line

SIDE_BY_SIDE = (")[", ")![")
FEWEST_LINKS = 5
"""Links right behind others on such a page, at least: no author sets them so."""
LINK = re.compile(r"!?\[(?:[^\[\]\n]++|!\[[^\[\]\n]{0,500}+\]\([^()\s]{0,2000}+\)){0,40}+\]\([^()\s]{0,2000}+\)")
"""A link or a picture, or one in the other."""


def parted(source: str, lines: list[Line]) -> list[Line]:
    """The lines, those of a paragraph that is half the page parted where blocks touch in it; the others as they are."""
    if sum(map(source.count, SIDE_BY_SIDE)) < FEWEST_LINKS:
        return lines
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and not line.blanks:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    sizes = [sum(len(line.text) for line in paragraph) for paragraph in paragraphs]
    most = max(sizes, default=0)
    if 2 * most < sum(sizes):
        return lines
    longest = paragraphs[sizes.index(most)]
    seams = {line.start: list(_seams(source, line)) for line in longest}
    if sum(source[at - 1] != ")" and source[at] != "[" for found in seams.values() for at in found) < FEWEST_GLUED:
        return lines
    return [piece for line in lines for piece in _pieces(source, line, seams.get(line.start, []))]


def _seams(source: str, line: Line) -> Iterator[int]:
    """Where blocks touch in a line: between links, at a link beside a word, and at a sentence's end."""
    at = line.start
    for match in LINK.finditer(source, line.start, line.end):
        start, end = match.span()
        yield from (one.end() for one in GLUED.finditer(source, at, start) if at < one.end() < start)
        if start > line.start and not source[start - 1].isspace() and source[start - 1] not in "([*_\"'“‘„«’":
            yield start
        if end < line.end and source[end].isupper():
            yield end
        at = end
    yield from (one.end() for one in GLUED.finditer(source, at, line.end) if at < one.end() < line.end)


def _pieces(source: str, line: Line, seams: list[int]) -> Iterator[Line]:
    start = line.start
    for end in [*dict.fromkeys(seams), line.end]:
        text = " ".join(source[start:end].split())
        if text:
            yield line._replace(end=end, text=text) if start == line.start else Line(start, end, 1, 0, False, text)
        start = end
