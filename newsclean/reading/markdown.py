"""Markdown → document: as plain text, but links, headings and emphasis are known for what they are."""

from __future__ import annotations

import re

from newsclean.reading.document import Document
from newsclean.reading.joins import APART, JOINED, broken_joins, wrap_width, wrapped_joins
from newsclean.reading.lines import ITEM, Line, split_lines
from newsclean.reading.text import document

# possessive and bounded: linear whatever comes. A link's text may hold two pairs of brackets, its address one pair, and
# blanks where the address was wrapped at a hyphen.
ADDRESS = r"[^()\s]{0,4000}(?:(?<=-) [^()\s]{1,4000}){0,40}"
TITLE = r"(?:\s+\"[^\"\n]{0,500}\")?"
IMAGE = re.compile(rf"!\[([^\[\]\n]{{0,2000}})\]\({ADDRESS}{TITLE}\)")
LINK = re.compile(
    r"\[((?:[^\[\]\n]*+\[[^\[\]\n]{0,200}+\]){0,2}+[^\[\]\n]*+)\]"
    rf"\({ADDRESS}(?:\([^()\s]{{0,200}}\)[^()\s]{{0,500}})?{TITLE}\)"
)
HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
QUOTE = re.compile(r"(?:>\s?)+")
EMPHASIS = re.compile(r"(?<![\w\\])(\*\*\*|\*\*|\*|___|__|_)(?=\S)|(?<=[^\s\\])(\*\*\*|\*\*|\*|___|__|_)(?!\w)")
ESCAPED = re.compile(r"\\([^\w\s])")
RULE = re.compile(r"[-*_=|: \t]{3,}$")
UNWRAPPED = re.compile(r"#{1,6}\s|[|>]|[-*_=]{3,}$|[^|]*+\| ")
UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
LONG_HEADING = 200
"""A longer line above a row of hyphens is a paragraph above a rule."""
PLAIN = re.compile(r"[^\[*_#>|`!\\]*$")


def read_markdown(source: str) -> Document:
    """The blocks of a Markdown text; evidence sees the visible words, the output keeps the source's own."""
    lines: list[Line] = []
    marks: list[tuple[int, int]] = []
    gap = 0  # what a rule or an empty image leaves behind is no block, but parts its neighbours like a blank line
    whole, width = _unwrapped(split_lines(source))
    for line in whole:
        text, heading, links = _visible(line.text)
        if text and not RULE.match(text):
            lines.append(line._replace(text=text, blanks=max(line.blanks, gap, int(heading > 0)), lone=0))
            marks.append((heading, links))
            gap = 0
        else:
            if lines and not line.blanks and not gap and UNDERLINE.match(text) and _may_be_heading(lines[-1].text):
                marks[-1] = (marks[-1][0] or 1 + (text[0] == "-"), marks[-1][1])
            gap = 1
    joins = broken_joins(lines)
    for i in range(1, len(lines)):
        if marks[i][0] or marks[i - 1][0]:
            joins[i] = APART
    return document(source, lines, joins, width, marks)


def _unwrapped(lines: list[Line]) -> tuple[list[Line], int]:
    """The lines, those of a wrapped paragraph put together before a link's halves are looked at apart; and the width.

    Converters wrap paragraphs and leave headings, items and tables as long as they are.
    """
    other = [bool(UNWRAPPED.match(line.text) or ITEM.match(line.text)) for line in lines]
    prose = [
        line._replace(blanks=1) if after_other and not line.blanks else line
        for line, is_other, after_other in zip(lines, other, [False, *other], strict=False)
        if not is_other
    ]
    width = wrap_width(prose)
    if not width:
        return lines, 0
    joins = iter(wrapped_joins(prose, width))
    groups: list[list[Line]] = []
    for line, is_other in zip(lines, other, strict=True):
        if not is_other and next(joins) == JOINED:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_whole(group) for group in groups], width


def _whole(parts: list[Line]) -> Line:
    last = parts[-1]
    return parts[0]._replace(end=last.end, trailing=last.trailing, text=" ".join([part.text for part in parts]))


def _may_be_heading(text: str) -> bool:
    return len(text) <= LONG_HEADING and not ITEM.match(text)


def _visible(text: str) -> tuple[str, int, int]:
    """(words a reader sees, heading level, characters of them inside links) of one line."""
    if PLAIN.match(text):
        return text, 0, 0
    text = text[match.end() :] if (match := QUOTE.match(text)) else text
    level = 0
    if match := HEADING.match(text):
        level, text = len(match[1]), text[match.end() :].rstrip("# ")
    text = IMAGE.sub(r"\1", text)
    links = sum(len(match[1]) for match in LINK.finditer(text))
    text = LINK.sub(r"\1", text)
    text = EMPHASIS.sub("", text).replace("`", "").replace("|", " ")
    text = ESCAPED.sub(r"\1", text)
    return " ".join(text.split()), level, links
