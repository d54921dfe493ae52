"""Captions right above or behind credits go; paragraphs above a picture without a caption stay, and sub-headings do."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.reading.text import read_text
from newsclean.scoring.credited import behind_credits, credited

PARAGRAPHS = (
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter.",
    "Engineers found cracks in two of its pillars in the spring, and lorries have taken the longer way since.",
    "The repairs are to cost four million, of which the county pays a half and the ministry most of the rest.",
)
CAPTION = "The old bridge at low tide, seen from the fish market."
CREDITS = (
    "Photo: Ann Lee/Harbour News",
    "(Foto: Anna Lind)",
    "Image credit: Ann Lee",
    "Credit: Ann Lee",
    "Фото: Анна Линд",
)


def found(source: str, chances: float | list[float], credit: float = 0.1, kind: str = "text") -> list[str]:
    """The blocks that the rule finds, where all have some chances, and those of a credit another one."""
    view = View(read(source, kind))
    texts = [view.doc.block_text(i) for i in range(view.n)]
    given = [chances] * view.n if isinstance(chances, float) else chances
    score = [credit if text in CREDITS else chance for text, chance in zip(texts, given, strict=True)]
    return [texts[i] for i in np.flatnonzero(credited(view, np.array(score, np.float32), 0.45))]


@pytest.mark.parametrize("credit", CREDITS)
def test_a_caption_right_above_its_credit(credit: str) -> None:
    first, *others = PARAGRAPHS
    assert found("\n\n".join([first, f"{CAPTION}\n{credit}", *others]), 0.8) == [CAPTION]


@pytest.mark.parametrize(
    ("lines", "chance", "credit"),
    [
        (f"{CAPTION}\n\n{CREDITS[0]}", 0.8, 0.1),  # a blank line parts the two, as it does paragraphs
        (f"{CAPTION}\n{CREDITS[0]}", 0.95, 0.1),  # plainly a paragraph
        (f"{CAPTION}\n{CREDITS[0]}", 0.8, 0.6),  # the credit stays: it may be none
        (f"Cracks in pillars\n{CREDITS[0]}", 0.8, 0.1),  # a sub-heading above a picture
        (f"The best bridge of the county: Old Harbour Bridge\n{CREDITS[0]}", 0.8, 0.1),
        (f"It has cracks.\n{CREDITS[0]}", 0.8, 0.1),
        (f"{' '.join(PARAGRAPHS)} So the council says.\n{CREDITS[0]}", 0.8, 0.1),  # a long paragraph
        (f"{CAPTION}\n{CREDITS[0]}", 0.2, 0.1),  # it goes anyway
        (f"{CAPTION}\n{PARAGRAPHS[0]}", 0.8, 0.1),
        ("- The old bridge at low tide, seen from the fish market.\n" + CREDITS[0], 0.8, 0.1),  # an item of a list
    ],
)
def test_what_is_no_such_caption(lines: str, chance: float, credit: float) -> None:
    assert found("\n\n".join([PARAGRAPHS[1], lines, PARAGRAPHS[2]]), chance, credit) == []


@pytest.mark.parametrize(
    "credit",
    ["The fish market on a Friday in June. Photo: Ann Lee", "The fish market in late June (Photo: Ann Lee)"],
)
def test_above_a_credit_with_a_caption_of_its_own_stands_none(credit: str) -> None:
    source = "\n\n".join([PARAGRAPHS[1], f"{CAPTION}\n{credit}", PARAGRAPHS[2]])
    assert found(source, [0.8, 0.8, 0.1, 0.8]) == []
    assert found(source.replace(credit, CREDITS[2]), [0.8, 0.8, 0.1, 0.8]) == [CAPTION]


@pytest.mark.parametrize(
    "below",
    ["Photo", "The pier in June", f"Photo: {PARAGRAPHS[0]}"],
    ids=["a label", "what is no credit", "a caption of its own"],
)
def test_above_another_line_that_goes_a_sentence_is_no_caption(below: str) -> None:
    source = f"{PARAGRAPHS[1]}\n\n{CAPTION}\n{below}\n\n{PARAGRAPHS[2]}"
    assert found(source, [0.8, 0.8, 0.1, 0.8]) == []


def test_a_sentence_above_another_paragraph_is_no_caption_where_there_is_one_elsewhere() -> None:
    source = f"{PARAGRAPHS[0]}\n\n{CAPTION}\n{CREDITS[0]}\n\nWork begins in March, said the mayor.\n{PARAGRAPHS[1]}"
    assert found(source, 0.8) == [CAPTION]


def test_a_long_caption_needs_no_full_stop() -> None:
    long = f"{CAPTION[:-1]} on a morning in March"
    assert found(f"{PARAGRAPHS[1]}\n\n{long}\n{CREDITS[0]}\n\n{PARAGRAPHS[2]}", 0.8) == [long]


@pytest.mark.parametrize(
    ("lines", "captions"),
    [
        (f"{CAPTION}\n{CREDITS[1]}", 1),
        (f"## {CAPTION}\n{CREDITS[1]}", 0),
        (f"| {CAPTION} |\n| {CREDITS[1]} |", 0),
    ],
    ids=["lines", "a heading", "rows of a table"],
)
def test_a_heading_and_rows_of_a_table_are_no_captions(lines: str, captions: int) -> None:
    source = f"{PARAGRAPHS[1]}\n\n{lines}\n\n{PARAGRAPHS[2]}"
    assert len(found(source, [0.8, 0.8, 0.1, 0.8], kind="markdown")) == captions


def test_blank_lines_of_the_menu_part_no_paragraphs() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Opinion", "Boats"]
    source = "\n\n".join([*menu, "\n".join([*PARAGRAPHS, CAPTION, CREDITS[0]])])
    assert found(source, [*[0.1] * len(menu), *[0.8] * 5]) == []


def test_where_no_blank_line_parts_paragraphs_none_tells() -> None:
    assert found("\n".join([*PARAGRAPHS, CAPTION, CREDITS[0]]), 0.8) == []


def test_nothing() -> None:
    assert found("", 0.8) == []


@pytest.mark.parametrize(
    "credit",
    [
        "AP Photo/Jane Doe",
        "REUTERS/Jane Doe",
        "dpa/Jan Muster",
        "(AFP/JANE DOE)",
        "Reuters/Jane Doe",
        "AFP/Jane",
        "ANTARA FOTO/Dewi Lestari",
        "HARBOUR.example/JANE DOE",
    ],
)
def test_a_caption_behind_its_credit(credit: str) -> None:
    assert first_of(f"{credit} {CAPTION}")
    assert first_of(credit)


@pytest.mark.parametrize("credit", ["HarbourNews/Jane Doe", "REUTERS/Ann Lee Fox", "Eldham/Jan Muster"])
def test_a_caption_before_an_owner_and_a_name(credit: str) -> None:
    assert first_of(f"{CAPTION} {credit}")
    assert not first_of(f"{CAPTION[:-1]} {credit}")  # within the sentence: "... between Lunca/Poiana Road"


@pytest.mark.parametrize("end", ["and/or more.", "He said so. Yes/No", "It was closed. oslo/bergen lines"])
def test_what_ends_in_no_credit(end: str) -> None:
    assert not first_of(f"{CAPTION} {end}")


@pytest.mark.parametrize(
    "start",
    [
        "UI/UX designers",
        "OSLO/BERGEN, March 7 (Reuters) -",
        "App/Web developers",
        "App/Web Developers",
        "REUTERS/Harbour reporters found that the bridge is closed.",
        "harbour.example/news/bridge",
        "AFP/reuters",
        "Harbour.example said",
        "AFP and Reuters",
    ],
)
def test_what_begins_with_no_credit(start: str) -> None:
    assert not first_of(f"{start} {CAPTION}")


def first_of(block: str) -> bool:
    view = View(read_text("\n\n".join([block, *PARAGRAPHS])))
    return bool(behind_credits(view, np.full(view.n, 0.97, np.float32), 0.45)[0])


def test_a_sure_paragraph_below_the_first_is_none_and_no_long_one() -> None:
    block = f"AFP/Reuters Connect {CAPTION}"
    view = View(read_text("\n\n".join([*PARAGRAPHS, block])))
    for chance, there in ((0.97, False), (0.8, True), (0.2, False)):
        assert bool(behind_credits(view, np.array([0.9, 0.9, 0.9, chance], np.float32), 0.45)[3]) is there
    assert not first_of(f"AFP/Jane Doe {' '.join(PARAGRAPHS)} {CAPTION}")
