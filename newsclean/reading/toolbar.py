"""Toolbars: what an archive of pages puts above the pages that it shows."""

from __future__ import annotations

BEGIN, END = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"
"""The comments between which the toolbar stands, with its scripts, and a line that is printed in its place."""


def without_toolbar(source: str) -> str:
    """The HTML without an archive's toolbar; of one whose end was cut off nothing is known."""
    if BEGIN not in source:
        return source
    before, _, rest = source.partition(BEGIN)
    _, end, behind = rest.partition(END)
    return f"{before}{behind}" if end else source
