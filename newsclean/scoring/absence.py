"""Absence: pages whose sentences look like an article's and are none: a search's snippets, a wall that asks consent, a
notice that the page is not to be had."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.shape import ellipsis_end
from newsclean.evidence.view import View
from newsclean.scoring.notices import noticed

SNIPPETS, SNIPPET_SHARE = 3, 0.6
"""Blocks cut off on both sides, and the share of the words that stay in them, from which a page is a search's."""
ASKING, ASKING_GAP, ASKING_SHARE = 3, 3, 0.8
"""Blocks that ask for consent, how far one may stand from the next, and their stretch's share of the page's words."""


def told(view: View, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): the blocks that stay; none where they are no article."""
    if kept.any() and (searched(view, kept) or asking(view) or noticed(view, kept)):
        return np.zeros(len(kept), np.bool_)
    return kept


def searched(view: View, kept: NDArray[np.bool_]) -> bool:
    """Whether most of what stays is snippets that begin and end with dots."""
    cut = kept & (view.firsts == Class.END) & (ellipsis_end(view) > 0)
    return bool(cut.sum() >= SNIPPETS and view.words[cut].sum() >= SNIPPET_SHARE * view.words[kept].sum())


def asking(view: View) -> bool:
    """Whether nearly all of the page is one stretch of blocks that ask for consent."""
    at = np.flatnonzero(view.cues[INDEX["consent"]] > 0)
    if len(at) < ASKING or (np.diff(at) > ASKING_GAP).any():
        return False
    return bool(view.words[at[0] : at[-1] + 1].sum() >= ASKING_SHARE * view.words.sum())
