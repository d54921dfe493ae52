"""Reasons: each evidence's signed share in a block's score, strongest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column
from newsclean.page import Reason
from newsclean.scoring.scorer import Scored, Scorer, log_odds
from newsclean.scoring.trees import CHUNK, Table

MOST = 8
SMALLEST = 0.01
HEARD = "network"
"""What networks say of the block among all others of the page."""


def reasons(scored: Scored, scorer: Scorer) -> list[tuple[Reason, ...]]:
    """The strongest evidence of each block, in log-odds; what networks say of it is one reason.

    What the second look owes to the block's own first score is handed on to the evidence behind that score.
    """
    made: list[tuple[Reason, ...]] = []
    for at in range(0, scored.view.n, CHUNK):
        made += _reasons_of(scored.table[:, at : at + CHUNK], scorer, 1 - scored.network)
    if scorer.networks is None or not made:
        return made
    heard = scored.network * scorer.networks.score(scored.table[: len(scorer.first.names)])
    change = Change(lambda block: HEARD, [round(float(weight), 4) for weight in heard])
    return [with_changes((change,), i, rows)[:MOST] for i, rows in enumerate(made)]


def _reasons_of(table: Table, scorer: Scorer, share: float) -> list[tuple[Reason, ...]]:
    """The reasons of some blocks; those that fall into the same leaves all along have the same."""
    own = len(scorer.first.names)
    leaves, others = scorer.first.leaf_numbers(table[:own]), scorer.second.leaf_numbers(table)
    firsts, place = _distinct(np.concatenate((leaves, others)))
    shares = scorer.second.contributions(others.take(firsts, axis=1))
    before = scorer.first.contributions(leaves.take(firsts, axis=1))
    handed = shares[own]  # the column `first_score`
    agreeing = np.maximum(before * np.sign(handed), 0)
    total = agreeing.sum(0)
    shares[:own] += np.where(total > 0, handed * agreeing / np.maximum(total, 1e-9), 0)
    shares[own] = np.where(total > 0, 0, handed)
    strongest = _strongest(shares * np.float32(share), scorer.second.names)
    return [strongest[at] for at in place]


def _distinct(columns: NDArray[np.uint8]) -> tuple[list[int], list[int]]:
    """The first of each kind of column, and the kind of each: endless pages have few."""
    known: dict[bytes, int] = {}
    firsts: list[int] = []
    place: list[int] = []
    for at, column in enumerate(np.ascontiguousarray(columns.T)):
        kind = known.setdefault(column.tobytes(), len(firsts))
        if kind == len(firsts):
            firsts.append(at)
        place.append(kind)
    return firsts, place


def _strongest(shares: Table, names: tuple[str, ...]) -> list[tuple[Reason, ...]]:
    order = np.argsort(-np.abs(shares), axis=0, kind="stable")[:MOST]
    weights = np.take_along_axis(shares, order, 0).T.tolist()
    blocks = (zip(row, of_row, strict=True) for row, of_row in zip(order.T.tolist(), weights, strict=True))
    return [tuple([Reason(names[k], round(x, 4)) for k, x in block if abs(x) >= SMALLEST]) for block in blocks]


class Change(NamedTuple):
    """What changed the chances. name: of the reason, by block. weights: by how much, in log-odds."""

    name: Callable[[int], str]
    weights: list[float]

    @classmethod
    def of(cls, name: Callable[[int], str], before: Column, after: Column) -> Change:
        """The change from some chances, float32 (n,), to others."""
        return cls(name, np.round(log_odds(after) - log_odds(before), 4).tolist())


def with_changes(changes: Sequence[Change], i: int, rows: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons of a block, with what changed its score, strongest first."""
    mine = [Reason(change.name(i), change.weights[i]) for change in changes if change.weights[i]]
    return tuple(sorted((*rows, *mine), key=lambda reason: -abs(reason.weight))) if mine else rows
