"""CSV and TSV: what parts fields, quotes that close or not, rows that are no UTF-8."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from newsclean.archive.events import ArchiveError, Loss
from newsclean.archive.readers import shards_of
from tests.archive.table_files import ROWS, as_csv, write


def test_a_lost_row_of_names_costs_the_table(tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / "p.csv", b"id,text," + b"x" * 5000 + b"\n1,one,two\n")
    pages, losses, _ = read(path, limit=3000)
    assert pages == []
    assert "the row of names is lost" in losses[-1].reason


def test_csv_rows_of_the_wrong_width_and_fields_over_the_limit(tmp_path: Path, read: Any) -> None:
    data = b'\xef\xbb\xbfid,text\r\n1,"one\r\nline"\r\n2,x,y\r\n3,' + b"z" * 3000 + b"\r\n4,four\r\n"
    pages, losses, _ = read(write(tmp_path / "p.csv", data), limit=1000)
    assert [(page.id, page.source) for page in pages] == [("1", "one\r\nline"), ("4", "four")]
    assert len(losses) == 2
    assert "1,000 bytes" in losses[1].reason


def test_a_csv_quote_that_does_not_close_is_a_loss(tmp_path: Path, read: Any) -> None:
    head = b"id,text\n1,one\n"
    path = write(
        tmp_path / "p.csv", head + b'2,"open\n3,three\n4,"four, quoted"\n5,five\n6,"open to the end\n7,seven\n'
    )
    pages, losses, _ = read(path)
    assert [page.id for page in pages] == ["1", "5"]
    assert [loss.offset for loss in losses] == [len(head), path.read_bytes().index(b"6,")]
    assert "lines 3 to 5" in losses[0].reason
    assert "lines 7 to 8" in losses[1].reason
    cut = write(tmp_path / "cut.csv", head + b'2,"cut off')
    assert [page.id for page in read(cut)[0]] == ["1"]
    assert "line 3" in read(cut)[1][0].reason
    names = write(tmp_path / "names.csv", b'id,"text\n1,one\n')
    assert (read(names)[0], len(read(names)[1])) == ([], 1)


@pytest.mark.parametrize(
    ("name", "delimiter"),
    [("p.csv", ";"), ("p.csv.gz", ";"), ("p.csv", "\t"), ("p.tsv", "\t"), ("P.TSV", "\t"), ("p.tsv.zst", "\t")],
)
def test_what_parts_fields(name: str, delimiter: str, tmp_path: Path, read: Any) -> None:
    rows = [{**row, "text": f"{row['text']} One, two; three;\tfour."} for row in ROWS]
    path = write(tmp_path / name, b"\xef\xbb\xbf" + as_csv(rows, delimiter))
    assert shards_of([path]) == [path]
    pages, losses, _ = read(path)
    assert ([(page.id, page.source) for page in pages], losses) == ([(row["id"], row["text"]) for row in rows], [])


@pytest.mark.parametrize(
    ("names", "delimiter"),
    [
        ("text", ","),
        ("a;b,text", ","),
        ('a,"b;c;d",text', ","),
        ("Name, first;text;url", ";"),
        ('"Name, first, last"\ttext', "\t"),
        ("text;a", ";"),
    ],
)
def test_the_row_of_names_tells_what_parts_fields(names: str, delimiter: str, tmp_path: Path, read: Any) -> None:
    fields = next(csv.reader([names], delimiter=delimiter))
    row = delimiter.join(f'"{name};,\t"' for name in fields)
    pages, losses, _ = read(write(tmp_path / "p.csv", f"{names}\n{row}\n".encode()))
    assert ([page.source for page in pages], losses) == (["text;,\t"], [])


def test_stray_quotes_between_semicolons(tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / "p.csv", b'id;text\n1;"the "stray" ones"\n2;"open\n3;three')
    pages, losses, _ = read(path)
    assert [(page.id, page.source) for page in pages] == [("1", 'the stray" ones"')]
    assert "lines 3 to 4" in losses[0].reason


def test_rows_that_are_no_utf8_are_losses(tmp_path: Path, read: Any) -> None:
    data = 'id,text\n1,one\n2,"Café\nKöln"\n3,thrée\n4,five" ünder\n5,five\n'
    mixed = "é".encode("latin-1").join(part.encode() for part in data.split("é"))
    path = write(tmp_path / "p.csv", mixed)
    pages, losses, _ = read(path)
    assert [(page.id, page.source) for page in pages] == [("1", "one"), ("4", 'five" ünder'), ("5", "five")]
    assert losses == [
        Loss(mixed.index(b"2,"), "row 2: no UTF-8 (byte 0xe9 in line 3)"),
        Loss(mixed.index(b"3,"), "row 3: no UTF-8 (byte 0xe9 in line 5)"),
    ]
    names = write(tmp_path / "names.csv", "id,text,größe\n1,one,two\n".encode("latin-1"))
    assert read(names)[0] == []
    assert [loss.reason for loss in read(names)[1]] == [
        "the row of names: no UTF-8 (byte 0xf6 in line 1); no row can be read without it"
    ]
    utf16 = write(tmp_path / "utf16.csv", "id,text\n1,one\n".encode("utf-16"))
    assert [loss.offset for loss in read(utf16)[1]] == [0]


def test_csv_quotes_that_close(tmp_path: Path, read: Any) -> None:
    data = (
        b'id,text\r\n1,"a ""word"", and\r\n\r\nmore"\r\n2,5" of rain\r\n3,""\r\n4,"the "stray" ones"\r\n"5","""five"""'
    )
    pages, losses, _ = read(write(tmp_path / "p.csv", data))
    assert [(page.id, page.source) for page in pages] == [
        ("1", 'a "word", and\r\n\r\nmore'),
        ("2", '5" of rain'),
        ("3", ""),
        ("4", 'the stray" ones"'),
        ("5", '"five"'),
    ]
    assert not losses


@pytest.mark.parametrize("names", ["id,text,text", "id,html,text,html", "id,text,id", "id,text,url,url"])
def test_two_fields_of_a_name_that_is_read_stop_the_run(names: str, tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / "p.csv", f"{names}\n{names}\n".encode())
    with pytest.raises(ArchiveError, match=r"^2 fields are called (text|html|id|url); rename all but"):
        read(path)


def test_fields_that_are_not_read_may_have_one_name(tmp_path: Path, read: Any) -> None:
    pages, losses, _ = read(write(tmp_path / "p.csv", b"id,,text,,note,note\n1,a,one,b,c,d\n"))
    assert ([(page.id, page.source) for page in pages], losses) == ([("1", "one")], [])


def test_what_to_do_where_lines_end_in_a_carriage_return_alone_is_told(tmp_path: Path, read: Any) -> None:
    pages, losses, _ = read(write(tmp_path / "p.csv", b'id,text\r1,one\r2,"two"\r'))
    assert pages == []
    (loss,) = losses
    assert loss.reason.startswith(
        "the row of names: a carriage return alone, outside of quotes (line 1); where it ends"
    )
    assert r"`tr '\r' '\n'`" in loss.reason
    pages, losses, _ = read(write(tmp_path / "q.csv", b'id,text\n1,on\re\n2,"t\rwo"\n'))
    assert [page.source for page in pages] == ["t\rwo"]
    assert losses[0].reason.startswith("row 1: a carriage return alone")


def test_the_bound_of_fields_is_that_of_each_reader_alone(tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / "p.csv", as_csv(ROWS))
    before = csv.field_size_limit(777)
    try:
        assert len(read(path)[0]) == len(ROWS)
        assert csv.field_size_limit() == 777
    finally:
        csv.field_size_limit(before)
