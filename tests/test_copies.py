"""Of what was printed twice one copy stays, all of it in one place, so that its paragraphs keep their order."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.text import read_text
from newsclean.scoring.copies import APART, NEARLY, without_copies

ARTICLE = [
    "For forty-one years Pell Garrod has climbed the ladder on the quay of Eldham each evening to light the lamp.",
    "The council voted in January to replace the lamp with one that lights itself, and to leave the ladder there.",
    "About two hundred people followed him to the quay on Friday, some of them with lanterns of their own.",
    "The ladder will hang in the reading room of the library, next to the clock that he repaired in 1998.",
]
MENU = ["News", "Sport", "Weather"]


def stay(blocks: list[str], *scores: float, threshold: float = 0.5) -> list[int]:
    """Which blocks stay, by their chances."""
    view = View(read_text("\n\n".join(blocks)))
    score = np.array(scores, np.float32)
    return np.flatnonzero(without_copies(view, score, score >= threshold)).tolist()


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("above", [[], MENU])
def test_an_article_that_was_printed_twice_keeps_its_order(apart: str, above: list[str]) -> None:
    text = clean(apart.join([*above, *ARTICLE, *ARTICLE]), kind="text")
    assert [line for line in text.split("\n") if line] == ARTICLE


def test_one_place_is_chosen_for_all_of_it() -> None:
    assert stay(ARTICLE[:2] * 2, 0.7, 0.9, 0.8, 0.8) == [0, 1]  # as likely, and first
    assert stay(ARTICLE[:2] * 2, 0.7, 0.8, 0.9, 0.75) == [2, 3]
    assert stay(["Down by the quay", *ARTICLE[:2], "A sub-heading", *ARTICLE[:2]], 0, 0.7, 0.9, 0, 0.8, 0.8) == [1, 2]


def test_a_paragraph_that_is_far_less_likely_there_stays_where_it_is_likeliest() -> None:
    assert stay(ARTICLE[:2] * 2, 0.9, 0.6, 0.9, 0.5) == [0, 1]
    assert stay(ARTICLE[:2] * 2, 0.9, 0.9, 0.95, 0.9 - NEARLY - 0.01) == [0, 1]
    assert stay(ARTICLE[:2] * 2, 0.95, 0.5, 0.65, 0.9) == [0, 3]


def test_what_stands_far_apart_is_chosen_one_by_one() -> None:
    between = [f"Line {i}" for i in range(APART)]
    blocks = [ARTICLE[0], *between, ARTICLE[1], *ARTICLE[:2]]
    assert stay(blocks, 0.7, *([0] * APART), 0.9, 0.8, 0.8) == [APART + 1, APART + 2]


def test_which_copy_stays_does_not_depend_on_the_threshold() -> None:
    scores = (0.7, 0.9, 0.8, 0.8)
    kept = [set(stay(ARTICLE[:2] * 2, *scores, threshold=threshold)) for threshold in (0.95, 0.85, 0.75, 0.5)]
    assert kept == [set(), {1}, {0, 1}, {0, 1}]
    assert kept == sorted(kept, key=len)


def test_the_copy_says_why_it_stays_and_the_other_why_it_goes() -> None:
    page = explain("\n\n".join([*MENU, *ARTICLE, *ARTICLE]), kind="text")
    gone = [block.note for block in page.blocks if block.text in ARTICLE and not block.kept]
    assert set(gone) <= {"printed twice", ""}
    assert "printed twice" in gone
    assert page.text == clean("\n\n".join([*MENU, *ARTICLE, *ARTICLE]), kind="text")
