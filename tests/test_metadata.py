"""Metadata: of the blocks named headline, byline and timestamp, those of the article."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence.view import View
from newsclean.metadata import Lines
from newsclean.page import Role
from newsclean.reading.read import read
from newsclean.titles import alike, is_breadcrumb

BODY = "The ferry left the harbour a little before noon with nobody on board but the captain and two dogs."


def lines(*blocks: tuple[str, Role], log_odds: list[float] | None = None) -> Lines:
    """The lines of a text. log_odds: the log-odds of each of being the headline; None where roles alone say it."""
    view = View(read("\n\n".join(text for text, _ in blocks) + "\n", "text"))
    assert view.n == len(blocks)
    roles = [role for _, role in blocks]
    headline = None if log_odds is None else np.array(log_odds, np.float32)
    return Lines(view, np.array([role is Role.BODY for role in roles], np.bool_), roles, headline)


def page_of(*elements: str) -> Lines:
    """The lines of a page of HTML; `<h1>` and `<h2>` are headlines, `<p>` stays."""
    view = View(read("".join(elements), "html"))
    assert view.n == len(elements)
    kept = np.array([element.startswith("<p") for element in elements], np.bool_)
    named = [element.startswith("<h") for element in elements]
    roles = [
        Role.BODY if stays else Role.HEADLINE if heads else Role.NAV for stays, heads in zip(kept, named, strict=True)
    ]
    return Lines(view, kept, roles)


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
    line, name = "Von Ida Crane 28.04.2023, 18:11 Uhr", "Von Ida Crane"
    assert lines((line, Role.TIMESTAMP), (BODY, Role.BODY)).byline() == name
    assert lines(("Opinion Podcast", Role.BYLINE), (line, Role.TIMESTAMP), (BODY, Role.BODY)).byline() == name
    assert lines((line, Role.TIMESTAMP), (BODY, Role.BODY)).byline("Ida Crane") == "Ida Crane"
    assert lines(("Freitag, 28. April 2023", Role.TIMESTAMP), (BODY, Role.BODY)).byline() is None


def test_author_and_date_on_one_line_get_their_parts() -> None:
    page = lines(("12.03.2019 | By Ida Crane", Role.TIMESTAMP), (BODY, Role.BODY))
    assert (page.byline(), page.published()) == ("By Ida Crane", "12.03.2019")
    page = lines(("Ida Crane 4 marzo 2025", Role.TIMESTAMP), (BODY, Role.BODY))
    assert (page.byline(), page.published()) == ("Ida Crane", "4 marzo 2025")
    page = lines(("Bell found in greenhouse dodano: 02.10.2020, 12:14", Role.TIMESTAMP), (BODY, Role.BODY))
    assert (page.byline(), page.published()) == (None, "dodano: 02.10.2020, 12:14")


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


def test_two_wordings_of_one_title_are_alike() -> None:
    assert alike("Ferry leaves harbour without passengers - Post", "Without passengers the ferry leaves harbour")
    assert not alike("Ferry leaves harbour without passengers", "Baths will be heated again on Monday")


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


def test_neither_an_hour_alone_is_a_date_nor_a_headline_an_author() -> None:
    page = lines(("Storm Ada – live updates", Role.BYLINE), ("14:32", Role.TIMESTAMP), (BODY, Role.BODY))
    page.head = 0
    assert page.published() is None
    assert page.byline() is None
    assert lines(("14:32 Uhr, 3. Mai 2024", Role.TIMESTAMP), (BODY, Role.BODY)).published() == "14:32 Uhr, 3. Mai 2024"


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
