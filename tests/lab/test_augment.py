"""Pages cut short: what stays is the article's beginning and its surroundings, block by block as they were."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.lab.augment import AROUND, CUT_KINDS, FEWEST, MOST, SPARE, cut_kind, cut_short
from newsclean.lab.tables import Sample
from newsclean.reading.text import read_text

ARTICLE = 20


def page(article: int = ARTICLE, junk: int = 60) -> Sample:
    """A page of short lines around an article's longer ones."""
    menu = [f"Menu item {n}" for n in range(junk)]
    lines = [f"The council voted on Monday to close bridge number {n} for the winter." for n in range(article)]
    foot = [f"Other story {n}" for n in range(junk)]
    doc = read_text("\n\n".join([*menu, *lines, *foot]))
    assert len(doc) == 2 * junk + article
    label = np.repeat(np.array([0, 1, 0], np.float32), [junk, article, junk])
    return Sample("fundus", "page", "resiliparse", "site", 0, doc, label, np.ones(len(doc), np.float32))


def test_the_articles_beginning_stays_and_some_blocks_around_it() -> None:
    whole = page()
    cut = cut_short(whole)
    assert cut is not None
    kept = int(cut.label.sum())
    assert FEWEST <= kept < MOST
    texts = cut.doc.text.split("\n")[:-1]
    first = int(np.flatnonzero(cut.label)[0])
    assert texts[first : first + kept] == [whole.doc.block_text(60 + n) for n in range(kept)]
    assert AROUND[0] <= first < AROUND[1]
    assert AROUND[0] <= len(texts) - first - kept < AROUND[1]
    assert cut.kind == "short"


def test_the_same_page_is_always_cut_alike() -> None:
    one, other = cut_short(page()), cut_short(page())
    assert one is not None
    assert other is not None
    assert one.doc.text == other.doc.text


@pytest.mark.parametrize("article", [0, 1, FEWEST + SPARE - 1])
def test_a_short_page_is_left_as_it_is(article: int) -> None:
    assert cut_short(page(article)) is None


def test_pages_are_spread_over_the_renderings() -> None:
    met = {cut_kind("fundus", str(n)) for n in range(100)}
    assert met == set(CUT_KINDS)
