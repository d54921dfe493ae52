"""Lines: what a plain text is made of, with what stands around each."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.reading.filler import FILLER

BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line."""
ITEM = re.compile(r"(?:[•·▪▫●○◦‣∙■□►▶➤➢✓✔*+–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")


RULES = frozenset("_-=*~#+.·─━═—–―‗▬■□●★")
FEWEST = 8
"""Signs that a rule has at least."""


class Line(NamedTuple):
    """A line that holds something, as offsets into the source without the blanks around, and what stood around it."""

    start: int
    end: int
    blanks: int  # blank lines before it
    indent: int  # blanks before its first character
    trailing: bool  # a blank behind its last character
    text: str  # white space folded
    lone: int = 0  # 1 where what parts it from the line before is one line that holds a single blank


def is_rule(text: str) -> bool:
    """Whether a line only draws one: what browsers and converters for terminals make of `<hr>`."""
    return text[0] in RULES and len(text) >= FEWEST and not text.strip(text[0])


def filled(lines: list[Line]) -> list[Line]:
    """The lines without fillers, those that held nothing else left out."""
    bare = [line._replace(text=" ".join(line.text.replace(FILLER, "").split())) for line in lines]
    return [line for line in bare if line.text]


def split_lines(source: str, rules: bool = True) -> list[Line]:
    """The lines that hold something, in order; a rule is as good as a blank line unless `rules` are asked for."""
    lines: list[Line] = []
    make = tuple.__new__  # a named tuple's own call takes longer than all else that is done with a line
    at = before = 0
    for raw in source.splitlines(keepends=True):
        size = len(raw)
        if not raw.isspace():
            text = " ".join(raw.split())
            if text[0] in RULES and not rules and is_rule(text):
                at += size
                continue
            start, end, trailing = at, at + len(text), False
            if size != len(text) + 1 or raw[0] != text[0] or raw[-1] != "\n":  # few lines
                start, end = at + size - len(raw.lstrip()), at + len(raw.rstrip())
                trailing = at + len(raw.rstrip(BREAKS)) > end
            blanks = indent = lone = 0
            if start != before + 1 or source[before] not in "\n\r":
                gap = source[before:start]
                blanks = max(0, (gap.count("\n") or gap.count("\r")) - 1)
                indent = start - at
                lone = int(gap == "\n \n")
            lines.append(make(Line, (start, end, blanks, indent, trailing, text, lone)))
            before = end
        at += size
    return lines
