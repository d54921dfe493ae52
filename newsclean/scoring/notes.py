"""Notes: why a block stays or goes where its chance alone says otherwise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.repetition import block_hashes
from newsclean.evidence.view import Column, View
from newsclean.reading.document import ROW
from newsclean.scoring.resumed import LEAST

NO_ARTICLE, TWICE, ALONE = "the page has no article", "printed twice", "read by itself it goes"
COPY, AGAIN = "its copy would stay", "the page once more"
LIST_GOES, LIST_STAYS, GAP, PROSE = "its list goes", "its list stays", "between what stays", "all of it is prose"
ALIKE = "most lines like it stay"
CORRECTION, STANDFIRST, RESULT = "a correction", "a standfirst", "a result below the report"
RESUMED, DATELINE = "the text goes on", "a dateline"


def notes(
    view: View,
    score: Column,
    threshold: float,
    kept: NDArray[np.bool_],
    *,
    alone: NDArray[np.bool_],
    gaps: NDArray[np.bool_],
    noted: NDArray[np.bool_],
    standfirsts: NDArray[np.bool_],
) -> list[str]:
    """A note for each block whose chance is on the other side of the threshold than the decision; "" for all others.

    score: float32 (n,), the chances. kept: bool (n,). alone: those that went when what stays was read by itself. gaps:
    those that stay since they stand between others, or as others like them do. noted: those that do as corrections,
    results, standfirsts, datelines or what goes on behind an advertisement. standfirsts: those of them that are such.
    """
    found = [""] * view.n
    above = score >= threshold
    if not kept.any():
        for i in np.flatnonzero(above).tolist():
            found[i] = NO_ARTICLE
        return found
    hashes, listed = block_hashes(view), _listed(view)
    copied = np.isin(hashes, hashes[kept])
    for i in np.flatnonzero(above & ~kept).tolist():
        found[i] = ALONE if alone[i] else TWICE if copied[i] else LIST_GOES if listed[i] else ""
    corrects, twice = view.cues[INDEX["correction"]] > 0, np.isin(hashes, hashes[above])
    for i in np.flatnonzero(kept & ~above).tolist():
        rest = RESULT if not view.sentence_end[i] else DATELINE if view.words[i] < LEAST else RESUMED
        belongs = STANDFIRST if standfirsts[i] else CORRECTION if corrects[i] else rest
        gap = GAP if view.doc.markup is None or view.doc.heading[i] else ALIKE
        found[i] = belongs if noted[i] else gap if gaps[i] else COPY if twice[i] else LIST_STAYS if listed[i] else PROSE
    return found


def _listed(view: View) -> NDArray[np.bool_]:
    """bool (n,): items of lists and rows of tables."""
    inside: NDArray[np.bool_] = view.doc.follows == ROW
    listed = inside.copy()
    listed[:-1] |= inside[1:]
    return listed
