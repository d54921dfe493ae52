"""Datelines stay with the paragraph that they begin; words that stand elsewhere, or say something else, do not."""

from __future__ import annotations

import pytest

from newsclean import Role, clean, explain
from newsclean.scoring.datelines import datelines
from tests.evidence_of import page as view_of

PARAGRAPHS = (
    "The council of Eldham voted on Tuesday to close the old bridge over the river for two years, after years of talk.",
    "Work starts in March and is to cost five million crowns, of which the province pays nearly half, the mayor said.",
    '"We have waited long enough, and so has the bridge," said the mayor, who keeps a photograph of it in her office.',
)


@pytest.mark.parametrize("place", ["Eldham.", "Sorrel-Bay.", "Frankfurt/Main.", "Berlin.", "Минск."])
def test_a_place_above_the_first_paragraph_stays(place: str) -> None:
    page = "\n\n\n".join(
        ["Home", "Sport", "Eldham to mend its bridge", "Photo: Tom Lund", place, *PARAGRAPHS, "Most read"]
    )
    found = explain(page)
    assert found.text == "\n\n".join([place, *PARAGRAPHS])
    assert clean(found.text) == found.text
    block = next(block for block in found.blocks if block.text == place)
    assert block.role is Role.BODY
    assert block.note in ("", "a dateline")


@pytest.mark.parametrize("preference", ["precision", "recall"])
def test_whatever_is_preferred(preference: str) -> None:
    page = "\n\n\n".join(["Home", "Sport", "Eldham to mend its bridge", "Eldham.", *PARAGRAPHS, "Most read"])
    assert f"Eldham.\n\n{PARAGRAPHS[0]}" in clean(page, prefer=preference)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "lines",
    [
        ["Eldham", *PARAGRAPHS],
        ["eldham.", *PARAGRAPHS],
        ["Tarn Boats.", *PARAGRAPHS],
        ["No.", *PARAGRAPHS],
        ["Advertisement.", *PARAGRAPHS],
        ["Eldham.", "Sport", *PARAGRAPHS],
        ["Eldham.", "They went home.", *PARAGRAPHS],
        ["Eldham.", "Boats on the river below the old bridge in the month of March", *PARAGRAPHS],
        ["Eldham.", PARAGRAPHS[0].lower(), *PARAGRAPHS[1:]],
    ],
    ids=["no stop", "small", "two words", "short", "a label", "far", "a short sentence", "a line", "a sentence's end"],
)
def test_what_is_none(lines: list[str]) -> None:
    view = view_of("Home", *lines)
    kept = view.at > lines.index("They went home.") if "They went home." in lines else view.words >= 8
    assert not datelines(view, kept, kept).any()


@pytest.mark.parametrize(
    ("marks", "there"),
    [
        (("", ""), True),
        (("# ", ""), False),
        (("", "# "), False),
    ],
    ids=["lines", "a heading", "above a heading"],
)
def test_headings_are_none(marks: tuple[str, str], there: bool) -> None:
    view = view_of("Home", f"{marks[0]}Eldham.", f"{marks[1]}{PARAGRAPHS[0]}", *PARAGRAPHS[1:], kind="markdown")
    kept = view.words >= 8
    assert datelines(view, kept, kept)[1] == there


def test_of_html_an_elements_own_word_is_none() -> None:
    view = view_of(*(f"<p class=a>{text}</p>" for text in ("Home", "Eldham.", *PARAGRAPHS)), kind="html")
    kept = view.words >= 8
    assert view.doc.markup is not None
    assert not datelines(view, kept, kept).any()


def test_it_does_not_stay_where_its_paragraph_goes() -> None:
    view = view_of("Home", "Eldham.", *PARAGRAPHS)
    balanced = view.words >= 8
    assert not datelines(view, balanced, balanced & (view.at > 2)).any()


def test_of_a_page_of_which_nothing_stays_there_is_none() -> None:
    view = view_of("Eldham.", "Sport")
    assert not datelines(view, view.words > 8, view.words > 8).any()
    empty = view_of()
    assert not datelines(empty, empty.words > 8, empty.words > 8).any()
