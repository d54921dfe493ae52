"""Endings of file names, by which pages and archives are told."""

from __future__ import annotations

from pathlib import Path

COMPRESSED = (".gz", ".zst")
"""Endings of compressed files, behind their own."""


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters, without that of its compression: ".html" of "Page.HTML.gz"."""
    bare = name.lower()
    for ending in COMPRESSED:
        bare = bare.removesuffix(ending)
    return Path(bare).suffix
