"""Foreign: files in a compression or an encoding that is not read, told by how they begin."""

from __future__ import annotations

import re

from newsclean.archive.members import ShardFile
from newsclean.file_endings import COMPRESSED

_COMPRESSIONS = (
    (re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), "bzip2", "bunzip2"),  # a table's first name may begin with "BZh"
    (re.compile(rb"\xfd7zXZ\x00"), "xz", "unxz"),
    (re.compile(rb"\x04\x22\x4d\x18"), "LZ4", "unlz4"),
    (re.compile(rb"PK\x03\x04"), "zip", "unzip"),
)
"""How they begin, what they are called, and what undoes them."""
_BARE = re.compile(rb"WARC/1\.\d\n")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def foreign(shard: ShardFile) -> str:
    """Why nothing of a shard can be read, with what to do about it; "" for one that may well be."""
    head = shard.read(0, 16)
    for magic, name, command in _COMPRESSIONS:
        if magic.match(head):
            return f"compressed with {name}, which is not read: undo it with {command} first"
    if head.startswith(_UTF_16):
        name = "UTF-32" if head[2:4] == bytes(2) else "UTF-16"
        return f"in {name}, which is not read: convert it first (iconv -f {name} -t UTF-8)"
    if _BARE.match(head):
        return "a WARC file whose lines end in line feeds alone: it was converted on its way; copy it anew, as binary"
    if not head and shard.path.suffix.lower() in COMPRESSED:
        return "an empty file, as no compressed one is: it never came"
    return ""
