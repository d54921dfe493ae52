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
from newsclean.scoring.reasons import HEARD, MOST, SMALLEST, reasons
from newsclean.scoring.scorer import Scored, scorer

ARTICLE = "The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after the storm. "
MENU = "".join(f"Section {number % 7}\n" for number in range(1500))


def at_once(scored: Scored, mode: str) -> list[list[Reason]]:
    """The reasons of all blocks from the whole page's shares, block by block."""
    first, second = scorer(mode).first, scorer(mode).second
    own = len(first.names)
    shares = (1 - scored.network) * second.contributions(second.leaf_numbers(scored.table))
    before = first.contributions(first.leaf_numbers(scored.table[:own]))
    networks = scorer(mode).networks
    heard = scored.network * networks.score(scored.table[:own]) if networks is not None else np.zeros(scored.view.n)
    made = []
    for share, behind, said in zip(shares.T, before.T, heard, strict=True):
        agreeing = np.maximum(behind * np.sign(share[own]), 0)
        if agreeing.sum() > 0:
            share[:own] += share[own] * agreeing / agreeing.sum()
            share[own] = 0
        rows = [*zip(second.names, share.tolist(), strict=True), (HEARD, float(said))]
        strongest = sorted(rows, key=lambda row: -abs(row[1]))[:MOST]
        made.append([Reason(name, weight) for name, weight in strongest if abs(weight) >= SMALLEST])
    return made


@pytest.mark.parametrize("mode", ["text", "markdown"])
def test_parts_give_what_the_whole_page_gives(mode: str) -> None:
    menu = MENU.replace("\n", "\n\n") if mode == "markdown" else MENU
    scored = scorer(mode).score(View(read(f"{menu}\n\n{ARTICLE * 3}\n\n{ARTICLE * 2}\n\n{menu}", mode)))
    found, expected = reasons(scored, scorer(mode)), at_once(scored, mode)
    assert len(found) == len(expected) > 2048
    for some, others in zip(found, expected, strict=True):
        sizes = [[abs(reason.weight) for reason in row] for row in (some, others)]  # of equal ones any may be the first
        assert sizes[0] == pytest.approx(sizes[1], abs=2e-4)
        known = {reason.name: reason.weight for reason in others}
        assert all(known.get(reason.name, reason.weight) == pytest.approx(reason.weight, abs=2e-4) for reason in some)
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
