"""Tables: rows stand on lines of their own, stay or go together, and what stays is a table still."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import newsclean
from newsclean.output import output_text
from newsclean.reading.document import PARAGRAPH, ROW
from newsclean.reading.kind import find_kind
from newsclean.reading.lines import split_lines
from newsclean.reading.markdown import read_markdown
from newsclean.reading.tables import find_rows, has_table
from newsclean.reading.text import read_text
from tests.texts import VOTE

TABLES = {
    "with borders": "| Ferry | Price |\n| --- | ---: |\n| Orkla | 4 |\n| Bess | 9 |",
    "without a delimiter": "| Ferry | Price |\n| Orkla | 4 |\n| Bess | 9 |",
    "without borders": "Ferry | Price\n---|---\nOrkla | 4\nBess | 9",
    "of one column": "| Ferry |\n|:-:|\n| Orkla |\n| Bess |",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_rows_of_a_table_follow_each_other(table: str) -> None:
    doc = read_markdown(f"{VOTE}\n\n{table}\n\n{VOTE}")
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, ROW, PARAGRAPH]
    assert output_text(doc, doc.starts >= 0) == doc.source


def test_each_table_has_its_own_rows() -> None:
    doc = read_markdown("| Orkla | 4 |\n\n| Bess | 9 |\n| Swift | 3 |\nIt is shut.\n| Ada | 1 |")
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, PARAGRAPH, PARAGRAPH]


@pytest.mark.parametrize("lines", ["Home | Sport\nNews | Local", "Open 9 | 5\n---\nShut | Sunday"])
def test_lines_with_a_stroke_are_no_table(lines: str) -> None:
    assert ROW not in read_markdown(f"{VOTE}\n\n{lines}").follows


@pytest.mark.parametrize(
    ("lines", "follows"),
    [
        (["Ada Winter | Monday", "| Ferry | Price |", "| Orkla | 4 |"], [PARAGRAPH, PARAGRAPH, ROW]),
        (["Prices", "--- | ---", "Orkla | 4", "Bess | 9"], [PARAGRAPH, PARAGRAPH, ROW]),
        (["---|---", "Orkla | 4", "Bess | 9"], [PARAGRAPH, ROW]),
    ],
    ids=["a byline", "a label", "nothing"],
)
def test_what_stands_above_a_table_s_rows_is_none_of_them(lines: list[str], follows: list[int]) -> None:
    doc = read_markdown(f"{VOTE}\n\n" + "\n".join(lines))
    assert doc.follows.tolist() == [PARAGRAPH, *follows]


def test_what_delimits_goes_with_the_rows_around() -> None:
    doc = read_markdown(f"{TABLES['with borders']}\n\n{VOTE}")
    kept = doc.starts >= 0
    kept[0] = False
    assert output_text(doc, kept) == f"| Orkla | 4 |\n| Bess | 9 |\n\n{VOTE}"


def test_a_table_stands_whole_in_the_text() -> None:
    rows = ["| Ferry | Price | Time |", "| --- | --- | --- |", "| Orkla | 4.50 | 33 min |", "| Bess | 9.00 | 18 min |"]
    links = "[Sport](/sport)\n\n[Culture](/culture)"
    page = f"{links}\n\n# Ferries\n\n{VOTE}\n\n{VOTE} Nobody was told.\n\n" + "\n".join(rows) + f"\n\n{VOTE} So."
    assert "\n".join(rows) in newsclean.clean(page)


def test_a_table_that_lays_out_a_page_does_not_fall_whole() -> None:
    """Most of its rows go; one is the article."""
    menu = "| [Home](/) [Sport](/sport) |"
    foot = "| Copyright 2025 © Harbour News. All rights reserved. [Imprint](/imprint) |"
    article = " ".join(f"{VOTE} The mayor explained it to {who}." for who in ("him", "her", "us", "them", "you", "me"))
    assert article in newsclean.clean(f"{menu}\n| --- |\n| {article} |\n{foot}\n| [Terms of use](/terms) |\n")


CELLS = [
    ["Team", "Played", "Won", "Points"], ["Pentwick", "14", "11", "24"], ["Castle Gate", "14", "10", "21"],
    ["Brede", "14", "6", "13"],
]  # fmt: skip
IN_TEXT = {
    "tabs": ["\t".join(row) for row in CELLS],
    "tabs and blanks": [" \t ".join(row) for row in CELLS],
    "columns": ["".join(cell.ljust(16) for cell in row).rstrip() for row in CELLS],
    "strokes": [" | ".join(row) for row in CELLS],
    "borders": [f"| {' | '.join(row)} |" for row in CELLS],
}
BOWLS = [
    "Pentwick won the county shield for the first time since 1988 on Sunday, beating the holders by three shots.",
    "Their skip, Moira Dace, drew the last wood to within a hand of the jack, and said that she had not looked.",
    "The league's secretary said that the shield had been repaired and would be handed over on Friday at the Lamb.",
]


@pytest.mark.parametrize("rows", IN_TEXT.values(), ids=IN_TEXT)
def test_rows_in_a_text_follow_each_other(rows: list[str]) -> None:
    doc = read_text("\n".join([VOTE, *rows, VOTE]))
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, ROW, ROW, PARAGRAPH]
    text = output_text(doc, doc.starts >= 0)
    apart = " | " if "|" in rows[0] else "\t"
    assert apart.join(CELLS[1]) + "\n" in text.replace("| Brede", "Brede").replace(" |\n", "\n")
    assert output_text(read_text(text), doc.starts >= 0) == text


@pytest.mark.parametrize("rows", IN_TEXT.values(), ids=IN_TEXT)
@pytest.mark.parametrize("menu", ["", "Home\nFootball\nBowls\nPentwick take the shield\nStaff reporter\n\n"])
def test_a_table_between_paragraphs_stays_whole(rows: list[str], menu: str) -> None:
    source = menu + "\n\n".join([*BOWLS[:2], "\n".join(rows), BOWLS[2]]) + "\n\nMost read\nSwan holds up play\nPrivacy"
    text = newsclean.clean(source)
    assert [line.split() for line in rows] == [line.split() for line in text.split("\n\n")[2].split("\n")]
    assert newsclean.clean(text) == text


@pytest.mark.parametrize(
    "lines",
    [
        ["Ferry\tPrice", "Orkla\t4"],
        ["Ferry\tPrice\tTime", "Orkla\t4", "Bess\t9"],
        ["Ferry\t", "\tOrkla", "Bess"],
        ["It is shut.  It was open.", "It is old.  It was new.", "It is cold.  It was warm."],
        ["Ferry\tPrice", "", "Orkla\t4", "", "Bess\t9"],
    ],
    ids=["two", "other numbers of cells", "one cell", "blanks behind full stops", "blank lines"],
)
def test_lines_of_a_text_that_are_no_table(lines: list[str]) -> None:
    assert ROW not in read_text("\n".join([VOTE, *lines, VOTE])).follows


@pytest.mark.parametrize("gap", ["\t\t", "\t \t"])
def test_a_second_tab_makes_no_cell(gap: str) -> None:
    doc = read_text("\n".join([VOTE, "Ferry\tPrice", f"Orkla{gap}4", "Bess\t9", VOTE]))
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, ROW, PARAGRAPH]


FIGURES = ["Place Country Gold Silver", "1 Kessia 7 4", "2 Marland 6 –", "3 North Varn 4 2", "4 Tolmia 3 0"]


def test_rows_that_end_in_as_many_figures_follow_each_other() -> None:
    source = "\n\n".join([VOTE, "\n".join(FIGURES), VOTE])
    doc = read_text(source)
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, ROW, ROW, ROW, PARAGRAPH]
    assert output_text(doc, doc.starts >= 0) == source


@pytest.mark.parametrize(
    ("above", "rows"),
    [
        ([VOTE], FIGURES[1:]),
        (["Kessia wins the games", ""], FIGURES[1:]),
        (["How the league stands"], IN_TEXT["tabs"][1:]),
    ],
    ids=["a paragraph", "a headline", "a label above cells"],
)
def test_other_lines_above_rows_are_no_heads(above: list[str], rows: list[str]) -> None:
    doc = read_text("\n".join([VOTE, *above, *rows, VOTE]))
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, PARAGRAPH, *[ROW] * (len(rows) - 1), PARAGRAPH]


def test_rows_that_begin_a_page_have_no_heads() -> None:
    doc = read_text("\n".join([*FIGURES[1:], "", VOTE, "So ended the games"]))
    assert doc.follows.tolist() == [PARAGRAPH, ROW, ROW, ROW, PARAGRAPH, PARAGRAPH]


def test_the_rows_of_a_page_s_table_are_those_of_its_text() -> None:
    rows = "".join(f"<tr><td>{'</td><td>'.join(row.rsplit(maxsplit=2))}</td></tr>" for row in FIGURES)
    source = "".join(f"<p>{text}</p>" for text in BOWLS) + f"<table>{rows}</table><p>{VOTE}</p>"
    text = newsclean.clean(source, kind="html")
    assert "\n".join(FIGURES) in text
    assert newsclean.clean(text) == text


@pytest.mark.parametrize(
    "lines",
    [
        ["Kessia 7 4", "Marland 6 6"],
        ["Kessia 7 4", "Marland 6", "Tolmia 3 3"],
        ["Kessia 7", "Marland 6", "Tolmia 3"],
        ["7 4", "6 6", "3 3"],
        ["Kessia 7 4.", "Marland 6 6 were there", "Tolmia 3 3"],
        ["Kessia 7 4", "", "Marland 6 6", "", "Tolmia 3 3"],
    ],
    ids=["two", "other numbers of figures", "one figure", "no word", "words behind", "blank lines"],
)
def test_lines_that_end_in_figures_and_are_no_table(lines: list[str]) -> None:
    assert ROW not in read_text("\n".join([VOTE, *lines, VOTE])).follows


def test_the_blanks_for_a_browsers_numbers_are_no_columns() -> None:
    links = "\n".join(f"   [{i}]Menu of harbour [{i + 1}]Sport of town" for i in range(1, 40, 2))
    assert ROW not in read_text(f"{links}\n\n   {VOTE}\n").follows


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (f"{VOTE}\n\nFerry | Price\n--- | ---\nOrkla | 4", "markdown"),
        (f"{VOTE}\n\n| Ferry | Price |\n|:---|---:|\n| Orkla | 4 |", "markdown"),
        (f"{VOTE}\n\nFerry | Price\nOrkla | 4", "text"),
        (f"{VOTE}\n\nFerry\n--- | ---\nOrkla", "text"),
        (f"{VOTE}\n\nOpen 9 | 5\n-----\nShut", "text"),
    ],
)
def test_a_row_that_delimits_tells_markdown(source: str, kind: str) -> None:
    assert find_kind(source) == kind


@pytest.mark.parametrize("unit", ["|", "a|\n-|", "a\tb\n", "-", "a  b\n", "|-|\n", "- |", "\t", "a  "])
def test_time_is_linear(unit: str, check_linear: Callable[..., None]) -> None:
    small, large = (unit * (size // len(unit)) for size in (40_000, 400_000))
    check_linear(lambda source: (has_table(source), find_rows(source, split_lines(source))), small, large)
