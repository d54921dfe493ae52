"""HTML whose labels say little is scored by a scorer that learned without them."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from newsclean import clean, explain, rereading
from newsclean.evidence.view import Column, View
from newsclean.extraction import extract
from newsclean.models import Models
from newsclean.reading.document import Document
from newsclean.reading.read import read
from newsclean.rereading import Reread
from newsclean.scoring.labelled import LEAST, strength, suited
from newsclean.scoring.reasons import reasons
from newsclean.scoring.scorer import scorer

ARTICLE = [
    "The council of Eldham voted on Tuesday to open the old swimming hall again, thirty years after it was closed.",
    "Work on the roof is to begin in March, said the mayor, Ines Okafor, and the first swimmers may come in autumn.",
    "The hall was built in 1931 by the town's weavers, who gave an hour of their pay a week for it.",
    "Nobody on the council voted against it, although two members asked where the warm water would come from.",
]
TEASERS = [
    "A goat in the bank",
    "Where the river went",
    "Ten bridges to see",
    "The last lamplighter",
    "Storm over Eldham",
]
LABELLED = (
    "<html><head><title>Swimming hall to open again</title></head><body class='post single'>"
    "<header class='site-header'><nav class='main-nav menu'><ul>"
    + "".join(f"<li class='menu-item'><a href='/{n}'>{n}</a></li>" for n in ("News", "Sport", "Weather"))
    + "</ul></nav></header><main id='content' class='content'><div class='article-body entry-content'>"
    "<h1 class='headline'>Swimming hall to open again</h1>"
    + "".join(f"<p class='paragraph'>{text}</p>" for text in ARTICLE)
    + "</div></main><aside class='sidebar related teaser-list'><h2>Most read</h2><ul>"
    + "".join(f"<li class='teaser'><a href='/{n}'>{text}</a></li>" for n, text in enumerate(TEASERS))
    + "</ul></aside><footer class='site-footer'><p>© Eldham Courier</p></footer></body></html>"
)
BARE = re.sub(r" (class|id)='[^']*'", "", LABELLED)


def view(source: str, kind: str = "html") -> View:
    return View(read(source, kind))


def test_what_labels_say_is_measured() -> None:
    assert strength(view(BARE), scorer("html")) == 0
    assert strength(view(LABELLED), scorer("html")) >= LEAST


def test_a_page_of_few_labels_gets_a_scorer_of_its_own() -> None:
    assert suited(view(BARE), scorer("html"), scorer) is scorer("thin")
    assert suited(view(LABELLED), scorer("html"), scorer) is scorer("html")


@pytest.mark.parametrize("mode", ["text", "markdown", "run_on"])
def test_what_has_no_labels_at_all_keeps_its_scorer(mode: str) -> None:
    assert suited(view("A town.\n\nIt has a hall.", "text"), scorer(mode), scorer) is scorer(mode)


@pytest.mark.parametrize("source", ["", "<p></p>", "<html><body><script>1</script></body></html>"])
def test_a_page_without_blocks_keeps_its_scorer(source: str) -> None:
    assert suited(view(source), scorer("html"), scorer) is scorer("html")


@pytest.mark.parametrize("source", [LABELLED, BARE])
def test_either_gives_the_article(source: str) -> None:
    assert clean(source) == "\n\n".join(ARTICLE)


def test_reasons_are_those_of_the_scorer_that_was_asked() -> None:
    found = extract(read(BARE, "html"), Models(opinion=None))
    assert found.scores.scorer is scorer("thin")
    assert [block.reasons for block in found.blocks()] == reasons(found.scores.scored, scorer("thin"))


def test_a_page_that_is_scored_once_keeps_its_scorer() -> None:
    found = extract(read(BARE, "html"), Models(opinion=None, single_pass=True))
    assert found.scores.scorer is scorer("html")


def test_a_page_of_few_labels_is_explained_as_it_is_cleaned() -> None:
    assert explain(BARE).text == clean(BARE)


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("".join(f"<div><p>{text}</p></div>" for text in ARTICLE), True),
        (BARE, False),  # half of it goes
        ("".join(f"<p class='article-body entry-content'>{text}</p>" for text in ARTICLE), False),
    ],
)
def test_an_extractor_s_html_without_labels_is_read_again(
    source: str, whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def spy(doc: Document, kept: NDArray[np.bool_], score: Column, may_go: NDArray[np.bool_], *readers: Any) -> Reread:
        asked.append(bool(may_go.all()))
        return Reread(np.zeros(len(doc), np.bool_), score)

    monkeypatch.setattr(rereading, "reread", spy)
    monkeypatch.setattr(rereading, "BARE_SURE", 1.1)
    monkeypatch.setattr(rereading, "SURE", 0.0)
    assert clean(source, kind="html").count("\n\n") >= len(ARTICLE) - 1
    assert any(asked) is whole


def test_where_too_much_would_go_only_what_is_in_doubt_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "".join(f"<div><p>{text}</p></div>" for text in ARTICLE)
    asked = []

    def spy(doc: Document, kept: NDArray[np.bool_], score: Column, may_go: NDArray[np.bool_], *readers: Any) -> Reread:
        asked.append(bool(may_go.all()))
        return Reread(may_go.copy(), score)  # all goes that is asked about

    monkeypatch.setattr(rereading, "reread", spy)
    monkeypatch.setattr(rereading, "BARE_SURE", 1.1)
    monkeypatch.setattr(rereading, "SURE", 0.0)
    assert clean(source, kind="html").split("\n\n") == ARTICLE
    assert asked == [True, False]
