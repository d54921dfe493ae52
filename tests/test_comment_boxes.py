"""Comment boxes: elements that begin with the label of comments, below an article."""

from __future__ import annotations

import re

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.view import View
from newsclean.lab.genres import genres_folder
from newsclean.reading.html import read_html
from newsclean.scoring.comment_boxes import in_comment_boxes
from tests.test_comments import ARTICLE, COMMENTS, LABELS
from tests.texts import paragraphs

LABEL = "3 Comments"


def box(inside: str = paragraphs(COMMENTS), label: str = LABEL) -> str:
    return f"<div class='k1'><b>{label}</b>{inside}</div>"


def page(below: str, article: list[str] = ARTICLE) -> str:
    return f"<html><body><div class='a1'>{paragraphs(article)}</div>{below}</body></html>"


def lowered(source: str, disliked: list[str] | None = None) -> list[str]:
    """The texts of the blocks that are lowered where all is liked but some."""
    doc = read_html(source)
    score = [0.1 if doc.block_text(i) in (disliked or []) else 0.9 for i in range(len(doc))]
    found = in_comment_boxes(View(doc), np.array(score, np.float32), 0.5)
    return [doc.block_text(i) for i in np.flatnonzero(found).tolist()]


@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
def test_all_that_stands_in_the_box_goes(label: str) -> None:
    assert lowered(page(box(label=label))) == [label, *COMMENTS]


def test_what_it_is_is_told() -> None:
    source = page(box())
    assert clean(source) == "\n\n".join(ARTICLE)
    made = {block.text: block for block in explain(source).blocks}
    assert {made[text].role for text in COMMENTS} == {Role.COMMENT}
    assert COMMENTS[1] in clean(source, prefer="recall")


def test_what_stands_below_the_box_stays() -> None:
    assert lowered(page(box() + paragraphs(ARTICLE[:1]))) == [LABEL, *COMMENTS]


def test_the_largest_element_that_begins_with_the_label_is_the_box() -> None:
    inner = f"<div><h3>{LABEL}</h3><p>Be kind.</p></div>"
    assert lowered(page(f"<div>{inner}{paragraphs(COMMENTS)}</div>")) == [LABEL, "Be kind.", *COMMENTS]


def test_above_an_article_is_none() -> None:
    bar = f"<div><span>{LABEL}</span>{paragraphs(ARTICLE[2:])}</div>"
    assert lowered(page(bar, ["The wall was closed on Monday, said the town clerk, and nobody knows why."])) == []


def test_no_box_without_anything_that_may_stay() -> None:
    assert lowered(page(box()), [*COMMENTS, LABEL]) == []


@pytest.mark.parametrize(
    "label",
    ["What the divers found", "3 Comments on the wall that nobody had asked for yet", "He made comments on it."],
)
def test_other_lines_are_no_labels(label: str) -> None:
    assert lowered(page(box(label=label))) == []


def test_below_a_label_that_stands_in_no_element_of_its_own() -> None:
    source = page(f"<div>{paragraphs(ARTICLE[:1])}<b>{LABEL}</b>{paragraphs(COMMENTS)}</div>")
    assert lowered(source) == []


def test_below_comments_there_is_an_article() -> None:
    """Read by its words alone, what is left would be what a front says of its stories."""
    path = genres_folder().parent / "surrounded" / "first" / "pl-konkurs-biblioteka" / "page.html"
    source = re.sub("<title>.*?</title>", "<title>Zawierzno Online</title>", path.read_text(encoding="utf-8"))
    assert "143 prace" in clean(source)


def test_a_page_without_blocks_has_none() -> None:
    assert lowered("<html></html>") == []
