"""Hollow pages: what an article's loss leaves, what of it counts as junk, and the table."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from newsclean.lab.hollow import Emptied, add_arguments, junk, run, table
from newsclean.lab.robbed import hollowed, shortened

ARTICLE = [f"The council voted on Monday to close bridge number {n} until the spring." for n in range(4)]
BODY = "\n\n".join(ARTICLE)


PARAGRAPHS = "".join(f"<p>{line.replace('bridge', '<a href=/b>bridge</a>')}</p>" for line in ARTICLE)
MORE = "<ul><li>A goose at large</li><li>Bread is dearer</li></ul>"


def test_the_article_goes_with_what_its_gold_lacks_and_all_else_stays() -> None:
    left = hollowed(f"<h2>Most read</h2><div><i>Winter on the river</i>{PARAGRAPHS}</div>{MORE}", BODY)
    assert "council" not in left
    assert "Winter on the river" not in left
    assert "Most read" in left
    assert "A goose at large" in left


def test_where_only_the_whole_page_holds_the_article_its_paragraphs_go_one_by_one() -> None:
    left = hollowed(f"<h2>Most read</h2>{PARAGRAPHS}{MORE}", BODY)
    assert "council" not in left
    assert "Most read" in left
    assert "A goose at large" in left


@pytest.mark.parametrize("body", ["", "A gold that stands nowhere on the page."])
def test_a_page_without_any_of_the_gold_stays_as_it_is(body: str) -> None:
    assert "A goose at large" in hollowed(f"<div>{MORE}</div>", body)


def test_of_an_article_cut_short_its_beginning_stays_and_all_around_it() -> None:
    left = shortened(f"<h2>Most read</h2><div>{PARAGRAPHS}</div>{MORE}", BODY, 2)
    assert "number 0" in left
    assert "number 1" in left
    assert "number 2" not in left
    assert "number 3" not in left
    assert "Most read" in left
    assert "A goose at large" in left


def test_what_is_too_few_words_to_be_an_article_is_not_cut_short() -> None:
    assert shortened(f"<div>{PARAGRAPHS}</div>", BODY, 1) == ""
    assert shortened("", BODY, 2) == ""


@pytest.mark.parametrize("source", ["", "   "])
def test_where_nothing_can_be_parsed_nothing_is_left(source: str) -> None:
    assert hollowed(source, BODY) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Subscribe to us.", 3),
        (ARTICLE[0], 0),
        (f"{ARTICLE[0]}\n\nShare", 0),
        (f"{'Junk. ' * 40}\n\n{ARTICLE[0]}", 53),
    ],
)
def test_what_the_gold_holds_is_no_junk(text: str, words: int) -> None:
    assert junk(text, BODY) == words


def test_the_table_counts_by_kind() -> None:
    found = [
        Emptied("html", False, 0, {1: True, 2: False, 4: False}, {1: False}, {False: True, True: True}),
        Emptied("html", True, 20, {2: True, 4: False}, {1: True}, {False: False, True: True}),
        Emptied("html", False, 40),
        Emptied("bs4", False, 0),
    ]
    rows = table(found, ("html", "bs4", "inscriptis")).rows
    fronts, short, above = (".500", "1.000"), ("1.000", ".500", ".000"), (".500", "", "")
    assert rows[0] == ("html", "3", ".667", "30", *fronts, ".3333", *short, *above)
    assert rows[1] == ("bs4", "1", ".000", "0", "", "", ".0000", *[""] * 6)
    assert rows[2][1] == "0"


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert run(parser.parse_args(["--kinds", "html,pdf", "--corpora", str(tmp_path)])) == 2
