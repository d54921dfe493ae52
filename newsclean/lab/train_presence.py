"""Learning what tells an article from what a page says of the stories it lists: pages whole, cut short and above lists,
beside such without their article and with a list in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.lab.bars import track
from newsclean.lab.cards import Story
from newsclean.lab.corpora import Record, fold_of
from newsclean.lab.evaluate import fold_extraction
from newsclean.lab.fit import fit_trees
from newsclean.lab.hollow import junk, pages
from newsclean.lab.listings import above_cards, front, stories, stories_beside
from newsclean.lab.renderings import render
from newsclean.lab.robbed import SHORT, hollowed, shortened
from newsclean.scoring.copies import without_copies
from newsclean.scoring.overview import TRAITS, overview

KINDS = {
    "html": ("html",),
    "text": ("resiliparse", "bs4", "inscriptis"),
    "markdown": ("markdownify",),
}
"""Kinds of input from which a mode learns."""
TREES = 150
SETTINGS: Mapping[str, Any] = {"depth": 4, "learning_rate": 0.08, "l2_leaf_reg": 10, "rsm": 0.5}


class Seen(NamedTuple):
    """What stays of a page. traits: float32 (37,). fold: of its site. article: it has one."""

    traits: NDArray[np.float32]
    fold: int
    article: bool


def gather(mode: str, folder: Path, workers: int = 2) -> list[Seen]:
    """Pages in all their versions, as scorers see them that have not seen their site."""
    given = list(pages(folder))
    told = stories(given)
    jobs = [(page, stories_beside(page, told)) for page in given]
    with ProcessPoolExecutor(workers) as pool:
        found = track(pool.map(partial(seen, mode=mode), jobs, chunksize=2), f"fronts for {mode}", len(given))
        return [one for rows in found for one in rows]


def seen(job: tuple[Record, Sequence[Story]], mode: str) -> list[Seen]:
    """One page, in all its versions and a mode's kinds."""
    page, told = job
    found = []
    for source, article in versions(page, told):
        for kind in KINDS[mode] if source else ():
            text = source if kind == "html" else render(source, (kind,))[kind]
            traits = _traits(text, mode, fold_of(page), "" if article else page["body"] or "")
            if traits is not None:
                found.append(Seen(traits, fold_of(page), article))
    return found


def versions(page: Record, told: Sequence[Story]) -> Iterator[tuple[str, bool]]:
    """A page's HTML, whether it has an article: whole, cut short, both above a list, hollow, a list in its place."""
    body = page["body"] or ""
    yield page["html"], True
    for size in SHORT:
        yield shortened(page["html"], body, size), True
    for size in (0, *SHORT):
        yield above_cards(page, told, size), True
    yield hollowed(page["html"], body), False
    for introduced, number in ((False, 0), (True, 0), (True, 1)):
        yield front(page, told, introduced, number), False


def _traits(text: str, mode: str, fold: int, body: str) -> NDArray[np.float32] | None:
    """The traits of what stays of a page, or, where nothing does, of what would if it were known to be an article.

    body: the gold text of a page without its article, of which some may be left.
    """
    found = fold_extraction(text, fold, mode, unaware=("presence",))
    scored, score, kept = found.scores.scored, found.selection.score, found.selection.kept
    if not kept.any():
        kept = without_copies(scored.view, score, score >= scored.balanced)
    left = "\n\n".join(found.doc.block_text(i) for i in np.flatnonzero(kept).tolist())
    if not kept.any() or (body and not junk(left, body)):
        return None
    return overview(scored.view, scored.first, score, kept)[:, 0]


def fit_presence(rows: Sequence[Seen], fold: int | None) -> dict[str, Any]:
    """The trees that a scorer keeps, without a fold."""
    mine = [row for row in rows if row.fold != fold]
    table = np.array([row.traits for row in mine], np.float32).T
    article = np.array([row.article for row in mine], np.int8)
    return fit_trees(TRAITS, table, article, np.ones(len(mine)), TREES, **SETTINGS)
