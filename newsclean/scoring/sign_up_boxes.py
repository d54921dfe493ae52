"""Sign-up boxes: what stands around the button of a newsletter or a subscription, between paragraphs or below them.

Titles and sentences there are worded as sites like, and read like the article; the button and the field for an address
are not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.folding import unmarked
from newsclean.evidence.lexicon import INDEX, TRAILING, WHOLE
from newsclean.evidence.line_phrases import evened_block
from newsclean.evidence.speech import SPEECH
from newsclean.evidence.view import Column, View
from newsclean.scoring.last_lines import HALF
from newsclean.scoring.timed_entries import has_entries
from newsclean.scoring.unrelated import LONG, shares

ASKS = [INDEX[name] for name in ("newsletter", "paywall")]
"""Cues of what is asked of a reader."""
BUTTON, LEAST = range(2, 6), 1
"""Words of a button that is one by itself ("Membership" may be a sub-heading), and cues of one at least."""
LINE, SMALL_PRINT = 30, 25
"""Words of a line of the box, and of one that tells the box where it does not stay, at most."""
ABOVE, BELOW = 3, 2
"""Lines of a box above its button and below it, at most."""
POINTS = np.array([ord(sign) for sign in "*•▪"], np.uint32)
"""What stands before the items of a list in a text, doubled in some wires ("** Turnover was …")."""
PARAGRAPHS = 3
"""Paragraphs of an article by whose words a line is told to be none of its own, at least."""


def in_sign_up_boxes(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are such a button, or are near one and have at most half of their words
    from the article: those from the box's title on, and below it more buttons and small print."""
    liked, found = score >= threshold, np.zeros(view.n, np.bool_)
    if (liked & (view.words >= LONG)).sum() < PARAGRAPHS:
        return found
    asks = view.cues[ASKS].max(axis=0)
    whole = (asks == WHOLE) & (view.words < BUTTON.stop)
    button = (whole & (view.words >= BUTTON.start)) | _sign_up(view, liked)
    whole |= button
    telling = button | (~liked & (asks >= LEAST) & (view.words <= SMALL_PRINT))
    if not telling.any() or has_entries(view):
        return found
    line = _lines(view, liked, telling)
    title = (view.sentence_end == 0) | ~liked
    brief = (view.words < BUTTON.stop) & (view.sentence_end == 0) & (view.counts[Class.DIGIT] == 0)
    brief[:-1] &= ~(liked & (view.words >= LONG))[1:]  # it may head what follows
    small = ~liked | (asks >= LEAST) | brief
    small &= view.doc.heading == 0  # of what is next
    for i in np.flatnonzero(telling).tolist():
        above = ABOVE if whole[i] else 1  # a whole sentence that asks has its title at most
        top = i - _run(line[max(0, i - above) : i][::-1])
        titled = np.flatnonzero(title[top:i])
        if titled.size:
            found[top + int(titled[0]) : i] = True
        below = line[i + 1 : i + 1 + BELOW] & small[i + 1 : i + 1 + BELOW]
        found[i + 1 : i + 1 + _run(below)] = True
    return (found | button) & liked


def _sign_up(view: View, liked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): lines near what may stay that say no more than such a button does."""
    known, found = view.lexicon.line.sign_up, np.zeros(view.n, np.bool_)
    near = np.convolve(liked, np.ones(2 * ABOVE + 1))[ABOVE : ABOVE + view.n] > 0
    for i in np.flatnonzero(near & (view.words < BUTTON.stop)).tolist():
        found[i] = unmarked(evened_block(view, i)).rstrip(TRAILING) in known
    return found


def _lines(view: View, liked: NDArray[np.bool_], telling: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): blocks near what tells a box that are short, no items and nobody's words, and not the article's."""
    near = np.zeros(view.n, np.bool_)
    for step in range(1, ABOVE + 1):
        near[:-step] |= telling[step:]
    for step in range(1, BELOW + 1):
        near[step:] |= telling[:-step]
    somebodys = np.isin(view.firsts, (Class.QUOTE, Class.DASH))
    listed = (view.doc.item > 0) | np.isin(view.codes[view.starts], POINTS)
    line = near & (view.words <= LINE) & ~listed & ~somebodys
    asked = line & liked
    for i in np.flatnonzero(asked).tolist():
        asked[i] = line[i] = not SPEECH.search(view.doc.read_text(i))
    if asked.any():
        for i, share in shares(view, asked, liked & ~asked).items():
            line[i] = share <= HALF
    return line


def _run(column: NDArray[np.bool_]) -> int:
    """How many of the first are true, one after the other."""
    return len(column) if column.all() else int(np.argmin(column))
