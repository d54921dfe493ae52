"""Lines: what a plain text is made of, with what stands around each."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.reading.filler import FILLER
from newsclean.reading.signs import NO_TEXT, is_rule, is_short_rule, is_sign

BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line."""
ITEM = re.compile(r"(?:[•·▪▫●○◦‣∙■□►▶➤➢✓✔*+–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")


class Line(NamedTuple):
    """A line that holds something, as offsets into the source without the blanks around, and what stood around it."""

    start: int
    end: int
    blanks: int  # blank lines before it
    indent: int  # blanks before its first character
    trailing: bool  # a blank behind its last character
    text: str  # white space folded
    lone: int = 0  # 1 where what parts it from the line before is one line that holds a single blank


def with_line_feeds(source: str) -> str:
    """A text of the same length with line feeds for carriage returns where it has no others, as old Macs wrote it:
    marks of Markdown and of text browsers are looked for behind line feeds."""
    return source.replace("\r", "\n") if "\n" not in source else source


def without_short_rules(lines: list[Line]) -> list[Line]:
    """The lines without rules that are short, and known for some by the blank lines around."""
    ended = [*(line.blanks > 0 for line in lines[1:]), True]
    return [
        line
        for line, before, end in zip(lines, [True, *ended], ended, strict=False)
        if not (before and end and is_short_rule(line.text))
    ]


def filled(lines: list[Line]) -> list[Line]:
    """The lines without fillers, those that held nothing else left out."""
    bare = [line._replace(text=" ".join(line.text.replace(FILLER, "").split())) for line in lines]
    return [line for line in bare if line.text]


def split_lines(source: str, rules: bool = True) -> list[Line]:
    """The lines that hold something, in order; a rule is as good as a blank line unless `rules` are asked for, and so
    is a sign that stands alone."""
    lines: list[Line] = []
    make = tuple.__new__  # a named tuple's own call takes longer than all else that is done with a line
    at = before = passed = 0
    for raw in source.splitlines(keepends=True):
        size = len(raw)
        if not raw.isspace():
            text = " ".join(raw.split())
            if text[0] in NO_TEXT and (is_sign(text) or (not rules and is_rule(text))):
                at, passed = at + size, 1
                continue
            start, end, trailing = at, at + len(text), False
            if size != len(text) + 1 or raw[0] != text[0] or raw[-1] != "\n":  # few lines
                start, end = at + size - len(raw.lstrip()), at + len(raw.rstrip())
                trailing = at + len(raw.rstrip(BREAKS)) > end
            blanks = indent = lone = 0
            if start != before + 1 or source[before] not in "\n\r":
                gap = source[before:start]
                blanks = max(passed, (gap.count("\n") or gap.count("\r")) - 1)
                indent = start - at
                lone = int(gap == "\n \n")
            lines.append(make(Line, (start, end, blanks, indent, trailing, text, lone)))
            before, passed = end, 0
        at += size
    return lines
