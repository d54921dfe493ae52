"""The page as a whole: how dirty it is. The same number for all of its blocks.

There are few of these on purpose: several together tell one page from all others, and trees learn pages by heart.
"""

from __future__ import annotations

import numpy as np

from newsclean.evidence.view import Column, View


def _all(view: View, value: float) -> Column:
    return np.full(view.n, value, np.float32)


def page_good_share(view: View) -> Column:
    """Share of the page's words in good text: a nearly clean page has them all."""
    return _all(view, float(view.good_words.sum()) / max(float(view.words.sum()), 1.0))


def page_good_blocks(view: View) -> Column:
    """Share of the page's blocks that are good text."""
    return _all(view, float(view.good.mean()) if view.n else 0.0)


WHOLE = (page_good_share, page_good_blocks)
