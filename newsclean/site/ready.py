"""The hosts of a memory that are ready to be asked: those that were asked for last, by however many threads."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from newsclean.site.host import HostMemory

READY, READY_BYTES = 64, 8 << 20
"""Hosts that stay ready in any case, those that were asked for last; and the bytes up to which more of them do, each
counted in its compact form with `SHELL` on top. In memory all takes some four times as much."""
SHELL = 1024
"""What a host of no pages at all would count: a crawl meets more sites with one page than with many."""


class Ready:
    """Hosts by name, in the order in which they were asked for. To get one and to put one takes no longer where there
    are many."""

    __slots__ = ("_hosts", "_lock", "_size")

    def __init__(self) -> None:
        self._hosts: OrderedDict[str, HostMemory] = OrderedDict()
        self._lock = Lock()
        self._size = 0

    def get(self, name: str) -> HostMemory | None:
        """The host of this name, now the last one that was asked for; `None` where it is not ready."""
        with self._lock:
            made = self._hosts.get(name)
            if made is not None:
                self._hosts.move_to_end(name)
            return made

    def put(self, name: str, made: HostMemory) -> None:
        """Keep a host ready, and let go of those asked for first where all are too much."""
        with self._lock:
            self._drop(name)
            self._hosts[name] = made
            self._size += made.nbytes + SHELL
            while self._size > READY_BYTES and len(self._hosts) > READY:
                self._drop(next(iter(self._hosts)))

    def drop(self, name: str) -> None:
        """Let go of a host, ready or not: what is known of it has changed."""
        with self._lock:
            self._drop(name)

    def _drop(self, name: str) -> None:
        made = self._hosts.pop(name, None)
        if made is not None:
            self._size -= made.nbytes + SHELL

    def __len__(self) -> int:
        """Hosts that are ready."""
        return len(self._hosts)
