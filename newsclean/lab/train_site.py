"""Training the site's look: pages with a memory of some of their site's other pages, folds by site."""

from __future__ import annotations

import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from newsclean.evidence.view import View
from newsclean.lab.align import Target, labels
from newsclean.lab.corpora import fold_of
from newsclean.lab.evaluate import fold_scorer
from newsclean.lab.fit import fit_trees
from newsclean.lab.sites import LEAST, Item, memory_of, others, sites
from newsclean.lab.tables import OPTIONAL_WEIGHT
from newsclean.scoring.site_look import site_table

TREES = 120
DEPTH = 5
SIZES = (1, 2, 3, 5, 8, 16)
"""Other pages of the site that a memory holds; a page is seen with up to three of these."""
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
    """One page with a memory: columns, labels and weights of its blocks."""

    fold: int
    names: list[str]
    table: NDArray[np.float32]
    label: NDArray[np.float32]
    weight: NDArray[np.float32]


def see(group: Sequence[Item], mode: str) -> list[Seen]:
    """The pages of one site, each with memories of several sizes; the page itself is always learned too."""
    out = []
    for page in group:
        if page.page["gold"] != "full" or not len(page.document):
            continue
        fold = fold_of(page.page)
        scored = fold_scorer(mode, fold).score(View(page.document))
        texts = page.document.text.split("\n")[:-1]
        made = labels(texts, Target(page.page["body"] or "", page.page.get("optional") or ()))
        weight = np.where(made.mask & (made.label > 0), OPTIONAL_WEIGHT, made.weight) * np.minimum(
            np.sqrt(scored.view.words + 1), 8
        )
        sizes = sorted({min(size, len(group) - 1) for size in SIZES})
        for size in random.Random(page.page["id"]).sample(sizes, min(3, len(sizes))):
            memory = memory_of([page, *others(page, group, size)])
            known = memory.lookup(page.document)
            if not known.pages.max(initial=0):
                continue
            names, table = site_table(scored, known)
            out.append(Seen(fold, names, table, made.label, weight.astype(np.float32)))
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
    """The trees of the site's look, learned on all folds but one."""
    chosen = [row for row in rows if row.fold != without]
    console.print(f"site's look without fold {without}: {len(chosen):,} pages")
    table = np.concatenate([row.table for row in chosen], axis=1)
    label = np.concatenate([row.label for row in chosen])
    weight = np.concatenate([row.weight for row in chosen])
    return fit_trees(chosen[0].names, table, (label > 0.5).astype(np.int8), weight, TREES, depth=DEPTH, rsm=0.6)
