"""Learning what tells an article in brief from none: pages of HTML cut short beside pages without their article."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.decision import once
from newsclean.evidence.view import View
from newsclean.lab.bars import track
from newsclean.lab.calibrate import fit_logistic
from newsclean.lab.corpora import Record, fold_of
from newsclean.lab.evaluate import fold_scorer
from newsclean.lab.hollow import SHORT, hollowed, junk, pages, shortened
from newsclean.reading.html import read_html
from newsclean.scoring.presence import plainly, traits

LEAST = 0.55
"""Chance from which there is an article, chosen by hand: the lower, the more pages without one keep something."""
HOLLOW_WEIGHT = 2
"""A page without its article stands for so many: beside it are four with one."""


class Doubt(NamedTuple):
    """A page of which the rule alone keeps nothing. traits: float64 (8,). fold: of its site. article: it has one."""

    traits: NDArray[np.float64]
    fold: int
    article: bool


def gather(folder: Path, workers: int = 2) -> list[Doubt]:
    """Pages whole, cut short and hollow, as scorers see them that have not seen their site; only those in doubt."""
    given = list(pages(folder))
    with ProcessPoolExecutor(workers) as pool:
        found = track(pool.map(doubts, given, chunksize=4), "short and hollow pages", len(given))
        return [one for rows in found for one in rows]


def doubts(page: Record) -> list[Doubt]:
    """One page, in all its lengths."""
    body, fold = page["body"] or "", fold_of(page)
    whole = [page["html"], *(shortened(page["html"], body, size) for size in SHORT)]
    found = [(_traits(source, fold), True) for source in whole]
    found.append((_traits(hollowed(page["html"], body), fold, body), False))
    return [Doubt(values, fold, article) for values, article in found if values is not None]


def _traits(source: str, fold: int, body: str = "") -> NDArray[np.float64] | None:
    """The traits of a page in doubt. body: the gold text of a page without its article, of which some may be left."""
    doc = read_html(source)
    view = View(doc)
    scored = fold_scorer("html", fold).score(view)
    chosen, sure = (once(view, scored.score, scored.score >= least) for least in (scored.balanced, scored.sure))
    if not chosen.any() or plainly(view.words, scored.score, sure):
        return None
    text = "\n\n".join(doc.block_text(i) for i in np.flatnonzero(chosen).tolist())
    return traits(view, scored.first, scored.score, chosen) if not body or junk(text, body) else None


def fit_presence(rows: Sequence[Doubt], fold: int | None) -> dict[str, Any]:
    """What a scorer keeps of it, without a fold."""
    mine = [row for row in rows if row.fold != fold]
    table = np.array([row.traits for row in mine])
    article = np.array([row.article for row in mine], float)
    often = np.where(article > 0, 1, HOLLOW_WEIGHT)
    fitted = fit_logistic(table.repeat(often, axis=0), article.repeat(often))
    return fitted | {"least": round(float(np.log(LEAST / (1 - LEAST))), 6)}
