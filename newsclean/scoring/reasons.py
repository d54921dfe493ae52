"""Reasons: each evidence's signed share in a block's score, strongest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.page import Reason
from newsclean.scoring.scorer import Scored, Scorer

MOST = 8
SMALLEST = 0.01


def reasons(scored: Scored, scorer: Scorer) -> list[tuple[Reason, ...]]:
    """The strongest evidence of each block, in log-odds.

    What the second look owes to the block's own first score is handed on to the evidence behind that score.
    """
    own = len(scorer.first.names)
    shares = scorer.second.contributions(scored.table)
    before = scorer.first.contributions(scored.table[:own])
    handed = shares[own]  # the column `first_score`
    agreeing = np.maximum(before * np.sign(handed), 0)
    total = agreeing.sum(0)
    shares[:own] += np.where(total > 0, handed * agreeing / np.maximum(total, 1e-9), 0)
    shares[own] = np.where(total > 0, 0, handed)
    return _strongest(shares, scorer.second.names)


def _strongest(shares: NDArray[np.float32], names: tuple[str, ...]) -> list[tuple[Reason, ...]]:
    order = np.argsort(-np.abs(shares), axis=0, kind="stable")[:MOST]
    weights = np.take_along_axis(shares, order, 0).T.tolist()
    blocks = (zip(row, of_row, strict=True) for row, of_row in zip(order.T.tolist(), weights, strict=True))
    return [tuple([Reason(names[k], round(x, 4)) for k, x in block if abs(x) >= SMALLEST]) for block in blocks]


class Change(NamedTuple):
    """What changed the chances. name: of the reason, by block. weights: by how much, in log-odds."""

    name: Callable[[int], str]
    weights: list[float]


def with_changes(changes: Sequence[Change], i: int, rows: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons of a block, with what changed its score, strongest first."""
    mine = [Reason(change.name(i), change.weights[i]) for change in changes if change.weights[i]]
    return tuple(sorted((*rows, *mine), key=lambda reason: -abs(reason.weight))) if mine else rows
