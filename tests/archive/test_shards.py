"""Shards: folders of pages and of archives, what is read of them and what is not."""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newsclean import clean
from newsclean.archive import command as archive_command
from newsclean.archive.events import ArchiveError, Loss, Passed, RawPage
from newsclean.archive.readers import Reader, check_columns, format_of, shards_of, size_of, stem_of
from newsclean.archive.tables import Columns
from newsclean.site import command as learn_command
from tests.archive.table_files import ROWS, json_lines, write


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
        ("deep/a.txt", b"Text.", "auto"),
    ]
    assert passed == ["file .png"]
    assert not losses
    assert shards_of([folder]) == [folder]


def test_what_a_page_called_txt_holds_is_found_out(tmp_path: Path, command: Any, rows: Any, page: Any) -> None:
    sources = {
        "html.txt": page(1),
        "markdown.txt": "# Ferry\n\n- [Home](/)\n- [Sport](/sport)\n\nThe [ferry](/ferry) is **back**.",
        "text.txt": "Home\nSport\nThe ferry is back from the yard, the harbour master said on Friday.\nMost read",
    }
    (tmp_path / "pages").mkdir()
    for name, source in sources.items():
        (tmp_path / "pages" / name).write_text(source, encoding="utf-8")
    assert command(tmp_path / "pages", "--out", tmp_path / "out").returncode == 0
    found = {row["id"]: row["text"] for row in rows(tmp_path / "out" / "pages.jsonl.gz")}
    assert found == {name: clean(source) for name, source in sources.items()}
    assert clean(sources["html.txt"]) != clean(sources["html.txt"], kind="text")


def test_compressed_pages_in_a_folder(tmp_path: Path, read: Any) -> None:
    html = "<p>Ænglish: a page that a server sent compressed.</p>".encode() * 20
    write(tmp_path / "a.html.gz", html)
    write(tmp_path / "b.txt.zst", b"Text.")
    write(tmp_path / "c.md.GZ", gzip.compress(b"# Two ") + gzip.compress(b"members"))
    (tmp_path / "d.html.gz").write_bytes(gzip.compress(html, mtime=0)[:40])
    (tmp_path / "e.html.gz").write_bytes(b"no gzip \xff\xfe")
    write(tmp_path / "f.txt.gz", b"long " * 2000)
    write(tmp_path / "g.tar.gz", b"no page")
    pages, losses, passed = read(tmp_path, limit=3000)
    assert shards_of([tmp_path]) == [tmp_path]
    assert [page[:3] for page in pages[:3]] == [
        ("a.html.gz", html, "html"),
        ("b.txt.zst", b"Text.", "auto"),
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


def test_a_shard_that_is_named_in_several_ways_is_one(tmp_path: Path) -> None:
    folder, pages = tmp_path / "archives", tmp_path / "pages"
    for path in (folder, pages):
        path.mkdir()
    write(folder / "a.jsonl", json_lines(ROWS))
    (pages / "a.txt").write_bytes(b"Text.")
    (tmp_path / "link").symlink_to(pages)
    (folder / "b.jsonl").symlink_to("a.jsonl")
    ways = [pages, tmp_path / "link", pages / ".." / "pages", folder, folder / ".." / "archives" / "a.jsonl"]
    assert shards_of(ways) == [pages, folder / "a.jsonl"]


@pytest.mark.parametrize("command", [archive_command, learn_command])
@pytest.mark.parametrize("options", ["--column body", "--kind html", "--column body --kind html"])
def test_options_for_tables_are_refused_where_there_is_none(
    command: Any, options: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.warc").touch()
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_bytes(b"Text.")
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    given = [str(tmp_path / "a.warc"), str(tmp_path / "pages"), "--out", str(tmp_path / "out"), *options.split()]
    assert command.run(parser.parse_args(given)) == 1
    assert f"{' and '.join(options.split()[::2])}: for tables (JSON Lines" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_options_for_tables_are_taken_where_one_shard_is_a_table() -> None:
    shards = [Path("a.warc"), Path("b.csv.gz")]
    check_columns(Columns("body", "number", "html"), shards)
    check_columns(Columns(), shards[:1])
    with pytest.raises(ArchiveError, match=r"^--column and --id-column and --kind: for tables"):
        check_columns(Columns("body", "number", "html"), shards[:1])


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
