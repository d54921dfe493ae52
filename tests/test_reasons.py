"""Reasons: worked out part by part, once for blocks that are told alike, and the same as of the whole page at once."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest

from newsclean.evidence.view import View
from newsclean.page import Reason
from newsclean.reading.read import read
from newsclean.scoring.naming import namer
from newsclean.scoring.reasons import MOST, SMALLEST, reasons
from newsclean.scoring.scorer import Scored, scorer

ARTICLE = "The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after the storm. "
MENU = "".join(f"Section {number % 7}\n" for number in range(1500))


def at_once(scored: Scored) -> list[list[Reason]]:
    """The reasons of all blocks from the whole page's shares, block by block."""
    first, second = scorer("text").first, scorer("text").second
    own = len(first.names)
    shares = second.contributions(second.leaf_numbers(scored.table))
    before = first.contributions(first.leaf_numbers(scored.table[:own]))
    made = []
    for share, behind in zip(shares.T, before.T, strict=True):
        agreeing = np.maximum(behind * np.sign(share[own]), 0)
        if agreeing.sum() > 0:
            share[:own] += share[own] * agreeing / agreeing.sum()
            share[own] = 0
        order = sorted(range(len(share)), key=lambda k: -abs(share[k]))[:MOST]
        made.append([Reason(second.names[k], float(share[k])) for k in order if abs(share[k]) >= SMALLEST])
    return made


def test_parts_give_what_the_whole_page_gives() -> None:
    scored = scorer("text").score(View(read(f"{MENU}\n\n{ARTICLE * 3}\n\n{ARTICLE * 2}\n\n{MENU}", "text")))
    found, expected = reasons(scored, scorer("text")), at_once(scored)
    assert len(found) == len(expected) > 2048
    for some, others in zip(found, expected, strict=True):
        assert [reason.weight for reason in some] == pytest.approx([reason.weight for reason in others], abs=2e-4)
        assert {reason.name for reason in some[:4]} & {reason.name for reason in others[:4]}


def peak(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_page_of_tiny_blocks_needs_its_table_once() -> None:
    scored = scorer("text").score(View(read(f"{ARTICLE * 4}\n\n" + "w\n" * 20_000, "text")))
    assert scored.view.n > 20_000
    assert peak(lambda: reasons(scored, scorer("text"))) < 1.2 * scored.table.nbytes
    assert peak(lambda: namer("text").values(scored)) < 1.2 * scored.table.nbytes
