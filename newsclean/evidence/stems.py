"""Stems: the first letters of words, by which the forms of one word are known in languages that bend it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.hashing import MIX
from newsclean.evidence.view import View, shared

LETTERS = 4


@shared
def stems(view: View) -> NDArray[np.uint64]:
    """uint64: a hash of each word's first letters; of the whole word where a script has no blanks."""
    start, size = view.tokens.start, view.tokens.size
    hashes = np.zeros(len(start), np.uint64)
    for letter in range(LETTERS):
        code = view.small[np.minimum(start + letter, len(view.small) - 1)].astype(np.uint64)
        hashes = hashes * MIX + np.where(size > letter, code, np.uint64(0))
    return np.where(view.tokens.first == Class.UNSPACED, view.tokens.hash, hashes)
