"""Figure lines: days and figures that head entries between paragraphs stay with them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.figure_lines import LEAST, figure_lines

SAID = "The council voted on the bridge once more, and once more the vote was put off to the next year."


def told(lines: Sequence[str], chance: float = 0.4, kept: str = SAID) -> list[str]:
    """The lines that are told, each above a paragraph and below one."""
    text = "\n".join([SAID, *(f"{line}\n{SAID}" for line in lines)])
    view = View(read(text, "text"))
    stays = np.array([view.doc.read_text(i) == kept for i in range(view.n)], np.bool_)
    score = np.where(stays, np.float32(0.9), np.float32(chance)).astype(np.float32)
    return [view.doc.read_text(i) for i in np.flatnonzero(figure_lines(view, score, stays)).tolist()]


DAYS = ["12 September 2019", "6 March 2020", "30 November 2021"]


@pytest.mark.parametrize(
    "lines",
    [
        DAYS,
        ["2019", "2020", "2021"],
        ["9.1 out of 10", "8.7 out of 10", "7.2 out of 10"],
        ["$29", "$18", "$40"],
        ["12 May", "2019", "6. 3. 2020"],
        ["12/5/20", "6.3.1860", "7-8-21"],
    ],
)
def test_lines_of_one_kind_are_told(lines: list[str]) -> None:
    assert told(lines) == lines


def test_years_above_days_are_told_with_them() -> None:
    assert told(["2019\n12 September", *DAYS[1:]]) == ["2019", "12 September", *DAYS[1:]]


@pytest.mark.parametrize(
    "lines",
    [
        DAYS[:2],  # too few
        ["17:32", "16:18", "15:05"],  # a live blog's
        ["12 readers", "4 boats in the harbour", "9 of 10"],  # of no kind
        ["On 12 September 2019 the whole council met", "On 6 March 2020 it met again, late", "In 2021 it did not meet"],
        ["The old bridge"] * 3,  # without figures
        ["Picture 2 of 9.", "Picture 3 of 9.", "Picture 4 of 9."],
        [f"Updated {day}" for day in DAYS],
    ],
)
def test_no_others_are(lines: list[str]) -> None:
    assert told(lines) == []


@pytest.mark.parametrize(
    "entry",
    ["Boats\n{}", "{}\nBoats", "Boats\n2019\n{}", "2019\n{}\nBoats", "{}\nBoats\n2019"],
    ids=["below a label", "above one", "a year below one", "above one, below a year", "a label between"],
)
def test_nor_are_days_beside_labels(entry: str) -> None:
    assert told([entry.format(day) for day in DAYS]) == []


def test_unlikely_ones_are_not() -> None:
    assert told(DAYS, LEAST + 0.01) == DAYS
    assert told(DAYS, LEAST - 0.01) == []


def test_nor_are_those_between_what_goes() -> None:
    assert told(DAYS, kept="nothing") == []


def test_nor_is_a_list_of_them() -> None:
    years = "\n".join(["2018", "2019", "2020", "2021", "2022"])
    assert told([years]) == []
    assert told([years], kept="nothing") == []
