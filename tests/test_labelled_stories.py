"""Labelled stories: a label, and below it two other stories or more by headline, date and a sentence."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.labelled_stories import in_labelled_stories

ABOVE = "The ferry between Eldham and Sorrel Bay left its berth on Saturday for the first time in eleven weeks."
BELOW = "The operator had taken the boat out of service in March, when divers found a crack in the shaft."
FIRST = ["Tarn boatyard looks for apprentices", "12 June 2025", "The firm will train sailmakers for the first time."]
SECOND = ["Flood: the dyke holds", "11 June", "After the rain the river is falling again."]
PAIR = [*FIRST, *SECOND]


def told(lines: list[str], kind: str = "text") -> list[str]:
    """The lines that are told; every block is liked."""
    view = View(read("\n\n".join([ABOVE, *lines, BELOW]), kind))
    inside = in_labelled_stories(view, np.full(view.n, 0.9, np.float32), 0.5)
    return [view.doc.read_text(int(i)) for i in np.flatnonzero(inside)]


@pytest.mark.parametrize(
    "lines",
    [
        ["You may also like", *PAIR],
        ["Related stories", *PAIR],
        [
            "Mehr zum Thema",
            "Werft sucht Lehrlinge",
            "12.06.2025",
            "Der Betrieb bildet aus.",
            "Deich hält",
            "11. Juni",
            "Es regnet.",
        ],
        ["Read also", FIRST[0], "12. 6. 2025", FIRST[2], SECOND[0], "11 Jun.", SECOND[2]],
        ["Read also", FIRST[0], "12.06.2025.", FIRST[2], SECOND[0], "11/6", SECOND[2]],
        ["Read also", FIRST[1], FIRST[0], FIRST[2], SECOND[1], SECOND[0], SECOND[2]],
        ["Read also", FIRST[0], FIRST[2], FIRST[1], SECOND[0], SECOND[2], SECOND[1]],
        ["You may also like", *PAIR, "Pier opens", "10 June", "The mayor cut a rope."],
    ],
)
def test_the_label_and_its_stories_are_told_but_not_the_article(lines: list[str]) -> None:
    assert told(lines) == lines


def test_they_are_told_in_markdown_and_html() -> None:
    label = "You may also like"
    assert len(told([label, f"[{FIRST[0]}](/1)", *FIRST[1:], f"[{SECOND[0]}](/2)", *SECOND[1:]], "markdown")) == 7
    view = View(read("".join(f"<p class=a>{line}</p>" for line in [ABOVE, label, *PAIR, BELOW]), "html"))
    assert in_labelled_stories(view, np.full(view.n, 0.9, np.float32), 0.5).tolist() == [False, *[True] * 7, False]


@pytest.mark.parametrize(
    "lines",
    [
        PAIR,  # without a label: a chronology may read so
        ["The council looked back", *PAIR],
        ["You may also like", *FIRST],  # one: below its date the article may go on
        [
            "You may also like",
            FIRST[0],
            FIRST[1],
            SECOND[0],
            SECOND[1],
        ],  # no sentences: the last would be the article's
        ["You may also like", *FIRST, SECOND[0], SECOND[2], SECOND[1]],  # in two orders
        ["You may also like", *FIRST[:2], "Word " * 61 + "ends.", *SECOND],
        ["You may also like what the council said about the ferry on Monday, and more.", *PAIR],
        ["You may also like what the council said about the ferry", *PAIR],
        ["You may also like", ABOVE, *PAIR],  # not right below
        ["See also the gauge at the pier.", *PAIR],  # a sentence of a chronology
    ],
)
def test_others_are_not(lines: list[str]) -> None:
    assert told(lines) == []


def test_a_page_of_nothing_has_none() -> None:
    view = View(read("", "text"))
    assert in_labelled_stories(view, np.zeros(view.n, np.float32), 0.5).tolist() == []


LIST = [
    ("Tarn boatyard looks for apprentices", "The firm will train sailmakers for the first time in years."),
    ("Flood: the dyke holds", "After the rain the river is falling again."),
    ("Pier opens to walkers", "The mayor cut a rope that was older than she is."),
]


SECTIONS = [line for title, blurb in LIST for line in (title, f"{blurb} Nobody was hurt.")]
"""Of two sentences each, as an article's sections have."""


def told_last(
    lines: list[str],
    above: tuple[str, ...] = (ABOVE, BELOW),
    below: str = "",
    kind: str = "text",
    other: tuple[str, ...] = (),
) -> list[str]:
    """The lines that are told of a text's end; every sentence is liked, and no line, but for others."""
    view = View(read("\n\n".join([*above, *lines, below]), kind))
    texts = [view.doc.read_text(i) for i in range(view.n)]
    liked = (view.sentence_end > 0) != np.isin(texts, other)
    inside = in_labelled_stories(view, np.where(liked, 0.9, 0.1).astype(np.float32), 0.5)
    return [texts[i] for i in np.flatnonzero(inside)]


@pytest.mark.parametrize("label", ["Related articles", "You may also like", "Das könnte Sie auch interessieren"])
@pytest.mark.parametrize("section", [(), ("Local",), ("Harbour news",), ("Local", "3 March 2025")])
def test_a_list_that_ends_a_text_is_told_without_dates(label: str, section: tuple[str, ...]) -> None:
    lines = [label, *(line for title, blurb in LIST for line in (*section, title, blurb))]
    assert told_last(lines, below="Imprint") == lines
    assert clean("\n\n".join([ABOVE, BELOW, *lines])) == f"{ABOVE}\n\n{BELOW}"


def test_last_sections_are_no_list_of_stories() -> None:
    lines = [line for story in LIST for line in story]
    assert told_last(lines) == []  # without a label
    assert told_last(["Related articles", *lines[:4]]) == []  # two
    assert told_last(["Related articles", *lines], above=(ABOVE,)) == []  # below one paragraph
    assert told_last(["Related articles", *lines], below=f"{BELOW}\n\n{ABOVE}") == []  # the text goes on
    assert told_last(["Related articles", *lines[:3], ABOVE, *lines[3:]]) == []  # in two orders


def test_what_a_link_below_an_excerpt_says_is_a_label_as_a_heading_alone() -> None:
    lines = [line for story in LIST for line in story]
    assert told_last(["Learn more", *lines]) == []
    assert told_last(["## Learn more", *lines], kind="markdown") == ["Learn more", *lines]


def test_a_pointer_to_one_story_is_no_label_of_a_list() -> None:
    lines = [line for story in LIST for line in story]
    assert told_last(["Read also: Village vote ends in a draw", *lines]) == []
    assert told_last(["Read also", ABOVE, *lines]) == []  # it points to one, and the text goes on
    assert told_last(["## Read also", *lines], kind="markdown") == ["Read also", *lines]
    assert told_last(["Print", "Read also", *lines]) == ["Read also", *lines]


@pytest.mark.parametrize(
    "label", ["Related articles", "Related reading", "More stories and comments", "You may also like"]
)
def test_a_label_of_several_stories_lists_longer_ones_as_well(label: str) -> None:
    assert told_last([label, *SECTIONS]) == [label, *SECTIONS]


def test_so_does_a_heading_or_a_label_apart_from_paragraphs() -> None:
    assert told_last(["## Read also", *SECTIONS], kind="markdown") == ["Read also", *SECTIONS]
    assert told_last(["Print", "Read also", *SECTIONS]) == ["Read also", *SECTIONS]
    assert told_last(["Read also", *SECTIONS]) == []


def test_what_stands_below_is_no_text_that_goes_on() -> None:
    lines = ["Related articles", *(line for story in LIST for line in story)]
    notice = "We store what this page needs."
    assert told_last(lines, below=f"Imprint\n\n{notice}") == []
    assert told_last(lines, below=f"Imprint\n\n{notice}", other=("Imprint", notice)) == lines


@pytest.mark.parametrize("label", ["Read also here", "Read also", "Lees ook", "Читайте также", "Aus dem Archiv"])
def test_stories_of_a_sentence_each_are_a_list_below_any_label(label: str) -> None:
    lines = [label, *(line for story in LIST for line in story)]
    assert told_last(lines) == lines


@pytest.mark.parametrize("label", ["Још из рубрике", "Kategorideki diğer haberler", "Z rubriky", "热门排行"])
def test_labels_of_a_section_are_known(label: str) -> None:
    lines = [label, *(line for story in LIST for line in story)]
    assert told_last(lines) == lines
