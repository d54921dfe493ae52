"""Decisions about neighbours: gaps in a text that stays nearly whole close, and what was printed twice stays once."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.decision import BETWEEN, FIRM, blocks_between, headings_between
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.copies import without_copies
from newsclean.scoring.scorer import Scored
from tests.texts import VOTE

OTHER = "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm."
SURE, KEPT, GAP, JUNK = FIRM + 0.1, FIRM - 0.1, BETWEEN + 0.01, BETWEEN - 0.01


def gaps(blocks: list[tuple[str, float]], threshold: float = 0.55) -> list[int]:
    """The numbers of the blocks that close a gap. blocks: (text, chance)."""
    view = View(read("\n\n".join(text for text, _ in blocks), "text"))
    assert view.n == len(blocks)
    score = np.array([chance for _, chance in blocks], np.float32)
    scored = Scored(view, np.empty((0, view.n), np.float32), score, score, threshold, threshold, threshold)
    return blocks_between(scored, score, score >= threshold).nonzero()[0].tolist()


def test_a_gap_in_a_text_that_stays_closes() -> None:
    rows = [("Up to 400 crowns", GAP), ("A bridge of rope", GAP)]
    assert gaps([(VOTE, SURE), *rows, (VOTE, SURE), (VOTE, KEPT)]) == [1, 2]


@pytest.mark.parametrize(
    "blocks",
    [
        [(VOTE, SURE), ("Up to 400 crowns", JUNK), (VOTE, SURE)],
        [(VOTE, SURE), ("Up to 400 crowns", GAP), ("A bridge of rope", JUNK), (VOTE, SURE), (VOTE, SURE)],
        [("Up to 400 crowns", GAP), (VOTE, SURE), (VOTE, SURE)],
        [(VOTE, SURE), (VOTE, SURE), ("Up to 400 crowns", GAP)],
        [(VOTE, SURE), ("Up to 400 crowns", GAP), (VOTE, KEPT)],
        [(VOTE, SURE), ("Read more", GAP), (VOTE, SURE)],
        [(VOTE, SURE), (OTHER, GAP), (VOTE, SURE)],
        [(VOTE, SURE)],
        [(VOTE, JUNK), ("Up to 400 crowns", GAP)],
    ],
    ids=[
        "junk",
        "junk beside it",
        "above",
        "below",
        "before an end in doubt",
        "a cue",
        "a third",
        "alone",
        "no article",
    ],
)
def test_other_gaps_stay_open(blocks: list[tuple[str, float]]) -> None:
    assert gaps(blocks) == []


def test_how_much_must_stay() -> None:
    few = [(VOTE, SURE)] * 8
    assert gaps([*few, (OTHER, GAP), *few]) == [8]
    assert gaps([*few[:2], (OTHER, GAP), *few[:2]]) == []


def test_what_was_printed_twice_does_not_come_back() -> None:
    texts = [VOTE, OTHER, "Up to 400 crowns", VOTE, *(f"{OTHER} So it was in {year}." for year in range(2001, 2009))]
    view = View(read("\n\n".join(texts), "text"))
    score = np.full(view.n, SURE, np.float32)
    score[2:4] = GAP, FIRM - 0.01
    kept = score >= FIRM
    scored = Scored(view, np.empty((0, view.n), np.float32), score, score, 0.55, 0.55, 0.55)
    assert blocks_between(scored, score, kept).nonzero()[0].tolist() == [2]


ASKED = "What would you do in your first hundred days to get the ferry running on time again?"
SAID = '"On the advice of my lawyer I shall not answer that question, with all respect to the court," he said.'
ANSWERS = [
    "I would buy a second engine, since the money is there and nobody has asked for it.",
    "Nothing, because the sea is rough, and no mayor can change that.",
    "I would ride on it every day, and so would the council.",
]


@pytest.mark.parametrize("text", [ASKED, SAID])
@pytest.mark.parametrize("apart", ["\n", "\n\n", "\r\n\r\n"])
def test_what_several_people_are_asked_or_somebody_says_again_and_again_comes_back(text: str, apart: str) -> None:
    report = apart.join([VOTE, OTHER, *(f"{text}{apart}{answer}" for answer in ANSWERS)])
    assert clean(report).count(text) == len(ANSWERS)


VERSES = [
    "The boats go out at four o'clock,\nthe gulls go out at five,\nand all that ever leaves the dock\nis glad to live.",
    "The boats come home at half past nine,\nthe gulls come home at ten,\nand all the washing on the line\ngoes out.",
]
REFRAIN = "Oh, row me to the other shore,\noh, row me to the sea,\nand I shall never ask for more\nthan company."


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_song_keeps_its_refrain(end: str) -> None:
    song = "\n\n".join([VOTE, VERSES[0], REFRAIN, VERSES[1], REFRAIN, OTHER])
    assert clean(song.replace("\n", end)).count(REFRAIN.split(",")[1]) == 2
    paragraph = "\n\n".join([VOTE, *ANSWERS, REFRAIN, OTHER, REFRAIN, ANSWERS[0]])
    view = View(read(paragraph.replace("\n", end), "text"))
    assert without_copies(view, np.full(view.n, SURE, np.float32), np.ones(view.n, np.bool_)).sum() == view.n - 2


@pytest.mark.parametrize(
    "blocks",
    [
        [VOTE, ASKED, ANSWERS[0], OTHER, ASKED, ANSWERS[1]],  # set apart once
        [VOTE, SAID, ANSWERS[0], OTHER, SAID, ANSWERS[1]],
        [VOTE, ASKED, ANSWERS[0], OTHER, SAID, ANSWERS[1], SAID] * 3,  # all of it was printed again
    ],
    ids=["a question", "a quotation", "the article"],
)
def test_what_was_printed_twice_stays_once(blocks: list[str]) -> None:
    view = View(read("\n\n".join(blocks), "text"))
    stays = without_copies(view, np.full(view.n, SURE, np.float32), np.ones(view.n, np.bool_))
    assert sorted(np.array(blocks)[stays]) == sorted(set(blocks))


def test_whatever_is_preferred_less_goes_the_less_precision_is_asked_for() -> None:
    rows = "\n\n".join(f"{VOTE}\n\nHarbour {i}" for i in range(6)) + f"\n\n{VOTE}"
    lengths = [len(clean(rows, prefer=prefer)) for prefer in ("precision", "balanced", "recall")]
    assert lengths == sorted(lengths)
    assert explain(rows).text == clean(rows)


@pytest.mark.parametrize(
    ("line", "chance", "kept", "stays"),
    [
        ("## Design", 0.46, [1, 0, 1], True),
        ("## Design", 0.2, [1, 0, 1], False),
        ("## What the council of the town said", 0.46, [1, 0, 1], False),
        ("Design", 0.46, [1, 0, 1], False),  # which no text tells from a button
        ("## [Design](/design)", 0.46, [1, 0, 1], False),
        ("## Related articles", 0.46, [1, 0, 1], False),
        ("## Newsletter", 0.46, [1, 0, 1], False),
        ("## Design", 0.46, [1, 0, 0], False),
        ("## Design", 0.46, [0, 0, 1], False),
    ],
)
def test_a_heading_between_two_blocks_that_stay_stays(line: str, chance: float, kept: list[int], stays: bool) -> None:
    view = View(read(f"The council voted on Monday.\n\n{line}\n\nThe mayor said so on Tuesday.", "markdown"))
    score = np.array([0.9, chance, 0.9], np.float32)
    assert headings_between(view, score, np.array(kept, np.bool_)).tolist() == [False, stays, False]
