"""Bios: below an article, a sentence that says who its author is, who is not spoken of in it, or where to write to who
has signed it above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name, is_name
from newsclean.evidence.folding import bounded, folded
from newsclean.evidence.line_phrases import evened
from newsclean.evidence.speech import SPEECH
from newsclean.evidence.view import Column, View
from newsclean.scoring.below import first_below, labels_above, short_from, spoken_of
from newsclean.scoring.lone_lines import PARAGRAPH, SURE

LONGEST = 320
"""Characters of a bio, at most."""
MOST = 5
"""Bios below an article, at most: more are a list of people."""
PEOPLE = 3
"""Blocks above the last sure paragraph in which nobody is presented so: else the last one is of the same list."""
NAME, JOB = 5, 7
"""Words in which the name ends, and behind it those in which what its bearer does is said."""
POSTED, POST = 200, 5
"""Characters of a bio of somebody who is no journalist, at most, and words in which it is said what he is."""
STEM = 6
"""Letters from which the beginning of a word tells a job: "redaktorka" and "redaktorką"."""
DASHES, ENDS = "–—-", (".", "!", ";", "|")
"""What stands between a name and what its bearer is, where no word does, and what ends the sentence."""
SIGNED = 16
"""Words of a line above the article that says who has written it, at most."""
PARTS = re.compile(r"\s*[|,;•·/،、(（【\n]\s*|\s+[–—-]\s+")
"""What parts an author from a job, a date or a place there."""
CALLED = re.compile(r"^.*[:：]\s*")
"""What an author is called before the name: what stands before a colon is no author, but who is spoken to."""
LETTERS = 3
"""Letters of a name in a script without capitals, at least."""
ADDRESS = re.compile(r"[\w.+-]@[\w-]+\.\w")
ASIDE = re.compile(r"\s*\([^()]{1,40}\)|,\s\d{2}(?=,)")
"""What is said of somebody beside the name: years, a town, an age."""
AROUND = ".,;:–—-()„“”«»\"'’"


def bios(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay, below all that is surely a paragraph, and say who the author is."""
    found = np.zeros(view.n, np.bool_)
    first = first_below(view, score)
    blocks = short_from(view, score, threshold, max(first - PEOPLE, 0), LONGEST)
    names = {i: name for i in blocks if (name := named(view, view.doc.read_text(i)))}
    if first == view.n or len(names) > MOST or any(i < first for i in names):
        return found
    signed = [i for i in blocks if i >= first and ADDRESS.search(view.doc.read_text(i))]
    told = [*names.items(), *((i, name.split()[-1]) for i, name in _signed(view, score, signed))]
    for i, surname in told:
        if not spoken_of(view, score >= threshold, [surname], i):
            found[[i, *labels_above(view, [surname], i)]] = True
    return found


def _signed(view: View, score: Column, blocks: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Those of some blocks that begin with a name which a line above the article says, as its author's does."""
    if not blocks:
        return
    paragraph = (score >= SURE) & (view.words >= PARAGRAPH)
    above = np.flatnonzero((view.words <= SIGNED) & (view.at < paragraph.argmax())).tolist()
    names = {name for i in above for part in PARTS.split(view.doc.read_text(i)) for name in _names(view, part)}
    by_length = sorted(names, key=len)  # a name without its job before one with it
    for i in blocks:
        text = view.doc.read_text(i)
        for name in by_length:
            if text.startswith(name) and bounded(text, name):
                yield i, name
                break


def _names(view: View, part: str) -> Iterator[str]:
    """A part of a line without "By" and a job at its ends, where that is a name."""
    people, words = view.lexicon.people, CALLED.sub("", part).split()
    while words and folded(words[0]) in people["by"]:
        words = words[1:]
    jobless = words[:-1] if words and folded(words[-1]) in people["job"] else words
    for rest in (words, jobless):
        name = " ".join(rest)
        if bare_name(view, name) or (name.upper() == name.lower() and len(name) >= LETTERS and is_name(name)):
            yield name


def named(view: View, text: str) -> str | None:
    """The last word of the name with which a text begins that says what its bearer's job is; None for any other."""
    words = ASIDE.sub("", text).split(maxsplit=NAME + JOB)
    people = view.lexicon.people
    # of whom somebody speaks the article speaks
    if not words or folded(words[0]) in view.lexicon.bio.words["article"] or SPEECH.search(text):
        return None
    for end in range(2, min(NAME, len(words))):
        name, behind = words[:end], words[end]
        apposed = name[-1][-1] == ","
        if apposed or behind in DASHES or folded(behind) in people["is"]:
            bare = " ".join(name).rstrip(",")
            said = words[end : end + JOB]
            if not is_name(bare) or not name[-1][0].isupper():
                return None
            told = _is_job(people["job"], _last_words(said) if apposed else said)
            told = told or (not apposed and len(text) <= POSTED and _is_post(view, said[:POST]))
            return bare.split()[-1] if told else None
    return None


def _last_words(words: list[str]) -> list[str]:
    """Of words behind a name and a comma, those that close the sentence: where more follows, it says what somebody
    does of whom the article speaks ("Ida Crane, a reporter, called it a scandal")."""
    for end, word in enumerate(words, 1):
        if word.endswith(ENDS) or end == len(words) < JOB:
            return words[max(end - 2, 0) : end]
        if word.endswith(","):
            break
    return []


def _is_post(view: View, words: list[str]) -> bool:
    """Whether words say what guest authors are."""
    return view.lexicon.bio.holds("post", evened(folded(" ".join(words))))


def _is_job(jobs: set[str], words: list[str]) -> bool:
    stems = tuple(job for job in jobs if len(job) >= STEM)
    plain = [folded(word).strip(AROUND) for word in words]
    pairs = map(" ".join, pairwise(plain))  # "phóng viên", a reporter
    return any(word in jobs or word.startswith(stems) for word in plain) or not jobs.isdisjoint(pairs)
