"""Hard breaks of Markdown: what is broken into lines is given back in lines, and no backslash is a word."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.reading.document import LINE, PARAGRAPH
from newsclean.reading.hard_breaks import broken_lines
from newsclean.reading.markdown import read_markdown
from tests.texts import VOTE

VERSE = ["He set his table by the shore,", "one plate, one cup, one spoon,", "and left the lamp above the door."]


def page(end: str) -> str:
    """A page with a verse in it."""
    text = [VOTE, f"{VOTE} It did so [twice](/twice).", end.join(VERSE), f"{VOTE} So it says [here](/here)."]
    return "\n\n".join(["[Sport](/sport)", "[Culture](/culture)", "# Bridge", *text])


@pytest.mark.parametrize("end", ["  \n", "    \n", "\\\n", "  \r\n", "\\\r\n"])
def test_verse_stays_in_lines(end: str) -> None:
    text = newsclean.clean(page(end))
    assert "  \n".join(VERSE) in text
    assert "\\" not in text
    assert newsclean.clean(text) == text


@pytest.mark.parametrize("end", ["<br>", "<br />\n"])
def test_tags_that_break_lines_stay(end: str) -> None:
    assert end.strip().join(VERSE) in newsclean.clean(page(end)).replace("> ", ">")


def test_the_block_has_no_backslash_and_points_to_its_lines() -> None:
    source = page("\\\n")
    block = next(block for block in newsclean.explain(source).blocks if block.text.startswith(VERSE[0]))
    assert block.text == " ".join(VERSE)
    assert source[block.start : block.end] == "\\\n".join(VERSE)


@pytest.mark.parametrize("end", ["  \n", "\\\n"])
def test_lines_that_are_no_sentence_follow_each_other(end: str) -> None:
    lines = ["Town hall", "Harbour Street 1", "Open on Mondays"]
    doc = read_markdown(f"{VOTE}\n\n{end.join(lines)}\n\n{VOTE}")
    assert [doc.block_text(i) for i in range(1, 4)] == lines
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, LINE, LINE, PARAGRAPH]


def test_a_backslash_that_breaks_nothing_stays() -> None:
    doc = read_markdown(f"Home\\\\\nC:\\\n\n{VOTE}")
    assert [doc.block_text(i) for i in range(2)] == ["Home\\\\", "C:\\"]


@pytest.mark.parametrize("count", [1_000, 300_000])
def test_many_blanks_within_a_line_take_no_time(count: int) -> None:
    assert broken_lines("a" + " " * count + "b") == ["a b"]


@pytest.mark.parametrize("line", ["**", "[![A bridge](/b.jpg)](/bridge)", "![A bridge](/b.jpg)"])
def test_no_line_is_made_of_what_shows_no_words(line: str) -> None:
    assert broken_lines(f"It is shut  \n{line}") == [f"It is shut {line}"]
