"""Naming: which role a block has, once it is decided whether it stays."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.repetition import block_hashes
from newsclean.page import KEPT, Role
from newsclean.scoring.scorer import Scored
from newsclean.scoring.trees import Trees

STAYING: tuple[Role, ...] = tuple(role for role in Role if role in KEPT)
GOING: tuple[Role, ...] = tuple(role for role in Role if role not in KEPT and role is not Role.DUPLICATE)
NAMED: tuple[Role, ...] = (*STAYING, *GOING)
"""The roles that are learned, in the order of the trees' outputs. DUPLICATE is not learned: it is seen."""
SUBHEADING_WORDS = 20


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
    hashes = block_hashes(view)
    shown = set(hashes[kept].tolist()) - {0}
    for i in np.flatnonzero(~kept):
        if int(hashes[i]) in shown:
            roles[i] = Role.DUPLICATE
    return roles


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
