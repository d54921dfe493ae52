"""The lab's cache: what takes long to make of the corpora's pages, kept between runs.

Several commands may use it at once: each file is whole, the last writer's. What cannot be read is made anew.
"""

from __future__ import annotations

import gzip
import json
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from newsclean.failures import described
from newsclean.whole_files import write_whole

Stored = TypeVar("Stored")

DAMAGED = (OSError, EOFError, zlib.error, ValueError, LookupError, pickle.UnpicklingError)
"""What reading a file raises that is no longer what was written: gzip's and JSON's errors are of these kinds."""
LEVEL = 3
"""Of gzip: renderings of all corpora take 160 MB by it, and seconds to write."""


def cache_folder() -> Path:
    """Where renderings and training tables are kept: `$NEWSCLEAN_CACHE`, else the user's cache folder."""
    return Path(os.environ.get("NEWSCLEAN_CACHE") or Path.home() / ".cache" / "newsclean")


def read_rows(path: Path, wanted: Callable[[str], bool] | None = None) -> list[dict[str, Any]]:
    """The rows that were written, or those of whose line it is said that they are wanted; none where there is no file
    or it is damaged."""
    return _whole_or(path, lambda: _rows(path, wanted), [])


def _rows(path: Path, wanted: Callable[[str], bool] | None) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if wanted is None or wanted(line)]


def write_rows(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows, each as a line of JSON, in place of those that are there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, (gzip.compress(json.dumps(row).encode() + b"\n", LEVEL) for row in rows))


def read_pickle(path: Path) -> dict[Any, Any]:
    """The dictionary that was written; an empty one where there is no file or it is damaged."""
    return _whole_or(path, lambda: dict(pickle.loads(path.read_bytes())), {})


def write_pickle(path: Path, stored: dict[Any, Any]) -> None:
    """Write a dictionary in place of the one that is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, [pickle.dumps(stored)])


def _whole_or(path: Path, read: Callable[[], Stored], nothing: Stored) -> Stored:
    if not path.exists():
        return nothing
    try:
        return read()
    except DAMAGED as error:
        print(f"{path} is damaged and made anew: {described(error)}", file=sys.stderr)
        return nothing
