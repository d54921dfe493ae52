"""Tables in Markdown: rows stand on lines of their own, stay or go together, and what stays is a table still."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.output import output_text
from newsclean.reading.document import PARAGRAPH, ROW
from newsclean.reading.markdown import read_markdown

COUNCIL = "The council of the small harbour town voted on Monday to close the old bridge for most of the winter."
TABLES = {
    "with borders": "| Ferry | Price |\n| --- | ---: |\n| Orkla | 4 |\n| Bess | 9 |",
    "without a delimiter": "| Ferry | Price |\n| Orkla | 4 |\n| Bess | 9 |",
    "without borders": "Ferry | Price\n---|---\nOrkla | 4\nBess | 9",
    "of one column": "| Ferry |\n|:-:|\n| Orkla |\n| Bess |",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_rows_of_a_table_follow_each_other(table: str) -> None:
    doc = read_markdown(f"{COUNCIL}\n\n{table}\n\n{COUNCIL}")
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, ROW, PARAGRAPH]
    assert output_text(doc, doc.starts >= 0) == doc.source


def test_each_table_has_its_own_rows() -> None:
    doc = read_markdown("| Orkla | 4 |\n\n| Bess | 9 |\n| Swift | 3 |\nIt is shut.\n| Ada | 1 |")
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, PARAGRAPH, PARAGRAPH]


@pytest.mark.parametrize("lines", ["Home | Sport\nNews | Local", "Open 9 | 5\n---\nShut | Sunday"])
def test_lines_with_a_stroke_are_no_table(lines: str) -> None:
    assert ROW not in read_markdown(f"{COUNCIL}\n\n{lines}").follows


def test_what_delimits_goes_with_the_rows_around() -> None:
    doc = read_markdown(f"{TABLES['with borders']}\n\n{COUNCIL}")
    kept = doc.starts >= 0
    kept[0] = False
    assert output_text(doc, kept) == f"| Orkla | 4 |\n| Bess | 9 |\n\n{COUNCIL}"


def test_a_table_stands_whole_in_the_text() -> None:
    rows = ["| Ferry | Price | Time |", "| --- | --- | --- |", "| Orkla | 4.50 | 33 min |", "| Bess | 9.00 | 18 min |"]
    links = "[Sport](/sport)\n\n[Culture](/culture)"
    page = (
        f"{links}\n\n# Ferries\n\n{COUNCIL}\n\n{COUNCIL} Nobody was told.\n\n" + "\n".join(rows) + f"\n\n{COUNCIL} So."
    )
    assert "\n".join(rows) in newsclean.clean(page)


def test_a_table_that_lays_out_a_page_does_not_fall_whole() -> None:
    """Most of its rows go; one is the article."""
    menu = "| [Home](/) [Sport](/sport) |"
    foot = "| Copyright 2025 © Harbour News. All rights reserved. [Imprint](/imprint) |"
    article = " ".join(
        f"{COUNCIL} The mayor explained it to {who}." for who in ("him", "her", "us", "them", "you", "me")
    )
    assert article in newsclean.clean(f"{menu}\n| --- |\n| {article} |\n{foot}\n| [Terms of use](/terms) |\n")
