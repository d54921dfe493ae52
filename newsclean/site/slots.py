"""Slots: where on a page of HTML a block stands, as a number: its element and those around it by tag and class."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from newsclean.reading.document import Document
from newsclean.reading.markup import Markup
from newsclean.site.lines import Integers, mix, slot_hash
from newsclean.site.polynomial import Hashes

LEVELS = 4
"""Elements, from a block's own upwards, that make its slot."""

_DIGITS = re.compile(r"\d+")
_MOST_KNOWN = 1 << 16
_TAG = np.uint64(0x9FB21C651E98DF25)  # odd, so that no two tags become one


def slots_of(documents: Sequence[Document]) -> Hashes:
    """uint64 (n,): the slot of each block of all documents, one after the other; 0 for blocks of text.

    What stands in a slot's name is its elements' tags and labels, digits aside, whatever their numbers on the page.
    """
    pages = [document.markup for document in documents if document.markup is not None]
    if pages and len(pages) == len(documents):
        return _slots(pages)
    sizes = [len(document) for document in documents]
    slots = np.zeros(sum(sizes), np.uint64)
    if pages:
        slots[np.repeat([document.markup is not None for document in documents], sizes)] = _slots(pages)
    return slots


def _slots(pages: Sequence[Markup]) -> Hashes:
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    tags = np.fromiter(map(_tag_hash, chain.from_iterable(page.tags for page in pages)), np.uint64)
    labels = np.fromiter(map(_known.__getitem__, chain.from_iterable(page.labels for page in pages)), np.uint64)
    tag = _rows([page.tag for page in pages], [len(page.tags) for page in pages])
    label = _rows([page.label for page in pages], [len(page.labels) for page in pages])
    element = mix(tags.take(tag) * _TAG + labels.take(label))
    around = _rows([page.ancestors[:, :LEVELS] for page in pages], [len(page.tag) for page in pages])
    slots = np.zeros(len(around), np.uint64)
    for level in range(LEVELS):
        slots = mix(slots + element.take(around[:, level]))
    return np.maximum(slots, 1)


def _rows(rows: Sequence[NDArray[np.int32]], sizes: Sequence[int]) -> Integers:
    """Rows of each page as rows of all pages' tables, of which each page's has its size."""
    before = np.cumsum([0, *sizes[:-1]])
    found: Integers = np.concatenate(rows) + before.repeat([*map(len, rows)]).reshape(-1, *[1] * (rows[0].ndim - 1))
    return found


class _Known(dict[str, int]):
    """The hashes of labels that were met: a site's pages name their elements alike."""

    def __missing__(self, label: str) -> int:
        value = self[label] = slot_hash(_DIGITS.sub("", label))
        return value


_known = _Known()
_tag_hash = lru_cache(1 << 10)(slot_hash)
