"""Fitting: trees that stand on their own, and trees that add to log-odds that are known already."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from newsclean.scoring.trees import Trees

pytest.importorskip("catboost")

from newsclean.lab.fit import fit_trees


def rows() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Two columns, labels that hang on both, and the log-odds that whoever knows the first alone would give."""
    dice = np.random.default_rng(3)
    table = dice.integers(0, 2, (2, 4000)).astype(np.float32)
    log_odds = 3 * table[0] - 1.5 + 2 * table[1]
    label = (dice.random(4000) < 1 / (1 + np.exp(-log_odds))).astype(np.int8)
    return table, label, 3 * table[0] - 1.5


def test_trees_add_to_a_baseline_what_it_does_not_know() -> None:
    table, label, before = rows()
    settings: dict[str, Any] = {"depth": 2, "learning_rate": 0.3, "rsm": 1.0}
    trees = Trees(fit_trees(("known", "new"), table, label, np.ones(4000), 60, baseline=before, **settings))
    assert trees.bias.tolist() == [0]
    added = trees.score(table)[0]
    assert added[table[1] == 0] == pytest.approx(0, abs=0.35)
    assert added[table[1] == 1] == pytest.approx(2, abs=0.35)


def test_without_a_baseline_they_know_it_all_themselves() -> None:
    table, label, before = rows()
    settings: dict[str, Any] = {"depth": 2, "learning_rate": 0.3, "rsm": 1.0}
    trees = Trees(fit_trees(("known", "new"), table, label, np.ones(4000), 60, **settings))
    assert trees.score(table)[0] == pytest.approx(before + 2 * table[1], abs=0.4)
