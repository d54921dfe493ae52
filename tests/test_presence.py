"""Presence: what tells an article in brief from blurbs, and that whoever has no fit for it goes by the rule alone."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from newsclean import clean, decision, explain
from newsclean.evidence.view import View
from newsclean.lab.calibrate import fit_logistic
from newsclean.lab.fixtures import fixtures_folder, load_case
from newsclean.reading.read import read
from newsclean.scoring.logistic import logit
from newsclean.scoring.overview import TRAITS, may_be_article, overview, tells_of_stories
from newsclean.scoring.presence import plainly
from newsclean.scoring.scorer import scorer

LINKS = "".join(
    f"<li><a href='/{n}'>{text}</a></li>" for n, text in enumerate(["News", "Sport", "Weather", "Shop"] * 6)
)
BLURBS = "".join(
    f"<div class='card'><h3><a href='/s{n}'>{title}</a></h3></div>"
    for n, title in enumerate(["A goose at large", "Bread is dearer", "Choir seeks hall", "Clock stops again"] * 4)
)
BRIEF = "The road to Sorrel Bay is closed until Friday, the council said on Monday, because a wall has come down there."


def page(inside: str) -> str:
    return (
        "<html><head><title>Road to Sorrel Bay closed</title></head><body>"
        f"<nav><ul>{LINKS}</ul></nav><main><article>{inside}</article></main><section>{BLURBS}</section>"
        "<footer><p>Contact | Imprint | Privacy</p></footer></body></html>"
    )


def test_an_article_of_one_paragraph_stays() -> None:
    assert clean(page(f"<h1>Road to Sorrel Bay closed</h1><p>{BRIEF}</p>")) == BRIEF


def test_the_same_page_without_it_has_none() -> None:
    found = explain(page("<h1>Road to Sorrel Bay closed</h1>"))
    assert found.text == ""
    assert found.flags == {"no_article"}


def view_of(source: str) -> View:
    return View(read(source))


def test_there_is_a_number_for_each_trait_and_none_is_missing() -> None:
    for source in (page(f"<p>{BRIEF}</p>"), BRIEF, "Home"):
        view = view_of(source)
        score = np.linspace(0.1, 0.9, view.n, dtype=np.float32)
        values = overview(view, score, score, np.ones(view.n, np.bool_))
        assert values.shape == (len(TRAITS), 1)
        assert np.isfinite(values).all()


def test_without_trees_and_without_blocks_nothing_may_be_an_article() -> None:
    view = view_of(page(f"<h1>Road to Sorrel Bay closed</h1><p>{BRIEF}</p>"))
    scored = scorer("html").score(view)
    chosen, nothing = scored.score >= scored.balanced, np.zeros(view.n, np.bool_)
    assert may_be_article(scored, scored.score, chosen)
    assert not may_be_article(replace(scored, presence=None), scored.score, chosen)
    assert not tells_of_stories(replace(scored, presence=None), scored.score, chosen)
    assert not may_be_article(scored, scored.score, nothing)


def test_a_logit_weighs_the_scaled_traits() -> None:
    fitted = {"mean": [1.0, 0.0], "spread": [2.0, 1.0], "slope": [4.0, -1.0], "bias": 0.5}
    assert logit(np.array([2.0, 3.0]), fitted) == pytest.approx(2 - 3 + 0.5)


def test_a_text_that_is_nearly_all_of_the_page_is_plainly_one() -> None:
    words, score = np.array([9.0, 2.0]), np.array([0.5, 0.1])
    assert plainly(words, score, np.array([True, False]))
    assert not plainly(words, score, np.array([False, True]))


def test_a_trait_that_all_pages_share_takes_no_part_in_a_fit() -> None:
    rows = np.c_[np.arange(20.0), np.full(20, 0.5)]
    fitted = fit_logistic(rows, (np.arange(20) > 9).astype(float))
    value = logit(np.array([15.0, 0.5]), fitted)
    assert value > 0
    assert math.isclose(value, logit(np.array([15.0, 0.7]), fitted), abs_tol=1e-6)


def test_where_chances_are_low_a_word_may_be_worth_more() -> None:
    words, score = np.array([20.0, 60.0]), np.array([0.9, 0.1], np.float32)
    chosen = np.array([True, False])  # 16 sure words, a quarter of the page
    assert not plainly(words, score, chosen)
    assert plainly(words, score, chosen, 1.5)
    assert not plainly(words * 0.5, score, chosen, 1.5)


def test_a_short_story_in_a_language_that_few_pages_taught_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    source = load_case(fixtures_folder() / "no-veldig-kort").source()
    monkeypatch.setattr("newsclean.page_scores.headed", lambda view, *_: np.zeros(view.n, np.bool_))
    assert clean(source)
    monkeypatch.setattr(decision, "may_be_article", lambda *_: False)  # the trees may find it, too
    assert clean(source)
    monkeypatch.setattr(decision, "WORTH", 1.0)
    assert clean(source) == ""
