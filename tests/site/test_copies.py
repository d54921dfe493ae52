"""What must not go wrong: no article is harmed by copies of it, nor by a hostile page."""

from __future__ import annotations

import random
from typing import Any

import pytest

from newsclean.site.record import MOST_LINES

COPIES = (
    *("second address", "crawled a week later", "print copy", "other top and bottom"),
    *("updated", "grown", "cut by a pay wall", "other headline"),
)


@pytest.mark.parametrize("kind", COPIES)
@pytest.mark.parametrize("learn_itself", [True, False])
def test_no_paragraph_of_an_article_repeats_because_of_its_copies(valley: Any, kind: str, learn_itself: bool) -> None:
    number = 8
    pages = (
        [valley.page(n) for n in range(20, 25)] + [valley.copies(number)[kind]] + [valley.page(number)] * learn_itself
    )
    document, columns = valley.look(valley.learned(*pages), valley.page(number))
    assert columns.pages[0] == 5
    assert [valley.of(document, columns.repeats, paragraph) for paragraph in valley.article(number)] == [0.0] * 6
    assert valley.of(document, columns.repeats, valley.PROMO) == 5


def test_copies_of_other_pages_count_once(valley: Any) -> None:
    pages = [valley.page(20), valley.page(21), *valley.copies(8).values()]
    document, columns = valley.look(valley.learned(*pages), valley.page(9))
    assert columns.pages[0] == 3
    assert valley.of(document, columns.repeats, valley.PROMO) == 3


def test_these_are_all_copies(valley: Any) -> None:
    assert tuple(valley.copies(0)) == COPIES


def test_a_paragraph_taken_over_by_one_other_story_is_on_one_page(valley: Any) -> None:
    taken = valley.article(8)[0]
    other = valley.page(30, body=[*valley.article(30), taken])
    document, columns = valley.look(valley.learned(valley.page(20), valley.page(21), other), valley.page(8))
    assert columns.pages[0] == 3
    assert valley.of(document, columns.repeats, taken) == 1


def test_a_column_s_standing_last_line_is_seen_as_standing(valley: Any) -> None:
    last = "The writer keeps bees above the valley and answers every letter that has a stamp on it."
    pages = [valley.page(n, body=[*valley.article(n), last]) for n in range(5)]
    document, columns = valley.look(valley.learned(*pages), pages[0])
    assert valley.of(document, columns.repeats, last) == 4


def test_a_hostile_page_repeated_counts_once(valley: Any) -> None:
    hostile = valley.page(66, body=[*valley.article(66), *valley.article(8)[:2]])
    again = [
        hostile.replace("Most read", f"Most read {valley.WORDS[n % len(valley.WORDS)]} {'z' * n}") for n in range(60)
    ]
    document, columns = valley.look(
        valley.learned(valley.page(20), valley.page(21), *([hostile] * 40), *again), valley.page(8)
    )
    assert columns.pages[0] == 3
    assert valley.of(document, columns.repeats, valley.article(8)[0]) == 1


def test_a_giant_page_is_kept_in_bounds(valley: Any) -> None:
    dice = random.Random(7)
    giant = "\n\n".join(
        f"{dice.choice(valley.WORDS)} {'y' * n} {dice.choice(valley.WORDS)}" for n in range(1, MOST_LINES + 900)
    )
    ((_, _, record),) = valley.learned(giant).to_rows()
    assert len(record) <= 10 * MOST_LINES
