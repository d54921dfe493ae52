"""Results: a list of matches and their scores below a report, which looks like the first lines of the page's foot.

What tells it is a label with a colon right below what stays ("Other results:"), and lines that are results one by one.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import TRUE_COLONS
from newsclean.evidence.view import View

NAME = r"[^\W\d_][^\d:：°%$€£¥|/,;]{0,39}?"
SCORE = r"\d{1,3}\s?[-–—―:：−]\s?\d{1,3}"
RESULT = re.compile(
    rf"[\s•*·▽-]*(?:{NAME}\s*{SCORE}\s*{NAME}|{NAME}\s\d{{1,3}}\s?[,–—-]?\s?{NAME}\s\d{{1,3}}"
    rf"|{NAME}\s?[-–—]\s?{NAME}\s{SCORE})(?:\s*\([^()]{{1,40}}\))?\s*[.*]?\s*"
)
"""A result: "Tarn 1 Eldham 2", "Tarn 1-2 Eldham", "Tarn - Eldham 1:2 (0:1)"."""
LONGEST = 100
"""Characters of one."""
FEWEST, LABEL = 2, 6
"""Results below a label, at least, and words of it, at most."""


def results(view: View, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): the results right below the last block that stays, or a label that does, of a text, and their label.

    kept: bool (n,).
    """
    found, at, doc = np.zeros(view.n, np.bool_), np.flatnonzero(kept), view.doc
    if not len(at) or doc.markup is not None or doc.layout == "one_line":
        return found
    last = label = int(at[-1])
    while label > 0 and _is_result(view, label):  # some of them may stay anyway
        label -= 1
    label = label if _is_label(view, label) else last + 1
    if not _is_label(view, label):
        return found
    end = label + 1
    while end < view.n and _is_result(view, end):
        end += 1
    if end - label > FEWEST:
        found[label:end] = True
    return found


def _is_result(view: View, block: int) -> bool:
    """Whether a line is a result; one with two weekdays says when somebody is open."""
    if view.chars[block] > LONGEST:
        return False
    line = view.doc.read_text(block)
    days = sum(word.strip(".,") in view.lexicon.weekdays for word in re.split(r"[\s–—-]+", line.casefold()))
    return days < FEWEST and RESULT.fullmatch(line) is not None


def _is_label(view: View, block: int) -> bool:
    """Whether a block is a few words and a colon, without a cue of what stands elsewhere."""
    if block >= view.n or view.words[block] > LABEL or (view.cues[:, block] > 0).any():
        return False
    return view.doc.read_text(block).rstrip(" *_").endswith(TRUE_COLONS)
