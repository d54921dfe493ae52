"""JSON Lines, CSV, Parquet and folders of pages."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from newsclean.archive.events import ArchiveError, Loss, Passed, RawPage
from newsclean.archive.readers import Reader, format_of, shards_of, size_of, stem_of
from newsclean.archive.tables import Columns

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


@pytest.mark.parametrize("name", ["p.jsonl", "p.jsonl.gz", "p.jsonl.zst", "p.csv", "p.csv.gz", "p.parquet"])
def test_the_same_pages_from_every_table(name: str, tmp_path: Path, read: Any) -> None:
    path = tmp_path / name
    if name == "p.parquet":
        pq.write_table(pa.Table.from_pylist(ROWS), path)
    else:
        write(path, as_csv(ROWS) if "csv" in name else json_lines(ROWS))
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
    path = tmp_path / name
    if name == "p.parquet":
        pq.write_table(pa.Table.from_pylist(ROWS), path)
    else:
        write(path, as_csv(ROWS) if "csv" in name else json_lines(ROWS))
    with pytest.raises(ArchiveError, match=r"no field content .*id, url, date, text.*--column"):
        read(path, page="content")


@pytest.mark.parametrize("name", ["p.jsonl", "p.csv", "p.parquet"])
def test_an_id_column_that_is_not_there_stops_the_run(name: str, tmp_path: Path, read: Any) -> None:
    path = tmp_path / name
    if name == "p.parquet":
        pq.write_table(pa.Table.from_pylist(ROWS), path)
    else:
        write(path, as_csv(ROWS) if "csv" in name else json_lines(ROWS))
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


def test_a_lost_row_of_names_costs_the_table(tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / "p.csv", b"id,text," + b"x" * 5000 + b"\n1,one,two\n")
    pages, losses, _ = read(path, limit=3000)
    assert pages == []
    assert "the row of names is lost" in losses[-1].reason


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


def test_binary_columns(tmp_path: Path, read: Any) -> None:
    row = {"id": "bücher".encode(), "url": b"http://news.test/1", "date": b"2024-01-02", "html": b"<p>Ma\xffrkup.</p>"}
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "p.parquet")
    (page,) = read(tmp_path / "p.parquet")[0]
    assert (page.id, page.url, page.date) == ("bücher", "http://news.test/1", "2024-01-02")
    assert page.source == b"<p>Ma\xffrkup.</p>"


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


@pytest.mark.parametrize("ending", ["jsonl.gz", "jsonl.zst", "csv.gz"])
def test_a_bomb_is_refused(ending: str, tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / f"p.{ending}", b"text\n" + b"0" * 100_000_000)
    _, losses, _ = read(path, limit=1_000_000)
    assert any("1,000,000 bytes" in loss.reason for loss in losses)


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


def test_folder_of_pages(tmp_path: Path, read: Any) -> None:
    folder = tmp_path / "pages"
    (folder / "deep").mkdir(parents=True)
    (folder / "b.html").write_bytes(b"<p>HTML.</p>")
    (folder / "deep" / "a.txt").write_bytes(b"Text.")
    (folder / "c.md").write_bytes(b"# Markdown")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    pages, losses, passed = read(folder)
    assert [page[:3] for page in pages] == [
        ("b.html", b"<p>HTML.</p>", "html"),
        ("c.md", b"# Markdown", "markdown"),
        ("deep/a.txt", b"Text.", "text"),
    ]
    assert passed == ["file .png"]
    assert not losses
    assert shards_of([folder]) == [folder]


def test_compressed_pages_in_a_folder(tmp_path: Path, read: Any) -> None:
    html = "<p>Ænglish: a page that a server sent compressed.</p>".encode() * 20
    write(tmp_path / "a.html.gz", html)
    write(tmp_path / "b.txt.zst", b"Text.")
    write(tmp_path / "c.md.GZ", gzip.compress(b"# Two ") + gzip.compress(b"members"))
    (tmp_path / "d.html.gz").write_bytes(gzip.compress(html, mtime=0)[:40])
    (tmp_path / "e.html.gz").write_bytes(b"no gzip at all")
    write(tmp_path / "f.txt.gz", b"long " * 2000)
    write(tmp_path / "g.tar.gz", b"no page")
    pages, losses, passed = read(tmp_path, limit=3000)
    assert shards_of([tmp_path]) == [tmp_path]
    assert [page[:3] for page in pages[:3]] == [
        ("a.html.gz", html, "html"),
        ("b.txt.zst", b"Text.", "text"),
        ("c.md.GZ", b"# Two members", "markdown"),
    ]
    assert [page.id for page in pages[3:]] == ["d.html.gz"]
    assert html.startswith(bytes(pages[3].source))
    assert [loss.reason.split(":")[0] for loss in losses] == ["d.html.gz", "e.html.gz", "f.txt.gz"]
    assert "limit of 3,000 bytes" in losses[2].reason
    assert passed == ["file .gz"]


@pytest.mark.parametrize(("name", "alone"), [("a.txt", "newsclean {}"), ("a.html.gz", "zcat {} | newsclean")])
def test_a_page_by_itself_is_no_archive(name: str, alone: str, tmp_path: Path) -> None:
    path = write(tmp_path / name, b"A page.")
    with pytest.raises(ArchiveError, match=r"no WARC.*name the folder it lies in") as raised:
        shards_of([path])
    assert str(raised.value).endswith(alone.format(path))
    with pytest.raises(ArchiveError, match=r"is learned from many: name the folder they lie in, and .* with --host$"):
        shards_of([path], learning=True)


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


def test_shards_of_a_folder_of_archives(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for name in ("b.warc.gz", "a.parquet", "README.md", "x/c.jsonl"):
        (tmp_path / name).write_bytes(b"")
    expected = [tmp_path / "a.parquet", tmp_path / "b.warc.gz", tmp_path / "x" / "c.jsonl"]
    assert shards_of([tmp_path, tmp_path / "a.parquet"]) == expected
    with pytest.raises(ArchiveError, match="no such file"):
        shards_of([tmp_path / "no"])
    with pytest.raises(ArchiveError, match=r"no WARC"):
        shards_of([tmp_path / "README.md"])


def test_the_output_folder_is_no_input(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    write(pages / "a.txt", b"A page.")
    for out in (pages, tmp_path, pages / ".." / "pages"):
        with pytest.raises(ArchiveError, match="lies in the output folder, where nothing is read"):
            shards_of([pages], out)
    assert shards_of([pages], pages / "clean") == [pages]


def test_the_marks_of_another_run_are_no_input(tmp_path: Path, read: Any) -> None:
    for name in ("a.txt", "clean/.newsclean/0.json", "clean/.newsclean/learned/0.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        write(tmp_path / name, b"A page.")
    assert shards_of([tmp_path], tmp_path / "other") == [tmp_path]  # a folder of pages, and none of archives
    pages, losses, _ = read(tmp_path)
    assert ([page.id for page in pages], losses) == (["a.txt"], [])
    below = tmp_path / "clean" / ".newsclean"
    assert shards_of([below]) == [below / "0.json"]  # unless they are named


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """A folder of two pages, and an output folder below it with marks: of a shard done, of one that was only named, and
    a damaged one."""
    marks = tmp_path / "crawl" / "clean" / ".newsclean"
    marks.mkdir(parents=True)
    write(tmp_path / "crawl" / "a.html", b"<p>A page.</p>")
    write(tmp_path / "crawl" / "b.txt", b"A page.")
    write(marks.parent / "crawl.jsonl", json_lines(ROWS))
    for name, digest in (("crawl", "0af3"), ("named", None)):
        write(marks / f"{name}.json", json.dumps({"output": f"{name}.jsonl", "digest": digest}).encode())
    write(marks / "damaged.json", b"[1")
    return tmp_path / "crawl"


def test_what_other_runs_wrote_is_no_input(crawl: Path, tmp_path: Path, read: Any) -> None:
    said: list[str] = []
    assert shards_of([crawl], tmp_path / "other", say=said.append) == [crawl]
    assert said == [f"{crawl}: 1 file that newsclean archive wrote there before"]
    assert [page.id for page in read(crawl)[0]] == ["a.html", "b.txt"]
    written = crawl / "clean" / "crawl.jsonl"
    assert shards_of([written]) == [written]  # unless it is named
    with pytest.raises(ArchiveError, match=r"clean: holds nothing but 1 file that newsclean .* name the files"):
        shards_of([crawl / "clean"])


def test_a_file_with_the_name_of_an_output_that_was_never_written_is_input(crawl: Path) -> None:
    own = write(crawl / "clean" / "named.jsonl", json_lines(ROWS))
    assert shards_of([crawl / "clean"]) == [own]


def test_pages_beside_archives_are_told(tmp_path: Path) -> None:
    for name in ("a.warc.gz", "README.md", "b.html", "c.pdf"):
        write(tmp_path / name, b"")
    said: list[str] = []
    assert shards_of([tmp_path], say=said.append) == [tmp_path / "a.warc.gz"]
    assert said == [f"{tmp_path}: 2 pages beside its archives; pages are read where a folder holds no archives"]


def test_all_of_a_folder_is_read_in_the_end(tmp_path: Path) -> None:
    for name, content in (("a.txt", b"A page."), ("b.jpg", bytes(500)), ("c.txt", bytes(2000))):
        write(tmp_path / name, content)
    reader = Reader(tmp_path, Columns(), 1000)
    assert [type(event) for event in reader] == [RawPage, Passed, Loss]
    assert reader.position == size_of(tmp_path)


def test_names() -> None:
    assert [stem_of(Path(name)) for name in ("a.warc.gz", "a.warc.wet.gz", "b.jsonl", "c.d.parquet", "e.tsv")] == [
        "a",
        "a.warc",
        "b",
        "c.d",
        "e",
    ]
    assert [format_of(Path(name)) for name in ("A.WARC.GZ", "a.wet.zst", "a.ndjson", "a.txt", "warc")] == [
        "warc",
        "warc",
        "jsonl",
        None,
        None,
    ]
