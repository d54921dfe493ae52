"""Conversations: the turns of an interview, a hearing or a list of questions and answers, which are short and look like
labels, one by one.

What tells them is that they follow each other: the same few speakers, dashes, or questions with their answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.shape import question
from newsclean.evidence.view import Column, View

SPEAKER = re.compile(
    r"[\s*_>]*(?:[\[(]?\d[\d:.]*[\])]?\s+)?[*_]*"  # a time before it
    r"(?:(?P<dash>[—–―－]+|--+)\s*[^\s\d]|(?P<name>(?:[^\W\d_]\.\s?){2,4}|[^\W\d_][^:：.?!\d]{0,27}?)\s?[:：]|(?P<letter>[^\W\d_])[.)]\s)"
)
"""How a turn begins: "— ", "MR PELL: ", "[00:15] Rufus: ", "Q. "."""
TIME = re.compile(r"[\s\[(]*\d{1,2}(?::\d\d){1,2}[\])\s]*")
"""When a turn begins, in a transcript; on a line of its own where it is a link."""
DASH = "—"
TURNS, DASHES = 5, 4
"""Turns of a conversation, and those that begin with a dash."""
LONGEST_TIME = 14
"""Characters of such a time."""
NAMED = 0.8
"""Share of its turns whose speakers have another one."""
SPOKEN = 0.7
"""Share of its blocks that end as sentences do."""
PAUSE, ANSWER = 3, 4
"""Blocks from one turn to the next, and of an answer, at most."""
ASKED, MANY = 3, 4
"""Questions with an answer each, and so many that sites seldom have them in a box."""
LEAST, LEAST_ASKED, LEAST_MANY = 0.1, 0.35, 0.2
"""Mean chance of its blocks, of questions and answers, and of many of them."""
LIKELY = 0.8
"""Chance that each of its turns then has at least."""
CLOSED = np.array([ord(sign) for sign in "」』"], np.uint32)
"""Quotation marks before which no full stop stands."""
COLONS = np.array([ord(sign) for sign in ":："], np.uint32)
CREDIT = [INDEX[name] for name in ("credit", "copyright", "ad", "share", "newsletter", "paywall", "consent", "comment")]
"""Cues of what is no turn, whoever seems to speak."""


def held(score: Column, turns: NDArray[np.bool_]) -> Column:
    """float32 (n,): the chances, those of a conversation's turns raised where there is one; else the same as they were.

    score: float32 (n,), the chances. turns: bool (n,), as `conversed` finds them.
    """
    raised = turns & (score < LIKELY)
    return np.where(raised, np.float32(LIKELY), score) if raised.any() else score


def conversed(view: View, score: Column) -> NDArray[np.bool_]:
    """bool (n,): the blocks of a text or Markdown that are turns of a conversation.

    score: float32 (n,), the chances.
    """
    found = np.zeros(view.n, np.bool_)
    if view.doc.markup is not None or view.doc.layout == "one_line" or view.n < TURNS:
        return found
    texts = view.doc.text.split("\n")[: view.n]
    speakers = [_speaker(text) for text in texts]
    turn = np.array([bool(speaker) for speaker in speakers], np.bool_)
    timed = np.array([len(text) <= LONGEST_TIME and TIME.fullmatch(text) is not None for text in texts], np.bool_)
    asks, last = question(view) > 0, view.codes[view.ends - 1]
    quoted, named = (
        np.isin(last, CLOSED),
        turn & np.isin(last, COLONS),
    )  # a name in bold: what is said is on the next line
    said = (view.sentence_end > 0) | asks | quoted | named
    plain = said & ~(view.cues > 0).any(axis=0) & (view.doc.links == 0)
    quotable = np.logical_not((view.cues[CREDIT] > 0).any(axis=0))
    for first, end in _stretches(turn):
        turns = Counter(speaker for speaker in speakers[first:end] if speaker)
        least = _least(turns, int((asks & ~turn)[first:end].sum()))
        if (said | timed)[first:end].mean() < SPOKEN or score[first:end].mean() < least:
            continue
        if end < view.n and _is_answered(turn[first:end], plain, end):
            end += bool(named[end - 1] or quoted[end] or score[end] >= LEAST)
        back = np.array([turns[speaker] > 1 for speaker in speakers[first:end]], np.bool_)
        found[first:end] |= (back & quotable[first:end]) | (plain | timed)[first:end]
        found[first - 1] |= first > 0 and timed[first - 1]
    for first, end in _answered(asks, plain):
        if score[first:end].mean() >= (LEAST_ASKED if asks[first:end].sum() < MANY else LEAST_MANY):
            found[first:end] = True
    begins = found & ~np.append(False, found[:-1])
    found[:-1] |= begins[1:] & (plain & (asks | (view.good & (score >= LEAST))))[:-1]  # what introduces it
    return found


def _speaker(text: str) -> str:
    """Who speaks, in small letters, a dash where nobody is named; "" where the text is no turn."""
    match = SPEAKER.match(text[:60])
    if match is None:
        return ""
    return DASH if match["dash"] else (match["name"] or match["letter"]).strip("*_ ").casefold()


def _least(turns: Counter[str], unnamed: int) -> float:
    """The mean chance from which turns are a conversation's: two speakers who come back at least, and few others; or
    one who is asked; or dashes. More than 1 where they are none.

    turns: how many each speaker has. unnamed: how many questions nobody is named for.
    """
    back = [count for count in turns.values() if count > 1]
    few = sum(back) >= min(NAMED * turns.total(), turns.total() - 1)
    if turns[DASH] >= DASHES or (few and len(back) > 1 and turns.total() >= TURNS):
        return LEAST
    return LEAST_MANY if few and min(unnamed, max(back, default=0)) >= ASKED else 2.0


def _is_answered(turn: NDArray[np.bool_], plain: NDArray[np.bool_], end: int) -> bool:
    """Whether what follows the last turn is its answer: the others have one each, of a speaker who is not named."""
    return bool(plain[end]) and int((~turn).sum()) >= NAMED * (int(turn.sum()) - 1)


def _stretches(turn: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where turns follow each other, none of them far from the one before: first, end."""
    at = np.flatnonzero(turn)
    if len(at):
        for part in np.split(at, np.flatnonzero(np.diff(at) > PAUSE) + 1):
            yield int(part[0]), int(part[-1]) + 1


def _answered(asks: NDArray[np.bool_], plain: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where questions and answers alternate with nothing else between, three of each at least: first, end.

    Of what follows the last question one block is its answer.
    """
    answers = plain & ~asks
    at = np.flatnonzero(asks & plain & np.append(answers[1:], False))
    if len(at) < ASKED:
        return
    others = np.cumsum(~answers)  # between a question and the next one there must be no more than the latter
    apart = (np.diff(at) > ANSWER + 1) | (others[at[1:]] - others[at[:-1]] > 1)
    for part in np.split(at, np.flatnonzero(apart) + 1):
        if len(part) >= ASKED:
            yield int(part[0]), int(part[-1]) + 2
