"""The site's look: what a memory of the site's other pages adds to the scores. Evidence, not an axe."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column
from newsclean.scoring.scorer import Scored, chance
from newsclean.scoring.trees import Table, Trees
from newsclean.site_host import SiteColumns

STEPS = (-3, -2, -1, 1, 2, 3)
REACHES = (3, 10, 30)


def _sums(values: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))


def _around(values: Column, weight: Column, reach: int) -> Column:
    at = np.arange(len(values))
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(values))
    mass, total = _sums(values * weight), _sums(weight)
    return ((mass[high] - mass[low]) / np.maximum(total[high] - total[low], 1e-3)).astype(np.float32)


def _at(values: Column, step: int) -> Column:
    column = np.zeros(len(values), np.float32)
    if step < 0:
        column[-step:] = values[:step]
    elif step < len(values):
        column[:-step] = values[step:]
    return column


def site_table(scored: Scored, known: SiteColumns) -> tuple[list[str], Table]:
    """Names, and float32 (columns, n), of what the site's memory and the scores say of each block."""
    view, score = scored.view, scored.score
    n, at = view.n, np.arange(view.n)
    share: Column = (known.repeats / np.maximum(known.pages, 1)).astype(np.float32)
    repeated = (known.repeats > 0).astype(np.float32)
    root = np.sqrt(view.words + 1)
    liked = np.flatnonzero(score > 0.5)
    first, last = (int(liked[0]), int(liked[-1])) if len(liked) else (0, n - 1)
    columns: list[tuple[str, Column]] = [
        ("score", score),
        ("first_score", scored.first),
        ("site_pages", np.log1p(known.pages)),
        ("site_repeats", np.log1p(known.repeats)),
        ("site_repeat_share", share),
        ("site_headline", known.headline),
        ("site_slot_share", (known.slot_pages / np.maximum(known.pages, 1)).astype(np.float32)),
        ("site_slot_repeats", known.slot_repeats),
        ("words", np.log1p(view.words)),
        ("sentence_end", view.sentence_end),
        ("order", (at / max(n - 1, 1)).astype(np.float32)),
        ("from_first_liked", (np.sign(at - first) * np.log1p(np.abs(at - first))).astype(np.float32)),
        ("from_last_liked", (np.sign(at - last) * np.log1p(np.abs(at - last))).astype(np.float32)),
        ("page_repeated", np.full(n, float((repeated * root).sum() / max(float(root.sum()), 1)), np.float32)),
        ("new_words_share", np.full(n, float(((1 - repeated) * view.words).sum() / max(float(view.words.sum()), 1)))),
    ]
    columns += [(f"site_repeat_share@{step:+d}", _at(share, step)) for step in STEPS]
    columns += [(f"score@{step:+d}", _at(score, step)) for step in STEPS]
    for reach in REACHES:
        columns.append((f"site_repeats_around_{reach}", _around(repeated, root, reach)))
        columns.append((f"scores_around_{reach}", _around(score, root, reach)))
        columns.append((f"new_scores_around_{reach}", _around(score, root * (1 - repeated) + 1e-3, reach)))
    return [name for name, _ in columns], np.array([column for _, column in columns], np.float32).reshape(
        len(columns), n
    )


def look_again(scored: Scored, known: SiteColumns, trees: Trees) -> Column:
    """float32 (n,): the chances after the site's memory was asked."""
    names, table = site_table(scored, known)
    trees.expect(names)
    return chance(trees.score(table)[0])


@cache
def site_trees(mode: str) -> Trees:
    """The trees of the site's look for "text" or "html", read on the first call and kept."""
    path = files("newsclean") / "data" / "weights" / f"{mode}.site.json"
    return Trees(json.loads(path.read_text(encoding="utf-8")))
