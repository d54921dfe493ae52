"""Training: pages in all their input kinds become the weights of a scorer, and of one scorer a fold to be judged by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from rich.console import Console

from newsclean.evidence.table import evidence_for, names
from newsclean.evidence.view import View
from newsclean.lab.fit import averaged, fit_trees
from newsclean.lab.label_words import label_table
from newsclean.lab.rng import rng
from newsclean.lab.rows import PLAIN, Floats, Recipe, Row, drawn
from newsclean.lab.vocabulary import Counts, SiteCounts, vocabulary
from newsclean.scoring.scorer import FORMAT, chance, learned_names
from newsclean.scoring.second import second_table
from newsclean.scoring.trees import Trees
from newsclean.scoring.vocabulary import NAMES, block_table

TREES = {"text": (220, 200), "run_on": (220, 200), "markdown": (220, 200), "html": (300, 240)}
"""Trees of the first and the second look."""
COUNTED = ("resiliparse", "one_line", "markdownify", "html")
"""Kinds by which words are counted, one a mode."""


def fit(
    columns: Sequence[str], rows: Sequence[Row], trees: int, more: dict[int, Floats], seed: int = 1
) -> dict[str, Any]:
    """Trees learned on the chosen blocks of the rows; `more` holds further columns by a row's id()."""
    size = sum(len(row.chosen) for row in rows)
    table = np.empty((len(columns), size), np.float32)
    at = 0
    for row in rows:
        part = slice(at, at + len(row.chosen))
        table[: len(row.table), part] = row.table[:, row.chosen]
        table[len(row.table) :, part] = more[id(row)][:, row.chosen]
        at = part.stop
    label = np.concatenate([row.sample.label[row.chosen] for row in rows])
    weight = np.concatenate([row.weight for row in rows])
    positive = (label > 0.5).astype(np.int8)
    return fit_trees(columns, table, positive, weight, trees, random_seed=seed)


class Training:
    """One mode's training: first looks for all sets of folds left out, then second looks on what they say."""

    def __init__(
        self, rows: list[Row], mode: str, console: Console, recipe: Recipe = PLAIN, told: Sequence[Row] | None = None
    ) -> None:
        """told: the rows whose labels say what words are worth, where they are others."""
        self.rows, self.mode, self.console, self.recipe = rows, mode, console, recipe
        self.columns = [*names(evidence_for(mode)), *learned_names(mode)]
        self.more_columns: list[str] = []
        self._looks: dict[frozenset[int], dict[str, Any]] = {}
        seen = [row for row in (rows if told is None else told) if row.sample.kind in COUNTED]
        self._counts = {"words": SiteCounts((row.sample, row.words.flat()) for row in seen)}
        if mode == "html":
            self._counts["labels"] = SiteCounts((row.sample, row.words.flat_labels()) for row in seen)
        self._totals: dict[tuple[str, frozenset[int]], Counts] = {}

    def total(self, what: str, without: frozenset[int]) -> Counts:
        """The counts of "words" or "labels" on all folds but some."""
        if (what, without) not in self._totals:
            self._totals[what, without] = self._counts[what].total(without)
        return self._totals[what, without]

    def words_table(self, row: Row, without: frozenset[int]) -> Floats:
        """The columns of learned words of a row, by all folds but some and never by its own site."""
        if rng(row.sample.id, row.sample.kind, "blind").random() < self.recipe.blind:
            return np.zeros((len(NAMES), row.words.n), np.float32)
        own = None if row.sample.fold in without else row.sample.site
        words, counts, total = row.words, self._counts["words"], self.total("words", without)
        log_odds = [counts.log_odds(total, keys, own) for keys in (words.words, words.pairs)]
        table = block_table(log_odds[0], words.block, log_odds[1], words.pair_block, words.n)
        if self.mode != "html":
            return table
        labels = self._counts["labels"].log_odds(self.total("labels", without), words.labels, own)
        return np.concatenate((table, label_table(labels, words.label_slot, words.n)))

    def first(self, without: frozenset[int]) -> dict[str, Any]:
        """The first look learned on all folds but some."""
        if without not in self._looks:
            rows = drawn((row for row in self.rows if row.sample.fold not in without), self.recipe.draw)
            size = sum(len(row.chosen) for row in rows)
            self.console.print(f"first look without folds {sorted(without)}: {size:,} blocks")
            more = {id(row): self.words_table(row, without) for row in rows}
            self._looks[without] = fit(self.columns, rows, TREES[self.mode][0], more, 1 + self.recipe.draw)
        return self._looks[without]

    def second(self, without: frozenset[int], strict: bool) -> dict[str, Any]:
        """The second look learned on all folds but some, from first looks that have not seen the page's site.

        strict: they have not seen the folds left out either, as an honest judgement asks.
        """
        rows = drawn((row for row in self.rows if row.sample.fold not in without), self.recipe.draw)
        more: dict[int, Floats] = {}
        for fold in sorted({row.sample.fold for row in rows}):
            unseen = frozenset({fold}) | (without if strict else frozenset())
            look = Trees(self.first(unseen))
            for row in rows:
                if row.sample.fold == fold:
                    more[id(row)] = self._look_again(row, look, unseen)
        self.console.print(f"second look without folds {sorted(without)}")
        columns = [*self.columns, *self.more_columns]
        return fit(columns, rows, TREES[self.mode][1], more, self.recipe.seed)

    def _look_again(self, row: Row, look: Trees, without: frozenset[int]) -> Floats:
        own = self.words_table(row, without)
        score = chance(look.score(np.concatenate((row.table, own)))[0])
        columns, table = second_table(View(row.sample.doc), score)
        self.more_columns = columns
        return np.concatenate((own, table))

    def weights(self, without: Iterable[int] = (), strict: bool = True) -> dict[str, Any]:
        """The weights of a scorer, without the folds given."""
        left = frozenset(without)
        second = self.second(left, strict)
        words = {"vocabulary": vocabulary(self.total("words", left)).plain()}
        if self.mode == "html":
            words["label_words"] = vocabulary(self.total("labels", left)).plain()
        return {
            "format": FORMAT,
            "mode": self.mode,
            "digest": self._digest(left),
            "threshold": {"balanced": [0.45, 0.35], "precision": [0.7, 0.6], "recall": [0.2, 0.12]},
            **words,
            "first": self.first(left),
            "second": second,
        }

    def _digest(self, without: frozenset[int]) -> str:
        """A digest of the names of the pages that are learned from, not of what stands on them."""
        pages = sorted({f"{row.sample.corpus}/{row.sample.id}" for row in self.rows if row.sample.fold not in without})
        return hashlib.sha256("\n".join(pages).encode()).hexdigest()


def mean_weights(members: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The weights of a scorer whose looks are each the mean of several scorers'; they must know the same words."""
    first = members[0]
    words = ("vocabulary", "label_words")
    if any(member.get(part) != first.get(part) for member in members for part in words):
        raise ValueError("scorers that know other words have no mean")
    return {**first, **{look: averaged([member[look] for member in members]) for look in ("first", "second")}}
