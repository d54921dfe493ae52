"""Naming: which role a block has, once it is decided whether it stays."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.repetition import block_hashes, repeat_distance
from newsclean.page import KEPT, Role
from newsclean.scoring.scorer import Scored
from newsclean.scoring.trees import Trees

STAYING: tuple[Role, ...] = tuple(role for role in Role if role in KEPT)
GOING: tuple[Role, ...] = tuple(role for role in Role if role not in KEPT and role is not Role.DUPLICATE)
NAMED: tuple[Role, ...] = (*STAYING, *GOING)
"""The roles that are learned, in the order of the trees' outputs. DUPLICATE is not learned: it is seen."""
SUBHEADING_WORDS = 20
CAPTION_WORDS = 6
NEXT = float(np.log1p(1)) + 1e-6
"""The distance of a copy that stands right beside its block."""
HEADS = frozenset({Role.HEADLINE, Role.TIMESTAMP, Role.BYLINE})
LISTED = frozenset({Role.TIMESTAMP, Role.HEADLINE, Role.LEGAL, Role.CAPTION, Role.BYLINE})
"""Names that a part of a teaser may have got."""
LIST_REACH, LIST_SHARE = 4, 0.6
"""Blocks on either side of which this share must be teasers."""


@cache
def namer(mode: str) -> Trees:
    """The trees that name the roles of "text" or "html" blocks, read on the first call and kept."""
    path = files("newsclean") / "data" / "weights" / f"{mode}.roles.json"
    return Trees(json.loads(path.read_text(encoding="utf-8")))


def name_roles(scored: Scored, kept: NDArray[np.bool_], trees: Trees) -> list[Role]:
    """The role of each block: the likeliest of those that stay where it is kept, of those that go where it is not."""
    view = scored.view
    if not view.n:
        return []
    values = trees.score(scored.table)
    # a sub-heading stands between paragraphs; a sentence with its full stop is none
    wordy = (view.words > SUBHEADING_WORDS) | (view.sentence_end > 0) | _last_kept(kept)
    values[NAMED.index(Role.SUBHEADING), wordy] = -np.inf
    best = likeliest(values, kept)
    roles = [NAMED[k] for k in best]
    _rename_captions(scored, roles)
    _rename_lists(kept, roles)
    hashes = block_hashes(view)
    shown = set(hashes[kept].tolist()) - {0}
    for i in np.flatnonzero(~kept):
        if int(hashes[i]) in shown:
            roles[i] = Role.DUPLICATE
    return roles


def _rename_captions(scored: Scored, roles: list[Role]) -> None:
    """A line of some length that is printed twice in a row, or carries a credit, is a caption and no headline."""
    view = scored.view
    again = repeat_distance(view) <= NEXT
    told = (view.counts[Class.END] > 0) & (view.words >= CAPTION_WORDS)
    for i in np.flatnonzero(told & (again | (view.cues[INDEX["credit"]] > 0))):
        if roles[i] in HEADS:
            roles[i] = Role.CAPTION


def _rename_lists(kept: NDArray[np.bool_], roles: list[Role]) -> None:
    """Dates and titles among teasers belong to them: behind the article a list is one thing."""
    last = int(np.flatnonzero(kept)[-1]) if kept.any() else len(roles)
    for _ in range(2):  # the second time the neighbours have their new names
        teasers = np.concatenate(([0], np.cumsum([role is Role.TEASER for role in roles])))
        for i in range(last + 1, len(roles)):
            low, high = max(i - LIST_REACH, last + 1), min(i + LIST_REACH + 1, len(roles))
            if roles[i] in LISTED and teasers[high] - teasers[low] >= LIST_SHARE * (high - low - 1) > 0:
                roles[i] = Role.TEASER


def likeliest(values: NDArray[np.float32], kept: NDArray[np.bool_]) -> NDArray[np.intp]:
    """int (n,): numbers in `NAMED`; the best of those that stay for a block that is kept, else of those that go."""
    staying, going = values[: len(STAYING)].argmax(0), len(STAYING) + values[len(STAYING) :].argmax(0)
    return np.where(kept, staying, going)


def _last_kept(kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    last = np.zeros(len(kept), np.bool_)
    at = np.flatnonzero(kept)
    if len(at):
        last[at[-1]] = True
    return last
