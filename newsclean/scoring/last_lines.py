"""Last lines: what a publisher says for itself behind an article's last paragraph: what it sells, holds, asks and
shows. Among paragraphs much of it could be the article's; at its end a phrase tells it, even in some of its words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.appeal_words import Appeal
from newsclean.evidence.characters import Class
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.line_phrases import evened_block
from newsclean.evidence.speech import SPEECH
from newsclean.evidence.view import Column, View
from newsclean.scoring.appeals import LEAST, LONGEST, SHARE, language_of
from newsclean.scoring.below import ABOVE
from newsclean.scoring.lone_lines import PARAGRAPH, SURE
from newsclean.scoring.unrelated import shares

CORRECTION = INDEX["correction"]
HALF = 0.5
"""Share of such a block's telling words that the article may have, too: of an article on prices and terms they are."""


def last_lines(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the last blocks that may stay, up to the first that is not told, below two sure paragraphs; but for
    those that have more than half of their words from the article."""
    found, may = np.zeros(view.n, np.bool_), score >= min(threshold, LEAST)
    for i in np.flatnonzero(may)[::-1].tolist():
        if not is_last_line(view, i):
            break
        found[i] = True
    if not found.any():
        return found
    article = may & ~found
    for i, share in shares(view, found, article).items():
        found[i] = share <= HALF
    above = article & (score >= SURE) & (view.words >= PARAGRAPH)
    most = view.words[found].sum() > SHARE * view.words[may].sum()
    return found if above.sum() >= ABOVE and not most else np.zeros(view.n, np.bool_)


def is_last_line(view: View, i: int) -> bool:
    """Whether a block is the publisher's where nothing of the article is below it."""
    somebodys = view.firsts[i] == Class.QUOTE or view.firsts[i] == Class.DASH
    if somebodys or view.chars[i] > LONGEST or view.cues[CORRECTION, i]:
        return False
    said = view.lexicon.appeal.read(evened_block(view, i), language_of(view))
    return any(one.says & Appeal.LAST for one in said) and not SPEECH.search(view.doc.read_text(i))
