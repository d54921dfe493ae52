"""Briefs: news in a few short paragraphs, in a script that sets no blanks or a language that few pages taught.

What tells an article from labels is mostly the length of its paragraphs, and those of Chinese and Japanese papers may
have a dozen characters; of words that are unknown little else is known. But where a text has nothing but sentences,
none of them is a label.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.shape import addresses
from newsclean.evidence.view import Column, View
from newsclean.scoring.conversations import CLOSED
from newsclean.scoring.unfamiliar import is_unfamiliar
from newsclean.scoring.vocabulary import Vocabulary

FEWEST = 3
"""Paragraphs of a brief, at least."""
SHORTEST, LONGEST = 20, 120
"""Its words: notices have fewer, and in a longer text the paragraphs that are sure tell of the rest."""
MOST_BELOW = 2
"""Lines below it, at most: more are a page's foot, of which scores can tell."""
LEAST, BEST = 0.25, 0.55
"""Mean chance of its blocks, and that of one of them."""
DENSE = 0.5
"""Share of a block's characters that belong to such a script."""


def brief(view: View, score: Column, vocabulary: Vocabulary) -> NDArray[np.bool_]:
    """bool (n,): the blocks of a text that is a brief, below a headline and above a label or two; else none.

    score: float32 (n,), the chances.
    """
    none, doc = np.zeros(view.n, np.bool_), view.doc
    if doc.markup is not None or doc.layout == "one_line" or view.n < FEWEST:
        return none
    sentence = (view.sentence_end > 0) | CLOSED[np.minimum(view.codes[view.ends - 1], 0xFFFF)]
    label = (view.cues > 0).any(axis=0) | (doc.links > 0) | (doc.item > 0) | (doc.heading > 0) | (addresses(view) > 0)
    first = int(not sentence[0])
    end = first + int(np.append(~sentence | label, True)[first:].argmax())
    words = view.words[first:end].sum()
    if end - first < FEWEST or view.n - end > MOST_BELOW or not SHORTEST <= words <= LONGEST:
        return none
    if score[first:end].mean() < LEAST or score[first:end].max() < BEST:
        return none
    if not (view.unspaced > DENSE)[first:end].all() and not is_unfamiliar(view, vocabulary):
        return none
    return (view.at >= first) & (view.at < end)
