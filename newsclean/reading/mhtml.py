"""MHTML: a page as browsers save it whole, HTML and all else in one message (RFC 2557), each part encoded by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.reading.charsets import codec_of, decode_marked

if TYPE_CHECKING:
    from email.message import Message

HEAD = 4096
"""Characters in which a message says that it is one."""
MESSAGE = re.compile(rb"\s{0,99}(?:from|content-[a-z-]+|subject|date|mime-version|snapshot-content-location):", re.I)
MIME = re.compile(rb"^(?:mime-version:|content-type:\s*multipart/)", re.I | re.M)
ENCODINGS = ("quoted-printable", "base64", "x-uuencode", "uuencode", "uue", "x-uue")
"""Transfer encodings, which make other characters of bytes; all others leave them as they are."""


def page_of(source: str | bytes) -> str | bytes:
    """The page in a message, decoded as its part says or else as bytes; anything else as it is.

    The page is the first part that is HTML. A message without one is left alone: it may be a text about messages.
    """
    head = source[:HEAD].encode("ascii", "replace") if isinstance(source, str) else source[:HEAD]
    if not MESSAGE.match(head) or not MIME.search(head):
        return source
    from email import message_from_bytes  # takes its time to import, and few pages come so

    try:
        data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
        message = message_from_bytes(data.lstrip())
        for part in message.walk():
            payload = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
            if isinstance(payload, bytes) and payload.strip():
                if isinstance(source, str) and not _is_encoded(part):
                    return payload.decode("utf-8", "surrogatepass")
                return _decoded(payload, part.get_content_charset())
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError, AttributeError):
        pass  # no message that its parser can read is a text like any other
    return source


def _is_encoded(part: Message) -> bool:
    """Whether a part's bytes stand in it as other characters; where not, a message that is text has it as text."""
    return str(part.get("content-transfer-encoding", "")).strip().lower() in ENCODINGS


def _decoded(payload: bytes, charset: str | None) -> str | bytes:
    """The page as its part says; as bytes where it says nothing that fits, or where they begin with a mark."""
    codec = codec_of(charset or "")
    try:
        return payload.decode(codec) if codec and decode_marked(payload) is None else payload
    except UnicodeDecodeError:
        return payload
