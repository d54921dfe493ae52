"""Appeals: blocks in whole sentences that turn to the reader for the publisher's own sake: to subscribe, to give, to
follow, to write in. They read like the paragraphs around them, so scorers keep them; it is who speaks to whom, and of
what, that tells them."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.appeal_words import TELLING, Appeal, Said
from newsclean.evidence.characters import Class
from newsclean.evidence.line_phrases import evened_block, unquoted
from newsclean.evidence.speech import SPEECH
from newsclean.evidence.view import Column, View

LONGEST, SHORTEST = 450, 12
"""Characters of an appeal, at most and at least."""
LEAST = 0.25
"""Chance from which a block may stay, by itself or for what stands around it."""
SHARE = 0.4
"""Share of the words that may stay from which appeals are what the article is."""
VOICE, VOICES = 0.2, 2
"""Share of the other paragraphs, and how many at least, in which somebody speaks of himself and to the reader, from
which the whole article does: an editor's letter, a guide."""
PARAGRAPH = 8
"""Words of a paragraph, at least."""
LONG = 20
"""Words of a sentence that, where it asks for nothing, is the article's: an appeal before it was glued to it."""
SEVERAL = 4
"""Sentences from which on half of an appeal's have to be of it."""
SENTENCES = re.compile(r"(?<=[.!?…])\s+")


def appeals(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are the publisher's appeals; none where the article itself is one."""
    found = np.zeros(view.n, np.bool_)
    at = np.flatnonzero(possible(view, score, threshold) & (view.firsts != Class.QUOTE))  # which opens somebody's words
    texts = [evened_block(view, i) for i in at.tolist()]
    telling = np.array(view.lexicon.appeal.telling(texts, language_of(view)), np.bool_)
    for i in at[telling].tolist():
        found[i] = is_appeal(view, i)
    if not found.any():
        return found
    liked = score >= threshold
    most = view.words[found & liked].sum() > SHARE * view.words[liked].sum()
    return np.zeros(view.n, np.bool_) if most or _addresses(view, liked & ~found) else found


def possible(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are as long as what publishers say, no items and no turns of speech."""
    sized = (view.chars <= LONGEST) & (view.chars >= SHORTEST)
    spoken: NDArray[np.bool_] = sized & (view.doc.item == 0) & (view.firsts != Class.DASH)
    return spoken & (score >= min(threshold, LEAST))


def is_appeal(view: View, i: int) -> bool:
    """Whether a block is one: not what somebody says in it, nor what only touches on such things."""
    if SPEECH.search(view.doc.read_text(i)):
        return False
    text, language, known = unquoted(evened_block(view, i)), language_of(view), view.lexicon.appeal
    if not any(map(_is_appeal, known.read(text, language))):
        return False
    sentences = SENTENCES.split(text)
    tells = [bool(known.read(sentence, language)) or known.addresses(sentence, language) for sentence in sentences]
    if len(sentences) >= SEVERAL and sum(tells) < len(sentences) / 2:
        return False
    return all(told for sentence, told in zip(sentences, tells, strict=True) if len(sentence.split()) >= LONG)


def language_of(view: View) -> str | None:
    """The code of the language whose function words the page uses most, if any."""
    number = view.tokens.language
    return view.lexicon.languages[number] if number >= 0 else None


def _is_appeal(said: Said) -> bool:
    """Whether what is said is an appeal: of what publishers alone have it takes two of who asks, who speaks and who is
    spoken to; of two such things one of the former; of what others have as well all three."""
    says = said.says
    asks, ours = bool(says & (Appeal.ASK | Appeal.CALL)), bool(says & Appeal.OUR)
    signs = asks + ours + bool(says & (Appeal.YOUR | Appeal.CALL))
    if said.own:
        return signs >= 2 or (said.own >= 2 and (asks or ours))
    return signs == 3 and bool(says & Appeal.CALL) and bool(says & TELLING)


def _addresses(view: View, liked: NDArray[np.bool_]) -> bool:
    """Whether the article turns to the reader itself. liked: bool (n,), its blocks."""
    at = np.flatnonzero(liked & (view.words >= PARAGRAPH)).tolist()
    own = [i for i in at if not SPEECH.search(view.doc.read_text(i))]
    voices = sum(view.lexicon.appeal.addresses(evened_block(view, i), language_of(view)) for i in own)
    return voices >= max(VOICES, VOICE * len(at))
