"""Metadata: of the blocks named headline, byline and timestamp, those of the article."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence.view import View
from newsclean.metadata import Lines, alike
from newsclean.page import Role
from newsclean.reading.read import read

BODY = "The ferry left the harbour a little before noon with nobody on board but the captain and two dogs."


def lines(*blocks: tuple[str, Role]) -> Lines:
    view = View(read("\n\n".join(text for text, _ in blocks) + "\n", "text"))
    assert view.n == len(blocks)
    roles = [role for _, role in blocks]
    return Lines(view, np.array([role is Role.BODY for role in roles], np.bool_), roles)


def test_the_title_is_the_printed_one() -> None:
    page = lines(
        ("Ferry leaves without passengers | Harbour Post", Role.HEADLINE),
        ("News", Role.NAV),
        ("Ferry leaves without passengers", Role.HEADLINE),
        (BODY, Role.BODY),
    )
    assert page.title() == "Ferry leaves without passengers"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Ferry leaves without passengers | Harbour Post", "Ferry leaves without passengers"),
        ("Ferry leaves without passengers | News | Harbour Post", "Ferry leaves without passengers"),
        ("Ferry leaves without passengers - Harbour Post", "Ferry leaves without passengers"),
        ("Ferry leaves harbour - without passengers", "Ferry leaves harbour - without passengers"),
        ("Ferry | Harbour Post", "Ferry | Harbour Post"),
    ],
)
def test_a_site_s_name_is_cut_off(title: str, bare: str) -> None:
    assert lines((title, Role.HEADLINE), (BODY, Role.BODY), ("© Harbour Post", Role.LEGAL)).title() == bare


def test_what_is_marked_up_counts_where_a_headline_is_about_other_things() -> None:
    page = lines(("Dogs of the harbour", Role.HEADLINE), (BODY, Role.BODY))
    assert page.title("Ferry leaves without passengers") == "Ferry leaves without passengers"
    assert page.title("Dogs of the harbour, in short") == "Dogs of the harbour"


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


def test_a_byline_that_is_cut_in_two_is_put_together() -> None:
    for by in ("By", "Comment by", "Author of the article:"):
        page = lines((by, Role.BYLINE), ("Ida Crane", Role.BYLINE), (BODY, Role.BODY))
        assert page.byline() in {f"{by} Ida Crane", "Ida Crane"}
    assert lines(("By", Role.BYLINE), ("Ida Crane", Role.NAV), (BODY, Role.BODY)).byline() == "By Ida Crane"


def test_an_author_may_stand_on_the_date_s_line() -> None:
    line = "Von Ida Crane 28.04.2023, 18:11 Uhr"
    assert lines((line, Role.TIMESTAMP), (BODY, Role.BODY)).byline() == line
    assert lines(("Opinion Podcast", Role.BYLINE), (line, Role.TIMESTAMP), (BODY, Role.BODY)).byline() == line
    assert lines((line, Role.TIMESTAMP), (BODY, Role.BODY)).byline("Ida Crane") == "Ida Crane"
    assert lines(("Freitag, 28. April 2023", Role.TIMESTAMP), (BODY, Role.BODY)).byline() is None


def test_neither_a_label_nor_a_sentence_is_an_author() -> None:
    assert lines(("Opinion", Role.BYLINE), (BODY, Role.BODY)).byline() is None
    assert lines(("Opinion", Role.BYLINE), (BODY, Role.BODY)).byline("Ida Crane") == "Ida Crane"
    biography = f"Ida Crane writes about harbours. {BODY}"
    assert lines((biography, Role.BYLINE), (BODY, Role.BODY)).byline() is None


def test_a_date_needs_a_day() -> None:
    assert (
        lines(("18 °C", Role.TIMESTAMP), ("Oct 4, 2013", Role.TIMESTAMP), (BODY, Role.BODY)).published()
        == "Oct 4, 2013"
    )
    assert lines(("18 °C", Role.TIMESTAMP), (BODY, Role.BODY)).published() is None
    assert lines(("Oct 4, 2013", Role.TIMESTAMP), (BODY, Role.BODY)).published("2013-10-04") == "2013-10-04"


def test_nothing_is_known_of_an_empty_page() -> None:
    page = Lines(View(read("", "text")), np.zeros(0, np.bool_), [])
    assert (page.title(), page.byline(), page.published()) == (None, None, None)


def test_two_wordings_of_one_title_are_alike() -> None:
    assert alike("Ferry leaves harbour without passengers - Post", "Without passengers the ferry leaves harbour")
    assert not alike("Ferry leaves harbour without passengers", "Baths will be heated again on Monday")
