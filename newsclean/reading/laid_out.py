"""Laid out: pages whose parts are cells of a table, which converters to Markdown write as one row each, article and
menu in one line. Cells and what a converter left of paragraphs in them stand on lines of their own again."""

from __future__ import annotations

import re
from itertools import accumulate

ROWS = re.compile(r"^[ \t]{0,3}\|[^\n]*(?:\n[ \t]{0,3}\|[^\n]*)*+", re.M)
"""Lines of a table that follow each other."""
LINKED = re.compile(r"!?\[[^\[\]\n]{0,1000}\]\([^()\s]{0,4000}(?:\s+\"[^\"\n]{0,500}\")?\)")
BORDER = re.compile(r"(?<!\\)\|")
NESTED = re.compile(r"\|[ \t]*:?-{3,}:?[ \t]*\|")
"""The row that delimits, of a table that stands in a cell."""
GAP = re.compile(
    r"[ \t\xa0]*(?:(?<!\\)\|(?:[ \t\xa0]*(?::?-{3,}:?)?[ \t\xa0]*(?<!\\)\|)*+[ \t\xa0]*|(?<=[ \t\xa0])[ \t\xa0]+)"
)
"""Borders with the cells between that hold nothing, or blanks that were line breaks."""
OPEN_DELIMITER = re.compile(r"^(?:---\|)*---[ \t\r]*$", re.M)
OPEN_BORDER = re.compile(r"(?<=[^\s|\\])(?:\| | (?:\| ){2,9})(?=[^\s|])")
"""What html2text writes between a table's head and rows, and between cells, without a border at a row's ends."""
EMPTY_LINE = re.compile(r"(\n\r?\n)")
"""What stands between two of its stretches; a blank line within a cell has blanks."""
WIDE = re.compile(r"(?<=[.!?…:\"”»*])[ \xa0]{3,9}(?=\S)")
"""What it leaves of an empty paragraph in a cell, from beside which the line breaks went."""
LONG_CELL = 400
"""Characters, addresses of links left out, of a cell that is a part of a page and no entry."""
HYPHENS = re.compile(r"-{3,}")
FEWEST_COLUMNS, FEWEST_ROWS = 2, 2
"""Columns of a table that is none of a page's layout, and rows of one that is."""
PROSE = 60
"""Characters of a row's cell that is a paragraph, in a table of one column."""


def without_layout(source: str) -> str:
    """A text of the same length with line breaks in place of what parts the cells of a page's layout; one without such
    a table, as it is."""
    if "|" not in source:
        return source
    parted = ROWS.sub(_parted_table, source)
    if not OPEN_DELIMITER.search(parted):
        return parted
    return "".join(map(_parted_cells, EMPTY_LINE.split(parted)))


def _parted_table(table: re.Match[str]) -> str:
    rows = table[0].split("\n")
    laid_out = [_is_laid_out(row) for row in rows]
    if not any(laid_out):
        return "\n".join(map(_parted, rows)) if _is_column(rows) else table[0]
    return "\n".join(_parted(row) if laid else row for row, laid in zip(rows, laid_out, strict=True))


def _parted_cells(stretch: str) -> str:
    """A stretch of the same length, parted where a cell ends beside one that is as long as a part of a page, on a line
    beside which no other holds an end: the rows of a table that is none have as many each."""
    if "| " not in stretch:
        return stretch
    whole = stretch.split("\n")
    filled = [i for i, line in enumerate(whole) if line and not line.isspace()]
    lines = [whole[i] for i in filled]
    ends = [len(OPEN_BORDER.findall(line)) + line.count("---|") if "|" in line else 0 for line in lines]
    held = [i for i, count in enumerate(ends) if count]
    sizes = [0, *accumulate(len(LINKED.sub(_shown, line)) for line in lines)]
    parted = False
    for before, at, behind in zip([-1, *held], held, [*held[1:], len(lines)], strict=False):
        alone = at - before > 1 and behind - at > 1
        if alone and max(sizes[at] - sizes[before + 1], sizes[behind] - sizes[at + 1]) > LONG_CELL:
            whole[filled[at]] = OPEN_BORDER.sub(_line_break, lines[at])
            parted = True
    return WIDE.sub(_line_break, "\n".join(whole)) if parted else stretch


def _is_laid_out(row: str) -> bool:
    """Whether a row is a part of a page: a table stands in one of its cells, or what is as long as one."""
    if len(row) <= LONG_CELL:
        return False
    nested = NESTED.search(row, 1)
    if nested and row[: nested.start()].strip("|:- \t\r"):
        return True
    return any(len(cell) > LONG_CELL for cell in BORDER.split(LINKED.sub(_shown, row)))


def _shown(link: re.Match[str]) -> str:
    return "" if link[0][0] == "!" else link[0][1 : link[0].index("]")]


def _is_column(rows: list[str]) -> bool:
    """Whether a table has one column, in which paragraphs stand. Of the rows that delimit one knows: in others a stroke
    may be a sign of the text."""
    cells = [[cell for cell in BORDER.split(row) if cell.strip(":- \t\r")] for row in rows]
    if len(rows) < FEWEST_ROWS:
        return False
    delimiters = [row for row, mine in zip(rows, cells, strict=True) if not mine and "---" in row]
    columns = max(len(HYPHENS.findall(row)) for row in delimiters) if delimiters else max(map(len, cells))
    return columns < FEWEST_COLUMNS and max((len(cell) for row in cells for cell in row), default=0) >= PROSE


def _parted(row: str) -> str:
    """A row with line breaks in place of its borders and wide gaps, but for those within links."""
    links = [link.span() for link in LINKED.finditer(row)]
    out, end = [], 0
    for start, stop in [*links, (len(row), len(row))]:
        out += [GAP.sub(_line_break, row[end:start]), row[start:stop]]
        end = stop
    return "".join(out)


def _line_break(gap: re.Match[str]) -> str:
    return "\n\n"[: len(gap[0])].ljust(len(gap[0]))
