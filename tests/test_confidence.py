"""Confidence: a chance of any page, however odd."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.scoring import confidence

FITTED = {"mean": [0.0], "spread": [1.0], "slope": [1.0], "bias": 0.0}


@pytest.mark.parametrize(("odds", "chance"), [(-1e6, 0), (-710, 0), (0, 0.5), (1.5, 0.8176), (1e6, 1)])
def test_log_odds_of_any_size_are_a_chance(odds: float, chance: float) -> None:
    assert confidence._chance(np.array([odds]), FITTED) == chance
