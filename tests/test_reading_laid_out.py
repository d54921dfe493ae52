"""Pages laid out by tables, as converters to Markdown write them: a row for the whole page, or one for each part."""

from __future__ import annotations

import html2text
import markdownify
import pytest

from newsclean import clean, explain
from newsclean.reading.laid_out import without_layout
from newsclean.reading.markdown import read_markdown

BODY = [
    "The ferry between Eldham and Sorrel Bay left its berth on Saturday for the first time in eleven weeks.",
    "The operator had taken the boat out of service in March, when divers found a crack in the shaft.",
    "The spare part came from a yard in the south, and had to be machined twice before it would fit.",
    "“We counted every day,” said the harbourmaster, Petra Vole. “You plan your life by this timetable.”",
    "Many commuters drove over the bridge at Tarn instead, which took an hour longer each way.",
]
MENU = ["Front page", "Local", "What's on", "Property", "Puzzles"]
LINKS = "<br>".join(f'<a href="/{i}">{name}</a>' for i, name in enumerate(MENU))
MOST = "".join(f'<tr><td><a href="/m{i}">{name}</a></td></tr>' for i, name in enumerate(["Bakery shuts", "New lido"]))
IN_CELLS = f"""<table><tr><td>{LINKS}</td><td><b>Eldham ferry sails again</b><br><br>{"<br><br>".join(BODY)}</td>
<td><table><tr><td><b>Most read</b></td></tr>{MOST}</table></td></tr></table>"""
IN_ROWS = f"<table>{''.join(f'<tr><td>{line}</td></tr>' for line in ['Eldham ferry sails again', *BODY])}</table>"


@pytest.mark.parametrize("page", [IN_CELLS, IN_ROWS])
def test_the_article_comes_out_of_its_cell(page: str) -> None:
    text = clean(markdownify.markdownify(page), kind="markdown")
    assert [line for line in text.split("\n") if line.strip()] == BODY


def test_a_column_may_have_strokes_in_its_text() -> None:
    row = f"| The ferry on Saturday | Photo: Tom Rudd |\n| {BODY[0]} |"
    assert (
        without_layout(f"| |\n| ------ |\n{row}").split() == f"The ferry on Saturday Photo: Tom Rudd {BODY[0]}".split()
    )
    assert without_layout(f"| | |\n| --- | --- |\n{row}").count("|") == 11


def test_cells_of_html2text_stand_apart() -> None:
    source = html2text.html2text(IN_CELLS.replace(BODY[0], " ".join([BODY[0], *BODY[:4]])))
    texts = [block.text for block in explain(source, kind="markdown").blocks]
    assert "**Eldham ferry sails again**" in texts
    assert " ".join(BODY[-1].split()) in [" ".join(text.split()) for text in texts]


def test_a_table_in_a_cell_makes_a_layout_of_its_row() -> None:
    row = "| Eldham | |  | | --- | | Most read | | Bakery shuts after ninety years | | " + "x" * 400 + " |"
    lines = [line.strip() for line in without_layout(row).split("\n") if line.strip()]
    assert lines == ["Eldham", "Most read", "Bakery shuts after ninety years", "x" * 400]


def test_it_does_where_no_cell_is_long() -> None:
    cells = [*(line[:90].strip() for line in BODY[:4]), "Most read", "Bakery shuts"]
    row = f"| {' | '.join(cells[:4])} | |  | | --- | | {cells[4]} | | {cells[5]} | |"
    assert max(map(len, cells)) < 400 < len(row)
    assert [line.strip() for line in without_layout(row).split("\n") if line.strip()] == cells


def test_empty_paragraphs_of_a_cell_part_it() -> None:
    text = "   ".join(BODY)
    cell = f"[Local](/1)  \n[Sport](/2)| **Eldham ferry sails again**  \n{text}  \nmore\n---|---"
    lines = [line.strip() for line in without_layout(cell).split("\n")]
    assert [line for line in lines if line in BODY] == BODY
    other = f"[Local](/1)  \n{text}  \nmore\n---|---"
    assert without_layout(other) == other


def test_a_paragraph_right_below_a_table_is_no_part_of_its_last_row() -> None:
    doc = read_markdown(f"{BODY[0]}\n\n| Hannah | 9 | \n| Star | 2 | \n{BODY[1]}\n\n{BODY[2]}")
    assert [doc.read_text(i) for i in range(len(doc))][-3:] == ["Star 2", BODY[1], BODY[2]]


def test_links_behind_hard_breaks_begin_blocks() -> None:
    lines = [
        "[Send](/t) | [Keep](/k) | [Copy](/c)",
        "**See also**",
        "[Tarn boatyard looks for apprentices](/n) 12 June",
        "The firm will train sailmakers for the first time.",
    ]
    doc = read_markdown(f"{BODY[0]}\n\n" + "  \n".join(lines) + f"\n\n{BODY[1]}")
    assert len(doc) == len(lines) + 2


def test_a_layout_keeps_its_length_and_its_words() -> None:
    source = markdownify.markdownify(IN_CELLS)
    parted = without_layout(source)
    assert len(parted) == len(source)
    assert [word for word in parted.split() if word.strip("|-")] == [
        word for word in source.split() if word.strip("|-")
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Boat | Sacks |\n| --- | --- |\n| Hannah | 9 |\n| Star | 2 |",
        "| Boat |\n| --- |\n| Hannah |\n| Star |",
        '| [Boat](/a "x | y") | ' + "[9](/" + "n" * 500 + ") |",
        "| " + " | ".join(["The boat came on Thursday"] * 30) + " |",
        "Boat| Sacks  \n---|---  \nHannah| 9  \nStar| 2",
        "Boat| Sacks\n---|---\nHannah of Eldham,\nbuilt in 1931| 9\nStar| 2",
        r"a \| b" + "\n" + "x" * 500,
        f"| {BODY[0]}",  # no table, but a stroke
        f"Boat| Sacks\n---|---\nHannah| 9\nStar| 2\n{' '.join(BODY)}",  # rows follow each other
        f"Boat| Sacks\n---|---\nHannah\nof Eldham| 9\n\n{' '.join(BODY)}",  # the text is none of its cell
    ],
)
def test_tables_stay_tables(table: str) -> None:
    assert without_layout(table) == table


def test_what_stands_in_a_link_is_not_parted() -> None:
    link = '[The ferry  sails | again](/a "Eldham | Post")'
    row = f"| {link} | {'x' * 401} |"
    assert link in without_layout(row)


def test_blocks_are_the_sources_own() -> None:
    source = markdownify.markdownify(IN_CELLS)
    doc = read_markdown(source)
    spans = [source[start:end] for start, end in doc.source_spans.tolist()]
    assert BODY[0] in spans
    assert "**Most read**" in spans
