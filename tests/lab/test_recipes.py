"""Recipes: which rows each of them learns from, and the one scorer that is the mean of what they give."""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np
import pytest

from newsclean.lab import train_command
from newsclean.lab.kinds import EXTRACTED, MARKDOWN, WHOLE
from newsclean.lab.modes import kinds_of
from newsclean.lab.rows import ADDED_KINDS, PLAIN, PSEUDO, RECIPES, REDRAWN, Recipe, drawn, make_row, text_kinds
from newsclean.lab.tables import Sample
from newsclean.lab.train import mean_weights
from newsclean.reading.text import read_text
from newsclean.scoring.trees import Trees

pytest.importorskip("catboost")

from newsclean.lab.fit import fit_trees


def sample(kind: str) -> Sample:
    doc = read_text("Home\n\nThe ferry to Sorrel Bay runs again on Friday, the harbour master said.")
    return Sample("fundus", "page", kind, "site", 0, doc, np.array([0, 1], np.float32), np.ones(2, np.float32))


def test_the_plain_recipe_leaves_out_what_others_add() -> None:
    kinds = text_kinds(RECIPES.values())
    assert set(kinds) >= ADDED_KINDS
    assert len(set(kinds)) == len(kinds)
    rows = [make_row((sample(kind), "text")) for kind in kinds]
    assert [row.sample.kind for row in PSEUDO.chosen(rows)] == list(kinds)
    assert {row.sample.kind for row in PLAIN.chosen(rows)} == set(kinds) - ADDED_KINDS


@pytest.mark.parametrize("recipe", [PLAIN, REDRAWN])
def test_of_markdown_some_whole_pages_join_and_everything_else(recipe: Recipe) -> None:
    kinds = kinds_of("markdown")
    rows = [make_row((sample(kind), "markdown")) for kind in kinds]
    chosen = {row.sample.kind for row in drawn(recipe.chosen(rows), recipe.draw)}
    assert chosen >= set(kinds) - set(MARKDOWN) - set(EXTRACTED)
    assert 0 < len(chosen & set(MARKDOWN)) < len(MARKDOWN)


def test_grafted_pages_weigh_less_than_pages_as_they_came() -> None:
    usual, grafted = (make_row((sample(kind), "text")) for kind in ("bs4", "grafted"))
    assert 0 < grafted.weight[-1] < usual.weight[-1]


def test_a_second_draw_takes_other_renderings_of_a_page_and_as_many() -> None:
    rows = [make_row((sample(kind), "text")) for kind in (*WHOLE, *EXTRACTED, "gold")]
    draws = [{row.sample.kind for row in drawn(rows, recipe.draw)} for recipe in (PLAIN, REDRAWN)]
    assert draws[0] != draws[1]
    assert len(draws[0]) == len(draws[1]) < len(rows)
    assert all("gold" in kinds for kinds in draws)
    assert draws[1] == {row.sample.kind for row in drawn(rows, REDRAWN.draw)}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["text", "--recipes", "plain,stew"], "no such recipe: stew"),
        (["html", "--recipes", "redrawn"], "no recipe of html: redrawn"),
        (["markdown", "--recipes", "plain,pseudo"], "no recipe of markdown: pseudo"),
        (["run_on", "--recipes", "redrawn"], "no recipe of run_on: redrawn"),
    ],
)
def test_a_recipe_that_is_not_there_is_refused(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = ("breaks", "scorer", "networks", "presence", "threads", "roles", "opinion", "site")
    for step in ("calibrate", *(f"train_{name}" for name in steps)):
        monkeypatch.delattr(train_command, step)  # what is not refused fails at once and trains nothing
    parser = argparse.ArgumentParser()
    train_command.add_arguments(parser)
    assert train_command.run(parser.parse_args(arguments)) == 2
    assert words in " ".join(capsys.readouterr().err.split())


def member(seed: int) -> dict[str, Any]:
    """Weights of a scorer of two columns, as far as a mean is made of them."""
    random = np.random.default_rng(seed)
    table = random.normal(size=(2, 300)).astype(np.float32)
    label = (table[0] + random.normal(size=300) > 0).astype(np.int8)
    look = fit_trees(("a", "b"), table, label, np.ones(300), 10 + seed, rsm=1.0)
    return {"first": look, "second": look, "vocabulary": {"keys": "", "values": ""}, "digest": "x"}


def test_the_mean_of_scorers_scores_the_mean_of_what_they_score() -> None:
    members = [member(1), member(5)]
    mean = mean_weights(members)
    assert mean["digest"] == "x"
    table = np.random.default_rng(9).normal(size=(2, 50)).astype(np.float32)
    for look in ("first", "second"):
        scores = [Trees(one[look]).score(table)[0] for one in members]
        assert Trees(mean[look]).score(table)[0] == pytest.approx(np.mean(scores, axis=0), abs=2e-3)


def test_scorers_that_know_other_words_have_no_mean() -> None:
    one = member(1)
    with pytest.raises(ValueError, match="other words"):
        mean_weights([one, {**one, "vocabulary": {"keys": "x", "values": ""}}])
