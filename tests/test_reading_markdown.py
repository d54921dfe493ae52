"""Markdown becomes blocks whose visible words are known, while the output keeps the source's own."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.reading.document import PARAGRAPH, ROW, Document
from newsclean.reading.markdown import read_markdown

MARKS = [*'ab.[]()!*_#>`|\\"~-= \n\t\x00\u200b\ud800字', "](", "![", "**", "https://example.org/a", "\n\n", "\n# "]


def seen(doc: Document) -> list[str]:
    """What a reader sees of each block."""
    return [doc.text[a:b] for a, b in zip(doc.starts, doc.ends, strict=True)]


def check(doc: Document) -> None:
    assert doc.text.count("\n") == len(doc)
    at = 0
    for i, (start, end) in enumerate(doc.spans.tolist()):
        assert at <= start < end <= len(doc.source)
        assert " ".join(doc.source[start:end].split()) == doc.block_text(i)
        assert seen(doc)[i].strip()
        at = end


VISIBLE = {
    "plain": ("The bridge is closed.", "The bridge is closed.", 0, 0),
    "link": ("The [town council](https://example.org/a) voted.", "The town council voted.", 0, 12),
    "two links": ("[Home](/) | [Sports](/sports)", "Home Sports", 0, 10),
    "link with a title": ('See [here](https://example.org "The report").', "See here.", 0, 4),
    "link with brackets in its address": (
        "[Bridge](https://example.org/Bridge_(old)) is closed.",
        "Bridge is closed.",
        0,
        6,
    ),
    "image": ("![The old bridge](bridge.jpg) Closed.", "The old bridge Closed.", 0, 0),
    "image in a link": ("[![The bridge](b.jpg)](https://example.org) Closed.", "The bridge Closed.", 0, 10),
    "heading": ("## The old bridge", "The old bridge", 2, 0),
    "closed heading": ("### The old bridge ###", "The old bridge", 3, 0),
    "linked heading": ("# [The old bridge](/bridge)", "The old bridge", 1, 14),
    "no heading": ("#bridge is a tag", "#bridge is a tag", 0, 0),
    "strong": ("**Riverton.** The bridge is _closed_.", "Riverton. The bridge is closed.", 0, 0),
    "stars inside words": (
        "It has 3*4 arches and a snake_case_name.",
        "It has 3*4 arches and a snake_case_name.",
        0,
        0,
    ),
    "quote": ("> The bridge stays closed.", "The bridge stays closed.", 0, 0),
    "quote in a quote": ("> > The bridge.", "The bridge.", 0, 0),
    "code": ("Type `bridge` here.", "Type bridge here.", 0, 0),
    "table": ("| Bridge | Ferry |", "Bridge Ferry", 0, 0),
    "an open link is text": (
        "The [bridge](https://example.org is closed.",
        "The [bridge](https://example.org is closed.",
        0,
        0,
    ),
    "brackets are text": ("The bridge [sic] is closed (for now).", "The bridge [sic] is closed (for now).", 0, 0),
}


@pytest.mark.parametrize(("source", "text", "level", "linked"), VISIBLE.values(), ids=VISIBLE)
def test_visible(source: str, text: str, level: int, linked: int) -> None:
    doc = read_markdown(source)
    check(doc)
    assert seen(doc) == [text]
    assert doc.heading.tolist() == [level]
    assert doc.links.tolist() == [linked]
    assert doc.block_text(0) == source


@pytest.mark.parametrize("source", ["", "\n \n", "---", "***", "| --- | --- |", "![](bridge.jpg)", "===="])
def test_nothing_to_see_is_no_block(source: str) -> None:
    assert len(read_markdown(source)) == 0


def test_a_page() -> None:
    doc = read_markdown(
        "# Bridge closed\n"
        "The council voted to close the bridge, as the [report](/r)\n"
        "had asked. [More](/m)\n\n"
        "---\n"
        "* [Sports](/s)\n"
        "* [Culture](/c)\n"
        "## Ferry\n"
        "It sails on Monday.\n"
    )
    check(doc)
    assert doc.kind == "markdown"
    assert seen(doc) == [
        "Bridge closed",
        "The council voted to close the bridge, as the report had asked. More",
        "* Sports",
        "* Culture",
        "Ferry",
        "It sails on Monday.",
    ]
    assert doc.heading.tolist() == [1, 0, 0, 0, 2, 0]
    assert doc.links.tolist() == [0, 10, 6, 7, 0, 0]
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, PARAGRAPH, ROW, PARAGRAPH, PARAGRAPH]


def test_headings_never_join_their_neighbours() -> None:
    doc = read_markdown(
        "The council of the small harbour town voted and\n## went home\nbefore the ferry left the harbour."
    )
    assert len(doc) == 3


@given(st.text())
def test_any_text(source: str) -> None:
    check(read_markdown(source))


@given(st.lists(st.sampled_from(MARKS), max_size=120).map("".join))
def test_any_text_of_marks(source: str) -> None:
    check(read_markdown(source))


SHAPES: dict[str, Callable[[int], str]] = {
    "links": lambda n: "[bridge](https://example.org/a) closed\n" * (n // 38),
    "links on one line": lambda n: "[bridge](https://example.org/a) closed " * (n // 39),
    "open brackets": lambda n: "[" * n,
    "closed brackets": lambda n: "]" * n,
    "brackets in brackets": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "middles of links": lambda n: "](" * (n // 2),
    "open links": lambda n: "[bridge](" * (n // 9),
    "open links with long addresses": lambda n: ("[bridge](" + "a" * 3000 + "[") * (n // 3010),
    "open images": lambda n: "![bridge](" * (n // 10),
    "one open link": lambda n: "[" + "a" * n,
    "one open address": lambda n: "[a](" + "a" * n,
    "open titles": lambda n: '[a](b "' * (n // 7),
    "stars": lambda n: "*" * n,
    "stars and letters": lambda n: "*a" * (n // 2),
    "strong": lambda n: "**a " * (n // 4),
    "lines under": lambda n: "_" * n + "a",
    "hash signs": lambda n: "#" * n,
    "headings": lambda n: "# a\n" * (n // 4),
    "quotes": lambda n: "> " * (n // 2),
    "bars": lambda n: "|" * n + "a",
    "backticks": lambda n: "`" * n,
    "blank lines": lambda n: "\n" * n,
}


def seconds(source: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read_markdown(source)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_the_text_takes_ten_times_as_long(shape: str) -> None:
    make = SHAPES[shape]
    small, large = seconds(make(20_000)), seconds(make(200_000))
    assert large <= 20 * small + 0.05, f"{small:.4f} s, then {large:.4f} s"
