"""Vocabulary: words and word pairs that stand in articles or outside them on many sites, with learned log-odds."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.hashing import MIX, KnownHashes
from newsclean.evidence.sums import window_sums
from newsclean.evidence.view import View, openings, shifted
from newsclean.weights import packed, unpacked

STEPS = (-2, -1, 1, 2)
NEAR = 4
"""Blocks on either side whose words are taken together with a block's own."""
NAMES = (
    "vocabulary", "vocabulary_lowest", "vocabulary_highest", "phrases", "phrases_lowest", "vocabulary_around",
    *(f"vocabulary@{step:+d}" for step in STEPS),
)  # fmt: skip
"""Mean, lowest and highest log-odds of a block's words, mean and lowest of its word pairs, mean of nine blocks,
and the neighbours' means. Above zero speaks for the article."""


def word_keys(hashes: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """uint32: the keys under which words are kept."""
    return (hashes >> np.uint64(32)).astype(np.uint32)


def pair_keys(hashes: NDArray[np.uint64], block: NDArray[np.int32]) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """uint32 keys of two words side by side in one block, and the blocks."""
    if len(hashes) < 2:
        return np.zeros(0, np.uint32), np.zeros(0, np.int32)
    mixed = hashes[1:] >> np.uint64(7)
    mixed ^= hashes[:-1]
    mixed *= MIX
    mixed += hashes[1:]
    at = np.flatnonzero(block[1:] == block[:-1])
    return word_keys(mixed).take(at), block.take(at)


def word_and_pair_keys(view: View) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """The keys of a page's words, and behind them those of its word pairs, and the blocks they stand in."""
    tokens = view.tokens
    pairs, pair_block = pair_keys(tokens.hash, tokens.block)
    return np.concatenate((word_keys(tokens.hash), pairs)), np.concatenate((tokens.block, pair_block))


class Vocabulary:
    """Keys (uint32, sorted) and their log-odds (float32)."""

    def __init__(self, keys: NDArray[np.uint32], values: NDArray[np.float32]) -> None:
        self.keys, self.values = keys, values
        self._known = KnownHashes(keys)
        self._found = np.append(values, np.float32(0))  # one more, for what is larger than all keys

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Vocabulary:
        """From the plain data of a weights file."""
        keys = np.frombuffer(base64.b64decode(data["keys"]), "<u4").astype(np.uint32)
        return cls(keys, unpacked(data["values"]))

    def plain(self) -> dict[str, str]:
        """The plain data of a weights file."""
        return {
            "keys": base64.b64encode(self.keys.astype("<u4").tobytes()).decode("ascii"),
            "values": packed(self.values),
        }

    def look_up(self, keys: NDArray[np.uint32]) -> NDArray[np.float32]:
        """float32: the log-odds of keys, 0 for unknown ones."""
        at, known = self._known.find(keys)
        return self._found.take(at) * known

    def table(self, view: View) -> NDArray[np.float32]:
        """float32 (len(NAMES), n): what the vocabulary says of each block."""
        keys, block = word_and_pair_keys(view)
        log_odds, count = self.look_up(keys), len(view.tokens.hash)
        return block_table(log_odds[:count], block[:count], log_odds[count:], block[count:], view.n)


def block_table(
    words: NDArray[np.float32],
    block: NDArray[np.int32],
    pairs: NDArray[np.float32],
    pair_block: NDArray[np.int32],
    n: int,
) -> NDArray[np.float32]:
    """float32 (len(NAMES), n) from the log-odds of words and pairs and the blocks they stand in."""
    table = np.zeros((len(NAMES), n), np.float32)
    total, count = np.bincount(block, words, n), np.bincount(block, minlength=n)
    table[0] = total / np.maximum(count, 1)
    table[3] = np.bincount(pair_block, pairs, n) / np.maximum(np.bincount(pair_block, minlength=n), 1)
    if len(block):
        first = openings(block)
        own = block.take(first)
        table[1, own] = np.minimum(np.minimum.reduceat(words, first), 0)
        table[2, own] = np.maximum(np.maximum.reduceat(words, first), 0)
    if len(pair_block):
        first = openings(pair_block)
        table[4, pair_block.take(first)] = np.minimum(np.minimum.reduceat(pairs, first), 0)
    around, words_around = window_sums(np.array((total, count)), NEAR)
    table[5] = around / np.maximum(words_around, 1)
    shifted(table[:1], np.zeros(len(STEPS), np.intp), np.array(STEPS), 0, table[6:])
    return table
