"""Front matter: told apart from rules and lines with colons; never part of the article; what it says of the page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import clean, explain
from newsclean.reading.front_matter import FrontMatter, front_matter
from newsclean.reading.kind import find_kind
from newsclean.reading.markdown import read_markdown

ARTICLE = "\n\n".join(
    f"The council of the small harbour town voted on {day} to close the old bridge for most of the winter, and said so."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
FENCED = """---
title: "Bridge closed: what now?"
author: Ada Quill; Bo Lund
url: https://gazette.example/bridge
description: The council voted to close the bridge, which is old, for the winter.
tags:
  - bridge
  - winter
# made by hand

date: 2024-05-03
---
"""
SERVICE = """Title: Bridge closed: what now?

URL Source: https://gazette.example/bridge

Published Time: 2024-05-03T06:00:00Z

Markdown Content:
"""
ENDING = "\nURL Source: https://a.example/\n\nMarkdown Content:\n"
FOUND = {
    "between fences": (FENCED, ("Bridge closed: what now?", "Ada Quill, Bo Lund", "2024-05-03")),
    "with other line ends": (SERVICE.replace("\n", "\r\n"), ("Bridge closed: what now?", "", "2024-05-03T06:00:00Z")),
    "of TOML": (
        '+++\ntitle = "Bridge"\nauthor = "Ada Quill"\ndate = 2024-05-03T06:00:00Z\n[params]\nn = 1\n+++\n',
        ("Bridge", "Ada Quill", "2024-05-03T06:00:00Z"),
    ),
    "closed by dots": ("---\ntitle: Bridge\nby: [Ada]\n...\n", ("Bridge", "Ada", "")),
    "behind a byte order mark": ("\ufeff\n---\ntitle: Bridge\nlayout: post\n---\n", ("Bridge", "", "")),
    "a description of two lines": ("---\ntitle: Bridge\nsummary: It is\nclosed.\nsite: x\n---\n", ("Bridge", "", "")),
    "a long list": ("---\ntitle: Bridge\ntags:\n" + "- winter\n" * 9 + "lang: en\n---\n", ("Bridge", "", "")),
    "a date in words": ("---\ntitle: Bridge\ndate: 3 May 2024\n---\n", ("Bridge", "", "")),
    "of a service that found no date": (f"Title: Bridge\n{ENDING}", ("Bridge", "", "")),
    "nor a title": (f"Title: \n{ENDING}", ("", "", "")),
    "a title that ends in quotation": ("---\ntitle: Who said \"no\"\nlang: en\n---\n", ('Who said "no"', "", "")),
    "and begins so": ("---\ntitle: \"No\", said \"all\"\nlang: en\n---\n", ('"No", said "all"', "", "")),
    "quotation in quotation marks": ("---\ntitle: \"Who \\\"no\\\"\"\nlang: en\n---\n", ('Who "no"', "", "")),
    "an apostrophe in some": ("---\ntitle: 'It''s'\nauthor: \"Ada's\"\n---\n", ("It's", "Ada's", "")),
    "a list in a list": ("---\ntitle: a\nauthor: [[Ada], [ 'Bo' ], []]\n---\n", ("a", "Ada, Bo", "")),
    "a list of authors": ("---\ntitle: a\nauthor: [\"Ada Quill\", 'Bo Lund']\n---\n", ("a", "Ada Quill, Bo Lund", "")),
    "a list below": ("---\nauthors:\n  - Ada Quill\n- \"Bo\"\ntitle: a\n---\n", ("a", "Ada Quill, Bo", "")),
    "items with keys": ("---\nauthors:\n  - name: Ada\ntitle: a\nlang: en\n---\n", ("a", "", "")),
    "of a reader's service": (SERVICE, ("Bridge closed: what now?", "", "2024-05-03T06:00:00Z")),
}  # fmt: skip


@pytest.mark.parametrize(("front", "said"), FOUND.values(), ids=FOUND)
def test_what_it_says(front: str, said: tuple[str, str, str]) -> None:
    assert front_matter(front + ARTICLE) == FrontMatter(len(front), *said)
    assert find_kind(front + ARTICLE) == "markdown"
    doc = read_markdown(front + ARTICLE)
    assert doc.text.split("\n")[:-1] == ARTICLE.split("\n\n")
    assert doc.spans[0, 0] == len(front)


NONE = {
    "nothing": "",
    "a rule": f"---\n\n{ARTICLE}\n\n---\n",
    "a rule and a line with a colon": f"---\nNote: the bridge is closed.\n{ARTICLE}\n---\n",
    "one key": f"---\ntitle: Bridge\n---\n{ARTICLE}",
    "unknown keys": f"---\nMonday: closed\nTuesday: closed\nWednesday: open\n---\n{ARTICLE}",
    "no end": f"---\ntitle: Bridge\nauthor: Ada\n{ARTICLE}",
    "mostly text": f"---\ntitle: Bridge\ndate: 2024-05-03\n{ARTICLE}\n{ARTICLE}\n---\n{ARTICLE}",
    "not at the top": f"{ARTICLE}\n\n{FENCED}",
    "a far end": "---\n" + "title: a\nauthor: b\n" * 50 + "---\n",
    "a service's last line alone": f"Markdown Content:\n{ARTICLE}",
    "a service's words in a text": f"{ARTICLE}\n\n{SERVICE}",
}


@pytest.mark.parametrize("source", NONE.values(), ids=NONE)
def test_what_is_none(source: str) -> None:
    assert front_matter(source) is None


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2024-05-03 06:00:00 +0200", "2024-05-03T06:00:00+02:00"),
        ("2024-05-03, a Friday", "2024-05-03"),
        ("2024-05-03T99:99:99Z", "2024-05-03"),
        ("1974-05-03 06:00", "1974-05-03"),
        ("2024-13-03", ""),
        ("2024-13-03\npublished: 2024-05-04", "2024-05-04"),
    ],
)
def test_the_date_is_one(date: str, published: str) -> None:
    front = front_matter(f"---\ntitle: Bridge\ndate: {date}\n---\n")
    assert front is not None
    assert front.published == published


@pytest.mark.parametrize("front", [FENCED, SERVICE])
def test_it_is_no_part_of_the_article_and_tells_of_it(front: str) -> None:
    page = explain(front + ARTICLE)
    assert page.text == clean(front + ARTICLE) == ARTICLE
    assert page.title == "Bridge closed: what now?"
    assert (page.published or "").startswith("2024-05-03")
    assert clean(page.text) == page.text


def test_lists_may_be_as_deep_as_they_like() -> None:
    page = explain(f"---\ntitle: {'[' * 5000}Bridge{']' * 5000}\nauthor: Ada\n---\n{ARTICLE}")
    assert page.title == "Bridge"
    assert page.text == ARTICLE


def test_nothing_but_front_matter_is_no_article() -> None:
    assert explain(FENCED).flags == {"no_article"}


@given(st.text("-a: \n\t.Mtile[],'\"", max_size=60))
def test_any_text(source: str) -> None:
    front = front_matter(source)
    assert front is None or 0 < front.end <= len(source)


@pytest.mark.parametrize("unit", ["---\n", "title: a\n", "a: ", "a" * 50 + "\n", "\n", "---\ntitle: a\nurl: b\n---\n"])
def test_long_sources_take_no_longer(unit: str) -> None:
    start = time.process_time()
    front_matter(unit * (5_000_000 // len(unit)))
    assert time.process_time() - start < 0.5
