"""Markdown in which one block touches the next, since a converter took its elements for inline ones, is parted."""

from __future__ import annotations

import time

import pytest

from newsclean import clean
from newsclean.reading.lines import split_lines
from newsclean.reading.touching import parted

STORY = (
    "Walter Ames, who taught nine thousand children to swim, died on Sunday at his home. He was ninety-one.",
    "Ames came to the county in 1958 as a clerk. When two brothers drowned, he asked for the cooling basin.",
    "“He stood at the edge with a pole,” said Bess Tolliver. “You held on until you saw that he had let go.”",
    "He was born in Tarn, the youngest of seven children of a ferryman, and was afraid of water all his life.",
    "Ames leaves a daughter and two sons. The service will be held on Saturday at eleven at St. Brannock's.",
)
MENU = "".join(f"[{name}](/{name})" for name in ("Home", "World", "Politics", "Business", "Culture", "Sport"))
FOOT = "".join(f"[{name}](/{name})" for name in ("Harbours", "Councils", "Transport"))


def touching(*blocks: str) -> str:
    return f"{MENU}Obituary\n\n# He taught a county to swim\n\nBy [Joan Pell](/pell)9 April 2025{''.join(blocks)}"


def test_an_article_in_one_paragraph_with_the_rest_of_its_page_is_found() -> None:
    text = clean(touching(*STORY, FOOT, "Next storyThe mayor's long goodbyeShe clears her desk."), kind="markdown")
    for line in STORY[1:]:
        assert line in text.split("\n\n")
    assert "Harbours" not in text


@pytest.mark.parametrize(
    "source",
    [
        "\n\n".join([MENU, "# He taught a county to swim", *STORY]),
        "\n\n".join(["# He taught a county to swim", "".join(STORY)]),
        "\n\n".join([MENU, "".join([*STORY[:2], "\n\n", *STORY[2:4]]), STORY[4]]),
    ],
    ids=["blank lines", "no links", "few touch"],
)
def test_a_page_of_paragraphs_is_left_as_it_is(source: str) -> None:
    lines = split_lines(source)
    assert parted(source, lines) == lines


def test_links_stay_whole() -> None:
    source = touching(*STORY[:4], "[More on this. See the harbour](/x)", STORY[4])
    texts = [line.text for line in parted(source, split_lines(source))]
    assert "[More on this. See the harbour](/x)" in texts
    assert "".join(texts).replace(" ", "") == "".join(source.split())


def test_in_linear_time() -> None:
    source = f"{MENU}{'[a.Bc' * 40_000}"
    start = time.process_time()
    parted(source, split_lines(source))
    assert time.process_time() - start < 2
