"""Signing lines: in HTML, lines between paragraphs or below them that say who wrote, edited or pictured, and no more
("Editör: Mehmet Yılmaz", "来源：新华社", "홍길동 기자 hong@news.example").

In text such a line has little to speak for it. In HTML it stands in the article's own element, as paragraphs do, and
where few pages taught the language that says more than its label.
"""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import is_name, names_author
from newsclean.evidence.folding import folded, unmarked
from newsclean.evidence.lexicon import INDEX, KEYS, STOPS, TRAILING
from newsclean.evidence.view import Column, View
from newsclean.reading.document import ROW

MOST_WORDS, MOST = 8, 60
"""Words and characters of such a line, at most."""
LONG = 8
"""Words of a paragraph, at least: behind the last of them the article has ended."""
PARTED = re.compile(r"\s*[:：/／]\s*")
ENDS = f"{TRAILING}·|,、 "
FAMILIES = (INDEX["credit"], INDEX["byline"])
CLOSING = f"{ENDS}{STOPS}\"”'’"
ADDRESS = re.compile(r"[\s(\[<]*[\w.+-]+@[\w-]+(?:\.[\w-]+)+[\s)\]>]*$")


def signing_lines(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the short lines of HTML that may stay and only name who made the article, or a part of it.

    None stands beside other labels ("Author: …", "Pages: …"), and none has a label that comes again: in an interview a
    reporter asks.
    """
    found = np.zeros(view.n, np.bool_)
    likely = score >= threshold
    short = likely & (view.words <= MOST_WORDS) & (view.chars <= MOST) & (view.sentence_end == 0)
    short &= (view.doc.heading == 0) & (view.doc.item == 0) & (view.doc.follows != ROW)
    at = np.flatnonzero(short)
    if not len(at):
        return found
    text = np.flatnonzero(likely & (view.words >= LONG) & (view.sentence_end > 0))
    end = int(text[-1]) if len(text) else view.n
    labels = {i: label for i in at.tolist() if (label := _label(view, view.doc.read_text(i)))}
    if labels:
        often = _openings(view, np.flatnonzero(likely), {called for called, byline in labels.values() if byline})
        for i, (called, byline) in labels.items():
            found[i] = not (byline and often[called] > 1) and not _beside_others(view, i, likely, labels)
    for i in at[at > end].tolist():
        found[i] |= _is_reporter(view, i)
    return found


def _label(view: View, text: str) -> tuple[str, bool] | None:
    """The label of a line that is a label and a name, and whether it is one of who writes or edits."""
    label, *name = PARTED.split(text.strip(ENDS), maxsplit=1)
    if not name or not is_name(name[0]):
        return None
    label = unmarked(folded(label))
    for written in (label, f"{label}:", f"{label}/", f"{label} :", f"{label} /"):
        for phrase, family in view.lexicon.start.get(written[: KEYS[-1]], ()):
            if phrase == written and family in FAMILIES:
                return label, family == INDEX["byline"]
    return None


def _openings(view: View, blocks: NDArray[np.intp], labels: set[str]) -> Counter[str]:
    """How many of some blocks open with each label and a colon."""
    often: Counter[str] = Counter()
    for i in blocks.tolist() if labels else ():
        opening = unmarked(folded(view.doc.read_text(i)[:MOST])).partition(":")[0].strip()
        if opening in labels:
            often[opening] += 1
    return often


def _beside_others(view: View, i: int, likely: NDArray[np.bool_], labels: dict[int, tuple[str, bool]]) -> bool:
    """Whether a line right beside a block has another label and a colon, as lines of what is known of a book have."""
    beside = (j for j in (i - 1, i + 1) if 0 <= j < view.n and likely[j] and j not in labels)
    return any(
        view.chars[j] <= MOST
        and not view.sentence_end[j]
        and not view.doc.heading[j]
        and PARTED.search(view.doc.read_text(j))
        for j in beside
    )


def _is_reporter(view: View, i: int) -> bool:
    """Whether a line below the last paragraph, in a script without capitals, is a name, a job and an address, or two of
    them ("홍길동 기자 hong@news.example")."""
    text = view.doc.read_text(i)
    if name := ADDRESS.sub("", text).strip(" ()[]=·|"):
        return name.upper() == name.lower() and names_author(view, name)
    above = view.doc.read_text(i - 1).rstrip(CLOSING)[-1:] if i else ""
    return above.isalpha() and above.upper() == above.lower()
