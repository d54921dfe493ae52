"""Unfamiliar words: what scorers could hardly learn of languages that few pages taught.

Scorers learn from pages of a few languages, in which words say what cues and sentences say, so that these weigh little
beside them, and what is unknown looks a little like junk. Where few of a page's words are known, labels and prose say
more than was learned.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name
from newsclean.evidence.characters import TRUE_COLONS, Class
from newsclean.evidence.cues import LISTS
from newsclean.evidence.dates import clock, dated
from newsclean.evidence.lexicon import FAMILIES, INDEX, WHOLE
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.repetition import printed_again
from newsclean.evidence.shape import ellipsis_end
from newsclean.evidence.view import Column, View, shared
from newsclean.reading.document import ROW
from newsclean.scoring.scorer import Scored, chance, log_odds
from newsclean.scoring.timed_entries import has_entries
from newsclean.scoring.vocabulary import Vocabulary, word_keys

UNFAMILIAR = 0.3
"""Share of a text's words, of which so many or fewer are known where its language is one that few pages taught."""
LABEL = 12
"""Words of a block that may be a label, at most."""
WEIGHT = 1.5
"""By how many log-odds a label is then the less likely to stay."""
WORTH = 1.5
"""What a word counts for there when it is asked whether there is an article."""
PROSE, MORE = 12, 1.0
"""Words that a block of prose has at least, and by how many log-odds it is then the more likely to."""
FOUND, LEAD = 120, 7
"""Words that stay anyway from which prose is none the likelier: there is an article, and prose besides it is more often
another story's, but for what stands so many blocks above it at most, where its lead does. Not so in a live blog, whose
entries stand apart from each other."""
KOREAN, HANGUL = 7, 0.5
"""Such words in Korean, which carry what are words of their own elsewhere, function words among them; and the share of
a block's characters from which it is in its letters."""
BESIDE = 0.8
"""Chance of a paragraph from which a line between two of them may be a sub-heading."""
HEADING = (2, 11)
"""Words of such a line, or of a short sentence there."""
STORY = 25
"""Words of another story's title, at most."""
BRACKETS = [ord(sign) for sign in "([|!"]
"""What a credit, a row of a table or a picture begins with."""
BEHIND, FEW, SENTENCE = 0.4, 3, 5
"""Chance from which a line behind the last sentence may stay, how many of them are no list, at most, and words of such
a sentence."""
CLOSING = 5.0
"""By how many a line is that feeds add to each article: no page that scorers learn from has it."""
LABELS = [INDEX[name] for name in FAMILIES if name not in ("correction", "bio", "timestamp")]
"""Cues by which sites label what is not the article."""


def known_share(view: View, vocabulary: Vocabulary) -> float:
    """The share of a page's words that the vocabulary knows."""
    known = vocabulary.look_up(word_keys(view.tokens.hash)) != 0
    return float(known.mean()) if len(known) else 1.0


def is_unfamiliar(view: View, vocabulary: Vocabulary) -> bool:
    """Whether a text or Markdown is in a language that few pages taught."""
    return view.doc.markup is None and known_share(view, vocabulary) <= UNFAMILIAR


def _is_prose(view: View) -> NDArray[np.bool_]:
    """bool (n,): blocks of good prose that are no items of a list and say no time of day, as teasers do. Where a page
    came on one line, a block may be both."""
    if view.doc.layout == "one_line":
        return np.zeros(view.n, np.bool_)
    prose = (view.good & (view.words >= PROSE)) | korean_prose(view)
    return prose & (view.doc.item == 0) & (clock(view) == 0)


@shared
def korean_prose(view: View) -> NDArray[np.bool_]:
    """bool (n,): blocks of some words in Korean that end as a sentence does."""
    letters = (view.codes >= 0xAC00) & (view.codes <= 0xD7A3)
    if not letters.any():
        return np.zeros(view.n, np.bool_)
    mostly = np.bincount(view.block_of, letters, view.n) > HANGUL * view.chars
    prose: NDArray[np.bool_] = mostly & (view.words >= KOREAN) & (view.sentence_end > 0)
    return prose


def _is_within(view: View, score: Column) -> NDArray[np.bool_]:
    """bool (n,): sub-headings and short sentences between two paragraphs that are liked, one of each at most.

    They have no cue, no link and no date, stand once on the page, were not cut off as titles of other stories are, and
    are no names, as stand above readers' comments. Pointers and labels between are passed over.
    """
    found = np.zeros(view.n, np.bool_)
    if view.doc.layout == "one_line":
        return found
    at = np.flatnonzero(~_is_pointer(view))
    low, high = HEADING
    free, ends = (view.cues == 0).all(axis=0), view.sentence_end > 0
    alone = free & (view.doc.links == 0) & (view.doc.item == 0) & ~dated(view) & ~printed_again(view)
    alone &= ellipsis_end(view) == 0
    short = (alone & (view.words >= low) & (view.words <= high) & ~np.isin(view.codes[view.starts], BRACKETS))[at]
    liked = (free & ends & (view.words >= PROSE) & (score >= BESIDE))[at]
    below = _next(liked)
    heading = short & _next(liked[::-1])[::-1]  # right below a paragraph
    headed = heading & _next(short & ends[at] & below)
    within = (heading & below) | headed | _next(headed[::-1])[::-1]
    found[[i for i in at[within].tolist() if not _may_be_name(view, view.doc.read_text(i))]] = True
    return found


@shared
def _is_label(view: View) -> NDArray[np.bool_]:
    """bool (n,): short blocks with a cue by which sites label what is not the article."""
    label: NDArray[np.bool_] = (view.words <= LABEL) & (view.cues[LABELS] > 0).any(axis=0)
    return label


@shared
def _is_closing(view: View) -> NDArray[np.bool_]:
    """bool (n,): lines that feeds add to each article."""
    return lexicon().closing_lines(view.doc)


def _is_pointer(view: View) -> NDArray[np.bool_]:
    """bool (n,): labels, and the short line right below one that points to another story ("Read also")."""
    label = _is_label(view)
    pointing = (view.cues[LISTS] == WHOLE).any(axis=0)
    pointed = (view.words <= STORY) & (view.sentence_end == 0)
    return label | (pointed & _next(pointing[::-1])[::-1])


def _may_be_name(view: View, text: str) -> bool:
    """Whether a line looks like a name, or says who speaks next; in a script without capitals two words look so."""
    if text.endswith(TRUE_COLONS):
        return True
    if text.upper() == text.lower():
        return len(text.split()) == HEADING[0] and text[-1].isalpha()
    return bare_name(view, text) and not text.isupper()


def _is_behind(view: View, score: Column) -> NDArray[np.bool_]:
    """bool (n,): short lines that may stay and end as no sentence does, behind the last that does, item or row,
    where they are few, and none heads others: no list, no table."""
    found = np.zeros(view.n, np.bool_)
    sentence = (view.sentence_end > 0) & (view.words >= SENTENCE)
    row = view.doc.follows == ROW
    text = np.flatnonzero((sentence | (view.doc.item > 0) | row) & (score >= BEHIND))
    if not text.size or view.doc.layout == "one_line":
        return found
    last = int(text[-1]) + 1
    short = (view.words <= LABEL) & (view.sentence_end == 0)
    short &= view.firsts != Class.DIGIT  # which lists begin with, too
    found[last:] = (short & (score >= BEHIND))[last:]
    if np.count_nonzero(found) > FEW or (found & (view.lasts == Class.COLON)).any():
        found[:] = False
    return found


def _next(column: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): what holds of the next block."""
    return np.concatenate((column[1:], [False]))


def why_mended(view: View, i: int, lowered: bool) -> str:
    """What the reason for a changed chance is called."""
    if lowered:
        label = bool(_is_label(view)[i] or _is_closing(view)[i])
        return "an unfamiliar label" if label else "a short line behind unfamiliar text"
    prose = view.words[i] >= PROSE or korean_prose(view)[i]
    return "unfamiliar prose" if prose else "a line within unfamiliar prose"


def mended(scored: Scored, vocabulary: Vocabulary, labels: bool = True) -> Column:
    """float32 (n,): the chances, on a page of few known words lowered for labels and lines behind the text and raised
    for sub-headings in prose, and for prose where little of it would stay, and lowered for closing lines on any; else
    the same as they were.

    labels: whether labels, lines behind the text and closing lines are the less likely to stay.
    """
    view = scored.view
    if not view.n:
        return scored.score
    added = np.where(_is_closing(view), -CLOSING, 0.0) if labels else np.zeros(view.n)
    cued = (view.cues > 0).any(axis=0)
    label = _is_label(view) & labels
    prose = _is_prose(view) & ~cued
    behind = _is_behind(view, scored.score) & ~label & labels
    if (label | prose | behind).any() and is_unfamiliar(view, vocabulary):
        raised = chance(log_odds(scored.score) + MORE * prose)
        found = np.flatnonzero(scored.score >= scored.balanced)
        if view.words[found].sum() >= FOUND and not has_entries(view):
            prose &= (view.at < found[0]) & (view.at >= found[0] - LEAD)
        added += MORE * (prose | _is_within(view, raised)) - WEIGHT * (label | behind)
    return chance(log_odds(scored.score) + added) if added.any() else scored.score
