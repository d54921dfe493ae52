"""Pages in the rows of a Parquet file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from newsclean.archive.events import Event, Loss
from newsclean.archive.fields import check_fields
from newsclean.archive.members import ShardFile
from newsclean.archive.tables import Columns, bounded_page

_UNREADABLE = (ValueError, OverflowError, LookupError)
"""What comes of a value that Python cannot hold: a text that is no UTF-8, a date too far, an unknown time zone."""


@contextmanager
def _lean_arrow() -> Iterator[None]:
    """Arrow with the system's memory while it reads: measured a third less at the peak on data pages of 100 MB."""
    import pyarrow as pa

    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)


def read_parquet(shard: ShardFile, limit: int, columns: Columns) -> Iterator[Event]:
    """One page a row, a row group at a time. A page without an id gets its row number."""
    with _lean_arrow():
        yield from _parquet_events(shard, limit, columns)


def _parquet_events(shard: ShardFile, limit: int, columns: Columns) -> Iterator[Event]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(shard.path, pre_buffer=False, buffer_size=1 << 20, page_checksum_verification=True)
    except (pa.ArrowException, OSError) as error:
        yield Loss(0, f"no Parquet file: {error}")
        return
    with file:
        names = file.schema_arrow.names
        check_fields(columns, names)
        wanted = [name for name in names if name in columns.read]
        first = 1
        for group in range(file.num_row_groups):
            metadata = file.metadata.row_group(group)
            chunk = metadata.column(0)
            offset = chunk.dictionary_page_offset or chunk.data_page_offset
            shard.position = offset
            yield from _row_group(file, group, wanted, columns, first, offset, limit)
            first += metadata.num_rows


def _row_group(
    file: Any, group: int, names: list[str], columns: Columns, first: int, offset: int, limit: int
) -> Iterator[Event]:
    import pyarrow as pa

    number = first
    try:
        for batch in file.iter_batches(batch_size=16, row_groups=[group], columns=names, use_threads=False):
            for row in _rows(batch, columns):
                if isinstance(row, str):
                    page: Event = Loss(offset, f"row {number}: {row}")
                else:
                    page = bounded_page(row, columns, number, offset, limit)
                number += 1
                yield page
    except (pa.ArrowException, OSError) as error:
        missing = file.metadata.row_group(group).num_rows - (number - first)
        yield Loss(offset, f"row group {group}: {missing:,} rows from row {number} on: {error}")


def _rows(batch: Any, columns: Columns) -> list[dict[str, Any] | str]:
    """The rows of a batch, or why one cannot be read; each by itself only where the batch cannot be taken at once."""
    try:
        rows: list[dict[str, Any] | str] = batch.to_pylist()
    except _UNREADABLE:
        return [_row(batch, place, columns) for place in range(batch.num_rows)]
    return rows


def _row(batch: Any, place: int, columns: Columns) -> dict[str, Any] | str:
    row: dict[str, Any] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            row[name] = _value(column[place], is_page=name in columns.pages)
        except _UNREADABLE as error:
            return f"the field {name}: {error}"
    return row


def _value(scalar: Any, *, is_page: bool) -> Any:
    """What a field holds; a date for which Python has none (a year 50000, nanoseconds) as Arrow writes it."""
    import pyarrow as pa

    try:
        return scalar.as_py()
    except _UNREADABLE:
        if is_page or not pa.types.is_temporal(scalar.type):
            raise
        return scalar.cast(pa.string()).as_py()
