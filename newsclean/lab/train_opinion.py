"""Training the second opinion: pages on which the scorer wavers, with what trafilatura keeps of them, folds by site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from newsclean.lab.bars import track
from newsclean.lab.corpora import TRAINED
from newsclean.lab.evaluate import fold_models
from newsclean.lab.fit import averaged, fit_trees
from newsclean.lab.tables import Sample, samples
from newsclean.page_scores import PageScores
from newsclean.reading.read import read
from newsclean.scoring.opinion import opinion_table
from newsclean.scoring.opinion_text import other_text

SURE = 0.7
"""Pages of at least this confidence teach nothing about those that are asked about."""
TREES, DRAWS = 80, 5
"""Trees of one draw, and draws whose mean the opinion is: of so few pages one alone is a matter of luck."""
DEPTH = 4
RATE = 0.1
RISING = ("score", "other_share")
"""Columns that, all else being equal, never lower a block's chance."""
MOST_WEIGHT = 8
"""A block weighs as the square root of its words, up to so much."""
PAGE_WEIGHT = 100.0
"""Weight of a page: the measure is an average over pages, however many blocks they have."""


@dataclass(slots=True, eq=False)
class Seen:
    """One page with a second opinion: columns, labels and weights of its blocks."""

    fold: int
    names: list[str]
    table: NDArray[np.float32]
    label: NDArray[np.float32]
    weight: NDArray[np.float32]


def see(page: Sample) -> Seen | None:
    """A page with an opinion, as the scorer sees it that has not seen its site; None where it learns nothing of use."""
    if not len(page.doc) or not page.weight.any():
        return None
    first = PageScores(page.doc, replace(fold_models(page.fold), opinion=None, single_pass=True))
    if first.first_confidence >= SURE or not (other := other_text(page.doc)):
        return None
    names, table = opinion_table(first.scored, other, first.first_confidence)
    weight = page.weight * np.minimum(np.sqrt(first.scored.view.words + 1), MOST_WEIGHT)
    weight *= PAGE_WEIGHT / max(float(weight.sum()), 1.0)
    return Seen(page.fold, names, table, page.label, weight.astype(np.float32))


def gather(folder: Path) -> list[Seen]:
    """All pages of the corpora on which the scorer wavers."""
    rows: list[Seen] = []
    for corpus in TRAINED:
        pages = samples(corpus, "html", folder, partial(read, kind="html"))
        for page in track(pages, f"second opinions on {corpus}", transient=True):
            seen = see(page)
            if seen is not None:
                rows.append(seen)
    return rows


def fit_opinion(rows: Sequence[Seen], without: int | None, console: Console) -> dict[str, Any]:
    """The trees of the second opinion, learned on all folds but one."""
    chosen = [row for row in rows if row.fold != without]
    console.print(f"second opinion without fold {without}: {len(chosen):,} pages")
    names = chosen[0].names
    table = np.concatenate([row.table for row in chosen], axis=1)
    target = np.concatenate([row.label for row in chosen]) > 0.5
    weight = np.concatenate([row.weight for row in chosen])
    settings: dict[str, Any] = {"depth": DEPTH, "rsm": 0.5, "learning_rate": RATE}
    settings["monotone_constraints"] = [int(name in RISING) for name in names]
    fitted = [
        fit_trees(names, table, target.astype(np.int8), weight, TREES, random_seed=draw + 1, **settings)
        for draw in range(DRAWS)
    ]
    return averaged(fitted)
