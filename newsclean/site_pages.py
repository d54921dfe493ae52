"""From a document to what site memory keeps of it: its lines, its headlines, its blocks' slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np

from newsclean.reading.document import Document
from newsclean.site_lines import Hashes, Lines, hash_lines, hash_texts, mix, slot_hash
from newsclean.site_store import Record, main_stretch, make_record

TITLE = re.compile(r"\s+[|–—·•»:-]{1,2}\s+")
"""What stands between a headline and the site's name in a page's title."""
HEADLINE_LETTERS = range(15, 110)
ABOVE = 20
"""Lines above the main stretch among which a text's headline is looked for."""
GUESSES = 3
SENTENCE_ENDS = frozenset(".,;:)。،")
LEVELS = 4
"""Elements, from a block's own upwards, that make its slot."""

_AT_ONCE = 64
_DIGITS = re.compile(r"\d+")


def records(documents: Iterable[Document]) -> Iterator[Record]:
    """The record of each document, in order; they share their numpy calls."""
    waiting = iter(documents)
    while batch := list(islice(waiting, _AT_ONCE)):
        for document, lines in zip(batch, hash_texts(document.text for document in batch), strict=True):
            stretch = main_stretch(lines.letters)
            yield make_record(lines, headlines_of(document, lines, stretch), slots_of(document), stretch)


def headlines_of(document: Document, lines: Lines, stretch: tuple[int, int]) -> Hashes:
    """uint64 (h,), sorted, unique: the page's headline as its markup says it, else as its text lets guess it."""
    hashes: Sequence[Hashes] = [lines.hashes[(document.heading == 1) & _may_head(lines)]]
    if document.markup is not None:
        head = document.markup.head
        titles = [part for title in (head.title, head.og_title, head.headline) for part in _parts(title)]
        named = hash_lines("".join(" ".join(title.split()) + "\n" for title in titles))
        hashes = [*hashes, named.hashes[_may_head(named)]]
    elif not len(hashes[0]):
        return _guessed(document, lines, stretch)
    return np.unique(np.concatenate(hashes))


def _parts(title: str) -> list[str]:
    """The title, and its longest part where a site's name is appended."""
    return [title, max(TITLE.split(title), key=len)] if title.strip() else []


def _may_head(lines: Lines) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return (lines.letters >= HEADLINE_LETTERS.start) & (lines.letters < HEADLINE_LETTERS.stop)


def _guessed(document: Document, lines: Lines, stretch: tuple[int, int]) -> Hashes:
    """A text does not say which line is its headline: the longest few above the main stretch that end like none of its
    sentences. Where the headline's line is in sight it is among them on four pages of five; the others do no harm:
    what another page has up there and this one has as well is no part of the article either."""
    start, end = stretch
    if start == end:
        return lines.hashes[:0]
    above = np.arange(max(0, start - ABOVE), start + 1)
    above = above[_may_head(lines)[above]]
    rows = zip((-lines.letters[above]).tolist(), above.tolist(), document.ends[above].tolist(), strict=True)
    longest = sorted(row for row in rows if document.text[row[2] - 1] not in SENTENCE_ENDS)
    return np.unique(lines.hashes[[line for _, line, _ in longest[:GUESSES]]])


def slots_of(document: Document) -> Hashes | None:
    """uint64 (n,): each block's slot, its element and those around it by tag and class; None for text."""
    markup = document.markup
    if markup is None or not len(document):
        return None
    around = markup.ancestors[:, :LEVELS]
    keys, place = np.unique(
        markup.tag[around] * np.int64(len(markup.labels)) + markup.label[around], return_inverse=True
    )
    pairs = (divmod(key, len(markup.labels)) for key in keys.tolist())
    hashes = (_element_hash(markup.tags[tag], markup.labels[label]) for tag, label in pairs)
    element = np.fromiter(hashes, np.uint64, len(keys))[place.reshape(around.shape)]
    slots = np.zeros(len(document), np.uint64)
    for level in range(LEVELS):
        slots = mix(slots + element[:, level])
    return slots


@lru_cache(4096)
def _element_hash(tag: str, label: str) -> int:
    return slot_hash(f"{tag} {_DIGITS.sub('', label)}")
