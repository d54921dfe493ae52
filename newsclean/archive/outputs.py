"""What earlier runs wrote into a folder, told by the marks that they left: output is no input."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

MARKS = ".newsclean"
"""The folder in an output folder in which a run remembers what is done."""


def written_below(folder: Path) -> frozenset[Path]:
    """The files below a folder that runs have written and marked done, itself an output folder or not."""
    marks = (file for place in folder.rglob(MARKS) if place.is_dir() for file in place.glob("*.json"))
    return frozenset(output for mark in marks for output in _output(mark))


def _output(mark: Path) -> Iterator[Path]:
    """The output file of a mark; none of one that is damaged, or whose shard was named and not done: what has that name
    may be the user's."""
    try:
        entry = json.loads(mark.read_bytes())
        if entry["digest"] is not None:
            yield mark.parent.parent / entry["output"]
    except (OSError, ValueError, KeyError, TypeError):
        return
