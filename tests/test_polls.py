"""Polls: a question with its answers' shares and the number of votes."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.text import read_text
from newsclean.scoring.polls import polls

BODY = [
    f"The ferry to the northern islands sails again from {day}, eleven days after the storm had taken its landing away."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
]
ASKED = "Would you sail in such a wind?"
ANSWERS = ["Gladly 62%", "Only with a piano on board 27%", "Never 11%"]
COUNTED = "5,204 have said so until now"
POLL = [ASKED, *ANSWERS, COUNTED]


def lowered(lines: list[str]) -> list[str]:
    """The lines that are lowered among the paragraphs."""
    doc = read_text("\n\n".join([*BODY[:3], *lines, *BODY[3:]]))
    found = polls(View(doc), np.full(len(doc), 0.9, np.float32), 0.5)
    return [doc.block_text(i) for i in np.flatnonzero(found).tolist()]


def test_a_poll_goes() -> None:
    assert lowered(POLL) == POLL
    text = "\n\n".join([*BODY[:3], *POLL, *BODY[3:]])
    assert clean(text) == "\n\n".join(BODY)
    reasons = {block.text: [reason.name for reason in block.reasons] for block in explain(text).blocks}
    assert "a question to readers, with its answers' shares" in reasons[COUNTED]


@pytest.mark.parametrize(
    "answers",
    [
        ["62 % gladly", "38 % never"],
        ["Gladly: 61,5 %", "Never: 38,5 %"],
        ["Gladly 62% (124 votes)", "Never 38% (76 votes)"],
        ["62%", "Gladly", "38%", "Never"],
        ["Gladly", "62%", "Never", "38%"],
        ["جدا ٦٢٪", "لا ٣٨٪"],
        ["乐意 62％", "不 38％"],
    ],
)
def test_shares_stand_before_or_behind_their_answers(answers: list[str]) -> None:
    assert lowered([ASKED, *answers, COUNTED]) == [ASKED, *answers, COUNTED]


@pytest.mark.parametrize("asked", ["你愿意吗？", "هل تبحر؟"])
def test_questions_end_in_many_ways(asked: str) -> None:
    assert lowered([asked, *ANSWERS, COUNTED]) == [asked, *ANSWERS, COUNTED]


def test_without_a_question_it_is_a_list() -> None:
    assert lowered(["What people say of such a wind", *ANSWERS, COUNTED]) == []
    assert lowered([*ANSWERS, COUNTED]) == []


def test_without_a_count_of_votes_it_is_a_survey() -> None:
    assert lowered([ASKED, *ANSWERS]) == []
    assert lowered([ASKED, *ANSWERS, "That was so 3 years ago as well"]) == []
    said = "Of the 5,204 who were asked by the harbour on the two days most had never been on a ferry."
    assert lowered([ASKED, *ANSWERS, said]) == []


def test_the_count_may_stand_below_a_button() -> None:
    assert lowered([ASKED, *ANSWERS, "Have your say", COUNTED]) == [ASKED, *ANSWERS, "Have your say", COUNTED]
    assert lowered([ASKED, *ANSWERS, "Have your say", "Thank you", COUNTED]) == []


def test_shares_are_of_a_whole() -> None:
    assert lowered([ASKED, "Gladly 62%", "Never 11%", COUNTED]) == []
    assert lowered([ASKED, "Gladly 62%", "Never 61%", COUNTED]) == []
    assert lowered([ASKED, "Gladly 33%", "Seldom 33%", "Never 33%", COUNTED]) != []


def test_one_answer_is_none() -> None:
    assert lowered([ASKED, "Gladly 100%", COUNTED]) == []


def test_more_than_eight_answers_are_a_table() -> None:
    assert lowered([ASKED, *(f"Pier {name} 10%" for name in "abcdefghij"), COUNTED]) == []


def test_long_lines_are_no_answers() -> None:
    long = "Never, and I have told the harbour master so on each and every day of this year 38%"
    assert lowered([ASKED, "Gladly 62%", long, COUNTED]) == []
    assert lowered([ASKED, "Gladly 62%", f"{'n' * 210} 38%", COUNTED]) == []
    assert lowered([ASKED, "Gladly", "62%", long[:-4], "38%", COUNTED]) == []


def test_a_label_above_goes_too() -> None:
    assert lowered(["Your turn", *POLL]) == ["Your turn", *POLL]
    assert lowered(["He laughed.", *POLL]) == POLL
    assert lowered(["What the harbour wants to hear", *POLL]) == POLL


def told(lines: list[str]) -> list[bool]:
    """Whether each line of a text is lowered."""
    doc = read_text("\n\n".join(lines))
    found: list[bool] = polls(View(doc), np.full(len(doc), 0.9, np.float32), 0.5).tolist()
    return found


def test_a_text_may_begin_and_end_with_a_poll() -> None:
    assert all(told(POLL))
    assert all(told([ASKED, *ANSWERS, "5,204 votes"]))


def test_a_text_may_begin_or_end_with_a_part_of_one() -> None:
    assert not any(told([ASKED, *ANSWERS, *BODY]))
    assert not any(told([*ANSWERS, COUNTED, *BODY, ASKED]))
    assert not any(told(["62%", "Gladly", "38%", "Never", COUNTED, ASKED, "Yes."]))
    assert not any(told([*BODY, ASKED, *ANSWERS]))
