"""Printings: a page that came twice in one source is cleaned as if it had come once."""

from __future__ import annotations

import pytest

from newsclean import Role, clean, explain
from newsclean.page import KEPT
from newsclean.printings import first_printing
from newsclean.reading.text import read_text
from newsclean.scoring.notes import AGAIN
from tests.texts import ISLAND, MILL, paragraphs

PAGE = "\n\n".join(
    ["Home", "Ferry to Sorrel Bay runs again", "Share", *ISLAND, "Also in the news", "Goat found", "Imprint"]
)
MARKDOWN = PAGE.replace("Ferry to", "# Ferry to").replace("Goat found", "[Goat found](/goat)\n\n[Tides](/tides)")
INNER = f"""<nav class="menu"><a href="/">Home</a></nav>
<article class="story"><h1>Ferry to Sorrel Bay runs again</h1><div class="share"><a href="/s">Share</a></div>
{paragraphs([*ISLAND])}</article>
<div class="more"><h3>Also in the news</h3><a href="/goat">Goat found</a></div><footer>Imprint</footer>"""
SOURCES = {
    "text": ("{}", PAGE, "\n\n"),
    "lines": ("{}", PAGE.replace("\n\n", "\n"), "\n"),
    "markdown": ("{}", MARKDOWN, "\n\n"),
    "html": ("<html><body>{}</body></html>", INNER, "\n"),
}
ALL = pytest.mark.parametrize(("form", "page", "gap"), SOURCES.values(), ids=SOURCES)


@ALL
@pytest.mark.parametrize("times", [2, 3])
def test_the_article_is_that_of_one_printing(form: str, page: str, gap: str, times: int) -> None:
    once = clean(form.format(page))
    assert once == "\n\n".join(ISLAND)
    assert clean(form.format(gap.join([page] * times))) == once


@ALL
def test_what_is_printed_again_is_told(form: str, page: str, gap: str) -> None:
    once, twice = explain(form.format(page)), explain(form.format(gap.join([page] * 2)))
    size = len(once.blocks)
    if twice.kind != "html":  # the elements of both are there
        assert twice.blocks[:size] == once.blocks
    assert [(block.text, block.kept) for block in twice.blocks[:size]] == [(b.text, b.kept) for b in once.blocks]
    again = twice.blocks[size:]
    assert [block.text for block in again] == [block.text for block in once.blocks]
    assert {(block.role, block.kept, block.note) for block in again} == {(Role.DUPLICATE, False, AGAIN)}
    if twice.kind == "text":
        source = gap.join([page] * 2)
        assert [source[block.start : block.end] for block in again] == [block.text for block in again]


def test_who_asks_for_duplicates_gets_them() -> None:
    source = f"{PAGE}\n\n{PAGE}"
    assert clean(source, keep={Role.DUPLICATE}) == PAGE
    assert clean(source, keep={*KEPT, Role.DUPLICATE}) == f"{clean(PAGE)}\n\n{PAGE}"
    assert explain(source, keep={Role.DUPLICATE}).text == PAGE


def blocks_of(*lines: str) -> int:
    return first_printing(read_text("\n\n".join(lines)))


def test_a_page_is_all_that_comes_again() -> None:
    assert blocks_of(*ISLAND, *ISLAND) == 3
    assert blocks_of(*ISLAND, *ISLAND, *ISLAND[:1]) == 7
    assert blocks_of(*ISLAND, *ISLAND[:2]) == 5
    assert blocks_of("Home", *ISLAND, "Home", *MILL) == 8
    assert blocks_of() == 0


def test_a_refrain_is_none() -> None:
    assert blocks_of(*["The boat is in, the boat is in,", "and home are all the men."] * 4) == 8
