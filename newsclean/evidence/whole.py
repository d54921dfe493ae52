"""The page as a whole: how dirty it is. The same number for all of its blocks."""

from __future__ import annotations

import numpy as np

from newsclean.evidence.place import stretch
from newsclean.evidence.view import Column, View


def _all(view: View, value: float) -> Column:
    return np.full(view.n, value, np.float32)


def page_blocks(view: View) -> Column:
    """Blocks of the page, in logarithm."""
    return _all(view, float(np.log1p(view.n)))


def page_words(view: View) -> Column:
    """Words of the page, in logarithm."""
    return _all(view, float(np.log1p(view.words.sum())))


def page_good_share(view: View) -> Column:
    """Share of the page's words in good text: a nearly clean page has them all."""
    return _all(view, float(view.good_words.sum() / max(view.words.sum(), 1)))


def page_good_blocks(view: View) -> Column:
    """Share of the page's blocks that are good text."""
    return _all(view, float(view.good.mean()) if view.n else 0.0)


def page_stretch_share(view: View) -> Column:
    """Share of the good words inside the densest stretch."""
    first, end = stretch(view)
    return _all(view, float(view.good_words[first:end].sum() / max(view.good_words.sum(), 1)))


def page_cues(view: View) -> Column:
    """Share of blocks with a cue."""
    return _all(view, float((view.cues > 0).any(0).mean()) if view.n else 0.0)


def page_short(view: View) -> Column:
    """Share of blocks of four words or fewer."""
    return _all(view, float((view.words <= 4).mean()) if view.n else 0.0)


def page_blanks(view: View) -> Column:
    """Mean blank lines before a block, in logarithm: a trait of the layout."""
    return _all(view, float(np.log1p(view.doc.blanks.mean())) if view.n else 0.0)


def page_fragments(view: View) -> Column:
    """Share of blocks that begin with a small letter: the layout cuts sentences apart."""
    from newsclean.evidence.characters import Class

    return _all(view, float((view.firsts == Class.LOWER).mean()) if view.n else 0.0)


WHOLE = (
    page_blocks, page_words, page_good_share, page_good_blocks, page_stretch_share, page_cues, page_short, page_blanks,
    page_fragments,
)  # fmt: skip
