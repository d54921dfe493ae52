"""Polls: a question to the readers, its answers with the share of all votes that each has, and how many have voted."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column, View
from newsclean.reading.buttons import ASKING

SIGNS = "%٪％"
SHARE = rf"(\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?[{SIGNS}]"
ANSWER = re.compile(rf"(?:.*[^\d.,])?{SHARE}(?:\s?\([^()]*\))?\W*|{SHARE}.*")
"""A line that ends in a share, perhaps with the votes in brackets, or begins with one."""
WORDS, LONGEST = 12, 200
"""Words of an answer, and of what tells the number of votes, at most; and characters of an answer."""
ANSWERS, LEAST, MOST = range(2, 9), 98, 102
"""Answers of a poll, and the sum of their shares in percent: they are rounded."""
VOTES = re.compile(r"\d[\d.,\s]*\d")
"""How many have voted: more than nine."""
BELOW = 2
"""Lines below the answers among which the votes are told."""
LABEL = 4
"""Words of a label above the question, at most."""


def polls(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the lines of the page's polls, from a label above the question down to the number of votes.

    An article that tells of a survey has its figures as well, but hardly a count of votes on a line below them.
    """
    found = np.zeros(view.n, np.bool_)
    if any(sign in view.doc.text for sign in SIGNS):
        for first, end in _answers(view):
            last = _counted(view, end)
            if last and first > 0 and _asks(view, first - 1):
                found[_top(view, first - 1) : last + 1] = True
    return found


def _answers(view: View) -> Iterator[tuple[int, int]]:
    """The first line of each poll's answers and the one behind the last: a share on each, or on every other line, with
    the answer above it, or below it."""
    shares = _shares(view)
    at = np.array([*shares], np.intp)
    for step in (1, 2):
        for run in np.split(at, np.flatnonzero(np.diff(at) != step) + 1):
            total = sum(shares[i] for i in run.tolist())
            if len(run) in ANSWERS and LEAST <= total <= MOST:
                first, end = int(run[0]), int(run[-1]) + 1
                if step == 2:
                    below = _asks(view, first - 1)
                    first, end = (first, end + 1) if below else (first - 1, end)
                if (view.words[max(0, first) : end] <= WORDS).all():
                    yield first, end


def _shares(view: View) -> dict[int, float]:
    """The share in percent that each line names which may be an answer's."""
    shares = {}
    for i in np.flatnonzero(view.chars <= LONGEST).tolist():
        told = ANSWER.fullmatch(view.doc.read_text(i).strip())
        if told:
            shares[i] = float((told[1] or told[2]).replace(",", "."))
    return shares


def _asks(view: View, i: int) -> bool:
    return view.doc.read_text(i).rstrip().endswith(ASKING)


def _counted(view: View, end: int) -> int:
    """The line that tells the votes, 0 for none."""
    for i in range(end, min(end + BELOW, view.n)):
        if view.words[i] > WORDS:
            break
        if VOTES.search(view.doc.read_text(i)):
            return i
    return 0


def _top(view: View, question: int) -> int:
    """The label above the question, else the question."""
    above = question - 1
    labelled = above >= 0 and view.words[above] <= LABEL and view.sentence_end[above] == 0
    return above if labelled else question
