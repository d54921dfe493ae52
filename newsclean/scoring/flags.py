"""Flags: what kind of page it is, where that matters to whoever uses the text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.dates import clock
from newsclean.evidence.lexicon import INDEX
from newsclean.page import Role
from newsclean.scoring.scorer import Scored

LIVE_ENTRIES = 5
GALLERY_CAPTIONS = 4


def flags(scored: Scored, kept: NDArray[np.bool_], roles: Sequence[Role]) -> frozenset[str]:
    """`no_article`, `truncated`, `several_articles`, `live_blog`, `gallery`, as far as they apply."""
    view = scored.view
    if not kept.any():
        return frozenset({"no_article"})
    found = set()
    at = np.flatnonzero(kept)
    inside = np.zeros(view.n, np.bool_)
    inside[at[0] : at[-1] + 1] = True
    behind = slice(int(at[-1]) + 1, int(at[-1]) + 7)
    if (view.cues[INDEX["paywall"]][behind] > 0).any():
        found.add("truncated")
    stamped = inside & (clock(view) > 0) & (view.words <= 12)
    if stamped.sum() >= LIVE_ENTRIES and stamped.sum() * 12 >= kept.sum():
        found.add("live_blog")
    captions = sum(role is Role.CAPTION for role in roles)
    if captions >= GALLERY_CAPTIONS and captions >= kept.sum():
        found.add("gallery")
    headlines = [i for i, role in enumerate(roles) if role is Role.HEADLINE and inside[i]]
    if headlines and float(view.good_words[kept & (np.arange(view.n) > headlines[-1])].sum()) > 150:
        found.add("several_articles")
    return frozenset(found)
