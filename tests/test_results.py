"""Results: scores below a report's label stay with it, and what else stands below a label goes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.options import Preference
from newsclean.reading.read import read
from newsclean.scoring.results import LONGEST, results
from tests.evidence_of import page as view_of
from tests.texts import paragraphs

HEAD = ["Eldham Post", "Home", "News", "Sport", "Opinion", "Weather", "Late header sends Town top", "By Ida Crane"]
REPORT = [
    "Eldham Town went top of the Northern Combination with a header in stoppage time from Danny Orme on Saturday.",
    "Rovers had led through Leo Trask's penalty after 12 minutes, given for a handball by the defender Pike.",
    "Town were level before the break, when a cross was missed by everyone and Finn Hale turned it in.",
    '"We never stopped believing," said the Town manager, Keith Marrow, who has signed a new contract.',
]
FOOT = ["Share", "Related articles", "Harbour master retires after forty years", "About us", "Contact", "© 2024 Eldham"]
RESULTS = [
    ("Other results:", ["Tarn 1 Dunmoor 0", "Harbour Inn 2 Mill Lane 2", "Quarry United 0 Wick Hill 4"]),
    ("Elsewhere:", ["Tarn 1-0 Dunmoor", "Harbour Inn 2-2 Mill Lane"]),
    ("Die übrigen Spiele:", ["Tarnow – Dünmoor 1:0 (0:0)", "SV Hafen – Mühlweg 2:2", "Steinbruch – Wickberg 0:4"]),
    ("Autres résultats :", ["Tarne - Dunmor 1-0", "Port 2 - Moulin 2"]),
    ("その他の結果：", ["タルン１―０ダンモア", "港２―２水車"]),
]


def page(below: list[str], apart: str = "\n") -> str:
    return apart.join([*HEAD, *REPORT, *below, *FOOT])


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize(("label", "lines"), RESULTS)
def test_results_below_a_report_stay(label: str, lines: list[str], apart: str) -> None:
    kept = clean(page([label, *lines], apart))
    assert [line for line in kept.split("\n") if line] == [*REPORT, label, *lines]
    assert clean(kept) == kept


@pytest.mark.parametrize("prefer", ["balanced", "precision", "recall"])
def test_whatever_is_preferred(prefer: Preference) -> None:
    label, lines = RESULTS[0]
    assert all(line in clean(page([label, *lines]), prefer=prefer) for line in (label, *lines))


@pytest.mark.parametrize(
    "below",
    [
        ["Opening hours:", "Mon – Thu 9-17", "Fri – Sat 10-14"],
        ["Markets:", "Gold 2,012.50", "Oil $80.22", "Pound 1.2450"],
        ["Opening hours:", "Mon. – Thu. 9-17", "Fri. – Sat. 10-14"],
        ["Today:", "8:30 News", "9:15 Weather"],
        ["Tarn 1 Dunmoor 0", "Harbour Inn 2 Mill Lane 2"],
        ["Read also:", "Tarn 1 Dunmoor 0", "Harbour Inn 2 Mill Lane 2"],
        ["Other results:", "Harbour master retires"],
        ["Other results:", "Tarn 1 Dunmoor 0", "Harbour master retires"],
        ["What the other clubs of the county did on Saturday:", "Tarn 1 Dunmoor 0", "Harbour Inn 2 Mill Lane 2"],
    ],
)
def test_what_is_no_result_or_has_no_label_is_left_to_the_scores(below: list[str]) -> None:
    assert not any(block.note == "a result below the report" for block in explain(page(below)).blocks)


def told(*below: str) -> list[str]:
    """Which of some lines below a report are told to be results, or their label."""
    view = view_of(*REPORT, *below)
    return [view.doc.read_text(i) for i in np.flatnonzero(results(view, view.at < len(REPORT))).tolist()]


@pytest.mark.parametrize(
    "below",
    [
        ["Other results:", "• Tarn 1 Dunmoor 0", "• Harbour Inn 2 Mill Lane 2"],
        ["Other results:", "Tarn 1 Dunmoor 0.", "Harbour Inn 2 Mill Lane 2*"],
        ["*Other results:*", "Tarn 1 Dunmoor 0", "Harbour Inn 2 Mill Lane 2"],
        ["Other results:", "Eldham Wednesday 1 Dunmoor 0", "Harbour Inn 2 Mill Lane 2"],
    ],
    ids=["bullets", "a stop and a star", "a label in italics", "a club named after a day"],
)
def test_results_are_written_in_many_ways(below: list[str]) -> None:
    assert told(*below) == below


def test_a_result_is_no_long_line() -> None:
    line = "Tarn 1 Dunmoor 0"
    club, other = "Tarn and Upper Lorne Vale Wanderers", "Dunmoor and Harbour Inn Old Scholars"
    longer = f"{club} 1 {other} 0 (after extra time and penalties)"
    assert len(longer) > LONGEST
    assert told("Other results:", line, f"{club} 1 {other} 0", line)[2:] == [f"{club} 1 {other} 0", line]
    assert told("Other results:", line, line, longer, line) == ["Other results:", line, line]


def test_one_endless_line_has_no_lines_that_are_results() -> None:
    label, lines = RESULTS[0]
    view = view_of(*REPORT, label, *lines)
    endless = View(replace(view.doc, layout="one_line"))
    assert not results(endless, view.at < len(REPORT)).any()


def test_a_text_of_results_alone_and_one_without_anything_below_are_read_to_their_ends() -> None:
    label, lines = RESULTS[0]
    view = view_of(*lines)
    assert not results(view, view.words > 0).any()
    assert not results(view_of(*lines), view.words < 0).any()
    assert clean("\n".join(REPORT)).split("\n\n") == REPORT
    view = view_of(*REPORT, label, *lines)
    assert results(view, view.at < len(REPORT)).tolist() == [False] * len(REPORT) + [True] * (1 + len(lines))


def test_results_of_html_are_left_to_its_elements() -> None:
    label, lines = RESULTS[0]
    box = f"<aside><b>{label}</b>{paragraphs(lines)}</aside>"
    view = View(read(f"<html><body class='b'><article>{paragraphs(REPORT)}</article>{box}</body></html>", "html"))
    assert view.doc.markup is not None
    assert not results(view, view.at < len(REPORT)).any()


def test_the_note_says_so() -> None:
    label, lines = RESULTS[0]
    notes = {block.text: block.note for block in explain(page([label, *lines])).blocks}
    assert notes[lines[-1]] == "a result below the report"
