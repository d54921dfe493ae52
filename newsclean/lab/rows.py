"""Rows: pages in their input kinds, as evidence, learned words, labels and weights, ready for a training run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.table import evidence_for, evidence_table
from newsclean.evidence.view import View
from newsclean.lab.augment import CUT_KINDS, cut_kind, cut_short
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL
from newsclean.lab.itemized import itemized
from newsclean.lab.kinds import EXTRA, EXTRACTED, EXTRACTED_LINES, EXTRACTED_MARKDOWN, LINES, MARKDOWN, WHOLE
from newsclean.lab.pseudo_labels import PseudoArticles, relabel
from newsclean.lab.rng import rng
from newsclean.lab.tables import Sample, samples
from newsclean.lab.thinned import THINNED
from newsclean.lab.vocabulary import Words
from newsclean.reading.document import Document

Floats = NDArray[np.float32]

WHOLE_KINDS_A_PAGE = 2
EXTRACTED_KINDS_A_PAGE = 4
"""Whole-page renderings of a page, and outputs of extractors, that join one training run."""
POOR_SHARE = 0.5
"""Share of the short blocks outside the gold that join, each counting for two."""
SPARSE_KINDS = (
    "html", "resiliparse", "bs4", "inscriptis", "trafilatura", "resiliparse_main", "markdownify",
    "one_line", "bs4_line", *THINNED,
)  # fmt: skip
"""Kinds in which pages join whose gold labels but a few blocks."""
CORPUS_WEIGHT = {"wcxb_articles": 0.5}
KIND_WEIGHT = {"grafted": 0.4}


@dataclass(slots=True, eq=False)
class Row:
    """One page in one kind, as the trees see it. table: float32 (columns, n)."""

    sample: Sample
    table: Floats
    words: Words
    size: Floats  # words a block
    chosen: NDArray[np.intp]  # the blocks that join a training run
    weight: Floats  # of the chosen blocks


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a training run learns from beside the golds.

    pseudo: text learns from pseudo-labels, which the scorer of HTML gives. kinds: kinds of input beyond the usual ones.
    blind: share of the pages whose words are all taken for unknown, as they are in a language of few training pages.
    seed: that of the second look. draw: which of a page's renderings join, and the seed of the first look.
    """

    pseudo: bool = False
    kinds: tuple[str, ...] = ()
    blind: float = 0.0
    seed: int = 1
    draw: int = 0

    def chosen(self, rows: Iterable[Row]) -> list[Row]:
        """The rows of its kinds."""
        return [row for row in rows if row.sample.kind not in ADDED_KINDS or row.sample.kind in self.kinds]


PLAIN = Recipe()
PSEUDO = Recipe(pseudo=True, kinds=("short", "grafted"), blind=0.15, seed=2)
REDRAWN = Recipe(seed=3, draw=1)
ADDED_KINDS = frozenset(PSEUDO.kinds)
RECIPES = {"plain": PLAIN, "pseudo": PSEUDO, "redrawn": REDRAWN}
"""By name. A scorer is the mean of what its recipes give: learned from other pages, they err in other places."""


def make_row(job: tuple[Sample, str]) -> Row:
    """The evidence of a page, and which of its blocks join a training run with what weight."""
    sample, mode = job
    view = View(sample.doc)
    table = evidence_table(view, evidence_for(mode))
    return Row(sample, table, Words(view), view.words, *choose(sample, view.words))


def choose(sample: Sample, size: Floats) -> tuple[NDArray[np.intp], Floats]:
    """Which blocks of a page join a training run, and their weights. size: words a block."""
    poor = (sample.label < 0.5) & (size < 8)
    drawn = rng(sample.id, sample.kind).random(len(size)) < POOR_SHARE
    chosen = np.flatnonzero((~poor | drawn) & (sample.weight > 0))
    weight = (
        sample.weight
        * np.minimum(np.sqrt(size + 1), 8)
        * CORPUS_WEIGHT.get(sample.corpus, 1.0)
        * KIND_WEIGHT.get(sample.kind, 1.0)
    )
    weight = np.where(poor, weight / POOR_SHARE, weight)[chosen]
    return chosen, weight.astype(np.float32)


def pseudo_labelled(rows: Sequence[Row], articles: PseudoArticles) -> list[Row]:
    """The rows with pseudo-labels where their gold is not full."""
    poor = [row for row in rows if row.sample.corpus not in FULL]
    made = dict(zip(map(id, poor), relabel([row.sample for row in poor], articles), strict=True))
    out = []
    for row in rows:
        if id(row) in made:
            label, weight = made[id(row)]
            sample = replace(row.sample, label=label, weight=weight)
            chosen, weight = choose(sample, row.size)
            row = replace(row, sample=sample, chosen=chosen, weight=weight)
        out.append(row)
    return out


def teaches(doc: Document, mode: str) -> bool:
    """Whether a document teaches a mode's scorer: run-on text its own, and no other."""
    return len(doc) > 0 and (doc.mode == "run_on") == (mode == "run_on")


def rows_of(
    kinds: Sequence[str], mode: str, folder: Path, read: Callable[..., Document], corpora: Sequence[str]
) -> list[Row]:
    """The rows of all pages of the corpora in the input kinds."""
    rows: list[Row] = []
    for corpus in corpora:
        for kind in kinds:
            if corpus not in FULL and kind not in SPARSE_KINDS:
                continue
            if kind == "itemized":
                made = itemized(corpus, mode, folder, read)
            else:
                made = cut_pages(corpus, folder, read) if kind == "short" else samples(corpus, kind, folder, read)
            with ProcessPoolExecutor(2) as pool:
                jobs = [(page, mode) for page in made if teaches(page.doc, mode)]
                found = pool.map(make_row, jobs, chunksize=16)
                rows.extend(track(found, f"evidence {corpus} {kind}", total=len(jobs), transient=True))
    return rows


def cut_pages(corpus: str, folder: Path, read: Callable[..., Document]) -> list[Sample]:
    """The pages of a corpus cut short, each in one of its renderings."""
    out = []
    for kind in CUT_KINDS:
        pages = (page for page in samples(corpus, kind, folder, read) if cut_kind(corpus, page.id) == kind)
        out += [cut for page in pages if (cut := cut_short(page)) is not None]
    return out


def drawn(rows: Iterable[Row], draw: int = 0) -> list[Row]:
    """The rows that join a training run: some of a page's whole-page renderings and of its extractors' outputs.

    draw: others for every number.
    """
    by_page: dict[tuple[str, str, str], list[Row]] = {}
    out = []
    for row in rows:
        if family := _family(row.sample.kind):
            by_page.setdefault((row.sample.corpus, row.sample.id, family), []).append(row)
        else:
            out.append(row)
    for (_, page, family), found in by_page.items():
        extracted = family == "extracted"
        order = rng(page, "kinds", extracted, *([draw] if draw else [])).permutation(len(found))
        out.extend(found[i] for i in sorted(order[: EXTRACTED_KINDS_A_PAGE if extracted else WHOLE_KINDS_A_PAGE]))
    return out


MARKDOWN_KINDS = (
    *MARKDOWN, *EXTRACTED_MARKDOWN, "trafilatura", "trafilatura_precision", "readability", "resiliparse_main",
    "justext", "boilerpy3", "gold", "cleaned_markdown",
)  # fmt: skip
"""The input kinds that the scorer of Markdown is learned on; those without marks teach it what is nearly clean."""


LINE_KINDS = (*LINES, *EXTRACTED_LINES, "gold_line", "cleaned_line")
"""The input kinds that the scorer of run-on text is learned on."""


def _family(kind: str) -> str:
    """Of which renderings a kind is one, of which some join; "" for a kind that always joins."""
    families = {
        "extracted": EXTRACTED,
        "markdown": MARKDOWN,
        "lines": LINES,
        "thinned": THINNED,
        "whole": (*WHOLE, *EXTRA),
    }
    return next((family for family, kinds in families.items() if kind in kinds), "")


def text_kinds(recipes: Iterable[Recipe]) -> tuple[str, ...]:
    """The input kinds that the scorer of text is learned on; gold and cleaned pages teach it to leave those alone."""
    added = dict.fromkeys(kind for recipe in recipes for kind in recipe.kinds)
    return (*WHOLE, *EXTRACTED, *EXTRA, "gold", "cleaned", *added)
