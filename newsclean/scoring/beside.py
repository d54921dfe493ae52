"""Beside the article: what a page's elements, or Markdown's marks, show of blocks that are not its own.

However much they read like it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column, View
from newsclean.page import Role
from newsclean.scoring.appeals import appeals
from newsclean.scoring.author_notes import author_notes
from newsclean.scoring.bios import bios
from newsclean.scoring.button_boxes import in_button_boxes
from newsclean.scoring.cards import in_cards
from newsclean.scoring.comment_boxes import in_comment_boxes
from newsclean.scoring.comments import in_comments
from newsclean.scoring.credited import behind_credits, credited
from newsclean.scoring.dialogs import in_dialogs
from newsclean.scoring.embedded_posts import embedded_posts
from newsclean.scoring.fact_boxes import in_fact_boxes
from newsclean.scoring.labelled_stories import in_labelled_stories
from newsclean.scoring.last_lines import last_lines
from newsclean.scoring.lone_lines import lone_lines
from newsclean.scoring.machine_notes import machine_notes
from newsclean.scoring.notices import unseen_notices
from newsclean.scoring.other_columns import in_other_columns
from newsclean.scoring.other_stories import in_other_stories
from newsclean.scoring.other_topics import in_other_topics
from newsclean.scoring.pictured import pictured
from newsclean.scoring.polls import polls
from newsclean.scoring.publishers import publishers
from newsclean.scoring.pulled import pulled
from newsclean.scoring.retold import retold
from newsclean.scoring.scorer import without
from newsclean.scoring.sign_up_boxes import in_sign_up_boxes
from newsclean.scoring.signing_lines import signing_lines
from newsclean.scoring.small_boxes import in_author_boxes, in_promo_boxes, in_tickers
from newsclean.scoring.story_cards import in_story_cards
from newsclean.scoring.story_lists import in_story_lists
from newsclean.scoring.teaser_lines import in_teaser_lines
from newsclean.scoring.template_tags import template_tags
from newsclean.scoring.unrelated import unrelated
from newsclean.scoring.used_boxes import in_used_boxes

OTHER_STORY, COMMENTS, THREAD = "in another story", "in the comments", "below the article, written as comments are"
COMMENT_BOX, TEASER_LINES = "in a box of comments", "in a list of headlines and summaries"
BELOW = frozenset({COMMENTS, COMMENT_BOX, THREAD})
"""Rules that tell what stands below an article: where one does, there is an article."""
BUTTON_BOX, SIGN_UP_BOX = "in a box around a button", "around a button that signs up"
UNRELATED = "said by the publisher, with hardly a word of the article"
LAST_LINE = "said by the publisher behind the article"
APPEAL, PULLED = "an appeal to readers", "a sentence of a paragraph, once more"
Rule = Callable[[View, Column, float], NDArray[np.bool_]]
ANY_RULES: dict[str, Rule] = {
    "a lone line of the page": lone_lines,
    "a note on what a machine made": machine_notes,
    "a template's tag": template_tags,
    "a question to readers, with its answers' shares": polls,
    APPEAL: appeals,
    "a caption right above its credit": credited,
    "a caption behind its credit": behind_credits,
    "a caption by its wording": pictured,
    "a post of a network": embedded_posts,
    UNRELATED: unrelated,
    LAST_LINE: last_lines,
    "a bio of the author": bios,
    "a note on the author": author_notes,
    "a line on the publisher": publishers,
    "the article again in one piece": retold,
    COMMENTS: in_comments,
    "below a label of other stories": in_labelled_stories,
}
RULES: dict[str, Rule] = {
    "in another column": in_other_columns,
    TEASER_LINES: in_teaser_lines,
    **ANY_RULES,
    PULLED: pulled,
    "in a dialog": in_dialogs,
    "in a fact box": in_fact_boxes,
    "in a promotional box": in_promo_boxes,
    BUTTON_BOX: in_button_boxes,
    "in a box to be used": in_used_boxes,
    COMMENT_BOX: in_comment_boxes,
    "in an author's box": in_author_boxes,
    "in a ticker": in_tickers,
    "a line that only names who made the article": signing_lines,
    "a notice for browsers without scripts": unseen_notices,
    OTHER_STORY: in_other_stories,
    "in a card of another story": in_story_cards,
}
"""The reason for each rule, and the rule: the blocks that it concerns, of a page's chances and a threshold."""
TEXT_RULES: dict[str, Rule] = {
    **ANY_RULES,
    SIGN_UP_BOX: in_sign_up_boxes,
    "in a list of other stories": in_story_lists,
    "in a list of stories on other topics": in_other_topics,
}
MARKDOWN_RULES: dict[str, Rule] = {TEASER_LINES: in_teaser_lines, **TEXT_RULES, "in a card": in_cards}

TOLD = {
    APPEAL: Role.PROMO,
    UNRELATED: Role.PROMO,
    LAST_LINE: Role.PROMO,
    BUTTON_BOX: Role.PROMO,
    SIGN_UP_BOX: Role.PROMO,
    COMMENTS: Role.COMMENT,
    COMMENT_BOX: Role.COMMENT,
    THREAD: Role.COMMENT,
    PULLED: Role.DUPLICATE,
    "a caption right above its credit": Role.CAPTION,
    "a caption behind its credit": Role.CAPTION,
    "a caption by its wording": Role.CAPTION,
}
"""Rules that tell a block's role as well."""

Steps = dict[str, tuple[Column, Column]]
"""The chances before and after each rule that concerned a block."""


def lower_beside(view: View, score: Column, threshold: float) -> tuple[Column, Steps]:
    """float32 (n,): the chances, lower for what stands beside the article; and what lowered them."""
    steps: Steps = {}
    if not view.n:
        return score, steps
    doc = view.doc
    rules = RULES if doc.markup is not None else MARKDOWN_RULES if doc.marks is not None else TEXT_RULES
    for reason, rule in rules.items():
        inside = rule(view, score, threshold)
        if inside.any():
            lowered = without(score, inside)
            steps[reason] = (score, lowered)
            score = lowered
    return score, steps


def lowered(steps: Steps, n: int) -> NDArray[np.bool_]:
    """bool (n,): the blocks that a rule has lowered."""
    found = np.zeros(n, np.bool_)
    for before, after in steps.values():
        found |= before != after
    return found


def told_roles(steps: Steps) -> Iterator[tuple[NDArray[np.intp], Role]]:
    """The blocks of which a rule says what they are, and what it says."""
    for reason, role in TOLD.items():
        if reason in steps:
            before, after = steps[reason]
            yield np.flatnonzero(before != after), role
