"""Metadata: of the blocks named byline and timestamp, those of the article; a date is one with a day."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence.view import View
from newsclean.metadata import Lines
from newsclean.page import Role
from newsclean.reading.read import read
from tests.metadata_of import BODY, lines


def test_the_author_is_named_near_the_text() -> None:
    page = lines(
        ("Culture", Role.BYLINE),
        *((f"Section {n}", Role.NAV) for n in range(15)),
        ("Ferry leaves without passengers", Role.HEADLINE),
        ("By Ida Crane", Role.BYLINE),
        ("4 October 2013", Role.TIMESTAMP),
        (BODY, Role.BODY),
        ("5 October 2022", Role.TIMESTAMP),
    )
    assert page.byline() == "By Ida Crane"
    assert page.published() == "4 October 2013"


def test_author_and_date_on_one_line_get_their_parts() -> None:
    page = lines(("12.03.2019 | By Ida Crane", Role.TIMESTAMP), (BODY, Role.BODY))
    assert (page.byline(), page.published()) == ("By Ida Crane", "12.03.2019")
    page = lines(("Ida Crane 4 marzo 2025", Role.TIMESTAMP), (BODY, Role.BODY))
    assert (page.byline(), page.published()) == ("Ida Crane", "4 marzo 2025")
    page = lines(("Bell found in greenhouse dodano: 02.10.2020, 12:14", Role.TIMESTAMP), (BODY, Role.BODY))
    assert (page.byline(), page.published()) == (None, "dodano: 02.10.2020, 12:14")


def test_the_author_s_line_may_say_the_date() -> None:
    line = "Posted by Ida Crane on February 14, 2013 at 12:43 pm"
    assert lines((line, Role.BYLINE), (BODY, Role.BODY)).published() == "February 14, 2013 at 12:43 pm"
    assert lines(("Ida Crane, editor since 2013", Role.BYLINE), (BODY, Role.BODY)).published() is None
    page = lines((line, Role.BYLINE), ("15 February 2013", Role.TIMESTAMP), (BODY, Role.BODY))
    assert page.published() == "15 February 2013"


def test_a_day_right_above_the_text_is_its_date_whatever_it_is_called() -> None:
    day = ("Dec 20, 2023 6 min read", Role.COMMENT)
    assert lines(day, (BODY, Role.BODY)).published() == day[0]
    assert lines((day[0], Role.TEASER), (BODY, Role.BODY)).published() is None
    assert lines(day, *((f"Section {n}", Role.NAV) for n in range(6)), (BODY, Role.BODY)).published() is None
    assert lines(("Read 2023 times", Role.COMMENT), (BODY, Role.BODY)).published() is None


def test_a_date_needs_a_day() -> None:
    assert (
        lines(("18 °C", Role.TIMESTAMP), ("Oct 4, 2013", Role.TIMESTAMP), (BODY, Role.BODY)).published()
        == "Oct 4, 2013"
    )
    assert lines(("18 °C", Role.TIMESTAMP), (BODY, Role.BODY)).published() is None
    assert lines(("Oct 4, 2013", Role.TIMESTAMP), (BODY, Role.BODY)).published("2013-10-04") == "2013-10-04"


@pytest.mark.parametrize("line", ["You are here: March of the dogs » Home", "Has the bill of 3 May 2024 come?"])
def test_neither_a_month_s_name_alone_nor_a_question_is_a_date(line: str) -> None:
    assert lines((line, Role.TIMESTAMP), (BODY, Role.BODY)).published() is None
    assert lines((f"{line} 3.", Role.TIMESTAMP), (BODY, Role.BODY)).published() == f"{line} 3."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("The ferry runs until 23.15", False),
        ("23.5., 23.15", True),
        ("12.05.24 18:30", True),
        ("12.05 2024", True),
        ("3/5, 9:30", True),
    ],
)
def test_two_figures_that_may_be_an_hour_are_less_of_a_date_than_a_month_and_its_year(line: str, day: bool) -> None:
    other = ("Friday in May 2024", Role.TIMESTAMP)
    found = lines((line, Role.TIMESTAMP), other, (BODY, Role.BODY)).published()
    assert found == (line if day else other[0])


@pytest.mark.parametrize("count", ["12.4K subscribers", "2.1K", "3,5 % weniger", "1.2万"])
def test_a_shortened_count_is_no_date(count: str) -> None:
    assert lines((count, Role.TIMESTAMP), (BODY, Role.BODY)).published() is None


def test_chinese_figures_say_a_date() -> None:
    assert lines(("三月五日", Role.TIMESTAMP), (BODY, Role.BODY)).published() == "三月五日"


def test_nothing_is_known_of_an_empty_page() -> None:
    page = Lines(View(read("", "text")), np.zeros(0, np.bool_), [])
    assert (page.title(), page.byline(), page.published()) == (None, None, None)


@pytest.mark.parametrize(
    ("changed", "published"),
    [
        ("Updated 18 April 2024, 10:00", "Published 15 April 2024"),
        ("Aktualisiert: 18.04.2024, 10:00", "Veröffentlicht: 15.04.2024"),
        ("Mis à jour le 18 avril 2024 à 10:00", "Publié le 15 avril 2024"),
        ("更新：2024年4月18日 10:00", "发布：2024年4月15日"),
    ],
)
def test_the_date_of_publication_comes_before_that_of_a_change(changed: str, published: str) -> None:
    for pair in ((changed, published), (published, changed)):
        page = lines(*((line, Role.TIMESTAMP) for line in pair), (BODY, Role.BODY))
        assert page.published() == published
    assert lines((changed, Role.TIMESTAMP), (BODY, Role.BODY)).published() == changed


def test_a_date_between_title_and_text_comes_before_the_paper_s() -> None:
    page = lines(
        ("Tuesday, 30 April 2024", Role.TIMESTAMP),
        ("Ferry leaves without passengers", Role.HEADLINE),
        ("15 April 2024", Role.TIMESTAMP),
        (BODY, Role.BODY),
    )
    assert page.published() == "15 April 2024"


def test_a_date_below_a_label_of_what_others_wrote_is_theirs() -> None:
    head = (("Ferry leaves without passengers", Role.HEADLINE), (BODY, Role.BODY))
    for label in ("Comments", "More stories"):
        assert lines(*head, (label, Role.NAV), ("April 16, 2024", Role.TIMESTAMP)).published() is None
    assert lines(*head, ("April 16, 2024", Role.TIMESTAMP)).published() == "April 16, 2024"


def test_neither_an_hour_alone_is_a_date_nor_a_headline_an_author() -> None:
    page = lines(("Storm Ada – live updates", Role.BYLINE), ("14:32", Role.TIMESTAMP), (BODY, Role.BODY))
    page.head = 0
    assert page.published() is None
    assert page.byline() is None
    assert lines(("14:32 Uhr, 3. Mai 2024", Role.TIMESTAMP), (BODY, Role.BODY)).published() == "14:32 Uhr, 3. Mai 2024"
