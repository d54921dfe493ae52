"""Tables: which lines of a text, or of a Markdown text, are the rows of one."""

from __future__ import annotations

import re

from newsclean.reading.lines import Line

DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$|\|\s*:?-+:?\s*\|$")
"""The row that stands below a table's heads, and shows no words."""
DELIMITING = re.compile(r"^[ \t]*+[|:-][|:\- \t]*+$", re.M)
NONE = 0
NO_CELLS = ("", 0)
FEWEST_ROWS, FEWEST_CELLS = 3, 2
"""Lines that are a table in a text, and cells that each of them has."""
BORDERS = {"|": re.compile(r"\|"), "\t": re.compile(r"\t"), "  ": re.compile(r"(?<=[^\s.!?…]) {2,}")}
"""What stands between cells; of blanks, some write two behind a full stop."""
FIGURES, FIGURE = "0", re.compile(r"[-+–−]?\d[\d.,:%]*|[-–—]")
"""Cells whose borders were lost are known where a row ends in figures, or a dash for one."""


def find_tables(lines: list[Line]) -> list[int]:
    """The number of the table to which each line belongs, or `NONE`.

    Rows begin with a border, or stand around a row that delimits, without a blank line between.
    """
    tables = [NONE] * len(lines)
    table = 0
    for i, line in enumerate(lines):
        if "|" not in line.text:
            continue
        above = lines[i - 1] if i and not line.blanks else None
        delimits = DELIMITER.match(line.text) is not None
        if above is not None and tables[i - 1]:
            tables[i] = tables[i - 1]
        elif line.text[0] == "|" or delimits:
            table += 1
            tables[i] = table
            if delimits and above is not None and "|" in above.text:
                tables[i - 1] = table
    return tables


def has_table(source: str) -> bool:
    """Whether a text has a row that delimits below one with strokes, which only Markdown has."""
    return "|" in source and any(
        DELIMITER.match(line[0].strip()) and "|" in source[source.rfind("\n", 0, line.start() - 1) + 1 : line.start()]
        for line in DELIMITING.finditer(source)
    )


def find_rows(source: str, lines: list[Line]) -> list[int]:
    """The number of the table to which each line of a text belongs, or `NONE`.

    Rows follow each other without a blank line between, and have as many cells, or end in as many figures.
    """
    tables = [NONE] * len(lines)
    cells = []
    for line in lines:  # of most lines the white space is single blanks, and no stroke or figure stands in them
        row = source[line.start : line.end]
        cells.append(_cells(row) if row != line.text or "|" in row or _may_be_figure(row[-1]) else NO_CELLS)
    start = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and cells[i] == cells[start] and not lines[i].blanks:
            continue
        if cells[start][1] and i - start >= FEWEST_ROWS:
            first = start - (cells[start][0] == FIGURES and _has_heads(lines, start))
            tables[first:i] = [start + 1] * (i - first)
        start = i
    return tables


def _cells(row: str) -> tuple[str, int]:
    """What parts the cells of a row, and how many there are; "" where it has no two."""
    for sign, border in BORDERS.items():
        if sign in row:
            cells = sum(cell != "" and not cell.isspace() for cell in border.split(row))
            return (sign, cells) if cells >= FEWEST_CELLS else NO_CELLS
    figures = _figures(row) if _may_be_figure(row[-1]) else 0
    return (FIGURES, figures) if figures >= FEWEST_CELLS else NO_CELLS


def _may_be_figure(last: str) -> bool:
    return last.isdigit() or last in "%-–—"


def _figures(row: str) -> int:
    """How many figures a row ends in, a word before them."""
    return next((i for i, word in enumerate(reversed(row.split())) if not FIGURE.fullmatch(word)), 0)


def _has_heads(lines: list[Line], start: int) -> bool:
    """Whether the line right above rows of figures has a word for each of them and one for what they count."""
    if not start or lines[start].blanks:
        return False
    words = len(lines[start - 1].text.split())
    return _figures(lines[start].text) < words <= len(lines[start].text.split())


def with_cells(row: str) -> str:
    """A row of a text, white space folded, but for a tab between two cells that no stroke parts."""
    sign, _ = _cells(row)
    cells = BORDERS[sign].split(row) if sign.isspace() else [row]
    return "\t".join([" ".join(cell.split()) for cell in cells])


def delimiter(gap: str) -> str:
    """The row that delimits, with its line break, which stands in the gap between two rows of a table, or ""."""
    if "-" not in gap:
        return ""
    return next((line.strip() + "\n" for line in gap.splitlines() if DELIMITER.match(line.strip())), "")
