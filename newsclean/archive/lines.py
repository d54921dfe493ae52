"""Lines of a shard, plain or compressed, each no longer than a page may be, with what was lost between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsclean.archive.events import Loss, TooLargeError
from newsclean.archive.members import BLOCK, Damage, ShardFile, compression_of, members


class Chunk(NamedTuple):
    """Decoded bytes; `offset` is where they, or the member that holds them, begin in the shard file."""

    offset: int
    data: bytes


class Line(NamedTuple):
    """One line with its end; `number` counts from 1; `offset` as in `Chunk`, for plain files the line's own.

    `partial`: it stands right behind a damaged place, so that its beginning may be missing.
    """

    offset: int
    number: int
    data: bytes
    partial: bool = False


def chunks(shard: ShardFile, limit: int) -> Iterator[Chunk | Loss]:
    """The shard's decoded bytes in order."""
    compression = compression_of(shard)
    if compression is None:
        offset = 0
        while data := shard.read(offset, BLOCK):
            yield Chunk(offset, data)
            offset += len(data)
        return
    for member in members(shard, compression, limit, bool):
        if isinstance(member, Loss):
            yield member
            continue
        try:
            for data in member.chunks():
                yield Chunk(member.start, data)
        except (Damage, TooLargeError) as error:
            yield Loss(member.start, f"{error} (what was read of it is passed on, and may be changed)")


def lines(shard: ShardFile, limit: int) -> Iterator[Line | Loss]:
    """The shard's lines; one longer than `limit` bytes is a loss, one cut at a damaged place goes with that."""
    plain = compression_of(shard) is None
    rest, offset, number, broken = bytearray(), 0, 0, False
    for chunk in chunks(shard, limit):
        if isinstance(chunk, Loss):
            yield chunk
            rest, broken = bytearray(), True
            continue
        start = 0
        while (end := chunk.data.find(b"\n", start)) >= 0:
            number += 1
            if not rest:
                offset = chunk.offset + (start if plain else 0)
            rest += chunk.data[start : end + 1]
            if len(rest) > limit:
                yield _too_long(offset, number, limit)
            else:
                yield Line(offset, number, bytes(rest), broken)
            rest, broken, start = bytearray(), False, end + 1
        if not rest:
            offset = chunk.offset + (start if plain else 0)
        if len(rest) <= limit:  # what goes over it is dropped as it comes: only that it was too long matters
            rest += chunk.data[start:]
    if len(rest) > limit:
        yield _too_long(offset, number + 1, limit)
    elif rest:
        yield Line(offset, number + 1, bytes(rest), broken)


def _too_long(offset: int, number: int, limit: int) -> Loss:
    return Loss(offset, f"line {number} is too long for a page: refused at the limit of {limit:,} bytes")
