"""Hashes at speed: found in a table of known ones, and matched among themselves, without a sort or a halving search.

Hashes are spread evenly, so their leading bits say nearly where they stand.
"""

from __future__ import annotations

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Hash = TypeVar("Hash", np.uint32, np.uint64)

SLOT_BITS = 13
FEW = 24
"""Hashes that a dict matches sooner than a table."""
MIX = np.uint64(0x9E3779B97F4A7C15)


def run_hashes(hashes: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """One hash for each run of so many words, whatever blocks they stand in."""
    count = max(len(hashes) - size + 1, 0)
    mixed = hashes[:count].copy()
    for step in range(1, size):
        mixed = mixed * MIX + hashes[step : count + step]
    return mixed


class KnownHashes(Generic[Hash]):
    """Sorted distinct hashes, uint32 or uint64, in which others are found."""

    def __init__(self, hashes: NDArray[Hash]) -> None:
        width = hashes.dtype.itemsize * 8
        bits = min(max((4 * len(hashes)).bit_length(), 1), 20)
        self._shift: np.uint32 | np.uint64 = hashes.dtype.type(width - bits)
        leading = (hashes >> self._shift).astype(np.intp)
        count = np.bincount(leading, minlength=1 << bits)
        self._first = (np.cumsum(count) - count).astype(np.int32)
        self._hashes: NDArray[Hash] = np.append(hashes, np.array(np.iinfo(hashes.dtype).max, hashes.dtype))
        self._count = len(hashes)

    def find(self, hashes: NDArray[Hash]) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """int32: where each hash stands, or the next larger one; bool: is it known."""
        sought = hashes.ravel()
        at = self._first.take((sought >> self._shift).astype(np.intp))
        behind = np.flatnonzero(self._hashes.take(at) < sought)
        while len(behind):  # few: most hashes have their leading bits for themselves
            at[behind] += 1
            behind = behind.compress(self._hashes.take(at.take(behind)) < sought.take(behind))
        known = self._hashes.take(at) == sought
        known &= at < self._count
        return at.reshape(hashes.shape), known.reshape(hashes.shape)


def first_copies(hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
    """int32: for each hash the place of the first one that equals it.

    All hashes are written to a table at some of their bits, the first of several last, so that it stays. Those that
    find another hash in their place (few) go on with other bits, and the last ones in a dict.
    """
    count = len(hashes)
    found = np.empty(count, np.int32)
    left = np.arange(count, dtype=np.int32)
    bits = max(SLOT_BITS, (2 * count).bit_length())  # the table grows with the page, or few would find their place
    mixed, table = hashes, np.empty(1 << bits, np.int32)
    while len(left) > FEW:
        slot = (mixed >> np.uint64(64 - bits)).astype(np.intp)
        table[slot[::-1]] = left[::-1]
        first = table.take(slot)
        found[left] = first
        other = np.flatnonzero(hashes.take(first) != hashes.take(left))
        left, mixed = left.take(other), mixed.take(other) * MIX
    known: dict[int, int] = {}
    for place, value in zip(left.tolist(), hashes.take(left).tolist(), strict=True):
        found[place] = known.setdefault(value, place)
    return found
