"""Small boxes: calls to action and the author's box go by their names, beside an article that is most of the page."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from newsclean import clean, explain
from newsclean.evidence.labels import element_bit
from newsclean.evidence.view import Column, View
from newsclean.reading.html import read_html
from newsclean.reading.text import read_text
from newsclean.scoring.small_boxes import in_author_boxes, in_promo_boxes, in_tickers
from tests.evidence_of import family_bits
from tests.texts import paragraphs

BODY = [
    f"The cinema in the old harbour shows films again from {day}, eleven years after the last reel had broken there."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
]
BOX = ["We would like to write to you every Friday about the films that nobody else in town has seen so far."]


def box(label: str, texts: list[str] = BOX) -> str:
    return f"<div class='{label}'>{paragraphs(texts)}</div>"


def page(*parts: str) -> str:
    head = "<head><title>Cinema shows films again</title></head>"
    return f"<html>{head}<body><article><h1>Cinema shows films again</h1>{''.join(parts)}</article></body></html>"


def lowered(source: str, rule: Callable[[View, Column, float], NDArray[np.bool_]] = in_promo_boxes) -> list[str]:
    """The texts of the blocks that are lowered where everything is liked."""
    doc = read_html(source)
    score = np.full(len(doc), 0.9, np.float32)
    return [doc.block_text(i) for i in np.flatnonzero(rule(View(doc), score, 0.5)).tolist()]


@pytest.mark.parametrize(
    "label", ["cta", "inline-cta__text", "article-newsletter", "newsletterSignup", "sign-up box", "call-to-action"]
)
def test_what_a_promotional_box_is_called(label: str) -> None:
    assert family_bits(label) & element_bit("promo_box")
    assert lowered(page(paragraphs(BODY[:3]), box(label), paragraphs(BODY[3:]))) == BOX


@pytest.mark.parametrize("label", ["", "ctago-text", "letter", "factory", "call", "sign", "up", "content"])
def test_what_none_is_called(label: str) -> None:
    assert lowered(page(paragraphs(BODY[:3]), box(label), paragraphs(BODY[3:]))) == []


@pytest.mark.parametrize(
    "label",
    [
        "has-newsletter",
        "article-no-cta",
        "hasNewsletter wide",
        "text--with-newsletter",
        "post category-newsletter hentry",
        "tag-call-to-arms",
        "hide-sign-up",
    ],
)
def test_what_only_has_a_box_or_is_filed_under_its_name_is_none(label: str) -> None:
    assert lowered(page(paragraphs(BODY[:3]), box(label), paragraphs(BODY[3:]))) == []
    assert lowered(page(paragraphs(BODY[:3]), box(f"{label} cta-2"), paragraphs(BODY[3:]))) == BOX


@pytest.mark.parametrize("label", ["newsletter-no-image", "sign-up-with-email", "newsletter has-image"])
def test_a_box_may_have_something_itself(label: str) -> None:
    assert lowered(page(paragraphs(BODY[:3]), box(label), paragraphs(BODY[3:]))) == BOX


def test_entries_that_are_called_their_authors_are_the_article() -> None:
    entries = [box(f"live-entry author-{name}", [text]) for name, text in zip("abcdef", BODY, strict=True)]
    assert lowered(page(*entries), in_author_boxes) == []
    assert clean(page(*entries)) == "\n\n".join(BODY)
    assert lowered(page(*entries[:1], paragraphs(BODY[1:]), box("author-box")), in_author_boxes) == BOX


def test_the_reasons_say_so() -> None:
    made = explain(page(paragraphs(BODY[:3]), box("cta"), paragraphs(BODY[3:]), box("author", BOX)))
    assert made.text == "\n\n".join(BODY)
    reasons = [{reason.name for reason in block.reasons} for block in made.blocks if block.text in BOX]
    assert ["in a promotional box" in names for names in reasons] == [True, False]
    assert ["in an author's box" in names for names in reasons] == [False, True]


def test_who_prefers_recall_is_not_told() -> None:
    source = page(paragraphs(BODY[:3]), box("cta"), paragraphs(BODY[3:]))
    names = {reason.name for block in explain(source, prefer="recall").blocks for reason in block.reasons}
    assert "in a promotional box" not in names
    assert set(clean(source, prefer="precision").split("\n\n")) <= set(clean(source).split("\n\n"))


@pytest.mark.parametrize(
    "source",
    [
        page(box("newsletter", BODY)),
        page(box("cta"), paragraphs(BODY)),
        page(paragraphs(BODY[:3]), box("newsletter", BODY[3:])),
        f"<html><body class='newsletter'>{paragraphs(BODY)}</body></html>",
        f"<html><body>{paragraphs(BODY[:5])}<article class='newsletter'>{paragraphs(BODY[5:])}</article></body></html>",
        "",
    ],
    ids=["all of the article", "above the article", "half of it", "the page", "an article", "nothing"],
)
def test_what_stays(source: str) -> None:
    assert lowered(source) == []


def test_the_authors_box_is_another() -> None:
    source = page(paragraphs(BODY), box("post-author"), box("cta"))
    assert lowered(source) == lowered(source, in_author_boxes) == BOX
    assert lowered(page(paragraphs(BODY), box("cta")), in_author_boxes) == []


def test_what_an_author_is_quoted_with_stays() -> None:
    quoted = box("author-quote").replace("div", "blockquote")
    assert lowered(page(paragraphs(BODY), quoted), in_author_boxes) == []
    assert lowered(page(paragraphs(BODY), quoted.replace("author", "cta"))) == BOX
    bio = f"<blockquote>{box('author-bio')}</blockquote>"
    assert lowered(page(paragraphs(BODY), bio), in_author_boxes) == BOX


def test_text_has_none() -> None:
    view = View(read_text("One line.\n\nAnother line of text."))
    score = np.full(view.n, 0.9, np.float32)
    assert not in_promo_boxes(view, score, 0.5).any()


@pytest.mark.parametrize(
    "line", [BOX[0], "Storm warning for the coast", "<a href=/1>Storm warning</a> *** <b>Pier shut</b>"]
)
def test_a_line_that_runs_across_the_page_is_none_of_the_article(line: str) -> None:
    ticker = f"<marquee scrollamount=3>{line}</marquee>"
    assert len(lowered(page(ticker, paragraphs(BODY)), in_tickers)) == 1
    assert len(lowered(page(paragraphs(BODY), ticker), in_tickers)) == 1
    text = clean(f"<div class=top>{ticker}</div>" + page(paragraphs(BODY)))
    assert text.split("\n\n") == BODY


def test_a_notice_that_runs_alone_is_the_article() -> None:
    assert lowered(page(f"<marquee>{paragraphs(BODY[:3])}</marquee>", paragraphs(BODY[3:5])), in_tickers) == []
    assert clean(page(f"<marquee>{paragraphs(BODY)}</marquee>")).split("\n\n") == BODY
