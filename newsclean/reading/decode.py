"""Bytes → text, the way a browser would: byte order mark, declaration, detection."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from bs4.dammit import EncodingDetector

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer before those they begin with."""
BROWSERS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "unicode": "utf-8",
}
"""What browsers take for a declared encoding: its superset; and a declaration that could be read is not UTF-16."""
NEARLY = 0.002
"""Share of faulty bytes up to which a text still counts as UTF-8 with damage."""
BETWEEN_TAGS = re.compile(rb"[^<>]+")
LONG_RUN = re.compile(rb"([!-~]{40})[!-~]{80,}")
"""No word, but an address or an image: detectors take quadratic time over it."""
ENOUGH = 65_536
"""Bytes by which a detector knows an encoding."""
C1 = re.compile("[\x80-\x9f]")
_C1_AS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


def decode(data: bytes) -> str:
    """The text of `data`. Wrong declarations are survived; bytes that fit nowhere become U+FFFD. Nothing raises."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data.find(b"\x00", 0, 200) < 0:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return _guessed(data)


def _guessed(data: bytes) -> str:
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    if _nearly_utf8(data):
        return data.decode("utf-8", "replace")
    for encoding in _candidates(data):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    declared = next(_declared(data), "cp1252")
    return _windows(data) if declared == "cp1252" else data.decode(declared, "replace")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of its first characters is zero."""
    head = data[:200]
    pairs = len(head) // 2
    if pairs < 2:
        return ""
    if head[1::2].count(0) > 0.7 * pairs:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > 0.7 * pairs else ""


def _nearly_utf8(data: bytes) -> bool:
    """UTF-8 with a few damaged bytes, or cut off in a character: declared or not, no other encoding explains it."""
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    good = len(data) - len(text)  # bytes beyond the first of each character
    return faults <= 1 or (good > 4 * faults and faults <= max(1.0, NEARLY * len(data)))


def _declared(data: bytes) -> Iterator[str]:
    """The encoding that the bytes declare, as browsers take it, where Python knows it."""
    name = EncodingDetector.find_declared_encoding(data, is_html=True, search_entire_document=False)
    if name:
        name = BROWSERS.get(name.lower(), name.lower())
        try:
            codecs.lookup(name).decode(b"")
        except (LookupError, UnicodeError, TypeError, ValueError):
            return
        yield name


def _candidates(data: bytes) -> Iterator[str]:
    yield from _declared(data)
    for name in EncodingDetector(_telling(data), is_html=True).encodings:
        known = BROWSERS.get(name.lower(), name.lower())
        if known != "utf-8":
            yield known


def _telling(data: bytes) -> bytes:
    """What stands between tags and is not all ASCII: markup looks the same in most encodings, and misleads."""
    texts: list[bytes] = []
    size = 0
    for match in BETWEEN_TAGS.finditer(data):
        if not match[0].isascii():
            texts.append(_beginning(LONG_RUN.sub(rb"\1 ", match[0])))
            size += len(texts[-1])
            if size >= ENOUGH:
                break
    return b"\n".join(texts)


def _beginning(text: bytes) -> bytes:
    """The first `ENOUGH` bytes, up to a blank or a line's end: half a character would rule out its encoding."""
    if len(text) <= ENOUGH:
        return text
    cut = max(text.rfind(b"\n", 0, ENOUGH), text.rfind(b" ", 0, ENOUGH))
    return text[:cut] if cut > 0 else text


def _windows(data: bytes) -> str:
    """Windows-1252 with its five holes filled as browsers do."""
    text = data.decode("latin-1")
    return C1.sub(lambda match: _C1_AS_1252[ord(match.group())], text)
