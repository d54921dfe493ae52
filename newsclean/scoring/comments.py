"""Comments: what readers wrote below an article, where no element shows it.

They write in whole sentences of what the article is about. A label above shows them, and names and times between.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.folding import bounded, folded, opened
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.view import Column, View
from newsclean.scoring.story_lines import dated_lines, lines
from newsclean.scoring.stretches import BEFORE, liked_before

LABEL = 8
"""Words of a label, at most."""
ABOVE, LEAST = 0.4, 40
"""Share of the liked words, and words, that stand above the label: a share bar on top of an article has one as well."""
SIGNED = 0.2
"""Lines with a date or a cue of comments to a liked paragraph, more than which tell comments."""
PARAGRAPH = 8
"""Words of a comment, more than which needs a sign of its own."""
PARTS = 2
"""Parts of the liked text with as many words, at most, that labels of one thread make: the article and its comments."""
COLONS = (":", "：")
COUNT, UNTOLD = re.compile(r"\d{1,9}"), re.compile(r"\(\s*\)")
"""How many there are, and what stands in place of it where a script fills in both count and comments."""


def in_comments(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the label of comments, and all that stands below it.

    Up to the last paragraph that is liked there are as many lines between them as paragraphs, a fifth of them with a
    date or a cue of comments ("Reply"): names stand above comments.
    """
    inside = np.zeros(view.n, np.bool_)
    liked = liked_before(view, score, threshold)
    at = np.flatnonzero((liked[:-1] >= max(LEAST, ABOVE * liked[-1])) & (liked[:-1] < liked[-1]))
    if not len(at):
        return inside
    line, within = lines(view), view.at <= at[-1]
    signs = line & within & (dated_lines(view) | (view.cues[INDEX["comment"]] > 0))
    text = (score >= threshold) & (view.words > PARAGRAPH)
    texts, between, signed = (np.cumsum(column[::-1])[::-1] for column in (text, line & within, signs))
    short = at[line[at] & (view.words[at] <= LABEL)]
    told = (between[short] >= texts[short]) & (signed[short] - signs[short] > SIGNED * texts[short])
    thread = next((i for i in short[told].tolist() if _is_label(view, i)), view.n)
    inside[thread:] = thread < view.n and not _of_stories(view, liked)
    return inside


def _of_stories(view: View, liked: NDArray[np.float64]) -> bool:
    """Whether so many labels part the text that each is that of a story of its own: one has it above its comments, and
    perhaps a line of it above a share bar."""
    short = np.flatnonzero(lines(view) & (view.words <= LABEL))
    labels = [i for i in short.tolist() if _is_label(view, i)]
    text = np.diff(liked[[0, *labels, view.n]])
    return bool(np.count_nonzero(text >= LEAST) > PARTS or np.count_nonzero(text >= BEFORE) > PARTS + 1)


def _is_label(view: View, block: int) -> bool:
    """Whether a line says what readers wrote is called, no name behind a colon, and not that there is none."""
    text = folded(view.doc.read_text(block))
    if text.endswith(COLONS) or not any(_holds(text, phrase) for phrase in view.lexicon.comments):
        return False
    behind = view.doc.read_text(block + 1) if block + 1 < view.n else ""
    if text.endswith("(") or behind.startswith("("):
        text += behind
    count = COUNT.search(text)
    return int(count[0]) > 0 if count is not None else UNTOLD.search(text) is None


def _holds(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    return at >= 0 and opened(text[: at + len(phrase)], phrase) and bounded(text[at:], phrase)
