"""Cuts: what APIs of news set behind the beginning of an article that they do not give whole ("… [+1234 chars]")."""

from __future__ import annotations

import re

CUT = re.compile(r"\s*\[\+\d{1,7} chars\]\s*\Z")
TAIL = 40
"""Characters at a source's end in which such a mark is looked for."""


def without_cut(source: str) -> str:
    """A source of the same length with blanks for such a mark; another as it is."""
    found = CUT.search(source, max(len(source) - TAIL, 0))
    return source[: found.start()] + " " * (len(source) - found.start()) if found else source
