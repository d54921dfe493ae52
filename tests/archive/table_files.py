"""Files of tables that several tests read."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

ROWS: list[dict[str, Any]] = [
    {"id": "a-1", "url": "http://news.test/1", "date": "2024-01-02", "text": "First, a “quoted” line.\nSecond line."},
    {"id": "a-2", "url": None, "date": None, "text": "Another page, with commas, and no address."},
]


def json_lines(rows: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def as_csv(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def write(path: Path, data: bytes) -> Path:
    if path.name.endswith(".gz"):
        data = gzip.compress(data)
    elif path.name.endswith(".zst"):
        data = zstandard.compress(data)
    path.write_bytes(data)
    return path


def table(path: Path, rows: list[dict[str, Any]]) -> Path:
    """A file of rows, in the format that its name says."""
    if path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
        return path
    return write(path, as_csv(rows) if "csv" in path.name else json_lines(rows))
