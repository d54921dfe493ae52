"""Sub-headings that a list of contents has as well stay above their paragraphs; other lines printed twice go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from newsclean import clean
from newsclean.evidence.view import View
from newsclean.reading.document import RUN
from newsclean.reading.read import read
from newsclean.scoring.contents import APART, LIKED, POSSIBLE, listed_headings

HEADS = ["Who is to blame", "What it will cost", "When the ferry sails again"]
PARAGRAPHS = [
    "The inspectors found that the landing stage had been mended with planks of three kinds, none of which was oak.",
    "A new stage will cost four hundred thousand crowns, a third of which the county has promised to pay in spring.",
    "No boat will land before the end of May, said the harbour master, and none will at low tide until the autumn.",
]
STAYS, GOES = 0.9, 0.3
LONG = [f"{head} and what else is known of the storm and of the landing stage below the mill" for head in HEADS]
"""Lines of more words than sub-headings have."""


def found(lines: list[str], kind: str = "text", **chances: float) -> list[int]:
    """Which lines are told to be sub-headings of a list, where the paragraphs stay."""
    view = View(read("\n\n".join(lines), kind))
    texts = [view.doc.read_text(i) for i in range(view.n)]
    paragraphs = np.array([text in PARAGRAPHS for text in texts])
    score = np.where(paragraphs, chances.get("paragraph", STAYS), chances.get("line", GOES)).astype(np.float32)
    return np.flatnonzero(listed_headings(view, score, paragraphs)).tolist()


def article(heads: list[str]) -> list[str]:
    return [line for pair in zip(heads, PARAGRAPHS, strict=True) for line in pair]


@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_lines_of_a_list_of_contents(kind: str) -> None:
    assert found(["Contents", *HEADS, *article(HEADS)], kind) == [4, 6, 8]
    assert found([*HEADS[:2], *article([HEADS[0], "Something else", HEADS[1]])], kind) == [2, 6]


@pytest.mark.parametrize(
    "lines",
    [
        [HEADS[0], *article([HEADS[0], "Something else", "And more"])],  # one line is no list
        [HEADS[0], *"ABCDEF"[: APART + 1], HEADS[1], *article([*HEADS[:2], "More"])],  # far apart
        [HEADS[1], HEADS[0], *article([*HEADS[:2], "More"])],  # in another order
        [*HEADS, *HEADS, *article(HEADS)],  # a menu's lines
        [*article(HEADS), *HEADS],  # the list is below
        [*HEADS, *PARAGRAPHS[:1], *HEADS],  # above no paragraph
        [*(f"{head}." for head in HEADS), *article([f"{head}." for head in HEADS])],  # sentences
        ["* * *", *HEADS[:2], *article(["* * *", HEADS[0], "And more"])],  # a sign
        article(["Photo of the day", "Photo of the day", "And more"]),  # no list
        [*LONG, *article(LONG)],
    ],
)
def test_other_lines_that_are_printed_twice(lines: list[str]) -> None:
    assert found(lines) == []


def test_they_have_some_chance_and_their_paragraphs_are_liked() -> None:
    lines = [*HEADS, *article(HEADS)]
    assert found(lines, line=POSSIBLE - 0.01) == []
    assert found(lines, paragraph=LIKED - 0.01) == []


@pytest.mark.parametrize("below", ["It is late.", PARAGRAPHS[0][:-1]], ids=["a short sentence", "a line"])
def test_a_sub_heading_stands_above_a_paragraph(below: str) -> None:
    lines = [*HEADS[:2], HEADS[0], PARAGRAPHS[1], HEADS[1], PARAGRAPHS[2], "Foot"]
    assert told(lines, PARAGRAPHS) == [2, 4]
    lines[3] = below
    assert told(lines, [*PARAGRAPHS, below]) == []


def told(lines: list[str], stay: list[str], unlikely: int = -1, kind: str = "text") -> list[int]:
    """Which lines are told, where paragraphs and what stays are liked, and one line is unlikely."""
    view = View(read("".join(lines) if kind == "html" else "\n\n".join(lines), kind))
    texts = [view.doc.read_text(i) for i in range(view.n)]
    kept = np.array([text in stay for text in texts])
    score = np.where(kept | np.isin(texts, PARAGRAPHS), STAYS, GOES).astype(np.float32)
    score[unlikely] = 0.01
    return np.flatnonzero(listed_headings(view, score, kept)).tolist()


def test_it_stays_where_its_paragraph_does_and_it_is_likely_itself() -> None:
    lines = [*HEADS, *article(HEADS), "Foot"]
    assert told(lines, PARAGRAPHS) == [3, 5, 7]
    assert told(lines, PARAGRAPHS[:2]) == [3, 5]
    assert told(lines, PARAGRAPHS, unlikely=5) == [3, 7]


def test_what_stays_anyway_is_not_told() -> None:
    lines = [*HEADS, *article(HEADS), "Foot"]
    assert told(lines, [*PARAGRAPHS, HEADS[1]]) == [3, 7]


def test_a_line_that_clings_to_its_paragraph_is_none_and_one_endless_line_has_none() -> None:
    doc = read("\n\n".join([*HEADS, *article(HEADS)]), "text")
    kept = np.isin([doc.read_text(i) for i in range(len(doc))], PARAGRAPHS)
    score = np.where(kept, STAYS, GOES).astype(np.float32)

    def headings(**changed: Any) -> list[int]:
        return np.flatnonzero(listed_headings(View(replace(doc, **changed)), score, kept)).tolist()

    follows = doc.follows.copy()
    follows[6] = RUN
    assert headings() == [3, 5, 7]
    assert headings(follows=follows) == [3, 7]
    assert headings(layout="one_line") == []


def test_of_html_the_elements_tell() -> None:
    lines = [f"<p class=a>{line}</p>" for line in (*HEADS, *article(HEADS))]
    assert told(["<html><body class=b><nav><a href=/>Home</a></nav>", *lines], PARAGRAPHS, kind="html") == []


def test_they_stay_where_the_list_goes() -> None:
    menu, foot = ["Home", "Politics", "Sport"], ["Read also", "Tram line closed", "© Harbour News"]
    text = clean("\n".join([*menu, "What happened to the ferry", *HEADS, *article(HEADS), *foot]), kind="text")
    assert text.split("\n\n") == article(HEADS)
