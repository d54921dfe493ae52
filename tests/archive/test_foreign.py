"""Files that cannot be read: one loss with what to do, in place of one for each of their lines."""

from __future__ import annotations

import bz2
import lzma
from pathlib import Path
from typing import Any

import pytest

from tests.archive.table_files import ROWS, json_lines, write

TEXT = json_lines(ROWS)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.jsonl", bz2.compress(TEXT), "compressed with bzip2, which is not read: undo it with bunzip2 first"),
        ("a.csv", lzma.compress(TEXT), "compressed with xz, which is not read: undo it with unxz first"),
        ("a.warc", b"PK\x03\x04" + bytes(40), "compressed with zip, which is not read: undo it with unzip first"),
        ("a.jsonl", TEXT.decode().encode("utf-16"), "in UTF-16, which is not read: convert it first (iconv -f UTF-16"),
        ("a.csv", TEXT.decode().encode("utf-32"), "in UTF-32, which is not read: convert it first (iconv -f UTF-32"),
        ("a.warc", b"WARC/1.0\nWARC-Type: response\n\n", "a WARC file whose lines end in line feeds alone"),
    ],
)
def test_a_file_that_is_not_read_is_one_loss_that_says_what_to_do(
    name: str, data: bytes, reason: str, tmp_path: Path, read: Any
) -> None:
    pages, losses, _ = read(write(tmp_path / name, data))
    assert (pages, [loss.offset for loss in losses]) == ([], [0])
    assert losses[0].reason.startswith(reason)


@pytest.mark.parametrize("name", ["a.jsonl", "a.warc"])
def test_an_empty_file_never_came_where_a_compressed_one_was_to_come(name: str, tmp_path: Path, read: Any) -> None:
    assert read(write(tmp_path / name, b""))[:2] == ([], [])
    for ending in (".gz", ".ZST"):
        (tmp_path / f"{name}{ending}").write_bytes(b"")
        assert read(tmp_path / f"{name}{ending}")[1] == [(0, "an empty file, as no compressed one is: it never came")]


def test_a_name_that_begins_as_a_compression_does_is_read(tmp_path: Path, read: Any) -> None:
    assert [page.source for page in read(write(tmp_path / "a.csv", b"BZh9,text\n1,A page.\n"))[0]] == ["A page."]
