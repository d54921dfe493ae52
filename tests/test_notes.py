"""Notes: what is said of blocks about which the decision is not what their chance says, and of no others."""

from __future__ import annotations

import numpy as np
import pytest

import newsclean
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.notes import (
    ALONE,
    GAP,
    LIST_GOES,
    LIST_STAYS,
    NO_ARTICLE,
    PROSE,
    RESUMED,
    STANDFIRST,
    TWICE,
    notes,
)

LONG = "The ferry left the harbour a little before noon with nobody on board but two dogs and a crate of lamps."
PAGE = f"{LONG}\n\n- a lamp\n- two oars\n- four hats\n\n{LONG}\n\nNobody complained of it."
NONE = np.zeros(6, np.bool_)


def said(
    scores: list[float], kept: list[int], alone: int = -1, gap: int = -1, noted: int = -1, above: int = -1
) -> list[str]:
    view = View(read(PAGE, "markdown"))
    assert view.n == 6
    masks = {"alone": NONE.copy(), "gaps": NONE.copy(), "noted": NONE.copy(), "standfirsts": NONE.copy()}
    for mask, block in zip(masks.values(), (alone, gap, noted, above), strict=True):
        if block >= 0:
            mask[block] = True
    return notes(view, np.array(scores, np.float32), 0.5, np.array(kept, np.bool_), **masks)


@pytest.mark.parametrize(
    ("scores", "kept", "found"),
    [
        ([0.9, 0.9, 0.9, 0.9, 0.1, 0.1], [1, 1, 1, 1, 0, 0], {}),
        ([0.9, 0.9, 0.9, 0.2, 0.1, 0.1], [1, 1, 1, 1, 0, 0], {3: LIST_STAYS}),
        ([0.9, 0.9, 0.2, 0.2, 0.1, 0.1], [1, 0, 0, 0, 0, 0], {1: LIST_GOES}),
        ([0.9, 0.1, 0.1, 0.1, 0.8, 0.1], [1, 0, 0, 0, 0, 0], {4: TWICE}),
        ([0.9, 0.1, 0.1, 0.1, 0.1, 0.7], [0, 0, 0, 0, 0, 0], {0: NO_ARTICLE, 5: NO_ARTICLE}),
        ([0.9, 0.1, 0.1, 0.1, 0.1, 0.4], [1, 0, 0, 0, 0, 1], {5: PROSE}),
    ],
)
def test_a_block_is_noted_where_its_chance_says_otherwise(
    scores: list[float], kept: list[int], found: dict[int, str]
) -> None:
    assert {i: note for i, note in enumerate(said(scores, kept)) if note} == found


def test_what_went_alone_and_what_stays_between_say_so() -> None:
    assert said([0.9, 0.1, 0.1, 0.1, 0.1, 0.6], [1, 0, 0, 0, 0, 0], alone=5)[5] == ALONE
    assert said([0.9, 0.1, 0.1, 0.1, 0.1, 0.4], [1, 0, 0, 0, 0, 1], gap=5)[5] == GAP
    assert said([0.9, 0.1, 0.1, 0.1, 0.1, 0.4], [1, 0, 0, 0, 0, 1], noted=5)[5] == RESUMED
    assert said([0.4, 0.9, 0.1, 0.1, 0.1, 0.1], [1, 1, 0, 0, 0, 0], noted=0, above=0)[0] == STANDFIRST


def test_explain_shows_them_everywhere() -> None:
    page = newsclean.explain("You need to enable JavaScript to run this app.")
    (block,) = page.blocks
    assert (block.note, block.kept) == (NO_ARTICLE, False)
    assert page.to_dict()["blocks"][0]["note"] == NO_ARTICLE
    assert NO_ARTICLE in page._repr_html_()
