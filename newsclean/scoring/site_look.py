"""The site's look: what a memory of the site's other pages adds to the scores. Evidence, not an axe."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column, View
from newsclean.scoring.scorer import chance, log_odds
from newsclean.scoring.site_runs import run_columns
from newsclean.scoring.trees import Table, Trees
from newsclean.site.host import SiteColumns
from newsclean.weights import read_weights

LIFT, DROP = 0.5, 0.7
"""Share of what the trees add, and of what they take, that counts: of a hundred sites they learned too much."""

SITE_LOOKS = {"markdown": "text", "run_on": "text"}
"""Modes with another's look: what is asked of Markdown's lines is what is asked of plain ones."""


def site_table(view: View, score: Column, known: SiteColumns) -> tuple[list[str], Table]:
    """Names, and float32 (columns, n), of what the site's memory and the scores say of each block.

    score: float32 (n,), the chances that the look adds to. Beside a block's own score and size every column tells of
    repeats: what the scorer could have known of the page alone is left to the scorer, which learned it on more pages.
    """
    share: Column = (known.repeats / np.maximum(known.pages, 1)).astype(np.float32)
    columns: dict[str, NDArray[np.floating]] = {
        "score": score,
        "words": np.log1p(view.words),
        "sentence_end": view.sentence_end,
        "site_pages": np.log1p(known.pages),
        "site_repeats": np.log1p(known.repeats),
        "site_repeat_share": share,
        "site_headline": known.headline,
        "site_slot_share": known.slot_pages / np.maximum(known.pages, 1),
        "site_slot_repeats": known.slot_repeats,
    } | run_columns(known.repeats, share, view.words, score)
    return list(columns), np.array(list(columns.values()), np.float32)


def look_again(view: View, score: Column, known: SiteColumns, trees: Trees) -> Column:
    """float32 (n,): the chances after the site's memory was asked; a share of what the trees say is added."""
    names, table = site_table(view, score, known)
    trees.expect(names)
    added = trees.score(table)[0]
    return chance(log_odds(score) + added * np.where(added > 0, LIFT, DROP))


@cache
def site_trees(mode: str) -> Trees:
    """The trees of the site's look for a mode, read on the first call and kept."""
    return Trees(read_weights(f"{SITE_LOOKS.get(mode, mode)}.site"))
