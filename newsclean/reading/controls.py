"""Controls: signs below the blank that are no white space, and that damage leaves within a page's tags."""

from __future__ import annotations

import re

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
CODES = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
TAG = re.compile(r"<[^<>]{1,2000}>")


def without_controls(text: str) -> str:
    """A text without any."""
    return CONTROL.sub("", text)


def without_controls_in_tags(html: str) -> str:
    """HTML whose tags have none, and without NULs, which browsers leave out of words as well."""
    data = html.encode("utf-8", "ignore")
    if len(data.translate(None, CODES)) == len(data):  # so it is with nearly all pages, and takes no time
        return html
    return TAG.sub(lambda tag: without_controls(tag[0]), html.replace("\x00", ""))
