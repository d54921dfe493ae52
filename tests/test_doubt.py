"""Doubt: which pages are read again, as what, and which of their blocks may go then."""

from __future__ import annotations

import numpy as np
import pytest

import newsclean.rereading
from newsclean.evidence.view import View
from newsclean.extraction import Extraction
from newsclean.lab.fixtures import load_cases
from newsclean.models import Models
from newsclean.options import Kind, Preference
from newsclean.page_scores import PageScores
from newsclean.reading.read import read
from newsclean.rereading import doubtful, read_again
from newsclean.scoring.scorer import Scored, Scorer, scorer
from newsclean.selection import Selection
from tests.test_rereading import ONCE, Reader, reading
from tests.texts import ISLAND


def selected(source: str, kind: Kind, prefer: Preference, models: Models) -> Extraction:
    """What is made of a source whose page is scored by what is shipped, and read again by models."""
    scores = PageScores(read(source, kind), Models(opinion=None), prefer)
    scores.models = models
    return Extraction(Selection(scores))


@pytest.mark.parametrize("prefer", ["balanced", "precision", "recall"])
def test_a_text_in_doubt_is_read_again(prefer: Preference, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsclean.rereading, "doubtful", lambda *_: True)
    reader = Reader(lambda text, n: 0.1 if text == ISLAND[2] else 0.9)
    page = selected("\n\n".join(ISLAND), "text", prefer, reading(reader)).page()
    assert [block.kept for block in page.blocks] == [True, True, prefer == "recall"]
    read_by_itself = [[r.weight < 0 for r in block.reasons if r.name == "read by itself"] for block in page.blocks]
    assert read_by_itself == [[], [], [] if prefer == "recall" else [True]]


def test_a_text_without_doubt_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(lambda text, n: 0.1)
    monkeypatch.setattr(newsclean.rereading, "doubtful", lambda *_: False)
    assert selected("\n\n".join(ISLAND), "text", "balanced", reading(reader)).kept.all()
    assert not reader.read


@pytest.mark.parametrize(
    ("first", "asked"),
    [
        (f"{ISLAND[0]} Read [more](/more).", False),
        (ISLAND[0], True),  # it is text, of which another scorer judges
    ],
)
def test_sure_markdown_is_read_again_where_no_link_stays_of_it(first: str, asked: bool) -> None:
    doc = read("\n\n".join(("[News](/news)", first, *ISLAND[1:])), "markdown")
    assert doc.mode == "markdown"
    kept, score = np.array([False, True, True, True]), np.array([0.1, 0.95, 0.95, 0.95], np.float32)
    scored = Scored(View(doc), score[None], score, score, 0.5, 0.5, 0.5)
    reader = Reader(lambda text, n: 0.1 if text == ISLAND[2] else 0.9)
    found = read_again(scored, score, kept, False, reading(reader))
    assert bool(reader.read) == asked
    assert found.gone.tolist() == [False, False, False, asked]


def test_a_text_is_in_doubt_where_one_of_its_ends_is_not_sure() -> None:
    view = View(read("\n\n".join(ISLAND), "text"))

    def asked(*chances: float, kept: tuple[bool, ...] = (True, True, True)) -> bool:
        score = np.array(chances, np.float32)
        return doubtful(Scored(view, score[None], score, score, 0.5, 0.5, 0.5), np.array(kept))

    assert not asked(0.95, 0.55, 0.95)
    assert asked(0.6, 0.95, 0.95)
    assert asked(0.95, 0.95, 0.6)
    assert not asked(0.1, 0.95, 0.95, kept=(False, True, True))


def test_of_html_only_blocks_in_doubt_may_go(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<html><body><article>" + "".join(f"<div>{text}</div>" for text in ISLAND) + "</article></body></html>"
    reader = Reader(lambda text, n: 0.1 if text == ISLAND[2] else 0.9)
    assert selected(page, "html", "balanced", ONCE).kept.all()
    bounds = ("SURE", "SURE_OF_FEW", "BARE_SURE")
    for bound in bounds:
        monkeypatch.setattr(newsclean.rereading, bound, 0.0)
    assert selected(page, "html", "balanced", reading(reader)).kept.all()
    assert not reader.read
    for bound in bounds:
        monkeypatch.setattr(newsclean.rereading, bound, 1.1)
    assert selected(page, "html", "balanced", reading(reader)).kept.tolist() == [True, True, False]


def test_html_of_few_labels_has_a_bound_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<html><body><article>" + "".join(f"<div>{text}</div>" for text in ISLAND) + "</article></body></html>"
    reader = Reader(lambda text, n: 0.1 if text == ISLAND[2] else 0.9)
    monkeypatch.setattr(newsclean.rereading, "BARE", 1.1)
    for labelled, few, stays in ((1.1, 0.0, True), (0.0, 1.1, False)):
        monkeypatch.setattr(newsclean.rereading, "SURE", labelled)
        monkeypatch.setattr(newsclean.rereading, "SURE_OF_FEW", few)
        assert selected(page, "html", "balanced", reading(reader)).kept[2] == stays


@pytest.mark.parametrize(
    ("slug", "mode"),
    [
        ("pt-md-entrevista", "markdown"),
        ("it-commenti-lunghi", "text"),
        ("html-long-feature-boxes", "text"),
        ("en-whole-page-one-line", "run_on"),  # one paragraph is left of it
    ],
)
def test_what_stays_is_read_again_as_what_it_is(slug: str, mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsclean.rereading, "doubtful", lambda *_: True)
    monkeypatch.setattr(newsclean.rereading, "SURE", 1.1)
    asked: list[str] = []

    def asking(of: str) -> Scorer:
        asked.append(of)
        return scorer(of)

    case = next(case for case in load_cases() if case.slug == slug)
    doc = read(case.source(), case.kind)
    scores = PageScores(doc, Models(opinion=None))
    scores.models = Models(asking, opinion=None)
    Selection(scores)
    assert set(asked) == {mode}


@pytest.mark.parametrize(("falls", "last", "left"), [(1, True, 4), (3, True, 0), (3, False, 4)])
def test_a_list_of_html_stays_or_goes_whole(falls: int, last: bool, left: int) -> None:
    """Between two paragraphs it stays whatever its text alone says."""
    items = ("Sedge sells nets.", "Marram sells rope.", "Gant sells lamps.", "Pell sells the sea.")
    list_ = f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    below = f"<p>{ISLAND[1]}</p>"
    page = f"<p class=lead>{ISLAND[0]}</p>{below}{list_}" if last else f"<p class=lead>{ISLAND[0]}</p>{list_}{below}"
    view = View(read(page, "html"))
    item = view.doc.item > 0
    score = np.where(item, 0.6, 0.9).astype(np.float32)
    kept = np.ones(view.n, np.bool_)
    scored = Scored(view, np.zeros((0, view.n), np.float32), score, score, 0.5, 0.5, 0.5)
    reader = reading(Reader(lambda text, n: 0.1 if text in items[:falls] else 0.9))
    found = read_again(scored, score, kept, False, reader)
    assert (kept & ~found.gone)[item].sum() == left
    assert not found.gone[~item].any()


@pytest.mark.parametrize(("sure", "left"), [(0.9, 0), (0.97, 1)])
def test_an_item_of_which_the_markup_is_all_but_sure_stays_where_its_list_falls(sure: float, left: int) -> None:
    items = (ISLAND[1], "Sedge sells nets.", "Marram sells rope.", "Gant sells lamps.")
    view = View(read(f"<p class=lead>{ISLAND[0]}</p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>", "html"))
    item = view.doc.item > 0
    score = np.array([0.9, sure, 0.6, 0.6, 0.6], np.float32)
    kept = np.ones(view.n, np.bool_)
    scored = Scored(view, np.zeros((0, view.n), np.float32), score, score, 0.5, 0.5, 0.5)
    found = read_again(scored, score, kept, False, reading(Reader(lambda text, n: 0.1 if text in items[1:] else 0.9)))
    assert (kept & ~found.gone)[item].sum() == left
    assert not found.gone[0]
