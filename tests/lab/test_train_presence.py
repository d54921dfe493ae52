"""Learning what tells an article in brief from none: which pages teach it, and that a fold's own do not."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.lab.corpora import FOLDS, fold_of
from newsclean.lab.train_presence import LEAST, Doubt, doubts, fit_presence
from newsclean.scoring.logistic import logit

BRIEF = "The road to Sorrel Bay is closed until Friday, the council said on Monday, because a wall has come down there."
LATER = (
    "Nobody was hurt. The wall had stood for two hundred years, and the council will build it again from its stones."
)
LINKS = "".join(
    f"<li><a href='/{n}'>{name}</a></li>" for n, name in enumerate(["News", "Sport", "Weather", "Shop"] * 9)
)
PAGE = {
    "id": "one",
    "url": "https://gazette.example/road",
    "body": f"{BRIEF}\n\n{LATER}",
    "html": f"<title>Road to Sorrel Bay closed</title><body><ul>{LINKS}</ul><article><h1>Road to Sorrel Bay closed</h1>"
    f"<p>{BRIEF}</p><p>{LATER}</p></article><ul>{LINKS}</ul></body>",
}


def test_a_page_cut_short_teaches_and_the_same_page_whole_is_in_no_doubt() -> None:
    found = doubts(PAGE)
    assert [row.article for row in found] == [True]
    assert found[0].fold == fold_of(PAGE)


def test_pages_of_the_fold_left_out_teach_nothing() -> None:
    random = np.random.default_rng(1)
    rows = [Doubt(random.normal(2.0 * one, 1, 8), fold, bool(one)) for fold in range(1, FOLDS) for one in (0, 1) * 40]
    against = [Doubt(random.normal(-9.0 * one, 1, 8), 0, bool(one)) for one in (0, 1) * 400]
    fitted = fit_presence([*rows, *against], 0)
    assert fitted == fit_presence(rows, None)
    assert fitted != fit_presence([*rows, *against], None)
    assert logit(np.full(8, 2.0), fitted) > fitted["least"] > logit(np.zeros(8), fitted)
    assert fitted["least"] == pytest.approx(np.log(LEAST / (1 - LEAST)), abs=1e-6)
