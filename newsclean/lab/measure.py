"""The measure: cleaned text against gold text, by counted runs of four tokens (shingles), and by snippets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]

RUN = 4
"""Tokens in a shingle."""
MOST_OPTIONAL = 4
"""Up to here any choice of a page's optional paragraphs counts as right; above, only all of them or none."""

SEED = 1
"""The seed by which pages are drawn again: intervals are the same in every run."""
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\uff66-\uff9f\U00020000-\U0002ffff"
)
_WORD = re.compile(r"\w+")
_ANY_UNSPACED = re.compile(f"[{_UNSPACED}]")
_CHARACTER_OR_WORD = re.compile(rf"(?=\w)[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+")


class Counts(NamedTuple):
    """Shingles of one page: in gold and text, in the text only, in the gold only; and 1.0 where all tokens agree."""

    hit: int
    extra: int
    missed: int
    exact: float

    @property
    def f1(self) -> float:
        """F1 of the page; 1 where both texts are empty."""
        if not self.hit:
            return float(self.extra == self.missed == 0)
        return 2 * self.hit / (2 * self.hit + self.extra + self.missed)


class Found(NamedTuple):
    """Snippets of one page: wanted ones found, all wanted, unwanted ones avoided, all unwanted."""

    found: int
    wanted: int
    avoided: int
    unwanted: int


class Figures(NamedTuple):
    """Figures over pages, 0 to 1. `f1` is the F1 of the two averages, not the average of the pages' F1."""

    f1: float
    precision: float
    recall: float
    exact: float


class Interval(NamedTuple):
    """A figure and the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def tokens(text: str | None) -> list[str]:
    """Words; in scripts written without spaces (Thai, Lao, Myanmar, Khmer, kana, Han) every character is one."""
    text = text or ""
    return (_CHARACTER_OR_WORD if _ANY_UNSPACED.search(text) else _WORD).findall(text)


def _variants(paragraphs: Sequence[str], optional: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Indices of the paragraphs of each gold that counts as right."""
    once = list(dict.fromkeys(optional))
    sizes = range(len(once) + 1) if len(once) <= MOST_OPTIONAL else (0, len(once))
    for size in sizes:
        for dropped in itertools.combinations(once, size):
            yield tuple(i for i, paragraph in enumerate(paragraphs) if paragraph not in dropped)


class Gold:
    """The gold of one page, made ready once to measure many texts against it.

    Shingles become numbers in two steps: tokens to token numbers, pairs of tokens to pair numbers, pairs of pairs to
    columns of a table with a row for each gold that counts as right. What no gold holds is number 0 at every step.
    """

    def __init__(self, body: str, optional: Sequence[str] = ()) -> None:
        paragraphs = body.split("\n\n")
        words = [tokens(paragraph) for paragraph in paragraphs]
        chosen = dict.fromkeys(_variants(paragraphs, optional))  # an optional paragraph may not be in the body at all
        self._golds = [[word for i in indices for word in words[i]] for indices in chosen]
        self._vocabulary: dict[str, int] = {}
        for word in itertools.chain.from_iterable(words):
            self._vocabulary.setdefault(word, len(self._vocabulary) + 1)
        numbers = [self._numbers(gold) for gold in self._golds]
        self._pairs = _distinct([self._pair_keys(row) for row in numbers])
        self._shingles = _distinct([self._keys(row) for row in numbers])
        self._table = np.stack([self._counted(row) for row in numbers])
        self._totals = np.array([_runs(gold) for gold in self._golds])

    @classmethod
    def of(cls, page: Mapping[str, Any]) -> Gold:
        """The gold of a corpus page with a full gold."""
        return cls(page["body"] or "", page.get("optional") or ())

    def counts(self, text: str | None) -> Counts:
        """The counts of a text against the gold that suits it best."""
        words = tokens(text)
        total = _runs(words)
        counted = self._counted(self._numbers(words))
        hits = np.minimum(self._table, counted).sum(axis=1)
        rows = []
        for gold, hit, gold_total in zip(self._golds, hits.tolist(), self._totals.tolist(), strict=True):
            exact = gold == words
            if 0 < len(gold) < RUN:  # a text shorter than a run is one run, which only its equal holds
                hit = int(exact)
            rows.append(Counts(hit, total - hit, gold_total - hit, float(exact)))
        return max(rows, key=lambda row: row.f1)

    def _numbers(self, words: Sequence[str]) -> Integers:
        number = self._vocabulary.get
        return np.array([number(word, 0) for word in words], dtype=np.int64)

    def _pair_keys(self, numbers: Integers) -> Integers:
        return numbers[:-1] * (len(self._vocabulary) + 1) + numbers[1:]

    def _keys(self, numbers: Integers) -> Integers:
        pairs = _positions(self._pairs, self._pair_keys(numbers))
        return pairs[:-2] * (len(self._pairs) + 1) + pairs[2:]

    def _counted(self, numbers: Integers) -> Integers:
        """How often each shingle of the golds stands in a text."""
        found = _positions(self._shingles, self._keys(numbers))
        return np.bincount(found, minlength=len(self._shingles) + 1)[1:]


def _runs(words: Sequence[str]) -> int:
    return max(1, len(words) - RUN + 1) if words else 0


def _distinct(keys: Sequence[Integers]) -> Integers:
    return np.unique(np.concatenate(keys))


def _positions(known: Integers, keys: Integers) -> Integers:
    """1-based place of each key among the known ones, 0 for an unknown one."""
    if not len(known):
        return np.zeros(len(keys), dtype=np.int64)
    places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[places] == keys, places + 1, 0)


def average(rows: Iterable[Counts]) -> Figures:
    """Figures over pages: precision over pages with a text, recall over pages with a gold, 0 where there are none."""
    precision, recall, exact = _rates(rows)
    return _figures(precision[None], recall[None], exact[None])[0]


def interval(rows: Iterable[Counts], times: int = 1000) -> dict[str, Interval]:
    """{figure: value and 95 % interval}, from pages drawn again with replacement; the same in every run."""
    precision, recall, exact = _rates(rows)
    whole = _figures(precision[None], recall[None], exact[None])[0]
    draws = np.random.default_rng(SEED).integers(len(exact), size=(times, len(exact)))
    drawn = np.array(_figures(precision[draws], recall[draws], exact[draws]))
    low, high = np.quantile(drawn, (0.025, 0.975), axis=0)
    ends = zip(Figures._fields, whole, low.tolist(), high.tolist(), strict=True)
    return {name: Interval(value, bottom, top) for name, value, bottom, top in ends}


def _rates(rows: Iterable[Counts]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Precision, recall (nan where a page has no say) and exactness of each page."""
    table = np.array(list(rows), dtype=np.float64)
    if not len(table):
        raise ValueError("no pages to average")
    hit, extra, missed, exact = table.T
    nothing = np.full(len(table), np.nan)
    precision = np.divide(hit, hit + extra, out=nothing.copy(), where=hit + extra > 0)
    recall = np.divide(hit, hit + missed, out=nothing, where=hit + missed > 0)
    return precision, recall, exact


def _figures(precision: NDArray[np.float64], recall: NDArray[np.float64], exact: NDArray[np.float64]) -> list[Figures]:
    """Figures of each row of pages."""
    p, r = _mean(precision), _mean(recall)
    f1 = np.divide(2 * p * r, p + r, out=np.zeros_like(p), where=p + r > 0)
    columns = (f1.tolist(), p.tolist(), r.tolist(), exact.mean(axis=1).tolist())
    return [Figures(*row) for row in zip(*columns, strict=True)]


def _mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
    known = ~np.isnan(values)
    counted = known.sum(axis=1)
    total: NDArray[np.float64] = np.where(known, values, 0.0).sum(axis=1)
    mean: NDArray[np.float64] = total / np.maximum(counted, 1)
    return mean


def snippets(page: Mapping[str, Any], text: str | None) -> Found:
    """Snippets found and avoided in a text, white space folded."""
    folded = " ".join((text or "").split())
    wanted = [" ".join(snippet.split()) in folded for snippet in page.get("with") or ()]
    unwanted = [" ".join(snippet.split()) not in folded for snippet in page.get("without") or ()]
    return Found(sum(wanted), len(wanted), sum(unwanted), len(unwanted))
