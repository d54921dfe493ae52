"""Training: pages in all their input kinds become the weights of a scorer, and of one scorer a fold to be judged by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from newsclean.evidence.table import evidence_for, evidence_table, names
from newsclean.evidence.view import View
from newsclean.lab.corpora import FULL
from newsclean.lab.fit import fit_trees
from newsclean.lab.renderings import EXTRA, EXTRACTED, WHOLE
from newsclean.lab.tables import Sample, samples
from newsclean.lab.vocabulary import Counts, SiteCounts, Words, vocabulary
from newsclean.reading.document import Document
from newsclean.scoring.label_words import label_table
from newsclean.scoring.scorer import FORMAT, chance, learned_names
from newsclean.scoring.second import second_table
from newsclean.scoring.trees import Trees
from newsclean.scoring.vocabulary import block_table

Floats = NDArray[np.float32]

WHOLE_KINDS_A_PAGE = 2
EXTRACTED_KINDS_A_PAGE = 4
"""Whole-page renderings of a page, and outputs of extractors, that join one training run."""
POOR_SHARE = 0.5
"""Share of the short blocks outside the gold that join, each counting for two."""
SPARSE_KINDS = ("html", "resiliparse", "bs4", "inscriptis", "trafilatura", "resiliparse_main")
"""Kinds in which pages join whose gold labels but a few blocks."""
CORPUS_WEIGHT = {"wcxb_articles": 0.5}
TREES = {"text": (220, 200), "html": (300, 240)}
"""Trees of the first and the second look."""


@dataclass(slots=True, eq=False)
class Row:
    """One page in one kind, as the trees see it. table: float32 (columns, n). first: chances by the first look."""

    sample: Sample
    table: Floats
    words: Words
    chosen: NDArray[np.intp]  # the blocks that join a training run
    weight: Floats  # of the chosen blocks


def dice(*parts: object) -> np.random.Generator:
    """Random numbers that depend on the parts alone."""
    digest = hashlib.sha256("\0".join(map(str, parts)).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


def make_row(job: tuple[Sample, str]) -> Row:
    """The evidence of a page, and which of its blocks join a training run with what weight."""
    sample, mode = job
    view = View(sample.doc)
    table = evidence_table(view, evidence_for(mode))
    poor = (sample.label < 0.5) & (view.words < 8)
    drawn = dice(sample.id, sample.kind).random(view.n) < POOR_SHARE
    chosen = np.flatnonzero((~poor | drawn) & (sample.weight > 0))
    weight = sample.weight * np.minimum(np.sqrt(view.words + 1), 8) * CORPUS_WEIGHT.get(sample.corpus, 1.0)
    weight = np.where(poor, weight / POOR_SHARE, weight)[chosen]
    return Row(sample, table, Words(view), chosen, weight.astype(np.float32))


def rows_of(
    kinds: Sequence[str], mode: str, folder: Path, read: Callable[[str], Document], corpora: Sequence[str]
) -> list[Row]:
    """The rows of all pages of the corpora in the input kinds."""
    rows: list[Row] = []
    for corpus in corpora:
        for kind in kinds:
            if corpus not in FULL and kind not in SPARSE_KINDS:
                continue
            made = samples(corpus, kind, folder, read)
            with ProcessPoolExecutor(2) as pool:
                jobs = [(sample, mode) for sample in made if len(sample.doc)]
                found = pool.map(make_row, jobs, chunksize=16)
                rows.extend(track(found, f"evidence {corpus} {kind}", total=len(jobs), transient=True))
    return rows


def drawn(rows: Iterable[Row]) -> list[Row]:
    """The rows that join a training run: of a page's whole-page renderings and extractors' outputs, some."""
    by_page: dict[tuple[str, str, bool], list[Row]] = {}
    out = []
    for row in rows:
        kind = row.sample.kind
        if kind in WHOLE or kind in EXTRA or kind in EXTRACTED:
            by_page.setdefault((row.sample.corpus, row.sample.id, kind in EXTRACTED), []).append(row)
        else:
            out.append(row)
    for (_, page, extracted), found in by_page.items():
        order = dice(page, "kinds", extracted).permutation(len(found))
        out.extend(found[i] for i in sorted(order[: EXTRACTED_KINDS_A_PAGE if extracted else WHOLE_KINDS_A_PAGE]))
    return out


def fit(columns: Sequence[str], rows: Sequence[Row], trees: int, more: dict[int, Floats]) -> dict[str, Any]:
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
    return fit_trees(columns, table, (label > 0.5).astype(np.int8), weight, trees)


class Training:
    """One mode's training: first looks for all sets of folds left out, then second looks on what they say."""

    def __init__(self, rows: list[Row], mode: str, console: Console) -> None:
        self.rows, self.mode, self.console = rows, mode, console
        self.columns = [*names(evidence_for(mode)), *learned_names(mode)]
        self.more_columns: list[str] = []
        self._looks: dict[frozenset[int], dict[str, Any]] = {}
        seen = [row for row in rows if row.sample.kind in ("resiliparse", "html")]
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
        own = None if row.sample.fold in without else row.sample.site
        words, counts, total = row.words, self._counts["words"], self.total("words", without)
        odds = [counts.odds(total, keys, own) for keys in (words.words, words.pairs)]
        table = block_table(odds[0], words.block, odds[1], words.pair_block, words.n)
        if self.mode != "html":
            return table
        labels = self._counts["labels"].odds(self.total("labels", without), words.labels, own)
        return np.concatenate((table, label_table(labels, words.label_slot, words.n)))

    def first(self, without: frozenset[int]) -> dict[str, Any]:
        """The first look learned on all folds but some."""
        if without not in self._looks:
            rows = drawn(row for row in self.rows if row.sample.fold not in without)
            size = sum(len(row.chosen) for row in rows)
            self.console.print(f"first look without folds {sorted(without)}: {size:,} blocks")
            more = {id(row): self.words_table(row, without) for row in rows}
            self._looks[without] = fit(self.columns, rows, TREES[self.mode][0], more)
        return self._looks[without]

    def second(self, without: frozenset[int], strict: bool) -> dict[str, Any]:
        """The second look learned on all folds but some, from first looks that have not seen the page's site.

        strict: they have not seen the folds left out either, as an honest judgement asks.
        """
        rows = drawn(row for row in self.rows if row.sample.fold not in without)
        more: dict[int, Floats] = {}
        for fold in sorted({row.sample.fold for row in rows}):
            unseen = frozenset({fold}) | (without if strict else frozenset())
            look = Trees(self.first(unseen))
            for row in rows:
                if row.sample.fold == fold:
                    more[id(row)] = self._look_again(row, look, unseen)
        self.console.print(f"second look without folds {sorted(without)}")
        return fit([*self.columns, *self.more_columns], rows, TREES[self.mode][1], more)

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
        pages = sorted({f"{row.sample.corpus}/{row.sample.id}" for row in self.rows if row.sample.fold not in without})
        return hashlib.sha256("\n".join(pages).encode()).hexdigest()


def text_kinds() -> tuple[str, ...]:
    """The input kinds that the scorer of text is learned on; the last two teach it to leave a clean page alone."""
    return (*WHOLE, *EXTRACTED, *EXTRA, "gold", "cleaned")


def save_weights(path: Path, weights: dict[str, Any]) -> None:
    """Write a weights file, aside first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".tmp")
    aside.write_text(json.dumps(weights, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    aside.replace(path)


def training_corpora() -> tuple[str, ...]:
    """The corpora that the scorers are learned on."""
    return FULL
