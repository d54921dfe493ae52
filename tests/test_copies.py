"""Of what was printed twice one copy stays, all of it in one place, so that its paragraphs keep their order."""

from __future__ import annotations

import textwrap

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.repetition import printed_again
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.reading.text import read_text
from newsclean.scoring.copies import APART, NEARLY, without_copies
from tests.texts import paragraphs

ARTICLE = [
    "For forty-one years Pell Garrod has climbed the ladder on the quay of Eldham each evening to light the lamp.",
    "The council voted in January to replace the lamp with one that lights itself, and to leave the ladder there.",
    "About two hundred people followed him to the quay on Friday, some of them with lanterns of their own.",
    "The ladder will hang in the reading room of the library, next to the clock that he repaired in 1998.",
]
CHINESE = [
    "市政府周一宣布，老码头将于明年春天重新开放，届时游客可以再次登上灯塔。工程持续了三年，花费约四千万元",
    "附近的居民说，他们已经等了很久，孩子们从来没有见过灯塔亮起来的样子",
    "开幕式定于五月一日举行，届时将有合唱团演出和小型展览，门票免费但需要提前预约",
]
MENU = ["News", "Sport", "Weather"]


def stay(blocks: list[str], *scores: float, threshold: float = 0.5) -> list[int]:
    """Which blocks stay, by their chances."""
    view = View(read_text("\n\n".join(blocks)))
    score = np.array(scores, np.float32)
    return np.flatnonzero(without_copies(view, score, score >= threshold)).tolist()


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("above", [[], MENU])
def test_an_article_that_was_printed_twice_keeps_its_order(apart: str, above: list[str]) -> None:
    text = clean(apart.join([*above, *ARTICLE, *ARTICLE]), kind="text")
    assert [line for line in text.split("\n") if line] == ARTICLE


@pytest.mark.parametrize("order", [(0, 1, 2, 0, 1, 2), (0, 1, 0, 2), (0, 1, 2, 1)])
def test_in_scripts_without_blanks_what_follows_makes_no_copy_another(order: tuple[int, ...]) -> None:
    text = clean("\n\n".join(CHINESE[i] for i in order), kind="text")
    assert sorted(text.split("\n\n")) == sorted(CHINESE)


def test_in_scripts_without_blanks_lines_of_one_character_are_told_apart() -> None:
    view = View(read_text("\n\n".join(["新", "旧", "新", "港", "新港", "新港"])))
    assert printed_again(view).tolist() == [True, False, True, False, True, True]


def test_one_place_is_chosen_for_all_of_it() -> None:
    assert stay(ARTICLE[:2] * 2, 0.7, 0.9, 0.8, 0.8) == [0, 1]  # as likely, and first
    assert stay(ARTICLE[:2] * 2, 0.7, 0.8, 0.9, 0.75) == [2, 3]
    assert stay(["Down by the quay", *ARTICLE[:2], "A sub-heading", *ARTICLE[:2]], 0, 0.7, 0.9, 0, 0.8, 0.8) == [1, 2]


def test_a_paragraph_that_is_far_less_likely_there_stays_where_it_is_likeliest() -> None:
    assert stay(ARTICLE[:2] * 2, 0.9, 0.6, 0.9, 0.5) == [0, 1]
    assert stay(ARTICLE[:2] * 2, 0.9, 0.9, 0.95, 0.9 - NEARLY - 0.01) == [0, 1]
    assert stay(ARTICLE[:2] * 2, 0.95, 0.5, 0.65, 0.9) == [0, 3]


def test_what_stands_far_apart_is_chosen_one_by_one() -> None:
    between = [f"Line {i}" for i in range(APART)]
    blocks = [ARTICLE[0], *between, ARTICLE[1], *ARTICLE[:2]]
    assert stay(blocks, 0.7, *([0] * APART), 0.9, 0.8, 0.8) == [APART + 1, APART + 2]


def test_which_copy_stays_does_not_depend_on_the_threshold() -> None:
    scores = (0.7, 0.9, 0.8, 0.8)
    kept = [set(stay(ARTICLE[:2] * 2, *scores, threshold=threshold)) for threshold in (0.95, 0.85, 0.75, 0.5)]
    assert kept == [set(), {1}, {0, 1}, {0, 1}]
    assert kept == sorted(kept, key=len)


def test_the_copy_says_why_it_stays_and_the_other_why_it_goes() -> None:
    page = explain("\n\n".join([*MENU, *ARTICLE, *ARTICLE]), kind="text")
    gone = [block.note for block in page.blocks if block.text in ARTICLE and not block.kept]
    assert set(gone) <= {"printed twice", ""}
    assert "printed twice" in gone
    assert page.text == clean("\n\n".join([*MENU, *ARTICLE, *ARTICLE]), kind="text")


def test_a_paragraph_that_one_place_has_alone_parts_no_copy() -> None:
    first, second, alone = ARTICLE[:3]
    assert stay([first, alone, second, first, second], 0.7, 0.9, 0.9, 0.8, 0.8) == [0, 1, 2]


ASKED = "What would you do in your first hundred days to get the lamp lit on time again?"
ANSWERS = [f"I would light {word} lamps, since the oil is there." for word in ("two", "three", "four")]
VERSES = [
    "The lamp is lit at four o'clock,\nthe moon is lit at five,\nand all that ever leaves the dock\nis glad to live.",
    "The lamp goes out at half past nine,\nthe moon goes out at ten,\nand all the washing on the line\ngoes out.",
]
REFRAIN = "Oh, light me to the other shore,\noh, light me to the sea,\nand I shall never ask for more\nthan company."
SHORT = "He sat on the quay at night and he sang until the boats came in."


def times(text: str, blocks: list[str]) -> int:
    """How many copies of a block stay, where all blocks are as likely."""
    view = View(read_text("\n\n".join(blocks)))
    assert view.n == len(blocks)
    score = np.full(view.n, 0.9, np.float32)
    stays = np.flatnonzero(without_copies(view, score, score > 0.5)).tolist()
    return [blocks[i] for i in stays].count(text)


@pytest.mark.parametrize(
    "blocks",
    [
        [ARTICLE[0], VERSES[0], REFRAIN, VERSES[1], REFRAIN],  # to the end
        [ARTICLE[0], REFRAIN, VERSES[0], ARTICLE[1], REFRAIN, VERSES[1], ARTICLE[2]],  # above its verses
    ],
)
def test_a_refrain_comes_back_with_each_verse(blocks: list[str]) -> None:
    assert times(REFRAIN, blocks) == 2


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (REFRAIN, [ARTICLE[0], REFRAIN, ARTICLE[1], REFRAIN, ARTICLE[2]]),
        (REFRAIN, [ARTICLE[0], REFRAIN, ARTICLE[1], REFRAIN]),
        (REFRAIN, [VERSES[0], REFRAIN, VERSES[1], ARTICLE[0], "Once more", REFRAIN, VERSES[1]]),
        (ARTICLE[1], [VERSES[0], ARTICLE[1], VERSES[1], ARTICLE[1]]),
        (SHORT, [ANSWERS[0], SHORT, ANSWERS[1], SHORT, ANSWERS[2]]),
        (ARTICLE[1], [ARTICLE[0], ARTICLE[1], ANSWERS[0], ARTICLE[1], ANSWERS[1], ARTICLE[1], ANSWERS[2]]),
        (ASKED, [ARTICLE[0], ASKED, ANSWERS[0], ASKED, "The lamp", ASKED, "The ladder", ARTICLE[1]]),
        (f"Read also: {ASKED}", [line for answer in ANSWERS for line in (f"Read also: {ASKED}", answer)]),
        (ARTICLE[0], [*[line for answer in ANSWERS for line in (ASKED, answer)], ARTICLE[0], ARTICLE[1], ARTICLE[0]]),
    ],
    ids=[
        "a verse alone",
        "a verse that ends a text",
        "what was printed twice with its verse",
        "prose beside verses",
        "a short line beside others",
        "what nobody asks",
        "questions above labels",
        "a label",
        "a paragraph below questions",
    ],
)
def test_what_is_printed_again_stays_once(text: str, blocks: list[str]) -> None:
    assert times(text, blocks) == 1


def test_wrapped_lines_and_long_ones_are_no_verses() -> None:
    wrapped = [textwrap.fill(text, 50) for text in (*ARTICLE, *ARTICLE[1:2], f"{ARTICLE[0]} So it was.")]
    assert View(read_text("\n\n".join(wrapped))).doc.layout == "wrapped"
    assert times(wrapped[1], wrapped) == 1
    ends = "saw the lamp of the quay go out, and with it all of the other shore"
    long = ",\n".join(f"{who} {ends}" for who in ("I", "you", "he", "we"))
    assert times(long, [ARTICLE[0], VERSES[0], long, VERSES[1], long, ARTICLE[1]]) == 1


@pytest.mark.parametrize("kind", ["html", "one line"])
def test_in_html_and_where_lines_are_lost_nothing_comes_back(kind: str) -> None:
    said = [line for at, answer in enumerate(ANSWERS) for line in (ARTICLE[at], ASKED, answer)]
    assert times(ASKED, said) == 3
    page = f"<html><body class=page><nav><a href=/>Home</a></nav>{paragraphs(said)}</body></html>"
    view = View(read(page, "html") if kind == "html" else read_text(" ".join(said)))
    texts = [view.doc.read_text(i) for i in range(view.n)]
    score = np.full(view.n, 0.9, np.float32)
    stays = without_copies(view, score, score > 0.5)
    assert (texts.count(ASKED), [texts[i] for i in np.flatnonzero(stays)].count(ASKED)) == (3, 1)
