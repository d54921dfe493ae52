"""Unrelated lines: blocks that speak for the publisher and share next to no telling word with the article around them.

A paragraph takes up words of the rest; those that do not seldom turn to the reader, or name what publishers offer. Of
60,000 in the golds of five corpora two do both.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.appeal_words import TELLING, Appeal, Said
from newsclean.evidence.characters import Class
from newsclean.evidence.contrast import used_by
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.line_phrases import evened_block
from newsclean.evidence.speech import SPEECH
from newsclean.evidence.stems import stems, stems_of
from newsclean.evidence.view import Column, View
from newsclean.scoring.appeals import PARAGRAPH, SHARE, language_of, possible

CORRECTION = INDEX["correction"]
FEW = 0.15
"""Share of a block's telling words that the article may have, too: a town, a day, a word that many texts use."""
ARTICLE = 3
"""Paragraphs of an article by whose words a block is told to be none of its own, at least."""
PAPER = re.compile(r"[\"“„«‘「『《][^\"“”»’」』》.,!?…。，！？]{2,24}[\"“”»’」』》](?=\s?\w)")
"""A name in quotation marks, as many languages print a paper's, and no more than that: the text goes on."""
LONG = 20
"""Words of a paragraph that is most probably the article's: whether a block has one of its words is seen at once."""
PLACES, APART = 2, 8
"""Parts of a block that name what a publisher offers, or ask for it, at least, where nothing else tells, and words for
each of them, at most."""


def unrelated(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay, speak for the publisher and share few telling words with what else stays."""
    none, found, liked = np.zeros(view.n, np.bool_), np.zeros(view.n, np.bool_), score >= threshold
    for i in np.flatnonzero(_asked(view, score, threshold)).tolist():
        found[i] = _speaks_for_itself(view, i)
    article = liked & ~found
    if not found.any() or (article & (view.words >= PARAGRAPH)).sum() < ARTICLE:
        return none
    for i, share in shares(view, found, article).items():
        found[i] = share <= FEW
    return none if view.words[found & liked].sum() > SHARE * view.words[liked].sum() else found


def shares(view: View, blocks: NDArray[np.bool_], article: NDArray[np.bool_]) -> dict[int, float]:
    """What share of the telling words of each of some blocks an article has; 1 of a block that has none.

    blocks, article: bool (n,).
    """
    said = stems(view, article | blocks)
    known = stems_of(said, np.flatnonzero(article).tolist())
    asked = np.flatnonzero(blocks).tolist()
    return {i: len(known & said[i]) / len(said[i]) if said[i] else 1.0 for i in asked}


def _asked(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and be such lines: no heads of lists, corrections or words of somebody."""
    may = possible(view, score, threshold) & (view.lasts != Class.COLON) & (view.cues[CORRECTION] == 0)
    for i in np.flatnonzero(may & (view.firsts == Class.QUOTE)).tolist():
        may[i] = PAPER.match(view.doc.read_text(i)) is not None
    if not (view.tokens.first == Class.UNSPACED).any():  # where signs are words, most blocks share some
        may &= used_by(view, (score >= threshold) & (view.words >= LONG)) <= FEW
    return may


def _speaks_for_itself(view: View, i: int) -> bool:
    """Whether a block says what a publisher says, and nobody who is quoted in it or has an address of his own."""
    if "@" in evened_block(view, i):
        return False
    said = view.lexicon.appeal.read(evened_block(view, i), language_of(view))
    return any(_tells(one, int(view.words[i])) for one in said) and not SPEECH.search(view.doc.read_text(i))


def _tells(said: Said, words: int) -> bool:
    """Whether what so many words say is a publisher's: what nobody else says behind an article; what it has alone, and
    asks for; one thing, if it is asked for by who speaks, or of who is spoken to; or next to nothing but its trade."""
    asks, spoken = bool(said.says & (Appeal.ASK | Appeal.CALL)), bool(said.says & (Appeal.OUR | Appeal.YOUR))
    told = bool(said.says & Appeal.LAST) or (said.own > 0 and asks)
    told = told or (bool(said.says & TELLING) and asks and spoken)
    return told or (said.places >= PLACES and words <= APART * said.places)
