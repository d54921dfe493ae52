"""Tables: which lines of a Markdown text are the rows of one."""

from __future__ import annotations

import re

from newsclean.reading.lines import Line

DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$|\|\s*:?-+:?\s*\|$")
"""The row that stands below a table's heads, and shows no words."""
NONE = 0


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


def delimiter(gap: str) -> str:
    """The row that delimits, with its line break, which stands in the gap between two rows of a table, or ""."""
    if "-" not in gap:
        return ""
    return next((line.strip() + "\n" for line in gap.splitlines() if DELIMITER.match(line.strip())), "")
