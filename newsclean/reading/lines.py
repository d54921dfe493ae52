"""Lines: what a plain text is made of, with what stands around each."""

from __future__ import annotations

import re
from typing import NamedTuple

LINE = re.compile(r"\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
ITEM = re.compile(r"(?:[•·▪▫●○◦‣∙■□►▶➤➢✓✔*+–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")


class Line(NamedTuple):
    """A line that holds something, as offsets into the source without the blanks around, and what stood around it."""

    start: int
    end: int
    blanks: int  # blank lines before it
    indent: int  # blanks before its first character
    trailing: bool  # a blank behind its last character
    text: str  # white space folded


def split_lines(source: str) -> list[Line]:
    """The lines that hold something, in order."""
    lines: list[Line] = []
    before = 0
    for match in LINE.finditer(source):
        start, stop = match.span()
        words = match.group().split()
        end = start + len(match.group().rstrip())
        if start == before + 1 and source[before] in "\n\r":  # most lines by far
            blanks = indent = 0
        else:
            gap = source[before:start]
            blanks = max(0, (gap.count("\n") or gap.count("\r")) - 1)
            indent = len(f"{gap}x".splitlines()[-1]) - 1
        lines.append(Line(start, end, blanks, indent, stop > end, " ".join(words)))
        before = end
    return lines
