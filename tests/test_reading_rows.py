"""Rows of HTML tables are lines, also where each cell holds a paragraph, as editors and their tables write them."""

from __future__ import annotations

import pytest

from newsclean import clean
from newsclean.reading.document import PARAGRAPH, ROW, Document
from newsclean.reading.html import read_html

LONG = "The boat came on Thursday with nine sacks of letters and one passenger, who gave no name. " * 6


def table(*rows: str) -> Document:
    return read_html(f"<h1>Boats</h1><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")


def texts(doc: Document) -> list[str]:
    return doc.text.split("\n")[1:-1]


@pytest.mark.parametrize(
    "row",
    [
        "<td><p>Hannah</p></td><td><p>9 sacks</p></td>",
        "<td><div>Hannah</div></td> <td> <div> <b>9</b> sacks</div> </td>",
        "<td><div><p>Hannah</p></div></td><td>9 sacks</td>",
        "<th>Hannah</th><td><center>9 sacks</center></td>",
        "<td><p>Hannah<td><p>9 sacks",
    ],
)
def test_a_block_that_is_all_of_a_cell_does_not_part_the_row(row: str) -> None:
    doc = table(row, row, row)
    assert texts(doc) == ["Hannah 9 sacks"] * 3
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, ROW]
    markup = doc.markup
    assert markup is not None
    assert {markup.tags[tag] for tag in markup.tag[markup.inner[1:]]} <= {"td", "th"}


@pytest.mark.parametrize(
    ("row", "blocks"),
    [
        ("<td><p>Hannah</p></td><td><p>9 sacks</p><p>Full</p></td><td>Old</td>", ["Hannah", "9 sacks", "Full", "Old"]),
        ("<td><p>Hannah</p></td><td><p>9 sacks</p>full</td>", ["Hannah", "9 sacks", "full"]),
        ("<td><p>Hannah</p>full</td><td><p>9 sacks</p></td>", ["Hannah", "full", "9 sacks"]),
        ("<td>Boat<p>Hannah</p></td><td><p>9 sacks</p></td>", ["Boat", "Hannah", "9 sacks"]),
        ("<td><p>Hannah</p></td><td><p>9<br><br>sacks</p></td>", ["Hannah", "9", "sacks"]),
        ("<td><p>Hannah</p></td><td><ul><li>9<li>sacks</ul></td>", ["Hannah", "9", "sacks"]),
        (f"<td><p>Hannah</p></td><td><p>{LONG}</p></td>", ["Hannah", LONG.strip()]),
        (f"<td><p>{LONG}</p></td><td><p>Hannah</p></td>", [LONG.strip(), "Hannah"]),
        (f"<td>{LONG}</td><td>Hannah</td>", [LONG.strip(), "Hannah"]),
        ("<td><h4>Boat</h4>Hannah</td><td>9 sacks</td>", ["Boat", "Hannah", "9 sacks"]),
        ("<td><div>Hannah<div>old</div></div></td><td>9 sacks</td>", ["Hannah", "old", "9 sacks"]),
    ],
)
def test_a_row_that_is_a_layout_is_parted(row: str, blocks: list[str]) -> None:
    assert texts(table(row)) == blocks


def test_links_and_elements_of_a_row_that_is_parted_are_known() -> None:
    doc = table("<td><p><a href=/h>Hannah</a></p></td><td><p><a href=/9>9</a> sacks</p><p>Full</p></td>")
    assert doc.links.tolist() == [0, 6, 1, 0]
    markup = doc.markup
    assert markup is not None
    assert markup.link_count.tolist() == [0, 1, 1, 0]
    assert [markup.tags[number] for number in markup.tag[markup.element]] == ["h1", "p", "p", "p"]


def test_a_heading_in_a_cell_stays_one() -> None:
    doc = table("<td><h2>Hannah</h2></td><td>9 sacks</td>")
    assert texts(doc) == ["Hannah", "9 sacks"]
    assert doc.heading.tolist() == [1, 2, 0]


def test_a_menu_in_a_cell_is_parted_from_the_text_beside_it() -> None:
    links = [f"<a href=/{name}>{name}</a>" for name in ("Home", "Sport", "Music")]
    menu, one = (f"<td>{' '.join(part)}</td><td>{LONG}</td>" for part in (links, links[:1]))
    assert texts(table(menu)) == ["Home Sport Music", LONG.strip()]
    assert texts(table(one)) == [f"Home {LONG.strip()}"]


@pytest.mark.parametrize(
    ("row", "inner"),
    [
        ("<td>Old<p>Boat</p></td><td><div>9 sacks</div> <b>Hannah</b></td>", "b"),
        ("<td> <p><b>Hannah</b></p></td><td> <p>is full</p></td>", "td"),
        ("Hannah <td><p>is full</p></td>", "tr"),
    ],
    ids=["a layout", "a line", "no cell"],
)
def test_the_innermost_element_of_the_last_block_of_a_row(row: str, inner: str) -> None:
    markup = table(row).markup
    assert markup is not None
    assert markup.tags[markup.tag[markup.inner[-1]]] == inner


def test_a_row_of_one_cell_is_its_paragraph() -> None:
    doc = table("<td><p>Hannah</p></td><td></td>")
    assert doc.markup is not None
    assert doc.markup.tags[doc.markup.tag[doc.markup.element[1]]] == "p"


def test_a_table_of_paragraphs_comes_out_in_lines() -> None:
    before = LONG[: LONG.index(". ") + 1]
    behind = before.replace("Thursday", "Friday")
    boats = (("Hannah", 9), ("Star", 2), ("Gull", 7))
    rows = "".join(f"<tr><td><p>{boat}</p></td><td><p>{n} sacks</p></td></tr>" for boat, n in boats)
    text = f"<p>{before}</p><p>{behind}</p><table>{rows}</table><p>{before} So much for boats.</p>"
    page = f"<html><body><nav><a href=/>Home</a></nav><article class=story-body>{text}</article></body></html>"
    assert "\n\nHannah 9 sacks\nStar 2 sacks\nGull 7 sacks\n\n" in clean(page)
