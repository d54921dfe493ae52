"""Beside the article: what a page's elements show of blocks that are not its own, however much they read like it."""

from __future__ import annotations

from collections.abc import Callable

from newsclean.evidence.view import Column, View
from newsclean.scoring.dialogs import outside_dialogs
from newsclean.scoring.fact_boxes import beside_boxes
from newsclean.scoring.other_stories import below_the_article
from newsclean.scoring.small_boxes import beside_author_boxes, beside_promo_boxes

OTHER_STORY = "in another story"
RULES: dict[str, Callable[[View, Column, float], Column]] = {
    "in a dialog": outside_dialogs,
    "in a fact box": beside_boxes,
    "in a promotional box": beside_promo_boxes,
    "in an author's box": beside_author_boxes,
    OTHER_STORY: below_the_article,
}
"""The reason for each rule, and the rule: the chances of a page's blocks, lower for those that it concerns."""

Steps = dict[str, tuple[Column, Column]]
"""The chances before and after each rule that concerned a block."""


def lower_beside(view: View, score: Column, threshold: float) -> tuple[Column, Steps]:
    """float32 (n,): the chances, lower for what stands beside the article; and what lowered them."""
    steps: Steps = {}
    for reason, rule in RULES.items():
        lowered = rule(view, score, threshold)
        if lowered is not score:
            steps[reason] = (score, lowered)
        score = lowered
    return score, steps
