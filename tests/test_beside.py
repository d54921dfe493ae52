"""Beside the article: each rule lowers its blocks by the same, one after the other, and says so."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence.view import View
from newsclean.reading.html import read_html
from newsclean.reading.text import read_text
from newsclean.scoring.beside import lower_beside
from newsclean.scoring.scorer import LOWERED, log_odds

BODY = "".join(
    f"<p>The bridge was closed on {day} because of the high water, said the mayor.</p>" for day in "ABCDEFGH"
)
PAGE = (
    f"<html><body><div role='dialog'><p>We ask you.</p></div><div>{BODY}</div><div class='factbox'>"
    "<p>Built long ago.</p></div><div class='cta'><p>Write to us.</p></div></body></html>"
)
SCORE = 0.9


def test_each_rule_lowers_its_own_blocks() -> None:
    doc = read_html(PAGE)
    view = View(doc)
    score, steps = lower_beside(view, np.full(view.n, SCORE, np.float32), 0.5)
    expected = {
        "in a dialog": "We ask you.",
        "in a fact box": "Built long ago.",
        "in a promotional box": "Write to us.",
    }
    assert list(steps) == list(expected)
    for reason, (before, after) in steps.items():
        changed = np.flatnonzero(before != after).tolist()
        assert [doc.block_text(i) for i in changed] == [expected[reason]]
        assert log_odds(before)[changed] - log_odds(after)[changed] == pytest.approx([LOWERED], abs=1e-3)
    assert np.count_nonzero(score == np.float32(SCORE)) == 8


@pytest.mark.parametrize("view", [View(read_text("One line.\n\nAnother.")), View(read_html("")), View(read_html(BODY))])
def test_where_no_rule_concerns_a_block_nothing_is_new(view: View) -> None:
    given = np.full(view.n, SCORE, np.float32)
    score, steps = lower_beside(view, given, 0.5)
    assert score is given
    assert not steps
