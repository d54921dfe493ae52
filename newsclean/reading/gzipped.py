"""Gzipped pages: bytes as a server sent them, or as a file of one page keeps them, whose encoding nobody undid."""

from __future__ import annotations

import zlib

MAGIC = b"\x1f\x8b\x08"
MOST = 1 << 26
"""Bytes of a page at most; what a small source swells to beyond them is left out."""
WITH_HEADER = 31
"""Of zlib's `wbits`: gzip's header, and a window as large as there is."""
PIECE = 4096
"""Compressed bytes that are decoded at a time."""


def unzipped(source: bytes, most: int = MOST) -> bytes:
    """The bytes that were compressed, of all members, up to where they end or are damaged; other bytes as they are.

    most: bytes at most.
    """
    page = bytearray()
    at, sound = 0, True
    while sound and len(page) < most and source.startswith(MAGIC, at):
        decoder = zlib.decompressobj(WITH_HEADER)
        while sound and not decoder.eof and at < len(source) and len(page) < most:
            piece = source[at : at + PIECE]
            decoded, sound = _decoded(decoder, piece, most - len(page))
            page += decoded
            at += len(piece) - len(decoder.unused_data)
    return bytes(page) or source


def _decoded(decoder: zlib._Decompress, piece: bytes, most: int) -> tuple[bytes, bool]:
    """What a piece decodes to, and whether it is sound; of a damaged one what stands before the damage."""
    before = decoder.copy()
    try:
        return decoder.decompress(piece, most), True
    except zlib.error:  # zlib keeps what it decoded to itself, so go byte by byte
        decoded = bytearray()
        try:
            for at in range(len(piece)):
                decoded += before.decompress(piece[at : at + 1], most)
        except zlib.error:
            pass
        return bytes(decoded[:most]), False
