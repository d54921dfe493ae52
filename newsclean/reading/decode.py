"""Bytes → text, the way a browser would: byte order mark, declaration, detection."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.reading.charsets import codec_of, decode_marked
from newsclean.reading.detect import USUAL, detect
from newsclean.reading.misread import C1

TO_JAPANESE = (b"\x1b$B", b"\x1b$@")
WIDE = ("utf-16", "utf_16", "utf_32")
NEARLY = 0.002
"""Share of faulty bytes up to which a text still counts as UTF-8 with damage."""
BETWEEN_TAGS = re.compile(rb"[^<>]+")
LONG_RUN = re.compile(rb"([!-~]{40})[!-~]{80,}")
"""No word, but an address or an image: it tells nothing."""
ENOUGH = 32_768
"""Bytes by which an encoding is known."""
OF_SEVERAL = bytes([*range(0x30, 0x3A), *range(0x40, 0x100)])
"""Bytes that may be a part of a character of several."""
_C1_AS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


def decode(data: bytes) -> str:
    """The text of `data`. Wrong declarations are survived; bytes that fit nowhere become U+FFFD. Nothing raises."""
    marked = decode_marked(data)
    if marked is not None:
        return marked
    if data.find(b"\x00", 0, 200) < 0:
        try:
            return data.decode("iso2022_jp_ext", "replace") if _is_iso_2022_jp(data) else data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return _guessed(data)


def _is_iso_2022_jp(data: bytes) -> bool:
    """Whether bytes, all of them ASCII, say by an escape that characters of two bytes begin."""
    # the single byte first, which takes no time
    return b"\x1b" in data and any(escape in data for escape in TO_JAPANESE) and data.isascii()


def _guessed(data: bytes) -> str:
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    if nearly_utf8(data):
        return data.decode("utf-8", "replace")
    texts = []
    for encoding in candidates(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            texts.append(_windows(data) if encoding == USUAL else data.decode(encoding, "replace"))
    return min(texts, key=lambda text: text.count("\ufffd"))


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of its first characters is zero."""
    head = data[:200]
    pairs = len(head) // 2
    if pairs < 2:
        return ""
    if head[1::2].count(0) > 0.7 * pairs:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > 0.7 * pairs else ""


def nearly_utf8(data: bytes) -> bool:
    """UTF-8 with a few damaged bytes, or cut off in a character: declared or not, no other encoding explains it.

    A single letter that is no UTF-8, in a page without any that is, tells of another encoding, but for one cut off.
    """
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    good = len(data) - len(text)  # bytes beyond the first of each character
    if not good:
        return faults <= 1 and text.endswith("\ufffd") and next(_declared(data), "utf-8") == "utf-8"
    return faults <= 1 or (good > 4 * faults and faults <= max(1.0, NEARLY * len(data)))


def _declared(data: bytes) -> Iterator[str]:
    """The encoding that the bytes declare, as browsers take it, where Python knows it."""
    from bs4.dammit import EncodingDetector  # which takes longer to import than most pages to read; few ask for it

    label = EncodingDetector.find_declared_encoding(data, is_html=True, search_entire_document=False)
    if codec := _codec_of(label or ""):
        yield codec


def _codec_of(label: str) -> str:
    """The codec of a label, or ""; what could be read so far is not in units of two or four bytes."""
    codec = codec_of(label)
    return "utf-8" if codec.startswith(WIDE) else codec


def candidates(data: bytes) -> Iterator[str]:
    """The encodings that bytes may be in, the declared one before the one that their letters tell of."""
    yield from _declared(data)
    yield detect(_telling(data))


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
    """The first `ENOUGH` bytes, up to a blank or a line's end, or without those near to a byte that is a character in
    any encoding: half a character would rule out its own. Where there is no such byte either, characters have two."""
    if len(text) <= ENOUGH:
        return text
    head = text[:ENOUGH]
    cut = max(head.rfind(b"\n"), head.rfind(b" "))
    if 2 * cut < ENOUGH:
        cut = len(head.rstrip(OF_SEVERAL))
    return head[:cut] if 2 * cut >= ENOUGH else head[: ENOUGH - (ENOUGH - cut) % 2]


def _windows(data: bytes) -> str:
    """Windows-1252 with its five holes filled as browsers do."""
    text = data.decode("latin-1")
    return C1.sub(lambda match: _C1_AS_1252[ord(match.group())], text)
