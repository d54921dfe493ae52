"""Stretches of blocks: what rules by a page's elements share."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.sums import running_sums
from newsclean.evidence.view import Column, View
from newsclean.reading.document import Integers

NONE: Integers = np.zeros(0, np.int32)
BEFORE = 20
"""Liked words from which there is an article that something stands beside."""


def within(first: Integers, end: Integers, n: int) -> NDArray[np.bool_]:
    """bool (n,): the blocks in any of the stretches, however many there are and however deep one in another."""
    depth = np.cumsum(np.bincount(first, minlength=n + 1) - np.bincount(end, minlength=n + 1))
    inside: NDArray[np.bool_] = depth[:n] > 0
    return inside


def liked_before(view: View, score: Column, threshold: float) -> NDArray[np.float64]:
    """float64 (n + 1,): the words before each block, and before the page's end, of blocks from a threshold on."""
    return running_sums(view.words * (score >= threshold))
