"""Pages that were joined by separators have their lines again; separators that part no texts are words like others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean import clean, explain
from newsclean.reading.breaks import line_breaks
from newsclean.reading.separators import with_lines
from newsclean.reading.text import read_text
from tests.texts import text_blocks

MENU = ["Home", "News", "Sport", "Weather", "Letters", "Log in"]
HEAD = ["Herons return to the old mill pond", "By Nell Farrow", "14 March 2021"]
PARAGRAPHS = [
    "Eleven herons have come back to the mill pond, the parish council of Lower Sedge said on Monday.",
    "The birds had left in 2014, when the sluice broke and the pond ran dry within a week.",
    "“They stood in the reeds as if they had never been away,” said the miller's grandson, who keeps bees there.",
    "The council has put up a hide with a bench. It seats four and looks out over the deep end of the pond.",
]
FOOT = ["Share this story", "Related stories", "Bakery wins prize for plum cake", "© 2021 Sedge Valley Herald"]
TEASERS = [
    "Bakers quarrel over the price of rolls in the valley.",
    "The old cinema gets a new roof of slate and tin.",
    "Wasps close a kindergarten in the east of town.",
    "A steam engine returns to Pell this coming weekend.",
]
LINES = [*MENU, *HEAD, *PARAGRAPHS, *FOOT]
SEPARATORS = [" | ", "|", " || ", " • ", " · ", " / ", "\t", "  ", "   "]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_separators_are_line_breaks(separator: str) -> None:
    page = explain(separator.join(LINES))
    assert [block.text for block in page.blocks] == LINES
    assert all(page.blocks[i].start == separator.join(LINES).index(line) for i, line in enumerate(LINES))
    assert page.text == "\n\n".join(PARAGRAPHS)
    assert clean(page.text) == page.text


def test_blanks_are_what_is_left_of_blank_lines() -> None:
    source = "  ".join([" ".join(MENU), *HEAD, *PARAGRAPHS, " ".join(FOOT)])
    assert text_blocks(source)[0] == " ".join(MENU)
    assert set(read_text(source).blanks.tolist()) == {0, 1}


def test_a_sentence_that_a_separator_cuts_is_one_again() -> None:
    """As around a link; what stood between its halves is no word of it."""
    cut = [line.replace(" the mill pond, ", " | the mill pond | , ") for line in LINES]
    assert clean(" | ".join(cut)) == "\n\n".join(PARAGRAPHS)


def test_blanks_beside_a_bare_stroke_tell_of_inline_elements() -> None:
    cut = [line.replace(" the mill pond, ", " |the mill pond|, ") for line in LINES]
    assert PARAGRAPHS[0] in text_blocks("|".join(cut))


def test_strokes_that_stand_alone_part_as_well() -> None:
    source = " | ".join(LINES).replace("| Sport |", "| | | Sport | |").replace("Share", "| Share")
    assert text_blocks(source) == LINES


def test_a_stroke_beside_every_line_break_is_a_separator() -> None:
    source = "\n|\n|" + "|\n|\n|".join(LINES) + "|\n|\n"
    assert text_blocks(source) == LINES


def test_line_breaks_within_texts_do_not_matter() -> None:
    source = " | ".join(LINES).replace("said on Monday", "said\non Monday")
    assert PARAGRAPHS[0] in text_blocks(source)


@pytest.mark.parametrize(
    "source",
    [
        "\n".join([" | ".join(MENU), " | ".join(HEAD), *PARAGRAPHS, " | ".join(FOOT)]),
        " | ".join([*MENU, *HEAD, " ".join(PARAGRAPHS), *FOOT]),
        " | ".join([*MENU, *HEAD, *FOOT]),
        " ".join([*MENU, *HEAD, *PARAGRAPHS, *FOOT]),
        " | ".join([*MENU, *HEAD, " ".join(PARAGRAPHS * 2), *TEASERS, *FOOT]),
        " | ".join(["Eggs.", "Milk.", "Rolls.", "Plums.", "Honey.", "Apples.", "Pears.", "Salt."]),
        " | ".join(f"{teaser[:-1]} for the {year} year" for teaser in TEASERS for year in ("third", "fourth")),
        "  ".join(PARAGRAPHS),
        "\n".join(["Bird | Pond | What was seen", *["Heron | Mill pond | It stood there."] * 12]),
        "",
    ],
    ids=[
        "a menu's",
        "around the article",
        "of labels",
        "none",
        "around it, among teasers",
        "of short sentences",
        "of long labels",
        "few",
        "a table's",
        "nothing",
    ],
)
def test_what_parts_no_texts_is_no_separator(source: str) -> None:
    assert with_lines(source, line_breaks()) is source


def test_what_stands_before_items_is_none_where_lines_were_lost() -> None:
    """A converter puts "•" before items; the page lost the lines that had none."""
    items = [f"• {line}" for line in (*MENU, *FOOT, *PARAGRAPHS[:3], "Bees", "Ponds")]
    source = " ".join([*items, *HEAD, "Read more", *PARAGRAPHS[3:], *HEAD, *MENU, *LINES[:10], *items, *MENU])
    assert with_lines(source, line_breaks()) is source


@pytest.mark.parametrize("blank", ["\n" * 6, " \n" * 6])
def test_blank_lines_around_do_not_matter(blank: str) -> None:
    assert text_blocks(f"{blank}{' • '.join(LINES)}{blank[:2]}") == LINES


SECTIONS = [f"{place} {name}" for place in ("Old", "New", "Town", "Harbour", "County") for name in MENU]


@pytest.mark.parametrize(
    "source",
    [
        " | ".join([*SECTIONS, *LINES, *LINES]),
        " • ".join([" ".join(SECTIONS[:8]), *SECTIONS[8:], *LINES, *LINES]),
        " | ".join(["Home", " ".join([*MENU[1:], *HEAD]), *PARAGRAPHS, " ".join(FOOT), "Home", "Pond", "Bees"]),
    ],
    ids=["long", "long, a few lines lost", "short, half of the lines lost"],
)
def test_a_few_lost_lines_do_not_matter(source: str) -> None:
    assert set(PARAGRAPHS) <= set(text_blocks(source))


def test_code_has_strokes_of_its_own() -> None:
    code = "var a = window.b || {}; if (a.c || a.d) { dataLayer.push(a); document.write(a.e || ''); }"
    source = " ".join([code, *[f"{line} {code}" for line in LINES]])
    assert "|" not in "".join(text_blocks(source))


@pytest.mark.parametrize(
    "unit",
    ["a | ", "a|", "|", " | ", "\t", "a\t" + "   " * 500, "  a", "   ", "• ", "|\n", "It rained all day. | "],
)
def test_time_is_linear(unit: str, check_linear: Callable[..., None]) -> None:
    small, large = (unit * (size // len(unit)) for size in (40_000, 400_000))
    check_linear(lambda source: with_lines(source, line_breaks()), small, large)
