"""Plain text in every layout becomes the blocks a reader would see, and every block points back into the source."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.reading.document import PARAGRAPH, ROW, Document
from newsclean.reading.text import read_text
from tests.texts import COUNCIL, MAYOR, ODD, PARAGRAPHS, blocks

SHORT = "Nobody was hurt."


LAYOUTS = {
    "one block a line": ("Bridge closed\n" + "\n".join(PARAGRAPHS), ["Bridge closed", *PARAGRAPHS]),
    "paragraphs": ("\n\n".join(PARAGRAPHS), PARAGRAPHS),
    "paragraphs far apart": ("\n\n \n\t\n".join(PARAGRAPHS), PARAGRAPHS),
    "carriage returns and feeds": ("\r\n\r\n".join(PARAGRAPHS), PARAGRAPHS),
    "carriage returns alone": ("\r\r".join(PARAGRAPHS), PARAGRAPHS),
    "form feeds": ("\f".join(PARAGRAPHS), PARAGRAPHS),
    "line separators": ("\u2028".join(PARAGRAPHS), PARAGRAPHS),
    "paragraph separators": ("\u2029".join(PARAGRAPHS), PARAGRAPHS),
    "next lines": ("\x85".join(PARAGRAPHS), PARAGRAPHS),
    "blanks of all kinds fold": (
        "The\xa0bridge \t is\u2003closed.\nThe\u3000end.",
        ["The bridge is closed.", "The end."],
    ),
    "zero-width blanks stay": ("The\u200bbridge.\u200b\nOpen.", ["The\u200bbridge.\u200b", "Open."]),
    "unseen characters are blanks of a line": (
        "The bridge.\n\u200b\u2063\nOpen.\n\u00ad\ufeff",
        ["The bridge.", "Open."],
    ),
    "signs that stand alone": ("Home\n|\nNews\n/\n[]\n\\\nSport\n\ufffc\n▼", ["Home", "News", "Sport"]),
    "signs within a line": ("Home | News\n|a|\n// [] ()", ["Home | News", "|a|", "// [] ()"]),
    "short rules": ("---\n\nOpen.\n\n--\n\nShut.\n\n=====\n\n___", ["Open.", "Shut."]),
    "what may be none": (
        "Open.\n---\nShut.\n\n***\n\n-\n\n* * *\n\n-- -",
        ["Open.", "---", "Shut.", "***", "-", "* * *", "-- -"],
    ),
    "nulls and lone surrogates stay": ("The \x00 bridge.\n\ud83d broken.", ["The \x00 bridge.", "\ud83d broken."]),
    "nothing": ("", []),
    "blanks only": (" \n\t\r\n\f\u2028\xa0", []),
    "crawled record": (
        "Harbour News\nMenu\nSports\nBridge closed until spring\n"
        + COUNCIL
        + "\nRead more\n"
        + MAYOR
        + "\n© Harbour News",
        ["Harbour News", "Menu", "Sports", "Bridge closed until spring", COUNCIL, "Read more", MAYOR, "© Harbour News"],
    ),
    "columns and indents": (
        "   Home      Sports      Culture\n\n     Bridge closed\n\n   " + COUNCIL + "\n\n     * First\n     * Second",
        ["Home Sports Culture", "Bridge closed", COUNCIL, "* First", "* Second"],
    ),
}


@pytest.mark.parametrize(("source", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(source: str, expected: list[str], check_document: Callable[[Document], None]) -> None:
    doc = read_text(source)
    check_document(doc)
    assert blocks(doc) == expected


def test_items_are_rows_and_their_first_is_a_paragraph() -> None:
    doc = read_text("We know:\n• it is closed\n• it is old\n\n1. The bridge\n2) The ferry\nThe end.")
    assert doc.item.tolist() == [0, 1, 1, 1, 1, 0]
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, PARAGRAPH, ROW, PARAGRAPH]


def test_gaps_and_indents_are_counted() -> None:
    doc = read_text("One.\nTwo.\n\n\n  Three.\u2028Four.\n\tFive.")
    assert doc.blanks.tolist() == [0, 0, 2, 0, 0]
    assert doc.indent.tolist() == [0, 0, 2, 0, 1]


@pytest.mark.parametrize("width", range(60, 101, 8))
@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n"])
def test_wrapped_text_is_unwrapped(width: int, gap: str, check_document: Callable[[Document], None]) -> None:
    feed = gap[: len(gap) // 2]
    source = gap.join(textwrap.fill(text, width).replace("\n", feed) for text in [*PARAGRAPHS, "- a list item"])
    doc = read_text(source)
    check_document(doc)
    assert doc.layout == "wrapped"
    assert blocks(doc) == [*PARAGRAPHS, "- a list item"]


def test_a_wrapped_text_without_blank_lines_ends_paragraphs_at_short_lines() -> None:
    paragraphs = [f"{text} {SHORT}" for text in PARAGRAPHS]
    source = "\n".join(textwrap.fill(text, 72) for text in paragraphs)
    doc = read_text(source)
    assert doc.layout == "wrapped"
    assert blocks(doc) == paragraphs


def test_a_page_wrapped_as_one_paragraph_is_cut_at_its_sentences(check_document: Callable[[Document], None]) -> None:
    doc = read_text(textwrap.fill(" ".join(PARAGRAPHS * 3), 72))
    check_document(doc)
    assert blocks(doc) == PARAGRAPHS * 3


@given(st.text())
def test_any_text(check_document: Callable[[Document], None], source: str) -> None:
    check_document(read_text(source))


@given(st.lists(st.sampled_from(list(ODD)), max_size=200).map("".join))
def test_any_text_of_odd_characters(check_document: Callable[[Document], None], source: str) -> None:
    check_document(read_text(source))


@settings(max_examples=50)
@given(st.lists(st.sampled_from([*ODD, "\n", "The bridge", "is closed. ", "closed (", "„"]), max_size=900).map("".join))
def test_any_long_text(check_document: Callable[[Document], None], source: str) -> None:
    check_document(read_text(source * 5))
