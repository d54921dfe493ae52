"""Quotations: lines behind signs (">"), which are marks and no words; of a paragraph the first line keeps its own."""

from __future__ import annotations

import re
from itertools import pairwise

from newsclean.reading.document import Integers
from newsclean.reading.joins import JOINED, LABEL
from newsclean.reading.lines import Line
from newsclean.reading.wraps import find_joins

SIGNS = re.compile(r"(?:>\s*)+")
WITHIN = re.compile(r"(?<=[\n\r])[ \t]*(?:>[ \t]?)+")
FEWEST = 2
"""Lines with signs that a text with quotations has at least."""


def depth(text: str) -> int:
    """How many signs of quotation a line begins with."""
    return text[: _size(text)].count(">")


def unquoted(text: str) -> str:
    """A line without the signs of quotation that it begins with."""
    return text[_size(text) :]


def has_quotes(lines: list[Line]) -> bool:
    """Whether some lines of a text may be a quotation's."""
    return sum([line.text[0] == ">" and unquoted(line.text) != "" for line in lines]) >= FEWEST


def find_joins_of_quotes(source: str, lines: list[Line]) -> tuple[str, list[Line], list[int], int]:
    """How each line of a text with quotations stands to the one before, and the width of its wrapping, as `find_joins`
    gives them; before them that text, with blanks for the signs of lines that are joined, and its lines: those that
    hold nothing but signs part paragraphs.
    """
    lines = _filled(lines)
    bare = [*lines[:1], *(_bare(source, a, b) for a, b in pairwise(lines))]
    joins, width = find_joins(bare)
    whole = [b if join == JOINED else a for a, b, join in zip(lines, bare, joins, strict=True)]
    signs = [(a.start, b.start) for a, b in zip(lines, whole, strict=True) if a.start < b.start]
    return _blanked(source, signs), whole, joins, width


def without_signs_within(source: str, spans: Integers) -> str:
    """A text of the same length with blanks for the signs within blocks that begin with one."""
    quoted = [(start, end) for start, end in spans.tolist() if source[start] == ">"]
    return _blanked(
        source, [match.span() for start, end in quoted for match in WITHIN.finditer(source, start + 1, end)]
    )


def _size(text: str) -> int:
    signs = SIGNS.match(text)
    return signs.end() if signs else 0


def _filled(lines: list[Line]) -> list[Line]:
    """The lines but those of quotations that hold nothing but signs, which are as good as blank ones."""
    filled: list[Line] = []
    quoted = parts = False
    for line in lines:
        quoted = line.text[0] == ">" and (unquoted(line.text) != "" or (quoted and not line.blanks))
        if quoted and not unquoted(line.text):
            parts = True
        else:
            filled.append(line._replace(blanks=max(line.blanks, 1)) if parts else line)
            parts = False
    return filled


def _bare(source: str, a: Line, b: Line) -> Line:
    """`b` without its signs, where it may go on with `a` in the same quotation; else as it is."""
    signs = SIGNS.match(source, b.start)
    if not signs or b.blanks or depth(a.text) != depth(b.text) or len(unquoted(a.text)) < LABEL:
        return b
    start = signs.end()
    return b._replace(start=start, indent=b.indent + start - b.start, text=unquoted(b.text))


def _blanked(source: str, spans: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [source[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, source[at:]])
