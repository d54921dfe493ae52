"""Words as 64-bit hashes: enough to count, compare and look up, without a string for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class, code_points
from newsclean.evidence.hashing import MIX

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
    stop: 1 for a function word of the page's language. month: 1 for a month's name. first: class of the first
        character.
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


class Words(NamedTuple):
    """Words without what a lexicon says of them: hash, start, size, weight and first as in `Tokens`."""

    hash: NDArray[np.uint64]
    start: NDArray[np.intp]
    size: NDArray[np.int32]
    weight: NDArray[np.float32]
    first: NDArray[np.uint8]


def tokenise(
    small: NDArray[np.uint32],
    classes: NDArray[np.uint8],
    is_word: NDArray[np.bool_],
    block_of: NDArray[np.int32],
    words: Lexicon,
) -> Tokens:
    """The words among lowered code points, and which of them are function words and months."""
    found = find_words(small, classes, is_word)
    stop, month, language = words.mark(found.hash)
    start, block = found.start.astype(np.int32), block_of.take(found.start)
    return Tokens(found.hash, block, start, found.size, found.weight, stop, month, found.first, language)


def find_words(small: NDArray[np.uint32], classes: NDArray[np.uint8], is_word: NDArray[np.bool_]) -> Words:
    """Runs of word characters; each character of a script without blanks."""
    start, size = _runs(is_word)
    lone = classes == Class.UNSPACED
    if lone.any():
        start, size = _parted(start, size, lone)
    first = np.cumsum(size) - size
    codes = small[is_word]
    hashes = _hashes(codes, first, size) if len(first) else np.zeros(0, np.uint64)
    sort, weight = classes.take(start), np.ones(len(start), np.float32)
    alone = sort == Class.UNSPACED
    if alone.any():
        lead = codes[first]
        weight[alone] = 0.5
        for low, high in THAI_LIKE:
            weight[alone & (lead >= low) & (lead <= high)] = 0.25
        # a character says little, a pair says as much as a word
        hashes = np.where(alone, _paired(hashes, np.append(hashes[1:], np.uint64(0))), hashes)
    return Words(hashes, start, size, weight, sort)


def _runs(marks: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
    """Where runs of marks start, and how long they are."""
    framed = np.zeros(len(marks) + 2, np.bool_)
    framed[1:-1] = marks
    edges = np.flatnonzero(framed[1:] != framed[:-1])
    return edges[::2], (edges[1::2] - edges[::2]).astype(np.int32)


def _parted(
    start: NDArray[np.intp], size: NDArray[np.int32], lone: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
    """Runs of word characters cut before and behind those that are a word each."""
    opens = np.zeros(len(lone) + 1, np.bool_)
    opens[start] = True
    opens[start + size] = True
    opens[:-1] |= lone
    opens[1:] |= lone
    # what opens behind a run is the next run's start, or no part of any
    within = np.zeros(len(lone) + 1, np.int8)
    within[start] = 1
    within[start + size] -= 1
    edges = np.flatnonzero(opens)
    inside = np.flatnonzero(np.cumsum(within, dtype=np.int8).take(edges))
    return edges.take(inside), (edges.take(inside + 1) - edges.take(inside)).astype(np.int32)


def hash_words(words: Sequence[str]) -> NDArray[np.uint64]:
    """uint64: the hashes of words as `tokenise` gives them: of all their characters, in small letters."""
    if not words:
        return np.zeros(0, np.uint64)
    small = [word.lower() for word in words]
    size = np.array([len(word) for word in small])
    first = np.cumsum(size) - size
    return _hashes(code_points("".join(small)), first, size)


def hash_characters(codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """uint64: the hashes of lowered characters, each as a word of its own."""
    return _hashes(codes, np.arange(len(codes)), np.ones(len(codes), np.int32))


def hash_pairs(pairs: Sequence[str]) -> NDArray[np.uint64]:
    """uint64: the hashes that `tokenise` gives the first of two characters of a script without blanks."""
    return _paired(hash_words([pair[0] for pair in pairs]), hash_words([pair[1] for pair in pairs]))


def _paired(hashes: NDArray[np.uint64], behind: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """uint64: the hashes of characters, with those of what stands behind each."""
    paired: NDArray[np.uint64] = hashes + behind * MIX
    return paired


def _hashes(codes: NDArray[np.uint32], first: NDArray[np.integer], size: NDArray[np.integer]) -> NDArray[np.uint64]:
    """uint64: the hash of each run of code points, of one at least, that together make up all of them."""
    place = np.arange(len(codes), dtype=np.int32) - np.repeat(first.astype(np.int32), size)
    mixed = codes.astype(np.uint64)
    mixed += np.uint64(1)
    mixed *= POWERS.take(place, mode="clip")  # "clip" takes the last power for all that is longer
    # a difference of running sums, which wrap round like the hashes: quicker than many short sums
    total = np.cumsum(mixed)
    hashes = total.take(first + (size - 1))
    hashes[1:] -= total.take(first[1:] - 1)
    return hashes
