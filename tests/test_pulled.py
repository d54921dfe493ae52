"""Pull quotes: a sentence that a paragraph says goes where it is printed once more, and nothing else that is said
twice."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pytest

from newsclean import Page, Role, explain
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.beside import PULLED
from newsclean.scoring.pulled import ASKED, pulled

QUOTE = "We have counted every single plank of it twice, and on Friday we will count the passengers."
PARAGRAPHS = (
    "The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after a storm tore its landing "
    "stage away, the council said on Monday evening.",
    "Carpenters from both towns worked through the weekend, and the council paid for the timber out of its winter "
    "reserve, which is now empty but for a few crowns.",
    f'Ines Okafor, the harbour master, has slept in her office since the night of the storm. "{QUOTE}" A piano has '
    "waited on the quay since January for a calm sea, and it will be on the first boat as well.",
    "The first boat leaves at six in the morning. It will carry the mail, two doctors and a crate of hens whose owner "
    "has written to the council every day since the storm.",
    "The old stage had been built in 1931 and painted for the last time forty years ago. What is left of it lies on "
    "the beach below the lighthouse, where children have made a fort of it.",
    "Sorrel Bay has some four hundred people, a school and a shop. For eleven days it had no newspapers, and a baker "
    "who ran out of flour baked with what the shop had left of oats.",
    "Whether the ferry will pay for itself nobody can say. Last year it carried nine thousand people and lost forty "
    "thousand crowns, nearly all of them in the months between November and March.",
)


def page(kind: str, *blocks: str) -> Page:
    if kind == "text":
        return explain("\n\n".join(blocks))
    body = "".join(f"<p class=text>{block}</p>" for block in blocks)
    return explain(
        "<!DOCTYPE html><html><head><title>Ferry to Sorrel Bay runs again</title></head><body><nav class=menu><ul>"
        "<li><a href=/>Home</a><li><a href=/news>News</a></ul></nav><article class=story><h1>Ferry to Sorrel Bay runs "
        f"again</h1>{body}</article><footer class=foot>© 2024 The Eldham Post</footer></body></html>"
    )


@pytest.mark.parametrize("quote", [QUOTE, f"“{QUOTE}”", QUOTE.upper()])
@pytest.mark.parametrize("at", [1, 2, 3, 5])
def test_a_sentence_of_a_paragraph_goes_where_it_stands_once_more(quote: str, at: int) -> None:
    found = page("html", *PARAGRAPHS[:at], quote, *PARAGRAPHS[at:])
    assert found.text == "\n\n".join(PARAGRAPHS)
    (block,) = (block for block in found.blocks if block.role is Role.DUPLICATE)
    assert PULLED in {reason.name for reason in block.reasons}


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize(
    "line",
    [
        "We have counted every single plank of it twice, and on Monday we will count the passengers.",  # another word
        "Ask the harbour master: will you count every single passenger on Friday morning?",
        "We will count the passengers.",  # too short to be none but a pull quote
    ],
)
def test_what_a_paragraph_does_not_say_stays(kind: str, line: str) -> None:
    found = page(kind, *PARAGRAPHS[:4], line, *PARAGRAPHS[4:])
    assert found.text == "\n\n".join((*PARAGRAPHS[:4], line, *PARAGRAPHS[4:]))


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_refrain_and_a_list_stay(kind: str) -> None:
    refrain = "And all the while the harbour master sat in her small office and counted the planks."
    blocks = [f"{paragraph} {refrain}" for paragraph in PARAGRAPHS[:2]] + [refrain, *PARAGRAPHS[2:]]
    assert page(kind, *blocks).text == "\n\n".join(blocks)
    items = "<ul><li>Count every single plank of the new stage twice before the ferry comes.</li></ul>"
    told = f"{PARAGRAPHS[3]} Count every single plank of the new stage twice before the ferry comes."
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (*PARAGRAPHS[:3], told)) + items + f"<p>{PARAGRAPHS[4]}</p>"
    assert "twice before the ferry comes.\n\nThe old stage" in explain(f"<html><body>{body}</body></html>").text


def test_an_article_in_one_piece_and_in_pieces_is_no_pull_quote() -> None:
    pieces = [sentence for paragraph in PARAGRAPHS for sentence in paragraph.split(". ")]
    found = page("html", *PARAGRAPHS, *pieces)
    assert PULLED not in {reason.name for block in found.blocks for reason in block.reasons}


def told(*blocks: str, goes: Collection[str] = ()) -> list[str]:
    """The sentences that are told among blocks of HTML, which stay but for some."""
    body = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    view = View(read(f"<html><body class=page><div>{body}</div></body></html>", "html"))
    texts = [view.doc.read_text(i) for i in range(view.n)]
    score = np.array([0.1 if text in goes else 0.9 for text in texts], np.float32)
    return [texts[i] for i in np.flatnonzero(pulled(view, score, 0.5))]


LINES = [PARAGRAPHS[at].partition(". ")[2] for at in (3, 4, 5, 6)]
"""Sentences that end paragraphs."""
OTHERS = [
    f"On day {day} of the storm the harbour master counted {day} planks and {day} gulls on the quay below her office, "
    f"and no boat at all from the other side, and wrote all of it down in a book that nobody but her has read since. "
    f"The book lies in the drawer below the clock that has stopped at {day} minutes past eleven."
    for day in range(12, 26)
]
CHINESE = "我们把每一块木板都数了两遍，星期五我们要数乘客。"


def test_of_a_long_page_three_go_and_no_more() -> None:
    assert told(*PARAGRAPHS, *OTHERS, *LINES[:3]) == LINES[:3]
    assert told(*PARAGRAPHS, *OTHERS, *LINES) == []
    assert told(*PARAGRAPHS, *LINES[:3]) == []  # where they are much of what stays
    assert told(*PARAGRAPHS, *OTHERS, *LINES[:3], goes=OTHERS) == []
    assert told(*PARAGRAPHS, *OTHERS, OTHERS[0].partition(". ")[0] + ".") == []  # longer than such a quote


def test_one_in_a_script_without_blanks_goes_and_one_with_a_colon_far_behind_its_opening() -> None:
    quay = "码头上的钢琴从一月起就在等风平浪静的日子。"
    chinese = [f"{quay * 3}第{day}天也是如此。" for day in "一二三四五六"]
    assert told(chinese[0] + CHINESE, chinese[1], CHINESE, *chinese[2:]) == [CHINESE]
    opened = "And the harbour master said on Monday: we have counted every plank of it twice."
    assert told(*PARAGRAPHS[1:], f"{PARAGRAPHS[0]} {opened}", opened) == [opened]


@pytest.mark.parametrize("block", [f"<h2>{QUOTE}</h2>", f"<ul><li>{QUOTE}</li></ul>", QUOTE[:-1]])
def test_a_heading_an_item_and_a_line_are_none(block: str) -> None:
    assert told(*PARAGRAPHS, QUOTE) == [QUOTE]
    assert told(*PARAGRAPHS, block) == []


@pytest.mark.parametrize(
    "line",
    [
        "Will she count each of the passengers on Friday morning?",
        "Ines Okafor: we have counted every plank of it twice.",
    ],
)
def test_nor_is_a_question_or_what_stands_behind_a_name(line: str) -> None:
    assert told(*PARAGRAPHS[1:], f"{PARAGRAPHS[0]} {line}", line) == []


def test_what_no_other_block_holds_that_stays_is_none() -> None:
    assert told(*PARAGRAPHS, QUOTE, goes=[PARAGRAPHS[2]]) == []
    assert told(*PARAGRAPHS, QUOTE, goes=[QUOTE]) == []  # it goes anyway
    twice = "The master of the harbour has counted each plank twice."
    assert told(*PARAGRAPHS[:3], twice, *PARAGRAPHS[3:], twice) == []  # both would go


def test_nor_is_what_two_places_say_between_them() -> None:
    opening = "We have counted every single plank of it twice"
    rest = "of it twice, and on Friday we will count the passengers"
    apart = [f"{opening}, said the harbour master, {PARAGRAPHS[0]}", f"The book says {rest}. {PARAGRAPHS[1]}"]
    assert told(*apart, *PARAGRAPHS[3:], QUOTE) == []
    over_the_end = [f"{PARAGRAPHS[0]} {opening}", f"And on Friday we will count the passengers. {PARAGRAPHS[1]}"]
    assert told(*over_the_end, f"{PARAGRAPHS[3]} {rest}.", *PARAGRAPHS[4:], QUOTE) == []


@pytest.mark.parametrize(("sentences", "asked"), [(ASKED, ASKED), (ASKED + 1, 0)])
def test_of_a_page_that_repeats_itself_without_end_nothing_is_asked(
    sentences: int, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To ask takes a look at all words of the page, for each sentence anew."""
    said = [
        f"We have counted every single plank of it {number} times, and then once more." for number in range(sentences)
    ]
    calls: list[int] = []

    def holders(view: View, block: int, kept: object) -> list[int]:
        calls.append(block)
        return []

    monkeypatch.setattr("newsclean.scoring.pulled._holders", holders)
    view = View(read("".join(f"<p>{text}</p>" for text in (" ".join(said), *said)), "html"))
    assert not pulled(view, np.ones(view.n, np.float32), 0.5).any()
    assert len(calls) == asked
