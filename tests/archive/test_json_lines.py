"""JSON Lines: lines that are no JSON or cut off, damaged members, one value over all lines, other encodings."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.archive.table_files import ROWS, json_lines, write


def test_lines_that_are_no_json_are_losses_with_their_offsets(tmp_path: Path, read: Any) -> None:
    good = json_lines(ROWS)
    path = write(tmp_path / "p.jsonl", good + b"{broken\n" + b"[1]\n" + b"\n" + b'{"text": "End"}')
    pages, losses, _ = read(path)
    assert [page.id for page in pages] == ["a-1", "a-2", "6"]
    assert [loss.offset for loss in losses] == [len(good), len(good) + 8]


def test_json_lines_behind_a_damaged_member(tmp_path: Path, read: Any) -> None:
    members = [gzip.compress(json_lines([{"id": str(n), "text": f"Page {n}."}]), mtime=0) for n in range(5)]
    damaged = bytearray(members[2])
    damaged[15] ^= 255
    path = tmp_path / "p.jsonl.gz"
    path.write_bytes(members[0] + members[1] + damaged + b"junk between" + members[3] + members[4])
    pages, losses, _ = read(path)
    assert [page.id for page in pages] == ["0", "1", "3", "4"]
    assert losses[0].offset == len(members[0] + members[1])


def test_truncated_json_lines_keep_every_whole_line(tmp_path: Path, read: Any) -> None:
    rows = [{"id": str(n), "text": f"Page number {n}, {n * n} words."} for n in range(5000)]
    whole = gzip.compress(json_lines(rows), mtime=0)
    path = tmp_path / "p.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    pages, losses, _ = read(path)
    assert [page.id for page in pages] == [str(n) for n in range(len(pages))]
    assert 2000 < len(pages) < 3000
    assert any("cut off" in loss.reason for loss in losses)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ROWS),
        json.dumps(ROWS, indent=1),
        json.dumps(ROWS[0], indent=1),
        "\n[\n" + ",\n".join(map(json.dumps, ROWS)) + "\n]\n",
        "[]",
    ],
)
def test_one_json_value_is_one_loss(text: str, tmp_path: Path, read: Any) -> None:
    pages, losses, _ = read(write(tmp_path / "a.json", text.encode()))
    assert (pages, [loss.offset for loss in losses]) == ([], [0])
    advice = "`jq -c .`" if text.startswith("{") else "`jq -c '.[]'`"
    assert losses[0].reason.startswith(f"one JSON value, and no object a line: {advice} makes ")


@pytest.mark.parametrize("damaged", [b"[\n", b"{\n", b'[1, "text"]\n', b"\n\n{ \n"])
def test_a_damaged_first_line_costs_no_other(damaged: bytes, tmp_path: Path, read: Any) -> None:
    pages, losses, _ = read(write(tmp_path / "a.jsonl", damaged + json_lines(ROWS)))
    assert ([page.id for page in pages], len(losses)) == (["a-1", "a-2"], 1)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_json_lines_in_another_encoding_are_losses_and_no_pages_of_other_letters(
    encoding: str, tmp_path: Path, read: Any
) -> None:
    rows = [{"id": str(n), "text": "Powiedział, że nie może."} for n in range(4)]
    path = write(tmp_path / "p.jsonl", json_lines(rows).decode().encode(encoding))
    pages, losses, _ = read(path)
    assert pages == []
    assert len(losses) >= (4 if encoding.endswith("e") else 1)  # without a mark line by line
