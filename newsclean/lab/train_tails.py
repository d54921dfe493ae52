"""Learning where an article ends and other stories begin that look like it: pages with lists and articles below theirs,
beside the same pages as they are and cut short, and articles that go through several stories themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from copy import copy
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.judgement import Judgement
from newsclean.lab.bars import track
from newsclean.lab.cards import Story
from newsclean.lab.corpora import FULL, Record, fold_of, read_corpus
from newsclean.lab.evaluate import fold_namer, fold_opinion_trees, fold_scorer
from newsclean.lab.fit import fit_trees
from newsclean.lab.grafts import squashed
from newsclean.lab.hollow import pages
from newsclean.lab.listings import above_cards, stories, stories_beside
from newsclean.lab.renderings import render
from newsclean.lab.robbed import shortened
from newsclean.lab.tails import above_next, digest
from newsclean.lab.train_breaks import fold_breaks
from newsclean.lab.train_presence import KINDS as EVERY
from newsclean.reading.read import read
from newsclean.scoring.scorer import Scorer, chance
from newsclean.scoring.tail import CUT, FEWEST, MARKED, TRAITS, end_of, places
from newsclean.scoring.trees import Trees

KINDS = {mode: EVERY[mode] for mode in CUT}
"""Kinds of input from which a mode learns."""
TREES, REAL = 200, 10.0
"""Trees, and what a page as it is, or cut short, counts beside one with something below it."""
SETTINGS: Mapping[str, Any] = {"depth": 5, "learning_rate": 0.1, "l2_leaf_reg": 10, "rsm": 0.4}
OWN, NONE = 0.3, 0.03
"""Share of a block's characters from which it is the article's, and of what follows up to which nothing of it is."""
SENTENCE = re.compile(r"(?<=[.!?。！？।])\s+")


class Seen(NamedTuple):
    """What stays of a page. version: which of `versions` it is of. fold: of its site. own: float32 (m,), the share of
    each block that is the article's; words: float32 (m,). traits: float32 (traits, m - FEWEST), of each place."""

    version: str
    fold: int
    own: NDArray[np.float32]
    words: NDArray[np.float32]
    traits: NDArray[np.float32]

    def labels(self) -> NDArray[np.int8]:
        """1 for a place behind which nothing is the article's, 0 for one behind which something is, -1 in doubt."""
        below = np.cumsum((self.own * self.words)[::-1])[::-1] / np.maximum(np.cumsum(self.words[::-1])[::-1], 1)
        at = slice(1, len(self.own) - FEWEST + 1)
        ended = (below[at] <= NONE) & (self.own[at] < OWN)
        return np.where(ended, 1, np.where((below[at] > NONE) & (below[at] < 0.1) & (self.own[at] < OWN), -1, 0))


def gather(mode: str, folder: Path, workers: int = 2) -> list[Seen]:
    """Pages in all their versions, as scorers see them that have not seen their site; the rest as they are alone."""
    given = list(pages(folder))
    told, known = stories(given), {page["id"] for page in given}
    rest = [page for corpus in FULL for page in read_corpus(corpus, folder) if page["id"] not in known]
    jobs = [(page, stories_beside(page, told), True) for page in given] + [(page, [], False) for page in rest]
    with ProcessPoolExecutor(workers) as pool:
        found = track(pool.map(partial(seen, mode=mode), jobs, chunksize=2), f"tails for {mode}", len(jobs))
        return [one for rows in found for one in rows]


def seen(job: tuple[Record, Sequence[Story], bool], mode: str) -> list[Seen]:
    """One page, in all its versions or as it is, and a mode's kinds."""
    page, told, every = job
    body = " ".join((page["body"] or "", *(page.get("optional") or ())))
    found = []
    for version, source, more in versions(page, told) if every else [("whole", page["html"], "")]:
        gold = squashed(f"{body} {more}")
        for kind in KINDS[mode] if source else ():
            text = source if kind == "html" else render(source, (kind,))[kind]
            one = _seen(text, mode, version, fold_of(page), gold)
            if one is not None:
                found.append(one)
    return found


def versions(page: Record, told: Sequence[Story]) -> Iterator[tuple[str, str, str]]:
    """A page's HTML, and what is the article's beside its own text: whole, cut short, above lists, above the next
    articles, and as a digest, above a list and not."""
    yield "whole", page["html"], ""
    for size in (2, 4):
        yield "short", shortened(page["html"], page["body"] or "", size), ""
    for size, within in ((0, False), (0, True), (1, False), (2, True), (4, True)):
        yield "above a list" if not size else "short above a list", above_cards(page, told, size, within), ""
    yield "above the next", above_next(page, told), ""
    for number, listed in ((0, False), (1, True), (2, False)):
        yield "digest above a list" if listed else "digest", *digest(page, told, number, listed)


def _seen(text: str, mode: str, version: str, fold: int, gold: str) -> Seen | None:
    """What stays of a text, where it is enough to ask about an end."""
    doc, reader = read(text, mode, fold_breaks(fold)), partial(_unaware, fold=fold)
    opinion, namer = partial(fold_opinion_trees, fold), partial(fold_namer, fold=fold)
    found = Judgement(doc, reader(doc.mode), opinion=opinion, reader=reader, namer=namer)
    view, at = found.scored.view, np.flatnonzero(found.likely)
    if len(at) <= FEWEST or doc.mode != mode:
        return None
    own = np.array([_share(doc.read_text(i), gold) for i in at.tolist()], np.float32)
    return Seen(version, fold, own, view.words[at], places(view, found.scored.first, found.score, at))


@cache
def _unaware(mode: str, fold: int) -> Scorer:
    """A scorer that knows nothing of what is learned here."""
    scorer = copy(fold_scorer(mode, fold))
    scorer.tail = None
    return scorer


def _share(text: str, gold: str) -> float:
    """The share of a text's characters whose sentences stand in the gold. gold: squashed."""
    parts = [squashed(text)]
    if parts[0] not in gold:
        parts = [squashed(part) for part in SENTENCE.split(text)]
    return sum(len(part) for part in parts if part in gold) / max(sum(map(len, parts)), 1)


def fit_tail(rows: Sequence[Seen], fold: int | None, mode: str) -> dict[str, Any]:
    """The trees that a scorer keeps, without a fold."""
    mine = [(row, row.labels()) for row in rows if row.fold != fold]
    sure = [label >= 0 for _, label in mine]
    table = np.concatenate([row.traits[:, told] for (row, _), told in zip(mine, sure, strict=True)], axis=1)
    label = np.concatenate([label[told] for (_, label), told in zip(mine, sure, strict=True)])
    weight = np.concatenate([
        np.full(told.sum(), (REAL if row.version in ("whole", "short") else 1.0) / np.sqrt(len(told) + FEWEST))
        for (row, _), told in zip(mine, sure, strict=True)
    ])  # fmt: skip
    names = (*TRAITS, *MARKED) if mode == "html" else TRAITS
    return fit_trees(names, table, label, weight, TREES, **SETTINGS)


def report(rows: Sequence[Seen], trees: Mapping[int, Trees], mode: str) -> list[str]:
    """Of each version, by trees that have not seen the fold: what goes of the words that are the article's, of the
    others behind its end, and of how many pages something of the article does."""
    lines = []
    for version in dict.fromkeys(row.version for row in rows):
        lost = lost_on = own = gone = others = count = 0.0
        for row in rows:
            if row.version == version:
                start = end_of(chance(trees[row.fold].score(row.traits)[0]), row.traits, mode)
                mine, behind = row.own >= OWN, np.arange(len(row.own)) >= start
                end = int(np.flatnonzero(mine)[-1]) + 1 if mine.any() else 0
                lost, own = lost + row.words[mine & behind].sum(), own + row.words[mine].sum()
                gone, others = gone + row.words[~mine & behind].sum(), others + row.words[end:].sum() * bool(end)
                lost_on, count = lost_on + bool((mine & behind).any()), count + 1
        lines.append(
            f"{version}: {lost:,.0f} of {own:,.0f} words of articles go ({lost_on:.0f} of {count:.0f} pages), "
            f"{gone:,.0f} of {others:,.0f} others"
        )
    return lines
