"""Embedded posts: what is left of a network's post in a text, which its author's line closes, or a picture's link."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import TRUE_COLONS
from newsclean.evidence.view import Column, View
from newsclean.scoring.lone_lines import LEAST

SIGNATURE = re.compile(r"\W{0,3}(?:[—–]|&mdash;|--)\s?\S[^\n]{0,60}\(@\w{1,20}\)(?!\w)")
"""How the line of a post's author begins: a dash, the name and the account ("— Ida Crane (@idacrane) May 2, 2024")."""
LONGEST_SIGNATURE, LONGEST = 140, 330
"""Characters of that line and of a post, at most."""
PICTURE = re.compile(r"\bpic\.(?:twitter|x)\.com/\w+\W{0,3}$")
"""The link to its picture that closes a post."""
TELLING = re.compile(r"(?:^|\s)[#@]\w|\bt\.co/\w|\bpic\.twitter\.com/")
"""What a post holds and paragraphs do not."""
SURE = 0.9
"""Chance from which what stands above such a line is a paragraph, unless it holds what a post does."""


def embedded_posts(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are a post's author, what stands right above it, or end in a picture.

    Posts that follow one another are what the page is made of, and stay.
    """
    found = np.zeros(view.n, np.bool_)
    if "(@" not in view.doc.text and "pic." not in view.doc.text:
        return found
    texts = {i: view.doc.read_text(i) for i in np.flatnonzero(view.chars <= LONGEST).tolist()}
    signed = {i for i, text in texts.items() if len(text) <= LONGEST_SIGNATURE and SIGNATURE.match(text)}
    found[[*signed, *(i for i, text in texts.items() if PICTURE.search(text))]] = True
    for i in signed:
        alone = signed.isdisjoint((i - 2, i + 2))
        if alone and i - 1 in texts and _is_post(view, i - 1, float(score[i - 1])):
            found[i - 1] = True
    return found & (score >= min(threshold, LEAST))


def _is_post(view: View, i: int, score: float) -> bool:
    """Whether what stands above an author's line is the post. What a colon announces is quoted, and the article's."""
    if i and view.doc.read_text(i - 1).rstrip().endswith(TRUE_COLONS):
        return False
    return score < SURE or TELLING.search(view.doc.read_text(i)) is not None
