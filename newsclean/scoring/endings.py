"""Endings: the last paragraph of a text, which looks like the first line of the page's foot.

In the middle of the text it would stay. What tells it from the foot is that it speaks of what the article speaks of;
in a language that few pages taught, whose words say little else, of less than elsewhere.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import clock
from newsclean.evidence.shape import addresses
from newsclean.evidence.stems import stem_hashes
from newsclean.evidence.view import Column, View
from newsclean.scoring.scorer import Scored
from newsclean.scoring.unfamiliar import is_unfamiliar
from newsclean.scoring.vocabulary import Vocabulary

MOST, MOST_UNFAMILIAR = 45, 15
"""Words of such a paragraph."""
SHARED, SHARED_UNFAMILIAR = 0.4, 0.2
"""Share of its telling words that the article has as well, in whatever form, and the rest of the page a smaller one."""
POSSIBLE = 0.15
"""Chance from which it may be one, where the language is familiar."""
LIKELY = 0.8
"""Chance that it then has at least, until it is read by itself."""
STOPS = np.array([ord(sign) for sign in ".。।۔։"], np.uint32)
"""Full stops; what asks or calls behind a text is seldom its own."""


def ended(scored: Scored, score: Column, kept: NDArray[np.bool_], vocabulary: Vocabulary) -> Column:
    """float32 (n,): the chances, that of an ending raised where there is one; else the same as they were.

    score: float32 (n,), the chances. kept: bool (n,).
    """
    view, at = scored.view, np.flatnonzero(kept)
    if not len(at) or at[-1] + 1 >= view.n:
        return score
    block = int(at[-1]) + 1
    lowered = score[block] < scored.score[block]  # a feed's closing line
    if lowered or score[block] >= LIKELY or view.words[block] > MOST or not _may_end(view, kept, block):
        return score
    unfamiliar = is_unfamiliar(view, vocabulary)
    if not unfamiliar and (score[block] < POSSIBLE or view.doc.layout == "one_line"):  # whose ends are guessed
        return score
    if unfamiliar and view.words[block] > MOST_UNFAMILIAR:
        return score
    with_text, with_rest = _shared(view, kept, block)
    if with_text < (SHARED_UNFAMILIAR if unfamiliar else SHARED) or with_rest >= with_text:
        return score
    raised = score.copy()
    raised[block] = LIKELY
    return raised


def is_plain(view: View, block: int) -> bool:
    """Whether a block is in sentences, full stops behind all of them, with nothing in it that labels have."""
    doc, part = view.doc, slice(view.starts[block], view.ends[block])
    if view.sentence_end[block] == 0 or (view.cues[:, block] > 0).any():
        return False
    ends = view.codes[part][view.classes[part] == Class.END]
    if not len(ends) or not np.isin(ends, STOPS).all():
        return False
    linked = doc.item[block] or doc.heading[block] or doc.links[block]
    return not (linked or clock(view)[block] or addresses(view)[block])


def _may_end(view: View, kept: NDArray[np.bool_], block: int) -> bool:
    """Whether a block is plain, without a number of three digits, and set off as the article's paragraphs."""
    figures = view.classes[view.starts[block] : view.ends[block]] == Class.DIGIT
    if not is_plain(view, block) or (figures[2:] & figures[1:-1] & figures[:-2]).any():
        return False
    gaps = view.doc.blanks[kept & view.good][1:]
    return not len(gaps) or int(view.doc.blanks[block]) == int(np.bincount(gaps).argmax())


def _shared(view: View, kept: NDArray[np.bool_], block: int) -> tuple[float, float]:
    """The shares of a block's telling words that the article has, and that the rest of the page has."""
    tokens, telling = view.tokens, view.telling
    hashes = np.where(tokens.first == Class.UNSPACED, tokens.hash, stem_hashes(view))[telling]
    where = tokens.block[telling]
    own, text = hashes[where == block], kept[where]
    if not len(own):
        return 0.0, 0.0
    rest = ~text & (where != block)
    return float(np.isin(own, hashes[text]).mean()), float(np.isin(own, hashes[rest]).mean())
