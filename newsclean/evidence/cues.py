"""Cues: phrases by which news sites of many languages label what is not the article."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsclean.evidence.lexicon import FAMILIES, INDEX
from newsclean.evidence.view import Column, View

HEADINGS = [INDEX[name] for name in ("related", "also", "newsletter", "comment", "nav", "share")]


def _family(name: str) -> Callable[[View], Column]:
    def cue(view: View) -> Column:
        return view.cues[INDEX[name]].astype(np.float32)

    cue.__name__ = cue.__qualname__ = f"cue_{name}"
    cue.__doc__ = f"A phrase of the family {name!r}: 1 at the block's start or end, 2 where it is the whole block."
    return cue


def cue_any(view: View) -> Column:
    """Cue families that the block hits."""
    return (view.cues > 0).sum(0).astype(np.float32)


def cue_before(view: View) -> Column:
    """Blocks since the last short block with a cue that heads a list, in logarithm; 9 where there is none."""
    heads = (view.cues[HEADINGS] > 0).any(0) & (view.words <= 8)
    at = np.arange(view.n)
    last = np.maximum.accumulate(np.where(heads, at, -1))
    last = np.concatenate(([-1], last[:-1])) if view.n else last
    return np.where(last < 0, 9, np.log1p(at - last)).astype(np.float32)


def good_since_cue(view: View) -> Column:
    """Good words since the last such cue, in logarithm: running text after a cue ends its reach."""
    heads = (view.cues[HEADINGS] > 0).any(0) & (view.words <= 8)
    total = np.concatenate(([0.0], np.cumsum(view.good_words)))[: view.n]
    last = np.maximum.accumulate(np.where(heads, np.arange(view.n), -1))
    return np.log1p(np.where(last < 0, total, total - total[np.maximum(last, 0)])).astype(np.float32)


def related_before(view: View) -> Column:
    """Heads of lists of other stories anywhere before the block, in logarithm."""
    heads = (view.cues[INDEX["related"]] > 0) & (view.words <= 8)
    return np.log1p(np.cumsum(heads) - heads).astype(np.float32)


def cues_around(view: View) -> Column:
    """Share of blocks with any cue among the nine around."""
    hits = np.concatenate(([0.0], np.cumsum((view.cues > 0).any(0))))
    at = np.arange(view.n)
    low, high = np.maximum(at - 4, 0), np.minimum(at + 5, view.n)
    return ((hits[high] - hits[low]) / np.maximum(high - low, 1)).astype(np.float32)


CUES = (*(_family(name) for name in FAMILIES), cue_any, cue_before, good_since_cue, related_before, cues_around)
