"""Training of line breaks: whole pages as text say where their lines end, and no gold is needed."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from newsclean.lab.bars import track
from newsclean.lab.corpora import TRAINED, fold_of, read_corpus
from newsclean.lab.kinds import BROKEN
from newsclean.lab.renderings import renderings
from newsclean.lab.weights import fold_weights
from newsclean.reading.breaks import BITS, Gaps, LineBreaks

LONGEST = 4000
"""Words that are looked at of a page."""
REGULARISATION = 0.03
"""Of scikit-learn, its inverse; chosen among .003 to 1 by the loss on pages of a fold left out."""
ITERATIONS = 150
"""Steps of the fit at most."""


class Broken(NamedTuple):
    """The blanks of a page. features: uint16 (gaps, features). ends: int8 (gaps,), 1 where a line ended."""

    fold: int
    features: NDArray[np.uint16]
    ends: NDArray[np.int8]


def gather(folder: Path) -> list[Broken]:
    """The blanks of all pages."""
    jobs = []
    for corpus in TRAINED:
        texts = renderings(corpus, folder, tuple(BROKEN))
        for page in read_corpus(corpus, folder):
            jobs += [(texts[page["id"]][kind], fold_of(page)) for kind in BROKEN]
    with ProcessPoolExecutor(2) as pool:
        return list(track(pool.map(look, jobs, chunksize=16), "blanks", total=len(jobs), transient=True))


def look(job: tuple[str, int]) -> Broken:
    """The blanks of a text, and which of them were line breaks."""
    text, fold = job
    lines = [words for line in text.splitlines() if (words := line.split())]
    words = [word for line in lines for word in line][:LONGEST]
    gaps = Gaps(words)
    ends = np.zeros(gaps.count + 1, np.int8)
    last = np.cumsum([len(line) for line in lines], dtype=np.int64) - 1
    ends[last[last < gaps.count]] = 1
    return Broken(fold, gaps.features(0, gaps.count), ends[: gaps.count])


def fit_breaks(pages: list[Broken], without: int | None, console: Console) -> LineBreaks:
    """What is learned on the pages of all folds but one."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    chosen = [page for page in pages if page.fold != without]
    features = np.concatenate([page.features for page in chosen])
    count, each = features.shape
    console.print(f"line breaks without fold {without}: {count:,} blanks")
    ones, places = np.ones(count * each, np.float32), np.arange(0, count * each + 1, each)
    table = csr_matrix((ones, features.ravel().astype(np.int32), places), shape=(count, 1 << BITS))
    model = LogisticRegression(C=REGULARISATION, max_iter=ITERATIONS)
    model.fit(table, np.concatenate([page.ends for page in chosen]))
    return LineBreaks(model.coef_[0].astype(np.float32), float(model.intercept_[0]))


def found_breaks(pages: list[Broken], breaks: LineBreaks) -> tuple[float, float]:
    """Precision and recall of the breaks that are likelier than not, over the blanks of pages."""
    said = np.concatenate([breaks.weights.take(page.features).sum(1) + breaks.bias > 0 for page in pages])
    true = np.concatenate([page.ends > 0 for page in pages])
    right = float((said & true).sum())
    return right / max(float(said.sum()), 1.0), right / max(float(true.sum()), 1.0)


@cache
def fold_breaks(fold: int) -> LineBreaks:
    """What was learned of line breaks without a fold.

    Raises:
        FileNotFoundError: it is not there; `newsclean lab train text --steps breaks` makes it.
    """
    return LineBreaks.read(json.loads(fold_weights("breaks", fold).read_text(encoding="utf-8")))
