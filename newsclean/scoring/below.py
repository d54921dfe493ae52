"""Below: where an article ends, and authors and papers say who they are, of whom the article does not speak."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column, View
from newsclean.scoring.lone_lines import LEAST, PARAGRAPH, SURE

ABOVE = 2
"""Sure paragraphs above what stands below an article, at least."""
LABEL = 6
"""Words of a line that only names somebody, as a byline or the head of a box does, at most."""


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
    """Whether a block that stays, but for its own and those that are labels, has all the words of a name."""
    speaks = kept & ((view.words > LABEL) | (view.sentence_end > 0))
    name = tuple(words)
    return any(_has(view, i, name) for i in np.flatnonzero(speaks).tolist() if i != own)


def labels_above(view: View, words: Iterable[str], own: int) -> list[int]:
    """The label right above a block, where it has all the words of a name: "Ida Crane", "About Ida Crane"."""
    above, name = own - 1, tuple(words)
    is_label = above >= 0 and view.words[above] <= LABEL and view.sentence_end[above] == 0
    return [above] if is_label and _has(view, above, name) else []


def _has(view: View, block: int, words: tuple[str, ...]) -> bool:
    text = view.doc.read_text(block)
    return all(word in text for word in words)
