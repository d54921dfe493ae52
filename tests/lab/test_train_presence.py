"""Learning what tells an article from words on other stories: which pages teach it, and that a fold's own do not."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.lab.cards import Story
from newsclean.lab.corpora import FOLDS, Record, fold_of
from newsclean.lab.evaluate import fold_extraction, fold_scorer
from newsclean.lab.train_presence import Seen, _traits, fit_presence, seen, versions
from newsclean.scoring.overview import TRAITS
from newsclean.scoring.scorer import chance
from newsclean.scoring.trees import Trees

BRIEF = "The road to Sorrel Bay is closed until Friday, the council said on Monday, because a wall has come down there."
LATER = (
    "Nobody was hurt. The wall had stood for two hundred years, and the council will build it again from its stones."
)
LINKS = "".join(
    f"<li><a href='/{n}'>{name}</a></li>" for n, name in enumerate(["News", "Sport", "Weather", "Shop"] * 9)
)
PAGE: Record = {
    "id": "one",
    "url": "https://gazette.example/road",
    "lang": "en",
    "title": "Road to Sorrel Bay closed",
    "body": f"{BRIEF}\n\n{LATER}",
    "html": f"<title>Road to Sorrel Bay closed</title><body><ul>{LINKS}</ul><article><h1>Road to Sorrel Bay closed</h1>"
    f"<p>{BRIEF}</p><p>{LATER}</p></article><ul>{LINKS}</ul></body>",
}
TOLD = [
    Story(
        f"Story number {n} of the harbour town",
        f"The mayor has said on Tuesday what is to become of house {n} by the harbour.",
        (f"House {n} by the harbour will be sold in spring, the mayor said on Tuesday. Nobody has asked for it yet.",),
    )
    for n in range(8)
]


def test_a_page_teaches_in_all_its_versions() -> None:
    made = list(versions(PAGE, TOLD))
    assert [article for _, article in made] == [True] * 8 + [False] * 4
    whole, one, two, four, above, *_ = (source for source, _ in made)
    assert LATER in whole
    assert BRIEF in one
    assert LATER not in one
    assert LATER in two
    assert LATER in four
    assert "Story number" in above
    assert all(BRIEF not in source for source, article in made if not article)


@pytest.mark.parametrize("mode", ["html", "text", "markdown"])
def test_what_stays_of_its_versions_has_traits(mode: str) -> None:
    found = seen((PAGE, TOLD), mode)
    assert {one.fold for one in found} == {fold_of(PAGE)}
    assert {one.article for one in found} == {True, False}
    assert all(one.traits.shape == (len(TRAITS),) and np.isfinite(one.traits).all() for one in found)


def test_a_page_without_stories_beside_it_teaches_what_it_can() -> None:
    assert [bool(source) for source, _ in versions(PAGE, [])] == [True] * 4 + [False] * 4 + [True] + [False] * 3


@pytest.mark.parametrize("mode", ["html", "text", "markdown"])
def test_who_is_learned_from_does_not_know_what_is_learned(mode: str) -> None:
    found = fold_extraction(
        PAGE["html"] if mode == "html" else "\n\n".join((BRIEF, LATER)), 0, mode, unaware=("presence",)
    )
    assert found.scores.scored.presence is None
    assert fold_scorer(mode, 0).presence is not None


def test_of_a_hollow_page_what_was_missed_of_the_article_teaches_nothing() -> None:
    assert _traits(PAGE["html"], "html", 0, PAGE["body"]) is None
    assert _traits(PAGE["html"], "html", 0, "") is not None


def test_pages_of_the_fold_left_out_teach_nothing() -> None:
    random, size = np.random.default_rng(1), len(TRAITS)

    def row(article: bool, fold: int, turn: float = 1.0) -> Seen:
        return Seen(random.normal(turn * 2.0 * article, 1, size).astype(np.float32), fold, article)

    rows = [row(one, fold) for fold in range(1, FOLDS) for one in (False, True) * 60]
    against = [row(one, 0, -1.0) for one in (False, True) * 400]
    fitted = fit_presence([*rows, *against], 0)
    assert fitted == fit_presence(rows, None)
    assert fitted != fit_presence([*rows, *against], None)
    trees = Trees(fitted)
    trees.expect(TRAITS)
    high, low = (float(chance(trees.score(np.full((size, 1), value, np.float32))[0])[0]) for value in (2.0, 0.0))
    assert high > 0.9 > 0.1 > low
