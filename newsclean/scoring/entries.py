"""Entries: parts of a page of one pattern, each with a head: a time, a picture's number, a title with a date."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import CLOCK, month, one_of, runs, year
from newsclean.evidence.view import View
from newsclean.page import Role

TIME_WITHIN = 8
"""Characters of a block in which its own time begins, brackets and bullets passed over."""
COUNT_WITHIN = 12
"""Characters of a block in which the number of its picture begins."""
COUNT_GAP = 8
"""Characters that may stand between a picture's number and that of all: a slash, "of", " von "."""
PICTURES = 4
TITLE_WORDS, LINE_WORDS = 16, 10
STORY_WORDS = 25
"""Good words of a story, at least."""
STORIES_SHARE, LONGEST_SHARE = 0.8, 0.6
"""Share of the good words that stories hold together at least, and that the longest of them holds at most."""
DAY = 24 * 60
LIVE_TYPES = frozenset({"liveblogposting"})
"""What a page that is written while something happens is called in its head, in small letters."""


def head_times(view: View) -> NDArray[np.int64]:
    """int64 (n,): the clock time a block begins with, in minutes since midnight; -1 for none."""
    made = runs(view)
    out = np.full(view.n, -1, np.int64)
    if len(made.start) < 2:
        return out
    hour, minute = made.value[:-1].astype(np.int64), made.value[1:].astype(np.int64)
    near = (made.start[1:] == made.stop[:-1] + 1) & one_of(made.after[:-1], CLOCK)
    # 12.05.2024 is a date, 3.14159 a number
    longer = np.zeros(len(near), np.bool_)
    longer[:-1] = (made.start[2:] == made.stop[1:-1] + 1) & one_of(made.after[1:-1], CLOCK)
    time = near & ~longer & (made.size[:-1] <= 2) & (hour < 24) & (made.size[1:] == 2) & (minute < 60)
    head = made.start[:-1] - view.starts[made.block[:-1]] < TIME_WITHIN
    first = np.concatenate(([True], made.block[1:-1] != made.block[:-2])) if len(near) > 1 else np.ones(1, np.bool_)
    at = time & head & first
    out[made.block[:-1][at]] = (hour * 60 + minute)[at]
    return out


def descending(minutes: NDArray[np.int64]) -> bool:
    """Whether times run backwards, but for one in five; past midnight they may jump up once."""
    steps = np.diff(minutes)
    back = (steps < 0) | (steps > DAY // 2)
    return bool(5 * back.sum() >= 4 * len(steps) > 0)


def numbered_pictures(view: View) -> NDArray[np.bool_]:
    """bool (n,): blocks that begin with a number out of a total, counted from one to the total: 1/6, 2/6 …"""
    made = runs(view)
    found = np.zeros(view.n, np.bool_)
    if len(made.start) < 2:
        return found
    first, second = made.value[:-1], made.value[1:]
    together = (made.block[1:] == made.block[:-1]) & (made.start[1:] - made.stop[:-1] <= COUNT_GAP)
    head = made.start[:-1] - view.starts[made.block[:-1]] < COUNT_WITHIN
    pair = np.flatnonzero(together & head & (first >= 1) & (first <= second) & (second >= PICTURES))
    for total in np.unique(second[pair]):
        mine = pair[second[pair] == total]
        if len(np.unique(first[mine])) == total:  # all of them are there, as the days of no month are
            found[made.block[mine]] = True
    return found


def stories(view: View, kept: NDArray[np.bool_], roles: Sequence[Role]) -> list[int]:
    """The blocks that head a story of their own: a title, a line with a date or an author right behind, then text.

    None where the text has another part: what stands before the first one, or goes on for long, is an article.
    """
    heads = kept | np.array([role is Role.HEADLINE for role in roles], np.bool_)
    title = heads & (view.words <= TITLE_WORDS) & (view.words >= 2) & (view.sentence_end == 0) & ~_dated(view)
    named = np.array([role in (Role.BYLINE, Role.TIMESTAMP) for role in roles], np.bool_) & ~kept
    line = (view.words <= LINE_WORDS) & (view.sentence_end == 0) & (_dated(view) | named)
    at = np.flatnonzero(title[:-1] & line[1:] & (view.counts[Class.DIGIT][:-1] == 0))
    good = np.concatenate(([0.0], np.cumsum(view.good_words * kept)))
    ends = np.append(at, view.n)[1:]
    inside = good[ends] - good[at]
    long = inside >= STORY_WORDS
    whole = inside[long].sum() >= STORIES_SHARE * good[-1] and inside.max(initial=0) <= LONGEST_SHARE * good[-1]
    return at[long].tolist() if whole else []


def _dated(view: View) -> NDArray[np.bool_]:
    """Blocks with a day: a clock time or a price is none."""
    return (year(view) > 0) | ((month(view) > 0) & (view.counts[Class.DIGIT] > 0))
