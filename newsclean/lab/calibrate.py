"""Calibration: thresholds and first confidence, fitted on pages scored by scorers that have not seen their site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from newsclean.evidence.view import View
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, read_corpus
from newsclean.lab.evaluate import fold_scorer
from newsclean.lab.measure import Counts, Gold, average
from newsclean.lab.modes import CALIBRATED, reader_of
from newsclean.lab.rows import teaches
from newsclean.lab.tables import samples, some
from newsclean.scoring.confidence import traits
from newsclean.scoring.scorer import Scored, clean_share

RIGHT = 0.95
"""From this F1 on a page's text counts as right."""
GRID = np.arange(0.2, 0.71, 0.05)
CLEAN_MOST = 0.55
"""Clean pages get no higher threshold: it would cost what a second cleaning must leave alone."""
EXACT = 0.1
"""What the share of exact pages counts beside F1 where the balanced threshold is looked for."""
FALLEN = 0.02
"""By how much recall may fall where precision is preferred, and precision where recall is."""
BEYOND, LEAST = 0.1, 0.05
"""How far the two thresholds are set beyond the last at which it has not, and the least that one may be."""
BINS = 10
"""Of confidence, of equal width, in which it is compared with what came true."""
ROUNDS = 40
"""Newton's steps: far more than it takes until nothing moves."""


@dataclass(slots=True, eq=False)
class Judged:
    """One page scored by a scorer that has not seen its site. cleanness: 0 dirty, 1 nearly clean."""

    scored: Scored
    gold: Gold
    texts: list[str]
    cleanness: float

    def counts(self, threshold: float) -> Counts:
        """The measure of the page with blocks kept from `threshold` on."""
        kept = np.flatnonzero(self.scored.score >= threshold)
        return self.gold.counts("\n\n".join(self.texts[i] for i in kept))


def judged_pages(mode: str, folder: Path, console: Console, corpora: Sequence[str] = FULL) -> list[Judged]:
    """Pages of the corpora in the kinds of `CALIBRATED`, scored by scorers that have not seen their site."""
    out = []
    for corpus in corpora:
        golds = {page["id"]: Gold.of(page) for page in read_corpus(corpus, folder)}
        for kind in CALIBRATED[mode]:
            pages = some(corpus, samples(corpus, kind, folder, reader_of(mode)))
            for sample in track(pages, f"scoring {corpus} {kind}", console=console, transient=True):
                if teaches(sample.doc, mode):
                    out.append(judged(fold_scorer(mode, sample.fold).score(View(sample.doc)), golds[sample.id]))
    return out


def judged(scored: Scored, gold: Gold) -> Judged:
    """A page made ready for calibration."""
    texts = scored.view.doc.text.split("\n")[:-1]
    return Judged(scored, gold, texts, clean_share(scored.view, scored.first))


def fit_thresholds(pages: Sequence[Judged]) -> dict[str, list[float]]:
    """{preference: [threshold of a dirty page, of a clean one]}.

    Balanced is where F1 and a little of the exact pages are best; precision and recall lie where the other one has
    fallen by two points.
    """
    halves = [[page for page in pages if (page.cleanness >= 0.5) is clean] for clean in (False, True)]
    found: dict[str, list[float]] = {"balanced": [], "precision": [], "recall": []}
    for half, most in zip(halves, (1.0, CLEAN_MOST), strict=True):
        figures = [average([page.counts(float(at)) for page in half]) for at in GRID] if half else []
        best = max(range(len(figures)), key=lambda k: figures[k].f1 + EXACT * figures[k].exact, default=5)
        found["balanced"].append(min(float(GRID[best]), most))
        sharp = [k for k in range(len(figures)) if figures[k].recall >= figures[best].recall - FALLEN]
        wide = [k for k in range(len(figures)) if figures[k].precision >= figures[best].precision - FALLEN]
        found["precision"].append(float(GRID[max(sharp, default=best)]) + BEYOND)
        found["recall"].append(max(float(GRID[min(wide, default=best)]) - BEYOND, LEAST))
    return {name: [round(value, 3) for value in values] for name, values in found.items()}


def fit_logistic(rows: NDArray[np.float64], right: NDArray[np.float64]) -> dict[str, Any]:
    """Logistic regression of `right` (0 or 1) on the traits (pages, traits), by Newton's steps with a little ridge."""
    mean, spread = rows.mean(0), rows.std(0)
    spread = np.where(spread < 1e-3, 1.0, spread)  # a trait that all pages of a mode share says nothing
    table = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    slope = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-table @ slope))
        steep = table.T @ (table * (chance * (1 - chance))[:, None]) + np.eye(len(slope)) * 1.0
        slope += np.linalg.solve(steep, table.T @ (right - chance) - 1.0 * slope)
    return {
        "mean": mean.round(6).tolist(),
        "spread": spread.round(6).tolist(),
        "slope": slope[:-1].round(6).tolist(),
        "bias": round(float(slope[-1]), 6),
    }


def page_traits(page: Judged, threshold: float) -> NDArray[np.float64]:
    """The traits of a page whose blocks are kept from a threshold on."""
    return traits(page.scored, page.scored.score, page.scored.score >= threshold)


def reliability(confidence: NDArray[np.float64], right: NDArray[np.float64]) -> list[tuple[float, float, int]]:
    """(mean confidence, share right, pages) in each of the `BINS` that holds pages."""
    place = np.minimum((confidence * BINS).astype(int), BINS - 1)
    rows = []
    for number in range(BINS):
        mine = place == number
        if mine.any():
            rows.append((float(confidence[mine].mean()), float(right[mine].mean()), int(mine.sum())))
    return rows


def ranking(confidence: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """0 to 1, the area under the ROC curve: of two pages, one right and one not, how often the right one is the surer;
    .5 where confidence says nothing, 1 where no two pages can be compared."""
    above, below = confidence[right > 0], np.sort(confidence[right == 0])
    if not len(above) or not len(below):
        return 1.0
    beaten = np.searchsorted(below, above, "left") + np.searchsorted(below, above, "right")
    return float(beaten.mean()) / (2 * len(below))
