"""Pictured: captions that say where in the picture somebody is ("(left)", "from left:", "v. l. n. r."), or begin with
the label of an article's picture ("Featured image:")."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.folding import NEAR, folded
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.view import Column, View
from newsclean.scoring.lone_lines import LEAST

LONGEST, CHARACTERS = 70, 500
"""Words and characters of such a caption, at most."""
HEADING = 15
"""Words of what is marked as a heading, from which it is none."""
BRACKETS = re.compile(r"(?:(\w)[\w'’.-]{0,40}[\"”»]?\s?)?[(\[]([^()\[\]]{1,40})[)\]](.?)")
"""The first letter of the word before brackets, what stands in them and what stands behind them."""
INITIALS = 2
"""Letters that may be capitals."""
ORDINAL = 3
"""Words from which a phrase in brackets is a picture's ("second from left"), whatever stands before it."""
SIGN = re.compile(r"[:,、=]")
"""What closes such a phrase outside of brackets."""
PARTS = re.compile(r"\s*[,;]\s*")
SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}")
"""A sign or two of Chinese or Japanese, which may count the parts of a series ("(中)") where a line ends with them."""

TAKEN = re.compile(r"▲\s?\S.*/\s?[^/]{2,20}(?:기자|제공)")
"""A caption in Korean: a triangle, and behind a stroke which reporter took the picture, or who gave it."""


def pictured(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are captions, by their wording."""
    found = np.zeros(view.n, np.bool_)
    short = (view.words <= LONGEST) & (view.chars <= CHARACTERS) & ((view.doc.heading == 0) | (view.words > HEADING))
    for i in np.flatnonzero((score >= min(threshold, LEAST)) & short).tolist():
        found[i] = is_pictured(view.doc.read_text(i))
    return found


def is_pictured(text: str) -> bool:
    """Whether a text begins as captions do, or names a place in a picture, in brackets or as they do."""
    phrases = lexicon().caption
    small = folded(text)
    if text[:1] == "▲" and TAKEN.fullmatch(text):
        return True
    if small.startswith(phrases.beginnings) or (small.startswith(phrases.named) and _names_behind(text, small)):
        return True
    ends = (match.end() for match in SIGN.finditer(small))
    if any(small[end - NEAR : end] in phrases.ends and _is_label(text, small[:end]) for end in ends):
        return True
    if "(" not in small and "[" not in small:
        return False
    return any(_is_place(*match) for match in BRACKETS.findall(unicodedata.normalize("NFKC", text)))


def _is_label(text: str, small: str) -> bool:
    """Whether a text, small, ends with such a phrase. One between commas follows a name ("Ida Crane, top left, …")."""
    if not small.endswith(lexicon().caption.labels):
        return False
    label = next(one for one in lexicon().caption.labels if small.endswith(one))
    if label[0] != ",":
        return True
    before = text[: max(text.casefold().find(label), 0)].split()
    return bool(before) and before[-1][0].isupper()


def _names_behind(text: str, small: str) -> bool:
    """Whether a name may follow what a text begins with: "From left to right, politicians agreed" is a sentence."""
    opening = next(one for one in lexicon().caption.named if small.startswith(one))
    letter = next(filter(str.isalpha, unicodedata.normalize("NFKC", text)[len(opening) :]), "")
    return not letter.islower()


def _is_place(before: str, inside: str, behind: str) -> bool:
    """Whether what stands in brackets is a place in a picture, by itself or beside a name."""
    phrases = lexicon().caption
    inside, printed = folded(inside).strip(), inside
    if SIGNS.fullmatch(inside) and not behind:
        return False
    if inside.startswith(phrases.openings):
        return True
    places = phrases.brackets.intersection(PARTS.split(inside))
    if len(printed) > INITIALS and printed.isupper():
        return False  # a party's name
    # a menu of a program is at the top right as well
    return any(not before.islower() or len(place.split()) >= ORDINAL for place in places)
