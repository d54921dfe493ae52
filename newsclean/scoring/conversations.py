"""Conversations: the turns of an interview, a hearing or a list of questions and answers, which are short and look like
labels, one by one.

What tells them is that they follow each other: the same few speakers, dashes, or questions with their answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.repetition import repeat_of_earlier
from newsclean.evidence.shape import question
from newsclean.evidence.view import Column, View
from newsclean.scoring.lone_lines import is_lone

SPEAKER = re.compile(
    r"[\s*_>]*(?:[\[(]?\d[\d:.]*[\])]?\s+)?[*_]*"  # a time before it
    r"(?:(?P<dash>[—–―－]+|--+)\s*[^\s\d]"
    r"|(?P<name>(?:[^\W\d_]\.\s?){2,4}|[^\W\d_][^:：.?!\d]{0,27}?)\s?[:：]"
    r"|(?P<letter>[^\W\d_])[.)]\s)"
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
OWN = 4
"""One in so many turns, or more, is a page's line where readers' questions about the site are answered."""
BETWEEN = 4
"""Blocks between an answer and the next question, at most: a box that asks for something, an advertisement's label."""
LONGEST_QUESTION = 40
"""Words of one; a longer paragraph may end in a question."""
LEAST, LEAST_ASKED, LEAST_MANY = 0.1, 0.35, 0.2
"""Mean chance of its blocks, of questions and answers, and of many of them."""
LIKELY = 0.8
"""Chance that each of its turns then has at least."""
HEAD = 60
"""Characters at a block's start in which its speaker is looked for."""


def _table(signs: str) -> NDArray[np.bool_]:
    """bool (65536,): whether a character is one of these."""
    table = np.zeros(0x10000, np.bool_)
    table[list(map(ord, signs))] = True
    return table


CLOSED, COLONS = _table("」』"), _table(":：")
"""Quotation marks before which no full stop stands, and what stands behind a speaker."""
BEGINNINGS, BEHIND_LETTERS = _table(" \t*_>[(0123456789—–―－-"), _table(".)")
"""Signs with which a turn without a colon begins, and those behind its first letter."""
CREDIT = [INDEX[name] for name in ("credit", "copyright", "ad", "share", "newsletter", "paywall", "consent", "comment")]
"""Cues of what is no turn, whoever seems to speak."""


def held(score: Column, lines: NDArray[np.bool_], likely: float = LIKELY) -> Column:
    """float32 (n,): the chances, those of some lines raised to what is likely where any is lower; else the same.

    score: float32 (n,), the chances. lines: bool (n,), a conversation's turns as `conversed` finds them, or others.
    """
    raised = lines & (score < likely)
    return np.where(raised, np.float32(likely), score) if raised.any() else score


def conversed(view: View, score: Column) -> NDArray[np.bool_]:
    """bool (n,): the blocks that are turns of a conversation.

    score: float32 (n,), the chances.
    """
    found = np.zeros(view.n, np.bool_)
    if view.doc.layout == "one_line" or view.n < TURNS:
        return found
    lines = _lines(view)
    if lines is None:
        return found
    for first, end in _stretches(lines.turn):
        if lines.turn[first:end].sum() >= ASKED:
            _mark_turns(found, lines, score, first, end)
    printed = repeat_of_earlier(view) > 0
    for said in _answered(lines.asks, lines.plain & ~printed):
        least = LEAST_ASKED if lines.asks[said].sum() < MANY else LEAST_MANY
        found[said] |= score[said].mean() >= least and not _is_of_page(view, said)
    begins = found & ~np.append(False, found[:-1])
    introduces = lines.plain & (lines.asks | (view.good & (score >= LEAST)))
    found[:-1] |= begins[1:] & introduces[:-1]
    return found


def _is_of_page(view: View, said: list[int]) -> bool:
    """Whether questions and answers are the site's own, on readers' accounts, say: a good part are a page's lines."""
    own = sum(is_lone(view.doc.read_text(i), view.sentence_end[i] > 0, edge=True) for i in said)
    return own * OWN >= len(said)


def _may_be_turns(view: View) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may begin with a speaker, a dash or a time; to ask of each would take its time."""
    codes, starts = np.minimum(view.codes, 0xFFFF), view.starts
    may = BEGINNINGS[codes[starts]] | BEHIND_LETTERS[codes[np.minimum(starts + 1, len(codes) - 1)]]
    colons = np.flatnonzero(COLONS[codes])
    block = np.maximum(starts.searchsorted(colons, "right") - 1, 0)
    may[block[colons - starts[block] < HEAD]] = True
    return may


@dataclass(frozen=True, slots=True)
class _Lines:
    """What the blocks of a page look like, each bool (n,), and who speaks in each."""

    speakers: list[str]  # as `_speaker` finds them
    turn: NDArray[np.bool_]
    timed: NDArray[np.bool_]  # nothing but a time
    asks: NDArray[np.bool_]
    quoted: NDArray[np.bool_]  # ends in a quotation mark
    named: NDArray[np.bool_]  # nothing but a speaker: what is said is on the next line
    said: NDArray[np.bool_]  # ends as what somebody says may
    plain: NDArray[np.bool_]  # said, without a cue and a link
    quotable: NDArray[np.bool_]  # no credit, advertisement or call


def _lines(view: View) -> _Lines | None:
    """What tells conversations of a page; None where there is too little for one, as on most pages."""
    may, asks = _may_be_turns(view), (question(view) > 0) & (view.words <= LONGEST_QUESTION)
    texts, speakers = view.doc.text.split("\n"), [""] * view.n
    turn, timed = np.zeros(view.n, np.bool_), np.zeros(view.n, np.bool_)
    for i in np.flatnonzero(may).tolist():
        speakers[i] = _speaker(texts[i])
        turn[i] = bool(speakers[i])
        timed[i] = len(texts[i]) <= LONGEST_TIME and TIME.fullmatch(texts[i]) is not None
    if turn.sum() < ASKED and asks.sum() < ASKED:
        return None
    last = np.minimum(view.codes[view.ends - 1], 0xFFFF)
    quoted, named = CLOSED[last], turn & COLONS[last]
    said = (view.sentence_end > 0) | asks | quoted | named
    plain = said & ~(view.cues > 0).any(axis=0) & (view.doc.links == 0)
    quotable = np.logical_not((view.cues[CREDIT] > 0).any(axis=0))
    return _Lines(speakers, turn, timed, asks, quoted, named, said, plain, quotable)


def _mark_turns(found: NDArray[np.bool_], lines: _Lines, score: Column, first: int, end: int) -> None:
    """Marks what is said in a stretch of turns, if that is a conversation: from its first turn to behind its last."""
    part = slice(first, end)
    turns = Counter(speaker for speaker in lines.speakers[part] if speaker)
    least = _least(turns, int((lines.asks & ~lines.turn)[part].sum()))
    if (lines.said | lines.timed)[part].mean() < SPOKEN or score[part].mean() < least:
        return
    if end < len(score) and _is_answered(lines.turn[part], lines.plain, end):
        end += bool(lines.named[end - 1] or lines.quoted[end] or score[end] >= LEAST)
        part = slice(first, end)
    back = np.array([turns[speaker] > 1 for speaker in lines.speakers[part]], np.bool_)
    found[part] |= (back & lines.quotable[part]) | (lines.plain | lines.timed)[part]
    found[first - 1] |= first > 0 and lines.timed[first - 1]


def _speaker(text: str) -> str:
    """Who speaks, in small letters, a dash where nobody is named; "" where the text is no turn."""
    match = SPEAKER.match(text[:HEAD])
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


def _answered(asks: NDArray[np.bool_], plain: NDArray[np.bool_]) -> Iterator[list[int]]:
    """The blocks of questions and their answers, three of each at least, with no more between than a box or a label.

    Of what follows the last question one block is its answer.
    """
    answers = plain & ~asks
    at = np.flatnonzero(asks & plain & np.append(answers[1:], False))
    if len(at) < ASKED:
        return
    silent = np.flatnonzero(~answers)
    ends = np.append(silent, len(asks))[np.searchsorted(silent, at, "right")]  # of what answers right below each
    apart = (ends[:-1] - at[:-1] > ANSWER + 1) | (at[1:] - ends[:-1] > BETWEEN)
    for part in np.split(np.arange(len(at)), np.flatnonzero(apart) + 1):
        if len(part) >= ASKED:
            said = [i for one in part[:-1].tolist() for i in range(int(at[one]), int(ends[one]))]
            yield [*said, int(at[part[-1]]), int(at[part[-1]]) + 1]
