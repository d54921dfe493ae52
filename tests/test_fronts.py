"""Fronts: an introduction above a list of stories is no article; an article in brief above such a list is one."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.fronts import ABOVE, BELOW, DECLARED_PARAGRAPHS, LISTED, MOST, fronted

TEXT = (
    "For a century four dams held the Sallow River back between Pike Falls and the sea. Over three summers they are "
    "coming down, in the largest project of its kind. The Gazette follows the crews, the farmers and the fish."
)
TITLES = (
    "The first dam is gone in eleven minutes",
    "Farmers ask who will pay for the pumps",
    "Salmon pass Pike Falls for the first time",
    "What the mud of a hundred years is worth",
)


def stories(titles: int = len(TITLES), tag: str = "h3") -> str:
    cards = (f'<div class="c"><{tag}><a href="/s{n}">{title}</a></{tag}></div>' for n, title in enumerate(TITLES))
    return "".join(list(cards)[:titles])


def page(
    text: str = f"<p>{TEXT}</p>", title: str = "Dam removal", above: str = "", below: str = "", head: str = "",
    body: str = "", listed: str = "",
) -> str:  # fmt: skip
    return (
        f"<html><head><title>{title}</title>{head}</head><body class='{body}'><h1>{title}</h1>{above}{text}{below}"
        f"{listed or stories()}<footer>© The Gazette</footer></body></html>"
    )


def told(source: str) -> bool:
    """Whether the page is a front where its paragraphs stay and nothing else does."""
    view = View(read(source))
    return fronted(view, (view.words > 12) & (view.doc.heading == 0))


def test_an_introduction_above_a_list_of_stories_is_no_article() -> None:
    assert clean(page()) == ""
    assert explain(page()).flags == {"no_article"}


def test_who_prefers_recall_keeps_it() -> None:
    assert TEXT in clean(page(), prefer="recall")


@pytest.mark.parametrize(
    "source",
    [
        page(above="<p>5 June 2023</p>"),
        page(above="<p>By Maud Ives</p>"),
        page(above="<p>Maud Ives</p>"),
        page(below="<p>5 June 2023</p>"),
        page(title="Four dams on the Sallow come down this summer"),
        page(head='<meta property="article:published_time" content="2023-06-05T10:00:00Z">'),
        page(head='<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Dams"}</script>'),
        page(listed=stories(LISTED - 1)),
        page(listed=stories(tag="p")),
        page(below="<p>Share</p>" * BELOW),
        page(text=f"<p>{TEXT}</p>" * 2),
        page(text="".join(f"<p>{text}, and what it means for the river.</p>" for text in TITLES[:3])),
    ],
    ids=[
        "date",
        "by",
        "name",
        "date below",
        "headline",
        "meta",
        "json",
        "few",
        "no headings",
        "far",
        "long",
        "several",
    ],
)
def test_an_article_in_brief_above_such_a_list_stays(source: str) -> None:
    assert told(page())
    assert not told(source)


@pytest.mark.parametrize(
    "above", ["<p>Monday, 5 June 2023</p>" + "<p>Menu</p>" * ABOVE, "<p>White Papers</p><h1>Dam removal</h1>"]
)
def test_what_stands_far_above_or_over_the_title_is_the_pages(above: str) -> None:
    assert told(page().replace("<h1>", f"{above}<h1>", 1))


def test_a_date_above_each_story_is_none_of_the_text() -> None:
    dates = stories().replace("<h3>", "<p>5 June 2023</p><h3>")
    assert told(page(listed=dates))
    assert not told(
        page(listed=dates.replace("<p>5 June 2023</p>", "", 3).replace("<h3>", "<p>5 June 2023</p><h3>", 1))
    )


@pytest.mark.parametrize(("more", "front"), [("So the sun, too, comes back.", True), ("They met on Tuesday.", False)])
def test_a_weekday_tells_an_article_and_a_word_like_a_short_one_does_not(more: str, front: bool) -> None:
    assert told(page(text=f"<p>{TEXT} {more}</p>")) == front


def test_a_long_text_is_an_article() -> None:
    words = "Over three summers they come down one by one. " * 20
    assert not told(page(text=f"<p>{words[: MOST * 8]}</p>"))


@pytest.mark.parametrize(
    "declared",
    [
        {"body": "archive category"},
        {"body": "archive author author-maud"},
        {"head": '<script type="application/ld+json">{"@type": "CollectionPage"}</script>'},
        {"head": '<script type="application/ld+json">{"@type": "ProfilePage"}</script>'},
    ],
)
def test_a_page_that_calls_itself_a_list_may_say_more(declared: dict[str, str]) -> None:
    several = "".join(f"<p>{text}, and the crews that take the dams down say so too.</p>" for text in TITLES)
    listed = stories() * 2
    assert told(page(text=several, listed=listed, **declared))
    assert not told(page(text=several, listed=listed))
    assert not told(page(text=several, listed=listed, body="single single-post category-dams"))
    assert not told(page(text=several * (DECLARED_PARAGRAPHS // len(TITLES) + 1), listed=listed * 2, **declared))


def test_markdown_tells_headings_and_links_as_well() -> None:
    links = "\n\n".join(f"### [{title}](https://gazette.example/{n})" for n, title in enumerate(TITLES))
    for above, front in (("", True), ("5 June 2023\n\n", False)):
        view = View(read(f"# Dam removal\n\n{above}{TEXT}\n\n{links}\n", "markdown"))
        assert fronted(view, view.words > 12) == front
    view = View(
        read(f"# Dam removal\n\n{TEXT}\n\nThe crews say so, and the farmers too, all of them.\n\n{links}\n", "markdown")
    )
    assert not fronted(view, (view.words > 9) & (view.doc.links == 0))


def test_text_tells_neither() -> None:
    view = View(read("\n\n".join(["Dam removal", TEXT, *TITLES]), "text"))
    assert not fronted(view, np.arange(view.n) == 1)
