"""Cues: phrases by which news sites of many languages label what is not the article."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import FAMILIES, INDEX
from newsclean.evidence.view import Column, View, shared

LISTS = [INDEX["also"], INDEX["related"]]
"""Cues of what heads a list of other stories."""
HEADINGS = [INDEX[name] for name in ("related", "also", "newsletter", "comment", "nav", "share")]


def _family(name: str) -> Callable[[View], Column]:
    def cue(view: View) -> Column:
        return view.cues[INDEX[name]].astype(np.float32)

    cue.__name__ = cue.__qualname__ = f"cue_{name}"
    cue.__doc__ = f"A phrase of the family {name!r}: 1 at the block's start or end, 2 where it is the whole block."
    return cue


@shared
def _hits(view: View) -> NDArray[np.uint8]:
    """uint8 (n,): cue families that each block hits."""
    return (view.cues > 0).view(np.uint8).sum(0, dtype=np.uint8)


@shared
def _last_head(view: View) -> NDArray[np.int64]:
    """int64 (n,): the last short block with a cue that heads a list, up to the block itself; -1 for none."""
    heads = (view.cues[HEADINGS] > 0).any(0) & (view.words <= 8)
    return np.maximum.accumulate(np.where(heads, view.at, -1))


def cue_any(view: View) -> Column:
    """Cue families that the block hits."""
    return _hits(view).astype(np.float32)


def cue_before(view: View) -> Column:
    """Blocks since the last short block with a cue that heads a list, in logarithm; 9 where there is none."""
    last = np.concatenate(([-1], _last_head(view)))[: view.n]
    return np.where(last < 0, 9, np.log1p(view.at - last)).astype(np.float32)


def good_since_cue(view: View) -> Column:
    """Good words since the last such cue, in logarithm: running text after a cue ends its reach."""
    last = _last_head(view)
    total = np.concatenate(([0.0], view.good_sums))[: view.n]
    return np.log1p(np.where(last < 0, total, total - total[np.maximum(last, 0)])).astype(np.float32)


def related_before(view: View) -> Column:
    """Heads of lists of other stories anywhere before the block, in logarithm."""
    heads = (view.cues[INDEX["related"]] > 0) & (view.words <= 8)
    return np.log1p(np.cumsum(heads) - heads).astype(np.float32)


def cues_around(view: View) -> Column:
    """Share of blocks with any cue among the nine around."""
    return (view.around(_hits(view) > 0, 4) / view.blocks_around(4)).astype(np.float32)


CUES = (*(_family(name) for name in FAMILIES), cue_any, cue_before, good_since_cue, related_before, cues_around)
