"""Glued text: blocks whose line breaks were lost, as `get_text()` without a separator has them, are blocks again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from newsclean import clean
from newsclean.reading.document import RUN
from newsclean.reading.text import read_text
from tests.texts import blocks

PARAGRAPHS = [
    f"The council of the small harbour town voted on {day} to close the old bridge. It stays closed until the spring."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
]
MENU = "Home page" + "".join(
    f"{name} and weather" for name in ("Sports", "Culture", "Travel", "Letters", "Family", "Harbour", "Farming")
)


def test_paragraphs_and_labels_are_apart_again() -> None:
    doc = read_text(MENU + "Bridge closed\n" + "".join(PARAGRAPHS))
    assert blocks(doc)[-len(PARAGRAPHS) :] == PARAGRAPHS
    assert blocks(doc)[:3] == ["Home page", "Sports and weather", "Culture and weather"]
    assert blocks(doc)[-len(PARAGRAPHS) - 1] == "Bridge closed"
    assert doc.follows[1] == RUN


@pytest.mark.parametrize(
    "glue",
    [
        "He said so.” Ada",
        "by St. Paul",
        "costs 3.50 Euro",
        "see www.example.org",
        "on YouTube",
        "McDonald",
    ],
)
def test_what_is_not_glued_is_not_cut(glue: str) -> None:
    glued = f"{PARAGRAPHS[0]} {glue} {PARAGRAPHS[1]}" + "".join(PARAGRAPHS)
    doc = read_text("\n".join((glued, "Bridge closed", PARAGRAPHS[0])))
    inside = range(glued.index(glue) + 1, glued.index(glue) + len(glue))
    assert [glued[at:] for at in doc.spans[:, 0].tolist() if at in inside and glued[at - 1] != " "] == []


@pytest.mark.parametrize("paragraphs", [PARAGRAPHS[:3], ["One.Two is here.", "It is so.Three is not.", "And so.Four."]])
def test_a_page_that_is_seldom_glued_or_in_short_lines_is_left_alone(paragraphs: list[str]) -> None:
    lines = ["".join(PARAGRAPHS[:2]), *paragraphs[2:]] if paragraphs[0] in PARAGRAPHS else paragraphs
    assert blocks(read_text("\n".join(lines))) == lines


def test_short_lines_make_no_page_glued_and_are_not_cut_on_one() -> None:
    short = ["It is so.Three is not.", "The ferry goes.Nobody swims.", "So it was.Letters came.", "He went.She stayed."]
    seldom = [*short, "".join(PARAGRAPHS[:2])]
    assert blocks(read_text("\n".join(seldom))) == seldom
    assert blocks(read_text("\n".join([*short, "".join(PARAGRAPHS)]))) == [*short, *PARAGRAPHS]


def test_an_endless_block_of_a_glued_line_is_cut_at_its_sentences() -> None:
    endless = " ".join(PARAGRAPHS * 3)
    found = blocks(read_text("".join([*PARAGRAPHS, endless])))
    assert found[: len(PARAGRAPHS)] == PARAGRAPHS
    assert len(found) == len(PARAGRAPHS) + 2 * 3 * len(PARAGRAPHS)
    assert " ".join(found[len(PARAGRAPHS) :]) == endless


def test_on_a_page_with_lines_glued_ones_are_cut_where_words_touch_and_not_at_blanks() -> None:
    long = [f"{text} The Old Harbour News of Monday, By Ada Winter and Tom Lund, says so." for text in PARAGRAPHS]
    page = ["Bridge closed", "It opened in 1921" + "".join(long), PARAGRAPHS[0]]
    assert blocks(read_text("\n".join(page))) == ["Bridge closed", "It opened in 1921", *long, PARAGRAPHS[0]]


@pytest.mark.parametrize(("quote", "opening"), [("”", "“"), (")", "("), ("", "„")])
def test_quotation_marks_stay_with_their_sentence(quote: str, opening: str) -> None:
    parts = [f"{opening}{text[:-1]}.{quote}" for text in PARAGRAPHS]
    assert blocks(read_text("".join(parts))) == parts


def test_words_that_were_one_are_one_in_the_output() -> None:
    text = "".join(text.replace("council", "DeepHarbour council") for text in PARAGRAPHS)
    assert "DeepHarbour" in clean(text)


def test_a_page_as_get_text_gives_it_is_cleaned() -> None:
    labels = [
        "Home page",
        "Local sports",
        "Culture",
        "Travel",
        "Letters",
        "Family notices",
        "Harbour news",
        "Newsletter",
    ]
    menu = "".join(f"<li><a href=/{label}>{label}</a></li>" for label in labels)
    page = f"<ul>{menu}</ul><h1>Bridge closed</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}<p>Share this</p>"
    text = clean(BeautifulSoup(page, "lxml").get_text())
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    assert not any(label in text for label in labels)


@pytest.mark.parametrize("unit", ["aa.A", "aaaaBbbb", "aa.)”)”", ".....", "aa.“Aa ", "é.É"])
def test_ten_times_the_text_takes_ten_times_as_long(unit: str, check_linear: Callable[..., None]) -> None:
    check_linear(read_text, unit * (20_000 // len(unit)), unit * (200_000 // len(unit)))
