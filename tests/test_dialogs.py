"""Dialogs: what opens over the page goes, whatever its sentences; a page whose article stands in one keeps it."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.html import read_html
from newsclean.reading.text import read_text
from newsclean.scoring.dialogs import in_dialogs
from tests.texts import paragraphs

BODY = [
    f"The ferry across the lake sails again from {day}, five weeks after a swan and a container had met it."
    for day in ("Monday", "Tuesday", "Wednesday")
]
ASKED = [
    "With your permission we may use the exact place where you are. You can change your mind at any time you like.",
    "Some of our partners work with what you read on these pages, and with how long you have stayed on each of them.",
]
DIALOGS = {
    "role": "<div class='x' role='dialog'>{}</div>",
    "alert": "<div role='alertdialog'>{}</div>",
    "element": "<dialog open>{}</dialog>",
    "deeper": "<div role='dialog'><div><div>{}</div></div></div>",
}


def page(*parts: str) -> str:
    return f"<html><head><title>Ferry sails again</title></head><body>{''.join(parts)}</body></html>"


ARTICLE = f"<article><h1>Ferry sails again</h1>{paragraphs(BODY)}</article>"


def lowered(source: str) -> list[str]:
    """The texts of the blocks that are lowered where everything is liked."""
    doc = read_html(source)
    score = np.full(len(doc), 0.9, np.float32)
    return [doc.block_text(i) for i in np.flatnonzero(in_dialogs(View(doc), score, 0.5)).tolist()]


@pytest.mark.parametrize("dialog", DIALOGS.values(), ids=DIALOGS)
@pytest.mark.parametrize("first", [True, False], ids=["above", "below"])
def test_what_a_dialog_asks_goes(dialog: str, first: bool) -> None:
    asked = dialog.format(paragraphs(ASKED))
    source = page(asked, ARTICLE) if first else page(ARTICLE, asked)
    made = explain(source)
    assert made.text == "\n\n".join(BODY)
    for block in made.blocks:
        assert ("in a dialog" in [reason.name for reason in block.reasons]) == (block.text in ASKED)
    assert lowered(source) == ASKED


def test_the_same_in_another_element_is_not_lowered() -> None:
    assert lowered(page(f"<div class='dialog'>{paragraphs(ASKED)}</div>", ARTICLE)) == []


@pytest.mark.parametrize(
    "source",
    [
        page(f"<div role='dialog'>{ARTICLE}</div>"),
        page(f"<p>{BODY[0]}</p><div role='dialog'>{paragraphs(BODY * 3)}</div>"),
        page(f"<p>Ferry news, and more of them.</p><div role='dialog'>{paragraphs(ASKED[:1])}</div>"),
    ],
    ids=["whole", "most of it", "next to nothing else"],
)
def test_an_article_in_a_dialog_stays(source: str) -> None:
    assert lowered(source) == []


def test_an_article_that_opened_over_a_list_stays() -> None:
    listed = paragraphs([f"{text} Readers asked for more, and there is more of it every week." for text in BODY])
    assert lowered(page(listed, f"<div role='dialog'>{ARTICLE}</div>")) == []
    asked = f"<div role='dialog'><h2>Write to us</h2>{paragraphs(ASKED)}</div>"
    assert lowered(page(ARTICLE, asked)) == ["Write to us", *ASKED]
    shared = f"<div role='dialog'><h2>Ferry sails again</h2><p>{ASKED[0]}</p></div>"
    assert lowered(page(ARTICLE, ARTICLE, shared)) == ["Ferry sails again", ASKED[0]]


def test_who_prefers_recall_keeps_dialogs() -> None:
    source = page(ARTICLE, DIALOGS["role"].format(paragraphs(BODY[:1])))
    assert "in a dialog" not in {
        reason.name for block in explain(source, prefer="recall").blocks for reason in block.reasons
    }
    assert set(clean(source, prefer="precision").split("\n\n")) <= set(clean(source).split("\n\n"))


def test_text_has_none() -> None:
    view = View(read_text("One line.\n\nAnother line of text."))
    score = np.full(view.n, 0.9, np.float32)
    assert not in_dialogs(view, score, 0.5).any()
