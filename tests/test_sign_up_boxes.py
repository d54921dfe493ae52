"""Sign-up boxes: what stands around their buttons goes, between paragraphs and below them; the article stays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.sign_up_boxes import in_sign_up_boxes
from tests.texts import BRIDGE

ARTICLE = (
    *BRIDGE,
    "Shopkeepers on the east bank fear for Christmas, and the baker reckons that half of his customers walk over from "
    "the other side each morning.",
    "The county is to say in March whether it pays for a new bridge, which the engineer puts at eleven million and "
    "three years of work.",
)
REASON = "around a button that signs up"
BOXES = [
    ("The Lantern by post", "A gentle read for your weekend, picked by our features desk.", "Sign me up"),
    ("Letters from the quay", "Something to read with your coffee, from all of us here.", "Sign up now"),
    ("The whole harbour for one pound", "Read without limits on all of your devices.", "Subscribe now"),
]


def page(*lines: str, at: int = 3) -> str:
    return "\n".join([*ARTICLE[:at], *lines, *ARTICLE[at:]])


@pytest.mark.parametrize("at", [3, len(ARTICLE)], ids=["between", "below"])
@pytest.mark.parametrize("box", BOXES, ids=lambda box: box[-1])
def test_the_whole_box_goes(box: tuple[str, ...], at: int) -> None:
    assert clean(page(*box, at=at)).split() == "\n".join(ARTICLE).split()


def test_the_reason_says_why() -> None:
    blocks = explain(page(*BOXES[0])).blocks
    told = [block for block in blocks if any(r.name == REASON for r in block.reasons)]
    assert {block.text for block in told} & set(BOXES[0][:2])
    assert {block.role for block in told} == {Role.PROMO}


@pytest.mark.parametrize(
    "lines",
    [
        ("What the council says", "The council closes the bridge for the winter.", "Sign me up"),
        ("The long way round", "Drivers take the northern road, which adds some forty minutes."),
    ],
    ids=["words of the article", "no button"],
)
def test_what_is_the_articles_stays(lines: tuple[str, ...]) -> None:
    assert lines[1] in clean(page(*lines))


def told(*lines: str, unliked: Sequence[str] = (), article: Sequence[str] = ARTICLE) -> list[str]:
    """What the rule tells of some lines below the article: all are liked but some."""
    view = View(read("\n\n".join([*article, *lines])))
    texts = [view.doc.read_text(i) for i in range(view.n)]
    score = np.where(np.isin(texts, unliked), np.float32(0.1), np.float32(0.9))
    return [texts[i] for i in np.flatnonzero(in_sign_up_boxes(view, score, 0.5)).tolist()]


GROWN = "In the orchard on the hill plums have been grown since the monks came, and in most years they are sold in May."
TITLE, PEARS = "An orchard of pears", "Del Okeke grows pears and plays the tuba."


def test_a_button_takes_title_and_sentence() -> None:
    assert told(TITLE, PEARS, "Sign up now") == [TITLE, PEARS, "Sign up now"]


@pytest.mark.parametrize("mark", ["** ", "• ", "▪", "1. "])
def test_an_item_of_a_list_is_in_no_box(mark: str) -> None:
    assert told(f"{mark}{TITLE}", f"{mark}Pears rose to 9 crowns", "Sign up now") == ["Sign up now"]


def test_a_sentence_that_asks_takes_its_title_alone() -> None:
    asks = "Sign up for our weekly newsletter by email."
    assert told(TITLE, PEARS, asks, unliked=[asks]) == []
    assert told(PEARS, TITLE, asks, unliked=[asks]) == [TITLE]


def test_a_single_word_that_is_liked_is_no_button() -> None:
    assert told(TITLE, PEARS, "Membership") == []


@pytest.mark.parametrize("says", [f"“{PEARS}”", f"– {PEARS}", f"“{PEARS}"], ids=["quoted", "dash", "goes on below"])
def test_what_somebody_says_is_in_no_box(says: str) -> None:
    assert told(TITLE, says, "Sign up now") == ["Sign up now"]


BUTTON, ASKS = "Sign up now", "Sign up for our weekly newsletter by email."
SMALL, SAFE = "Pears daily", "The address is safe here."
MANY = f"{ASKS[:-1]} and read what the desk has picked for you from the papers of the week, with pictures and puzzles."
BAND = (
    "Del Okeke grows pears and plays the tuba in a band of eleven who meet on Fridays behind the orchard, where nobody "
    "but a few geese and an old donkey hear them until it is dark."
)


@pytest.mark.parametrize("line", ["Something else is here.", MANY], ids=["does not ask", "asks at length"])
def test_another_line_that_does_not_stay_tells_no_box(line: str) -> None:
    assert told(PEARS, TITLE, line, unliked=[line]) == []


@pytest.mark.parametrize(
    ("article", "unliked"),
    [(ARTICLE[:2], ()), (["It rained.", "Nobody came to the fair.", "The sun rose late."], ()), (ARTICLE, ARTICLE[:4])],
    ids=["two paragraphs", "short ones", "none that stay"],
)
def test_little_of_an_article_does_not_tell_what_is_none_of_it(article: list[str], unliked: list[str]) -> None:
    assert told(TITLE, PEARS, BUTTON, article=article, unliked=unliked) == []


@pytest.mark.parametrize(
    ("below", "small"),
    [
        ([SMALL, PEARS], [SMALL]),
        ([ASKS], [ASKS]),
        ([SAFE, SMALL], [SMALL]),
        ([SMALL, "Plums", TITLE], [SMALL, "Plums"]),
        (["Pears rose."], []),
        (["Del Okeke grows pears and plays tuba"], []),
        (["• Pears rose"], []),
    ],
    ids=["a button", "asks", "small print", "two lines", "a sentence", "long", "an item"],
)
def test_below_a_button_are_small_print_and_more_buttons(below: list[str], small: list[str]) -> None:
    assert told(BUTTON, *below, unliked=[SAFE]) == [BUTTON, *small]


@pytest.mark.parametrize("small", [[], [SMALL]], ids=["right below", "below small print"])
def test_what_stands_right_above_a_paragraph_may_head_it(small: list[str]) -> None:
    assert told(BUTTON, *small, "A sweeter fruit", GROWN) == [BUTTON, *small]


def test_what_a_heading_below_a_button_heads_is_next() -> None:
    menu = "* [Home](/)\n\n"
    assert told(BUTTON, "## Pears", article=[menu + ARTICLE[0], *ARTICLE[1:]]) == [BUTTON]


def test_a_sentence_that_does_not_stay_may_be_the_title() -> None:
    assert told(SAFE, PEARS, BUTTON, unliked=[SAFE]) == [PEARS, BUTTON]
    assert told(SAFE, PEARS, BUTTON) == [BUTTON]


def test_a_long_line_parts_a_title_from_its_button() -> None:
    assert told(TITLE, BAND, BUTTON) == [BUTTON]


def test_what_somebody_says_in_a_line_that_does_not_stay_is_the_box_s() -> None:
    says = "He grows pears, “and plums.”"
    assert told(TITLE, says, BUTTON) == [BUTTON]
    assert told(TITLE, says, BUTTON, unliked=[says]) == [TITLE, BUTTON]


def test_a_box_on_top_of_the_page_goes_as_well() -> None:
    assert told(*ARTICLE, article=[TITLE, PEARS, BUTTON]) == [TITLE, PEARS, BUTTON]


def test_words_of_the_page_s_foot_are_none_of_the_article_s() -> None:
    foot = ["Orchards of pears", "Okeke and his tuba", "Pears for all who grow them"]
    assert told(TITLE, PEARS, BUTTON, *ARTICLE, *foot, unliked=foot) == [TITLE, PEARS, BUTTON]


def test_entries_of_a_live_blog_are_no_boxes() -> None:
    entries = [f"{hour}:15\n{text}" for hour, text in zip(range(20, 10, -1), ARTICLE, strict=False)]
    source = "\n".join([entries[0], "Good night from here", "Sign me up", *entries[1:]])
    reasons = {reason.name for block in explain(source).blocks for reason in block.reasons}
    assert REASON not in reasons


@pytest.mark.parametrize(
    "button",
    ["Keep me posted", "Yes, I’ll give", "Je soutiens la rédaction", "Ich bin dabei!", "ACHETER", "登録する"],
)
def test_buttons_in_their_readers_words_take_title_and_sentence(button: str) -> None:
    expected = [] if button == "ACHETER" else [TITLE, PEARS]
    assert told(TITLE, PEARS, button, unliked=[button]) == expected


def test_below_a_button_go_others_and_no_years() -> None:
    behind = "The old bridge of the harbour stays closed for the winter."
    lines = (TITLE, PEARS, "Sign up now", "Read a sample", behind)
    assert told(*lines) == [*lines[:4]]
    assert told(*lines[:3], "2016 to 2019", behind) == [*lines[:3]]
