"""Lone lines: a page's number, a count of readers, what mail programs add and what a site asks of its readers, whole
lines that no article has.

They stand between paragraphs, where scorers, which met few of them, take them for sub-headings.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.folding import NEAR, folded
from newsclean.evidence.lexicon import LEADING, TRAILING, lexicon
from newsclean.evidence.view import Column, View

THOUSANDS = r"(?:k|m|b|mn|mio|mln|mil|mii|tys|tsd|rb|jt|тыс|тис|млн|bin|हजार|लाख)(?!\w)\.?|[万萬千만천]"
FIGURE = re.compile(rf"\d(?:[\d.,'’ ]*\d)?(?:\s?(?:{THOUSANDS}))?")
"""A number as counters write it: "1,204", "9 341", "12,4K", "3.4 тыс.", "1.2万"."""
BETWEEN = re.compile(r"\s*[·•|]\s*")
"""What parts several counts on a line."""
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""What such an opening begins with."""
SHORT, LONG = 60, 300
"""Characters of a line that is a number, and of one that a mail closes with, at most."""
TELLING, TELLING_SIGNS = 4, 7
"""Words of an opening from which the line may be a sentence, or long, and signs of one in a script without blanks."""
LEAST = 0.05
"""Chance from which a block may stay, by itself or for what stands around it."""


def lone_lines(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are nothing but a page's number, a count, a mail's line or a request."""
    likely = score >= min(threshold, LEAST)
    found = np.zeros(view.n, np.bool_)
    for i in np.flatnonzero(likely & (view.chars <= LONG)).tolist():
        found[i] = is_lone(view.doc.text[view.starts[i] : view.ends[i]], view.sentence_end[i] > 0)
    return found


def is_lone(text: str, sentence: bool = False) -> bool:
    """Whether a text is such a line. sentence: whether it ends as one does."""
    book = lexicon()
    whole = folded(text)
    line = whole.lstrip(LEADING).rstrip(TRAILING)
    for opening in book.line_openings.get(line[:NEAR], ()):
        may = _is_telling(opening) or (not sentence and len(text) <= SHORT)
        if may and line.startswith(opening):
            return True
    if line in book.lines:
        return True
    if len(text) > SHORT:
        return False
    counts = BETWEEN.split(FIGURE.sub("#", line))
    return FIGURE.sub("#", whole) in book.lines or all(count in book.lines for count in counts)


def _is_telling(opening: str) -> bool:
    words = opening.split()
    return len(words) >= TELLING or (sum(map(len, words)) >= TELLING_SIGNS and bool(UNSPACED.match(opening)))
