"""Stems: how a page's telling words begin, so that a word is known again in another form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.hashing import MIX
from newsclean.evidence.view import View

FIRST = 4
"""Letters by which forms of one word are known."""
LEAST, STEM = 4, 5
"""The same of few words, each in the way of its script: letters of a telling word, and of its stem."""
SYLLABLES = 2
"""Signs of either where each is a syllable, and of a word where none is parted from the next."""
PAIR = re.compile(r"[\u30a1-\u30fa\u30fc\u3400-\u9fff\u0e01-\u0e2e\u1000-\u102a\u1780-\u17b3]{2}")
"""Two signs that may be a word, or its beginning, of those that stand without blanks: none of Japanese grammar."""
SEMITIC = re.compile(r"[\u0590-\u06ff]")
"""A letter of scripts whose words have others before their stem as well as behind it."""


def stem_hashes(view: View) -> NDArray[np.uint64]:
    """uint64: a hash of the first letters of each word of a page; quick, and blind to scripts without blanks."""
    start, size = view.tokens.start, view.tokens.size
    hashes = np.zeros(len(start), np.uint64)
    for letter in range(FIRST):
        code = view.small[np.minimum(start + letter, len(view.small) - 1)].astype(np.uint64)
        hashes = hashes * MIX + np.where(size > letter, code, np.uint64(0))
    return hashes


def stems(view: View, blocks: NDArray[np.bool_]) -> dict[int, set[str]]:
    """The stems of the words of each of some blocks, function words and months aside.

    blocks: bool (n,), those that are asked about.
    """
    tokens, text = view.tokens, view.doc.text
    found: dict[int, set[str]] = {i: set() for i in np.flatnonzero(blocks).tolist()}
    asked = np.flatnonzero(blocks.take(tokens.block) & ~tokens.stop & ~tokens.month)
    columns = (tokens.block, tokens.start, tokens.size, tokens.first)
    for block, start, size, first in zip(*(column.take(asked).tolist() for column in columns), strict=True):
        if first == Class.UNSPACED:
            found[block].update(PAIR.findall(text[start : start + SYLLABLES]))
        elif size >= SYLLABLES:
            found[block].update(_stems(text[start : start + size].lower()))
    return found


def stems_of(said: Mapping[int, set[str]], blocks: Iterable[int]) -> set[str]:
    """The stems of some blocks together. said: those of each, as `stems` finds them."""
    return set[str]().union(*(said[i] for i in blocks))


def in_common(texts: Collection[set[str]]) -> list[float]:
    """What share of the stems of each of some texts another of them has, too; 0 of a text without any."""
    having = Counter(stem for text in texts for stem in text)
    return [sum(having[stem] > 1 for stem in text) / max(len(text), 1) for text in texts]


def _stems(word: str) -> list[str]:
    """The stems of a word of letters or syllables."""
    if "\uac00" <= word[0] <= "\ud7af":
        return [word[:SYLLABLES]]
    if len(word) < LEAST or word[0].isdigit():
        return []
    if SEMITIC.match(word):
        return [word[at : at + LEAST] for at in range(len(word) - LEAST + 1)]
    return [word[:STEM]]
