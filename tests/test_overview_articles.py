"""Articles on pages that look like lists: what tells them, however unlikely the overview finds them."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean
from newsclean.scoring import overview as module
from newsclean.scoring.overview import tells_of_stories
from tests.test_overview import BRIEF, LIST, OG, STORIES, cards, page, scored_of

DESCRIBED_ALL = '<meta name="description" content="Trams will not run between Mill Lane and the harbour">'


@pytest.mark.parametrize(
    ("head", "stays"),
    [
        (OG.format("article") + DESCRIBED_ALL, True),
        (DESCRIBED_ALL, False),
        (OG.format("article"), False),
        (OG.format("article") + DESCRIBED_ALL + LIST, False),
    ],
    ids=["article", "says nothing", "other words", "list"],
)
def test_an_article_that_begins_as_its_page_describes_it_stays(
    head: str, stays: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: 0.01)
    scored = scored_of(page(f"<h1>Trams</h1><p>{BRIEF[0]}</p>{cards()}", head=head))
    kept = scored.view.words > 25
    assert tells_of_stories(scored, scored.score, kept) is not stays
    assert module.may_be_article(scored, scored.score, kept) is stays


SHORT = (
    "Na drie weken stilstand vaart de veerpont bij Holtwijk weer.",
    "De pont lag sinds begin mei stil. Fietsers moesten elf kilometer omrijden.",
)


def test_a_page_on_which_nothing_is_listed_is_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"<p>{one}</p>" for one in SHORT)
    links = "".join(f"<div><a href='/{n}'>Brug bij Aalst {n} weken dicht</a></div>" for n in range(3))
    for beside, stays in ((links[: len(links) // 3], True), (links, False)):
        source = f"<html><body><article><h1>Veerpont vaart weer</h1>{text}</article>{beside}</body></html>"
        scored = scored_of(source)
        monkeypatch.setattr(module, "article_chance", lambda *_: 0.01)
        assert tells_of_stories(scored, scored.score, scored.view.sentence_end > 0) is not stays
        monkeypatch.undo()
        if stays:
            assert clean(source) == "\n\n".join(SHORT)


HEADED = "<h1>The ferry at Holtwijk runs again</h1>"


@pytest.mark.parametrize(
    ("above", "below", "stays"),
    [
        (f"{HEADED}<p>2 June 2023</p>", "", True),
        ("<p>By Ida Crane, 2 June 2023</p>", "", True),
        (f"{HEADED}<p>Holtwijk</p>", "", False),  # without a date
        ("<h1>Ferries</h1><p>2 June 2023</p>", "", False),  # a section's name
        (f"<h1><a href='/f'>{HEADED[4:-5]}</a></h1><p>2 June 2023</p>", "", False),  # another story's headline
        (f"<p>2 June 2023</p>{HEADED}", "", False),  # the paper's date
        (f"{HEADED}<p>2 June 2023</p>", "<p>3 June 2023</p>", False),  # dates of stories
        ("<p>Ida Crane, 2 June 2023</p>", "", False),
    ],
)
def test_a_date_above_a_text_and_none_below_tell_an_article(
    above: str, below: str, stays: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: 0.01)
    listed = "".join(f"<h2><a href='/{n}'>{title}</a></h2>{below}" for n, (title, _) in enumerate(STORIES))
    source = f"{above}{''.join(f'<p>{one}</p>' for one in SHORT)}{listed}"
    scored = scored_of(f"<html><head><title>News</title></head><body>{source}</body></html>")
    kept = scored.view.sentence_end > 0
    assert tells_of_stories(scored, scored.score, kept) is not stays
    assert module.may_be_article(scored, scored.score, kept) is stays
    large = scored_of(page(source))  # of which the article may be lost
    assert tells_of_stories(large, large.score, large.view.sentence_end > 0)


@pytest.mark.parametrize(("sure", "stays"), [((1, 1, 1), True), ((1, 1, 0), False), ((1, 0, 1), False)])
def test_three_sure_paragraphs_in_a_row_are_an_article_whatever_stands_around_them(
    sure: tuple[int, ...], stays: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: 0.0)
    inside = (
        f"<p>{BRIEF[0]}</p><p>{BRIEF[1]}</p><p>Nobody on Mill Lane was asked about it before.</p>{cards(date=False)}"
    )
    scored = scored_of(page(inside))
    kept = scored.view.sentence_end > 0
    score = np.where(kept, np.float32(0.9), np.float32(0.1))
    score[np.flatnonzero(kept)[:3]] = [0.96 if one else 0.94 for one in sure]
    assert tells_of_stories(scored, score, kept) is not stays


def test_so_are_none_that_other_lines_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: 0.0)
    scored = scored_of(page(cards(date=False)))
    kept = (scored.view.sentence_end > 0) & (scored.view.words >= 10)
    assert tells_of_stories(scored, np.where(kept, np.float32(0.99), np.float32(0.1)), kept)
