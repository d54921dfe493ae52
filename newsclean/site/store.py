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

from newsclean.site.polynomial import Hashes

Bytes = NDArray[np.uint8]

TEXT, BODY, HEADLINE, SLOT = 1, 2, 4, 8
"""What a hash is on a page: the text of a line; a line of its likely article; its headline; a slot of its markup."""
MOST_PAGES = 255
"""Pages kept of a host; a page's number within its host fits one byte."""
NO_SLOT = 255
"""What stands in the place of a slot's number where a text is in none."""
PRUNED = 32
"""Pages from which a host may lose what stands on one of them only."""

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


def is_record(data: bytes) -> bool:
    """Whether the bytes are a page's: its hashes in order, each once, and every text in a slot that the page has."""
    if not data or len(data) % 10:
        return False
    record = Record.from_bytes(data)
    placed = record.slots[record.slots != NO_SLOT]
    in_order = (record.hashes[1:] > record.hashes[:-1]).all()
    return bool(in_order and (placed < np.count_nonzero(record.flags & SLOT)).all())


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
