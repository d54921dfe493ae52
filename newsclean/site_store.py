"""What site memory keeps of a page and of a host: rows of hashes, and their compact form in bytes.

A page is a `Record`, named by a fingerprint of its own content. A host is the set of its pages' records, of which the
`MOST_PAGES` with the smallest fingerprints stay: a fair sample, and the same one in whatever order and in however many
parts the pages came, since the smallest of a union are the smallest of the parts' smallest.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.site_lines import Hashes, Lines

Bytes = NDArray[np.uint8]

TEXT, BODY, HEADLINE, SLOT = 1, 2, 4, 8
"""What a hash is on a page: the text of a line; a line of its likely article; its headline; a slot of its markup."""
MOST_PAGES = 255
"""Pages kept of a host; a page's number within its host fits one byte."""
MOST_LINES = 2000
"""Lines kept of a page: half from its top, half from its end."""
MOST_SLOTS = 254
NO_SLOT = 255
PRUNED = 32
"""Pages from which a host may lose what stands on one of them only."""
ARTICLE_LINES = 12
"""Lines that stand for the page's article where near-duplicates are looked for."""
LONG = 40
"""Letters from which a line may be one of them; the `FEWEST` longest are taken in any case."""
FEWEST = 4

LINE_COSTS = (60, 30)
MOST_LETTERS = 400
"""A line's worth in the main stretch is its letters, up to these, less the cost."""

_NOTHING = np.zeros(1, np.uint64)
_ZERO = np.zeros(1, np.int64)
_HEAD = struct.Struct("<BBII")


class Record(NamedTuple):
    """A page: one row a hash, sorted. hashes: uint64 (n,). flags: uint8 (n,), what the hash is.
    slots: uint8 (n,), the slot in which the text stands, counted among the page's `SLOT` rows, or `NO_SLOT`."""

    hashes: Hashes
    flags: Bytes
    slots: Bytes

    def to_bytes(self) -> bytes:
        """The record in 10 bytes a row, little-endian."""
        return self.hashes.astype("<u8", copy=False).tobytes() + self.flags.tobytes() + self.slots.tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Record:
        """Raises `ValueError` where `data` is no record."""
        if len(data) % 10:
            raise ValueError(f"a page's record has 10 bytes a row, these are {len(data)} bytes")
        n = len(data) // 10
        flags = np.frombuffer(data, np.uint8, offset=8 * n)
        return cls(np.frombuffer(data, "<u8", n).astype(np.uint64, copy=False), flags[:n], flags[n:])


class Host(NamedTuple):
    """A host's pages by hash. prints: uint64 (p,), the pages' fingerprints, sorted. hashes: uint64 (u,), sorted.
    row: int64 (e,), index of the hash; page: uint8 (e,); flags, slots: uint8 (e,), as in the page's record."""

    prints: Hashes
    hashes: Hashes
    row: NDArray[np.int64]
    page: Bytes
    flags: Bytes
    slots: Bytes


def fingerprint(record: bytes) -> int:
    """The page's name, 64 bits: the same page has the same one wherever and however often it is learned."""
    return int.from_bytes(blake2b(record, digest_size=8).digest(), "little")


def make_record(
    lines: Lines,
    headlines: Hashes | None = None,
    slots: Hashes | None = None,
    stretch: tuple[int, int] | None = None,
) -> Record:
    """The record of a page. headlines: uint64 (h,), sorted, unique. slots: uint64 (n,), a slot a line, or None.
    stretch: the lines' `main_stretch`, where it is known already."""
    if len(lines.hashes) > MOST_LINES:
        ends = np.r_[: MOST_LINES // 2, len(lines.hashes) - MOST_LINES // 2 : len(lines.hashes)]
        lines, slots, stretch = (
            Lines(lines.hashes[ends], lines.letters[ends]),
            None if slots is None else slots[ends],
            None,
        )
    order = None if slots is None else lines.hashes.argsort(kind="stable")
    ordered = np.sort(lines.hashes) if order is None else lines.hashes[order]
    first = np.not_equal(ordered, np.concatenate((_NOTHING, ordered[:-1])))  # a line without letters, 0, says nothing
    texts = ordered[first]
    flags = np.full(len(texts), TEXT, np.uint8)
    flags[texts.searchsorted(_article(lines, stretch or main_stretch(lines.letters)))] |= BODY
    record = Record(texts, flags, np.full(len(texts), NO_SLOT, np.uint8))
    if headlines is not None and len(headlines):
        record = _with_headlines(record, headlines)
    return record if slots is None else _with_slots(record, texts, slots[order][first])


def main_stretch(letters: NDArray[np.int64]) -> tuple[int, int]:
    """The lines, first and one past the last, where long lines are densest: with most letters over a cost a line.

    The cost is lower where the page has no such stretch, but one standing line: verse, short paragraphs, lists.
    """
    worth = np.minimum(letters, MOST_LETTERS)
    for cost in LINE_COSTS:
        sums = np.concatenate((_ZERO, np.cumsum(worth - cost)))
        end = int(np.argmax(sums - np.minimum.accumulate(sums)))
        start = int(np.argmin(sums[: end + 1]))
        if end - start >= 2:
            break
    return start, end


def _article(lines: Lines, stretch: tuple[int, int]) -> Hashes:
    """The longest of the main stretch's first long lines: what stands for the article where copies are looked for.

    Measured on pages of one site and on the same articles set into other pages' surroundings: the longest lines of a
    whole page mix consent texts in, the longest of the stretch a list of blurbs behind a short article.
    """
    start, end = stretch
    if start == end:
        start, end = 0, len(lines.hashes)
    hashes, letters = lines.hashes[start:end], lines.letters[start:end]
    long = np.flatnonzero(letters >= LONG)[: 2 * ARTICLE_LINES]
    most = ARTICLE_LINES
    if len(long) < FEWEST:
        long, most = np.flatnonzero(letters > 0), FEWEST
    # the hash decides between lines of one length
    return hashes[long[np.lexsort((hashes[long], -letters[long]))[:most]]]


def _with_slots(record: Record, texts: Hashes, slots: Hashes) -> Record:
    known = np.unique(slots)[:MOST_SLOTS]
    place = known.searchsorted(slots)
    inside = place < len(known)
    inside[inside] = known[place[inside]] == slots[inside]
    record.slots[record.hashes.searchsorted(texts)] = np.where(inside, place, NO_SLOT).astype(np.uint8)
    return _joined(record, known, SLOT)


def _with_headlines(record: Record, headlines: Hashes) -> Record:
    place = np.searchsorted(record.hashes, headlines)
    inside = place < len(record.hashes)
    inside[inside] = record.hashes[place[inside]] == headlines[inside]
    record.flags[place[inside]] |= HEADLINE
    apart = headlines[~inside]
    if not len(apart):
        return record
    return _joined(record, apart, HEADLINE)


def _joined(record: Record, hashes: Hashes, flag: int) -> Record:
    """The record with rows for more hashes, which are unique; a hash that both have is one row."""
    everything = np.concatenate((record.hashes, hashes))
    order = everything.argsort(kind="stable")
    merged = everything[order]
    first = np.flatnonzero(np.concatenate(([True], merged[1:] != merged[:-1])))
    flags = np.concatenate((record.flags, np.full(len(hashes), flag, np.uint8)))[order]
    slots = np.concatenate((record.slots, np.full(len(hashes), NO_SLOT, np.uint8)))[order]
    return Record(merged[first], np.bitwise_or.reduceat(flags, first), slots[first])


def smallest(pages: Mapping[int, bytes]) -> dict[int, bytes]:
    """The pages that stay of a host, in the order of their fingerprints."""
    return {name: pages[name] for name in sorted(pages)[:MOST_PAGES]}


def pack(pages: Mapping[int, bytes]) -> bytes:
    """A host's pages in their compact form: each hash once, then the numbers of its pages. No pages are no bytes."""
    if not pages:
        return b""
    kept = smallest(pages)
    records = [Record.from_bytes(data) for data in kept.values()]
    hashes = np.concatenate([r.hashes for r in records])
    page = np.repeat(np.arange(len(records), dtype=np.uint8), [len(r.hashes) for r in records])
    order = hashes.argsort(kind="stable")
    unique, counts = np.unique(hashes, return_counts=True)
    flags, slots = (np.concatenate([r[column] for r in records])[order] for column in (1, 2))
    return _packed(np.array(list(kept), np.uint64), unique, counts, page[order], flags, slots)


def _packed(
    prints: Hashes, hashes: Hashes, counts: NDArray[np.int64], page: Bytes, flags: Bytes, slots: Bytes
) -> bytes:
    has_slots = bool((slots != NO_SLOT).any())
    parts = [_HEAD.pack(len(prints), has_slots, len(hashes), len(page))]
    parts += [numbers.astype("<u8", copy=False).tobytes() for numbers in (prints, hashes)]
    parts += [column.tobytes() for column in (counts.astype(np.uint8), page, flags, *([slots] * has_slots))]
    return b"".join(parts)


def unpack(data: bytes) -> Host:
    """The host that `pack` made the bytes of. Raises `ValueError` where they are something else."""
    if not data:
        data = _HEAD.pack(0, 0, 0, 0)
    if len(data) < _HEAD.size:
        raise ValueError("a host of the site memory is cut short")
    pages, has_slots, unique, rows = _HEAD.unpack_from(data)
    if len(data) != _HEAD.size + 8 * pages + 9 * unique + (2 + has_slots) * rows:
        raise ValueError("a host of the site memory is damaged: its size is not what its head says")
    numbers = np.frombuffer(data, "<u8", pages + unique, _HEAD.size).astype(np.uint64, copy=False)
    rest = np.frombuffer(data, np.uint8, offset=_HEAD.size + 8 * (pages + unique))
    counts, columns = rest[:unique], rest[unique:]
    if int(counts.sum()) != rows or int(columns[:rows].max(initial=0)) >= max(pages, 1):
        raise ValueError("a host of the site memory is damaged: its counts do not add up")
    slots = columns[2 * rows :] if has_slots else np.full(rows, NO_SLOT, np.uint8)
    row = np.repeat(np.arange(unique), counts)
    return Host(numbers[:pages], numbers[pages:], row, columns[:rows], columns[rows : 2 * rows], slots)


def records_of(host: Host) -> dict[int, bytes]:
    """{fingerprint: record} of a host's pages."""
    order = host.page.argsort(kind="stable")
    cuts = np.searchsorted(host.page[order], np.arange(len(host.prints) + 1))
    columns = host.hashes[host.row[order]], host.flags[order], host.slots[order]
    return {
        name: Record(columns[0][a:b], columns[1][a:b], columns[2][a:b]).to_bytes()
        for name, a, b in zip(host.prints.tolist(), cuts[:-1].tolist(), cuts[1:].tolist(), strict=True)
    }


def pruned(data: bytes) -> bytes:
    """A packed host without the texts that stand on one page only, where it has `PRUNED` pages or more.

    What stands for a page's article, its headline and its slots stays: by them copies are known.
    """
    host = unpack(data)
    if len(host.prints) < PRUNED:
        return data
    kept = np.bincount(host.row, minlength=len(host.hashes)) >= 2
    kept[host.row[host.flags & ~np.uint8(TEXT) > 0]] = True
    entries = kept[host.row]
    rows = (np.cumsum(kept) - 1)[host.row[entries]]
    columns = host.page[entries], host.flags[entries], host.slots[entries]
    return _packed(host.prints, host.hashes[kept], np.bincount(rows), *columns)
