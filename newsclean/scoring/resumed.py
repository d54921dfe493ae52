"""Resumed: sentences with which a text goes on behind an advertisement's label, or a pointer to another story.

Behind such a line most pages have what is not the article, so scores fall there for whatever is short. A plain sentence
that neither speaks of the page nor to its reader is the article's.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import INDEX, START
from newsclean.evidence.line_phrases import evened_block
from newsclean.evidence.speech import SPEECH
from newsclean.evidence.stems import stem_hashes
from newsclean.evidence.view import Column, View
from newsclean.scoring.appeals import language_of
from newsclean.scoring.endings import is_plain

BREAKS, SENTENCES = 2, 2
"""Lines at most that interrupt a text, and blocks with which it goes on behind them."""
LINE, LEAST, PARAGRAPH = 16, 3, 8
"""Words of such a line, at most; of what goes on, and of the paragraph above, at least."""
MOST, POSSIBLE = 100, 0.05
"""Characters of it, at most, since what is longer is told by its chance; and the chance that it has, at least."""
AD, ALSO = INDEX["ad"], INDEX["also"]


def resumed(view: View, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): what goes on behind interruptions of what stays. score: float32 (n,), the chances. kept: bool (n,)."""
    found = np.zeros(view.n, np.bool_)
    line = (view.words <= LINE) & (view.sentence_end == 0) & ~kept
    breaks = line & ((view.cues[AD] > 0) | ((view.cues[ALSO] == START) & (view.cues[INDEX["related"]] == 0)))
    for first in np.flatnonzero(breaks[1:] & kept[:-1] & (view.words[:-1] >= PARAGRAPH)).tolist():
        at = first + 1
        while at < view.n and breaks[at] and at - first <= BREAKS:
            at += 1
        for i in range(at, min(at + SENTENCES, view.n)):
            if kept[i] or score[i] < POSSIBLE or not _goes_on(view, i) or _speaks_of(view, i, first + 1, at):
                break
            found[i] = True
    return found


def _speaks_of(view: View, block: int, first: int, end: int) -> bool:
    """Whether a block has a telling word of some lines, in whatever form: what is said of the story they point to."""
    tokens = view.tokens
    hashes, where = stem_hashes(view)[view.telling], tokens.block[view.telling]
    return bool(np.isin(hashes[where == block], hashes[(where >= first) & (where < end)]).any())


def _goes_on(view: View, block: int) -> bool:
    """Whether a block is short and plain, and neither turns to readers nor speaks for the publisher."""
    if view.words[block] < LEAST or view.chars[block] > MOST or not is_plain(view, block):
        return False
    said = SPEECH.search(view.doc.read_text(block)) is not None
    return said or not view.lexicon.appeal.turns(evened_block(view, block), language_of(view))
