"""Cards of other stories: beside a short article and on fronts they go; entries, guides and events stay."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.story_cards import in_story_cards
from tests.texts import paragraphs

WALL = [
    "Forty metres of the sea wall at Cobble Point were closed on Monday after a walker noticed a crack in the stone.",
    "Engineers will look at the foundations at low tide on Wednesday, and the upper path stays open until then.",
]
STORIES = [
    (
        "Night ferry stays for one more winter",
        "Rosa Tarby",
        "The last boat to the island will run until April, since a water taxi was turned down.",
    ),
    (
        "Street market moves indoors after floods",
        "Denis Aske",
        "The covered hall is dry, but half of the traders miss those who came by from the square.",
    ),
    (
        "Pupils count four hundred newts in a night",
        "Ida Crane",
        "Children from four schools carried them across the road in buckets and stopped the traffic.",
    ),
    (
        "What the new parking zones will cost you",
        "Piers Lund",
        "Permits rise for the first car, and every street that is concerned is on one map of ours.",
    ),
    (
        "Old gasworks will become a small park",
        "Rosa Tarby",
        "Planners agreed by seven votes to four, though neighbours fear for the light in their yards.",
    ),
]
MENU = "<nav><a href='/'>Home</a> <a href='/local'>Local</a> <a href='/sport'>Sport</a></nav>"


def card(title: str, author: str, blurb: str, date: str = "4 March 2024", href: str = "/a") -> str:
    by, on = (f"<div class='m'>{text}</div>" if text else "" for text in (author and f"By {author}", date))
    return f"<div class='c'><h3><a href='{href}'>{title}</a></h3>{by}{on}<p>{blurb}</p></div>"


def cards(signed: bool = True, **how: str) -> str:
    return "".join(card(title, author if signed else "", blurb, **how) for title, author, blurb in STORIES)


def page(inner: str, head: str = "", title: str = "Section of sea wall closed") -> str:
    return f"<html><head><title>{title} - The Strait</title>{head}</head><body>{MENU}{inner}</body></html>"


ARTICLE = f"<article><h1>Section of sea wall closed</h1><p>By Dora Finch, 5 March 2024</p>{paragraphs(WALL)}</article>"
OG = "<meta property='og:type' content='{}'>".format


@pytest.mark.parametrize("head", ["", OG("article"), OG("website")])
def test_cards_beside_a_short_article_go_and_the_reason_says_so(head: str) -> None:
    made = explain(page(f"{ARTICLE}<section>{cards()}</section>", head))
    assert made.text == "\n\n".join(WALL)
    told = [block.text for block in made.blocks if "in a card of another story" in [why.name for why in block.reasons]]
    assert {blurb for _, _, blurb in STORIES} <= set(told)


@pytest.mark.parametrize("made_of", [cards(), cards(signed=False), cards(date="")])
def test_a_front_of_cards_has_no_article(made_of: str) -> None:
    made = explain(page(f"<main><h1>Local</h1>{made_of}</main>", OG("website"), "Local"))
    assert made.text == ""
    assert "no_article" in made.flags


def test_cards_without_date_and_author_stay_since_a_guide_has_them() -> None:
    lead = paragraphs(["Five places on the strait are worth a day of your summer, and all of them can be had by bus."])
    guide = f"<article><h1>Five places</h1>{lead}{cards(signed=False, date='')}</article>"
    kept = clean(page(guide, OG("article"), "Five places"))
    assert all(blurb in kept for _, _, blurb in STORIES)


def test_authors_alone_tell_no_card_of_a_page_that_calls_itself_an_article() -> None:
    lead = paragraphs(["Five books on the strait are worth a day of your summer, and all of them are in the library."])
    kept = clean(page(f"<article><h1>Five books</h1>{lead}{cards(date='')}</article>", OG("article"), "Five books"))
    assert all(blurb in kept for _, _, blurb in STORIES)


def test_an_article_of_nothing_but_dated_events_stays() -> None:
    events = f"<article><h1>What is on in March</h1>{cards(signed=False)}</article>"
    kept = clean(page(events, OG("article"), "What is on in March"))
    assert all(blurb in kept for _, _, blurb in STORIES)


def test_the_entries_of_a_live_blog_stay() -> None:
    head = '<script type=\'application/ld+json\'>{"@type": "LiveBlogPosting", "headline": "Storm"}</script>'
    kept = clean(page(f"<main><h1>Storm over the strait</h1>{cards()}</main>", head, "Storm over the strait"))
    assert all(blurb in kept for _, _, blurb in STORIES)


def test_headlines_that_lead_to_a_place_on_the_page_head_no_card() -> None:
    kept = clean(
        page(f"<main><h1>Storm over the strait</h1>{cards(href='#entry')}</main>", "", "Storm over the strait")
    )
    assert all(blurb in kept for _, _, blurb in STORIES)


def test_an_article_whose_headline_links_to_itself_is_no_card() -> None:
    own = card("Section of sea wall closed", "Dora Finch", " ".join(WALL))
    assert clean(page(f"<section>{own}{cards()}</section>")) == " ".join(WALL)


def test_recall_keeps_what_cards_say() -> None:
    kept = clean(page(f"{ARTICLE}<section>{cards()}</section>"), prefer="recall")
    assert any(blurb in kept for _, _, blurb in STORIES)


def nameless(label: str = "") -> str:
    """Cards of which neither classes nor dates tell anything, below a label or none."""
    told = "".join(
        f"<div><div><h3><a href='/x'>{title}</a></h3><p>{text}</p></div></div>" for title, _, text in STORIES
    )
    return f"<section>{label and f'<h2>{label}</h2>'}{told}</section>"


@pytest.mark.parametrize("label", ["", "More stories", "From our valley"])
@pytest.mark.parametrize("article", [ARTICLE, f"<main>{ARTICLE[9:-10]}</main>"])
def test_cards_that_end_a_page_outside_of_its_article_go_without_dates(label: str, article: str) -> None:
    assert clean(page(article + nameless(label))) == "\n\n".join(WALL)


def test_headed_parts_of_an_article_stay_without_dates() -> None:
    own = f"<article><h1>Section of sea wall closed</h1>{paragraphs(WALL)}{nameless()}</article>"
    kept = clean(page(own, OG("article")))
    assert all(blurb in kept for _, _, blurb in STORIES)


def test_cards_above_the_last_paragraph_stay_without_dates() -> None:
    view = View(read(page(f"<h1>Section of sea wall closed</h1><p>{WALL[0]}</p>{nameless()}<p>{WALL[1]}</p>"), "html"))
    assert not in_story_cards(view, np.where(view.sentence_end > 0, 0.9, 0.1).astype(np.float32), 0.5).any()
