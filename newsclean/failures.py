"""Failures: a page that cannot be cleaned may be passed on as it came; a broken installation never goes unsaid."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


def or_else(work: Callable[[], Found], instead: Callable[[], Found], *, keep: bool) -> Found:
    """What `work` finds of a page; where it fails, what comes `instead` if the page is to be kept.

    Raises what `work` does if it is not, and where the installation lacks a file or a module in any case.
    """
    try:
        return work()
    except (ImportError, OSError):  # cleaning reads no files but its own: it is the installation that fails
        raise
    except Exception:
        if not keep:
            raise
        return instead()
