"""What several files of tests share: short articles, odd characters, pages of the fixtures, how a text is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column, View
from newsclean.reading.document import Document
from newsclean.reading.html import read_html
from newsclean.reading.text import read_text

COUNCIL = (
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter, because "
    "its northern pillar has moved by more than four centimetres since the flood in spring, an engineer said."
)
MAYOR = (
    "The mayor, who had asked for a report in May, told residents that buses would take the long way round until the "
    "work is done, and that schools would open half an hour later than usual for pupils from the other bank."
)
FERRY = (
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm, and traders in "
    "the market hall fear that fewer people will come before the holidays than in any of the past ten years."
)
PARAGRAPHS = [COUNCIL, MAYOR, FERRY]
BRIDGE = (
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter.",
    "Nobody who spoke at the meeting had a kind word for the bridge, which is eighty years old and leaks.",
    "In spring, said the engineer, it may open again: for people on foot, and on Sundays for carts.",
)
VOTE = BRIDGE[0]
ISLAND = (
    "The ferry to Sorrel Bay runs again on Friday, the harbour master told reporters on the quay.",
    "Its engine was taken out in March and came back from the yard only last week, newly painted.",
    "Islanders had waited for the boat through nine weeks of storms and rather expensive detours.",
)
MILL = (
    "The mill closed on Saturday after a hundred and forty years, and its last workers went home at noon with a cake.",
    "The company was founded in 1883 by two brothers who made hats, and sold felt to two hundred makers of pianos.",
    "The building goes to the town, which wants to make a school for joiners and a hall for concerts out of it.",
)
ACCENTED = [
    "The council of the small harbour town voted on Monday to close the “old bridge” for most of winter — it's old.",
    "The mayor, who had asked for a report in May, told residents that buses would take the long way round by Örebro.",
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm, she said.",
]
"""Letters and quotation marks that an encoding or a literal may spoil."""
RUSSIAN = [
    "Старый мост закрыли до весны, потому что его северная опора сдвинулась на четыре сантиметра, сообщил инженер.",
    "Мэр, которая просила об отчёте ещё в мае, сказала жителям, что автобусы пойдут в объезд — «долго, зато сухо».",
    "Паром будет ходить через реку каждые двадцать минут с шести утра, но не в бурю, добавила она в понедельник.",
]
ODD = (
    "a b.\n\r\v\f\t\x00\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u200b\ufeff\ud800"
    "\U0001f600«»“”()[]-*#>|_·1,:;!?。、字กअעبΣß"
)
"""Characters that mean something to some part of reading, or trouble it."""
PAGES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
FIXED = [
    *((PAGES / name).read_text(encoding="utf-8") for name in (
        "en-correction-at-top/page.txt", "sv-md-faktaruta/page.md", "html-drupal-schwebekarten/page.html",
    )),
    "",
]  # fmt: skip
PAGE = FIXED[0]


def blocks(doc: Document) -> list[str]:
    """What the output shows of each block."""
    return [doc.block_text(i) for i in range(len(doc))]


def text_blocks(source: str) -> list[str]:
    """The blocks of a text."""
    return blocks(read_text(source))


def paragraphs(texts: list[str]) -> str:
    """The texts as paragraphs of HTML."""
    return "".join(f"<p>{text}</p>" for text in texts)


def lowered_by(
    rule: Callable[[View, Column, float], NDArray[np.bool_]], source: str, disliked: Sequence[str] = ()
) -> list[str]:
    """The texts of an HTML page's blocks that a rule lowers where all is liked but some."""
    doc = read_html(source)
    score = np.array([0.1 if text in disliked else 0.9 for text in blocks(doc)], np.float32)
    return [doc.block_text(i) for i in np.flatnonzero(rule(View(doc), score, 0.5)).tolist()]


def ink(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())
