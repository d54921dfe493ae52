"""Beside labels: sub-headings of a text that touch a label, of an advertisement, say, or a newsletter.

Next to what is no part of the article a short line looks like one more such line. What tells the two apart is what the
page's scorer says of the line where the labels are gone.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import INDEX, POINTING, START
from newsclean.evidence.view import Column, View
from newsclean.reading.buttons import ASKING
from newsclean.reading.document import RUN, Document

Flags = NDArray[np.bool_]

TELLING = [INDEX[name] for name in ("ad", "share", "newsletter", "paywall", "consent", "comment", "bio")]
"""Cues of what stands between two paragraphs and heads nothing; a date or a menu's word often does."""
NAMING = [*POINTING, INDEX["credit"], INDEX["copyright"]]
"""Cues beside which a line is another story's title, or a picture's caption."""
LABEL = 9
"""Words of a label, at most."""
HEADING = 12
"""Words of a heading, at most."""
POINTER = range(5, 26)
"""Words of a line that points to another story and has its title."""
BEFORE, BEHIND = 8, 10
"""Words of the paragraphs around, at least."""
OPENS = frozenset("\"'“„«‘¿¡")
"""What a heading opens with, if not with a letter or a figure."""
RIGHT = 0.55
"""Chance without the labels from which a line is a heading: of the corpora's texts by resiliparse, `get_text` and
markdownify 71 such lines are the gold's, on news and blogs, and 13 are not."""


def headings_beside_labels(view: View, kept: Flags, rescored: Callable[[Document], Column]) -> Flags:
    """bool (n,): lines between two paragraphs of a text or Markdown that would stay but for the labels they touch.

    kept: bool (n,). rescored: what the page's scorer says of another document, float32 (its n,).
    """
    found = np.zeros(view.n, np.bool_)
    if view.doc.markup is not None or view.doc.layout == "one_line":
        return found
    pointer = _pointers(view)
    label = (_labels(view) | pointer) & ~kept
    may = _touching(view, kept, label, pointer)
    if not may.any():
        return found
    at = np.flatnonzero(kept)
    label[: at[0]] = label[at[-1] :] = False
    stays = ~label
    found[stays] = rescored(view.doc.only(stays)) >= RIGHT
    return found & may


def _labels(view: View) -> Flags:
    """bool (n,): short lines that open or end as labels do."""
    labels: Flags = (view.cues > 0).any(axis=0) & (view.words <= LABEL)
    return labels


def _pointers(view: View) -> Flags:
    """bool (n,): lines that point to another story and have its title, so that no line beside them is."""
    points: Flags = np.logical_or.reduce(view.cues[list(POINTING)] == START)
    for i in np.flatnonzero(points).tolist():
        points[i] = int(view.words[i]) in POINTER and not view.doc.read_text(i).endswith(":")
    return points


def _touching(view: View, kept: Flags, label: Flags, pointer: Flags) -> Flags:
    """bool (n,): what may be a heading, the one line but labels between two paragraphs that are kept."""
    cued, found = view.cues > 0, np.zeros(view.n, np.bool_)
    telling = np.logical_or.reduce(cued[TELLING]) | pointer
    naming = np.logical_or.reduce(cued[NAMING]) & ~pointer
    paragraph = kept & (view.sentence_end > 0)
    others = np.flatnonzero(~label)
    for before, here, behind in zip(others[:-2].tolist(), others[1:-1].tolist(), others[2:].tolist(), strict=True):
        if behind - before == 2 or not (paragraph[before] and paragraph[behind]) or kept[here]:
            continue
        around = slice(before + 1, behind)
        long_enough = view.words[before] >= BEFORE and view.words[behind] >= BEHIND
        if long_enough and telling[around].any() and not naming[around].any():
            found[here] = not cued[:, here].any() and _may_head(view, here)
    return found


def _may_head(view: View, block: int) -> bool:
    """Whether a block by itself may be a heading; none that clings to what it heads, where lines are lost."""
    if view.doc.follows[block + 1] == RUN:
        return False
    text = view.doc.read_text(block)
    if not 0 < view.words[block] <= HEADING or (view.sentence_end[block] > 0 and not text.endswith(ASKING)):
        return False
    return (text[0].isalnum() or text[0] in OPENS) and any(map(str.isalpha, text))
