"""Figure lines: days, years, prices or marks that head the entries of a chronology, an agenda or a test, each on a line
of its own between paragraphs of the article."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import clock, days, month, year
from newsclean.evidence.view import Column, View

WORDS = 5
"""Words of such a line, at most."""
LINES = 3
"""Such lines of one kind between paragraphs, at least: one alone is more often when the article was changed."""
LEAST = 0.2
"""Chance of each, at least."""
DAY = "day"
DIGITS = re.compile(r"\d+")


def figure_lines(view: View, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): lines with a day, or worded alike but for their figures, which stand between blocks that are kept.

    Those with a clock time are none: the entries of a live blog stand below one, and golds have none of these.

    score: float32 (n,), the chances. kept: bool (n,).
    """
    found: NDArray[np.bool_] = ~kept & (view.counts[Class.DIGIT] > 0) & (view.words <= WORDS) & (score >= LEAST)
    found &= (view.sentence_end == 0) & (clock(view) == 0) & ~(view.cues > 0).any(axis=0)
    found &= _between(kept, found)
    if found.sum() < LINES:
        return np.zeros(view.n, np.bool_)
    dated = days(view) | (month(view) > 0) | (year(view) > 0)
    at = np.flatnonzero(found).tolist()
    kinds = {i: DAY if dated[i] else DIGITS.sub("0", view.doc.read_text(i)) for i in at}
    counted = Counter(kinds.values())
    found[[i for i in at if counted[kinds[i]] < LINES]] = False
    return found


def _between(kept: NDArray[np.bool_], lines: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): the lines with a block that is kept right above and below, or another such line between: a year above
    a day."""
    above, below = np.append(False, kept[:-1]), np.append(kept[1:], False)
    first = lines & above & np.append((lines & below)[1:], False)
    second = np.append(False, first[:-1])
    between: NDArray[np.bool_] = (above & below) | first | second
    return between
