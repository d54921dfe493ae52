"""Briefs: news in a few short paragraphs, in a script that sets no blanks.

What tells an article from labels is mostly the length of its paragraphs, and those of Chinese and Japanese papers may
have a dozen characters. But where a text has nothing but sentences, none of them is a label.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.shape import addresses
from newsclean.evidence.view import Column, View
from newsclean.scoring.conversations import CLOSED

FEWEST = 3
"""Paragraphs of a brief, at least."""
SHORTEST, LONGEST = 30, 120
"""Its words: notices have fewer, and in a longer text the paragraphs that are sure tell of the rest."""
LEAST, BEST = 0.25, 0.55
"""Mean chance of its blocks, and that of one of them."""
DENSE = 0.5
"""Share of a block's characters that belong to such a script."""


def brief(view: View, score: Column) -> NDArray[np.bool_]:
    """bool (n,): all blocks of a text, but for a headline on its top, if each of them is a sentence and none a label.

    score: float32 (n,), the chances.
    """
    none = np.zeros(view.n, np.bool_)
    doc, last = view.doc, np.minimum(view.codes[view.ends - 1], 0xFFFF)
    if doc.markup is not None or doc.layout == "one_line" or view.n < FEWEST:
        return none
    if not SHORTEST <= view.words.sum() <= LONGEST:
        return none
    sentence = (view.sentence_end > 0) | CLOSED[last]
    first = int(not sentence[0])
    body = view.at >= first
    label = (view.cues > 0).any(axis=0) | (doc.links > 0) | (doc.item > 0) | (doc.heading > 0) | (addresses(view) > 0)
    if not (sentence & (view.unspaced > DENSE) & ~label)[first:].all() or view.n - first < FEWEST:
        return none
    return body if score[first:].mean() >= LEAST and score[first:].max() >= BEST else none
