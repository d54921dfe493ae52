"""Weights that this version cannot read are refused by name, before any page is scored with them."""

from __future__ import annotations

import copy
import json
from importlib.resources import files
from typing import Any

import pytest

from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.scorer import FORMAT, Scorer, scorer


@pytest.fixture(scope="module")
def weights() -> dict[str, Any]:
    path = files("newsclean") / "data" / "weights" / "text.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_the_weights_of_the_package_are_taken(weights: dict[str, Any]) -> None:
    assert Scorer(weights).mode == "text"


@pytest.mark.parametrize("found", [FORMAT + 1, str(FORMAT), None])
def test_another_format_is_refused(weights: dict[str, Any], found: object) -> None:
    with pytest.raises(ValueError, match=f"format {found!r}.*reads format {FORMAT}"):
        Scorer({**weights, "format": found})


def test_no_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format None"):
        Scorer({})


def test_weights_of_other_evidence_are_refused(weights: dict[str, Any]) -> None:
    changed = copy.deepcopy(weights["first"])
    changed["names"][0] = "colour"
    with pytest.raises(ValueError, match="colour"):
        Scorer({**weights, "first": changed})


def test_weights_of_another_mode_are_refused(weights: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="label_words"):
        Scorer({**weights, "mode": "html"})


def test_a_preference_that_is_not_known_is_refused(weights: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="'f1'"):
        Scorer(weights).score(View(read("The bridge is closed.", "text")), "f1")


def test_weights_that_are_not_there_are_told() -> None:
    with pytest.raises(FileNotFoundError, match="nothing"):
        scorer("nothing")
