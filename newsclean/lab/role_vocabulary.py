"""Learning role words: on how many sites a word or a word pair stands in blocks of each silver role."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.scoring.role_words import TOLD, Keys, RoleWords, Table
from newsclean.weights import SCALE

LEAST_SITES = 5
"""A word counts from so many places on, each a role on a site."""
SMOOTHING, SITES = 0.4, 8.0
"""A word is taken to stand on so many sites more, of so many more, in every role."""
LARGEST = 5.0
"""Log-odds that a word says at most."""
SMALLEST = 0.7
"""A word whose log-odds are nearer to zero than this for every role is not kept."""
MOST_WORDS = 12_000
"""Words and pairs kept at most, those that say most to most sites."""


class WordRoles(NamedTuple):
    """The words of one page's named blocks. keys: uint32; role: int8, the place in `TOLD` of the block's role."""

    site: str
    fold: int
    keys: Keys
    role: NDArray[np.int8]


class RoleCounts:
    """For each site the words of its blocks of each role: float32 (keys, roles), 1 where it is there."""

    def __init__(self, pages: Iterable[WordRoles]) -> None:
        found: dict[tuple[str, int], list[NDArray[np.uint64]]] = {}
        for page in pages:
            both = page.keys.astype(np.uint64) * np.uint64(len(TOLD)) + page.role.astype(np.uint64)
            found.setdefault((page.site, page.fold), []).append(np.unique(both))
        self.folds = dict(found.keys())
        self._own = {site: np.unique(np.concatenate(rows)) for (site, _), rows in found.items()}

    def total(self, without: Collection[int]) -> tuple[Keys, Table, NDArray[np.float32]]:
        """Keys (sorted), on how many sites of all folds but some each stands in each role, and sites with the role."""
        rows = [row for site, row in self._own.items() if self.folds[site] not in without]
        both, count = np.unique(np.concatenate((np.zeros(0, np.uint64), *rows)), return_counts=True)
        keys, place = np.unique(both // np.uint64(len(TOLD)), return_inverse=True)
        table = np.zeros((len(keys), len(TOLD)), np.float32)
        table[place, (both % np.uint64(len(TOLD))).astype(np.intp)] = count
        enough = table.sum(1) >= LEAST_SITES
        sites = np.sum([np.zeros(len(TOLD)), *map(_has_role, rows)], 0).astype(np.float32)
        return keys[enough].astype(np.uint32), table[enough], sites

    def without_site(self, total: tuple[Keys, Table, NDArray[np.float32]], site: str) -> Table:
        """The counts of `total` with one of its sites taken off."""
        keys, table, _ = total
        own = self._own[site]
        key, role = (own // np.uint64(len(TOLD))).astype(np.uint32), (own % np.uint64(len(TOLD))).astype(np.intp)
        at = np.minimum(np.searchsorted(keys, key), max(len(keys) - 1, 0))
        hit = keys[at] == key
        out = table.copy()
        np.subtract.at(out, (at[hit], role[hit]), 1)
        return out


def _has_role(row: NDArray[np.uint64]) -> NDArray[np.float64]:
    present = np.zeros(len(TOLD))
    present[(row % np.uint64(len(TOLD))).astype(np.intp)] = 1
    return present


def role_log_odds(counts: Table, sites: NDArray[np.float32]) -> Table:
    """float32 (keys, roles): how much likelier a word is in blocks of a role than in blocks of all roles alike."""
    rate = (counts + SMOOTHING) / (sites + SITES)
    log_odds = np.log(rate / rate.mean(1, keepdims=True))
    told = (counts.sum(1) >= LEAST_SITES - 1) & (np.abs(log_odds).max(1) >= SMALLEST)
    return np.where(told[:, None], np.clip(np.rint(log_odds * SCALE) / SCALE, -LARGEST, LARGEST), 0).astype(np.float32)


def role_words(total: tuple[Keys, Table, NDArray[np.float32]]) -> RoleWords:
    """The words that say something of a block's role."""
    keys, counts, sites = total
    log_odds = role_log_odds(counts, sites)
    weight = (np.maximum(log_odds, 0) * counts).sum(1)
    chosen = np.sort(np.argsort(-weight, kind="stable")[:MOST_WORDS])
    chosen = chosen[log_odds[chosen].any(1)]
    return RoleWords(keys[chosen], log_odds[chosen])
