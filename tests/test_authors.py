"""Authors: the line that names who wrote the article; labels, ways, agencies and sites are none where one is named."""

from __future__ import annotations

import pytest

from newsclean.page import Role
from tests.metadata_of import BODY, lines, page_of


def test_a_byline_that_is_cut_in_two_is_put_together() -> None:
    for by in ("By", "Comment by", "Author of the article:"):
        page = lines((by, Role.BYLINE), ("Ida Crane", Role.BYLINE), (BODY, Role.BODY))
        assert page.byline() in {f"{by} Ida Crane", "Ida Crane"}
    assert lines(("By", Role.BYLINE), ("Ida Crane", Role.NAV), (BODY, Role.BODY)).byline() == "By Ida Crane"


def test_an_author_may_stand_on_the_date_s_line() -> None:
    line, name = "Von Ida Crane 28.04.2023, 18:11 Uhr", "Von Ida Crane"
    assert lines((line, Role.TIMESTAMP), (BODY, Role.BODY)).byline() == name
    assert lines(("Opinion Podcast", Role.BYLINE), (line, Role.TIMESTAMP), (BODY, Role.BODY)).byline() == name
    assert lines((line, Role.TIMESTAMP), (BODY, Role.BODY)).byline("Ida Crane") == "Ida Crane"
    assert lines(("Freitag, 28. April 2023", Role.TIMESTAMP), (BODY, Role.BODY)).byline() is None


def test_what_an_author_is_gives_way_to_the_name_above() -> None:
    for job in ("Reporter", "Redakteurin", "Periodista"):
        page = lines(("Ida Crane", Role.NAV), (job, Role.BYLINE), ("4 March 2025", Role.TIMESTAMP), (BODY, Role.BODY))
        assert page.byline() == "Ida Crane"
    assert lines(("News of today", Role.NAV), ("Redaktion", Role.BYLINE), (BODY, Role.BODY)).byline() == "Redaktion"


def test_an_agency_or_an_editor_is_the_author_only_where_no_other_is_named() -> None:
    for other in ("Associated Press", "By Associated Press", "Edited by Otto Reiher", "İHA"):
        assert lines((other, Role.BYLINE), (BODY, Role.BODY)).byline() == other
        page = lines(("By Ida Crane", Role.BYLINE), (other, Role.BYLINE), (BODY, Role.BODY))
        assert page.byline() == "By Ida Crane"
    page = lines(("记者 林晓舟", Role.BYLINE), (BODY, Role.BODY), ("责任编辑：王小满", Role.BYLINE))
    assert page.byline() == "记者 林晓舟"


@pytest.mark.parametrize(
    "label", ["A- A A+", "View source", "Recommended stories", "Diğer Haberler", "Now Reading:", "Share on Twitter"]
)
def test_labels_and_buttons_are_no_authors(label: str) -> None:
    assert lines((label, Role.BYLINE), (BODY, Role.BODY)).byline() is None
    assert lines((BODY, Role.BODY), (label, Role.BYLINE)).byline() is None


def test_a_byline_says_what_its_author_is() -> None:
    assert lines(("Ida Crane, money editor", Role.BYLINE), (BODY, Role.BODY)).byline() == "Ida Crane, money editor"
    assert lines(("• Ida Crane |", Role.BYLINE), (BODY, Role.BODY)).byline() == "Ida Crane"


@pytest.mark.parametrize(
    ("line", "marked", "byline"),
    [
        ("Von dpa 30.04.2024, 18:58", "dpa", "Von dpa"),
        ("Ida Crane 3 minute read", "Ida Crane", "Ida Crane"),
        ("By Ida Crane, Otto Reiher", "Ida Crane", "By Ida Crane, Otto Reiher"),
        ("Ida Crane Journalist", "Ida Crane Journalist", "Ida Crane Journalist"),
    ],
)
def test_a_name_that_is_marked_up_ends_where_the_line_says_more(line: str, marked: str, byline: str) -> None:
    assert lines((line, Role.BYLINE), (BODY, Role.BODY)).byline(marked) == byline


def test_a_name_with_a_job_in_brackets_is_no_label() -> None:
    assert lines(("Ida Crane (science editor)", Role.BYLINE), (BODY, Role.BODY)).byline() == "Ida Crane"


def test_neither_a_label_nor_a_sentence_is_an_author() -> None:
    assert lines(("Opinion", Role.BYLINE), (BODY, Role.BODY)).byline() is None
    assert lines(("Opinion", Role.BYLINE), (BODY, Role.BODY)).byline("Ida Crane") == "Ida Crane"
    biography = f"Ida Crane writes about harbours. {BODY}"
    assert lines((biography, Role.BYLINE), (BODY, Role.BODY)).byline() is None


@pytest.mark.parametrize("line", ["Úvod › Černá kronika", "Which Colour For The Boat?", "Home > Politics > Ida Crane"])
def test_neither_a_way_nor_a_question_is_an_author(line: str) -> None:
    assert lines((line, Role.BYLINE), (BODY, Role.BODY)).byline() is None


def test_who_is_marked_up_counts_before_a_line_that_may_be_a_name() -> None:
    page = lines(("Video Loading", Role.BYLINE), (BODY, Role.BODY))
    assert page.byline("Ida Crane") == "Ida Crane"
    assert lines(("Von Otto Reiher", Role.BYLINE), (BODY, Role.BODY)).byline("Ida Crane") == "Von Otto Reiher"


def test_neither_a_site_nor_an_address_is_the_author_where_one_is_printed() -> None:
    page = lines(("Otto Reiher", Role.BYLINE), (BODY, Role.BODY))
    assert page.byline("Harbour Post", "Harbour Post") == "Otto Reiher"
    assert page.byline(", The Valley Daily") == "Otto Reiher"
    assert page.byline("otto@harbour.example") == "Otto Reiher"
    assert lines((BODY, Role.BODY)).byline("https://harbour.example/otto") is None
    assert lines((BODY, Role.BODY)).byline(", The Valley Daily") == "The Valley Daily"


def test_a_user_s_name_is_not_the_author_where_one_is_printed() -> None:
    line = "By Ida Crane on March 3, 2020"
    assert lines((line, Role.TIMESTAMP), (BODY, Role.BODY)).byline("admin") == "By Ida Crane"
    assert lines(("Ida Crane | March 3, 2020", Role.TIMESTAMP), (BODY, Role.BODY)).byline("admin") == "Ida Crane"
    assert lines(("March 3, 2020", Role.TIMESTAMP), (BODY, Role.BODY)).byline("admin") == "admin"


@pytest.mark.parametrize(
    ("element", "byline"),
    [
        ("<div><span itemprop='author'>Ida Crane</span></div>", "Ida Crane"),
        ("<div><span itemprop='author'><span itemprop='name'>Ida Crane</span></span> <b>Monday</b></div>", "Ida Crane"),
        ("<div><a rel='author' href='/i'>Ida Crane</a></div>", "Ida Crane"),
        ("<div class='byline'>By <a href='/i'>Ida Crane</a> <time>3 hours ago</time></div>", "By Ida Crane"),
        ("<div><span class='section'>Ida Crane Park</span></div>", None),
    ],
)
def test_an_author_s_element_says_who_it_is(element: str, byline: str | None) -> None:
    page = page_of("<h1>Ferry leaves without passengers</h1>", element, f"<p>{BODY}</p>", f"<p>{BODY}</p>")
    assert page.byline() == byline


def test_how_long_ago_a_text_was_published_is_no_part_of_its_author_s_name() -> None:
    assert lines(("By Ida Crane · 3 hours ago", Role.BYLINE), (BODY, Role.BODY)).byline() == "By Ida Crane"
    assert lines(("By Ida Crane, aged 3", Role.BYLINE), (BODY, Role.BODY)).byline() == "By Ida Crane, aged 3"


@pytest.mark.parametrize(
    "line", ["By Ada Finch (ada@x.example)", "By Ada Finch ada@x.example", "Von Ada Finch @adafinch"]
)
def test_an_author_s_line_with_an_address_names_him_whatever_it_is_taken_for(line: str) -> None:
    page = lines(("Ferry leaves", Role.HEADLINE), (line, Role.NAV), (BODY, Role.BODY))
    assert page.byline() == line.partition(" (")[0].partition(" @")[0].partition(" ada@")[0]
    below = lines(("Ferry leaves", Role.HEADLINE), (BODY, Role.BODY), (line, Role.NAV))
    assert below.byline() is None
    menu = lines(("Ferry leaves", Role.HEADLINE), ("Mail us @harbourpost", Role.NAV), (BODY, Role.BODY))
    assert menu.byline() is None
