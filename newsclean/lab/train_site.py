"""Training the site's look: pages with a memory of some of their site's other pages, folds by site."""

from __future__ import annotations

import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from newsclean.lab.align import Target, labels
from newsclean.lab.bars import track
from newsclean.lab.corpora import fold_of
from newsclean.lab.evaluate import fold_models
from newsclean.lab.fit import fit_trees
from newsclean.lab.sites import LEAST, Item, gold_of, memory_of, others, sites, texts_of
from newsclean.lab.tables import OPTIONAL_WEIGHT
from newsclean.page_scores import PageScores
from newsclean.scoring.scorer import log_odds
from newsclean.scoring.site_look import site_table

TREES = 80
DEPTH = 4
RATE = 0.05
REGULARISATION = 1000
"""Few and shallow trees with small steps: what repeats tell beside the scorer is little, and sites are few."""
MOST_WEIGHT = 8
"""A block weighs as the square root of its words, up to so much."""
PAGE_WEIGHT = 100.0
"""Weight of a page, with all its memories: the measure is an average over pages, however many blocks they have."""
SIZES = (1, 2, 3, 5, 8, 16)
"""Other pages of the site that a memory holds."""
LOST = {"text": 1.0, "html": 1.3}
"""Weight of a block of the article against one that is none: without it HTML lost recall for precision."""
MEMORIES = 3
"""Memories of these sizes, at most, that a page is seen with."""
KINDS = (
    "resiliparse",
    "bs4",
    "inscriptis",
    "html_text",
    "trafilatura",
    "readability",
    "resiliparse_main",
    "newspaper4k",
)
CORPORA = tuple(corpus for corpus in LEAST if corpus != "trafilatura")


@dataclass(slots=True, eq=False)
class Seen:
    """One page with a memory: columns, labels, weights and the log-odds without a memory of its blocks."""

    fold: int
    names: list[str]
    table: NDArray[np.float32]
    before: NDArray[np.float64]
    label: NDArray[np.float32]
    weight: NDArray[np.float32]


def see(group: Sequence[Item], mode: str) -> list[Seen]:
    """The pages of one site, each with memories of several sizes; the page itself is always learned too."""
    out = []
    for page in group:
        if page.page["gold"] != "full" or not len(page.document):
            continue
        fold = fold_of(page.page)
        scores = PageScores(page.document, replace(fold_models(fold), single_pass=True))
        made = labels(texts_of(page), Target(*gold_of(page.page)))
        weight = np.where(made.mask & (made.label > 0), OPTIONAL_WEIGHT, made.weight)
        weight = weight * np.where(made.label > 0, LOST[mode], 1.0)
        weight = weight * np.minimum(np.sqrt(scores.scored.view.words + 1), MOST_WEIGHT)
        sizes = sorted({min(size, len(group) - 1) for size in SIZES})
        chosen = random.Random(page.page["id"]).sample(sizes, min(MEMORIES, len(sizes)))
        weight = weight * PAGE_WEIGHT / max(float(weight.sum()), 1.0) / len(chosen)
        for size in chosen:
            memory = memory_of([page, *others(page, group, size)])
            known = memory.lookup(page.document)
            if not known.pages.max(initial=0):
                continue
            names, table = site_table(scores.scored.view, scores.score, known)
            before = log_odds(scores.score)
            out.append(Seen(fold, names, table, before, made.label, weight.astype(np.float32)))
    return out


def gather(mode: str, folder: Path) -> list[Seen]:
    """All pages of sites with several, in all their kinds."""
    rows: list[Seen] = []
    for corpus in CORPORA:
        for kind in ("html",) if mode == "html" else KINDS:
            groups = sites(corpus, kind, folder)
            with ProcessPoolExecutor(2) as pool:
                found = pool.map(partial(see, mode=mode), groups, chunksize=2)
                for seen in track(found, f"sites of {corpus} {kind}", total=len(groups), transient=True):
                    rows.extend(seen)
    return rows


def fit_site(rows: Sequence[Seen], without: int | None, console: Console) -> dict[str, Any]:
    """The trees of the site's look, learned on all folds but one; they add to the log-odds without a memory."""
    chosen = [row for row in rows if row.fold != without]
    console.print(f"site's look without fold {without}: {len(chosen):,} pages")
    table = np.concatenate([row.table for row in chosen], axis=1)
    label = np.concatenate([row.label for row in chosen])
    weight = np.concatenate([row.weight for row in chosen])
    before = np.concatenate([row.before for row in chosen])
    settings: dict[str, Any] = {"depth": DEPTH, "rsm": 0.6, "learning_rate": RATE, "l2_leaf_reg": REGULARISATION}
    target = (label > 0.5).astype(np.int8)
    return fit_trees(chosen[0].names, table, target, weight, TREES, baseline=before, **settings)
