"""The file of a site memory: a head, the hosts' names and sizes, the hosts, a digest. Little-endian, no pickle."""

from __future__ import annotations

import errno
import os
import stat
import struct
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from newsclean.site.lines import FOLDING
from newsclean.site.store import unpack
from newsclean.whole_files import write_whole

VERSION = 1

_MAGIC = b"newsclean site memory\n"
_HEAD = struct.Struct("<HHQ")
_ENTRY = struct.Struct("<HI")
_DIGEST = 16
"""Bytes of the digest at the end."""
_LONGEST = 65_535
"""Bytes of a host's name, whose length stands in two."""


class SiteMemoryError(ValueError):
    """A file that is no site memory, is damaged, or was made by another version; the message says which."""


def write_hosts(path: Path, hosts: Sequence[tuple[str, bytes]]) -> None:
    """Write packed hosts, sorted by name, in place of `path`, or of the file that a link leads to: whole or not at all.

    Raises `OSError` where `path` is no regular file, or cannot be written.
    """
    write_whole(target_of(path), _parts(hosts))


def _parts(hosts: Sequence[tuple[str, bytes]]) -> Iterator[bytes]:
    """The file's content, a digest of which is its end."""
    parts = [_MAGIC, _HEAD.pack(VERSION, FOLDING, len(hosts))]
    for host, data in hosts:
        name = _encoded(host)
        parts += [_ENTRY.pack(len(name), len(data)), name]
    digest = blake2b(digest_size=_DIGEST)
    for part in chain(parts, (data for _, data in hosts)):
        digest.update(part)
        yield part
    yield digest.digest()


def fits(host: str) -> bool:
    """Whether a host's folded name is one, and short enough for the file."""
    return 0 < len(_encoded(host)) <= _LONGEST


def _encoded(host: str) -> bytes:
    return host.encode("utf-8", "surrogatepass")


def target_of(path: Path) -> Path:
    """The file that is written when `path` is: behind a link, the one it leads to.

    Raises `OSError` for a folder, a device or a pipe: a file would take its place.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return Path(os.path.realpath(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EEXIST, "is there already, and is no regular file", str(path))
    return Path(os.path.realpath(path))


def read_hosts(path: Path) -> dict[str, bytes]:
    """{host: packed host}. Raises `SiteMemoryError`; `OSError` where the file cannot be read."""
    data = path.read_bytes()
    if not data.startswith(_MAGIC):
        raise SiteMemoryError(f"{path} is not a site memory")
    start = len(_MAGIC) + _HEAD.size
    if len(data) < start + _DIGEST:
        raise SiteMemoryError(f"{path} is cut short")
    version, folding, count = _HEAD.unpack_from(data, len(_MAGIC))
    if (version, folding) != (VERSION, FOLDING):
        versions = f"is of version {version}.{folding}; this newsclean reads {VERSION}.{FOLDING}"
        raise SiteMemoryError(f"{path} {versions}: learn it again")
    content = memoryview(data)[:-_DIGEST]
    if blake2b(content, digest_size=_DIGEST).digest() != data[-_DIGEST:]:
        raise SiteMemoryError(f"{path} is damaged or cut short: its digest does not fit")
    try:
        return _hosts(data, start, count)
    except (ValueError, struct.error) as error:
        raise SiteMemoryError(f"{path} is damaged: {error}") from error


def _hosts(data: bytes, at: int, count: int) -> dict[str, bytes]:
    sizes: list[tuple[str, int]] = []
    for _ in range(count):
        name, size = _ENTRY.unpack_from(data, at)
        at += _ENTRY.size
        sizes.append((data[at : at + name].decode("utf-8", "surrogatepass"), size))
        at += name
    hosts = {}
    for host, size in sizes:
        hosts[host] = data[at : at + size]
        unpack(hosts[host])
        at += size
    return hosts
