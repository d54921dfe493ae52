"""Headed: an article of short lines, a recipe or a list of letters, told by what stands above it.

Line by line it looks like labels and teasers, so that scores find no article at all, or pieces of one. But teasers
seldom stand right below the page's headline, with its author or its date between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name
from newsclean.evidence.characters import Class
from newsclean.evidence.cues import LISTS
from newsclean.evidence.dates import date_share, days
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.repetition import printed_again
from newsclean.evidence.signatures import signature
from newsclean.evidence.view import Column, View, median
from newsclean.scoring.conversations import held
from newsclean.scoring.naming import headline_log_odds
from newsclean.scoring.trees import Table

POSSIBLE = 0.08
"""Chance from which a line may be one of the article's: labels of menus and shares have .05 or less."""
BESIDE, MORE = 0.05, 2
"""Chance that lines without a cue have beside them at least, and how many of these on either side may be theirs."""
LINES, WORDS, LEAST = 2, 20, 0.2
"""Lines of such an article, its words, and the mean chance of its lines, at least."""
MARKED = 4
"""Lines of one in HTML, where short paragraphs are told otherwise."""
MOST, SHORT = 200, 12
"""Words of what stays at most, and of half its lines and the article's, where what stays is pieces of it."""
INSIDE = 0.9
"""Share of the words that stay which its lines then hold."""
FIRM = 0.6
"""Chance of the last of them that stays: below it is the page's foot."""
LONG = 40
"""Words that a line counts for at most, where the best of several stretches is looked for."""
REACH = 12
"""Blocks above it in which its headline stands, and its author or its date."""
LEADING = 4
"""Lines that begin it, among which these are looked for as well."""
HEAD_WORDS = 16
"""Words of a line of author and date, at most."""
NAME = 4
"""Words of a name right below such a line, which is the author's."""
DATE = 0.5
"""Share of a line's letters that are figures and months, from which it is a date."""
LABEL = 12
"""Words of a line with a cue, up to which it is a label and ends what stands above it."""
TWICE = 3
"""Words from which a line that the page prints twice is another story's title."""
LINKED = 0.5
"""Share of a line's characters in links, from which it leads elsewhere."""
NUMBER = 3
"""Characters at a line's start in which an item's number stands."""
TITLE, TITLES = 4, 0.5
"""Words of a line that may be another story's title, and the share of the lines from which they are a list of such."""
LIKELY = 0.9
"""Chance that each of its lines then has at least."""
LABELS = [
    INDEX[name] for name in ("also", "related", "share", "newsletter", "paywall", "ad", "comment", "consent", "nav")
]
"""Cues of what is no line of an article."""


def headed(view: View, score: Column, kept: NDArray[np.bool_], values: Callable[[], Table]) -> NDArray[np.bool_]:
    """bool (n,): the lines of a page in which no article was found, or of a text with pieces of one, that stand below
    its headline, and its author or its date, down to the last piece; none where they are too few or too unlikely.

    score: float32 (n,), the chances. kept: bool (n,), what stays. values: gives what speaks for each role, as
    `Namer.values` does; asked only where it matters.
    """
    none, words = np.zeros(view.n, np.bool_), view.words
    if view.doc.layout == "one_line" or view.n <= LINES or (view.doc.markup is not None and kept.any()):
        return none
    if kept.any() and (words[kept].sum() > MOST or median(words[kept]) > SHORT):
        return none
    stretch = _stretch(view, score, values)
    found = (view.at >= stretch[0]) & (view.at < stretch[1])
    if not kept.any() or not found.any():
        return found
    if words[kept & found].sum() < INSIDE * words[kept].sum() or median(words[found]) > SHORT:
        return none
    firm = np.flatnonzero(kept & found & (score >= FIRM))
    return found & (view.at <= firm[-1]) if len(firm) else none


def _stretch(view: View, score: Column, values: Callable[[], Table]) -> tuple[int, int]:
    """Where the lines of such an article stand: first, end; the same where there are none."""
    other = _others(view)
    first, end = max(
        _stretches(other | (score < POSSIBLE)), key=lambda part: _weight(view, score, *part), default=(0, 0)
    )
    head = _head(view, first, end)
    first = max(first, head.end)
    if not head.dated or (view.cues[LISTS, head.end : first] > 0).any():
        return 0, 0
    least = LINES if view.doc.markup is None else MARKED
    if end - first < least or view.words[first:end].sum() < WORDS or score[first:end].mean() < LEAST:
        return 0, 0
    if _title_like(view)[first:end].mean() >= TITLES:
        return 0, 0
    if not (head.signed and end - first > LINES) and not _has_headline(headline_log_odds(values()), first):
        return 0, 0
    for _ in range(MORE):
        first -= first > head.end and _may_belong(view, score, other, first - 1)
        end += end < view.n and _may_belong(view, score, other, end)
    return first, end


def raised(score: Column, lines: NDArray[np.bool_]) -> Column:
    """float32 (n,): the chances, those of the lines raised. lines: bool (n,), as `headed` finds them."""
    return held(score, lines, LIKELY)


def _weight(view: View, score: Column, first: int, end: int) -> float:
    return float((score * np.minimum(view.words, LONG))[first:end].sum())


def _others(view: View) -> NDArray[np.bool_]:
    """bool (n,): labels, dates, links and what is printed twice, of which none is a line of such an article."""
    label = (view.cues[LABELS] > 0).any(axis=0) & (view.words <= LABEL) & (view.sentence_end == 0)
    twice = printed_again(view) & (view.words >= TWICE)
    others: NDArray[np.bool_] = label | twice | (view.doc.links > LINKED * view.chars) | _dates(view)
    return others


def _stretches(other: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where lines follow each other with nothing else between: first, end."""
    edges = np.flatnonzero(np.diff(~other, prepend=False, append=False)).tolist()
    yield from zip(edges[::2], edges[1::2], strict=True)


def _may_belong(view: View, score: Column, other: NDArray[np.bool_], block: int) -> bool:
    """Whether a line beside the others is one of them though it is less likely: it has no cue whatever, and more than
    the word that a topic has."""
    cued = (view.cues[:, block] > 0).any()
    return bool(score[block] >= BESIDE and view.words[block] > 1 and not other[block] and not cued)


def _has_headline(headline: NDArray[np.float32], first: int) -> bool:
    """Whether the page's headline stands above a line. headline: float32 (n,), the log-odds of each line to be it."""
    best = headline[max(first - REACH, 0) : first].max()
    return bool(best > 0 or best >= headline.max())


def _title_like(view: View) -> NDArray[np.bool_]:
    """bool (n,): lines of some words that are no sentence and hold no figure; an item's number is none."""
    figures = (view.classes == Class.DIGIT) & (np.arange(len(view.codes)) >= view.starts[view.block_of] + NUMBER)
    found: NDArray[np.bool_] = (
        (view.words >= TITLE) & (view.sentence_end == 0) & (np.bincount(view.block_of, figures, view.n) == 0)
    )
    return found


def _dates(view: View) -> NDArray[np.bool_]:
    """bool (n,): lines that are a day and little else."""
    short = (view.words <= HEAD_WORDS) & (view.sentence_end == 0)
    found: NDArray[np.bool_] = short & days(view) & (date_share(view) >= DATE)
    return found


class _Head(NamedTuple):
    """What stands above an article. end: the block behind it. dated: whether it says a day or whose the article is;
    signed: whether both."""

    end: int
    dated: bool
    signed: bool


def _head(view: View, first: int, end: int) -> _Head:
    """The lines of author and date above a stretch, or among those that it begins with."""
    day, behind, dated, by = days(view), 0, False, False
    for i in range(max(first - REACH, 0), min(first + LEADING, end)):
        if view.words[i] > HEAD_WORDS or view.sentence_end[i] > 0:
            continue
        line = signature(view, i)
        told = bool(line.date) and (i < first or bool(day[i]))
        if told or line.by:
            behind, dated, by = i + 1, dated or told, by or line.by
        elif behind == i > 0 and view.words[i] <= NAME and bare_name(view, view.doc.read_text(i)):
            behind = i + 1
    return _Head(behind, dated or by, dated and by)
