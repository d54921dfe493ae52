"""Contents: sub-headings that a list of contents above the article prints as well, which looks like a menu's lines.

What is printed twice scores low. A sub-heading is told by the paragraph right below it, and by others of the list that
stand above paragraphs in the same order.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.repetition import block_hashes
from newsclean.evidence.view import Column, View
from newsclean.reading.document import RUN

LONGEST = 14
"""Words of a sub-heading, at most."""
PARAGRAPH, LIKED = 12, 0.7
"""Words of the paragraph right below it, at least, and its chance: then all of 54 such lines were the gold's, of all
lines above what stays 64 of 79."""
APART = 4
"""Lines of the list, at most, from one of them to the next."""
POSSIBLE = 0.1
"""Chance that such a line has, at least."""


def listed_headings(view: View, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): lines of a text or Markdown right above a paragraph that stays which a list of contents has as well.

    score: float32 (n,), the chances. kept: bool (n,).
    """
    found = np.zeros(view.n, np.bool_)
    if view.doc.markup is not None or view.doc.layout == "one_line":
        return found
    liked = kept & (score >= LIKED) & (view.words >= PARAGRAPH) & (view.sentence_end > 0)
    line = (view.words > 0) & (view.words <= LONGEST) & (view.sentence_end == 0)
    heads = line & np.append(liked[1:] & (view.doc.follows[1:] != RUN), False)  # none that clings to its paragraph
    may = heads & ~kept & (score >= POSSIBLE)
    if not may.any():
        return found
    hashes = block_hashes(view)
    _, number, count = np.unique(hashes, return_inverse=True, return_counts=True)
    second = np.flatnonzero(heads & (count[number] == 2))
    first = np.array([int(np.flatnonzero(hashes == hashes[i])[0]) for i in second], np.intp)
    order = np.argsort(first)
    first, second = first[order], second[order]
    next_to = (np.diff(first) <= APART) & (np.diff(first) > 0) & (np.diff(second) > 0)
    beside = np.append(False, next_to) | np.append(next_to, False)
    found[second[beside & (first < second)]] = True
    return found & may
