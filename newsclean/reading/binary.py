"""Binary: bytes that are no text in any encoding, as a crawl brings them home among its pages."""

from __future__ import annotations

from newsclean.reading.decode import decode

HEAD = 8192
"""Bytes that are looked at."""
CONTROLS = 0.05
"""Share of control characters from which on a file is no text. Half a per cent is damage, and is cleaned."""
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"\x28\xb5\x2f\xfd", "compressed with Zstandard"),
    (b"PK\x03\x04", "a zip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
)
FEW = 2
"""Control characters that never tell."""
SPACE = "\t\n\v\f\r\x1b"
UNUSUAL = bytes(code for code in range(32) if chr(code) not in SPACE)


def binary_kind(data: bytes) -> str:
    """What bytes are by how they begin, where they are no text; "" for text of any encoding."""
    head = data[:HEAD]
    for magic, what in MAGIC:
        if head.startswith(magic):
            return what
    if len(head) - len(head.translate(None, UNUSUAL)) <= FEW:  # so it is with nearly all pages
        return ""
    text = decode(head)  # of UTF-16 half the bytes may be such
    controls = sum(char < " " and char not in SPACE for char in text)
    return "binary" if controls > max(FEW, CONTROLS * len(text)) else ""
