"""Flags: what kind of page it is, where that matters to whoever uses the text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.dates import clock
from newsclean.evidence.lexicon import INDEX
from newsclean.page import Role
from newsclean.scoring.scorer import Scored

LIVE_ENTRIES = 4
"""Stamped entries from which a page is a live blog."""
GALLERY_CAPTIONS = 4
SECOND_STORY_WORDS = 60
"""Good words behind a further headline from which it heads a story of its own."""
PAYWALL_REACH = 8
"""Blocks behind the article's last in which a pay wall's words count."""
LIVE_TYPES = frozenset({"liveblogposting"})
GALLERY_TYPES = frozenset({"imagegallery", "mediagallery"})
ARTICLE_TYPES = frozenset({"newsarticle", "article", "reportagenewsarticle", "blogposting"})


def flags(scored: Scored, kept: NDArray[np.bool_], roles: Sequence[Role]) -> frozenset[str]:
    """`no_article`, `truncated`, `several_articles`, `live_blog`, `gallery`, as far as they apply."""
    if not kept.any():
        return frozenset({"no_article"})
    markup = scored.view.doc.markup
    types = markup.head.types if markup is not None else frozenset()
    tests = {
        "truncated": _walled(scored, kept),
        "live_blog": bool(types & LIVE_TYPES) or _stamped(scored, kept),
        "gallery": bool(types & GALLERY_TYPES and not types & ARTICLE_TYPES) or _captioned(kept, roles),
        "several_articles": _headed_again(scored, kept, roles),
    }
    return frozenset(name for name, holds in tests.items() if holds)


def _inside(kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    at = np.flatnonzero(kept)
    inside = np.zeros(len(kept), np.bool_)
    inside[at[0] : at[-1] + 1] = True
    return inside


def _walled(scored: Scored, kept: NDArray[np.bool_]) -> bool:
    """Words of a pay wall stand right behind the text."""
    last = int(np.flatnonzero(kept)[-1])
    wall = (scored.view.cues[INDEX["paywall"]] > 0) & ~kept
    return bool(wall[last + 1 : last + 1 + PAYWALL_REACH].any())


def _stamped(scored: Scored, kept: NDArray[np.bool_]) -> bool:
    """Short lines with a clock time stand through the text, one before every few paragraphs."""
    view = scored.view
    stamped = _inside(kept) & (clock(view) > 0) & (view.words <= 12)
    return bool(stamped.sum() >= LIVE_ENTRIES and stamped.sum() * 8 >= kept.sum())


def _captioned(kept: NDArray[np.bool_], roles: Sequence[Role]) -> bool:
    captions = sum(role is Role.CAPTION for role in roles)
    return captions >= GALLERY_CAPTIONS and captions >= int(kept.sum())


def _headed_again(scored: Scored, kept: NDArray[np.bool_], roles: Sequence[Role]) -> bool:
    """Headlines stand inside the text, each with good text of its own behind it."""
    good = np.cumsum(scored.view.good_words * kept)
    inside = _inside(kept)
    heads = [i for i, role in enumerate(roles) if role is Role.HEADLINE and inside[i]]
    return any(good[-1] - good[i] >= SECOND_STORY_WORDS and good[i] >= SECOND_STORY_WORDS for i in heads)
