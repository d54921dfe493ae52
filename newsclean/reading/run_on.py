"""Run-on pages: whole pages that came on one line, of which the lines are found again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from newsclean.reading.breaks import Gaps, LineBreaks
from newsclean.reading.glue import GLUE, TOUCH
from newsclean.reading.joins import APART, RUNS_ON
from newsclean.reading.lines import Line
from newsclean.reading.wraps import find_joins

WORD = re.compile(r"\S+")
LONE_LINE, LONE, LABEL = 600, 2, 100
"""A page is run on where a line of more characters is one of `LONE` lines, or the only one that is longer than a label:
not even its paragraphs were kept."""
DENSE_LINE, DENSE, DENSE_WORD = 400, 5, 15
"""The characters that are enough where a page has no more than `DENSE` lines and its script sets no blanks between
words."""
LONG_LINE, LIKELY, FEW, RATE = 1200, 1.0, 5, 0.01
"""A line of more characters is cut at its sentences' ends on any page; a page is run on where half of it stands in such
lines that lost line breaks: more than a few of their blanks, and more than such a share, have such log-odds without a
full stop before. Paragraphs, even the longest, have next to none of them."""
ENDLESS = 2500
"""Characters from which no line is a paragraph of a page on which others lost breaks: what it lost stood behind full
stops."""
BREAK, BREAK_AT_STOP, BREAK_AT_BLANK, PARAGRAPH = -0.4, -1.73, 2.0, 0.0
"""Log-odds from which on a line is broken; behind a full stop less is enough, since sentences may stand alone, and more
makes a paragraph. Where a page has lines but some of them touch, a blank is hardly ever one that was lost."""


def lone_line(lines: list[Line]) -> int:
    """Characters that no line of a page has more of, unless line breaks were lost."""
    if len(lines) > DENSE:
        return LONE_LINE
    blanks = sum(line.text.count(" ") + 1 for line in lines)
    return DENSE_LINE if sum(len(line.text) for line in lines) > DENSE_WORD * blanks else LONE_LINE


def is_run_on(lines: list[Line], longest: int, breaks: LineBreaks, glued: bool = False) -> bool:
    """Whether the line breaks of a page were lost. longest: characters of its `lone_line`. glued: whether words touch,
    where lines are parted anyway."""
    sizes = [len(line.text) for line in lines]
    if longest == DENSE_LINE or len(sizes) <= LONE or sum(size > LABEL for size in sizes) == 1:
        return any(size > longest for size in sizes)
    long = [line.text for line in lines if len(line.text) > LONG_LINE]
    if 2 * sum(map(len, long)) <= sum(sizes):
        return False
    lost = [text for text in long if _lost_some(text, breaks)]
    endless = [text for text in long if len(text) > ENDLESS and text not in lost and not glued]
    return bool(lost) and 2 * sum(map(len, lost + endless)) > sum(sizes)


def _lost_some(text: str, breaks: LineBreaks) -> bool:
    """Whether a long line has breaks where no sentence ends."""
    gaps = Gaps(text.split())
    likely = (breaks.log_odds(gaps) > LIKELY) & ~gaps.behind_stop
    return bool(likely.sum() > max(FEW, RATE * gaps.count))


class Lost(NamedTuple):
    """How a page lost line breaks. longest: characters from which a line may hold some. run_on: every such line does;
    else those do in which words touch, and hardly where they do not. glued: words that touch may have stood on two
    lines."""

    breaks: LineBreaks
    longest: int
    run_on: bool
    glued: bool

    def some(self, line: Line) -> bool:
        """Whether a line lost some."""
        return len(line.text) > self.longest and (self.run_on or GLUE.search(line.text) is not None)


def broken_again(lines: list[Line], source: str, lost: Lost) -> tuple[list[Line], list[int], int]:
    """The lines, those that lost line breaks parted where one is likely; and, as `find_joins` gives them, how each
    stands to the one before, and the width of the wrapping."""
    parted: list[Line] = []
    stands: list[int] = []
    for line in lines:
        for row, stand in _parts(line, source, lost) if lost.some(line) else [(line, APART)]:
            parted.append(row)
            stands.append(stand)
    joins, width = find_joins(parted)
    for i in range(1, len(parted)):
        touch = parted[i].start == parted[i - 1].end  # a blank between the halves of one word would be invented
        joins[i] = stands[i] if touch else max(joins[i], stands[i])
    return parted, joins, width


def _parts(line: Line, source: str, lost: Lost) -> Iterator[tuple[Line, int]]:
    words = list(_words(line, source, lost.glued))
    gaps = Gaps([source[start:end] for start, end in words])
    log_odds = lost.breaks.log_odds(gaps)
    touch = np.fromiter((a[1] == b[0] for a, b in pairwise(words)), np.bool_, gaps.count)
    broken = log_odds > np.where(gaps.behind_stop, BREAK_AT_STOP, BREAK)
    if not lost.run_on:
        broken &= touch | (log_odds > BREAK_AT_BLANK)
    if lost.glued:
        surely = {match.end() for match in GLUE.finditer(source, line.start, line.end)}
        broken |= np.fromiter((start in surely for start, _ in words[1:]), np.bool_, gaps.count)
    apart = gaps.behind_stop & (log_odds > PARAGRAPH) & ~touch
    for before, last in pairwise([-1, *np.flatnonzero(broken).tolist(), len(words) - 1]):
        start, end = words[before + 1][0], words[last][1]
        text = " ".join(source[start:end].split())
        if before < 0:
            yield line._replace(end=end, text=text, trailing=False), APART
        else:
            yield Line(start, end, 0, 0, False, text), APART if apart[before] else RUNS_ON


def _words(line: Line, source: str, glued: bool) -> Iterator[tuple[int, int]]:
    """Where each word begins and ends; of a glued page also words that touch."""
    for match in WORD.finditer(source, line.start, line.end):
        start, end = match.span()
        for touch in TOUCH.finditer(source, start + 1, end) if glued else ():
            yield start, touch.start()
            start = touch.start()
        yield start, end
