"""Headed: each bound of an article of short lines, with chances that are set."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.headed import BESIDE, FIRM, INSIDE, MARKED, MOST, POSSIBLE, headed
from newsclean.scoring.naming import namer
from newsclean.scoring.scorer import scorer

MENU = ["Eldham Post", "Home", "Sport", "Weather"]
HEAD = ["Ferry between Eldham and Sorrel Bay runs again after the storm", "By Ida Crane", "May 3, 2024 at 9:14 am"]
FOOT = ["About us", "Privacy policy"]
LINES = [f"On pier {n} the clerk counted {n} boats and {n} gulls." for n in range(1, 41)]
WORDS = 11
"""Words of each."""


def found(
    lines: list[str],
    chances: list[float] | float = 0.4,
    kept: list[str] | None = None,
    head: list[str] | None = None,
    html: bool = False,
) -> list[str]:
    """The lines that are told to be the article, of those that have chances; all others have .01."""
    texts = [*MENU, *(HEAD if head is None else head), *lines, *FOOT]
    source = "\n".join(f'<div class="line"><p>{text}</p></div>' for text in texts) if html else "\n".join(texts)
    doc = read(f"<html><body>{source}</body></html>" if html else source, "html" if html else "text")
    blocks = [doc.block_text(i) for i in range(len(doc))]
    mode = "html" if html else "text"
    scored = scorer(mode).score(View(doc))
    score = np.full(len(blocks), 0.01, np.float32)
    given = chances if isinstance(chances, list) else [chances] * len(lines)
    for text, chance in zip(lines, given, strict=True):
        score[blocks.index(text)] = chance
    stays: NDArray[np.bool_] = np.isin(blocks, kept or [])
    told = headed(scored.view, score, stays, lambda: namer(mode).values(scored))
    return [text for text, hit in zip(blocks, told.tolist(), strict=True) if hit]


def test_below_author_and_date_the_lines_are_the_article() -> None:
    assert found(LINES[:4]) == LINES[:4]


def test_below_a_headline_alone_they_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    title = np.eye(1, 64, len(MENU))[0]  # the first line below the menu is the headline
    monkeypatch.setattr("newsclean.scoring.headed.headline_log_odds", lambda values: title)
    assert found(LINES[:4], head=HEAD[:1]) == []
    assert found(LINES[:4], head=HEAD[:2]) == LINES[:4]


def test_lines_that_are_too_unlikely_are_not() -> None:
    assert found(LINES[:4], 0.15) == []
    assert found(LINES[:4], POSSIBLE - 0.01) == []


def test_html_asks_for_more_lines_than_text() -> None:
    assert found(LINES[: MARKED - 1]) == LINES[: MARKED - 1]
    assert found(LINES[: MARKED - 1], html=True) == []
    assert found(LINES[:MARKED], html=True) == LINES[:MARKED]


def test_lines_beside_may_be_a_little_less_likely_but_few_of_them() -> None:
    less = (BESIDE + POSSIBLE) / 2
    chances = [less] * 3 + [0.4] * 4 + [less] * 3
    assert found(LINES[:10], chances) == LINES[1:9]
    chances[2] = BESIDE - 0.01
    assert found(LINES[:10], chances) == LINES[3:9]


def test_of_pieces_the_last_that_is_firm_ends_the_article() -> None:
    chances = [0.4, FIRM + 0.1, 0.4, FIRM + 0.1, FIRM - 0.1, 0.4]
    kept = [LINES[1], LINES[3], LINES[4]]
    assert found(LINES[:6], chances, kept) == LINES[:4]


def test_many_words_that_stay_are_no_pieces() -> None:
    few, many = MOST // WORDS, MOST // WORDS + 1
    assert found(LINES, 0.7, LINES[:few])
    assert found(LINES, 0.7, LINES[:many]) == []


def test_pieces_elsewhere_are_no_pieces_of_it() -> None:
    label = "About us"
    few, enough = 1, 3
    assert few * WORDS < INSIDE * (few * WORDS + 2)
    assert enough * WORDS > INSIDE * (enough * WORDS + 2)
    assert found(LINES[:6], 0.7, [*LINES[:enough], label])
    assert found(LINES[:6], 0.7, [*LINES[:few], label]) == []
