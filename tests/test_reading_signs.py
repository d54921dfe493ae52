"""Lines that show no text are no paragraphs, in any kind of source."""

from __future__ import annotations

import unicodedata

import pytest

from newsclean import clean
from newsclean.reading.html import read_html
from newsclean.reading.markdown import read_markdown
from newsclean.reading.signs import UNSEEN, is_sign
from newsclean.reading.text import read_text

PARAGRAPHS = [
    "The mill closed on Saturday after a hundred and forty years, and its last thirty-one workers went home at noon.",
    "The company was founded in 1883 by two brothers who made hats, and sold felt for pianos in many countries.",
    "The building will be made into flats, said the director, but the chimney is listed and it will stay where it is.",
]


@pytest.mark.parametrize(
    "unseen", ["\u200b", "\ufeff", "\u00ad", "\u2063", "\u200f\u202c", "\u3164", "\ufffc", "\0\0", "\b", "\x1b", "\x7f"]
)
def test_what_is_not_seen_is_no_paragraph(unseen: str) -> None:
    source = f"\n\n{unseen}\n\n".join(PARAGRAPHS)
    assert len(read_text(source)) == len(read_markdown(source)) == len(PARAGRAPHS)
    assert len(read_html("".join(f"<p>{line}</p>" for line in source.split("\n\n")))) == len(PARAGRAPHS)
    assert clean(source) == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("sign", ["|", "\\", "/", "[]", "()", "▼", "\ufffd", "---", "=====", "___"])
def test_a_sign_that_stands_alone_is_no_paragraph(sign: str) -> None:
    assert clean(f"\n\n{sign}\n\n".join(PARAGRAPHS)) == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("rule", ["---", "___", "=====", "――", "********", "<b>___</b>"])
def test_a_rule_in_a_paragraph_of_a_page_is_no_paragraph(rule: str) -> None:
    source = f"<p>{rule}</p>".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert len(read_html(source)) == len(PARAGRAPHS)
    assert clean(source, kind="html") == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("text", ["***", "–", "-", "-- Ed.", "No.", "_a_", "1-1"])
def test_what_is_no_rule_is_a_paragraph_of_a_page(text: str) -> None:
    assert len(read_html(f"<p>{text}</p>".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))) == 5


@pytest.mark.parametrize("stars", ["***", "* * *"])
def test_an_authors_stars_are_read(stars: str) -> None:
    assert len(read_text(f"\n\n{stars}\n\n".join(PARAGRAPHS))) == 2 * len(PARAGRAPHS) - 1


def test_formats_are_unseen_but_those_that_are_printed() -> None:
    """Some that Arabic and Syriac put before or around numbers are, and those of few scripts are not asked for."""
    formats = {char for char in map(chr, range(0x10000)) if unicodedata.category(char) == "Cf"}
    assert formats - set(UNSEEN) <= set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
    assert not any(char.isalnum() and unicodedata.category(char) != "Lo" for char in UNSEEN)


@pytest.mark.parametrize("line", ["a", "...", "No.", "—", "***", "|a", "\u200ba", "👍", "[...]"])
def test_what_says_something_is_no_sign(line: str) -> None:
    assert not is_sign(line)
