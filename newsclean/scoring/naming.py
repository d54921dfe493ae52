"""Naming: which role a block has, once it is decided whether it stays."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.repetition import block_hashes, repeat_distance
from newsclean.evidence.view import View
from newsclean.page import KEPT, Role
from newsclean.scoring.role_words import RoleWords
from newsclean.scoring.scorer import Scored
from newsclean.scoring.signed import rename_signed
from newsclean.scoring.trees import Table, Trees
from newsclean.weights import read_weights

STAYING: tuple[Role, ...] = tuple(role for role in Role if role in KEPT)
GOING: tuple[Role, ...] = tuple(role for role in Role if role not in KEPT and role is not Role.DUPLICATE)
NAMED: tuple[Role, ...] = (*STAYING, *GOING)
"""The roles that are learned, in the order of the trees' outputs. DUPLICATE is not learned: it is seen."""
SUBHEADING_WORDS = 20
CAPTION_WORDS, TITLE_WORDS = 6, 4
CORRECTION_WORDS = 120
NAME_WORDS = (2, 3, 4)
"""Words of a name by which its bearer is known again."""
BIO_REACH = 12
"""Blocks behind the article in which its author is told of."""
NEXT = float(np.log1p(1)) + 1e-6
"""The distance of a copy that stands right beside its block."""
HEADS = frozenset({Role.HEADLINE, Role.TIMESTAMP, Role.BYLINE})
LISTED = frozenset({Role.TIMESTAMP, Role.HEADLINE, Role.LEGAL, Role.CAPTION, Role.BYLINE})
"""Names that a part of a teaser may have got."""
LIST_REACH, LIST_SHARE = 4, 0.6
"""Blocks on either side of which this share must be teasers."""
NAMERS = {"run_on": "text"}
"""Modes whose blocks another's namer names."""


class Namer:
    """What tells roles apart: trees over a block's evidence, and over what its words say of each role.

    words: what they say; None where the trees were learned on the evidence alone.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.trees = Trees(data)
        self.words = RoleWords.read(data["words"]) if "words" in data else None

    def values(self, scored: Scored, part: slice = slice(None)) -> Table:
        """float32 (`NAMED`, n): how much speaks for each role of the blocks, or of a part of them.

        Raises:
            ValueError: the scorer gives other evidence than the namer was learned on.
        """
        said = [] if self.words is None else [self.words.table(scored.view)[:, part]]
        given, known = len(scored.table) + sum(map(len, said)), len(self.trees.names)
        if given != known:
            raise ValueError(f"the weights of roles were learned on {known} columns of evidence, not on {given}")
        return self.trees.score(scored.table[:, part], *said)


@cache
def namer(mode: str) -> Namer:
    """The namer of the blocks of a mode, read on the first call and kept."""
    return Namer(read_weights(f"{NAMERS.get(mode, mode)}.roles"))


def headline_log_odds(values: Table) -> NDArray[np.float32]:
    """float32 (n,): the log-odds that a block is the headline. values: as `Namer.values` gives them."""
    own = NAMED.index(Role.HEADLINE)
    others = np.delete(values, own, axis=0)
    log_odds: NDArray[np.float32] = values[own] - np.logaddexp.reduce(others, axis=0)
    return log_odds


def name_roles(view: View, kept: NDArray[np.bool_], values: Table) -> list[Role]:
    """The role of each block: the likeliest of those that stay where it is kept, of those that go where it is not.

    values: as `Namer.values` gives them.
    """
    if not view.n:
        return []
    values = values.copy()
    # a sub-heading stands between paragraphs; a sentence with its full stop is none
    wordy = (view.words > SUBHEADING_WORDS) | (view.sentence_end > 0) | _last_kept(kept)
    values[NAMED.index(Role.SUBHEADING), wordy] = -np.inf
    best = likeliest(values, kept)
    roles = [NAMED[k] for k in best]
    _rename_captions(view, roles)
    rename_signed(view, kept, roles)
    _rename_corrections(view, kept, roles)
    _rename_lists(kept, roles)
    _rename_authors(view, kept, roles)
    hashes = block_hashes(view)
    shown = set(hashes[kept].tolist()) - {0}
    for i in np.flatnonzero(~kept):
        if int(hashes[i]) in shown:
            roles[i] = Role.DUPLICATE
    return roles


def name_repeats(view: View, kept: NDArray[np.bool_], roles: Sequence[Role], keep: Collection[Role]) -> list[Role]:
    """The roles where those of `keep` stay: what goes by default and is asked for stays once, a repeat is a duplicate.

    kept: bool (n,), what stays by default, of which a refrain may stand twice.
    """
    hashes, named = block_hashes(view).tolist(), list(roles)
    shown = {hashes[i] for i in np.flatnonzero(kept).tolist() if roles[i] in keep}
    for i in np.flatnonzero(~kept).tolist():
        if roles[i] in keep and hashes[i]:
            if hashes[i] in shown:
                named[i] = Role.DUPLICATE
            shown.add(hashes[i])
    return named


def _rename_captions(view: View, roles: list[Role]) -> None:
    """A line of some length that is printed twice in a row, or carries a credit, is a caption and no headline."""
    again = repeat_distance(view) <= NEXT
    long = view.words >= CAPTION_WORDS
    told = long & (view.counts[Class.END] > 0) & (again | (view.cues[INDEX["credit"]] > 0))
    titled = False  # a line twice in a row behind the title is no second title
    for i, role in enumerate(roles):
        if (told[i] and role in HEADS) or (role is Role.HEADLINE and long[i] and again[i] and titled):
            roles[i] = Role.CAPTION
        elif role is Role.HEADLINE and view.words[i] >= TITLE_WORDS and not again[i]:
            titled = True


def _rename_corrections(view: View, kept: NDArray[np.bool_], roles: list[Role]) -> None:
    """What stays and begins as corrections do is one."""
    for i in np.flatnonzero(kept & (view.cues[INDEX["correction"]] > 0) & (view.words <= CORRECTION_WORDS)):
        roles[i] = Role.CORRECTION


def _rename_authors(view: View, kept: NDArray[np.bool_], roles: list[Role]) -> None:
    """Behind the article, a block that begins with the author's name tells of the author."""
    tokens, count = view.tokens, view.word_count
    first = np.cumsum(count) - count
    last = int(np.flatnonzero(kept)[-1]) if kept.any() else len(roles)
    for author in [i for i, role in enumerate(roles[:last]) if role is Role.BYLINE]:
        names = np.arange(first[author], first[author] + count[author])
        names = names[(tokens.first[names] == Class.UPPER) & ~tokens.stop[names]]
        if len(names) not in NAME_WORDS:
            continue
        for i in range(last + 1, min(last + 1 + BIO_REACH, len(roles))):
            begins = tokens.hash[first[i] : first[i] + len(names)]
            if count[i] > len(names) and np.array_equal(begins, tokens.hash[names]):
                roles[i] = Role.BYLINE


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
