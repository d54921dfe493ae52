"""The lab counts a phrase of a lexicon where it should and only there."""

from __future__ import annotations

import pytest

from newsclean.evidence.folding import folded

LINES = {
    "Read also: Mayor resigns after audit": {("en", "start", "also")},
    "» Lesen Sie auch: Stadtrat tagt": {("de", "start", "also")},
    "Print": {("en", "whole", "share")},
    "Print is not dead, the owner of the shop insists.": set(),
    "The ferry at dawn (Reuters)": {("en", "end", "credit")},
    "相关阅读:港口重新开放": {("zh", "start", "also")},
    "The mayor read alsoran tips.": set(),
}


@pytest.mark.parametrize("line", LINES)
def test_the_lab_finds_a_phrase_where_it_counts(line: str) -> None:
    lab = pytest.importorskip("newsclean.lab.lexicon", reason="needs the extra lab")
    found = {place[:3] for place in lab.matches(folded(line), lab.index(lab.places()))}
    assert found >= LINES[line]
    if not LINES[line]:
        assert not found


def test_the_lab_tells_lines_of_the_body_from_others() -> None:
    lab = pytest.importorskip("newsclean.lab.lexicon", reason="needs the extra lab")
    page = {"body": "The harbour opened again on Monday after nine days.\n\nNo."}
    text = (
        "Home\nThe harbour opened again on Monday after nine days.\nNo.\nMost read\nA storm shuts the old bridge again"
    )
    flags = [in_body for _, in_body in lab.labelled_lines(page, text)]
    assert flags == [False, True, True, False, False]


def test_the_lab_counts_hits_of_both_kinds() -> None:
    lab = pytest.importorskip("newsclean.lab.lexicon", reason="needs the extra lab")
    lines = [
        ("en", "read more about fish", True),
        ("en", "read more about fish", False),
        ("de", "read more about it", False),
    ]
    hit = next(h for h in lab.phrase_hits(lines) if (h.code, h.section, h.phrase) == ("en", "start", "read more about"))
    assert (hit.body, hit.other, hit.home_body, hit.home_other) == (1, 2, 1, 1)
    assert hit.precision == pytest.approx(2 / 3)
