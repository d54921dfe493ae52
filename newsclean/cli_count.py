"""The count of pages on a terminal, while what they hold goes to a file or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

FEW = 10
"""Pages that are done before anybody asks how far they are."""
CLEARED = "\r\x1b[K"


def counted(names: Sequence[str]) -> Iterator[str]:
    """The names, with their count on standard error where that is a terminal and standard output is none.

    The cursor goes back before the count, so that a message takes its place.
    """
    shows = len(names) > FEW and sys.stderr.isatty() and not sys.stdout.isatty()
    for number, name in enumerate(names, 1):
        if shows:
            sys.stderr.write(f"{CLEARED}{number:,} of {len(names):,}\r")
            sys.stderr.flush()
        yield name
    if shows:
        sys.stderr.write(CLEARED)
        sys.stderr.flush()
