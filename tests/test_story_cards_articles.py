"""Articles that are made of entries like cards stay; teasers of the same form beside them go."""

from __future__ import annotations

import pytest

from newsclean import clean, explain
from tests.test_story_cards import MENU, OG, STORIES, card, cards, page
from tests.texts import paragraphs

LEAD = "Four reporters, four places: what they saw this week that did not fit into a story."
TITLE = "Notes from our correspondents"
LD = '<script type="application/ld+json">{{"@type": "{}"}}</script>'.format
Entry = tuple[str, str, str, str]
DIARY: list[Entry] = [
    (
        "The baker who will not close",
        "Rosa Tarby",
        "4 March 2024",
        "At five in the morning the only light on the quay is his. He is 84 and has told three sons that he stays.",
    ),
    (
        "A dog on the late train",
        "Denis Aske",
        "4 March 2024",
        "It gets on at the mill and off at the harbour, every night, and the guard has stopped to ask whose it is.",
    ),
    (
        "Snow on the tennis courts",
        "Ida Crane",
        "3 March 2024",
        "They play anyway, in boots, with an orange ball. Nobody could tell me who has won the longest match.",
    ),
    (
        "What the mayor hums at work",
        "Piers Lund",
        "2 March 2024",
        "It is always the same hymn, and always the second verse. His office has no comment on the matter.",
    ),
]
RELEASES: list[Entry] = [
    (
        "Version 3.2: tables for the isles",
        "",
        "Released 4 March 2024",
        "The tables cover the seven northern isles now, and charts are drawn twice as fast as before.",
    ),
    (
        "Version 3.1: a better compass",
        "",
        "Released 12 January 2024",
        "The compass can be calibrated by hand. We have fixed a crash that hit all who crossed the date line.",
    ),
    (
        "Version 3.0: all in new clothes",
        "",
        "Released 3 November 2023",
        "Everything looks new, and the settings have moved to a single page. Old routes are converted when you start.",
    ),
]
FILMS: list[Entry] = [
    (
        "Die letzte Fähre nach Aske",
        "Rosa Tarbach",
        "8. März 2024",
        "Ein Fährmann verliert sein Boot und findet eine Schwester. Ein stiller erster Film mit zwei großen Rollen.",
    ),
    (
        "Kleine Geschichte vom Nebel",
        "Denis Aske",
        "8. März 2024",
        "Was als Film über das Wetter beginnt, wird zur Geschichte einer Ehe, und das tut ihm sehr gut.",
    ),
    (
        "Salz auf dem Fensterbrett",
        "Ida Kranich",
        "15. März 2024",
        "Vier Vettern erben ein Haus. Manches knarrt, aber in der Küche wird gespielt wie lange nicht mehr im Kino.",
    ),
]
PIECES = {"diary": DIARY, "releases": RELEASES, "films": FILMS}
TITLES = {"diary": TITLE, "releases": "Tidewater release notes", "films": "Die neuen Filme der Woche"}


def entries(of: list[Entry]) -> str:
    return "".join(card(title, author, said, date) for title, author, date, said in of)


def rows(of: list[Entry]) -> list[str]:
    return [said for *_, said in of]


@pytest.mark.parametrize("name", PIECES)
@pytest.mark.parametrize("head", ["", OG("article"), LD("NewsArticle"), LD("BlogPosting")])
def test_entries_below_the_page_s_own_headline_are_the_article(name: str, head: str) -> None:
    made = clean(page(f"<main><h1>{TITLES[name]}</h1>{entries(PIECES[name])}</main>", head, TITLES[name]))
    assert all(said in made for said in rows(PIECES[name]))


@pytest.mark.parametrize("head", ["", OG("article"), LD("CollectionPage")])
def test_entries_among_the_article_s_paragraphs_stay_whatever_the_title(head: str) -> None:
    made = clean(page(f"<main><h1>Our week</h1><p>{LEAD}</p>{entries(DIARY)}</main>", head, "Baker, dog and snow"))
    assert all(said in made for said in (LEAD, *rows(DIARY)))


def test_entries_below_a_long_introduction_stay() -> None:
    long = [
        "The county will decide in June what becomes of the harbour, and nobody in Eldham expects a close vote. For "
        "ten years the plans have come and gone, and each has left a folder in the town hall and a fence on the quay.",
        "We have spent a week at the water, spoken with forty people, and read the minutes of eleven meetings. What "
        "follows will not settle anything. It is only what we saw between the tide mill and the lighthouse.",
    ]
    made = clean(page(f"<article><h1>{TITLE}</h1>{paragraphs(long)}{entries(DIARY)}</article>", OG("article"), TITLE))
    assert all(said in made for said in (*long, *rows(DIARY)))


def test_teasers_in_elements_like_the_entries_go() -> None:
    own = f"<section><h1>{TITLE}</h1><p>{LEAD}</p>{entries(DIARY)}</section>"
    made = explain(
        page(f"<main>{own}<section><h2>More stories</h2>{cards()}</section></main>", LD("NewsArticle"), TITLE)
    )
    assert all(said in made.text for said in rows(DIARY))
    assert not any(said in made.text for _, _, said in STORIES)


def test_a_box_of_other_stories_inside_the_article_goes() -> None:
    box = "".join(card(*story).replace("'c'", "'r'") for story in STORIES[:3])
    below = f"<div class='box'><h4>Related</h4>{box}</div>"
    own = f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{entries(DIARY)}{below}</article>"
    made = clean(page(own, LD("NewsArticle"), TITLE))
    assert all(said in made for said in rows(DIARY))
    assert not any(said in made for _, _, said in STORIES)


@pytest.mark.parametrize(
    ("title", "heading", "head"),
    [
        ("Local", "Local", ""),
        ("Local", "Local", LD("NewsArticle")),
        (
            "The Quiet Strait: news and weather",
            "The Quiet Strait",
            "<meta property='og:title' content='The Quiet Strait'>",
        ),
        ("Notes from our correspondents", "Notes from our correspondents", LD("CollectionPage")),
    ],
    ids=["a section", "a section with its stories' JSON-LD", "a site", "a page that calls itself a list"],
)
def test_a_front_is_no_article_by_the_name_above_its_cards(title: str, heading: str, head: str) -> None:
    made = explain(page(f"<main><h1>{heading}</h1>{cards()}</main>", head, title))
    assert made.text == ""
    assert "no_article" in made.flags


def test_a_blog_s_other_posts_go_though_the_article_stands_among_them() -> None:
    own = card(TITLE, "Dora Finch", " ".join(rows(DIARY)))
    assert clean(page(f"<section>{own}{cards()}</section>", "", TITLE)) == " ".join(rows(DIARY))


@pytest.mark.parametrize(
    "made_of", ["", cards(), "<div class='c'><h3><a href='/a'>One two three four</a></h3></div>" * 9]
)
def test_pages_of_nothing_but_cards_are_read(made_of: str) -> None:
    assert clean(f"<html><body>{MENU}{made_of}</body></html>") == ""
