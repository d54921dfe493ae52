"""Story lists: one story after the other on lines of their own, each by headline, date, author and a few words of it.

As text and Markdown have what cards say in HTML.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name
from newsclean.evidence.signatures import signature
from newsclean.evidence.sums import running_sums
from newsclean.evidence.view import Column, View
from newsclean.scoring.story_lines import (
    ENTRIES,
    LEAST_HEADLINE,
    MOST_BLURB,
    MOST_HEADLINE,
    REST,
    blurbs,
    dated_lines,
    headlines,
    line_names_author,
    lines,
)
from newsclean.scoring.stretches import BEFORE, liked_before

STORIES, UNLINKED = 3, 4
"""Stories of a list at least, and where no links tell headlines."""
ABOVE, BELOW = 4, 2
"""Lines above what is said of a story, and below it, among which its headline and its date stand."""
SIGNED = 0.6
"""Share of them that have an author ("Editors", "Readers" and the like are none)."""
BETWEEN = 7
"""Lines from what is said of one story to what is said of the next, at most."""
LONGER = 1.5
"""How many times as long as what is said of any other story an article above them is."""
AFTER = re.compile(r"[,·|(]|\s[-–—]\s")
"""What stands behind a name, before a date."""
Places = NDArray[np.intp]
Flags = NDArray[np.bool_]


def in_story_lists(view: View, score: Column, threshold: float) -> Flags:
    """bool (n,): the blocks of lists of other stories.

    Each story has one paragraph, above which its headline stands, and above or below which its date does. In Markdown
    headlines are links. In text, or where there is less beside the list than in it, most have an author as well: dates
    alone have events, too. The first may be the page's own, and so may the last that are liked, where liked text
    follows. An article that is nothing but such a list has a headline for each story, and no line more.
    """
    inside = np.zeros(view.n, np.bool_)
    linked = view.doc.marks is not None
    liked, date = liked_before(view, score, threshold), dated_lines(view)
    for start, at, stop in _lists(view, linked, date):
        first, last = int(liked[start[0]] < BEFORE), len(at) - 1
        while last >= 0 and liked[-1] - liked[stop[-1]] >= BEFORE and score[at[last]] >= threshold:
            last -= 1
        if len(at) < (STORIES if linked else UNLINKED):
            continue
        text = liked[stop[-1]] - liked[start[0]]
        if (not linked or liked[-1] < 2 * text) and not _signed(view, start, at, stop, date):
            continue
        if liked[-1] - text <= REST * text and _is_article(view, at, score >= threshold, date):
            continue
        if first <= last:
            inside[start[first] : stop[last]] = True
    return inside


def _lists(view: View, linked: bool, date: Flags) -> Iterator[tuple[Places, Places, Places]]:
    """Of each list where the lines above its stories start, where what is said of them stands, where the lines below
    end."""
    at = np.flatnonzero(blurbs(view))
    if len(at) < STORIES or np.count_nonzero(date) < STORIES:
        return
    titles = headlines(view)
    if not linked:
        titles = lines(view) & ~date & (view.words >= LEAST_HEADLINE) & (view.words <= MOST_HEADLINE)
    gap = np.diff(at, prepend=-1) - 1
    start = at - np.minimum(gap, ABOVE)
    stop = at + 1 + np.minimum(np.append(gap[1:], view.n - 1 - at[-1]), BELOW)
    signed = _any(date, start, at) | _any(date, at + 1, stop)
    story = (view.words[at] <= MOST_BLURB) & _any(titles, start, at) & signed
    goes_on = story & np.concatenate(([False], story[:-1])) & (gap <= BETWEEN)
    first: list[int] = np.flatnonzero(story & ~goes_on).tolist()
    behind: list[int] = np.flatnonzero(~goes_on).tolist()
    for place in first:
        next_one = bisect_right(behind, place)
        end = behind[next_one] if next_one < len(behind) else len(at)
        if end - place >= STORIES:
            yield start[place:end], at[place:end], stop[place:end]


def _any(column: Flags, start: Places, stop: Places) -> Flags:
    """bool: whether any block of each stretch is told."""
    total = running_sums(column)
    found: Flags = total[stop] > total[start]
    return found


def _signed(view: View, start: Places, at: Places, stop: Places, date: Flags) -> bool:
    """Whether most stories have an author: with "By", or in the line of the date."""
    places: list[list[int]] = np.stack((start, at, stop), axis=1).tolist()
    signed = [any(_names_author(view, i, bool(date[i])) for i in range(a, b) if i != own) for a, own, b in places]
    return sum(signed) >= SIGNED * len(signed)


def _is_article(view: View, at: Places, liked: Flags, date: Flags) -> bool:
    """Whether a list is an article: from the first story that reads like it to the last one most do, and they have one
    line beside date and author. On fronts they have a section as well, or "Read more"."""
    read = np.flatnonzero(liked[at])
    if len(read) < STORIES:
        return False
    at = at[read[0] : read[-1] + 1]
    if len(read) < ENTRIES * len(at) or view.words[at[0]] > LONGER * view.words[at[1:]].max():
        return False
    between = (i for one, other in pairwise(at.tolist()) for i in range(one + 1, other))
    return sum(not date[i] and not line_names_author(view, i) for i in between) < len(at)


def _names_author(view: View, block: int, date: bool) -> bool:
    line = view.doc.read_text(block)
    return bool(signature(view, block).author) or (date and bare_name(view, AFTER.split(line, maxsplit=1)[0]))
