"""Named elements: a name is an element's own; an anchor that says a heading's words again is none."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean
from newsclean.evidence.view import View
from newsclean.reading.html import read_html
from newsclean.reading.text import read_text
from newsclean.scoring.named import elements_named
from tests.texts import paragraphs

BODY = [
    f"The old mill by the river grinds rye again from {day}, forty years after its wheel had been sold for firewood."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
]
HEADINGS = {
    "h-what-the-author-of-the-report-says": "What the author of the report says",
    "une-newsletter-qui-a-change-le-port": "Une newsletter qui a changé le port",
    "a-call-to-arms-from-the-mill": "A call to arms from the mill",
    "the-info-box-at-the-gate": "The info box at the gate",
}


def page(inside: str) -> str:
    return f"<html><head><title>Mill grinds again</title></head><body><article class='story'>{inside}</article></body>"


def named(source: str) -> list[str]:
    """The tags of the elements that have any name of a box."""
    view = View(read_html(source))
    markup = view.doc.markup
    assert markup is not None
    found = np.any([elements_named(view, name) for name in ("author_box", "promo_box", "fact_box")], axis=0)
    return [markup.tags[tag] for tag in markup.tag[found].tolist()]


@pytest.mark.parametrize(("anchor", "heading"), HEADINGS.items())
def test_a_heading_with_an_anchor_of_its_words_stays(anchor: str, heading: str) -> None:
    part = f"<h2 class='wp-block-heading' id='{anchor}'>{heading}</h2>{paragraphs(BODY[3:])}"
    source = page(f"<h1>Mill grinds again</h1>{paragraphs(BODY[:3])}{part}")
    assert named(source) == []
    assert heading in clean(source)
    section = f"<section id='{anchor}'><h2>{heading}</h2>{paragraphs(BODY[3:])}</section>"
    assert named(page(section)) == []


@pytest.mark.parametrize(
    "box",
    [
        "<div class='about-the-author'><h2>About the author</h2><p>{}</p></div>",
        "<div class='newsletter'><h2>Newsletter</h2><p>{}</p></div>",
        "<div class='newsletter'><h2>Write to the mill every week</h2><p>{}</p></div>",
        "<div class='info-box'><p>{}</p></div>",
    ],
)
def test_a_box_keeps_its_name(box: str) -> None:
    assert named(page(paragraphs(BODY) + box.format(BODY[0]))) == ["div"]


def test_the_page_and_text_have_none() -> None:
    assert named(f"<html><body class='author'><main class='cta'>{paragraphs(BODY)}</main></body></html>") == []
    assert not elements_named(View(read_text("One line.")), "author_box").any()
    assert not elements_named(View(read_text("")), "author_box").any()
