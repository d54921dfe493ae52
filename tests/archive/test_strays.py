"""Tables without the page's field: one among others is set aside, and where no shard has the field, the run stops."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsclean.archive.beginnings import any_fits
from newsclean.archive.tables import Columns
from tests.archive.table_files import ROWS, as_csv, json_lines, table, write

STRAY = b'{"version": 1}\n'
LACKS = "no field text or html in the rows (they have: version); name the page's field with --column"


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """A folder of two tables and of a file that is none."""
    folder = tmp_path / "crawl"
    folder.mkdir()
    write(folder / "meta.json", STRAY)
    for name in ("a.jsonl", "s.csv"):
        table(folder / name, ROWS)
    return folder


@pytest.mark.parametrize("learning", [(), ("--learn-sites",)])
def test_a_stray_table_is_set_aside_and_the_others_go_on(
    learning: tuple[str, ...], crawl: Path, tmp_path: Path, command: Any, contents: Any
) -> None:
    for done in ("2 done, 0 done before, 1 set aside", "0 done, 2 done before, 1 set aside"):
        result = command(crawl, "--out", tmp_path / "out", "--workers", 1, *learning)
        assert (result.returncode, done in result.stdout) == (3, True)
        assert f"{crawl}/meta.json: set aside: {LACKS}\n" in result.stderr
        assert sorted(contents(tmp_path / "out")) == ["a.jsonl.gz", "s.jsonl.gz"]


def test_a_field_that_no_shard_has_stops_the_run_and_names_one(crawl: Path, tmp_path: Path, command: Any) -> None:
    result = command(crawl, "--out", tmp_path / "out", "--workers", 1, "--column", "body")
    assert result.returncode == 1
    assert "0 done, 0 done before, 3 not finished" in result.stdout
    assert f"newsclean archive: {crawl}/a.jsonl: no field body in the rows (they have: id, url" in result.stderr


def test_which_question_is_wrong(crawl: Path, tmp_path: Path) -> None:
    stray, lines, rows = (crawl / name for name in ("meta.json", "a.jsonl", "s.csv"))
    parquet, warc = table(tmp_path / "p.parquet", ROWS), tmp_path / "w.warc"
    late = write(tmp_path / "late.jsonl", STRAY * 3 + json_lines(ROWS))
    empty = write(tmp_path / "empty.csv", b"")
    for fit in (lines, rows, parquet, late, warc, tmp_path):
        assert any_fits([stray, empty, fit], Columns(), 10_000)
    for columns in (Columns("body"), Columns(id="ID"), Columns("text", "ID")):
        assert not any_fits([stray, lines, rows, parquet, warc, tmp_path, tmp_path / "gone.csv"], columns, 10_000)
    assert any_fits([stray, warc, rows], Columns(id="url"), 10_000)
    assert not any_fits([stray, empty], Columns(), 10_000)


def test_two_fields_of_one_name_cost_their_shard_alone(crawl: Path, tmp_path: Path, command: Any) -> None:
    write(crawl / "meta.json", STRAY).rename(crawl / "twice.csv").write_bytes(b"id,text,text\n1,a,b\n")
    result = command(crawl, "--out", tmp_path / "out", "--workers", 1)
    assert result.returncode == 3
    assert f"{crawl}/twice.csv: set aside: 2 fields are called text; rename all but" in result.stderr


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_empty_lines_before_the_names_of_fields_are_passed_over(delimiter: str, tmp_path: Path, read: Any) -> None:
    rows = as_csv(ROWS, delimiter)
    pages, losses, _ = read(write(tmp_path / "p.csv", b"\xef\xbb\xbf\r\n  \n" + rows + b"2"))
    assert [page.source for page in pages] == [row["text"] for row in ROWS]
    assert [loss.offset for loss in losses] == [8 + len(rows)]
    assert read(write(tmp_path / "q.csv", b"\n\n"))[:2] == ([], [])
