"""Evidence from Markdown's marks: every column on every text, and what the columns say on one page."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.evidence.marks import AROUND, MARKS
from newsclean.evidence.view import View
from newsclean.reading.markdown import read_markdown
from newsclean.reading.text import read_text

SENTENCE = "The old bridge over the river was closed again on {} because of the high water."
MONDAY, TUESDAY = SENTENCE.format("Monday"), SENTENCE.format("Tuesday")
CAPTION = "High water at the bridge on Sunday night"
PAGE = f"""[Home](/) [News](/news)

* [Sports](/sports)
* [Culture](/culture)
* Weather

# Bridge closed for days

**By Ada Quill**

![](bridge.jpg)

{CAPTION}

{MONDAY}

*{TUESDAY}*

## Read on

[![The tower](tower.jpg) A tower for sale](/tower)

> A market for all

| Monday | closed |
"""


def evidence(source: str) -> tuple[list[str], dict[str, list[float]]]:
    """The blocks of a page, and the columns, each of which has a finite float32 for each of them."""
    doc = read_markdown(source)
    view = View(doc)
    columns = {one.__name__: one(view) for one in MARKS}
    for name, column in columns.items():
        assert column.shape == (len(doc),), name
        assert column.dtype == np.float32, name
        assert np.isfinite(column).all(), name
    return doc.text.split("\n")[:-1], {name: column.tolist() for name, column in columns.items()}


@pytest.fixture(scope="module")
def page() -> dict[str, dict[str, float]]:
    """{visible block: {evidence: number}}."""
    texts, columns = evidence(PAGE)
    return {text: {name: column[i] for name, column in columns.items()} for i, text in enumerate(texts)}


def test_names_are_unique_and_told() -> None:
    names = [one.__name__ for one in MARKS]
    assert len(set(names)) == len(names)
    assert all(one.__doc__ for one in MARKS)


@given(st.text("ab .\n*_[]()!#>|-x1", max_size=120))
def test_every_column_on_every_text(source: str) -> None:
    texts, columns = evidence(source)
    assert {name: len(column) for name, column in columns.items()} == {one.__name__: len(texts) for one in MARKS}


def test_plain_text_has_no_marks() -> None:
    view = View(read_text(PAGE))
    for one in MARKS[:8]:
        told = set(one(view).tolist())
        assert told == ({9} if one.__name__ == "since_image" else {0.0}), one.__name__


TITLE, NAV, ITEM, BYLINE, HEAD = "Bridge closed for days", "Home News", "* Sports", "By Ada Quill", "Read on"
CARD, QUOTE, ROW = "A tower for sale", "A market for all", "Monday closed"
TOLD = [
    (NAV, "link_count", math.log(3)),
    (MONDAY, "link_count", 0),
    (CARD, "image_share", len("The tower") / len(CARD)),
    (CAPTION, "image_share", 0),
    (CAPTION, "image_above", 1),
    (CARD, "image_above", 1),
    (MONDAY, "image_above", 0),
    (CAPTION, "since_image", 0),
    (MONDAY, "since_image", math.log(2)),
    (NAV, "since_image", 9),
    (BYLINE, "strong_share", 1),
    (TUESDAY, "strong_share", 0),
    (TUESDAY, "emphasis_share", 1),
    (BYLINE, "emphasis_share", 0),
    (QUOTE, "quoted", 1),
    (ROW, "quoted", 0),
    (ROW, "cells", math.log(4)),
    (QUOTE, "cells", 0),
    (TITLE, "heading_level", 1),
    (HEAD, "heading_level", 2),
    (MONDAY, "heading_level", 0),
    (TITLE, "since_heading", 0),
    (BYLINE, "since_heading", math.log(2)),
    (CARD, "since_heading", math.log(2)),
    (NAV, "since_heading", 9),
    (CARD, "since_title", math.log(7)),
    (NAV, "since_title", 9),
    (NAV, "section_level", 0),
    (MONDAY, "section_level", 1),
    (QUOTE, "section_level", 2),
    (MONDAY, "section_links", 0),
    (TITLE, "section_words", math.log1p(32)),
    (QUOTE, "section_words", 0),
    (ITEM, "list_items", math.log(4)),
    (MONDAY, "list_items", 0),
    (ITEM, "list_links", len("SportsCulture") / len("* Sports* Culture* Weather")),
    (NAV, "list_links", len("HomeNews") / len("Home News")),
]


@pytest.mark.parametrize(("text", "name", "number"), TOLD, ids=[f"{name}: {text[:20]}" for text, name, _ in TOLD])
def test_what_marks_tell(page: dict[str, dict[str, float]], text: str, name: str, number: float) -> None:
    assert page[text][name] == pytest.approx(number, abs=1e-4)


def test_many_images_count_as_three() -> None:
    _, columns = evidence("[![](a.jpg)](/a)\n\n" * 5 + "A bridge\n\n" + "![](a.jpg)\n\n" * 5 + "A tower")
    assert columns["thumb_above"] == [3, 0]
    assert columns["image_above"] == [3, 3]


def test_links_are_counted_around_and_on_the_whole_page() -> None:
    texts, columns = evidence("\n\n".join(["[ab](/x)", *["cd"] * (AROUND + 1)]))
    assert columns["links_around"][0] == pytest.approx(1 / (AROUND + 1))
    assert columns["links_around"][AROUND] == pytest.approx(1 / (AROUND + 2))
    assert columns["links_around"][AROUND + 1] == 0
    assert columns["page_links"] == pytest.approx([1 / len(texts)] * len(texts))
