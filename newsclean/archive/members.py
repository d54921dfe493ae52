"""Compressed shards as their gzip members or Zstandard frames, each checked, and found again after damage."""

from __future__ import annotations

import codecs
import os
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from newsclean.archive.events import Loss, TooLargeError
from newsclean.file_endings import COMPRESSED

BLOCK = 64 * 1024
GROWTH_LIMIT = 500
"""A member that grows beyond the page limit may not grow to more than this many times its compressed size."""

_SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")
_DICTIONARY = b"\x5d\x2a\x4d\x18"


class Damage(Exception):  # noqa: N818  (a state of the shard, raised to end a read)
    """Compressed bytes that do not decode."""


class ShardFile:
    """A shard on disk, read at any offset; `position` is how far reading has come, in bytes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.descriptor = os.open(path, os.O_RDONLY)
        self.size = os.fstat(self.descriptor).st_size
        self.position = 0

    def read(self, offset: int, size: int = BLOCK) -> bytes:
        self.position = offset
        return os.pread(self.descriptor, size, offset)

    def __enter__(self) -> ShardFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self.descriptor)


@dataclass(frozen=True)
class Compression:
    """A compression made of independent members: how one starts, and how it is decoded."""

    name: str
    magic: re.Pattern[bytes]
    decoder: Callable[[], Any]
    errors: tuple[type[Exception], ...]
    piece: int  # bytes decoded at a time: bounds what one call can give back


GZIP = Compression(
    "gzip member", re.compile(rb"\x1f\x8b\x08[\x00-\x1f]"), lambda: zlib.decompressobj(31), (zlib.error,), 16384
)


def zstandard_frames(dictionary: bytes | None = None) -> Compression:
    """Zstandard, with the dictionary that a WARC file may carry in front."""
    import zstandard

    prepared = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
    decompressor = zstandard.ZstdDecompressor(dict_data=prepared, max_window_size=1 << 27)
    return Compression(
        "Zstandard frame",
        re.compile(rb"\x28\xb5\x2f\xfd"),
        decompressor.decompressobj,
        (zstandard.ZstdError,),
        1024,
    )


def compression_of(shard: ShardFile) -> Compression | None:
    """The shard's compression by its first bytes, by its name where they are damaged; `None` for a plain file, as one
    that was decompressed on its way and kept its name."""
    head = shard.read(0, 8)
    if head[:2] == b"\x1f\x8b":
        return GZIP
    if head[:4] == _DICTIONARY:
        return zstandard_frames(_dictionary(shard.read(8, int.from_bytes(head[4:], "little"))))
    if head[:4] == b"\x28\xb5\x2f\xfd" or _SKIPPABLE.match(head):
        return zstandard_frames()
    ending = shard.path.suffix.lower()
    if ending not in COMPRESSED or _is_text(shard.read(0)):
        return None
    return GZIP if ending == ".gz" else zstandard_frames()


def _is_text(beginning: bytes) -> bool:
    """Whether the bytes that a file begins with are UTF-8, as no compressed ones are for long, or a WARC record."""
    if beginning.startswith(b"WARC/"):
        return True
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        return False
    return b"\0" not in beginning


def _dictionary(content: bytes) -> bytes:
    """A WARC file's dictionary, which may itself be compressed."""
    if content[:4] != b"\x28\xb5\x2f\xfd":
        return content
    decoder = zstandard_frames().decoder()
    return bytes(decoder.decompress(content))


class Member:
    """One member, decoded as it is read. `end` is the offset behind it, known once it is read through."""

    def __init__(self, shard: ShardFile, start: int, compression: Compression, limit: int) -> None:
        self.shard, self.start, self.compression, self.limit = shard, start, compression, limit
        self.end: int | None = None

    def chunks(self) -> Iterator[bytes]:
        """The decoded bytes. Raises `Damage` behind the last byte that decodes, `TooLargeError` where it swells."""
        decoder = self.compression.decoder()
        written = 0
        for offset, piece in self._pieces(self.start):
            try:
                decoded = decoder.decompress(piece)
            except self.compression.errors as error:
                yield self._salvaged(offset, piece)
                raise Damage(f"{self.compression.name}: {error}") from error
            written += len(decoded)
            if decoded:
                yield decoded
            self._check_growth(written, offset + len(piece) - self.start)
            if decoder.eof:
                self.end = offset + len(piece) - len(decoder.unused_data)
                return
        raise Damage(f"{self.compression.name}: cut off at the end of the file")

    def _pieces(self, offset: int) -> Iterator[tuple[int, bytes]]:
        while block := self.shard.read(offset):
            for at in range(0, len(block), self.compression.piece):
                yield offset + at, block[at : at + self.compression.piece]
            offset += len(block)

    def _salvaged(self, offset: int, piece: bytes) -> bytes:
        """What a piece that fails gives before its fault: decoders keep that to themselves, so go byte by byte."""
        decoder = self.compression.decoder()
        for at, before in self._pieces(self.start):
            if at >= offset:
                break
            decoder.decompress(before)
        good = bytearray()
        try:
            for index in range(len(piece)):
                good += decoder.decompress(piece[index : index + 1])
        except self.compression.errors:
            return bytes(good)
        return bytes(good)

    def _check_growth(self, written: int, taken: int) -> None:
        if written > self.limit and written > GROWTH_LIMIT * taken:
            raise TooLargeError(
                f"{self.compression.name} swells to more than {GROWTH_LIMIT} times its size: refused at the limit of "
                f"{self.limit:,} bytes"
            )


def next_member(shard: ShardFile, offset: int, compression: Compression, starts: Callable[[bytes], bool]) -> int | None:
    """The first member at `offset` or behind it whose decoded bytes begin as `starts` wants; `None` at the end."""
    while block := shard.read(offset):
        for match in compression.magic.finditer(block):
            if starts(_beginning(shard, offset + match.start(), compression)):
                return offset + match.start()
        if len(block) < BLOCK:
            return None
        offset += len(block) - 3  # a start may lie across two blocks
    return None


def _beginning(shard: ShardFile, offset: int, compression: Compression) -> bytes:
    decoder = compression.decoder()
    head = b""
    with_data = shard.read(offset, 4096)
    try:
        for at in range(0, len(with_data), 64):
            head += decoder.decompress(with_data[at : at + 64])
            if decoder.eof or len(head) >= 64:
                break
    except compression.errors:
        return head
    return head


def skippable(shard: ShardFile, offset: int) -> int:
    """The offset behind the Zstandard skippable frames at `offset`."""
    while _SKIPPABLE.match(head := shard.read(offset, 8)):
        offset += 8 + int.from_bytes(head[4:8], "little")
    return offset


def _is_zeros(shard: ShardFile, offset: int) -> bool:
    """Whether nothing but zeros comes from `offset` on, as some writers pad the end of a file."""
    while block := shard.read(offset):
        if block.strip(b"\0"):
            return False
        offset += len(block)
    return True


def members(
    shard: ShardFile, compression: Compression, limit: int, starts: Callable[[bytes], bool]
) -> Iterator[Member | Loss]:
    """The shard's members in order. Whoever takes one reads it through, or lets it fail, before asking for the next."""
    offset = skippable(shard, 0)
    while offset < shard.size:
        if not compression.magic.match(shard.read(offset, 4)):
            found = next_member(shard, offset, compression, starts)
            end = shard.size if found is None else found
            if found is not None or not _is_zeros(shard, offset):
                yield Loss(offset, f"{end - offset:,} bytes between members that belong to none")
            if found is None:
                return
            offset = found
        member = Member(shard, offset, compression, limit)
        yield member
        if member.end is not None:
            offset = skippable(shard, member.end)
        else:
            found = next_member(shard, offset + 1, compression, starts)
            offset = shard.size if found is None else found
