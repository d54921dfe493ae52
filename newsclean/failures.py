"""Failures: a page that cannot be cleaned may be passed on as it came; a broken installation never goes unsaid."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
LONGEST = 300
"""Characters of what an error says."""


def or_else(work: Callable[[], Found], instead: Callable[[], Found], *, keep: bool, page: str | None = None) -> Found:
    """What `work` finds of a page; where it fails, what comes `instead` if the page is to be kept: the log of Python's
    `logging` called newsclean then says why, and of which `page`, where that is given.

    Raises what `work` does if it is not, and where the installation lacks a file or a module in any case.
    """
    try:
        return work()
    except (ImportError, OSError):  # cleaning reads no files but its own: it is the installation that fails
        raise
    except Exception as error:
        if not keep:
            raise
        from logging import getLogger  # which takes its time to import

        called = "a page" if page is None else f"page {page}"
        getLogger("newsclean").warning("%s failed and is passed on as it came: %s", called, described(error))
        return instead()


def described(error: Exception) -> str:
    """An error in a line: its type and the beginning of what it says, which may quote the page."""
    return f"{type(error).__name__}: {error}"[:LONGEST]
