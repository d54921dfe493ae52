"""Quotations: wrapped lines behind ">" are one paragraph, its signs are no words, and both point to the same place."""

from __future__ import annotations

import textwrap

import pytest

import newsclean
from newsclean.reading.markdown import read_markdown
from newsclean.reading.text import read_text
from tests.texts import VOTE, text_blocks

PLAIN = [f"{VOTE} It was told so {when}, and it did as it was told." for when in ("twice", "on Sunday", "again")]
FIRST = "There is only one hour, and it is counted badly, by people who have been paid to count it and would rather go."
SECOND = "She wrote this in 1931."


def page(width: int, sign: str = "> ") -> str:
    """Paragraphs around a quotation of two, as pandoc and html2text wrap."""
    lines = [*textwrap.wrap(FIRST, width - len(sign)), "", SECOND]
    quotation = "\n".join(f"{sign}{line}".rstrip() for line in lines)
    return "\n\n".join(textwrap.fill(text, width) for text in PLAIN) + f"\n\n{quotation}\n\n{PLAIN[0]}"


@pytest.mark.parametrize("sign", ["> ", "> > ", ">"])
@pytest.mark.parametrize("width", [60, 78])
def test_a_wrapped_quotation_is_one_paragraph(width: int, sign: str) -> None:
    source = page(width, sign)
    for doc in (read_markdown(source), read_text(source)):
        assert [doc.block_text(i) for i in range(3, len(doc))] == [f"{sign}{FIRST}", f"{sign}{SECOND}", PLAIN[0]]
        start, end = doc.spans[3].tolist()
        assert source[start:end].startswith(f"{sign}There")
        assert source[start:end].endswith("go.")


def test_evidence_sees_no_signs_in_markdown() -> None:
    assert read_markdown(page(78)).text.split("\n")[3:5] == [FIRST, SECOND]


def test_a_cleaned_quotation_has_one_sign_and_is_left_alone_by_a_second_cleaning() -> None:
    text = newsclean.clean(page(78))
    assert f"> {FIRST}\n\n" in text
    assert newsclean.clean(text) == text


@pytest.mark.parametrize("read", [read_markdown, read_text])
def test_lines_of_a_quotation_that_end_as_they_like_stay_lines(read: object) -> None:
    source = "> Home\n> sport and culture\n> Weather"
    doc = read(source)  # type: ignore[operator]
    assert [doc.block_text(i) for i in range(len(doc))] == source.split("\n")


def test_a_sign_that_stands_alone_is_no_quotation() -> None:
    doc = read_text(f"{VOTE}\n>\n{VOTE}\n> a\n> b")
    assert [doc.block_text(i) for i in range(len(doc))] == [VOTE, ">", VOTE, "> a", "> b"]


VERSE = "The boat came in,", "and all who had been waiting for it since the winter ran down to it."


@pytest.mark.parametrize("gap", ["\n\n", "\n \n"])
def test_lines_of_quotations_between_which_a_line_is_blank_stay_apart(gap: str) -> None:
    first, second = FIRST.split(" who ")
    halves = f"> {first}", f"> who {second}"
    assert text_blocks(gap.join([VOTE, *halves, ">", VOTE])) == [VOTE, *halves, ">", VOTE]
    assert text_blocks("\n".join(halves) + f"\n\n{VOTE}") == [f"> {FIRST}", VOTE]


def test_a_short_line_of_a_quotation_stays_a_line() -> None:
    lines = [f"> {line}" for line in VERSE]
    assert text_blocks("\n".join(lines)) == lines
