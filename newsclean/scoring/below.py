"""Below: where an article ends, and authors and papers say who they are, of whom the article does not speak."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column, View
from newsclean.scoring.lone_lines import LEAST, PARAGRAPH, SURE

ABOVE = 2
"""Sure paragraphs above what stands below an article, at least."""


def first_below(view: View, score: Column) -> int:
    """The last block that is surely a paragraph, which may read like one; the next where else there were too few."""
    sure = np.flatnonzero((score >= SURE) & (view.words >= PARAGRAPH))
    return view.n if len(sure) < ABOVE else int(sure[-1]) + (len(sure) == ABOVE)


def short_from(view: View, score: Column, threshold: float, first: int, longest: int) -> list[int]:
    """The blocks from the first on that may stay and have so many characters at most, headings aside."""
    likely = (score >= min(threshold, LEAST)) & (view.chars <= longest) & (view.doc.heading == 0)
    likely[:first] = False
    found: list[int] = np.flatnonzero(likely).tolist()
    return found


def spoken_of(view: View, kept: NDArray[np.bool_], words: Iterable[str], own: int) -> bool:
    """Whether a block that stays, but for its own, has all the words of a name."""
    texts = (view.doc.read_text(i) for i in np.flatnonzero(kept).tolist() if i != own)
    name = tuple(words)
    return any(all(word in text for word in name) for text in texts)
