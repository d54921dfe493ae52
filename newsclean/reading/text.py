"""Plain text → document: find how the text was laid out, put broken paragraphs together again, then cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from newsclean.reading.breaks import LineBreaks, line_breaks
from newsclean.reading.code import as_if_without, code_spans, without_code
from newsclean.reading.document import LINE, MARKS, PARAGRAPH, ROW, RUN, Document, Marks
from newsclean.reading.filler import FILLER
from newsclean.reading.glue import GLUED_LINE, is_glued
from newsclean.reading.halves import touching
from newsclean.reading.joins import APART, JOINED, NEXT_LINE, NEXT_ROW, RUNS_ON
from newsclean.reading.lines import ITEM, Line, filled, split_lines, without_short_rules
from newsclean.reading.link_numbers import without_citations, without_link_numbers
from newsclean.reading.literals import with_line_breaks
from newsclean.reading.quotes import find_joins_of_quotes, has_quotes
from newsclean.reading.run_on import DENSE_LINE, LONG_LINE, Lost, broken_again, is_run_on, lone_line
from newsclean.reading.separators import with_lines
from newsclean.reading.tables import find_rows
from newsclean.reading.wraps import find_joins, find_joins_by, folded, together

# a sentence's end inside a line: an end mark and closing quotes, then a blank before anything but a small letter
SENTENCE = re.compile(
    r"(?<=[^\W\d_]{2}[.!?…])[\"'”’»)\]]*\s+(?=[^a-zà-öø-ÿа-яα-ω\s])"
    r"|(?<=[\d)\"”»][.!?])\s+(?=[^\d\sa-zà-öø-ÿа-яα-ω])"
    r"|(?<=[。！？।۔؟།။។])[」』”)]*\s*(?=[^\s」』”)])"
)
# a blank in Thai or Lao, which mark no sentence's end
PHRASE = re.compile(r"(?<=[\u0e00-\u0eff])\s+(?=[\u0e00-\u0eff])")
LONG_PHRASE = 100
FOLLOWS = {RUNS_ON: RUN, NEXT_ROW: ROW, NEXT_LINE: LINE}
CODE_LINE = 200
"""Characters from which what code left of a page on one line is a line that lost its breaks."""
COLUMNS = 8
"""Numbers that a block has in every text."""
NONE = (0, 0)
"""What a line without marks has of them: no heading's level, no characters in links."""


def read_text(source: str, breaks: LineBreaks | None = None) -> Document:
    """The blocks of a plain text, in any of the layouts that scrapers bring home.

    breaks: what is known of line breaks that were lost, if not what the package knows.
    """
    given, known = source, breaks or line_breaks()
    unescaped = numbered = with_line_breaks(source)
    source = without_citations(without_link_numbers(numbered))
    spans = code_spans(source)
    if source is unescaped and not spans:
        source = numbered = with_lines(source, known)
    lines = without_short_rules(split_lines(source, rules=False))
    lines = filled(lines) if FILLER in source else lines
    longest, behind_code = lone_line(lines), set[int]()
    glued = is_glued(line.text for line in lines)
    if spans:
        whole = split_lines(as_if_without(source, spans), rules=False)
        lines, behind_code = without_code(lines, source, spans)
        run_on, longest = is_run_on(whole, lone_line(whole), known), CODE_LINE
    else:
        run_on = is_run_on(lines, longest, known, glued)
    if run_on or glued:
        lost = Lost(known, GLUED_LINE if glued else longest, run_on, glued)
        lines, joins, width = broken_again(lines, source, lost)
    elif source is not numbered:
        joins, width = _joins_of_numbered(numbered, lines)
    elif has_quotes(lines):
        source, lines, joins, width = find_joins_of_quotes(source, lines)
    else:
        joins, width = find_joins(lines)
    if given is not unescaped and (run_on or glued):  # a guess, by which no block shall hold an escaped line break
        joins = [min(join, RUNS_ON) for join in joins]
    if not (run_on or glued):
        joins = _with_rows(unescaped, lines, joins)
    joins, long = _apart(lines, joins, behind_code), longest if run_on else LONG_LINE
    touch = None if run_on or glued or width else touching(lines, [join == JOINED for join in joins])
    doc = document(source, lines, joins, width, long, touch=touch)
    lost_some = breaks if run_on or glued else None
    return replace(doc, source=given, layout="one_line" if run_on else doc.layout, breaks=lost_some)


def _joins_of_numbered(numbered: str, lines: list[Line]) -> tuple[list[int], int]:
    """How lines without numbers stand to each other, by those that have them; the addresses below aside."""
    end = lines[-1].end if lines else 0
    return find_joins_by([line for line in split_lines(numbered, rules=False) if line.start < end], lines)


def _with_rows(source: str, lines: list[Line], joins: list[int]) -> list[int]:
    """The joins, but rows of a table follow each other."""
    tables = find_rows(source, lines)
    if not any(tables):
        return joins
    rows = [a == b > 0 and join != JOINED for a, b, join in zip([0, *tables], tables, joins, strict=False)]
    return [NEXT_ROW if row else join for row, join in zip(rows, joins, strict=True)]


def _apart(lines: list[Line], joins: list[int], behind: set[int]) -> list[int]:
    """The joins, but lines that begin at one of the places begin a paragraph."""
    return (
        [APART if line.start in behind else join for line, join in zip(lines, joins, strict=True)] if behind else joins
    )


def _cuts(text: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of a long line."""
    cuts: list[tuple[int, int]] = []
    for start, end in _pieces(SENTENCE, text, 0, len(text), 1):
        cuts += _pieces(PHRASE, text, start, end, LONG_PHRASE) if end - start > DENSE_LINE else [(start, end)]
    return cuts


def _pieces(edge: re.Pattern[str], text: str, start: int, end: int, shortest: int) -> list[tuple[int, int]]:
    """(start, end) of what lies between the edges from `start` to `end`, none but the last below `shortest`."""
    pieces = []
    for match in edge.finditer(text, start, end):
        if match.start() - start >= shortest:
            pieces.append((start, match.start() + len(match.group().rstrip())))
            start = match.end()
    return [*pieces, (start, end)] if end > start else pieces


def document(
    source: str,
    lines: list[Line],
    joins: list[int],
    width: int,
    long_line: int,
    marks: Sequence[Marks] | None = None,
    touch: Sequence[bool] | None = None,
) -> Document:
    """The document of lines and how each stands to the one before.

    long_line: characters from which a line is cut at its sentences' ends. marks: what Markdown's marks tell, a line.
    touch: of each line, whether it is written on to the one before where it goes on with it.
    """
    texts: list[str] = []
    rows: list[tuple[int, ...]] = []  # start, end, follows, blanks, indent, item, heading, links, marks
    was_item = False
    i, n = 0, len(lines)
    while i < n:
        j = i + 1
        while j < n and joins[j] == JOINED:
            j += 1
        line, end = lines[i], lines[j - 1].end
        item = not line.text[0].isupper() and ITEM.match(line.text) is not None  # the first spares most the second
        follows = ROW if item and was_item and not line.blanks else FOLLOWS.get(joins[i], PARAGRAPH)
        heading, *own = _together(marks[i:j]) if marks else NONE
        size = end - line.start
        if size > long_line and (width or j == i + 1):
            piece = source[line.start : end]
            for a, b in _cuts(piece):
                texts.append(folded(piece[a:b]))
                stands = (RUN, 0) if a else (follows, line.blanks)
                rows.append((line.start + a, line.start + b, *stands, 0, 0, 0, 0))
        else:
            texts.append(
                line.text if j == i + 1 else together([part.text for part in lines[i:j]], touch and touch[i:j])
            )
            rows.append((line.start, end, follows, line.blanks, line.indent, int(item), heading, *own))
        was_item, i = item, j
    columns = COLUMNS + (len(MARKS) if marks is not None else 0)
    table = np.fromiter(chain.from_iterable(rows), np.int32, columns * len(rows)).reshape(len(rows), columns)
    texts = [text.replace(FILLER, "") for text in texts] if FILLER in source else texts
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
        marks=table[:, COLUMNS:] if marks is not None else None,
    )


def _together(marks: Sequence[Marks]) -> tuple[int, ...]:
    """The marks of lines that are one block: the first one's heading level, and the sums of all else."""
    return marks[0] if len(marks) == 1 else (marks[0][0], *map(sum, list(zip(*marks, strict=True))[1:]))


def _layout(table: np.ndarray[tuple[int, int], np.dtype[np.int32]], lines: int, width: int) -> str:
    if width:
        return "wrapped"
    if not len(table):
        return "lines"
    if lines > 1.15 * len(table):
        return "fragments"
    return "paragraphs" if len(table) > 1 and (table[1:, 3] > 0).mean() > 0.6 else "lines"
