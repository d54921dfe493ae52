"""Training of the network: each epoch other renderings of each page, in another order, some as if no word was known."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from newsclean.lab.apart import apart
from newsclean.lab.bars import track
from newsclean.lab.fit_network import APART, LENGTH, PAGES, Batch, Floats, Params, fit, plain, standardised
from newsclean.lab.kinds import LINES, MARKDOWN, WHOLE
from newsclean.lab.rows import CORPUS_WEIGHT, LINE_KINDS, Row
from newsclean.lab.thinned import THINNED
from newsclean.lab.train import Training
from newsclean.scoring.scorer import learned_names

TEXT = (*WHOLE, "bs4_strip", "itertext", "wrapped")
KINDS = {
    "text": (*TEXT, "trafilatura", "readability", "resiliparse_main", "justext", "gold", "cleaned", "itemized"),
    "markdown": (
        *MARKDOWN, "trafilatura_markdown", "readability_markdown", "trafilatura", "resiliparse_main", "gold",
        "cleaned_markdown", "itemized",
    ),
    "html": ("html", *THINNED, "itemized"),
    "run_on": (*LINE_KINDS, "itemized"),
}  # fmt: skip
"""The input kinds that a mode's network is learned on; HTML of few labels has that of HTML."""
EPOCHS = 8
DRAW = {"text": 1, "markdown": 0, "html": 0, "run_on": 0}
"""The seed of a mode's network: of the two that were tried for text, the one with which the floors hold."""
A_PAGE = {"html": 1, "thinned": 1, "whole": 2, "itemized": 1, "other": 3}
"""HTML of a page as it comes and with fewer labels, whole-page renderings of it, pages with lists made of it, and texts
of extractors that join an epoch."""
BLIND = 0.15
"""Share of the pages whose words are all taken for unknown, as they are in a language of few training pages."""
SPREAD_LEAST = 1e-3
SAMPLED = 20
"""Blocks of each page by which the columns are standardised."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page in one kind, as the network sees it. seen: float32 (n, columns). label, weight: float32 (n,)."""

    name: tuple[str, str]  # corpus and id
    kind: str
    seen: Floats
    label: Floats
    weight: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """What a network is learned from. pages: a file, as `written` makes it. unknown: float32 (columns,), what is seen
    of a block without any evidence. learned: how many of the last columns are of learned words."""

    pages: Path
    unknown: Floats
    learned: int
    random: np.random.Generator
    seed: int
    epochs: int


def train(rows: Sequence[Row], mode: str, fold: int | None, console: Console, draw: int = 0) -> dict[str, Any]:
    """A network of a mode, learned on all folds but one, as plain data. draw: others for every number."""
    training = Training(list(rows), mode, console)
    left = frozenset() if fold is None else frozenset({fold})
    mine = [row for row in rows if row.sample.fold not in left and 0 < row.words.n <= LENGTH - APART]
    tables = [np.concatenate((row.table, training.words_table(row, left))) for row in mine]
    seed = 10 * draw + (0 if fold is None else fold + 1)
    random = np.random.default_rng(seed)
    drawn = np.concatenate([table[:, random.integers(0, table.shape[1], SAMPLED)] for table in tables], axis=1)
    mean, spread = drawn.mean(1), drawn.std(1) + SPREAD_LEAST
    unknown = standardised(np.zeros((len(mean), 1), np.float32), mean, spread)[0]
    what = "network" if fold is None else f"network without fold {fold}"
    pages = (page_of(row, standardised(table, mean, spread)) for row, table in zip(mine, tables, strict=True))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pages"
        written(path, pages)
        del tables, pages
        lesson = Lesson(path, unknown, len(learned_names(mode)), random, seed, EPOCHS)
        *_, found = track(apart(learn, lesson), what, EPOCHS, console=console)
    return plain(found, mean, spread, training.columns)


def page_of(row: Row, seen: Floats) -> Page:
    """A row as the network sees it."""
    sample = row.sample
    return Page((sample.corpus, sample.id), sample.kind, seen, sample.label, weights(row))


def learn(lesson: Lesson) -> Iterator[Params]:
    """After each epoch what is learned, as arrays by name."""
    pages, random = list(kept_in(lesson.pages)), lesson.random
    steps = sum(1 for _ in _batches(_drawn(pages, random), lesson.unknown, lesson.learned, random))

    def batches(epoch: int) -> Iterator[Batch]:
        return _batches(_drawn(pages, random), lesson.unknown, lesson.learned, random)

    return fit(batches, lesson.epochs, len(lesson.unknown), steps, lesson.seed)


def written(path: Path, pages: Iterable[Page]) -> None:
    """Write pages into a file, one by one: together they are large, and who writes them need not hold them all."""
    with path.open("wb") as file:
        for page in pages:
            pickle.dump(page, file, pickle.HIGHEST_PROTOCOL)


def kept_in(path: Path) -> Iterator[Page]:
    """The pages of a file."""
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)


def weights(row: Row) -> Floats:
    """float32 (n,): what each block counts."""
    size: Floats = np.minimum(np.sqrt(row.size + 1), 8)
    return (row.sample.weight * size * CORPUS_WEIGHT.get(row.sample.corpus, 1.0)).astype(np.float32)


def _drawn(pages: Sequence[Page], random: np.random.Generator) -> list[Page]:
    """Some of each page's renderings, in any order."""
    by_page: dict[tuple[str, str, str], list[Page]] = {}
    for page in pages:
        by_page.setdefault((*page.name, _family(page.kind)), []).append(page)
    out = []
    for (_, _, family), found in by_page.items():
        order = random.permutation(len(found))[: A_PAGE[family]]
        out += [found[i] for i in order]
    return [out[i] for i in random.permutation(len(out))]


def _family(kind: str) -> str:
    if kind in (*TEXT, *MARKDOWN, *LINES):
        return "whole"
    if kind in THINNED:
        return "thinned"
    return kind if kind in A_PAGE else "other"


def _batches(pages: Sequence[Page], unknown: Floats, learned: int, random: np.random.Generator) -> Iterator[Batch]:
    """The pages in rows of `LENGTH` blocks. unknown: float32 (columns,), of whose last `learned` a blind page has."""
    row: list[Page] = []
    size = 0
    for page in pages:
        needed = len(page.seen) + APART
        if size + needed > LENGTH or len(row) == PAGES - 1:
            yield _batch(row, unknown, learned, random)
            row, size = [], 0
        row.append(page)
        size += needed
    if row:
        yield _batch(row, unknown, learned, random)


def _batch(row: Sequence[Page], unknown: Floats, learned: int, random: np.random.Generator) -> Batch:
    seen = np.zeros((LENGTH, len(unknown)), np.float32)
    present, label, weight = (np.zeros(LENGTH, np.float32) for _ in range(3))
    number: NDArray[np.int32] = np.full(LENGTH, PAGES - 1, np.int32)
    at = 0
    for place, page in enumerate(row):
        part = slice(at, at + len(page.seen))
        seen[part], present[part], number[part] = page.seen, 1, place
        label[part], weight[part] = page.label, page.weight
        if random.random() < BLIND:
            first = len(unknown) - learned
            seen[part, first:] = unknown[first:]
        at = part.stop + APART
    return Batch(seen, present, number, label, weight)
