"""Grafts: boxes of other pages between an article's paragraphs, an article below, the article cut short."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsclean.lab import grafts
from newsclean.lab.corpora import Record
from newsclean.lab.grafts import (
    FEWEST_BOXES,
    NEXT_PARAGRAPHS,
    SHORT_PARAGRAPHS,
    Donor,
    boxes,
    donor,
    graft,
    paragraphs,
    parsed,
    unspaced,
)
from newsclean.page import Role

ARTICLE = [f"The council voted on Monday to close bridge number {n} until the spring." for n in range(12)]
BODY = "\n\n".join(ARTICLE)
BOX = '<aside class="newsletter"><p>Sign up for the Friday letter, free of charge.</p></aside>'
BIO = '<div class="author"><p>Ida Lund has written of bridges and of ferries for the paper since 1998.</p></div>'


def source(inside: str = "") -> str:
    """A page with a menu, twelve paragraphs, what is given among them, and a footer."""
    lines = "".join(f"<p class='text'>{line}</p>" for line in ARTICLE)
    story = f"<div class='story'><h1>Bridges</h1>{inside}{lines}</div>"
    return f"<html><body><nav>Home</nav>{story}<p>Imprint</p></body></html>"


def page(name: str = "page", inside: str = "") -> Record:
    return {
        "id": name,
        "url": f"https://{name}.example/",
        "lang": "en",
        "title": name,
        "html": source(inside),
        "body": BODY,
    }


GIVING = Donor(
    0, "en", "other.example", {Role.PROMO: [BOX] * FEWEST_BOXES}, "Other", ("A ferry sank.", "Nobody was hurt.")
)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No page is cut short or has another one below, and no box loses its names."""
    for share in ("BARE", "NEXT", "SHORT"):
        monkeypatch.setattr(grafts, share, 0.0)
    return monkeypatch


def test_a_page_gives_the_boxes_that_its_markup_names_and_that_are_not_its_article() -> None:
    given = donor(page(inside=BOX + BIO + f'<div class="promo newsletter"><p>{ARTICLE[0]}</p></div>'))
    assert {role: list(found) for role, found in given.boxes.items()} == {Role.PROMO: [BOX], Role.BYLINE: [BIO]}
    assert given.site == "page.example"
    assert given.paragraphs == tuple(ARTICLE[: NEXT_PARAGRAPHS[1]])


def test_names_of_too_few_words_are_no_box() -> None:
    tree = parsed('<div class="author">Ida Lund</div><div class="newsletter">Subscribe</div>')
    assert tree is not None
    assert boxes(tree, unspaced(BODY)) == {}


@pytest.mark.usefixtures("plain")
def test_boxes_stand_behind_paragraphs_and_the_article_is_whole() -> None:
    made = graft((page(), [GIVING]))
    tree = parsed(made)
    assert tree is not None
    found = paragraphs(tree, unspaced(BODY))
    assert [element.text for element in found] == ARTICLE
    grafted = tree.findall(".//aside")
    assert 1 <= len(grafted) < grafts.GRAFTS[1]
    assert tree.findall(".//div[@class='story']/aside") == grafted
    assert made == graft((page(), [GIVING]))


def test_a_box_may_lose_its_names(plain: pytest.MonkeyPatch) -> None:
    plain.setattr(grafts, "BARE", 1.0)
    made = graft((page(), [GIVING]))
    assert "Friday letter" in made
    assert "newsletter" not in made


@pytest.mark.parametrize(
    "others", [[], [replace(GIVING, site="page.example")], [replace(GIVING, boxes={Role.PROMO: [BOX]})]]
)
def test_without_enough_boxes_of_other_sites_nothing_is_grafted(others: list[Donor]) -> None:
    assert graft((page(), others)) == ""


@pytest.mark.parametrize("record", [{**page(), "html": ""}, {**page(), "body": "Nothing that stands on the page."}])
def test_a_page_without_paragraphs_is_left_out(record: Record) -> None:
    assert graft((record, [GIVING])) == ""


def test_another_article_stands_below_in_the_same_markup(plain: pytest.MonkeyPatch) -> None:
    plain.setattr(grafts, "NEXT", 1.0)
    tree = parsed(graft((page(), [GIVING])))
    assert tree is not None
    texts = [element.text for element in tree.iter("p", "h1", "h2")]
    assert texts.index("A ferry sank.") > texts.index(ARTICLE[-1])
    (_, below) = tree.findall(".//div[@class='story']")
    assert [(element.text, element.get("class")) for element in below][1:2] == [("A ferry sank.", "text")]
    assert below[0].text == "Other"


def test_a_page_is_cut_short_behind_its_first_paragraphs(plain: pytest.MonkeyPatch) -> None:
    plain.setattr(grafts, "SHORT", 1.0)
    tree = parsed(graft((page(), [GIVING])))
    assert tree is not None
    left = [element.text for element in paragraphs(tree, unspaced(BODY))]
    assert SHORT_PARAGRAPHS[0] <= len(left) < SHORT_PARAGRAPHS[1]
    assert left == ARTICLE[: len(left)]
