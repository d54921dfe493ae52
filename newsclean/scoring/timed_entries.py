"""Timed entries: the parts of a live blog, or of the record of a day, each below its time.

One by one they look like teasers or comments. What tells them is that their times run forward or backward through a
day, with sentences below each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name
from newsclean.evidence.characters import Class
from newsclean.evidence.dates import clock, month, year
from newsclean.evidence.lexicon import TIMESTAMP
from newsclean.evidence.stems import in_common, stems, stems_of
from newsclean.evidence.view import Column, View
from newsclean.scoring.announced import announces
from newsclean.scoring.entries import DAY, LIVE_TYPES, head_times

ENTRIES = 4
"""Entries of a page, at least."""
FAR = 40
"""Blocks from one time to the next, or to the page's end, at most."""
COURSES = 10
"""Courses of times on a page that are looked at, the longest ones."""
LABEL = 6
"""Words of a line that is little more than a time, at most."""
SENTENCE = 3
"""Words of a sentence, at least."""
TOLD = 0.7
"""Share of the entries that have sentences: where headlines follow the times, it is a list of other stories."""
LEAST = 0.1
"""Mean chance of their sentences, at least: a front's list of stories with a sentence each has less."""
EVEN = 0.5
"""Chance from which words elsewhere are an article's: beside one that has more of them entries are no article."""
SHARED = 0.1
"""Share of an entry's telling words that are in another one too, in the mean, at least: stories share fewer."""
NAMED, NAME = 0.5, 4
"""Share of the entries above whose times a line of its own stands, from which these are the names of readers, and words
of such a line, at most."""
ABOVE = 4
"""Blocks from an entry's time to its first sentence, at most: below a heading, an author, what shares it."""
HALF_DAY = DAY // 2
MORNING, AFTERNOON = re.compile(r"\d\s?a\.?\s?m\b", re.I), re.compile(r"\d\s?p\.?\s?m\b", re.I)
TIME, DIGITS = re.compile(r"(?<!\d)(\d{1,2})[:.hH](\d\d)(?!\d)"), re.compile(r"\d+")
HEAD_TIME = "0:00"
"""How blocks that begin with a time are worded, whatever follows."""
HEAD = 24
"""Characters of a block in which that stands."""


def timed(view: View, score: Column) -> NDArray[np.bool_]:
    """bool (n,): the headings and sentences of entries that each stand below a time or begin with one.

    score: float32 (n,), the chances.
    """
    found = np.zeros(view.n, np.bool_)
    if view.doc.layout == "one_line" or view.n < ENTRIES:
        return found
    courses = [bounds for at, minutes in _stamps(view) for bounds in _courses([*at, view.n], minutes)]
    if not courses:
        return found
    plain = _plain(view)
    for bounds in sorted(courses, key=len, reverse=True)[:COURSES]:
        entries = [_entry(view, plain, top, below) for top, below in pairwise(bounds)]
        entries[-1] = entries[-1][: median_low(map(len, entries[:-1]))]  # where it ends nothing tells
        if _are_told(view, score, entries, bounds[:-1]):
            found[[i for entry in entries for i in entry]] = True
    return found


def has_entries(view: View) -> bool:
    """Whether a page goes from time to time, or from one line on how long ago to the next, with sentences below each,
    which readers have not signed; or says of itself that it is a live blog."""
    if view.doc.markup is not None and view.doc.markup.head.types & LIVE_TYPES:
        return True
    plain = _plain(view)
    ago = (view.words <= LABEL) & (view.sentence_end == 0) & (view.cues[TIMESTAMP] > 0) & (view.counts[Class.DIGIT] > 0)
    for at in (*(at for at, _ in _stamps(view)), np.flatnonzero(ago).tolist()):
        said = sum(bool(_entry(view, plain, top, below)) for top, below in pairwise([*at, view.n]))
        if len(at) >= ENTRIES and said >= TOLD * len(at) and not _are_signed(view, at):
            return True
    return False


def _stamps(view: View) -> Iterator[tuple[list[int], list[int]]]:
    """The blocks that begin with a time, also behind a label such as "Key event"; and those that are a day and a time,
    each worded as the others are; with their minutes since midnight."""
    clocked = clock(view) > 0
    if clocked.sum() < ENTRIES:
        return iter(())
    times, label = head_times(view), (view.words <= LABEL) & (view.sentence_end == 0)
    dated = (year(view) > 0) | (month(view) > 0)
    other = dated | (view.cues > 0).any(axis=0)  # "Updated at 10:52" begins no entry
    begins = (times >= 0) & ~(label & dated)
    heads = {_worded(view.doc.read_text(i)) for i in np.flatnonzero(begins & label).tolist()}
    groups: dict[str, tuple[list[int], list[int]]] = {}
    for i in np.flatnonzero(begins | (label & clocked)).tolist():
        text = view.doc.read_text(i)
        labelled = not other[i] and _behind_label(text) in heads
        at, minutes = groups.setdefault(HEAD_TIME if begins[i] or labelled else _worded(text), ([], []))
        at.append(i)
        minutes.append(_minute(text[:HEAD], int(times[i])) if begins[i] else _last_minute(text))
    return (group for group in groups.values() if len(group[0]) >= ENTRIES)


def _worded(text: str) -> str:
    """How a line is worded, whatever its numbers."""
    return DIGITS.sub("", text).casefold()


def _behind_label(text: str) -> str:
    """How a line is worded from its first time on; "" of one without."""
    time = TIME.search(text)
    return "" if time is None else _worded(text[time.start() :])


def _minute(head: str, minute: int) -> int:
    """A time of a block's head in minutes since midnight, of twelve hours or of a day's."""
    if AFTERNOON.search(head) and minute < HALF_DAY:
        return minute + HALF_DAY
    return minute - HALF_DAY if MORNING.search(head) and minute >= HALF_DAY else minute


def _last_minute(text: str) -> int:
    """The last time of a line."""
    hour, minute = (TIME.findall(text) or [(0, 0)])[-1]
    return _minute(text, int(hour) * 60 + int(minute))


def _courses(at: Sequence[int], minutes: Sequence[int]) -> Iterator[Sequence[int]]:
    """Blocks whose times run one way through a day at most, no two of them far from each other, and what comes next.

    at: the blocks with times, and the page's end. minutes: their times.
    """
    for way in (1, -1):
        first = 0
        while first + ENTRIES <= len(minutes):
            end, passed = first + 1, 0
            while end < len(minutes) and at[end] - at[end - 1] <= FAR:
                passed += (step := way * (minutes[end] - minutes[end - 1]) % DAY)
                if step > HALF_DAY or passed > DAY:
                    break
                end += 1
            if end - first >= ENTRIES and minutes[first] != minutes[end - 1]:
                yield at[first : end + 1]
            first = max(end - 1, first + 1)


def _plain(view: View) -> NDArray[np.bool_]:
    """bool (n,): sentences that are no labels, and those that announce what comes."""
    said: NDArray[np.bool_] = (view.sentence_end > 0) & (view.words >= SENTENCE) & ~(view.cues > 0).any(axis=0)
    return said | announces(view)


def _entry(view: View, plain: NDArray[np.bool_], top: int, below: int) -> list[int]:
    """The headings of an entry and its sentences up to the first other line: behind it may stand a box.

    top: the block with its time. below: that with the next time, or the page's end.
    """
    below = min(below, top + FAR)
    first = next((i for i in range(top, min(top + ABOVE + 1, below)) if plain[i]), below)
    end = next((i for i in range(first, below) if not plain[i]), below)
    heads = [i for i in range(top + 1, first) if view.words[i] > 1 and not (view.cues[:, i] > 0).any()]
    named = [i for i in heads if bare_name(view, view.doc.read_text(i))]
    return [i for i in (*heads, *range(first, end)) if i not in named] if first < below else []


def _are_told(view: View, score: Column, entries: Sequence[Sequence[int]], at: Sequence[int]) -> bool:
    """Whether entries are an article's, and neither readers' nor of a list of other stories."""
    inside = np.zeros(view.n, np.bool_)
    inside[[i for entry in entries for i in entry]] = True
    said = inside & (view.sentence_end > 0)
    if sum(map(bool, entries)) < TOLD * len(entries) or score[said].mean() < LEAST:
        return False
    if view.words[inside].sum() < view.words[~inside & (score >= EVEN)].sum():
        return False
    return not _are_signed(view, at) and _shared(view, inside, entries) >= SHARED


def _are_signed(view: View, at: Sequence[int]) -> bool:
    """Whether readers wrote the entries: above or below most of the times stands a name, each time another one."""
    for beside in (-1, 1):
        lines = [i + beside for i in at if 0 <= i + beside < view.n]
        names = {view.doc.read_text(i) for i in lines if view.words[i] <= NAME and not view.sentence_end[i]}
        if len({name for name in names if beside < 0 or bare_name(view, name)}) > NAMED * len(at):
            return True
    return False


def _shared(view: View, inside: NDArray[np.bool_], entries: Sequence[Sequence[int]]) -> float:
    """What share of an entry's telling words another one has, in the mean."""
    said = stems(view, inside)
    return float(np.mean(in_common([stems_of(said, entry) for entry in entries if entry])))
