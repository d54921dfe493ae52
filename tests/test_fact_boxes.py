"""Fact boxes: told by what their element is called, lowered beside an article, and left alone where they are one."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.labels import element_bit, elements, label_tokens
from newsclean.evidence.view import View
from newsclean.extraction import extract
from newsclean.models import Models
from newsclean.reading.html import read_html
from newsclean.reading.text import read_text
from newsclean.scoring.fact_boxes import fact_boxes, in_fact_boxes
from tests.evidence_of import family_bits
from tests.texts import paragraphs

BODY = [
    f"The old bridge over the river was closed on {day} because of the high water, the mayor told the market hall."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
]
FACTS = [
    "The bridge was built by the town in the year after the great flood and paid for with a tax on salt.",
    "It carries nine hundred carts every day and is painted every fourth spring by the prisoners of the county.",
]


def box(label: str = "fact-box") -> str:
    return f"<div class='{label}'><h3>The bridge in short</h3>{paragraphs(FACTS)}</div>"


def page(inside: str) -> str:
    return (
        "<html><head><title>Bridge closed again</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Bridge closed again</h1><div class='story'>{inside}</div></article></body></html>"
    )


BESIDE = page(paragraphs(BODY[:3]) + box() + paragraphs(BODY[3:]))


@pytest.mark.parametrize(
    "label",
    [
        "factbox", "fact-box right", "c-factbox__inner", "articleInfobox", "info_box", "faktaboks", "Fakta-ruta",
        "js-expandable-box open", "infokasten grau",
    ],
)  # fmt: skip
def test_what_a_fact_box_is_called(label: str) -> None:
    assert family_bits(label) & element_bit("fact_box")


@pytest.mark.parametrize(
    "label",
    [
        "",
        "box",
        "artifact-box",
        "inbox",
        "fact",
        "facts",
        "info",
        "content-box",
        "factboxing",
        "box-fact",
        "quick facts",
    ],
)
def test_what_no_fact_box_is_called(label: str) -> None:
    assert not family_bits(label) & element_bit("fact_box")


def test_a_box_between_paragraphs_goes_and_the_reason_says_so() -> None:
    made = explain(BESIDE)
    assert made.text == "\n\n".join(BODY)
    facts = [block for block in made.blocks if block.text in FACTS]
    assert len(facts) == 2
    assert all("in a fact box" in [reason.name for reason in block.reasons] for block in facts)
    others = [block for block in made.blocks if block.text in BODY]
    assert not any(reason.name == "in a fact box" for block in others for reason in block.reasons)


def test_the_same_text_in_an_element_without_such_a_name_stays() -> None:
    assert FACTS[0] in clean(BESIDE.replace("fact-box", "textblock"))


def test_who_prefers_recall_keeps_the_box() -> None:
    assert FACTS[0] in clean(BESIDE, prefer="recall")
    assert FACTS[0] not in clean(BESIDE, prefer="precision")


def test_the_box_goes_where_another_extractor_was_heard_too() -> None:
    found = extract(read_html(BESIDE), Models(opinion_below=1.1))
    assert found.scores.opinion is not None
    assert found.text == "\n\n".join(BODY)


def test_a_box_above_the_article_sums_it_up_and_stays() -> None:
    doc = read_html(page(box() + paragraphs(BODY)))
    score = np.full(len(doc), 0.9, np.float32)
    assert not in_fact_boxes(View(doc), score, 0.5).any()


def test_boxes_that_are_most_of_the_page_are_the_article() -> None:
    doc = read_html(page(paragraphs(BODY[:1]) + box() + box() + box()))
    score = np.full(len(doc), 0.9, np.float32)
    assert not in_fact_boxes(View(doc), score, 0.5).any()
    assert FACTS[0] in clean(page(f"<div class='factbox'>{paragraphs(BODY + FACTS)}</div>"))


def lowered(inside: str) -> int:
    """How many blocks are lowered where everything is liked."""
    doc = read_html(page(inside))
    return int(in_fact_boxes(View(doc), np.full(len(doc), 0.9, np.float32), 0.5).sum())


def test_several_boxes_that_hold_more_than_the_rest_are_the_article() -> None:
    assert lowered(paragraphs(BODY[:4]) + 3 * box("expandable-box")) == 0
    assert lowered(paragraphs(BODY[:3]) + 2 * box("expandable-box")) == 2 * 3
    assert lowered(paragraphs(BODY[:3]) + 2 * f"<div class='infobox'>{box()}</div>") == 2 * 3
    assert lowered(paragraphs(BODY + BODY[:3]) + 3 * box("expandable-box")) == 3 * 3


@pytest.mark.parametrize("label", ["has-infobox", "text without-fact-box", "hasInfobox", "category-info-box"])
def test_text_that_has_a_box_is_none(label: str) -> None:
    assert not family_bits(label) & element_bit("fact_box")
    assert lowered(paragraphs(BODY[:3]) + box(label) + paragraphs(BODY[3:])) == 0


def test_only_what_stands_in_the_box_is_lowered() -> None:
    doc = read_html(BESIDE)
    score = np.full(len(doc), 0.9, np.float32)
    made = in_fact_boxes(View(doc), score, 0.5)
    lowered = [doc.block_text(i) for i in np.flatnonzero(made).tolist()]
    assert lowered == ["The bridge in short", *FACTS]


@pytest.mark.parametrize("source", ["", "One line.\n\nAnother line of text."])
def test_text_has_no_boxes(source: str) -> None:
    view = View(read_text(source))
    assert [len(bounds) for bounds in fact_boxes(view)] == [0, 0]
    score = np.full(view.n, 0.9, np.float32)
    assert not in_fact_boxes(view, score, 0.5).any()


@pytest.mark.parametrize("tag", ["html", "body", "main", "article"])
def test_the_page_itself_is_no_box(tag: str) -> None:
    first, _ = fact_boxes(View(read_html(f"<{tag} class='factbox'>{paragraphs(BODY)}</{tag}>")))
    assert not len(first)


def test_boxes_in_boxes_and_side_by_side() -> None:
    deep = "<div class='factbox'>" * 3000 + paragraphs(FACTS) + "</div>" * 3000
    doc = read_html(page(paragraphs(BODY[:3]) + deep + box("infobox") + paragraphs(BODY[3:])))
    score = np.full(len(doc), 0.9, np.float32)
    made = in_fact_boxes(View(doc), score, 0.5)
    lowered = [doc.block_text(i) for i in np.flatnonzero(made).tolist()]
    assert lowered == [*FACTS, "The bridge in short", *FACTS]


def test_a_summary_above_stays_where_a_box_below_goes() -> None:
    doc = read_html(page(box("infobox") + paragraphs(BODY[:3]) + box() + paragraphs(BODY[3:])))
    score = np.full(len(doc), 0.9, np.float32)
    made = in_fact_boxes(View(doc), score, 0.5)
    texts = [doc.block_text(i) for i in range(len(doc))]
    last = len(texts) - 1 - texts[::-1].index(FACTS[0])
    assert np.flatnonzero(made).tolist() == [last - 1, last, last + 1]


def test_names_are_tokens_that_labels_can_have() -> None:
    for name in elements()["fact_box"]:
        assert label_tokens(name) == name.split()
        assert family_bits(name.replace(" ", "-")) & element_bit("fact_box")
