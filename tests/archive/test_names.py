"""Shards named as if they were compressed that are not: many a client decompresses a file and keeps its name."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from tests.archive.table_files import ROWS, as_csv, json_lines

PICTURE = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"


@pytest.mark.parametrize("name", ["p.jsonl.gz", "p.jsonl.zst", "p.csv.gz"])
def test_a_table_is_read_whatever_its_name(name: str, tmp_path: Path, read: Any) -> None:
    path = tmp_path / name
    path.write_bytes(as_csv(ROWS) if "csv" in name else json_lines(ROWS))
    pages, losses, _ = read(path)
    assert ([page.source for page in pages], losses) == ([row["text"] for row in ROWS], [])


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc.zst"])
def test_records_are_read_whatever_the_name(name: str, record: Any, read: Any, page: Any, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(record(0, "\0\x89 a picture", head=PICTURE) + record(1))
    pages, losses, passed = read(path)
    assert ([page.source for page in pages], losses, passed) == ([page(1)], [], ["response of type image/png"])


def test_a_compressed_file_with_a_damaged_beginning_is_no_plain_one(tmp_path: Path, read: Any) -> None:
    path = tmp_path / "p.jsonl.gz"
    path.write_bytes(b"??" + gzip.compress(json_lines(ROWS))[2:])
    assert [loss.offset for loss in read(path)[1]] == [0]
