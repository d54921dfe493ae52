"""Flags: what kind of page it is, where that matters to whoever uses the text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import clock
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.repetition import block_hashes
from newsclean.evidence.view import View
from newsclean.page import Role
from newsclean.scoring.entries import LIVE_TYPES, descending, head_times, numbered_pictures, stories
from newsclean.scoring.signed import SIGNED

LIVE_ENTRIES = 4
"""Entries with a time of their own from which a page is a live blog."""
ENTRY_BLOCKS = 8
"""Blocks of text that such an entry has at most, in the mean."""
LINE_WORDS = 12
GALLERY_CAPTIONS = 4
CAPTION_WORDS = 4
"""Words of a caption that tells what is to be seen; labels that got its name have fewer."""
CAPTION_REACH = 4
"""Blocks before and behind the text in which a picture is still its own."""
SECOND_STORY_WORDS = 60
"""Good words behind a further headline from which it heads a story of its own."""
STORIES = 3
"""Stories with heading and date or author of their own from which a page holds several."""
PAYWALL_REACH = 8
"""Blocks behind the article's last in which a pay wall's words count."""
PAYWALL_LABEL = 10
"""Words of such a line, at most, that may be a link to the reader's account or to an offer ("Become a member")."""
CLOSING = [INDEX[name] for name in ("share", "related", "also", "comment", "nav")]
"""Cues of what pages end with, in which such links stand."""
GALLERY_TYPES = frozenset({"imagegallery", "mediagallery"})
FLAGS = NO_ARTICLE, TRUNCATED, SEVERAL_ARTICLES, LIVE_BLOG, GALLERY = (
    "no_article", "truncated", "several_articles", "live_blog", "gallery",
)  # fmt: skip
"""What a page may be, in the order in which docs tell of it."""
ARTICLE_TYPES = frozenset({"newsarticle", "article", "reportagenewsarticle", "blogposting"})


def flags(view: View, kept: NDArray[np.bool_], roles: Sequence[Role], others: bool = False) -> frozenset[str]:
    """Those of `FLAGS` that apply.

    others: whether the page's elements show that another story stands below the article.
    """
    if not kept.any():
        return frozenset({NO_ARTICLE})
    markup = view.doc.markup
    types = markup.head.types if markup is not None else frozenset()
    live = bool(types & LIVE_TYPES) or _stamped(view, kept)
    tests = {
        TRUNCATED: view.doc.cut or _walled(view, kept),
        LIVE_BLOG: live,
        GALLERY: bool(types & GALLERY_TYPES and not types & ARTICLE_TYPES) or _pictured(view, kept, roles),
        SEVERAL_ARTICLES: not live and (others or _headed_again(view, kept, roles)),
    }
    return frozenset(name for name, holds in tests.items() if holds)


def _inside(kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    at = np.flatnonzero(kept)
    inside = np.zeros(len(kept), np.bool_)
    inside[at[0] : at[-1] + 1] = True
    return inside


def _walled(view: View, kept: NDArray[np.bool_]) -> bool:
    """Words of a pay wall stand right behind the text: in a sentence, or on a line above all that pages end with."""
    last = int(np.flatnonzero(kept)[-1])
    behind = slice(last + 1, last + 1 + PAYWALL_REACH)
    cues = view.cues[:, behind] > 0
    wall = cues[INDEX["paywall"]] & ~cues[INDEX["comment"]] & ~kept[behind]
    label = (view.words[behind] <= PAYWALL_LABEL) & (view.counts[Class.END][behind] == 0)
    closed = np.logical_or.accumulate(cues[CLOSING].any(axis=0) & ~wall)  # "Subscribe to continue reading"
    return bool((wall & ~(label & closed)).any())


def _stamped(view: View, kept: NDArray[np.bool_]) -> bool:
    """Times stand through the text, one every few paragraphs: on short lines, or at paragraphs' heads, latest first.

    A chronology tells the day forward; whoever writes while it happens puts the newest on top.
    """
    inside = _inside(kept)
    enough = max(LIVE_ENTRIES, int(kept.sum()) / ENTRY_BLOCKS)
    lines = inside & (clock(view) > 0) & (view.words <= LINE_WORDS) & _heading(kept & view.good)
    if len(np.unique(block_hashes(view)[lines])) >= enough:
        return True
    minutes = head_times(view)
    heads = minutes[inside & (minutes >= 0)]
    return len(heads) >= enough and descending(heads)


def _pictured(view: View, kept: NDArray[np.bool_], roles: Sequence[Role]) -> bool:
    """The text is captions: as many of them as there are paragraphs, or pictures that are counted through it."""
    at = np.flatnonzero(kept)
    near = np.array([role is Role.CAPTION for role in roles], np.bool_) & (view.words >= CAPTION_WORDS)
    near[: max(at[0] - CAPTION_REACH, 0)] = False
    near[at[-1] + 1 + CAPTION_REACH :] = False
    captions = len(np.unique(block_hashes(view)[near]))  # what stands under every picture is no caption
    if captions >= max(GALLERY_CAPTIONS, len(at)):
        return True
    numbered = numbered_pictures(view)
    return bool(numbered.sum() >= GALLERY_CAPTIONS and 2 * (numbered & _near(kept)).sum() >= kept.sum())


def _heading(good: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The blocks with good text right behind them, or behind one line more."""
    heading = np.zeros(len(good), np.bool_)
    heading[:-1] |= good[1:]
    heading[:-2] |= good[2:]
    return heading


def _near(kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The blocks that stay, and those right before and behind one."""
    near = kept.copy()
    near[1:] |= kept[:-1]
    near[:-1] |= kept[1:]
    return near


def _headed_again(view: View, kept: NDArray[np.bool_], roles: Sequence[Role]) -> bool:
    """The text is stories with a title and a date or author each, or such a headline stands inside it."""
    if len(stories(view, kept, roles)) >= STORIES:
        return True
    good = np.cumsum(view.good_words * kept)
    inside = _inside(kept)
    signed = [*(role in SIGNED for role in roles), False, False]
    heads = [
        i for i, role in enumerate(roles) if role is Role.HEADLINE and inside[i] and (signed[i + 1] or signed[i + 2])
    ]
    first = block_hashes(view)
    return any(
        good[-1] - good[i] >= SECOND_STORY_WORDS and good[i] >= SECOND_STORY_WORDS and first[i] not in first[:i]
        for i in heads
    )
