"""The one list of all evidence, and the table it makes of a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.contrast import CONTRAST
from newsclean.evidence.cues import CUES
from newsclean.evidence.dates import DATES
from newsclean.evidence.place import PLACE
from newsclean.evidence.repetition import REPETITION
from newsclean.evidence.shape import SHAPE
from newsclean.evidence.view import Column, View, shifted
from newsclean.evidence.whole import WHOLE

Evidence = Callable[[View], Column]
Table = NDArray[np.float32]

TEXT: tuple[Evidence, ...] = (*SHAPE, *CUES, *DATES, *PLACE, *REPETITION, *CONTRAST, *WHOLE)
"""Evidence of every page."""
NEIGHBOURS: dict[str, tuple[int, ...]] = {
    "words": (-4, -3, -2, -1, 1, 2, 3, 4),
    "sentence_end": (-3, -2, -1, 1, 2, 3),
    "function_words": (-2, -1, 1, 2),
    "title_case": (-2, -1, 1, 2),
    "cue_any": (-3, -2, -1, 1, 2, 3),
    "date_share": (-2, -1, 1, 2),
    "blanks": (-1, 1, 2),
    "article_words": (-3, -2, -1, 1, 2, 3),
    "repeats": (-2, -1, 1, 2),
    "first_mark": (-1, 1),
    "end_mark": (-1, 1),
    "item": (-1, 1),
    "quotes": (-1, 1),
    "link_share": (-2, -1, 1, 2),
    "signature_text": (-2, -1, 1, 2),
    "text_above_1": (-1, 1),
    "links_above_1": (-1, 1),
    "core_40_steps": (-1, 1),
    "in_article_body": (-2, -1, 1, 2),
    "label_body": (-1, 1),
    "image_above": (-1, 1, 2),
    "thumb_above": (-1, 1),
    "strong_share": (-1, 1),
    "heading_level": (-2, -1, 1, 2),
    "list_links": (-1, 1),
}
"""Evidence that is also seen over the neighbours, as far as the mode has it, and how many blocks away."""
OUTSIDE = -3.0
"""What a neighbour beyond the page's edge counts as."""


@cache
def names(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """The columns' names, in the table's order."""
    own = [one.__name__ for one in evidence]
    return (*own, *(f"{name}@{step:+d}" for name, steps in NEIGHBOURS.items() if name in own for step in steps))


@cache
def _neighbours(evidence: tuple[Evidence, ...]) -> tuple[list[int], NDArray[np.intp], NDArray[np.intp]]:
    """The columns seen over the neighbours; for each of the columns behind: which of them, and how many blocks away."""
    place = {one.__name__: row for row, one in enumerate(evidence)}
    seen = [(place[name], steps) for name, steps in NEIGHBOURS.items() if name in place]
    source = np.repeat(np.arange(len(seen)), [len(steps) for _, steps in seen])
    return [row for row, _ in seen], source, np.array([step for _, steps in seen for step in steps], np.intp)


def evidence_table(view: View, evidence: tuple[Evidence, ...] = TEXT, out: Table | None = None) -> Table:
    """float32 (columns, n): each evidence's number for each block, neighbours' numbers behind.

    out: where to write it.
    """
    own = len(evidence)
    table = np.empty((len(names(evidence)), view.n), np.float32) if out is None else out
    for row, one in enumerate(evidence):
        table[row] = one(view)
    columns, source, steps = _neighbours(evidence)
    shifted(table.take(columns, axis=0), source, steps, OUTSIDE, table[own:])
    return table


def evidence_for(mode: str) -> tuple[Evidence, ...]:
    """The evidence of a mode: "text", or "markdown" or "html", which add the evidence from marks and from markup."""
    if mode == "markdown":
        from newsclean.evidence.marks import MARKS

        return (*TEXT, *MARKS)
    if mode == "html":
        from newsclean.evidence.markup import MARKUP

        return (*TEXT, *MARKUP)
    return TEXT
