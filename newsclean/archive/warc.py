"""WARC and WET files, plain or compressed: every whole record, and every loss with its place."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, BinaryIO, cast

from fastwarc.warc import WarcRecordType

from newsclean.archive.events import Event, Loss, Passed, RawPage, TooLargeError
from newsclean.archive.long_member import LongMember
from newsclean.archive.members import BLOCK, Compression, Damage, Member, ShardFile, compression_of, members
from newsclean.archive.payload import decoded_body, source_of
from newsclean.archive.records import Fault, Found, Records
from newsclean.failures import described
from newsclean.options import Kind
from newsclean.reading.binary import binary_kind

_IN_MEMORY = 32 * 1024 * 1024
"""Bytes of a member, once decoded, that are held at a time: all of it, or what was decoded last."""
_OTHER_TYPES = ("warcinfo", "request", "metadata", "resource", "revisit", "continuation")
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_CONTENT_TYPE = re.compile(rb"\ncontent-type:\s*([^\s;]+)", re.IGNORECASE)
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""How HTML begins where no header says so: behind a byte order mark, XML's declaration and comments."""


class FileStream(io.RawIOBase):
    """What is read by offset, as a plain shard is, as the file that a parser reads, from `start` on."""

    def __init__(self, source: ShardFile | LongMember, start: int) -> None:
        self._source, self._at = source, start

    def readable(self) -> bool:
        return True

    def read(self, size: int = BLOCK) -> bytes:
        data = self._source.read(self._at, size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def read_warc(shard: ShardFile, limit: int) -> Iterator[Event]:
    """The pages of a WARC or WET file; a page or a member that goes over `limit` bytes is a loss."""
    compression = compression_of(shard)
    if compression is None:
        plain = Records(lambda at: cast(BinaryIO, FileStream(shard, at)), check=True, limit=limit)
        for item in plain:
            yield from _events(item, item.position, "", limit)
        return
    for member in members(shard, compression, limit, lambda head: head.startswith(b"WARC/")):
        if isinstance(member, Loss):
            yield member
        else:
            yield from _member_events(compression, member, limit)


def _member_events(compression: Compression, member: Member, limit: int) -> Iterator[Event]:
    content, fault = _load(member)
    if content is None:
        yield from _long_member_events(member, limit)
        return
    # Zstandard frames need no check sum, and a member that fails its own holds records that may be whole all the same.
    check = fault is not None or compression.name != "gzip member"
    records = Records(partial(_open, content), check=check, limit=limit)
    found: Iterable[Found | Fault] = records
    if fault:
        items = list(records)
        yield Loss(member.start, fault)
        found = _trusted(items, alone=sum(isinstance(item, Found) for item in items) == 1)
    for item in found:
        yield from _events(item, member.start, f" at byte {item.position:,} of the member", limit)


def _open(content: bytes, at: int) -> BinaryIO:
    stream = io.BytesIO(content)  # which copies nothing
    stream.seek(at)
    return stream


def _load(member: Member) -> tuple[bytes | None, str | None]:
    """What a member holds and what is wrong with it; no content where it is too long for the memory."""
    content = bytearray()
    try:
        for chunk in member.chunks():
            content += chunk
            if len(content) > _IN_MEMORY:
                return None, None
    except (Damage, TooLargeError) as error:
        return bytes(content), str(error)
    return bytes(content), None


def _trusted(items: list[Found | Fault], *, alone: bool) -> list[Found | Fault]:
    """What may be believed of a damaged member: not a record that is the whole of it, nor one against its digest."""
    trusted: list[Found | Fault] = []
    for item in items:
        if isinstance(item, Found):
            proven = bool(item.record.headers.get("WARC-Block-Digest")) and not item.doubtful
            if proven or not (alone or item.doubtful):
                trusted.append(item)
    return trusted


def _long_member_events(member: Member, limit: int) -> Iterator[Event]:
    """A member that holds a whole file: its records as they come, each against its digest."""
    decoded = LongMember(member, keep=_IN_MEMORY)
    records = Records(lambda at: cast(BinaryIO, FileStream(decoded, at)), check=True, limit=limit)
    last = 0
    for item in records:
        last = item.position
        yield from _events(item, member.start, f" at byte {item.position:,} of the member", limit)
    if records.damage:
        member.end = None
        yield Loss(member.start, f"{records.damage} (behind byte {last:,} of the member)")


def _events(item: Found | Fault, offset: int, place: str, limit: int) -> Iterator[Event]:
    if isinstance(item, Fault):
        yield Loss(offset, item.reason + (place if item.position else ""))
        return
    if item.doubtful:
        yield Loss(offset, f"record that does not fit its digest{place if item.position else ''}; passed on, flagged")
    event: Event
    try:
        event = _page(item, limit)
    except (TooLargeError, Damage) as error:
        event = Loss(offset, str(error))
    except ImportError:  # it is the installation that fails
        raise
    except Exception as error:  # whatever is the matter with one record, the shard has others
        event = Loss(offset, f"record that cannot be read ({described(error)})")
    if isinstance(event, RawPage) and item.doubtful:
        event = event._replace(flags=(*event.flags, "digest_mismatch"))
    yield event


def _page(found: Found, limit: int) -> RawPage | Passed:
    record = found.record
    if record.record_type == WarcRecordType.response:
        return _response(found, limit)
    if record.record_type == WarcRecordType.conversion:
        return _conversion(found, limit)
    name = (record.headers.get("WARC-Type") or "").lower()
    return Passed(name if name in _OTHER_TYPES else "record of unknown type")


def _response(found: Found, limit: int) -> RawPage | Passed:
    record = found.record
    if not (record.headers.get("Content-Type") or "application/http").lower().startswith("application/http"):
        return Passed("response over another protocol")
    if found.size > limit:
        match = _CONTENT_TYPE.search(found.head)
        media_type = match[1].decode("ascii", "replace").lower() if match else ""
        if media_type and media_type not in _HTML_TYPES:
            return Passed(f"response of type {media_type}")
        raise TooLargeError(f"response of {found.size:,} bytes: refused at the limit of {limit:,} bytes")
    head = record.reader.read(256)
    record.reader.seek(0)
    bare_newlines = b"\n" in head and not head.split(b"\n", 1)[0].endswith(b"\r")
    try:
        record.parse_http(quirks_mode=bare_newlines)
    except OSError as error:
        raise Damage("response whose HTTP header cannot be read") from error
    headers = record.http_headers
    if headers is None or not head.startswith(b"HTTP/"):
        raise Damage("response whose HTTP header cannot be read")
    content_type = headers.get("Content-Type") or ""
    media_type = content_type.split(";")[0].split(",")[0].strip().lower()  # proxies join what comes twice
    if media_type and media_type not in _HTML_TYPES:
        return Passed(f"response of type {media_type}")
    body, whole = decoded_body(record.reader.read(), headers, limit)
    if not whole and binary_kind(body):
        raise Damage(f"response whose body does not decode ({headers.get('Content-Encoding') or 'chunked'})")
    if not media_type and not _HTML_START.match(body[:1024]):
        return Passed("response of no type")
    if not body:
        return Passed("response without a body")
    return _raw(record, source_of(body, content_type), "html", whole=whole)


def _conversion(found: Found, limit: int) -> RawPage | Passed:
    record = found.record
    media_type = (record.headers.get("Content-Type") or "text/plain").split(";")[0].strip().lower()
    if media_type != "text/plain":
        return Passed(f"conversion of type {media_type}")
    if found.size > limit:
        raise TooLargeError(f"text of {found.size:,} bytes: refused at the limit of {limit:,} bytes")
    return _raw(record, record.reader.read().decode("utf-8", "replace"), "text")


def _raw(record: Any, source: str | bytes, kind: Kind, *, whole: bool = True) -> RawPage:
    headers = record.headers
    url = headers.get("WARC-Target-URI")
    url = url.strip("<>") if url else None  # wget writes the address in angle brackets
    cut = headers.get("WARC-Truncated") or not whole  # the crawler stopped before the page's end, or the server did
    flags = ("truncated",) if cut else ()
    return RawPage(headers.get("WARC-Record-ID") or url or "", source, kind, url, headers.get("WARC-Date"), flags)
