"""From a document to what site memory keeps of it: its lines, its headlines, its blocks' slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from newsclean.reading.decode import decode
from newsclean.reading.document import Document
from newsclean.reading.html import read_html
from newsclean.reading.text import read_text
from newsclean.site_lines import Hashes, Lines, hash_lines, hash_texts, mix, slot_hash
from newsclean.site_store import Record, main_stretch, make_record

TITLE = re.compile(r"\s+[|–—·•»:-]{1,2}\s+")
"""What stands between a headline and the site's name in a page's title."""
HEADLINE_LETTERS = range(15, 160)
ABOVE = 8
"""Lines above the main stretch among which a text's headline is looked for."""
LEVELS = 4
"""Elements, from a block's own upwards, that make its slot."""

_AT_ONCE = 64
_HTML = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def read_page(source: str | bytes, kind: str) -> Document:
    """The document of a page, read as `clean` reads it. Raises `TypeError` for what is neither str nor bytes."""
    if not isinstance(source, str | bytes):
        raise TypeError(f"a source is a str or bytes, not {type(source).__name__}")
    text = source if isinstance(source, str) else decode(source)
    if kind == "html" or (kind == "auto" and _HTML.search(text, 0, 2000)):
        return read_html(text)
    return read_text(text)


def records(documents: Iterable[Document]) -> Iterator[Record]:
    """The record of each document, in order; they share their numpy calls."""
    waiting = iter(documents)
    while batch := list(islice(waiting, _AT_ONCE)):
        for document, lines in zip(batch, hash_texts(document.text for document in batch), strict=True):
            yield make_record(lines, headlines_of(document, lines), slots_of(document))


def headlines_of(document: Document, lines: Lines) -> Hashes:
    """uint64 (h,), sorted, unique: the page's headline as its markup says it, else as its text lets guess it."""
    hashes: Sequence[Hashes] = [lines.hashes[(document.heading == 1) & _may_head(lines)]]
    if document.markup is not None:
        head = document.markup.head
        titles = [part for title in (head.title, head.og_title, head.headline) for part in _parts(title)]
        named = hash_lines("".join(" ".join(title.split()) + "\n" for title in titles))
        hashes = [*hashes, named.hashes[_may_head(named)]]
    elif not len(hashes[0]):
        return _guessed(lines)
    return np.unique(np.concatenate(hashes))


def _parts(title: str) -> list[str]:
    """The title, and its longest part where a site's name is appended."""
    return [title, max(TITLE.split(title), key=len)] if title.strip() else []


def _may_head(lines: Lines) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return (lines.letters >= HEADLINE_LETTERS.start) & (lines.letters < HEADLINE_LETTERS.stop)


def _guessed(lines: Lines) -> Hashes:
    """A text does not say which line is its headline: the longest of those right above the main stretch, most often."""
    start, end = main_stretch(lines.letters)
    above = slice(max(0, start - ABOVE), start)
    letters = np.where(_may_head(lines), lines.letters, 0)[above]
    if start == end or not letters.any():
        return lines.hashes[:0]
    best = max(0, start - ABOVE) + int(letters.argmax())
    return lines.hashes[best : best + 1]


def slots_of(document: Document) -> Hashes | None:
    """uint64 (n,): each block's slot, its element and those around it by tag and class; None for text."""
    markup = document.markup
    if markup is None or not len(document):
        return None
    pairs, place = np.unique(np.stack((markup.tag, markup.label)), axis=1, return_inverse=True)
    names = (f"{markup.tags[tag]} {_DIGITS.sub('', markup.labels[label])}" for tag, label in pairs.T.tolist())
    element = np.fromiter(map(slot_hash, names), np.uint64, pairs.shape[1])[place.reshape(-1)]
    slots = np.zeros(len(document), np.uint64)
    for level in range(LEVELS):
        slots = mix(slots + element[markup.ancestors[:, level]])
    return slots
