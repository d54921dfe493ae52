"""JSON Lines, CSV and Parquet: the same pages from each, and what is lost of them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsclean.archive.events import ArchiveError
from tests.archive.table_files import ROWS, as_csv, json_lines, table, write


@pytest.mark.parametrize("name", ["p.jsonl", "p.jsonl.gz", "p.jsonl.zst", "p.csv", "p.csv.gz", "p.parquet"])
def test_the_same_pages_from_every_table(name: str, tmp_path: Path, read: Any) -> None:
    path = table(tmp_path / name, ROWS)
    pages, losses, _ = read(path)
    assert [(page.id, page.source, page.kind) for page in pages] == [
        ("a-1", ROWS[0]["text"], "auto"),
        ("a-2", ROWS[1]["text"], "auto"),
    ]
    assert (pages[0].url, pages[0].date) == ("http://news.test/1", "2024-01-02")
    assert pages[1].url == ("" if "csv" in name else None)
    assert not losses


def test_which_column_holds_the_page(tmp_path: Path, read: Any) -> None:
    row = {"key": 17, "html": "<p>Markup.</p>", "body": "Plain.", "markdown": "# Marked"}
    path = write(tmp_path / "p.jsonl", json_lines([row]))
    assert read(path)[0][0][:3] == ("1", "<p>Markup.</p>", "html")
    assert read(path, page="body", id="key")[0][0][:3] == ("17", "Plain.", "auto")
    assert read(path, page="markdown")[0][0].kind == "markdown"
    assert read(path, page="body", kind="text")[0][0].kind == "text"


@pytest.mark.parametrize("name", ["p.jsonl", "p.csv", "p.parquet"])
def test_a_column_that_is_not_there_stops_the_run(name: str, tmp_path: Path, read: Any) -> None:
    path = table(tmp_path / name, ROWS)
    with pytest.raises(ArchiveError, match=r"no field content .*id, url, date, text.*--column"):
        read(path, page="content")


@pytest.mark.parametrize("name", ["p.jsonl", "p.csv", "p.parquet"])
def test_an_id_column_that_is_not_there_stops_the_run(name: str, tmp_path: Path, read: Any) -> None:
    path = table(tmp_path / name, ROWS)
    with pytest.raises(ArchiveError, match=r"^no field ID .*id, url, date, text.*--id-column"):
        read(path, id="ID")
    assert [page.id for page in read(path, id="date")[0]] == ["2024-01-02", "" if "csv" in name else "2"]


def test_a_field_that_only_a_lost_row_may_have_had_stops_nothing(tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / "p.jsonl", json_lines([{"id": "1", "text": "x" * 5000}, {"id": "2"}]))
    pages, losses, _ = read(path, limit=3000)
    assert [(page.id, page.flags) for page in pages] == [("2", ("no_source",))]
    assert "line 1 is too long for a page: refused at the limit of 3,000 bytes" in losses[0].reason
    assert losses[1].reason.startswith("no field text or html in the rows that were read (they have: id);")
    for columns in ({"page": "body"}, {"page": "id", "id": "ID"}):
        with pytest.raises(ArchiveError, match=r"no field (body|ID) .*; lost besides: offset 0: line 1 is too long"):
            read(path, limit=3000, **columns)


def test_rows_without_a_page_are_passed_on_flagged(tmp_path: Path, read: Any) -> None:
    path = write(
        tmp_path / "p.jsonl", json_lines([{"id": "x"}, {"id": "y", "text": "Here."}, {"id": "z", "text": None}])
    )
    assert [(page.id, page.source, page.flags) for page in read(path)[0]] == [
        ("x", "", ("no_source",)),
        ("y", "Here.", ()),
        ("z", "", ("no_source",)),
    ]


@pytest.mark.parametrize("name", ["p.jsonl", "p.csv", "p.parquet"])
def test_an_empty_field_is_a_missing_one(name: str, tmp_path: Path, read: Any) -> None:
    rows = [{"id": "x", "text": "", "html": "<p>Markup.</p>"}, {"id": "y", "text": "", "html": ""}]
    path = tmp_path / name
    if name == "p.parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    else:
        write(path, as_csv(rows) if "csv" in name else json_lines(rows))
    assert [(page.source, page.kind, page.flags) for page in read(path)[0]] == [
        ("<p>Markup.</p>", "html", ()),
        ("", "auto", ("no_source",)),
    ]
    assert [page.flags for page in read(path, page="text")[0]] == [("no_source",)] * 2


@pytest.mark.parametrize("held", [True, False, 0, 12.5, ["one", "two"], {"a": "b"}])
@pytest.mark.parametrize("name", ["p.jsonl", "p.parquet"])
def test_a_field_that_holds_no_text_is_a_loss(name: str, held: Any, tmp_path: Path, read: Any) -> None:
    pages, losses, _ = read(table(tmp_path / name, [{"text": held}]))
    assert pages == []
    (loss,) = losses
    assert loss.reason.endswith(f" 1: the field text holds {json.dumps(held)}, and no text")


def test_a_row_without_text_costs_no_other(tmp_path: Path, read: Any) -> None:
    rows: list[dict[str, Any]] = [{"text": "One."}, {"text": 2}, {"text": "Three."}, {"text": ["word"] * 1000}]
    pages, losses, _ = read(write(tmp_path / "p.jsonl", json_lines(rows)))
    assert [(page.id, page.source) for page in pages] == [("1", "One."), ("3", "Three.")]
    assert [loss.offset for loss in losses] == [len(json_lines(rows[:1])), len(json_lines(rows[:3]))]
    assert losses[0].reason == "line 2: the field text holds 2, and no text"
    assert len(losses[1].reason) < 120


def test_what_is_no_text_is_carried_over_as_json_has_it(tmp_path: Path, read: Any) -> None:
    ids: list[Any] = ["a", 7, 1.5, True, ["b", None], {"c": "ü"}]
    rows = [{"id": id, "url": id, "date": id, "text": "Here."} for id in ids]
    pages, _, _ = read(write(tmp_path / "p.jsonl", json_lines(rows)))
    written = ["a", "7", "1.5", "true", '["b", null]', '{"c": "ü"}']
    assert [(page.id, page.url, page.date) for page in pages] == [(text, text, text) for text in written]


def test_binary_columns(tmp_path: Path, read: Any) -> None:
    row = {"id": "bücher".encode(), "url": b"http://news.test/1", "date": b"2024-01-02", "html": b"<p>Ma\xffrkup.</p>"}
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "p.parquet")
    (page,) = read(tmp_path / "p.parquet")[0]
    assert (page.id, page.url, page.date) == ("bücher", "http://news.test/1", "2024-01-02")
    assert page.source == b"<p>Ma\xffrkup.</p>"


def test_ids_that_are_no_text_are_told_apart(tmp_path: Path, read: Any) -> None:
    ids = [bytes([0xFF, number]) * 8 for number in range(3)]
    pq.write_table(
        pa.table({"id": pa.array(ids, pa.binary(16)), "html": ["<p>A page.</p>"] * 3}), tmp_path / "p.parquet"
    )
    assert [page.id for page in read(tmp_path / "p.parquet")[0]] == [one.hex() for one in ids]


def test_an_id_that_is_no_number_is_none(tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / "p.jsonl", b'{"id": NaN, "url": NaN, "text": "A page."}\n{"id": 2.0, "text": "Another."}\n')
    assert [(page.id, page.url) for page in read(path)[0]] == [("1", None), ("2.0", None)]


def test_a_table_without_names_is_not_quoted_whole(tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / "p.csv", b"1," + b"ferry " * 4000 + b"\n2,other\n")
    with pytest.raises(ArchiveError, match="no field text or html") as refused:
        read(path)
    assert len(str(refused.value)) < 500


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "jsonl.zst"])
def test_a_line_over_the_limit_is_refused(ending: str, tmp_path: Path, read: Any) -> None:
    rows = [
        {"id": "1", "text": "x"},
        {"id": "2", "text": random.Random(2).randbytes(150_000).hex()},
        {"id": "3", "text": "y"},
    ]
    pages, losses, _ = read(write(tmp_path / f"p.{ending}", json_lines(rows)), limit=100_000)
    assert [page.id for page in pages] == ["1", "3"]
    assert ["100,000 bytes" in loss.reason for loss in losses] == [True]


@pytest.mark.parametrize("name", ["p.jsonl", "p.csv", "p.parquet"])
@pytest.mark.parametrize("letter", ["x", "\u00e9", "\u6a4b", "\U0001f309"])
def test_the_limit_counts_bytes_whatever_the_letters(name: str, letter: str, tmp_path: Path, read: Any) -> None:
    size = len(letter.encode())
    fits, over = "\n".join([letter * (480 // size)] * 2), "\n".join([letter * (520 // size)] * 2)
    path = table(tmp_path / name, [{"id": "1", "text": fits}, {"id": "2", "text": over}, {"id": "3", "text": letter}])
    pages, losses, _ = read(path, limit=1000)
    assert [page.id for page in pages] == ["1", "3"]
    assert ["1,000 bytes" in loss.reason for loss in losses] == [True]


@pytest.mark.parametrize("ending", ["jsonl.gz", "jsonl.zst", "csv.gz"])
def test_a_bomb_is_refused(ending: str, tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / f"p.{ending}", b"text\n" + b"0" * 100_000_000)
    _, losses, _ = read(path, limit=1_000_000)
    assert any("1,000,000 bytes" in loss.reason for loss in losses)


def test_a_damaged_row_group_costs_its_rows_alone(tmp_path: Path, read: Any) -> None:
    path = tmp_path / "p.parquet"
    rows = [{"id": str(n), "text": f"Page {n} " + "abcdefgh"[n % 8 :] * 40} for n in range(400)]
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=100, compression="zstd", write_page_checksum=True)
    data = bytearray(path.read_bytes())
    chunk = pq.ParquetFile(path).metadata.row_group(1).column(1)
    data[(chunk.dictionary_page_offset or chunk.data_page_offset) + chunk.total_compressed_size // 2] ^= 16
    path.write_bytes(data)
    pages, losses, _ = read(path)
    found = [int(page.id) for page in pages]
    assert [n for n in found if not 100 <= n < 200] == [*range(100), *range(200, 400)]
    assert len(losses) == 1
    assert "row group 1" in losses[0].reason
    path.write_bytes(data[:-20])
    assert [loss.offset for loss in read(path)[1]] == [0]
