"""How shards begin: whether any of them has the fields that are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from newsclean.archive.events import FieldError, RawPage
from newsclean.archive.members import ShardFile
from newsclean.archive.readers import Reader, format_of
from newsclean.archive.tables import Columns, begins_with_fields

_ROWS = 20
"""Rows of a table that are looked at: not each line of JSON Lines has each field."""


def any_fits(shards: Iterable[Path], columns: Columns, limit: int) -> bool:
    """Whether a table without the fields that are asked for is a stray among others, and no wrong question.

    A shard that is no table fits where no field is named: then nobody asked for a table.
    """
    return any(_fits(shard, columns, limit) for shard in shards)


def _fits(shard: Path, columns: Columns, limit: int) -> bool:
    form = None if shard.is_dir() else format_of(shard)
    if form in (None, "warc"):
        return columns.page is None and columns.id is None
    try:
        if form == "jsonl":
            with ShardFile(shard) as file:
                return begins_with_fields(file, limit, columns, _ROWS)
        return any(isinstance(event, RawPage) for event in islice(Reader(shard, columns, limit), _ROWS))
    except (FieldError, OSError):
        return False
