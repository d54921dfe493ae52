"""Announced: lines below a colon that ends a sentence, whose own words are the article's as much as that one's."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import TRUE_COLONS
from newsclean.evidence.view import View

WORDS = 4
"""Words of what announces, at least: labels ("In this post:") have fewer, or a cue."""
COLONS = np.array([ord(sign) for sign in TRUE_COLONS], np.uint32)


def announces(view: View) -> NDArray[np.bool_]:
    """bool (n,): the sentences that end in a colon."""
    return np.isin(view.codes[view.ends - 1], COLONS) & (view.words >= WORDS) & ~(view.cues > 0).any(axis=0)
