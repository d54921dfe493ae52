"""Excerpts: paragraphs behind which a page calls to read on are no article, but a digest or an article in brief is."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.scoring import overview as module
from newsclean.scoring.excerpts import excerpts
from newsclean.scoring.overview import tells_of_stories
from tests.test_overview import BRIEF, STORIES, markdown, page, paragraphs, scored_of


def begun(calls: int, close: str = "<p><a href='/s'>Continue reading</a></p>") -> str:
    return "".join(
        f"<h2><a href='/s{n}'>{title}</a></h2><p>{said} {said}</p>{close if n < calls else ''}"
        for n, (title, said) in enumerate(STORIES)
    )


@pytest.mark.parametrize(("calls", "told"), [(10, True), (7, True), (4, False)])
def test_paragraphs_behind_which_a_page_calls_to_read_on_are_no_article(
    calls: int, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: 0.99)
    closed = begun(calls, " Continue reading").replace("</p> Continue reading", " Continue reading</p>")
    for source in (page(begun(calls)), page(closed)):
        scored = scored_of(source)
        kept = (scored.view.words >= 10) & (scored.view.doc.links == 0) & (scored.view.at < scored.view.n - 1)
        assert tells_of_stories(scored, scored.score, kept) is told


def test_in_a_text_or_markdown_they_may_be_a_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: 0.99)
    scored = scored_of(
        markdown("\n\n".join(f"{said} {said}\n\n[Continue reading](/s)" for _, said in STORIES)), "markdown"
    )
    kept = paragraphs(scored) & (np.cumsum(scored.view.doc.heading > 0) == 0)
    assert excerpts(scored.view, kept)
    assert not tells_of_stories(scored, scored.score, kept)


def test_an_article_in_brief_above_such_paragraphs_is_one() -> None:
    for above, told in (("", True), (f"<p>{BRIEF[0]}</p>", False)):
        scored = scored_of(page(above + begun(10)))
        assert excerpts(scored.view, (scored.view.words >= 10) & (scored.view.doc.links == 0)) is told


def test_two_such_paragraphs_tell_nothing() -> None:
    scored = scored_of(page("".join(f"<p>{said} {said}</p><a href='/s'>Read more</a>" for _, said in STORIES[:2])))
    assert not excerpts(scored.view, paragraphs(scored))


def test_an_article_with_a_date_may_call_to_read_on() -> None:
    dated = '<meta property="article:published_time" content="2023-06-05T10:00:00Z">'
    scored = scored_of(page(begun(10), head=dated))
    assert not tells_of_stories(scored, scored.score, paragraphs(scored))
