"""Bars of the lab's long work, on the standard error: the standard output is for what was measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import rich.progress
from rich.console import Console

Item = TypeVar("Item")


def track(
    items: Iterable[Item],
    what: str,
    total: float | None = None,
    *,
    console: Console | None = None,
    transient: bool = False,
) -> Iterable[Item]:
    """The items, while a bar shows how many of them are done; a transient one goes when all are."""
    console = console or Console(stderr=True)
    return rich.progress.track(items, what, total, console=console, transient=transient)
