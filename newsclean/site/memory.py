"""`SiteMemory`: the hosts whose pages were learned, each in its compact form, and those that are ready to be asked."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from newsclean.hosts import fold_host
from newsclean.options import KINDS, Kind, check_choice
from newsclean.reading.document import Document
from newsclean.reading.read import read
from newsclean.site.file import fits, read_hosts, write_hosts
from newsclean.site.host import HostMemory
from newsclean.site.pages import AT_ONCE, records
from newsclean.site.ready import Ready
from newsclean.site.store import MOST_PAGES, fingerprint, is_record, pack, pruned, records_of, smallest, unpack


class SiteMemory:
    """What sites print on many of their pages: hashes and counts by host, no text.

    The same pages give the same memory, byte for byte, in whatever order, in however many parts and however often they
    are learned. Of a host `MOST_PAGES` pages are kept, a fair sample of all. Cleaning never changes a memory.
    """

    __slots__ = ("_hosts", "_made")

    def __init__(self) -> None:
        self._hosts: dict[str, dict[int, bytes] | bytes] = {}
        self._made = Ready()

    def learn(self, pages: Iterable[tuple[str, str | bytes]], *, kind: Kind = "auto") -> None:
        """Learn pages as (host, source); source and `kind` as `clean` takes them. Learn again to go on.

        A host may be given with port or "www.", or as an address; what follows a "#" tells parts of a site apart, but
        of an address. An empty one, as "" or "/", and one of more than 65,535 bytes is none, and its pages are passed
        over.
        Raises `ValueError` for another kind; `TypeError` for what is no such pair, and a host or a source of another
        type, when the pages before it are learned. So does what the iterable itself raises.
        """
        check_choice("kind", kind, KINDS)
        self.learn_documents((fold_host(host), read(source, kind)) for host, source in map(_pair, pages))

    def learn_documents(self, documents: Iterable[tuple[str, Document]]) -> None:
        """Learn pages that are already read. What the iterable raises comes when those before it are learned."""
        waiting = iter(documents)
        failed: BaseException | None = None
        while failed is None:
            batch: list[tuple[str, Document]] = []
            try:
                for page in islice(waiting, AT_ONCE):
                    batch.append(page)  # noqa: PERF402  # a list made at once would be lost with the page that fails
            except BaseException as error:
                failed = error
            if not batch and failed is None:
                return
            self._learn_batch(batch)
        raise failed

    def _learn_batch(self, batch: Sequence[tuple[str, Document]]) -> None:
        found: dict[str, dict[int, bytes]] = {}
        for (host, _), record in zip(batch, records(document for _, document in batch), strict=True):
            name = fold_host(host)
            if len(record.hashes) and fits(name):
                data = record.to_bytes()
                found.setdefault(name, {})[fingerprint(data)] = data
        for host, pages in found.items():
            self._add(host, pages)

    def merge(self, other: SiteMemory) -> None:
        """Take in all that `other` has learned; it stays as it is. Raises `TypeError` for what is no memory."""
        if not isinstance(other, SiteMemory):
            raise TypeError(f"merge takes another SiteMemory, not {type(other).__name__}; SiteMemory.load reads a file")
        for host, data in other._hosts.items():
            if host in self._hosts:
                self._add(host, other._pages(host))
            else:
                self._hosts[host] = data if isinstance(data, bytes) else dict(data)

    def for_host(self, host: str) -> HostMemory:
        """The memory of one host; of an unknown one, an empty memory."""
        name = fold_host(host)
        if name not in self._hosts:
            return HostMemory()
        made = self._made.get(name)
        if made is None:
            made = HostMemory(self._packed(name))
            self._made.put(name, made)
        return made

    def hosts(self) -> list[str]:
        """The known hosts, folded and sorted."""
        return sorted(self._hosts)

    def pruned(self) -> SiteMemory:
        """A smaller memory for cleaning, not for learning on: without what stands on one page of a larger host only.

        Do it last, after all parts are merged: what stands once in each of two parts stands twice in the whole.
        """
        small = SiteMemory()
        for host in self._hosts:
            small._hosts[host] = pruned(self._packed(host))
        return small

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the memory to a file, whole or not at all, so that it lasts through a crash. Equal memories make equal
        files.

        A link stays, and the file it leads to is written. Raises `OSError` for what is no regular file.
        """
        write_hosts(Path(path), [(host, self._packed(host)) for host in self.hosts()])

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> SiteMemory:
        """Read a saved memory. Raises `SiteMemoryError` for a file that is none, is damaged or of another version."""
        memory = cls()
        memory._hosts.update(read_hosts(Path(path)))
        return memory

    def to_rows(self) -> Iterator[tuple[str, int, bytes]]:
        """(host, page, record) of every page kept, for an engine to group by host; `page` fits a signed 64-bit column.

        Rows of several memories, in any order, repeated or not, make with `from_rows` the memory that all of them make.
        """
        for host in self.hosts():
            for name, data in smallest(self._pages(host)).items():
                yield host, name - (1 << 63), data

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, int, bytes]]) -> SiteMemory:
        """The memory that rows of one or more memories make. Raises `ValueError` for rows that are none."""
        memory = cls()
        for row in rows:
            try:
                host, name, data = row
                page, record = operator.index(name) + (1 << 63), bytes(memoryview(data))
                host = fold_host(host)
                sound = fits(host) and 0 <= page < 1 << 64 and is_record(record)
            except (TypeError, ValueError):  # of another length, or of other types
                sound = False
            if not sound:
                raise ValueError(f"{repr(row)[:255]}: not a row of a site memory: (host, page, record)")
            memory._add(host, {page: record})
        return memory

    def _add(self, host: str, pages: dict[int, bytes]) -> None:
        known = self._hosts[host] = self._pages(host)
        self._made.drop(host)
        for name, data in pages.items():
            # of a page and its pruned form, the page
            known[name] = max(known.get(name, b""), data, key=len)
        if len(known) > 2 * MOST_PAGES:
            self._hosts[host] = smallest(known)

    def _pages(self, host: str) -> dict[int, bytes]:
        data = self._hosts.get(host, {})
        return records_of(unpack(data)) if isinstance(data, bytes) else data

    def _packed(self, host: str) -> bytes:
        data = self._hosts[host]
        return data if isinstance(data, bytes) else pack(data)

    def __len__(self) -> int:
        """Hosts known."""
        return len(self._hosts)

    def __contains__(self, host: object) -> bool:
        return isinstance(host, str) and fold_host(host) in self._hosts

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SiteMemory):
            return NotImplemented
        return self.hosts() == other.hosts() and all(self._packed(host) == other._packed(host) for host in self._hosts)

    __hash__ = None  # type: ignore[assignment]  # it learns, so it is no key

    def __getstate__(self) -> dict[str, bytes]:
        return {host: self._packed(host) for host in self.hosts()}

    def __setstate__(self, state: dict[str, bytes]) -> None:
        self._hosts, self._made = dict(state), Ready()

    def __repr__(self) -> str:
        return f"<SiteMemory of {len(self)} host{'' if len(self) == 1 else 's'}>"


def _pair(page: tuple[str, str | bytes]) -> tuple[str, str | bytes]:
    """A page as it was given; a text of two letters would be a host and a source."""
    if not isinstance(page, str | bytes):
        try:
            host, source = page
        except (TypeError, ValueError):  # of another length, or none
            pass
        else:
            return host, source
    came = type(page).__name__ + (f" of {len(page)}" if isinstance(page, tuple | list) else "")
    raise TypeError(f"a page to learn is a pair (host, source), no {came}; one page is [(host, source)]")
