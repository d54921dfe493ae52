"""Words as 64-bit hashes: enough to count, compare and look up, without a string for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class, code_points

if TYPE_CHECKING:
    from newsclean.evidence.lexicon import Lexicon

LONGEST = 64
POWERS = np.random.default_rng(20240229).integers(1, 2**63, LONGEST, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
THAI_LIKE = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of a page, in order. All arrays have one entry a word.

    hash: uint64. block: int32, the block it stands in. start, size: int32, first character and characters.
    weight: float32, how much of a word it is (a Han character is half of one).
    stop: 1 for a function word of the page's language. month: 1 for a month's name. first: class of the first character.
    language: index of the language whose function words the page uses most, or -1.
    """

    hash: NDArray[np.uint64]
    block: NDArray[np.int32]
    start: NDArray[np.int32]
    size: NDArray[np.int32]
    weight: NDArray[np.float32]
    stop: NDArray[np.bool_]
    month: NDArray[np.bool_]
    first: NDArray[np.uint8]
    language: int


def tokenise(
    small: NDArray[np.uint32],
    classes: NDArray[np.uint8],
    is_word: NDArray[np.bool_],
    block_of: NDArray[np.int32],
    words: Lexicon,
) -> Tokens:
    """The words among lowered code points: runs of word characters; each character of a script without blanks."""
    at = np.flatnonzero(is_word)
    kept = classes[at]
    opens = np.ones(len(at), np.bool_)
    if len(at):
        opens[1:] = np.diff(at) > 1
        lone = kept == Class.UNSPACED
        if lone.any():
            opens |= lone
            opens[1:] |= lone[:-1]
    first = np.flatnonzero(opens)
    size = np.diff(np.append(first, len(at))).astype(np.int32)
    place = np.arange(len(at)) - np.repeat(first, size)
    codes = small[at]
    mixed = (codes.astype(np.uint64) + np.uint64(1)) * POWERS[np.minimum(place, LONGEST - 1)]
    hashes = np.add.reduceat(mixed, first) if len(first) else np.zeros(0, np.uint64)
    start, sort, weight = at[first], kept[first], np.ones(len(first), np.float32)
    alone = sort == Class.UNSPACED
    if alone.any():
        lead = codes[first]
        weight[alone] = 0.5
        for low, high in THAI_LIKE:
            weight[alone & (lead >= low) & (lead <= high)] = 0.25
        # a character says little, a pair says as much as a word
        pair = np.append(hashes[1:], np.uint64(0)) * np.uint64(0x9E3779B97F4A7C15)
        hashes = np.where(alone, hashes + pair, hashes)
    stop, month, language = words.mark(hashes)
    return Tokens(hashes, block_of[start], start.astype(np.int32), size, weight, stop, month, sort, language)


def hash_word(word: str) -> int:
    """The hash of one word as `tokenise` gives it: of all its characters, in small letters."""
    codes = code_points(word.lower()).astype(np.uint64)
    place = np.minimum(np.arange(len(codes)), LONGEST - 1)
    return int(((codes + np.uint64(1)) * POWERS[place]).sum(dtype=np.uint64))
