"""Link numbers: what text browsers and Crawl4AI put at links goes, and notes stay."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from newsclean import Block, Role, clean, explain
from newsclean.lab.fixtures import Case, fixtures_folder, load_case, load_cases
from newsclean.lab.numbered import citations, link_numbers
from newsclean.options import Kind
from newsclean.reading.kind import find_kind
from newsclean.reading.link_numbers import without_citations, without_link_numbers
from newsclean.reading.read import read
from tests.texts import ink

PARAGRAPHS = [
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter, it said.",
    "The mayor, who had asked for a report in May, told residents that buses would take the long way round by Millbay.",
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm, she added.",
    "Traders in the market hall fear that fewer people will come before the holidays than in other years, they wrote.",
]
LINKED = [
    PARAGRAPHS[0].replace("voted on Monday", '<a href="https://example.org/vote">voted on Monday</a>'),
    PARAGRAPHS[1].replace("a report", '<a href="/report">a report</a>').replace("Millbay", '<a href="/m">Millbay</a>'),
    *PARAGRAPHS[2:],
]
PAGE = (
    '<html><body><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/c">Culture</a></li>'
    "</ul><h1>Bridge closed for the winter</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in LINKED)
    + '<ul><li><a href="/imprint">Imprint</a></li><li><a href="/terms">Terms</a></li></ul></body></html>'
)
LYNX = link_numbers(PAGE)
CITED = citations(PAGE)
ELINKS = f"   Link: [1]canonical\n\n{LYNX.replace('[1]Home', '[2]Home').replace('Visible links:', 'Visible links')}"


TEXTS = [case for case in load_cases() if case.page.suffix != ".html" and isinstance(case.source(), str)]
OF_BROWSERS = re.compile(r"\[\d{1,4}\]|⟨\d{1,4}⟩|\(BUTTON\)|__+")
OF_LINES = re.compile(r"(?<=\n)[ \t]*(?:>[ \t]?)+|\\(?=\n)")
"""Marks of Markdown's lines, where they stand within a block."""


def unbroken(text: str) -> str:
    return " ".join(text.split())


def test_the_pages_of_these_tests_are_numbered() -> None:
    assert "[4]voted on Monday" in LYNX
    assert "   7. https://example.org//imprint" in LYNX
    assert "voted on Monday⟨4⟩" in CITED
    assert "\n## References\n\n⟨1⟩ /: Home\n" in CITED


@pytest.mark.parametrize("page", [LYNX, ELINKS, CITED, LYNX.split("References")[0], CITED.split("## References")[0]])
def test_the_article_comes_back_without_numbers(page: str) -> None:
    assert clean(page).split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize(("page", "kind"), [(LYNX, "text"), (ELINKS, "text"), (CITED, "markdown")])
def test_blocks_stand_where_their_words_do(page: str, kind: Kind) -> None:
    found = explain(page, keep=set(Role))
    assert found.kind == kind
    for block in found.blocks:
        assert block.text.split()[0].lstrip("#") in page[block.start : block.end]
    ends = [block.end for block in found.blocks]
    assert ends == sorted(ends)
    assert "example.org" not in found.text
    assert "References" not in found.text


def test_lines_are_put_together_at_the_width_that_they_had_with_numbers() -> None:
    linked = " ".join(f'<a href="/{word}">{word}</a>' for word in PARAGRAPHS[1].split())
    paragraphs = [[PARAGRAPHS[0], linked, PARAGRAPHS[2]], [linked, PARAGRAPHS[3]], [PARAGRAPHS[2], linked]]
    document = read(link_numbers("<html><body>" + "".join(f"<p>{' '.join(words)}</p>" for words in paragraphs)))
    assert document.layout == "wrapped"
    words = [[PARAGRAPHS[1] if part == linked else part for part in parts] for parts in paragraphs]
    assert [document.block_text(i) for i in range(len(document))] == [" ".join(parts) for parts in words]


def test_markdown_with_citations_is_scored_as_text() -> None:
    page = CITED.replace("* Culture", "* [Letters](https://example.org/l)\n* Culture")
    assert read(page).kind == "markdown"
    assert read(page).mode == "text"


def test_addresses_may_be_in_capitals() -> None:
    seen = without_link_numbers(LYNX.replace(". https:", ". HTTPS:"))
    assert "HTTPS" not in seen
    assert "References" not in seen


@pytest.mark.parametrize(
    "menu", ["[1]Home|[2]Sport|[3]Music|[4]Film|[5]Books", "\n".join(f"Ask ([{i}]desk {i})." for i in range(1, 8))]
)
def test_numbers_behind_signs_that_words_follow_are_links(menu: str) -> None:
    assert "[" not in without_link_numbers(f"{menu}\n\n{PARAGRAPHS[0]}")


def test_numbers_go_on_behind_links_that_are_not_shown() -> None:
    page = re.sub(r"\[(\d+)\]", lambda match: f"[{int(match[1]) + 20 * (int(match[1]) > 3)}]", LYNX)
    assert "[24]voted" in page
    assert clean(page.split("References")[0]).split("\n\n") == PARAGRAPHS


def test_a_page_may_begin_with_a_number() -> None:
    page = (
        "[1]Home\nThe council decided of[2]late\n\nReferences\n\n   1. https://a.example/\n   2. https://b.example/\n"
    )
    assert without_link_numbers(page).split() == ["Home", "The", "council", "decided", "of", "late"]


def test_buttons_fields_and_frames_are_none_of_the_text() -> None:
    page = LYNX.replace(
        "[3]Culture", "[3]Culture (BUTTON) Search\n   ____________\n   IFRAME: https://example.org/frame"
    )
    seen = without_link_numbers(page)
    assert len(seen) == len(page)
    assert "Search" in seen
    assert not any(widget in seen for widget in ("BUTTON", "____", "IFRAME", "frame"))


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case.slug)
def test_offsets_hold_the_text_and_what_a_text_browser_writes(case: Case) -> None:
    source = case.source()
    assert isinstance(source, str)
    for block in explain(source, kind=case.kind).blocks:
        piece = OF_LINES.sub("", source[block.start : block.end])
        assert OF_BROWSERS.sub("", ink(piece)) == OF_BROWSERS.sub("", ink(block.text))


@pytest.mark.parametrize(
    ("slug", "written"),
    [("en-lynx-dump", "(BUTTON)"), ("en-lynx-dump", "____"), ("de-elinks-dump", "[4]"), ("es-md-citas", "⟨6⟩")],
)
def test_the_docstring_says_what_else_lies_between_offsets(slug: str, written: str) -> None:
    source = load_case(fixtures_folder() / slug).page.read_text(encoding="utf-8")
    blocks = explain(source).blocks
    assert any(written in source[block.start : block.end] and written not in block.text for block in blocks)
    assert all(word in (Block.__doc__ or "") for word in ("number", "button", "field", "frame"))


def test_no_blank_parts_a_word_from_its_mark() -> None:
    page = LYNX.replace("[6]Millbay.", "([6]Millbay).")
    assert "by (Millbay)." in unbroken(clean(page))
    assert "by Millbay." in clean(CITED)
    assert without_citations(CITED.replace("Millbay⟨6⟩.", "Millbay⟨6⟩⟨1⟩.")).count("⟨") == 0


def test_underscores_of_words_stay() -> None:
    assert "__init__" in without_link_numbers(LYNX.replace("a ferry", "__init__").replace("A ferry", "__init__"))


@pytest.mark.parametrize("blank", [" ", "\n\n", "\\n"])
def test_lines_may_be_lost(blank: str) -> None:
    page = blank.join(LYNX.split("References")[0].splitlines())
    words = clean(page)
    assert "[" not in words
    assert "A ferry will cross the river every twenty minutes" in unbroken(words)


def test_the_addresses_must_stand_below_the_text() -> None:
    listed = "Sources\n\n1. https://example.org/a\n2. https://example.org/b\n\n"
    text = without_link_numbers(listed + LYNX.split("References")[0])
    assert text.startswith(listed)
    assert "[4]" not in text


def test_two_numbers_tell_where_addresses_follow() -> None:
    text = f"   [1]Home\n\n   {PARAGRAPHS[0]}\n   [2]Terms\n"
    assert without_link_numbers(text) is text
    listed = text + "\nReferences\n\n   1. https://example.org/\n   2. https://example.org/terms\n"
    assert without_link_numbers(listed).split() == text.replace("[1]", "").replace("[2]", "").split()


def test_a_note_stays_where_links_have_numbers() -> None:
    page = LYNX.replace("she added.", "she added. [2]")
    assert "she added. [2]" in unbroken(clean(page))
    assert "she added. [2]" in unbroken(without_link_numbers(page))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{paragraph} [{i}]" for i, paragraph in enumerate(PARAGRAPHS * 2, 1)),
        "\n".join(f"{paragraph[:-1]}[{i}]. So it is[{i}], they say." for i, paragraph in enumerate(PARAGRAPHS * 2, 1)),
        "\n".join(f"[{i}] Ada Winter, Bridges of the North, page {i}." for i in range(1, 9)),
        "\n".join(f"橋は春まで閉鎖されると[{i}]町議会が月曜日に決めた[{i}]。" for i in range(1, 9)),
        "A list a[0], [1]st of two, [7]th of nine, [3]rd of all, [2]nd of none, [9]th of it.",
        "Sources:\n1. https://example.org/a\n2. https://example.org/b\n",
        "",
        "[" * 50,
    ],
    ids=["notes", "notes at words", "a bibliography", "notes in Japanese", "no order", "sources", "empty", "brackets"],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_link_numbers(text) is text
    assert without_citations(text) is text


def test_few_citations_are_signs_of_another_kind() -> None:
    text = "The state ⟨0|1⟩ and the mean ⟨2⟩ of x⟨3⟩.\n" * 2
    assert without_citations(text) is text


def test_markdown_with_links_by_number_is_left_to_markdown() -> None:
    text = "\n\n".join(f"{paragraph} See [the report][{i}]." for i, paragraph in enumerate(PARAGRAPHS * 2, 1))
    text += "\n\n" + "\n".join(f"[{i}]: https://example.org/{i}" for i in range(1, 9))
    assert without_link_numbers(text) is text
    assert find_kind(text) == "markdown"


def test_pictures_that_are_cited_are_no_text() -> None:
    page = CITED.replace(PARAGRAPHS[2], f"{PARAGRAPHS[2]}\n\n![A ferry in a storm⟨12⟩]")
    assert clean(page).split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "piece", ["[1]", "[1]a ", "⟨1⟩", "a⟨1⟩", "1. a:b\n", "![⟨1⟩", "\n1. x", "_", "(BUTTON)", "   \n"]
)
def test_time_is_linear(piece: str, check_linear: Callable[..., None]) -> None:
    page = LYNX.split("References")[0]
    small, large = (page + piece * (size // len(piece)) for size in (40_000, 400_000))
    check_linear(lambda text: without_citations(without_link_numbers(text)), small, large)
