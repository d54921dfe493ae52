"""What one host's memory says of a page's blocks: on how many of the host's other pages they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsclean.reading.document import Document, Numbers
from newsclean.site.lines import hash_lines
from newsclean.site.record import make_records
from newsclean.site.slots import slots_of
from newsclean.site.store import BODY, HEADLINE, NO_SLOT, SLOT, TEXT, Host, Record, unpack

COPY = 0.5
"""Share of a page's article lines that stand on another page, in either direction, from which both are one article."""

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class SiteColumns:
    """What a host's memory says of a document's blocks. Every column is float32 (n,), one entry a block.

    Attributes:
        pages: distinct other pages known of the host, the same for all blocks. Copies of the page do not count,
            copies of each other count once.
        repeats: on how many of them the block's text stands.
        headline: 1 where the block's text is the headline of one of them.
        slot_pages: on how many of them the block's slot stands (HTML; 0 for text).
        slot_repeats: of the texts they hold in that slot, the share, 0 to 1, that stand on two or more (HTML).
    """

    pages: Numbers
    repeats: Numbers
    headline: Numbers
    slot_pages: Numbers
    slot_repeats: Numbers


def on_pages(repeats: float, pages: float) -> str:
    """How a reason says it: `on_pages(14, 17)` is "on 14 of this site's 17 pages"."""
    return f"on {int(repeats)} of this site's {int(pages)} page{'' if int(pages) == 1 else 's'}"


class HostMemory:
    """What is remembered of one host. It is made by `SiteMemory.for_host`, pickles, and never changes."""

    __slots__ = ("_article_lines", "_data", "_entry_slot", "_host", "_label", "_labels", "_pairs")

    def __init__(self, data: bytes = b"") -> None:
        """data: a host as `newsclean.site.store.pack` makes it. Raises `ValueError` where it is something else."""
        self._data = data
        self._host: Host = unpack(data)
        self._article_lines = np.bincount(
            self._host.page[self._host.flags & BODY > 0], minlength=len(self._host.prints)
        )
        self._label: Integers = _clusters(self._host, self._article_lines)
        self._labels = int(self._label.max(initial=-1)) + 1
        self._pairs = {flag: self._distinct(flag) for flag in (TEXT, HEADLINE, SLOT)}
        self._entry_slot: Integers = _slot_rows(self._host)

    def __reduce__(self) -> tuple[Callable[[bytes], HostMemory], tuple[bytes]]:
        return HostMemory, (self._data,)

    @property
    def pages(self) -> int:
        """Distinct pages known of the host."""
        return self._labels

    @property
    def nbytes(self) -> int:
        """Bytes that the host takes in its compact form."""
        return len(self._data)

    def _distinct(self, flag: int) -> tuple[Integers, Integers]:
        """Each hash's row with each article's number on whose pages it stands as what the flag says, once each."""
        entries = np.flatnonzero(self._host.flags & flag)
        size = max(self._labels, 1)
        pairs = self._host.row[entries] * size + self._label[self._host.page[entries]]
        pairs.sort()  # nearly sorted it is: numpy's unique would hash them all
        pairs = pairs[np.diff(pairs, prepend=-1) > 0]
        return pairs // size, pairs % size

    def lookup(self, doc: Document) -> SiteColumns:
        """What is known of each block. The page itself and its copies never count, whether or not they were learned."""
        lines, slots = hash_lines(doc.text), slots_of([doc])
        (record,) = make_records(lines, np.array([0, len(lines.hashes)]), slots=slots)
        other = np.ones(self._labels, bool)
        other[self._label[self._copies(record)]] = False
        pages = int(np.count_nonzero(other))
        counts = self._counts(TEXT, other)
        titles = self._counts(HEADLINE, other)
        row, known = _find(self._host, lines.hashes)
        slot_pages, slot_repeats = self._slots(slots, other, counts)
        # what heads many pages is the site's or the section's name, not the headline of one
        headed = (titles > 0) & (titles <= max(1, pages // 4))
        return SiteColumns(
            pages=np.full(len(lines.hashes), pages, np.float32),
            repeats=_picked(counts, row, known),
            headline=_picked(headed, row, known),
            slot_pages=slot_pages,
            slot_repeats=slot_repeats,
        )

    def _copies(self, record: Record) -> Flags:
        """(p,): the pages that hold the same article as `record`."""
        host = self._host
        row, known = _find(host, record.hashes)
        texts, article = _marked(host, row[known]), _marked(host, row[known & (record.flags & BODY > 0)])
        size = len(host.prints)
        there = np.bincount(host.page[(host.flags & TEXT > 0) & article[host.row]], minlength=size)
        here = np.bincount(host.page[(host.flags & BODY > 0) & texts[host.row]], minlength=size)
        own = np.array(np.count_nonzero(record.flags & BODY))
        return _enough(there, own) | _enough(here, self._article_lines)

    def _counts(self, flag: int, other: Flags) -> Integers:
        """(u,): on how many of the other pages each hash stands as what the flag says."""
        rows, labels = self._pairs[flag]
        return np.bincount(rows[other[labels]], minlength=len(self._host.hashes))

    def _slots(self, slots: NDArray[np.uint64], other: Flags, counts: Integers) -> tuple[Numbers, Numbers]:
        host = self._host
        row, known = _find(host, slots)
        entries = np.flatnonzero((self._entry_slot >= 0) & other[self._label[host.page]])
        texts = np.bincount(self._entry_slot[entries], minlength=len(host.hashes))
        standing = entries[counts[host.row[entries]] >= 2]
        repeating = np.bincount(self._entry_slot[standing], minlength=len(host.hashes))
        share = repeating / np.maximum(texts, 1)
        return _picked(self._counts(SLOT, other), row, known), _picked(share, row, known)


def _find(host: Host, hashes: NDArray[np.uint64]) -> tuple[Integers, Flags]:
    """Each hash's row in the host, and whether it has one."""
    row = host.hashes.searchsorted(hashes)
    known = row < len(host.hashes)
    known[known] = host.hashes[row[known]] == hashes[known]
    return row, known


def _marked(host: Host, rows: Integers) -> Flags:
    marked = np.zeros(len(host.hashes), bool)
    marked[rows] = True
    return marked


def _picked(values: NDArray[np.generic], row: Integers, known: Flags) -> Numbers:
    column = np.zeros(len(row), np.float32)
    column[known] = values[row[known]]
    return column


def _clusters(host: Host, article_lines: Integers) -> Integers:
    """(p,): the number of each page's article. Pages linked by copies, and by copies of copies, are one."""
    size = len(host.prints)
    if not size:
        return np.empty(0, np.int64)
    article = host.flags & BODY > 0
    again = np.bincount(host.row, minlength=len(host.hashes)) > 1  # what stands on one page links it to no other
    used = _marked(host, host.row[article]) & again
    column = np.cumsum(used) - 1
    bodies = np.zeros((size, int(np.count_nonzero(used))), np.float32)
    texts = np.zeros_like(bodies)
    entries = used[host.row] & article
    bodies[host.page[entries], column[host.row[entries]]] = 1
    entries = used[host.row] & (host.flags & TEXT > 0)
    texts[host.page[entries], column[host.row[entries]]] = 1
    same = _enough(bodies @ texts.T, article_lines[:, None])
    same |= same.T
    np.fill_diagonal(same, True)
    label = np.arange(size)
    while True:
        lower = np.where(same, label, size).min(axis=1)
        if np.array_equal(lower, label):
            break
        label = lower
    return np.unique(label, return_inverse=True)[1].astype(np.int64)


def _enough(shared: NDArray[np.int64] | NDArray[np.float32], own: NDArray[np.int64]) -> Flags:
    """Whether the article lines shared make a copy; of two lines one may be the site's, so both must be shared."""
    flags: Flags = shared >= np.where(own == 2, 2, np.maximum(COPY * own, 1))
    return flags


def _slot_rows(host: Host) -> Integers:
    """(e,): the row of the slot in which an entry's text stands on its page, or -1. Raises `ValueError` where the page
    has no such slot."""
    slot_entries = np.flatnonzero(host.flags & SLOT)
    by_page = slot_entries[host.page[slot_entries].argsort(kind="stable")]
    first = np.searchsorted(host.page[by_page], np.arange(len(host.prints)))
    rows = np.full(len(host.row), -1, np.int64)
    placed = np.flatnonzero((host.flags & TEXT > 0) & (host.slots != NO_SLOT))
    of_page = np.bincount(host.page[slot_entries], minlength=len(host.prints))
    if (host.slots[placed] >= of_page[host.page[placed]]).any():
        raise ValueError("a host of the site memory is damaged: a text stands in a slot that its page lacks")
    rows[placed] = host.row[by_page[first[host.page[placed]] + host.slots[placed]]]
    return rows
