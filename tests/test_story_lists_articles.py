"""Texts and Markdown that are lists of signed, dated entries stay; fronts and teasers of the same form go."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.text import read_text
from newsclean.scoring.story_lists import in_story_lists
from tests.test_story_cards import STORIES, WALL
from tests.test_story_cards_articles import DIARY, FILMS, LEAD, TITLE, TITLES, Entry, rows
from tests.test_story_lists import DATES, FORMS, listed

Form = Callable[[Entry], str]
TEXT: dict[str, Form] = {
    "above": lambda e: f"{e[0]}\nBy {e[1]}, {e[2]}\n{e[3]}",
    "two lines": lambda e: f"{e[0]}\nBy {e[1]}\n{e[2]}\n{e[3]}",
    "below": lambda e: f"{e[0]}\n{e[3]}\n{e[1]}, {e[2]}",
}
MENU = "Home\nLocal\nSport\nAbout"
SECTIONS = ["Local", "Sport", "Schools", "Opinion", "Local"]


@pytest.mark.parametrize("form", ["above", "below"])
@pytest.mark.parametrize("lead", [LEAD, ""], ids=["lead", "none"])
def test_signed_entries_are_the_article_of_a_text(form: str, lead: str) -> None:
    kept = clean("\n".join(line for line in (MENU, TITLE, lead, *map(TEXT[form], DIARY)) if line))
    assert all(said in kept for said in rows(DIARY))


@pytest.mark.parametrize("lead", [LEAD, ""], ids=["lead", "none"])
@pytest.mark.xfail(reason="an entry is shorter than the lines above it, and the last ones read like junk")
def test_signed_entries_on_three_lines_are_the_article_of_a_text(lead: str) -> None:
    kept = clean("\n".join(line for line in (MENU, TITLE, lead, *map(TEXT["two lines"], DIARY)) if line))
    assert all(said in kept for said in rows(DIARY))


@pytest.mark.parametrize("chance", [0.9, 0.2])
def test_entries_are_an_article_where_most_read_like_it(chance: float) -> None:
    """A line with the author and one with the date beside each headline are none too many."""
    view = View(read_text("\n".join([TITLE, *map(TEXT["two lines"], DIARY * 2)])))
    said = [i for i in range(view.n) if view.doc.read_text(i) in rows(DIARY)]
    score = np.full(view.n, 0.9, np.float32)
    score[said[1:-2]] = chance
    assert in_story_lists(view, score, 0.5).any() == (chance < 0.5)


@pytest.mark.parametrize(("name", "of"), [("diary", DIARY), ("films", FILMS)])
def test_signed_entries_with_linked_headlines_are_the_article_of_markdown(name: str, of: list[Entry]) -> None:
    made = [f"### [{title}](/a)\n\n{author}, {date}\n\n{said}" for title, author, date, said in of]
    kept = clean("\n\n".join([f"# {TITLES[name]}", LEAD, *made]), kind="markdown")
    assert all(said in kept for said in rows(of))


def test_a_list_of_stories_with_their_sections_is_a_front() -> None:
    stories = zip(SECTIONS, STORIES, DATES, strict=True)
    front = [f"{section}\n{title}\nBy {by}, {on}\n{said}" for section, (title, by, said), on in stories]
    kept = clean("\n".join([MENU, "Local", *front]))
    assert not any(said in kept for _, _, said in STORIES[1:])


@pytest.mark.parametrize("form", [FORMS["above"], FORMS["by, on two lines"]])
def test_a_longer_article_above_teasers_is_no_entry(form: Callable[[str, str, str], str]) -> None:
    own = "Section of sea wall closed\nDora Finch - 5 March 2024\n" + " ".join(WALL)
    kept = clean("\n".join([MENU, own, listed(form)]))
    assert " ".join(WALL) in kept
    assert not any(said in kept for _, _, said in STORIES)


def test_teasers_of_the_same_form_below_the_entries_take_none_of_them() -> None:
    made = [TEXT["above"](entry) for entry in DIARY]
    kept = clean("\n".join([TITLE, LEAD, *made, "More stories", listed(FORMS["above"])]))
    assert all(said in kept for said in rows(DIARY))


def test_a_list_below_a_long_article_goes_though_it_has_no_line_more() -> None:
    made = explain("\n".join([*WALL, *WALL, *WALL, "More stories", listed(FORMS["above"])]))
    assert not any(said in made.text for _, _, said in STORIES)


@pytest.mark.parametrize("text", ["", "One line", "\n".join(["4 March 2024"] * 20), "\n".join([WALL[0]] * 5)])
def test_texts_without_a_list_have_no_block_in_one(text: str) -> None:
    view = View(read_text(text))
    assert not in_story_lists(view, np.ones(view.n, np.float32), 0.5).any()
