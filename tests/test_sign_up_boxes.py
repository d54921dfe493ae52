"""Sign-up boxes: what stands around their buttons goes, between paragraphs and below them; the article stays."""

from __future__ import annotations

import pytest

from newsclean import clean, explain
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
    told = [block for block in explain(page(*BOXES[0])).blocks if any(r.name == REASON for r in block.reasons)]
    assert {block.text for block in told} & set(BOXES[0][:2])


@pytest.mark.parametrize(
    "lines",
    [
        ("What the council says", "The council closes the bridge for the winter.", "Sign me up"),
        ("Membership", "“I have never paid a toll in my life,” said the baker."),
        ("The long way round", "Drivers take the northern road, which adds some forty minutes."),
    ],
    ids=["words of the article", "a word that may head a section", "no button"],
)
def test_what_is_the_articles_stays(lines: tuple[str, ...]) -> None:
    assert lines[1] in clean(page(*lines))


def test_what_stands_far_above_a_sentence_that_asks_stays() -> None:
    last = "Nobody at the meeting wore a hat."
    assert last in clean(page("A quiet evening", last, "Sign up for our weekly newsletter by email.", at=len(ARTICLE)))


def test_entries_of_a_live_blog_are_no_boxes() -> None:
    entries = [f"{hour}:15\n{text}" for hour, text in zip(range(20, 10, -1), ARTICLE, strict=False)]
    source = "\n".join([entries[0], "Good night from here", "Sign me up", *entries[1:]])
    reasons = {reason.name for block in explain(source).blocks for reason in block.reasons}
    assert REASON not in reasons
