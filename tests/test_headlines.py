"""Headlines: of the lines of a page and of what it calls itself, the title as it was printed."""

from __future__ import annotations

import pytest

from newsclean.page import Role
from newsclean.titles import alike, is_breadcrumb
from tests.metadata_of import BODY, lines, page_of


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


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("# Ferry leaves harbour", "Ferry leaves harbour"),
        ("#FerryGate reaches the council", "#FerryGate reaches the council"),
    ],
)
def test_a_mark_of_markdown_is_no_part_of_a_title_but_a_hashtag_is(line: str, title: str) -> None:
    assert lines((line, Role.HEADLINE), (BODY, Role.BODY)).title() == title


def test_what_is_marked_up_counts_where_a_headline_is_about_other_things() -> None:
    page = lines(("Dogs of the harbour", Role.HEADLINE), (BODY, Role.BODY))
    assert page.title("Ferry leaves without passengers") == "Ferry leaves without passengers"
    assert page.title("Dogs of the harbour, in short") == "Dogs of the harbour"


def test_the_likeliest_line_is_the_headline() -> None:
    page = lines(
        ("• Sports of the valley", Role.HEADLINE),
        ("Ferry leaves without passengers", Role.HEADLINE),
        ("Only two dogs came along to the island", Role.HEADLINE),
        (BODY, Role.BODY),
        log_odds=[3.5, 3.0, 1.0, -4.0],
    )
    assert page.title() == "Ferry leaves without passengers"


def test_a_line_of_another_name_may_be_the_headline_but_no_unlikely_one() -> None:
    blocks = (("Ferry leaves without passengers", Role.CAPTION), (BODY, Role.BODY))
    assert lines(*blocks, log_odds=[-0.5, -4.0]).title() == "Ferry leaves without passengers"
    assert lines(*blocks, log_odds=[-1.5, -4.0]).title() is None


ABOVE = [("News", Role.NAV), ("Sport", Role.NAV), ("Baths will be heated again on Monday", Role.HEADLINE)]


def test_a_headline_shares_a_word_with_the_text() -> None:
    title = ("Harbour left by a ferry without passengers", Role.HEADLINE)
    assert lines(ABOVE[2], title, (BODY, Role.BODY), log_odds=[2.5, 1.0, -5.0]).title() == title[0]
    assert lines(ABOVE[2], title, (BODY, Role.BODY), log_odds=[3.5, 1.0, -5.0]).title() == ABOVE[2][0]
    assert lines(ABOVE[2], (BODY, Role.BODY), log_odds=[0.0, -5.0]).title() == ABOVE[2][0]


def test_a_first_paragraph_that_passes_for_a_headline_does_not_tell_of_itself() -> None:
    page = lines(ABOVE[2], (BODY, Role.BODY), log_odds=[1.0, 0.9])
    assert page.title() == ABOVE[2][0]


@pytest.mark.parametrize(("blocks", "first"), [(ABOVE[:2], False), (ABOVE[:1], True)])
def test_a_page_s_first_line_is_less_likely_its_headline(blocks: list[tuple[str, Role]], first: bool) -> None:
    top, title = ("Harbour Post, noon", Role.HEADLINE), ("Ferry leaves without passengers", Role.HEADLINE)
    odds = [1.5, *([-9.0] * len(blocks)), 0.8, -5.0]
    assert (lines(top, *blocks, title, (BODY, Role.BODY), log_odds=odds).title() == top[0]) is first


@pytest.mark.parametrize("point", ["•", "▪"])
def test_the_point_of_a_list_s_item_is_no_part_of_a_title(point: str) -> None:
    assert lines((f"{point} Ferry leaves harbour", Role.HEADLINE), (BODY, Role.BODY)).title() == "Ferry leaves harbour"
    assert lines(("5. Ferry leaves", Role.HEADLINE), (BODY, Role.BODY)).title() == "5. Ferry leaves"


def test_a_text_that_begins_with_its_title_prints_the_headline_below() -> None:
    page = lines(
        ("Ferry leaves without passengers – Harbour Post", Role.HEADLINE),
        ("News from the valley", Role.NAV),
        ("Ferry leaves without passengers", Role.CAPTION),
        ("Bread is dearer again", Role.HEADLINE),
        (BODY, Role.BODY),
        log_odds=[1.0, -5.0, -2.0, 2.0, -6.0],
    )
    assert page.title() == "Ferry leaves without passengers"


def test_the_headline_printed_counts_where_search_engines_are_told_another() -> None:
    page = page_of("<h1>The dogs that went to sea</h1>", f"<p>{BODY}</p>")
    told = ("Ferry leaves without passengers", "The dogs that went to sea", "Ferry without passengers | Harbour Post")
    assert page.title(*told) == "The dogs that went to sea"
    assert page.title(told[0]) == "The dogs that went to sea"  # the only heading of the first level


def test_a_heading_in_the_midst_is_no_headline_where_another_is_like_the_title() -> None:
    page = page_of(
        "<h1>Ferry without passengers: all that is known</h1>", *[f"<p>{BODY}</p>"] * 3, "<h2>The dogs are back</h2>"
    )
    assert page.title("The dogs are back", "Ferry without passengers") == "Ferry without passengers: all that is known"
    assert page.title("The dogs are back") == "The dogs are back"


def test_a_heading_that_says_what_the_page_calls_itself_comes_before_a_greeting() -> None:
    page = page_of("<h1>Hello, I am Ida</h1>", "<h2>Ferry leaves without passengers</h2>", f"<p>{BODY}</p>")
    assert page.title("Ferry leaves without passengers | Blog | Ida Crane") == "Ferry leaves without passengers"


def test_short_headlines_are_known_in_a_heading() -> None:
    page = page_of("<h1>Harbour</h1>", f"<p>{BODY}</p>")
    assert page.title("a place for boats", "Harbour - Valley Lexicon") == "Harbour"


def test_the_site_is_no_title() -> None:
    page = page_of("<div>Home</div>", f"<p>{BODY}</p>")
    assert (
        page.title("Harbour Post", "Ferry leaves - Harbour Post", site="Harbour Post") == "Ferry leaves - Harbour Post"
    )
    assert page.title("Ferry leaves without - Harbour Post", site="Harbour Post") == "Ferry leaves without"


def test_a_breadcrumb_is_no_title() -> None:
    way = ("Start » Nachrichten » Politik", Role.HEADLINE)
    title = ("Ferry leaves without passengers", Role.CAPTION)
    assert lines(way, title, (BODY, Role.BODY), log_odds=[2.0, -2.0, -5.0]).title() == title[0]
    assert lines(way, title, (BODY, Role.BODY), log_odds=[2.0, -4.5, -5.0]).title() is None


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("Home » Politics", True),
        ("홈 / 뉴스 / 사회", True),
        ("Ana Sayfa › Haberler › Yerel", True),
        ("الرئيسية | أخبار | محليات", True),
        ("Ferry | Harbour Post", False),
        ("Rich / poor", False),
        ("Ferry leaves without passengers » News", False),
        ("Ferry leaves", False),
    ],
)
def test_short_parts_with_signs_between_are_a_breadcrumb(line: str, holds: bool) -> None:
    assert is_breadcrumb(line) is holds


def test_two_wordings_of_one_title_are_alike() -> None:
    assert alike("Ferry leaves harbour without passengers - Post", "Without passengers the ferry leaves harbour")
    assert not alike("Ferry leaves harbour without passengers", "Baths will be heated again on Monday")
