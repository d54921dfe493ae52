"""Named: elements by what their authors call them, where that is a name and no anchor made of a heading's words."""

from __future__ import annotations

import unicodedata

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.labels import element_bit
from newsclean.evidence.outline import outline
from newsclean.evidence.view import View
from newsclean.reading.html import MOST_LABEL
from newsclean.titles import squashed

ANCHOR_WORDS = 4
"""Words of a heading that an anchor is made of, at least: with fewer it may be called what a box is, as "About the
author" and "Newsletter" are."""


def elements_named(view: View, name: str, *others: str) -> NDArray[np.bool_]:
    """bool (m,): the elements of a name, but for the page, the article, and other tags."""
    page = outline(view)
    named = (page.label_bits & np.uint32(element_bit(name))) > 0
    named &= ~page.tagged("", "html", "body", "main", "article", *others)
    if not named.any():
        return named
    first, _ = page.reach
    headed = named & (view.doc.heading[first] > 0) & (view.words[first] >= ANCHOR_WORDS)
    headed &= view.chars[first] <= MOST_LABEL  # no longer one is said by a label
    for element in np.flatnonzero(headed).tolist():
        label = page.markup.labels[page.markup.label[element]]
        named[element] = _letters(view.doc.read_text(int(first[element]))) not in _letters(label)
    return named


def _letters(text: str) -> str:
    """Letters and digits without accents, as anchors have them ("h-what-the-author-says")."""
    return squashed(unicodedata.normalize("NFKD", text))
