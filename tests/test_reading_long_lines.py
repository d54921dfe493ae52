"""Endless lines of text are cut at their sentences, others are left as they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean.reading.document import PARAGRAPH, RUN, Document
from newsclean.reading.run_on import LONG_LINE
from newsclean.reading.text import read_text
from tests.texts import PARAGRAPHS, blocks


def test_one_endless_line_is_cut_at_its_sentences(check_document: Callable[[Document], None]) -> None:
    source = " ".join(PARAGRAPHS * 3)
    assert len(source) > LONG_LINE
    doc = read_text(source)
    check_document(doc)
    assert doc.layout == "one_line"
    assert blocks(doc) == PARAGRAPHS * 3
    assert set(doc.follows.tolist()) == {PARAGRAPH, RUN}


@pytest.mark.parametrize(
    ("sentence", "blank"),
    [
        ("橋は春まで閉鎖される。", ""),
        ("Мост закроют до весны.", " "),
        ("पुल वसंत तक बंद रहेगा।", " "),
        ("هل يبقى الجسر مغلقا؟", " "),
        ('He said: "It stays closed."', " "),
        ("It opened in 1912.", " "),
    ],
)
def test_sentences_of_many_scripts_end_an_endless_line(
    sentence: str, blank: str, check_document: Callable[[Document], None]
) -> None:
    count = 2 * LONG_LINE // len(sentence)
    doc = read_text(blank.join([sentence] * count))
    check_document(doc)
    assert blocks(doc) == [sentence] * count


DENSE = "橋は春まで閉鎖されると市長が月曜日に発表した。"
THAI = "เทศบาลเมืองท่าเรือประกาศปิดสะพานเก่าตลอดฤดูหนาว"
CUT = {
    "Latin, alone": ([" ".join(PARAGRAPHS)], 3),
    "Latin, alone but short": ([" ".join(PARAGRAPHS[:2])], 1),
    "Latin, below a headline": (["Bridge closed", " ".join(PARAGRAPHS)], 4),
    "Latin, among labels": (["Bridge closed", "Monday", " ".join(PARAGRAPHS)], 5),
    "Latin, one of two long ones": (["Bridge closed", " ".join(PARAGRAPHS[:2]), " ".join(PARAGRAPHS)], 3),
    "Latin, one of three, endless": (["Bridge closed", "Monday", " ".join(PARAGRAPHS * 3)], 11),
    "Japanese, alone": ([DENSE * 20], 20),
    "Japanese, alone but short": ([DENSE * 10], 1),
    "Japanese, below a headline": (["橋は春まで閉鎖", DENSE * 20], 21),
    "Latin, one of two, both long": ([PARAGRAPHS[0], " ".join(PARAGRAPHS)], 4),
    "Japanese, one of three, two long": (["橋は春まで閉鎖", DENSE * 10, DENSE * 20], 22),
    "Japanese, one of many": ([*["橋は春まで閉鎖"] * 8, DENSE * 20], 9),
    "Japanese, one of many, endless": ([*["橋は春まで閉鎖"] * 8, DENSE * 60], 68),
    "Thai, alone": ([" ".join([THAI] * 12)], 4),
    "an address": (["https://example.org/" + "bridge/" * 90], 1),
}


@pytest.mark.parametrize(("lines", "count"), CUT.values(), ids=CUT)
def test_long_lines_are_cut_where_a_page_has_few(
    lines: list[str], count: int, check_document: Callable[[Document], None]
) -> None:
    doc = read_text("\n".join(lines))
    check_document(doc)
    assert len(doc) == count, blocks(doc)
    assert "".join("".join(blocks(doc)).split()) == "".join("".join(lines).split())


@pytest.mark.parametrize(
    "kept", ["at 8.30 in the morning", "the 3.5 million", "as e.g. the ferry", "www.example.org goes"]
)
def test_full_stops_inside_words_end_nothing(kept: str) -> None:
    doc = read_text(" ".join([f"It was {kept} before the bridge closed again."] * 40))
    assert set(blocks(doc)) == {f"It was {kept} before the bridge closed again."}
