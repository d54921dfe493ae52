"""Markdown's paragraphs, cards and marks: what is one block, what is linked, and what marks say of it."""

from __future__ import annotations

import textwrap

import pytest

from newsclean.reading.document import MARKS, Document
from newsclean.reading.markdown import read_markdown
from tests.texts import VOTE


def visible(doc: Document) -> list[str]:
    """The words that evidence sees, block by block; each from the source, where the block says that it stands."""
    for i, (start, end) in enumerate(doc.spans.tolist()):
        assert doc.block_text(i) == " ".join(doc.source[start:end].split())
    return doc.text.split("\n")[:-1]


BROKEN = "It was built in 1901\nand was closed twice before,\nas [the mayor\nrecalls](/mayor) with a sigh."
PARTED = [f"{VOTE} It was told so {when}." for when in ("twice", "on Sunday", "again")]


def test_a_line_break_ends_no_paragraph_where_blank_lines_do() -> None:
    doc = read_markdown("\n\n".join([*PARTED, BROKEN, "Ada Winter\nSunday"]))
    whole = "It was built in 1901 and was closed twice before, as the mayor recalls with a sigh."
    assert visible(doc) == [*PARTED, whole, "Ada Winter Sunday"]
    assert doc.links.tolist()[3] == len("the mayor recalls")


@pytest.mark.parametrize("end", ["  ", "\\"])
def test_a_line_that_is_ended_by_marks_is_a_line(end: str) -> None:
    doc = read_markdown("\n\n".join([*PARTED, f"Town hall{end}\nHarbour Street 1{end}\nOpen on Mondays"]))
    assert visible(doc)[3:] == ["Town hall", "Harbour Street 1", "Open on Mondays"]


def test_wrapped_headings_are_one_line_and_others_end_where_they_end() -> None:
    heading = "## Council votes to close the old bridge, [and the ferry goes on as if](/ferry) nothing had been said"
    short = "## Bridge\nIt is shut."
    doc = read_markdown("\n\n".join(textwrap.fill(text, 78) for text in [*PARTED, heading, *PARTED]) + f"\n\n{short}")
    seen = "Council votes to close the old bridge, and the ferry goes on as if nothing had been said"
    assert visible(doc) == [*PARTED, seen, *PARTED, "Bridge", "It is shut."]
    assert doc.heading.tolist() == [0, 0, 0, 2, 0, 0, 0, 2, 0]


def test_paragraphs_line_by_line_stay_paragraphs() -> None:
    """What an extractor gives that writes links into its text but no blank lines between paragraphs."""
    doc = read_markdown("\n".join([*PARTED, f"[Plan](/plan) {VOTE}", *PARTED]))
    assert visible(doc) == [*PARTED, f"Plan {VOTE}", *PARTED]


def test_what_is_no_paragraph_stays_in_its_lines() -> None:
    lines = [
        "# Bridge",
        "It is shut.",
        "* Monday",
        "* Tuesday",
        "| Ada | 1 |",
        "| Bo | 2 |",
        "> Shut.",
        "Opening",
        "---",
    ]
    doc = read_markdown("\n\n".join([*PARTED, VOTE, *lines[:1]]) + "\n" + "\n".join(lines[1:]))
    seen = ["Bridge", "It is shut.", "* Monday", "* Tuesday", "Ada 1", "Bo 2", "Shut.", "Opening"]
    assert visible(doc)[4:] == seen
    assert doc.heading.tolist()[4:] == [1, 0, 0, 0, 0, 0, 0, 2]


FILLED = "Council votes to close the old bridge in spring, and nobody knows a reason"


@pytest.mark.parametrize(
    "lines",
    [
        f"## {FILLED}\n* Bridge shut",
        f"## {FILLED}\n\nBridge-builders came.",
        f"* {FILLED}\nBridge-builders came.",
        f"{FILLED}\\\nBridge-builders came.",
    ],
    ids=["a heading above an item", "a heading above a blank line", "an item", "a line that is ended"],
)
def test_a_line_that_fills_the_width_by_chance_takes_no_other(lines: str) -> None:
    doc = read_markdown("\n\n".join(textwrap.fill(text, 78) for text in [*PARTED, *PARTED]) + f"\n\n{lines}")
    assert visible(doc)[6:] == [line.strip("#\\ ") for line in lines.split("\n") if line]


LABELS = [f"See no. {n}!" for n in range(12)]
HEADLINES = [f"[Bakers in the valley quarrel over the price of rolls for the {n}th year](/{n})" for n in range(4, 20)]


@pytest.mark.parametrize("above", [[], LABELS, HEADLINES], ids=["nothing", "labels", "headlines"])
def test_lines_are_told_from_wrapped_paragraphs_by_paragraphs_alone(above: list[str]) -> None:
    lines = [f"[Plan](/plan) {VOTE}", VOTE, VOTE, VOTE]
    assert visible(read_markdown("\n\n".join([*above, "\n".join(lines)])))[-4:] == [f"Plan {VOTE}", *lines[1:]]


def test_a_line_break_in_a_menu_ends_a_line() -> None:
    assert visible(read_markdown("[Home](/)\nSport\nWeather")) == ["Home", "Sport", "Weather"]


def test_a_sign_alone_parts_the_paragraphs_of_a_quotation() -> None:
    doc = read_markdown("\n\n".join([*PARTED, VOTE]) + "\n\n> It was shut.\n>\n> Nobody\n> knew.")
    assert visible(doc)[4:] == ["It was shut.", "Nobody knew."]


CARDS = {
    "over blocks": ("[\n\n### Tower for sale\n\nWho wants it?\n\n](/tower)", ["Tower for sale", "Who wants it?"]),
    "with an image": ("[![A tower](t.jpg)\n\n**Tower**\n\nWho wants it?](/tower)", ["Tower", "Who wants it?"]),
    "with backslashes": ("[![A tower](t.jpg)\\\n\\\n**Tower**\\\n\\\nWho?](/tower)", ["Tower", "Who?"]),
    "in an item": ("* [Tower\n\n  Who wants it?](/tower)", ["* Tower", "Who wants it?"]),
}


@pytest.mark.parametrize(("card", "seen"), CARDS.values(), ids=CARDS)
def test_a_card_is_one_link(card: str, seen: list[str]) -> None:
    doc = read_markdown(f"{VOTE}\n\n{card}\n\n{VOTE}")
    assert visible(doc) == [VOTE, *seen, VOTE]
    assert doc.links.tolist() == [0, *map(len, seen), 0]


@pytest.mark.parametrize("half", ["](/tower)", "[Tower", "[Tower\n\n" + "a\n\n" * 20 + "](/tower)"])
def test_half_a_link_is_none(half: str) -> None:
    doc = read_markdown(f"{VOTE}\n\n{half}\n\n{VOTE}")
    assert doc.links.sum() == 0


def test_a_link_is_closed_once() -> None:
    doc = read_markdown(f"[Tower\n\nfor sale](/tower)\n\n{VOTE}\n\n](/stray)\n\nOn Monday")
    assert visible(doc) == ["Tower", "for sale", VOTE, "On Monday"]
    assert doc.links.tolist() == [len("Tower"), len("for sale"), 0, 0]


MARKED = {
    "links": ("[a](/a) and [b](/b)", "link_count", 2),
    "an image": ("A bridge ![An old bridge](b.jpg)", "images", 1),
    "its description": ("A bridge ![An old bridge](b.jpg)", "alt", len("An old bridge")),
    "an image above": ("![](b.jpg)\n\n![](c.jpg)\n\nA bridge", "image_above", 2),
    "no image above": ("A bridge\n\n![](b.jpg)", "image_above", 0),
    "an image that links": ("[![](b.jpg) A bridge](/b)", "thumbs", 1),
    "one above": ("[![](b.jpg)](/b)\n\nA bridge", "thumbs", 1),
    "an image that does not": ("![](b.jpg) A bridge", "thumbs", 0),
    "bold words": ("**Ada** and __Bo__ and *Cy*", "strong", 5),
    "italic words": ("**Ada** and _Bo_ and *Cy*", "emphasis", 4),
    "a quotation": ("> > A bridge", "quoted", 2),
    "cells": ("| a | b |", "cells", 3),
    "none": ("A bridge", "cells", 0),
}


@pytest.mark.parametrize(("source", "name", "number"), MARKED.values(), ids=MARKED)
def test_marks(source: str, name: str, number: int) -> None:
    doc = read_markdown(source)
    assert doc.marks is not None
    assert doc.marks[0, MARKS.index(name)] == number


def test_the_heading_of_nothing_heads_what_follows() -> None:
    doc = read_markdown(f"###\n\nTower for sale\n\n{VOTE}")
    assert doc.heading.tolist() == [3, 0]


@pytest.mark.parametrize("line", ["[### Tower](/tower)", "* ### Tower", "1. [### Tower](/tower)"])
def test_headings_of_cards_and_items(line: str) -> None:
    doc = read_markdown(f"{VOTE}\n\n{line}")
    assert doc.heading.tolist() == [0, 3]
    assert "#" not in doc.text
