"""Learning what comments look like: which blocks are some, and that a fold's own pages teach nothing."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence.informal import NAMES
from newsclean.lab.corpora import FOLDS, Record
from newsclean.lab.train_threads import Said, fit_threads, said
from newsclean.scoring.trees import Trees
from tests.test_threads import FERRY, FERRY_COMMENTS


def page(comments: str) -> Record:
    """A page with an article, and comments below it where there are some."""
    article, thread = ("".join(f"<p>{line}</p>" for line in text.splitlines()) for text in (FERRY, comments))
    return {
        "id": "one",
        "url": "https://gazette.example/ferry",
        "html": f"<title>No ferry before spring</title><article><h1>No ferry before spring</h1>{article}</article>"
        f"<div id='comments'>{thread}</div>",
    }


@pytest.mark.parametrize("mode", ["text", "markdown"])
def test_what_trafilatura_leaves_out_is_a_comment(mode: str) -> None:
    (found,) = said(page(FERRY_COMMENTS), mode)
    assert len(found.table) == len(NAMES)
    first = int(found.comment.argmax())
    assert first >= len(FERRY.splitlines())
    assert found.comment[first:].sum() == len(found.comment) - first > 4


@pytest.mark.parametrize("mode", ["text", "markdown"])
def test_a_page_without_comments_gives_its_article_twice(mode: str) -> None:
    found = said(page(""), mode)
    assert len(found) == 2
    assert not any(one.comment.any() for one in found)


def test_a_page_of_which_nothing_is_taken_teaches_nothing() -> None:
    assert said({"id": "one", "url": "https://gazette.example/", "html": "<p></p>"}, "text") == []


def test_pages_of_the_fold_left_out_teach_nothing() -> None:
    random = np.random.default_rng(1)

    def row(fold: int, turn: float = 1.0) -> Said:
        comment = np.arange(40) >= 20
        return Said(random.normal(turn * 2.0 * comment, 1, (len(NAMES), 40)).astype(np.float32), comment, fold)

    rows, against = [row(fold) for fold in range(1, FOLDS) for _ in range(4)], [row(0, -1.0) for _ in range(20)]
    fitted = fit_threads([*rows, *against], 0)
    assert fitted == fit_threads(rows, None)
    assert fitted != fit_threads([*rows, *against], None)
    trees = Trees(fitted)
    trees.expect(NAMES)
    high, low = (float(trees.score(np.full((len(NAMES), 1), value, np.float32))[0, 0]) for value in (2.0, 0.0))
    assert high > 2 > -2 > low
