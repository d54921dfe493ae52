"""Alike lines: lines in elements alike, each between two paragraphs of an article, which stay or go as most do.

A guide's or a digest's sub-headings are of one kind; their words are not, and so are not their chances.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.dates import clock
from newsclean.evidence.view import Column, View
from newsclean.scoring.story_lines import linked

LEAST, MOST = 2, 25
"""Words of such a line."""
STAY, TIMES = 3, 2
"""Lines that stay, at least, and how many times as many as go."""
POSSIBLE = 0.15
"""Chance from which it may stay as they do."""
TURNS, LIKELY, NEXT = 3, 0.2, (2, 3)
"""Links that take turns with an article's paragraphs, at least, and the chance that each has, from which they head its
entries; else they lead to other stories. NEXT: blocks from one to the next."""


def alike_lines(view: View, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): the lines of HTML that stay since those like them do, or since all of them take turns with paragraphs.

    Alike are lines in elements of the same tags and classes, the innermost and the parent's as well, that are links or
    are not. score: float32 (n,), the chances. kept: bool (n,), what stays.
    """
    markup, found = view.doc.markup, np.zeros(view.n, np.bool_)
    if markup is None or np.count_nonzero(kept) <= STAY:
        return found
    links = linked(view)
    line = ((view.sentence_end == 0) | links | (view.doc.heading > 0)) & (view.words >= LEAST) & (view.words <= MOST)
    line[1:-1] &= kept[:-2] & kept[2:]
    line[[0, -1]] = False
    if not (line & ~kept).any():
        return found
    at, signature = np.flatnonzero(line), markup.signature
    own = markup.element[at]
    looks = np.stack((signature[own], signature[markup.parent[own]], signature[markup.inner[at]], links[at]))
    kind = np.unique(looks, axis=1, return_inverse=True)[1].ravel()
    stay, go = np.bincount(kind, kept[at]), np.bincount(kind, ~kept[at])
    most = (stay >= STAY) & (stay >= TIMES * go)
    apart = np.ones(len(go), np.bool_)
    order = np.argsort(kind, kind="stable")
    same = kind[order[1:]] == kind[order[:-1]]
    apart[kind[order[1:]][same & ~np.isin(np.diff(at[order]), NEXT)]] = False
    apart[kind[~links[at] | (score[at] < LIKELY)]] = False
    most |= (stay + go >= TURNS) & apart
    may = ~kept[at] & (score[at] >= POSSIBLE) & ~(view.cues[:, at] > 0).any(axis=0) & (clock(view)[at] == 0)
    found[at[most[kind] & may]] = True
    return found
