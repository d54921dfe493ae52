"""Bios: below an article, a sentence that says who its author is, who is not spoken of in it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import is_name
from newsclean.evidence.folding import folded
from newsclean.evidence.view import Column, View
from newsclean.scoring.lone_lines import LEAST, PARAGRAPH, SURE

LONGEST = 320
"""Characters of a bio, at most."""
ABOVE, MOST = 2, 5
"""Sure paragraphs above one, at least, and bios below an article, at most: more are a list of people."""
NAME, JOB = 5, 7
"""Words in which the name ends, and behind it those in which what its bearer does is said."""
ARTICLES = {
    "the", "this", "a", "an", "our", "der", "die", "das", "dieser", "diese", "unser", "unsere", "le", "la", "les", "ce",
    "cette", "el", "los", "las", "este", "esta", "il", "lo", "gli", "o", "os", "as", "um", "uma", "de", "het", "dit",
    "den", "det", "en", "et", "az", "ez",
}  # fmt: skip
"""What no name of a person begins with."""
STEM = 6
"""Letters from which the beginning of a word tells a job: "redaktorka" and "redaktorką"."""
SIGNS = ",–—-"
"""What stands between a name and what its bearer is, where no word does."""
AROUND = ".,;:–—-()„“”«»\"'’"


def bios(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay, below all that is surely a paragraph, and say who the author is."""
    found = np.zeros(view.n, np.bool_)
    sure = np.flatnonzero((score >= SURE) & (view.words >= PARAGRAPH))
    if len(sure) < ABOVE:
        return found
    likely = (score >= min(threshold, LEAST)) & (view.chars <= LONGEST) & (view.doc.heading == 0)
    likely[: sure[-1]] = False
    names = {i: name for i in np.flatnonzero(likely).tolist() if (name := named(view, view.doc.read_text(i)))}
    if len(names) > MOST:
        return found
    for i, surname in names.items():
        if i == sure[-1] and len(sure) == ABOVE:
            continue
        others = np.flatnonzero(score >= threshold).tolist()
        found[i] = not any(surname in view.doc.read_text(j) for j in others if j != i)
    return found


def named(view: View, text: str) -> str | None:
    """The last word of the name with which a text begins that says what its bearer's job is; None for any other."""
    words = text.split(maxsplit=NAME + JOB)
    people = view.lexicon.people
    if not words or words[0].lower() in ARTICLES:
        return None
    for end in range(2, min(NAME, len(words))):
        name, behind = words[:end], words[end]
        joined = behind in SIGNS or folded(behind) in people["is"]
        if joined or name[-1][-1] == ",":
            bare = " ".join(name).rstrip(SIGNS)
            if is_name(bare) and name[-1][0].isupper() and _is_job(people["job"], words[end : end + JOB]):
                return bare.split()[-1]
            return None
    return None


def _is_job(jobs: set[str], words: list[str]) -> bool:
    stems = tuple(job for job in jobs if len(job) >= STEM)
    plain = [folded(word).strip(AROUND) for word in words]
    pairs = map(" ".join, pairwise(plain))  # "phóng viên", a reporter
    return any(word in jobs or word.startswith(stems) for word in plain) or not jobs.isdisjoint(pairs)
