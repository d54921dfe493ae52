"""The lab's cache: what was written is read, what is damaged is made anew, and two writers do not meet."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsclean.lab.cache import read_pickle, read_rows, write_pickle, write_rows

ROWS = [{"id": "a", "text": "Fähre"}, {"id": "b", "text": "Brücke"}]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    rows, pickled = tmp_path / "new" / "rows.jsonl.gz", tmp_path / "new" / "labels.pickle"
    assert (read_rows(rows), read_pickle(pickled)) == ([], {})
    write_rows(rows, ROWS)
    write_pickle(pickled, {"a": [1.0]})
    assert read_rows(rows) == ROWS
    assert read_rows(rows, lambda line: '"b"' in line) == ROWS[1:]
    assert read_pickle(pickled) == {"a": [1.0]}


@pytest.mark.parametrize("cut", [1, 20, -20, -1])
def test_a_damaged_file_is_none_and_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], cut: int) -> None:
    rows, pickled = tmp_path / "rows.jsonl.gz", tmp_path / "labels.pickle"
    write_rows(rows, ROWS)
    write_pickle(pickled, {"a": ["Fähre"] * 20})
    for file in (rows, pickled):
        file.write_bytes(file.read_bytes()[:cut])
    assert (read_rows(rows), read_pickle(pickled)) == ([], {})
    assert capsys.readouterr().err.count("is damaged and made anew") == 2


def test_rows_that_are_none_are_damage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rows.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"id": "a"}\n{"id": "b", "te'))
    assert read_rows(file) == []
    assert "rows.jsonl.gz is damaged" in capsys.readouterr().err


def test_of_two_writers_one_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl.gz"
    with ThreadPoolExecutor(2) as pool:
        [*pool.map(lambda name: write_rows(file, [{"id": name, "n": n} for n in range(300)]), "ab")]
    rows = read_rows(file)
    assert len(rows) == 300
    assert len({row["id"] for row in rows}) == 1
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
