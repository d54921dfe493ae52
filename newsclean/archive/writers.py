"""Output files: JSON Lines, compressed with gzip or Zstandard, and Parquet; the same rows give the same bytes."""

from __future__ import annotations

import gzip
import json
from typing import Any, BinaryIO, Protocol

from newsclean.archive.rows import row_schema

_SORTABLE = ["id", "url", "date", "kept_share", "confidence"]  # the statistics of the texts would repeat whole articles
_GROUP_ROWS, _GROUP_CHARACTERS = 1000, 4_000_000
"""Rows and characters of text that are held before they are written as one of Parquet's row groups."""


class Writer(Protocol):
    """Takes rows one by one; `close` ends the format and leaves the file open."""

    def write(self, row: dict[str, Any]) -> None: ...

    def close(self) -> None: ...


class JsonLinesWriter:
    """One JSON object a line, through a compressing stream."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, row: dict[str, Any]) -> None:
        self._stream.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")

    def close(self) -> None:
        self._stream.close()


class ParquetWriter:
    """Row groups of up to 1,000 rows or 4 million characters of text, so that memory stays small."""

    def __init__(self, file: BinaryIO, *, stripped: bool) -> None:
        import pyarrow.parquet as pq

        self._schema = row_schema(stripped=stripped)
        self._writer = pq.ParquetWriter(
            file, self._schema, compression="zstd", use_dictionary=False, write_statistics=_SORTABLE
        )
        self._rows: list[dict[str, Any]] = []
        self._characters = 0

    def write(self, row: dict[str, Any]) -> None:
        self._rows.append(row)
        self._characters += len(row["text"]) + sum(len(block["text"]) for block in row.get("stripped", ()))
        if len(self._rows) >= _GROUP_ROWS or self._characters >= _GROUP_CHARACTERS:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows, self._characters = [], 0

    def close(self) -> None:
        self._flush()
        self._writer.close()


def writer_for(file: BinaryIO, name: str, *, stripped: bool) -> Writer:
    """The writer of the format called `name`, one of `formats.FORMATS`, onto an open file."""
    if name == "parquet":
        return ParquetWriter(file, stripped=stripped)
    if name == "jsonl.zst":
        import zstandard

        compressor = zstandard.ZstdCompressor(level=3, write_checksum=True)
        return JsonLinesWriter(compressor.stream_writer(file, closefd=False))
    return JsonLinesWriter(gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=4, mtime=0))
