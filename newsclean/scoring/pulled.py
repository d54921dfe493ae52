"""Pull quotes: a sentence of the article once more, set large between its paragraphs.

Of HTML alone: a text does not show which lines are headings and items, so that what is left of HTML would lose more
when it is cleaned again.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.repetition import said_elsewhere
from newsclean.evidence.view import Column, View
from newsclean.reading.buttons import ASKING

SHORTEST, LONGEST = 9, 35
"""Words of such a block."""
MOST, SHARE = 3, 0.1
"""Such blocks of a page, and their share of the words of what may stay, at most: where there is more of it, the article
is there twice, and `newsclean/scoring/copies.py` chooses one of the two."""
ASKED = 40
"""Sentences said elsewhere of which it is asked by whom: of a page that repeats itself without end none is."""
LONGER = 1.2
"""Times as many words that the paragraph has at least."""
LABEL = 4
"""Words of a label before a colon: what stands behind it is said of several things in turn."""


def pulled(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the sentences that may stay and stand, word for word, within one longer paragraph that may."""
    found = np.zeros(view.n, np.bool_)
    doc = view.doc
    kept = score >= threshold
    sentence = (view.words >= SHORTEST) & (view.words <= LONGEST) & (view.sentence_end > 0) & kept
    sentence &= (doc.item == 0) & (doc.heading == 0)
    if not sentence.any():
        return found
    again = np.flatnonzero(sentence & (said_elsewhere(view) >= 1)).tolist()
    for i in again if len(again) <= ASKED else ():
        text = view.doc.read_text(i)
        if not text.endswith(ASKING) and not _is_labelled(text):
            found[i] = len(_holders(view, i, kept)) == 1
    few = found.sum() <= MOST and view.words[found].sum() <= SHARE * float(view.words[kept].sum())
    return found & few


def _is_labelled(text: str) -> bool:
    label, colon, _ = text.partition(": ")
    return bool(colon) and len(label.split()) <= LABEL


def _holders(view: View, block: int, kept: NDArray[np.bool_]) -> list[int]:
    """The other blocks that may stay and hold all words of a block in a row, once for each time they do."""
    tokens = view.tokens
    own = tokens.hash[np.searchsorted(tokens.block, block) : np.searchsorted(tokens.block, block, "right")]
    n = len(own)  # three at least: what is said elsewhere are runs of three words
    runs = [tokens.hash[at : len(tokens.hash) - n + 1 + at] == own[at] for at in range(3)]
    starts = np.flatnonzero(runs[0] & runs[1] & runs[2])
    blocks = tokens.block[starts]
    within = (blocks == tokens.block[starts + n - 1]) & kept[blocks]
    within &= view.words[blocks] >= LONGER * view.words[block]  # which the block itself has not
    return [int(tokens.block[at]) for at in starts[within].tolist() if np.array_equal(tokens.hash[at : at + n], own)]
