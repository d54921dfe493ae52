"""Hollow pages: what an article's loss leaves, what of it counts as junk, and the table."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from newsclean.lab.hollow import Emptied, add_arguments, hollowed, junk, run, table

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
    found = [Emptied("html", False, 0), Emptied("html", True, 20), Emptied("html", False, 40), Emptied("bs4", False, 0)]
    rows = table(found, ("html", "bs4", "inscriptis")).rows
    assert rows[0] == ("html", "3", ".667", "30", ".3333")
    assert rows[1] == ("bs4", "1", ".000", "0", ".0000")
    assert rows[2][1] == "0"


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert run(parser.parse_args(["--kinds", "html,pdf", "--corpora", str(tmp_path)])) == 2
