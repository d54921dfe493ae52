"""Learning confidence: what is unusual either way tells, sites left out are left out, and how well pages are ranked."""

from __future__ import annotations

import numpy as np

from newsclean.lab.calibrate import ranking
from newsclean.lab.train_confidence import Decided, fit_confidence
from newsclean.scoring.confidence import ENDS, TRAITS, WIDEST, _chance, bent, scaled

SIZE = len(TRAITS) + len(ENDS)


def decided(value: float, right: bool, fold: int = 0) -> Decided:
    return Decided(np.full(SIZE, value), fold, 0.0, right)


def chance(value: float, rows: list[Decided], fold: int | None = None) -> float:
    fitted = fit_confidence(rows, fold)
    return _chance(bent(scaled(np.full(SIZE, value), fitted)), fitted["bent"])


def test_what_is_unusual_either_way_is_less_sure() -> None:
    rows = [decided(value, abs(value) < 2) for value in np.linspace(-4, 4, 81)]
    assert chance(0, rows) > 0.8
    assert chance(-4, rows) < 0.2
    assert chance(4, rows) < 0.2


def test_a_slope_is_learned_as_well() -> None:
    rows = [decided(value, value > 0) for value in np.linspace(-4, 4, 81)]
    assert chance(-3, rows) < 0.1
    assert chance(3, rows) > 0.9


def test_a_fold_is_not_learned_from() -> None:
    rows = [decided(value, value > 0) for value in np.linspace(-4, 4, 41)]
    others = [decided(value, value < 0, fold=1) for value in np.linspace(-4, 4, 41)]
    assert chance(3, rows + others, fold=1) == chance(3, rows)
    assert chance(3, rows + others, fold=0) < 0.1


def test_a_trait_counts_as_no_further_off_than_the_widest() -> None:
    fitted = {"mean": [0.0], "spread": [2.0]}
    assert scaled(np.array([1e9]), fitted) == WIDEST
    assert scaled(np.array([-1.0]), fitted) == -0.5


def test_ranking_is_the_share_of_pairs_in_order() -> None:
    right = np.array([1.0, 0.0, 1.0, 0.0])
    assert ranking(np.array([0.9, 0.1, 0.8, 0.2]), right) == 1
    assert ranking(np.array([0.1, 0.9, 0.2, 0.8]), right) == 0
    assert ranking(np.array([0.5, 0.5, 0.5, 0.5]), right) == 0.5
    assert ranking(np.array([0.9, 0.5, 0.5, 0.1]), right) == 0.875
    assert ranking(np.array([0.9, 0.1]), np.ones(2)) == 1
