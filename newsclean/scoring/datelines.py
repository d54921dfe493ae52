"""Datelines: a place alone on a line above the paragraph that it begins ("Berlin."), as an element of its own has it.

It is as short as the labels around it, so scores take it for one.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.lexicon import FAMILIES, INDEX
from newsclean.evidence.view import View

PLACE = re.compile(r"[^\W\d_]{3,}(?:[-/][^\W\d_]{2,})?\.")
LABELS = [INDEX[name] for name in FAMILIES if name != "nav"]
"""Cues of what is none; towns are sections of a site as well, whose names have no full stop."""
PARAGRAPH = 8
"""Words of the paragraph below, at least."""
OPENING = (Class.UPPER, Class.QUOTE)
"""What it begins with."""


def datelines(view: View, balanced: NDArray[np.bool_], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): the capitalised word with a full stop that stands right above the first block that stays, if that is a
    paragraph; in text and Markdown, since HTML tells what stands in one element.

    balanced: bool (n,), what stays where no side is preferred. kept: bool (n,), what does, the paragraph among it.
    """
    found = np.zeros(view.n, np.bool_)
    first = int(balanced.argmax()) if view.n else 0
    if not first or not kept[first] or view.doc.markup is not None:
        return found
    place, text = first - 1, view.doc.read_text(first - 1)
    label = view.doc.heading[place] > 0 or bool((view.cues[LABELS, place] > 0).any())
    if label or not text[0].isupper() or not PLACE.fullmatch(text):
        return found
    begins = view.words[first] >= PARAGRAPH and view.sentence_end[first] > 0 and int(view.firsts[first]) in OPENING
    found[place] = begins and not view.doc.heading[first]
    return found
