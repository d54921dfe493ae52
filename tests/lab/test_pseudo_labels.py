"""Pseudo-labels that text gets from HTML: where they come from, what they may not overrule, what they weigh."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from newsclean.lab import pseudo_labels
from newsclean.lab.pseudo_labels import TRUST, article, relabel
from newsclean.lab.rows import choose, make_row, pseudo_labelled
from newsclean.lab.tables import Sample
from newsclean.lab.weights import whole_weights
from newsclean.reading.text import read_text

ARTICLE = [
    "The ferry to Sorrel Bay runs again on Friday, the harbour master told reporters on the quay.",
    "Its engine was taken out in March and came back from the yard only last week, newly painted.",
    "Islanders had waited for the boat through nine weeks of storms and rather expensive detours.",
    "The first boat leaves at six in the morning and will carry the mail and two doctors.",
]
LINES = ["Home", "Sport", *ARTICLE, "Read also", "A baker wins the county prize for rye bread"]
KEY = ("trafilatura", "page")


def sample(corpus: str = "trafilatura") -> Sample:
    """A page of which two blocks are known: one that must be there, one that must not."""
    doc = read_text("\n\n".join(LINES))
    label, weight = np.zeros(len(doc), np.float32), np.zeros(len(doc), np.float32)
    label[2], weight[2], weight[7] = 1, 1, 1
    return Sample(corpus, "page", "resiliparse", "site", 0, doc, label, weight)


def test_a_lent_article_labels_what_the_gold_says_nothing_of() -> None:
    ((label, weight),) = relabel([sample()], {KEY: "\n\n".join(ARTICLE)})
    assert label.tolist() == [0, 0, 1, 1, 1, 1, 0, 0]
    assert weight[3] == pytest.approx(TRUST)
    assert weight[0] == pytest.approx(TRUST)


def test_a_label_that_is_known_stays() -> None:
    ((label, weight),) = relabel([sample()], {KEY: LINES[7]})
    assert (label[2], weight[2]) == (1, 1)
    assert (label[7], weight[7]) == (0, 1)


@pytest.mark.parametrize("articles", [{}, {KEY: ""}])
def test_without_an_article_only_what_is_known_counts(articles: dict[tuple[str, str], str]) -> None:
    ((_, weight),) = relabel([sample()], articles)
    assert np.flatnonzero(weight).tolist() == [2, 7]


def test_pages_with_a_full_gold_get_none() -> None:
    rows = [make_row((sample("fundus"), "text")), make_row((sample(), "text"))]
    full, poor = pseudo_labelled(rows, {KEY: "\n\n".join(ARTICLE), ("fundus", "page"): ""})
    assert full is rows[0]
    assert poor.table is rows[1].table
    assert len(poor.chosen) > len(rows[1].chosen)
    assert poor.sample.label[poor.chosen].sum() == len(ARTICLE)


def test_what_is_chosen_weighs_by_its_label() -> None:
    one = sample()
    row = make_row((one, "text"))
    chosen, weight = choose(replace(one, weight=np.float32(0.5) * one.weight), row.size)
    assert chosen.tolist() == row.chosen.tolist()
    assert weight == pytest.approx(row.weight / 2)


def test_an_article_is_lent_only_where_the_scorer_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = whole_weights("html")
    body = "".join(f"<p>{text}</p>" for text in ARTICLE)
    page = f"<html><body><nav><a href='/'>Home</a></nav><article><h1>Ferry</h1>{body}</article></body></html>"
    monkeypatch.setattr(pseudo_labels, "SURE", 0.0)
    assert ARTICLE[1] in article(page, weights)
    monkeypatch.setattr(pseudo_labels, "SURE", 1.01)
    assert article(page, weights) == ""
