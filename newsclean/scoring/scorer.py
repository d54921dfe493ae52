"""The scorer: evidence becomes a score for each block, in two looks, and the scores a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.table import Evidence, evidence_for, evidence_table, names
from newsclean.evidence.view import Column, View
from newsclean.options import PREFERENCES, check_choice
from newsclean.scoring.label_words import NAMES as LABEL_NAMES
from newsclean.scoring.label_words import KnownLabels
from newsclean.scoring.network import Networks
from newsclean.scoring.second import NAMES as SECOND_NAMES
from newsclean.scoring.second import second_table
from newsclean.scoring.trees import Table, Trees
from newsclean.scoring.vocabulary import NAMES, Vocabulary
from newsclean.weights import read_weights

FORMAT = 1
NETWORK = {"text": (0.38, 0.2), "run_on": (0.38, 0.2), "markdown": (0.45, 0.45), "html": (0.3, 0.3)}
"""What a network's log-odds weigh on a dirty page and on a nearly clean one, those of the trees the rest: by mode, and
by what the page came as, since HTML without a label is read as Markdown."""
LOWERED = 8.0
"""Log-odds that a block loses where something tells that it is not the article's: the likeliest of them go too."""


def chance(score: NDArray[np.floating]) -> Column:
    """Log-odds as a chance, 0 to 1."""
    chances: Column = (1 / (1 + np.exp(-np.clip(score, -30, 30)))).astype(np.float32)
    return chances


def log_odds(chance: NDArray[np.floating]) -> NDArray[np.float64]:
    """Chances as log-odds; what is nearer to 0 or 1 than a millionth counts as that far."""
    inside = np.clip(chance.astype(np.float64), 1e-6, 1 - 1e-6)
    made: NDArray[np.float64] = np.log(inside / (1 - inside))
    return made


def without(score: Column, blocks: NDArray[np.bool_] | list[int]) -> Column:
    """float32 (n,): the chances, those of some blocks (bool (n,), or their numbers) so low that they go."""
    lowered = score.copy()
    lowered[blocks] = chance(log_odds(score[blocks]) - LOWERED)
    return lowered


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """The scores of one page.

    table: float32 (columns, n), all evidence and what the second look added. first: float32 (n,), chances by the first
    look. score: float32 (n,), chances that the block belongs to the article. threshold: from where on it is kept;
    balanced: from where on it would be where no side is preferred; sure: from where on it tells of an article.
    presence: trees that tell an article from words on other stories. vocabulary: the words that the scorer knows.
    network: what the networks' log-odds weigh, 0 where there are none.
    """

    view: View
    table: Table
    first: Column
    score: Column
    threshold: float
    balanced: float
    sure: float
    presence: Trees | None = None
    vocabulary: Vocabulary | None = None
    network: float = 0.0


class Scorer:
    """Two ensembles of trees, networks and a threshold that knows a dirty page from a nearly clean one."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        if data.get("format") != FORMAT:
            raise ValueError(f"weights of format {data.get('format')!r}; this version reads format {FORMAT}")
        self.mode: str = data["mode"]
        self.evidence: tuple[Evidence, ...] = evidence_for(self.mode)
        self.first = Trees(data["first"])
        self.first.expect([*names(self.evidence), *learned_names(self.mode)])
        self.vocabulary = Vocabulary.read(data["vocabulary"])
        self.label_words = Vocabulary.read(data["label_words"]) if self.mode == "html" else None
        self.known_labels = KnownLabels(self.label_words) if self.label_words is not None else None
        self.second = Trees(data["second"])
        self.second.expect([*self.first.names, *SECOND_NAMES])
        self.networks = Networks(data["networks"]) if data.get("networks") else None
        if self.networks is not None:
            self.networks.expect(self.first.names)
        self.thresholds: Mapping[str, list[float]] = data["threshold"]
        self.sure: list[float] = data.get("sure", self.thresholds["balanced"])
        self.first_confidence: Mapping[str, Any] = data.get("confidence", {})
        self.confidence: Mapping[str, Any] = data.get("text_confidence", {})
        self.presence = Trees(data["presence"]) if data.get("presence") else None
        self.threads = Trees(data["threads"]) if data.get("threads") else None

    def score(self, view: View, prefer: str = "balanced") -> Scored:
        """The scores of a page under evidence.

        Raises:
            ValueError: no such preference.
        """
        return self.second_look(view, *self.first_look(view), prefer)

    def first_look(self, view: View) -> tuple[Table, Column]:
        """The table of a page under evidence, with room for the second look's columns, and chances (float32 (n,))."""
        # one table for all columns: on an endless page a second one would not fit beside it
        table = np.empty((len(self.second.names), view.n), np.float32)
        if not view.n:
            return table, np.zeros(0, np.float32)
        seen, shown = len(self.first.names), len(names(self.evidence))
        evidence_table(view, self.evidence, table[:shown])
        self._learned(view, table[shown:seen])
        return table, chance(self.first.score(table[:seen])[0])

    def second_look(self, view: View, table: Table, first: Column, prefer: str = "balanced") -> Scored:
        """The scores of a page after its first look.

        Raises:
            ValueError: no such preference.
        """
        check_choice("prefer", prefer, PREFERENCES)
        if not view.n:
            return Scored(view, table, first, first, 0.5, 0.5, 0.5)
        second_table(view, first, table[len(self.first.names) :])
        cleanness = clean_share(view, first)
        pairs = (self.thresholds[prefer], self.thresholds["balanced"], self.sure)
        threshold, balanced, sure = (dirty + (clean - dirty) * cleanness for dirty, clean in pairs)
        score, share = self.second.score(table)[0], 0.0
        if self.networks is not None:
            came_as_html = self.mode == "markdown" and view.doc.kind == "html"
            dirty, clean = NETWORK["html" if came_as_html else self.mode]
            share = dirty + (clean - dirty) * cleanness
            score += share * (self.networks.score(table[: len(self.first.names)]) - score)
        return Scored(
            view,
            table,
            first,
            chance(score),
            threshold,
            balanced,
            sure,
            presence=self.presence,
            vocabulary=self.vocabulary,
            network=share,
        )

    def _learned(self, view: View, out: Table) -> None:
        """What learned words say of each block: those of the text, and in HTML those of the labels."""
        out[: len(NAMES)] = self.vocabulary.table(view)
        if self.known_labels is not None:
            out[len(NAMES) :] = self.known_labels.columns(view)


def learned_names(mode: str) -> tuple[str, ...]:
    """The names of the columns that learned words give in a mode."""
    return (*NAMES, *LABEL_NAMES) if mode == "html" else NAMES


def clean_share(view: View, first: Column) -> float:
    """0 for a dirty page, 1 for a nearly clean one, by the share of the page's words that the first look likes."""
    liked = float((first * view.words).sum() / max(float(view.words.sum()), 1.0))
    return min(max((liked - 0.5) / 0.4, 0.0), 1.0)


@cache
def scorer(mode: str) -> Scorer:
    """The scorer for "text", "run_on", "markdown", "html" or "thin" (HTML of few labels), read once and kept."""
    return Scorer(read_weights(mode))
