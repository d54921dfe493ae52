"""Signed: lines above the text that name its author, which look like headlines and teasers to what names roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name, begins_with_author, is_job, names_author
from newsclean.evidence.repetition import block_hashes
from newsclean.evidence.signatures import signature
from newsclean.evidence.view import View
from newsclean.page import Role

WORDS, DATED_WORDS = 5, 16
"""Words of "By" and a name at most, and of a line with a date as well."""
REACH = 10
"""Blocks above the text in which its author is named."""
MISTAKEN = frozenset({Role.HEADLINE, Role.TEASER, Role.NAV})
SIGNED = frozenset({Role.BYLINE, Role.TIMESTAMP})


def rename_signed(view: View, kept: NDArray[np.bool_], roles: list[Role]) -> None:
    """A line that is "By" and a name and no more is no headline; between headline and text, it is no teaser either,
    nor is one that names an author beside a date, or a name beside a line that is a date."""
    for i, role in enumerate(roles):
        if role is Role.HEADLINE and view.words[i] <= WORDS:
            line = _line(view, i)
            if line.istitle() and begins_with_author(view, line):
                roles[i] = Role.BYLINE
    for i in _above(view, kept, roles):
        if _signed(view, i, roles):
            roles[i] = Role.BYLINE


def _line(view: View, block: int) -> str:
    return view.doc.read_text(block)


def _above(view: View, kept: NDArray[np.bool_], roles: Sequence[Role]) -> Iterator[int]:
    """The blocks that go between the headline and the text's first paragraph and have the name of no such line."""
    text = next((i for i, role in enumerate(roles) if kept[i] and role is Role.BODY), len(roles))
    near = range(max(text - REACH, 0), text)
    heads = [i for i in near if view.doc.heading[i] == 1]
    for i in range(heads[-1] + 1, text) if heads else near:
        if not kept[i] and roles[i] not in SIGNED:
            yield i


def _signed(view: View, block: int, roles: Sequence[Role]) -> bool:
    """Whether a line names the author."""
    signed = signature(view, block)
    if signed.date:
        return signed.by and bool(view.words[block] <= DATED_WORDS)
    line = _line(view, block)
    if roles[block] not in MISTAKEN or view.words[block] > WORDS:
        return False
    if names_author(view, line):
        return True
    return roles[block] is not Role.NAV and bare_name(view, line) and _beside_date(view, block, roles)


def _beside_date(view: View, block: int, roles: Sequence[Role]) -> bool:
    """Whether a line below the title that the page prints once stands beside a date that has no author of its own, or
    what its author is stands between."""
    hashes = block_hashes(view)
    titled = bool((view.doc.heading[:block] == 1).any()) and not view.doc.heading[block]
    if not titled or np.count_nonzero(hashes == hashes[block]) > 1:
        return False
    beside = [i for i in (block - 1, block + 1) if 0 <= i < view.n]
    if block + 2 < view.n and is_job(view, _line(view, block + 1)):
        beside.append(block + 2)
    dates = [signature(view, i) for i in beside if roles[i] is Role.TIMESTAMP]
    return any(signed.date and not signed.author for signed in dates)
