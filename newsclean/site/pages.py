"""From a document to what site memory keeps of it: its lines, its headlines, its blocks' slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from newsclean.reading.document import Document
from newsclean.site.lines import Integers, Lines, hash_texts
from newsclean.site.polynomial import Hashes
from newsclean.site.record import Stretches, main_stretches, make_records
from newsclean.site.slots import slots_of
from newsclean.site.store import Record

TITLE = re.compile(r"\s+[|–—·•»:-]{1,2}\s+")
"""What stands between a headline and the site's name in a page's title."""
HEADLINE_LETTERS = range(15, 110)
ABOVE = 20
"""Lines above the main stretch among which a text's headline is looked for."""
GUESSES = 3
SENTENCE_ENDS = frozenset(".,;:)。،")

AT_ONCE = 64
"""Pages that share numpy's calls."""


def records(documents: Iterable[Document]) -> Iterator[Record]:
    """The record of each document, in order; they share their numpy calls."""
    waiting = iter(documents)
    while batch := list(islice(waiting, AT_ONCE)):
        lines, bounds = hash_texts(document.text for document in batch)
        stretches = main_stretches(lines.letters, bounds)
        headlines = headlines_of(batch, lines, bounds, stretches)
        yield from make_records(lines, bounds, headlines, slots_of(batch), stretches)


def headlines_of(documents: Sequence[Document], lines: Lines, bounds: Integers, stretches: Stretches) -> list[Hashes]:
    """uint64 (h,) a page, sorted, unique: its headline as its markup says it, else as its text lets guess it.

    lines: of all pages; bounds: int64 (p + 1,), where each page's first stands.
    """
    fit = _headlike(lines)
    heads = fit & (np.concatenate([document.heading for document in documents]) == 1)
    named = _titles(documents)
    guessed = _guessed(documents, lines, bounds, stretches, fit)
    cuts = heads.nonzero()[0].searchsorted(bounds).tolist()
    marked: list[int] = lines.hashes[heads].tolist()
    found = []
    for document, a, b, titles, guess in zip(documents, cuts[:-1], cuts[1:], named, guessed, strict=True):
        own = marked[a:b]
        if own or document.markup is not None:
            guess = own + titles
        found.append(np.array(sorted(set(guess)), np.uint64))
    return found


def _headlike(lines: Lines) -> NDArray[np.bool_]:
    """Which lines are as long as headlines."""
    return (lines.letters >= HEADLINE_LETTERS.start) & (lines.letters < HEADLINE_LETTERS.stop)


def _titles(documents: Sequence[Document]) -> list[list[int]]:
    """The hashes of the titles that the head of each page names; none for text."""
    if all(document.markup is None for document in documents):
        return [[] for _ in documents]
    lines, bounds = hash_texts(map(_titles_of, documents))
    fit, cuts = _headlike(lines), bounds.tolist()
    return [lines.hashes[a:b][fit[a:b]].tolist() for a, b in pairwise(cuts)]


def _titles_of(document: Document) -> str:
    if document.markup is None:
        return ""
    head = document.markup.head
    titles = [part for title in (head.title, head.og_title, head.headline) for part in _parts(title)]
    return "".join(" ".join(title.split()) + "\n" for title in titles)


def _parts(title: str) -> list[str]:
    """The title, and its longest part where a site's name is appended."""
    return [title, max(TITLE.split(title), key=len)] if title.strip() else []


def _guessed(
    documents: Sequence[Document], lines: Lines, bounds: Integers, stretches: Stretches, fit: NDArray[np.bool_]
) -> Iterator[list[int]]:
    """A text does not say which line is its headline: the longest few above the main stretch that end like none of its
    sentences. Where the headline's line is in sight it is among them on four pages of five; the others do no harm:
    what another page has up there and this one has as well is no part of the article either."""
    sizes = np.diff(bounds)
    last = bounds[:-1] + np.where(stretches.starts == stretches.ends, -1, stretches.starts)
    top = np.maximum(bounds[:-1], last - ABOVE)
    place = np.arange(len(fit))
    places = (fit & (place >= top.repeat(sizes)) & (place <= last.repeat(sizes))).nonzero()[0]
    cuts, offsets = places.searchsorted(bounds).tolist(), bounds.tolist()
    rows = list(zip((-lines.letters[places]).tolist(), places.tolist(), lines.hashes[places].tolist(), strict=True))
    for document, a, b, offset in zip(documents, cuts[:-1], cuts[1:], offsets[:-1], strict=True):
        if document.markup is not None:
            yield []
            continue
        text, ends = document.text, document.ends
        longest = (row[2] for row in sorted(rows[a:b]) if text[ends[row[1] - offset] - 1] not in SENTENCE_ENDS)
        yield list(islice(longest, GUESSES))
