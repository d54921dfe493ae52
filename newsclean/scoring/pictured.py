"""Pictured: captions that say where in the picture somebody is ("(left)", "from left:", "v. l. n. r.")."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.folding import folded
from newsclean.evidence.lexicon import lexicon
from newsclean.evidence.view import Column, View
from newsclean.scoring.lone_lines import LEAST

LONGEST, CHARACTERS = 70, 500
"""Words and characters of such a caption, at most."""
HEADING = 15
"""Words of what is marked as a heading, from which it is none."""
BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]](.?)")
"""What stands in brackets, once folded, and what stands behind them."""
SIGN = re.compile(r"[:,、=]")
"""What closes such a phrase outside of brackets."""
PARTS = re.compile(r"\s*[,;]\s*")
SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}")
"""A sign or two of Chinese or Japanese, which may count the parts of a series ("(中)") where a line ends with them."""


def pictured(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are captions, by the place in the picture that they name."""
    found = np.zeros(view.n, np.bool_)
    short = (view.words <= LONGEST) & (view.chars <= CHARACTERS) & ((view.doc.heading == 0) | (view.words > HEADING))
    for i in np.flatnonzero((score >= min(threshold, LEAST)) & short).tolist():
        found[i] = is_pictured(view.doc.read_text(i))
    return found


def is_pictured(text: str) -> bool:
    """Whether a text names a place in a picture, in brackets or as captions do."""
    phrases = lexicon().caption
    text = folded(text)
    if text.startswith(phrases.beginnings):
        return True
    if any(text.endswith(phrases.labels, 0, match.end()) for match in SIGN.finditer(text)):
        return True
    return ("(" in text or "[" in text) and any(_is_place(*match) for match in BRACKETS.findall(text))


def _is_place(inside: str, behind: str) -> bool:
    """Whether what stands in brackets is a place in a picture, by itself or beside a name."""
    phrases = lexicon().caption
    inside = inside.strip()
    if SIGNS.fullmatch(inside) and not behind:
        return False
    return inside.startswith(phrases.openings) or not phrases.brackets.isdisjoint(PARTS.split(inside))
