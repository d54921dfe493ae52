"""Thresholds are set where the pages say, and confidence is compared with what came true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

import numpy as np
import pytest

from newsclean.lab.calibrate import CLEAN_MOST, Judged, fit_thresholds, reliability
from newsclean.lab.measure import Counts


@dataclass(frozen=True)
class Page:
    """A page of a hundred words of article, all found up to one threshold, with junk that is left up to another."""

    cleanness: float
    found_up_to: float
    junk_up_to: float

    def counts(self, threshold: float) -> Counts:
        hit = 100 if threshold <= self.found_up_to + 1e-9 else 50
        extra = 50 if threshold <= self.junk_up_to + 1e-9 else 0
        return Counts(hit, extra, 100 - hit, float(hit == 100 and not extra))


def fitted(*pages: Page) -> dict[str, list[float]]:
    return fit_thresholds(cast(list[Judged], list(pages)))


def test_thresholds_lie_where_all_is_found_and_no_junk_is_left() -> None:
    dirty, clean = Page(0.0, found_up_to=0.5, junk_up_to=0.4), Page(1.0, found_up_to=0.35, junk_up_to=0.2)
    assert fitted(dirty, clean) == {
        "balanced": [0.45, 0.25],
        "precision": [pytest.approx(0.6), pytest.approx(0.45)],  # .1 beyond the last at which recall has not fallen
        "recall": [pytest.approx(0.35), pytest.approx(0.15)],
    }


def test_a_clean_page_s_balanced_threshold_has_a_bound() -> None:
    strict = Page(1.0, found_up_to=0.7, junk_up_to=0.6)
    assert fitted(strict)["balanced"][1] == CLEAN_MOST
    assert fitted(replace(strict, cleanness=0.0))["balanced"][0] == pytest.approx(0.65)


def test_confidence_is_compared_in_bins_that_hold_pages() -> None:
    said, right = np.array([0.05, 0.06, 0.95, 1.0]), np.array([0.0, 1.0, 1.0, 1.0])
    assert np.array(reliability(said, right)) == pytest.approx(np.array([[0.055, 0.5, 2], [0.975, 1.0, 2]]))
