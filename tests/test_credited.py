"""Captions right above their credits go; paragraphs above a picture without a caption stay, and sub-headings do."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence.view import View
from newsclean.reading.text import read_text
from newsclean.scoring.credited import credited

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


def found(source: str, chances: float | list[float], credit: float = 0.1) -> list[str]:
    """The blocks that the rule finds, where all have some chances, and those of a credit another one."""
    view = View(read_text(source))
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
        (f"{CAPTION}\nPhoto", 0.8, 0.1),  # a label
        (f"{CAPTION}\n{PARAGRAPHS[0]}", 0.8, 0.1),
        ("- The old bridge at low tide, seen from the fish market.\n" + CREDITS[0], 0.8, 0.1),  # an item of a list
    ],
)
def test_what_is_no_such_caption(lines: str, chance: float, credit: float) -> None:
    assert found("\n\n".join([PARAGRAPHS[1], lines, PARAGRAPHS[2]]), chance, credit) == []


def test_where_no_blank_line_parts_paragraphs_none_tells() -> None:
    assert found("\n".join([*PARAGRAPHS, CAPTION, CREDITS[0]]), 0.8) == []


def test_nothing() -> None:
    assert found("", 0.8) == []
