"""Plain text → document: find how the text was laid out, put broken paragraphs together again, then cut."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from newsclean.reading.document import PARAGRAPH, ROW, RUN, Document

LINE = re.compile(r"\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
ITEM = re.compile(r"(?:[•·▪▫●○◦‣∙■□►▶➤➢✓✔*+–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
# a sentence's end inside a line: an end mark and closing quotes, then a blank before anything but a small letter
SENTENCE = re.compile(
    r"(?<=[^\W\d_]{2}[.!?…])[\"'”’»)\]]*\s+(?=[^a-zà-öø-ÿа-яα-ω\s])"
    r"|(?<=[\d)\"”»][.!?])\s+(?=[^\d\sa-zà-öø-ÿа-яα-ω])"
    r"|(?<=[。！？।۔؟])[」』”)]*\s*(?=[^\s」』”)])"
)
LONG_LINE = 1200
"""A line of more characters is cut at its sentences' ends."""
ENDS = frozenset(".!?…。！？।۔؟:;")
CLOSERS = frozenset("\"'”’»)]」』›*")
JOINERS = frozenset(",;.!?:)]»”’、，。）」…")
OPENERS = frozenset(",([«„“‘&、，（「")
WRAP_WIDTHS = range(50, 111)


class Line(NamedTuple):
    """A line that holds something, as offsets into the source without the blanks around, and what stood around it."""

    start: int
    end: int
    blanks: int  # blank lines before it
    indent: int  # blanks before its first character
    trailing: bool  # a blank behind its last character
    text: str  # white space folded


def read_text(source: str) -> Document:
    """The blocks of a plain text, in any of the layouts that scrapers bring home."""
    lines = split_lines(source)
    joined, width = find_joins(lines)
    return document(source, lines, joined, width)


def find_joins(lines: list[Line]) -> tuple[list[bool], int]:
    """For each line, whether it goes on with the one before; and the width of the wrapping, or 0."""
    width = _wrap_width(lines)
    return (_wrapped_joins(lines, width) if width else _broken_joins(lines)), width


def split_lines(source: str) -> list[Line]:
    """The lines that hold something, in order."""
    lines: list[Line] = []
    before = 0
    for match in LINE.finditer(source):
        start, stop = match.span()
        words = match.group().split()
        end = start + len(match.group().rstrip())
        feed = max(source.rfind("\n", before, start), source.rfind("\r", before, start), before - 1)
        breaks = source.count("\n", before, start) or source.count("\r", before, start)
        lines.append(Line(start, end, max(0, breaks - 1), start - feed - 1, stop > end, " ".join(words)))
        before = end
    return lines


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the text was hard-wrapped, or 0.

    Greedy wrapping leaves a mark that nothing else leaves: the next line's first word would not have fitted.
    """
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.blanks and not ITEM.match(b.text)]
    if len(pairs) < 4:
        return 0
    width = max(len(a.text) for a, _ in pairs)
    if width not in WRAP_WIDTHS or max(len(line.text) for line in lines) > width + 10:
        return 0
    full = sum(_was_wrapped(a, b, width) for a, b in pairs)
    return width if full >= 0.6 * len(pairs) else 0


def _was_wrapped(a: Line, b: Line, width: int) -> bool:
    return len(a.text) + 1 + len(b.text.split(" ", 1)[0]) > width - 4


def _wrapped_joins(lines: list[Line], width: int) -> list[bool]:
    joined = [False] * len(lines)
    for i in range(1, len(lines)):
        a, b = lines[i - 1], lines[i]
        joined[i] = not b.blanks and not ITEM.match(b.text) and _was_wrapped(a, b, width)
    return joined


def _broken_joins(lines: list[Line]) -> list[bool]:
    """For each line: does it go on with the sentence of the line before? Links and bold words cut sentences apart."""
    n = len(lines)
    joined = [False] * n
    # small first letters say something only where lines do not all begin with one, as some menus do
    for i in range(1, n):
        b = lines[i]
        if b.blanks:
            continue
        a = lines[i - 1]
        first, last = b.text[0], a.text[-1]
        if first in JOINERS and (len(b.text) == 1 or b.text[1] == " " or b.text[1] in JOINERS):
            joined[i] = not b.text.startswith(("...", "…", ". .")) or len(b.text) > 20
        elif ITEM.match(b.text):
            continue
        elif last in OPENERS:
            joined[i] = len(a.text) > 20 or joined[i - 1] or (a.trailing and len(b.text) > 20)
        elif _ends(a.text):
            # a bold opening ("Riad. The match …"): a lone blank is what is left of the inline element's edge
            joined[i] = len(a.text) > 1 and (a.trailing or b.indent == 1) and len(b.text) > 40 and b.indent <= 1
        elif first.islower():
            joined[i] = len(a.text) > 24 or len(b.text) > 40 or joined[i - 1]
        elif (a.trailing or b.indent == 1) and b.indent <= 1:
            joined[i] = len(a.text) > 40 or len(b.text) > 40 or joined[i - 1]
        elif i + 1 < n and not lines[i + 1].blanks and (len(a.text) > 40 or joined[i - 1]):
            # a link's capitalised words between two halves of one sentence
            after = lines[i + 1].text
            goes_on = after[0].islower() or (after[0] in JOINERS and not ITEM.match(after))
            joined[i] = goes_on and len(b.text) < 120 and not _ends(b.text)
    return joined


def _ends(text: str) -> bool:
    last = text[-1]
    if last in ENDS:
        return True
    return last in CLOSERS and len(text) > 1 and text[-2] in ENDS


def _cuts(text: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of a long line."""
    edges, start = [], 0
    for match in SENTENCE.finditer(text):
        edges.append((start, match.start() + len(match.group().rstrip())))
        start = match.end()
    edges.append((start, len(text)))
    return [(a, b) for a, b in edges if b > a]


def document(
    source: str, lines: list[Line], joined: list[bool], width: int, marks: list[tuple[int, int]] | None = None
) -> Document:
    """The document of lines of which some go on with the one before. `marks`: heading level and link characters a line."""
    texts: list[str] = []
    rows: list[tuple[int, ...]] = []  # start, end, follows, blanks, indent, item, heading, links
    was_item = False
    i, n = 0, len(lines)
    while i < n:
        j = i + 1
        while j < n and joined[j]:
            j += 1
        line, end = lines[i], lines[j - 1].end
        item = ITEM.match(line.text) is not None
        follows = ROW if item and was_item and not line.blanks else PARAGRAPH
        heading = marks[i][0] if marks else 0
        links = sum(mark[1] for mark in marks[i:j]) if marks else 0
        if j == i + 1 and end - line.start > LONG_LINE and not marks:
            for a, b in _cuts(source[line.start : end]):
                texts.append(" ".join(source[line.start + a : line.start + b].split()))
                rows.append((line.start + a, line.start + b, RUN if a else follows, 0 if a else line.blanks, 0, 0, 0, 0))
        else:
            texts.append(line.text if j == i + 1 else " ".join([part.text for part in lines[i:j]]))
            rows.append((line.start, end, follows, line.blanks, line.indent, int(item), heading, links))
        was_item, i = item, j
    table = np.array(rows, np.int32).reshape(len(rows), 8)
    sizes = np.fromiter(map(len, texts), np.int32, len(texts))
    ends = np.cumsum(sizes + 1, dtype=np.int32) - 1
    return Document(
        source=source,
        kind="markdown" if marks is not None else "text",
        layout=_layout(table, len(lines), width),
        text="".join([text + "\n" for text in texts]),
        starts=ends - sizes,
        ends=ends,
        spans=table[:, :2],
        follows=table[:, 2],
        blanks=table[:, 3],
        indent=table[:, 4],
        item=table[:, 5],
        heading=table[:, 6],
        links=table[:, 7],
    )


def _layout(table: np.ndarray[tuple[int, int], np.dtype[np.int32]], lines: int, width: int) -> str:
    if width:
        return "wrapped"
    if not len(table):
        return "lines"
    if (table[:, 2] == RUN).mean() > 0.5:
        return "one_line"
    if lines > 1.15 * len(table):
        return "fragments"
    return "paragraphs" if len(table) > 1 and (table[1:, 3] > 0).mean() > 0.6 else "lines"
