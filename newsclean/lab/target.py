"""The target of an alignment: a gold text as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from newsclean.lab.measure import Integers, tokens


class Target:
    """A gold text made ready once, to align many renderings of its page with it."""

    def __init__(self, gold: str, optional: Sequence[str] = ()) -> None:
        paragraphs = gold.split("\n\n")
        words = [tokens(paragraph) for paragraph in paragraphs]
        self.words = [word for row in words for word in row]
        self.ends = np.cumsum([len(row) for row in words])
        self.optional = np.repeat([p in optional for p in paragraphs], [len(row) for row in words])
        self._number = {word: number for number, word in enumerate(dict.fromkeys(self.words), 1)}
        self.numbers = self.number(self.words)

    def number(self, words: Sequence[str]) -> Integers:
        """Token numbers; 0 for a token that the gold does not hold."""
        known = self._number.get
        return np.array([known(word, 0) for word in words], dtype=np.int64)

    def paragraphs_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Token bounds of the gold's paragraphs that lie between two tokens."""
        starts = np.concatenate(([0], self.ends[:-1]))
        inside = (starts >= start) & (self.ends <= end) & (self.ends > starts)
        return list(zip(starts[inside].tolist(), self.ends[inside].tolist(), strict=True))

    @cached_property
    def _pairs(self) -> Integers:
        return np.unique(self._pair_keys(self.numbers))

    def _pair_keys(self, numbers: Integers) -> Integers:
        keys = numbers[:-1] * (len(self._number) + 1) + numbers[1:]
        return np.where((numbers[:-1] > 0) & (numbers[1:] > 0), keys, -1)

    def keys(self, numbers: Integers) -> Integers:
        """A number for every run of four tokens; -1 where the gold cannot hold it."""
        pairs = self._pair_keys(numbers)
        places = np.minimum(np.searchsorted(self._pairs, pairs), len(self._pairs) - 1)
        places = np.where(self._pairs[places] == pairs, places, -1)
        known = (places[:-2] >= 0) & (places[2:] >= 0) & (pairs[:-2] >= 0) & (pairs[2:] >= 0)
        return np.where(known, places[:-2] * len(self._pairs) + places[2:], -1)

    @cached_property
    def order(self) -> tuple[Integers, Integers]:
        """The gold's runs of four, sorted, and where each stands."""
        keys = self.keys(self.numbers)
        places = np.argsort(keys, kind="stable")
        return keys[places], places
