"""Gzipped pages: bytes as a server sent them, or as a file of one page keeps them, whose encoding nobody undid."""

from __future__ import annotations

import zlib

MAGIC = b"\x1f\x8b\x08"
MOST = 1 << 26
"""Bytes of a page at most; what a small source swells to beyond them is left out."""
WITH_HEADER = 31
"""Of zlib's `wbits`: gzip's header, and a window as large as there is."""


def unzipped(source: bytes) -> bytes:
    """The bytes that were compressed, up to where they end or are damaged; other bytes as they are."""
    if not source.startswith(MAGIC):
        return source
    try:
        return zlib.decompressobj(WITH_HEADER).decompress(source, MOST) or source
    except zlib.error:
        return source
