"""Misread pages: UTF-8 that was read as Latin-1, as `response.text` has it where a server names no encoding."""

from __future__ import annotations

import re

from newsclean.lab.whole_texts import whole_resiliparse

LETTERS = re.compile("[\xc2-\xf4][\x80-\xbf]+")


def misread(html: str) -> str:
    """A page's HTML, each letter beyond ASCII as two to four signs."""
    return html.encode("utf-8", "replace").decode("latin-1")


def whole_misread(html: str) -> str:
    """The whole page's text, made of such HTML: what HTML's own names stand for is not garbled."""
    return whole_resiliparse(misread(html))


def well_read(text: str) -> str:
    """The letters that a reader would have seen."""
    return LETTERS.sub(lambda match: match[0].encode("latin-1").decode("utf-8", "replace"), text)
