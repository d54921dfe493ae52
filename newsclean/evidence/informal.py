"""Informal writing: what tells of each block that somebody wrote it to others, as readers do in comments, and not for a
paper."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import one_of
from newsclean.evidence.sums import window_sums
from newsclean.evidence.view import WORD_CLASSES, Column, View, shared

Table = NDArray[np.float32]

NAMED = re.compile(r"^(?:@\s?)?[^\W\d_][\w'’-]+(?: [^\W\d_][\w.-]+)?[,:] ", re.MULTILINE)
"""A word or two and a comma, with which somebody is spoken to where they have capitals: "Ida, you are right"."""
FACES, EYES = ")(DP", ":;="
"""How a smiley ends, and begins; a dash may stand between."""
EMOJI = ((0x2639, 0x263A), (0x2764, 0x2764), (0x1F44D, 0x1F44F), (0x1F600, 0x1F64F), (0x1F914, 0x1F92F))
MOST = 2
"""Smileys and doubled signs that count."""
REACHES = (2, 5)
"""Blocks on either side over which means are taken."""
SIGNS = (
    "log_words", "exclaiming", "asking", "ellipses", "smileys", "doubled_signs", "begins_small", "hails", "names_first",
    "quoting", "digits", "capitals", "ends_as_sentence", "brackets", "me", "you", "at_sign", "score",
)  # fmt: skip
NAMES = (
    *SIGNS, *(f"{sign}_around_{reach}" for reach in REACHES for sign in SIGNS), *(f"{sign}_of_page" for sign in SIGNS),
)  # fmt: skip


def informal(signs: Table) -> Table:
    """float32 (len(NAMES), n): the signs of each block of a text, their means over the blocks around it and over the
    text.

    signs: float32 (len(SIGNS), n), those of the text's blocks, which may be a part of a page's.
    """
    n = signs.shape[1]
    one = np.ones((1, n))
    means = [window_sums(signs, reach) / window_sums(one, reach) for reach in REACHES]
    whole = np.repeat(signs.mean(1, keepdims=True, dtype=np.float64), n, axis=1)
    return np.concatenate((signs, *means, whole)).astype(np.float32)


def addressed(view: View) -> NDArray[np.bool_]:
    """bool (n,): the blocks in which somebody speaks of himself or to others, calls or asks; quickly told."""
    me, you, hail = _voices(view)
    return hail | (me + you + _characters(view, "!！?？؟…@") > 0)


def signs_of(view: View, score: Column) -> Table:
    """float32 (len(SIGNS), n): the signs of each block.

    score: float32 (n,), the chances that it belongs to the article.
    """
    words, chars, counts = np.maximum(view.words, 1), np.maximum(view.chars, 1), view.counts
    calls, dots = _runs(one_of(view.codes, "!?")), _runs(view.codes == ord("."))
    ellipses = (view.codes == ord("…")) | (dots > 1)
    doubled = (calls > 1) | (dots == 2) | (dots > 3)
    me, you, hail = _voices(view)
    columns = (
        np.log1p(view.words),
        _characters(view, "!！") / words,
        _characters(view, "?？؟") / words,
        _counted(view, ellipses) / words,
        np.minimum(_smileys(view), MOST),
        np.minimum(_counted(view, doubled), MOST),
        view.firsts == Class.LOWER,
        hail,
        _named(view),
        counts[Class.QUOTE] / words,
        counts[Class.DIGIT] / chars,
        counts[Class.UPPER] / chars,
        view.sentence_end,
        counts[Class.OPEN] / words,
        me / words,
        you / words,
        _characters(view, "@"),
        score,
    )
    return np.array(columns, np.float32)


def _characters(view: View, signs: str) -> NDArray[np.int64]:
    """int64 (n,): how many of some characters each block has."""
    return _counted(view, one_of(view.codes, signs))


def _counted(view: View, hit: NDArray[np.bool_]) -> NDArray[np.int64]:
    """int64 (n,): how many of the characters that are hit each block has. hit: bool (characters,)."""
    return np.bincount(view.block_of[np.flatnonzero(hit)], minlength=view.n)


def _runs(hit: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How long a run of hits begins at each character; 0 where none does."""
    edge = np.flatnonzero(np.diff(hit, prepend=False, append=False))
    length = np.zeros(len(hit), np.int64)
    length[edge[::2]] = edge[1::2] - edge[::2]
    return length


def _smileys(view: View) -> NDArray[np.int64]:
    """int64 (n,): smileys of signs (":)", ";-)", "^^", "<3") and emoji that show a face, a heart or hands."""
    codes, size = view.codes, len(view.codes)
    hit = np.zeros(size, np.bool_)
    face = np.flatnonzero(one_of(codes, FACES))
    face = face[face > 0]
    dash = (codes[face - 1] == ord("-")) & (face > 1)
    behind = np.append(WORD_CLASSES[view.classes], False)[face + 1]
    hit[face] = ~behind & one_of(codes[face - 1 - dash], EYES)
    pairs = ((codes[:-1] == ord("^")) & (codes[1:] == ord("^"))) | ((codes[:-1] == ord("<")) & (codes[1:] == ord("3")))
    hit[:-1] |= pairs
    if codes.max(initial=0) >= EMOJI[0][0]:
        for low, high in EMOJI:
            hit |= (codes >= low) & (codes <= high)
    return _counted(view, hit)


def _named(view: View) -> NDArray[np.bool_]:
    """bool (n,): whether a block begins with a capital, and a word or two before a comma or a colon."""
    at = [match.start() for match in NAMED.finditer(view.doc.text)]
    found = np.zeros(view.n, np.bool_)
    found[view.block_of[at]] = True
    return found & (view.firsts == Class.UPPER)


@shared
def _voices(view: View) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """int64 (n,) each: words for who writes and for who is written to, in the page's language; and bool (n,), whether a
    block opens as greetings and thanks do."""
    tokens = view.tokens
    known = view.lexicon.voices.get(tokens.language)
    if known is None:
        none = np.zeros(view.n, np.int64)
        return none, none, none > 0
    me, you = (np.bincount(tokens.block[np.isin(tokens.hash, hashes)], minlength=view.n) for hashes in known[:2])
    first = np.flatnonzero(np.diff(tokens.block, prepend=-1) > 0)
    hail = np.zeros(view.n, np.bool_)
    hail[tokens.block[first]] = np.isin(tokens.hash[first], known.hail)
    return me, you, hail
