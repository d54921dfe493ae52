"""Plain text → document: find how the text was laid out, put broken paragraphs together again, then cut."""

from __future__ import annotations

import re

import numpy as np

from newsclean.reading.document import PARAGRAPH, ROW, RUN, Document
from newsclean.reading.joins import JOINED, RUNS_ON, find_joins
from newsclean.reading.lines import ITEM, Line, split_lines

# a sentence's end inside a line: an end mark and closing quotes, then a blank before anything but a small letter
SENTENCE = re.compile(
    r"(?<=[^\W\d_]{2}[.!?…])[\"'”’»)\]]*\s+(?=[^a-zà-öø-ÿа-яα-ω\s])"
    r"|(?<=[\d)\"”»][.!?])\s+(?=[^\d\sa-zà-öø-ÿа-яα-ω])"
    r"|(?<=[。！？।۔؟])[」』”)]*\s*(?=[^\s」』”)])"
)
LONG_LINE = 1200
"""A line of more characters is cut at its sentences' ends."""


def read_text(source: str) -> Document:
    """The blocks of a plain text, in any of the layouts that scrapers bring home."""
    lines = split_lines(source)
    joins, width = find_joins(lines)
    return document(source, lines, joins, width)


def _cuts(text: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of a long line."""
    edges, start = [], 0
    for match in SENTENCE.finditer(text):
        edges.append((start, match.start() + len(match.group().rstrip())))
        start = match.end()
    edges.append((start, len(text)))
    return [(a, b) for a, b in edges if b > a]


def document(
    source: str, lines: list[Line], joins: list[int], width: int, marks: list[tuple[int, int]] | None = None
) -> Document:
    """The document of lines and how each stands to the one before. `marks`: heading level, link characters a line."""
    texts: list[str] = []
    rows: list[tuple[int, ...]] = []  # start, end, follows, blanks, indent, item, heading, links
    was_item = False
    i, n = 0, len(lines)
    while i < n:
        j = i + 1
        while j < n and joins[j] == JOINED:
            j += 1
        line, end = lines[i], lines[j - 1].end
        item = ITEM.match(line.text) is not None
        follows = ROW if item and was_item and not line.blanks else RUN if joins[i] == RUNS_ON else PARAGRAPH
        heading = marks[i][0] if marks else 0
        links = sum(mark[1] for mark in marks[i:j]) if marks else 0
        if j == i + 1 and end - line.start > LONG_LINE and not marks:
            for a, b in _cuts(source[line.start : end]):
                texts.append(" ".join(source[line.start + a : line.start + b].split()))
                rows.append(
                    (line.start + a, line.start + b, RUN if a else follows, 0 if a else line.blanks, 0, 0, 0, 0)
                )
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
