"""Learning the vocabulary: on how many sites a word stands in articles, and on how many outside them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import View
from newsclean.lab.label_words import label_keys
from newsclean.lab.tables import Sample
from newsclean.scoring.vocabulary import Vocabulary, pair_keys, word_keys

LEAST_SITES = 4
"""A word or pair counts from so many sites on, in articles and outside together."""
SMALLEST = 0.5
"""Log-odds nearer to zero than this are not kept: they say nothing."""
SMOOTHING = 0.7
"""Sites added to both counts of a word: of few sites little is believed."""

Keys = NDArray[np.uint32]
Counts = tuple[Keys, NDArray[np.float32], NDArray[np.float32]]


class Words:
    """The keys of a page's words and pairs, and the blocks they stand in; in HTML label words and their slots."""

    def __init__(self, view: View) -> None:
        tokens = view.tokens
        self.n = view.n
        self.words, self.block = word_keys(tokens.hash), tokens.block
        self.pairs, self.pair_block = pair_keys(tokens.hash, tokens.block)
        self.labels, self.label_slot = label_keys(view)

    def flat(self) -> tuple[Keys, NDArray[np.integer]]:
        """Words and pairs together, and their blocks."""
        return np.concatenate((self.words, self.pairs)), np.concatenate((self.block, self.pair_block))

    def flat_labels(self) -> tuple[Keys, NDArray[np.integer]]:
        """Label words, and their blocks."""
        return self.labels, self.label_slot % max(self.n, 1)


class SiteCounts:
    """For each site, the keys of its pages: 1 where a key stands in an article, 1 where it stands outside."""

    def __init__(self, pages: Iterable[tuple[Sample, tuple[Keys, NDArray[np.integer]]]]) -> None:
        found: dict[tuple[str, int], list[tuple[Keys, Keys]]] = {}
        for sample, (keys, block) in pages:
            inside = sample.label > 0.5
            sure = sample.weight > 0
            good, bad = np.unique(keys[(inside & sure)[block]]), np.unique(keys[(~inside & sure)[block]])
            found.setdefault((sample.site, sample.fold), []).append((good, bad))
        self.sites: dict[str, Counts] = {}
        self.folds: dict[str, int] = {}
        for (site, fold), rows in found.items():
            good, bad = (np.unique(np.concatenate([row[k] for row in rows])) for k in (0, 1))
            both = np.union1d(good, bad)
            self.sites[site] = both, np.isin(both, good).astype(np.float32), np.isin(both, bad).astype(np.float32)
            self.folds[site] = fold

    def total(self, without: frozenset[int]) -> Counts:
        """Summed over the sites of all folds but some."""
        rows = [counts for site, counts in self.sites.items() if self.folds[site] not in without]
        keys = np.concatenate([row[0] for row in rows])
        distinct, place = np.unique(keys, return_inverse=True)
        good = np.bincount(place, np.concatenate([row[1] for row in rows]))
        bad = np.bincount(place, np.concatenate([row[2] for row in rows]))
        enough = good + bad >= 2  # less can never reach LEAST_SITES once a site is taken off
        return distinct[enough], good[enough].astype(np.float32), bad[enough].astype(np.float32)

    def log_odds(self, total: Counts, keys: Keys, site: str | None) -> NDArray[np.float32]:
        """The log-odds of keys by `total`, the page's own site taken off where that is among them."""
        own = self.sites.get(site) if site else None
        distinct, place = np.unique(keys, return_inverse=True)
        good, bad = _at(total, distinct)
        if own is not None:
            own_good, own_bad = _at(own, distinct)
            good, bad = np.maximum(good - own_good, 0), np.maximum(bad - own_bad, 0)
        return log_odds(good, bad)[place]


def _at(counts: Counts, keys: Keys) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    if not len(counts[0]):
        return np.zeros(len(keys), np.float32), np.zeros(len(keys), np.float32)
    at = np.minimum(np.searchsorted(counts[0], keys), len(counts[0]) - 1)
    hit = counts[0][at] == keys
    return np.where(hit, counts[1][at], 0), np.where(hit, counts[2][at], 0)


def log_odds(good: NDArray[np.float32], bad: NDArray[np.float32]) -> NDArray[np.float32]:
    """float32: above zero for words of articles; 0 where too few sites have the word or it says too little."""
    value = np.log((good + SMOOTHING) / (bad + SMOOTHING))
    told = (good + bad >= LEAST_SITES) & (np.abs(value) >= SMALLEST)
    return np.where(told, np.clip(np.rint(value * 16) / 16, -7, 7), 0).astype(np.float32)


def vocabulary(total: Counts) -> Vocabulary:
    """The words and pairs that say something, as the scorer keeps them."""
    value = log_odds(total[1], total[2])
    told = value != 0
    return Vocabulary(total[0][told], value[told])
