"""Sub-headings of a text stay beside an advertisement's label or a newsletter's; other lines there do not."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.document import RUN, Document
from newsclean.reading.read import read
from newsclean.scoring.beside_labels import BEFORE, BEHIND, HEADING, POINTER, RIGHT, headings_beside_labels

ABOVE = "The inspectors found that the landing stage had been mended with planks of three kinds, none of which was oak."
BELOW = "A new stage will cost four hundred thousand crowns, a third of which the county has promised to pay in spring."
HEAD = "What it will cost"
LABEL = "Advertisement"


def found(lines: list[str], chance: float = 0.9, kept: tuple[str, ...] = (ABOVE, BELOW)) -> list[str]:
    """The lines that are told to be headings, where each has a chance without the labels."""
    view = View(read("\n".join(lines), "text"))
    texts = [view.doc.read_text(i) for i in range(view.n)]
    assert texts == lines
    stays = np.array([text in kept for text in texts])
    heads = headings_beside_labels(view, stays, lambda doc: np.full(len(doc), chance, np.float32))
    return [texts[i] for i in np.flatnonzero(heads)]


@pytest.mark.parametrize(
    "between",
    [
        [LABEL, HEAD],
        [HEAD, LABEL],
        [LABEL, HEAD, "Sign up for our newsletter"],
        ["Sign up for our newsletter", LABEL, HEAD],
        ["Read more: Goat found in the town library", HEAD],
    ],
    ids=" / ".join,
)
def test_a_line_that_touches_labels_heads_the_paragraph_below(between: list[str]) -> None:
    assert found([ABOVE, *between, BELOW]) == [HEAD]
    assert found([ABOVE, *between, BELOW], chance=RIGHT - 0.01) == []


@pytest.mark.parametrize("head", ["Who is to pay?", "“A long goodbye”", "2. The vote", "Что будет внутри"])
def test_what_a_heading_may_look_like(head: str) -> None:
    assert found([ABOVE, LABEL, head, BELOW]) == [head]


@pytest.mark.parametrize(
    "line",
    [
        "The stage is to be painted green.",
        "[Drawing of the stage]",
        "12",
        "“",
        "Share this article",
        " ".join(["Stage"] * (HEADING + 1)),
    ],
)
def test_what_no_heading_looks_like(line: str) -> None:
    assert found([ABOVE, LABEL, line, BELOW]) == []


@pytest.mark.parametrize(
    "lines",
    [
        [ABOVE, HEAD, BELOW],  # no label
        [ABOVE, "Read also:", HEAD, BELOW],  # another story's title
        [ABOVE, "More from the stories of our readers:", HEAD, BELOW],
        [ABOVE, "Read more: " + " ".join(["Goat"] * POINTER.stop), HEAD, BELOW],  # a teaser
        [ABOVE, HEAD, "Photo: Tom Lund", BELOW],  # a caption
        [ABOVE, LABEL, HEAD, "Photo: Tom Lund", BELOW],
        [ABOVE, "12 March 2024", HEAD, BELOW],  # a date says nothing
        [ABOVE, LABEL, HEAD, "Where to turn to", BELOW],  # two lines
        [ABOVE, LABEL, HEAD],  # heads nothing
        [LABEL, HEAD, BELOW],  # stands above the article
        [ABOVE, LABEL, HEAD, "Painted planks"],  # above no paragraph
    ],
)
def test_where_no_heading_stands(lines: list[str]) -> None:
    assert found(lines) == []


def test_what_clings_to_its_paragraph_heads_nothing() -> None:
    doc = read("\n".join([ABOVE, LABEL, HEAD, BELOW]), "text")
    clinging = replace(doc, follows=np.where(np.arange(len(doc)) == 3, RUN, doc.follows))
    kept = np.array([True, False, False, True])
    for one, stays in ((doc, [2]), (clinging, [])):
        heads = headings_beside_labels(View(one), kept, lambda other: np.ones(len(other), np.float32))
        assert np.flatnonzero(heads).tolist() == stays


@pytest.mark.parametrize(("above", "below"), [(BEFORE - 1, BEHIND), (BEFORE, BEHIND - 1)])
def test_the_paragraphs_around_are_paragraphs(above: int, below: int) -> None:
    def paragraph(words: int, word: str) -> str:
        return " ".join([word] * (words - 1)) + " done."

    short = paragraph(above, "Stage"), paragraph(below, "Plank")
    long = paragraph(BEFORE, "Stage"), paragraph(BEHIND, "Plank")
    assert found([short[0], LABEL, HEAD, short[1]], kept=short) == []
    assert found([long[0], LABEL, HEAD, long[1]], kept=long) == [HEAD]


def test_the_page_is_scored_without_the_labels_alone() -> None:
    seen: list[list[str]] = []

    def rescored(doc: Document) -> np.ndarray:
        seen.append([doc.read_text(i) for i in range(len(doc))])
        return np.zeros(len(doc), np.float32)

    view = View(read("\n".join([LABEL, "Home", ABOVE, LABEL, HEAD, BELOW, LABEL]), "text"))
    kept = np.array([False, False, True, False, False, True, False])
    assert not headings_beside_labels(view, kept, rescored).any()
    assert seen == [[LABEL, "Home", ABOVE, HEAD, BELOW, LABEL]]


PAGE = f"""\
Home
Sport
Brackwater Gazette
Ferry to Sorrel Bay runs again
By Ines Okafor
12 March 2024
The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after a storm took its landing stage.
Carpenters from both towns worked through the weekend, and the council paid for the timber out of its winter reserve.
{ABOVE}
{{between}}
{BELOW}
"We have counted every plank twice," said the harbour master, Ines Okafor. "On Friday we will count the passengers."
Most read
Goat found in the town library after three days
Pool to be built at last, council says
Sign up to our newsletter and never miss a story
© 2024 The Brackwater Gazette. All rights reserved.
"""


@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_an_article_keeps_its_headings_whatever_stands_beside_them(kind: Literal["text", "markdown"]) -> None:
    bare = clean(PAGE.format(between="How the county votes"), kind=kind)
    page = PAGE.format(between=f"{LABEL}\nHow the county votes").replace("\n", "\n\n" if kind == "markdown" else "\n")
    assert "\nHow the county votes\n" in bare
    assert clean(page, kind=kind).split() == bare.split()
    block = next(block for block in explain(page, kind=kind).blocks if block.text == "How the county votes")
    assert block.kept
    assert block.note == "between what stays" or block.score >= 0.5
    assert LABEL not in clean(page, kind=kind)
