"""WARC records from a stream of bytes, read by FastWARC, found again behind damage."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Generator, Iterator
from typing import Any, BinaryIO, NamedTuple

from fastwarc.warc import ArchiveIterator

from newsclean.archive.events import TooLargeError
from newsclean.archive.members import BLOCK, Damage

_START = re.compile(rb"WARC/[01]\.\d+\r?\n")
_MARK = b"\nWARC/1."
_INSIDE = re.compile(rb"\r?\n(?=WARC/1\.\d\r\nWARC-)")
_LENGTH = re.compile(r"[0-9]{1,100}")  # str.isdigit takes "²" for a digit, and int refuses thousands of them
_HEADER_END = re.compile(rb"\r?\n\r?\n")


class Found(NamedTuple):
    """A whole record at a position of the stream, its payload in memory unless it is larger than the limit.

    `doubtful`: its block digest does not fit its bytes. `head`: how the payload of a larger one begins.
    """

    position: int
    record: Any
    size: int
    doubtful: bool
    head: bytes = b""


class Fault(NamedTuple):
    """A place of the stream where a record was lost."""

    position: int
    reason: str
    cut_off: bool = False


class Records:
    """The records of one stream.

    `open_at` opens the stream at a position, from which it tells its own. `check` compares each record with its digest,
    for streams that have no check sum of their own. The payload of a record larger than `limit` bytes is not kept.
    `damage` holds the message of the fault in the compression that ended the stream, if one did.
    """

    def __init__(self, open_at: Callable[[int], BinaryIO], *, check: bool, limit: int) -> None:
        self.open_at, self.check, self.limit = open_at, check, limit
        self.damage: str | None = None
        self._size: int | None = None  # of the stream, once it was read to its end

    def __iter__(self) -> Iterator[Found | Fault]:
        position: int | None = 0
        while position is not None:
            position = yield from self._run(position)

    def _run(self, start: int) -> Generator[Found | Fault, None, int | None]:
        """The records from `start` on until one is faulty; returns where to look on, `None` at the end.

        Each record is held back until what follows it is known to be sound: only that shows a length that is too short.
        """
        held: Found | None = None
        try:
            stream = self.open_at(start)
            for record in ArchiveIterator(stream, parse_http=False, stream_detect=False):
                if held is not None:
                    yield held
                    held = None
                found = self._checked(record, record.stream_pos)
                if isinstance(found, Fault):
                    if found.cut_off:
                        self._size = stream.tell()
                    yield found
                    return self._next_start(found.position + 1)
                held = found
        except (Damage, TooLargeError) as damage:
            self.damage = str(damage)
        except OSError as error:
            return (yield from self._behind(held, start, str(error)))
        if held is not None:
            yield held
        return None

    def _checked(self, record: Any, position: int) -> Found | Fault:
        """The record, read through, or what is wrong with it."""
        length = (record.headers.get("Content-Length") or "").strip()
        if not _LENGTH.fullmatch(length):
            return Fault(position, "record without a length")
        size = int(length)
        if self._size is not None and size > self._size - position:  # which need not be read to its end once more
            return Fault(position, f"record cut off: its {size:,} bytes reach over the end")
        if size > self.limit:
            head = record.reader.read(BLOCK)
            read = len(head)
            while chunk := record.reader.read(BLOCK):
                read += len(chunk)
            return Found(position, record, size, False, head) if read == size else _cut_off(position, read, size)
        record.freeze()
        payload = record.reader.read()
        record.reader.seek(0)
        if len(payload) != size:
            return _cut_off(position, len(payload), size)
        inside = _INSIDE.search(payload) if _MARK in payload else None  # the plain search is 100 times as fast
        fits = _fits_digest(record) if self.check or inside else None
        if inside and fits is not True and _is_records(payload[inside.end() :]):
            return Fault(position, f"record whose length of {size:,} bytes reaches over the next record")
        return Found(position, record, size, self.check and fits is False)

    def _behind(self, held: Found | None, start: int, error: str) -> Generator[Found | Fault, None, int | None]:
        """The parser met bytes that are no record: decide whether `held` before them is whole, and look on."""
        if held is None:
            yield Fault(start, f"bytes that are no WARC record ({error})")
            return self._next_start(start + 1)
        end = self._end(held)
        stream = self.open_at(end)
        behind = stream.read(4) or b""
        if behind[:1] in (b"\r", b"\n", b""):
            yield held
            end += len(behind) - len(behind.lstrip(b"\r\n"))
            yield Fault(end, f"bytes that are no WARC record ({error})")
        else:
            yield Fault(held.position, f"record whose length of {held.size:,} bytes is wrong")
            end = max(held.position + 1, end - 16)  # it may reach into the next record's first line
        return self._next_start(end)

    def _end(self, found: Found) -> int:
        """The position behind a record's payload."""
        stream = self.open_at(found.position)
        head = b""
        while (block := stream.read(BLOCK)) and not _HEADER_END.search(head := head + block):
            continue
        match = _HEADER_END.search(head)
        return found.position + (match.end() if match else len(head)) + found.size

    def _next_start(self, position: int) -> int | None:
        """The next place at `position` or behind it that looks like a record's first line."""
        try:
            stream = self.open_at(position)
            window, offset = b"", position
            while block := stream.read(BLOCK):
                window += block
                if match := _START.search(window):
                    return offset + match.start()
                offset += max(0, len(window) - 16)  # a record's first line may lie across two blocks
                window = window[-16:]
        except (Damage, TooLargeError) as damage:
            self.damage = str(damage)
        return None


def _cut_off(position: int, read: int, size: int) -> Fault:
    return Fault(position, f"record cut off: {read:,} of {size:,} bytes", cut_off=True)


def _is_records(data: bytes) -> bool:
    """Whether bytes are records in a row, the last one cut off or not; a page that quotes one goes on behind it."""
    try:
        for record in ArchiveIterator(io.BytesIO(data), parse_http=False, stream_detect=False):
            record.consume()
    except OSError:
        return False
    return True


def _fits_digest(record: Any) -> bool | None:
    """Whether the record has the bytes that its digest says; `None` where it has none."""
    if not record.headers.get("WARC-Block-Digest"):
        return None
    fits = bool(record.verify_block_digest())
    record.reader.seek(0)
    return fits
