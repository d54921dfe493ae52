"""The body of an HTTP response as the browser would see it: transfer and content encodings undone, charset applied."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from typing import Any, NamedTuple

from fastwarc.stream_io import BrotliReader, ChunkedReader

from newsclean.archive.events import TooLargeError
from newsclean.reading.binary import binary_kind
from newsclean.reading.charsets import codec_of, decode_marked
from newsclean.reading.gzipped import MAGIC as GZIP
from newsclean.reading.gzipped import unzip

_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")
"""The line before a chunk: its size."""
_PIECE = 1024
"""Bytes that are read at a time: what is decoded before a fault is not lost with it."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)


class Body(NamedTuple):
    """A body without its encodings; `whole`: all of it was decoded, or nothing had to be."""

    data: bytes
    whole: bool = True


def decoded_body(body: bytes, headers: Any, limit: int) -> Body:
    """`body` without the encodings that the HTTP headers name; of one that breaks off, what was decoded.

    Many archives keep the headers of an encoding that the crawler undid: a body of which nothing decodes is taken as it
    is, and counts as whole where it is text.
    Raises `TooLargeError` where it grows over `limit` bytes.
    """
    found = Body(body)
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        found = _chunks(body, limit)
    encodings = [name.strip().lower() for name in (headers.get("Content-Encoding") or "").split(",")]
    for name in reversed(encodings):
        if name in _DECODERS:
            data, whole = _DECODERS[name](found.data, limit)
            found = Body(data, whole and found.whole) if data else found._replace(whole=not binary_kind(found.data))
    return found


def _chunks(body: bytes, limit: int) -> Body:
    """What stands in the chunks, as far as they go; the body as it is where its beginning is no chunk."""
    data, whole = _read(ChunkedReader(io.BytesIO(body)), limit)
    if whole and data:
        return Body(data)
    read, at = bytearray(), 0
    while (size := _CHUNK.match(body, at)) is not None:
        length = int(size[1], 16)
        chunk = body[size.end() : size.end() + length]
        read += chunk
        at = size.end() + length + len(b"\r\n")
        if at < len(body) and not _CHUNK.match(body, at) and len(chunk) == length:
            return Body(body)  # what looked like a chunk's size was the page's own
    return Body(bytes(read), whole=False) if read else Body(body)


def _read(reader: Any, limit: int) -> Body:
    """What a reader gives before it fails."""
    data, whole = bytearray(), True
    try:
        while len(data) <= limit and (piece := reader.read(_PIECE)):
            data += piece
    except OSError:
        whole = False
    return Body(_bounded(bytes(data), limit), whole)


def _bounded(data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise TooLargeError(f"page swells under its HTTP encoding: refused at the limit of {limit:,} bytes")
    return data


def _inflated(body: bytes, limit: int) -> Body:
    """Gzip, zlib or bare deflate."""
    if body.startswith(GZIP):
        data, whole = unzip(body, limit + 1)
        return Body(b"" if data is body else _bounded(data, limit), whole)
    decoder = zlib.decompressobj(15 if body[:1] == b"\x78" else -15)
    try:
        return Body(_bounded(decoder.decompress(body, limit + 1), limit), decoder.eof)
    except zlib.error:
        return Body(b"", whole=False)


def _zstandard(body: bytes, limit: int) -> Body:
    import zstandard

    decoder, data = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj(), bytearray()
    try:
        for at in range(0, len(body), _PIECE):
            if decoder.eof or len(data) > limit:
                break
            data += decoder.decompress(body[at : at + _PIECE])
    except zstandard.ZstdError:
        pass
    return Body(_bounded(bytes(data), limit), decoder.eof)


def _brotli(body: bytes, limit: int) -> Body:
    return _read(BrotliReader(io.BytesIO(body)), limit)


_DECODERS: dict[str, Callable[[bytes, int], Body]] = {
    "gzip": _inflated,
    "x-gzip": _inflated,
    "deflate": _inflated,
    "zstd": _zstandard,
    "br": _brotli,
}


def source_of(body: bytes, content_type: str) -> str | bytes:
    """The page as text in the charset of its HTTP header; as bytes where the header names none, or a wrong one.

    A byte order mark goes before the header, as in a browser. A header is taken to be wrong where the body holds more
    than one byte in a hundred that its charset does not know.
    """
    marked = decode_marked(body)
    if marked is not None:
        return marked
    match = _CHARSET.search(content_type)
    codec = codec_of(match[1]) if match else ""
    if not codec:
        return body
    text = body.decode(codec, "replace")
    return text if text.count("\ufffd") * 100 <= len(text) else body
