"""Pairs of characters: how much likelier each is in code than in prose."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import ascii_lowercase, ascii_uppercase, digits, punctuation
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.weights import packed, read_weights, unpacked

SORTS = (ascii_lowercase, ascii_uppercase, digits, " \t", "\n\r\v\f", *punctuation)
"""Characters that count as one; there is one sort more, of all others."""
COUNT = len(SORTS) + 1
_SORT_OF = np.full(129, COUNT - 1, np.int16)
for _number, _characters in enumerate(SORTS):
    _SORT_OF[[ord(_character) for _character in _characters]] = _number


def sorts(text: str) -> NDArray[np.int16]:
    """int16 (n,): the sort of each character."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _SORT_OF.take(np.minimum(points, 128))


def pairs(text: str) -> NDArray[np.int16]:
    """int16 (n + 1,): the number of each pair of neighbours, the text's ends counting as line ends."""
    known = sorts(f"\n{text}\n")
    return known[:-1] * np.int16(COUNT) + known[1:]


class CharacterPairs:
    """What is learned of pairs. weights: float32 (COUNT ** 2,), log-odds of code for each."""

    def __init__(self, weights: NDArray[np.float32]) -> None:
        self.weights = weights

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> CharacterPairs:
        """From the plain data of a weights file.

        Raises:
            ValueError: the weights are not as many as this version has.
        """
        weights = unpacked(data["weights"])
        if len(weights) != COUNT * COUNT:
            raise ValueError(f"{len(weights)} weights of pairs of characters; this version has {COUNT * COUNT}")
        return cls(weights)

    def plain(self) -> dict[str, Any]:
        """The plain data of a weights file."""
        return {"weights": packed(self.weights)}

    def log_odds(self, text: str, spans: NDArray[np.int64]) -> NDArray[np.float64]:
        """float64 (spans,): log-odds of code for each (start, end), with the characters at its edges."""
        summed = np.concatenate(([0.0], np.cumsum(self.weights.take(pairs(text)), dtype=np.float64)))
        log_odds: NDArray[np.float64] = summed[spans[:, 1] + 1] - summed[spans[:, 0]]
        return log_odds


@cache
def character_pairs() -> CharacterPairs:
    """What the package has learned of pairs of characters, read on the first call and kept."""
    return CharacterPairs.read(read_weights("code"))
