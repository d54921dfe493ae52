"""The body of an HTTP response as the browser would see it: transfer and content encodings undone, charset applied."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

from fastwarc.stream_io import BrotliReader, ChunkedReader

from newsclean.archive.events import TooLargeError
from newsclean.reading.charsets import codec_of, decode_marked
from newsclean.reading.gzipped import MAGIC as GZIP
from newsclean.reading.gzipped import unzipped

_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")
"""The line before a chunk: its size."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)


def decoded_body(body: bytes, headers: Any, limit: int) -> bytes:
    """`body` without the encodings that the HTTP headers name.

    Many archives keep the headers of an encoding that the crawler undid: a body that does not decode is taken as it is.
    Raises `TooLargeError` where it grows over `limit` bytes.
    """
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = _attempt(body, lambda: _read(ChunkedReader(io.BytesIO(body)), limit), _whole_chunks)
    encodings = [name.strip().lower() for name in (headers.get("Content-Encoding") or "").split(",")]
    for name in reversed(encodings):
        if name in _DECODERS:
            body = _attempt(body, partial(_DECODERS[name], body, limit))
    return body


def _as_is(body: bytes) -> bytes:
    return body


def _attempt(body: bytes, decode: Callable[[], bytes], broken: Callable[[bytes], bytes] = _as_is) -> bytes:
    """A body decoded; `broken` of one that does not decode."""
    try:
        return decode() or body
    except (OSError, ValueError, zlib.error):
        return broken(body)


def _whole_chunks(body: bytes) -> bytes:
    """What stands in the chunks of a body that breaks off; the body as it is where its beginning is no chunk."""
    data, at = bytearray(), 0
    while (size := _CHUNK.match(body, at)) is not None:
        length = int(size[1], 16)
        chunk = body[size.end() : size.end() + length]
        data += chunk
        at = size.end() + length + len(b"\r\n")
        if at < len(body) and not _CHUNK.match(body, at) and len(chunk) == length:
            return body  # what looked like a chunk's size was the page's own
    return bytes(data) or body


def _read(reader: Any, limit: int) -> bytes:
    data: bytes = reader.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(f"page swells under its HTTP encoding: refused at the limit of {limit:,} bytes")
    return data


def _inflated(body: bytes, limit: int) -> bytes:
    """Gzip, zlib or bare deflate; what decodes of a body that is cut off is kept, and of a damaged one in gzip."""
    if body.startswith(GZIP):
        data = unzipped(body, limit + 1)
        return body if data is body else _read(io.BytesIO(data), limit)
    wbits = 15 if body[:1] == b"\x78" else -15
    data = zlib.decompressobj(wbits).decompress(body, limit + 1)
    return _read(io.BytesIO(data), limit)


def _zstandard(body: bytes, limit: int) -> bytes:
    import zstandard

    decompressor = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    try:
        return _read(decompressor.stream_reader(io.BytesIO(body)), limit)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error


def _brotli(body: bytes, limit: int) -> bytes:
    return _read(BrotliReader(io.BytesIO(body)), limit)


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
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
