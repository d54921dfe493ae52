"""Learning confidence: how sure pages look whose text is right, when all is decided, beside pages whose text is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from newsclean.lab.bars import track
from newsclean.lab.calibrate import RIGHT, fit_logistic
from newsclean.lab.corpora import FULL, Record, fold_of, read_corpus
from newsclean.lab.evaluate import fold_extraction
from newsclean.lab.measure import Gold
from newsclean.lab.modes import CALIBRATED, SEEN_AS
from newsclean.lab.renderings import renderings
from newsclean.lab.rows import teaches
from newsclean.reading.markdown import read_markdown
from newsclean.scoring.confidence import bent, scaled, text_traits

LEAST_SPREAD = 1e-3
"""A trait that all pages of a mode share says nothing."""


class Decided(NamedTuple):
    """A text as `clean` leaves it, by what has not seen its site. traits: float64 (14,). fold: of its site.

    said: its confidence, 0 to 1, as fitted without its site. right: whether its F1 is `RIGHT` or more.
    """

    traits: NDArray[np.float64]
    fold: int
    said: float
    right: bool


def gather(mode: str, folder: Path, console: Console, workers: int = 2) -> list[Decided]:
    """Pages of the corpora in the kinds of `CALIBRATED`, decided by scorers that have not seen their site."""
    kinds = CALIBRATED[mode]
    found: list[Decided] = []
    with ProcessPoolExecutor(workers) as pool:
        for corpus in FULL:
            pages = list(read_corpus(corpus, folder))
            rows = pool.map(partial(decided, mode=mode), _jobs(corpus, pages, kinds, folder), chunksize=4)
            for one in track(rows, f"deciding {corpus}", len(pages) * len(kinds), console=console, transient=True):
                found += [one] if one else []
    return found


def _jobs(corpus: str, pages: Sequence[Record], kinds: Sequence[str], folder: Path) -> Iterator[tuple[Record, str]]:
    """Each page, without its HTML, and its source in each kind."""
    others = tuple(kind for kind in kinds if kind != "html")
    texts = renderings(corpus, folder, others, pages=pages) if others else {}
    for page in pages:
        small = {key: value for key, value in page.items() if key != "html"}
        for kind in kinds:
            yield small, page["html"] if kind == "html" else texts[page["id"]][kind]


def decided(job: tuple[Record, str], mode: str) -> Decided | None:
    """One text, where it is of the mode."""
    page, source = job
    kind = {"run_on": "text", "thin": "html"}.get(mode, "auto" if mode == "text" else mode)
    made = fold_extraction(source, fold_of(page), kind)
    if not teaches(made.doc, mode) or (made.doc.mode == "html" and made.scores.unlabelled != (mode in SEEN_AS)):
        return None
    values = text_traits(made.scores.scored, made.selection.score, made.selection.kept)
    shown = read_markdown(made.text).text if made.doc.kind == "markdown" else made.text  # as a reader sees it
    return Decided(values, fold_of(page), made.confidence, Gold.of(page).counts(shown).f1 >= RIGHT)


def fit_confidence(rows: Iterable[Decided], fold: int | None) -> dict[str, Any]:
    """What a scorer keeps of it, without a fold."""
    mine = [row for row in rows if row.fold != fold]
    table, right = np.array([row.traits for row in mine]), np.array([row.right for row in mine], float)
    mean, spread = table.mean(0), table.std(0)
    spread = np.where(spread < LEAST_SPREAD, 1.0, spread)
    usual = {"mean": mean.round(6).tolist(), "spread": spread.round(6).tolist()}
    return usual | {"bent": fit_logistic(bent(scaled(table, usual)), right)}
