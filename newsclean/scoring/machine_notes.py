"""Machine notes: short lines by which a page says that a machine made a part of it, its summary, its audio version, its
translation, or answers its readers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.line_phrases import evened_block, unquoted
from newsclean.evidence.view import Column, View
from newsclean.scoring.appeals import language_of
from newsclean.scoring.lone_lines import LEAST, items_beside

LONGEST = 240
"""Characters of such a line, at most."""
PARAGRAPH = 12
"""Words of a paragraph, at least."""
TOPIC = 2
"""Other paragraphs that name a machine, from which on the article is about them: only at its edges are there notes."""


def machine_notes(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are such notes, with the items of the summary that one stands beside."""
    found = np.zeros(view.n, np.bool_)
    language, known = language_of(view), view.lexicon.machine
    likely = score >= min(threshold, LEAST)
    short = likely & (view.chars <= LONGEST) & (view.doc.heading == 0) & (view.doc.item == 0)
    read = {i: known.read(unquoted(evened_block(view, i)), language) for i in _naming(view, short, language)}
    notes = {i: note for i, note in read.items() if note}
    if not notes:
        return found
    paragraph = (score >= threshold) & (view.words >= PARAGRAPH)
    paragraph[[*notes]] = False
    at = np.flatnonzero(paragraph)
    on_machines = len(_naming(view, paragraph, language)) >= TOPIC
    for i, note in notes.items():
        if not (on_machines and at[0] < i < at[-1]):
            found[i] = True
            if note.summary:
                found[items_beside(view, i)] = True
    return found


def _naming(view: View, among: NDArray[np.bool_], language: str | None) -> list[int]:
    """Which of some blocks name a machine."""
    at = np.flatnonzero(among).tolist()
    return [at[k] for k in view.lexicon.machine.naming([evened_block(view, i) for i in at], language)]
