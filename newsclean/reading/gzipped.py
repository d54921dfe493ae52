"""Gzipped pages: bytes as a server sent them, or as a file of one page keeps them, whose encoding nobody undid."""

from __future__ import annotations

import zlib
from typing import NamedTuple

MAGIC = b"\x1f\x8b\x08"
MOST = 1 << 26
"""Bytes of a page at most; what a small source swells to beyond them is left out."""
WITH_HEADER = 31
"""Of zlib's `wbits`: gzip's header, and a window as large as there is."""
PIECE = 4096
"""Compressed bytes that are decoded at a time."""


class Unzipped(NamedTuple):
    """What was compressed; `whole`: nothing of it is damaged, cut off, or left out since it is too long."""

    data: bytes
    whole: bool


def unzip(source: bytes, most: int = MOST) -> Unzipped:
    """The bytes that were compressed, of all members, up to where they end or are damaged; other bytes as they are.

    most: bytes at most.
    """
    page = bytearray()
    at, whole = 0, True
    while whole and source.startswith(MAGIC, at):
        decoder = zlib.decompressobj(WITH_HEADER)
        while whole and not decoder.eof:
            piece = source[at : at + PIECE]
            decoded, sound = _decoded(decoder, piece, most - len(page)) if piece and len(page) < most else (b"", False)
            page += decoded
            at += len(piece) - len(decoder.unused_data)
            whole = sound and not decoder.unconsumed_tail
    return Unzipped(bytes(page) or source, whole)


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
