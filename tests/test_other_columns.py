"""Other columns: cells beside the one with headline and text, and what stands outside of an element of news."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import explain
from newsclean.evidence.view import View
from newsclean.reading.html import read_html
from newsclean.scoring.other_columns import in_other_columns
from tests.texts import PARAGRAPHS, paragraphs

TITLE = "Pickup hits porch in Chapel Lane, nobody hurt"
BODY = [
    "A pickup truck left Chapel Lane on Monday evening, crossed a lawn and took out most of a front porch.",
    "The driver told the police that he had been reaching for his thermos when the wheel slipped out of his hand.",
]
SUPPER = "Bean supper at the lodge in Second Street on Saturday, until the kettle is empty."
CLINIC = "The health department holds a walk-in clinic on Tuesday morning for everybody over sixty."
NEWS = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'


def page(body: str, head: str = "", title: str = f"{TITLE} - The Harbour News") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def story(tag: str = "h1", body: list[str] = BODY) -> str:
    return f"<{tag}>{TITLE}</{tag}>{paragraphs(body)}"


def columns(*cells: str, tag: str = "td") -> str:
    return f"<table><tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr></table>"


def lowered(source: str, disliked: list[str] | None = None) -> list[str]:
    """The texts of the blocks that are lowered where all is liked but some."""
    doc = read_html(source)
    score = [0.1 if doc.block_text(i) in (disliked or []) else 0.9 for i in range(len(doc))]
    found = in_other_columns(View(doc), np.array(score, np.float32), 0.5)
    return [doc.block_text(i) for i in np.flatnonzero(found).tolist()]


@pytest.mark.parametrize("tag", ["td", "th"])
def test_what_stands_in_other_cells_of_the_row_goes(tag: str) -> None:
    source = page(columns(paragraphs([SUPPER]), story(), columns(paragraphs([CLINIC]), tag=tag), tag=tag))
    assert lowered(source) == [SUPPER, CLINIC]


def test_the_reason_says_so() -> None:
    made = explain(page(f"<div class='top'>The Harbour News</div>{columns(story(), paragraphs(PARAGRAPHS))}"))
    told = [block.text for block in made.blocks if "in another column" in [why.name for why in block.reasons]]
    assert told == PARAGRAPHS
    assert made.text == "\n\n".join(BODY)


def test_columns_around_a_cell_that_is_a_table_too() -> None:
    inner = columns(story(), paragraphs([CLINIC]))
    assert lowered(page(columns(inner, paragraphs([SUPPER])))) == [CLINIC, SUPPER]


def test_other_rows_are_the_articles_own() -> None:
    rows = "".join(f"<tr><td>{inside}</td></tr>" for inside in (story(), paragraphs([SUPPER])))
    assert lowered(page(f"<table>{rows}</table>")) == []


def test_the_cell_is_that_around_the_text_below_the_headline() -> None:
    inner = "<table>" + "".join(f"<tr><td>{x}</td></tr>" for x in (f"<h1>{TITLE}</h1>", paragraphs(BODY))) + "</table>"
    assert lowered(page(columns(inner, paragraphs([SUPPER])))) == [SUPPER]
    few = columns(f"<h1>{TITLE}</h1><p>The harbour is closed.</p>", paragraphs(BODY))
    assert lowered(page(few)) == []


@pytest.mark.parametrize("body", [["Six o'clock in the evening"] * 6, ["The harbour is closed."] * 5])
def test_text_is_sentences(body: list[str]) -> None:
    assert lowered(page(columns(story(body=body), paragraphs([SUPPER])))) == []


def test_text_is_what_is_liked() -> None:
    assert lowered(page(columns(story(), paragraphs([SUPPER]))), disliked=BODY) == []


def test_text_stands_below_the_headline() -> None:
    assert lowered(page(columns(f"{paragraphs(BODY)}<h1>{TITLE}</h1>", paragraphs([SUPPER])))) == []


def test_what_stands_beside_the_table_in_a_cell_around_it_stays() -> None:
    inner = columns(story(), paragraphs([CLINIC]))
    assert lowered(page(columns(inner + paragraphs([SUPPER])))) == [CLINIC]


@pytest.mark.parametrize(
    ("title", "told"),
    [("Pickup hits porch in Chapel today", True), ("Pickup hits porch in Chapel today as was told", False)],
)
def test_half_of_the_words_are_the_headlines(title: str, told: bool) -> None:
    assert (lowered(page(columns(story(), paragraphs([SUPPER])), title=title)) == [SUPPER]) is told


def test_what_stands_outside_of_tables_stays() -> None:
    assert lowered(page(columns(story()) + paragraphs([SUPPER]))) == []
    assert lowered(page(f"<div>{story()}</div><div>{paragraphs([SUPPER])}</div>")) == []


def test_without_a_headline_nothing_is_told() -> None:
    source = columns(story(), paragraphs([SUPPER]))
    assert lowered(page(source, title="The Harbour News")) == []
    linked = source.replace(TITLE, f"<a href='/x'>{TITLE}</a>")
    assert lowered(page(linked)) == []


def test_of_two_lines_with_the_headline_the_heading_is_it() -> None:
    crumb = f"<p>{TITLE}</p>{paragraphs([SUPPER + ' ' + CLINIC])}"
    assert lowered(page(columns(crumb, story()))) == [TITLE, SUPPER + " " + CLINIC]
    assert lowered(page(columns(crumb, story("p")))) == [TITLE, *BODY]


def test_what_stands_outside_of_an_element_of_news_goes() -> None:
    inside = f"<article>{story()}</article>{paragraphs([SUPPER])}"
    assert lowered(page(f"<div>{inside}</div>", NEWS)) == [SUPPER]
    assert lowered(page(f"<div>{inside}</div>")) == []
    assert lowered(page(f"<div>{inside}</div>", NEWS.replace("NewsArticle", "Recipe"))) == []
    assert lowered(page(f"<article><h1>{TITLE}</h1></article>{paragraphs(BODY)}", NEWS)) == []


def test_text_has_no_columns() -> None:
    assert explain("\n\n".join([TITLE, *BODY, SUPPER])).kind == "text"
    assert lowered("<html></html>") == []
