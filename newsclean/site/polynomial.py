"""The polynomial that hashes lines and words: summed over places in a text, divided by the place of the start."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15
_CHUNK = 1 << 17


class _Scratch(threading.local):
    """Room for one text's terms, kept: to ask the system for half a megabyte each time costs more than the sum."""

    terms: Hashes | None = None

    def take(self, size: int) -> Hashes:
        if size > _CHUNK:
            return np.empty(size, np.uint64)
        if self.terms is None:
            self.terms = np.empty(_CHUNK, np.uint64)
        return self.terms[:size]


_scratch = _Scratch()


def weighed(values: NDArray[np.unsignedinteger[Any]]) -> tuple[Hashes, Hashes]:
    """uint64 (n,): each value times the power of its place, good until the next call; the powers' inverses, n or more.

    All is modulo 2 ** 64.
    """
    powers, inverses = _powers(len(values))
    terms = _scratch.take(len(values))
    terms[:] = values
    terms *= powers[: len(values)]
    return terms, inverses


def _powers(size: int) -> tuple[Hashes, Hashes]:
    if size <= _CHUNK:
        return _kept_powers()
    return _made_powers(size)  # a giant page: made for this call, not kept


@cache
def _kept_powers() -> tuple[Hashes, Hashes]:
    return _made_powers(_CHUNK)


def _made_powers(size: int) -> tuple[Hashes, Hashes]:
    def row(base: int) -> Hashes:
        factors = np.full(size, base, np.uint64)
        factors[0] = 1
        return np.multiply.accumulate(factors)

    return row(_BASE), row(pow(_BASE, -1, 1 << 64))
