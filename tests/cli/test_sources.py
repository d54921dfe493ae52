"""Where pages come from: what is said of a file that is not whole, not there or no page."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newsclean import clean
from newsclean.cli import main
from newsclean.reading.binary import binary_kind
from tests.cli.test_cleaning import Command


def test_a_gzipped_page_that_breaks_off_is_read_as_far_as_it_goes_and_told(
    story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt.gz"
    page.write_bytes(gzip.compress(story.encode())[:-9])
    assert main([str(page)]) == 0
    out, err = capsys.readouterr()
    assert out
    assert clean(story).startswith(out[:40])
    assert err == (
        f"newsclean: {page}: its gzip is damaged, cut off or too long; what stood behind that place is missing\n"
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("archiv", "; the command is called archive"),
        ("explian", "; the command is called explain"),
        ("article", ""),
    ],
)
def test_a_name_that_is_nearly_a_commands_gets_a_hint(
    name: str, hint: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([name]) == 2
    assert capsys.readouterr().err == f"newsclean: {name}: no such file{hint}\n"


def test_a_bad_file_is_named_and_the_others_are_cleaned(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "program").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "crawl.warc.gz").write_bytes(b"\x1f\x8b\x08\x00" + bytes(200))
    (tmp_path / "pages.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n"))
    (tmp_path / "program.gz").write_bytes(gzip.compress(bytes(range(256)) * 20))
    names = ["missing.txt", ".", "program", "crawl.warc.gz", "pages.warc.gz", "program.gz", "explain"]
    assert main(["--json", *(str(tmp_path / name) for name in names), str(page), "explain"]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["file"] for line in out.splitlines()] == [str(page)]
    assert [line.rpartition(": ")[2] for line in err.splitlines()] == [
        "no such file",
        "is a folder; for folders of pages there is newsclean archive",
        "is binary, not text",
        "is compressed with gzip, not text; for archives there is newsclean archive",
        "is compressed with gzip, not text; for archives there is newsclean archive",
        "is binary, not text",
        "no such file",
        "no such file (the command explain stands first)",
    ]
    assert all(line.startswith("newsclean: ") for line in err.splitlines())


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("a.jsonl", "a JSON Lines file"),
        ("a.NDJSON", "a JSON Lines file"),
        ("a.jsonl.gz", "a JSON Lines file"),
        ("a.csv", "a CSV file"),
        ("a.tsv", "a TSV file"),
        ("a.warc", "a WARC file"),
        ("a.wet", "a WET file"),
        ("a.parquet", "a Parquet file"),
    ],
)
def test_a_file_of_many_pages_is_none(
    name: str, what: str, story: str, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = story.encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert main([str(path), str(page)]) == 2
    out, err = capsys.readouterr()
    assert err == f"newsclean: {path}: is {what}, not a page; for archives there is newsclean archive\n"
    assert out == f"==> {page} <==\n{clean(story)}\n"


def test_warc_is_no_page_whatever_it_is_called(tmp_path: Path, command: Command) -> None:
    data = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    (tmp_path / "crawl.txt").write_bytes(data)
    for done, name in ((command("crawl.txt"), "crawl.txt"), (command("explain", stdin=data), "standard input")):
        said = f"newsclean: {name}: is a WARC file, not a page; for archives there is newsclean archive\n"
        assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", said)


def test_rows_on_standard_input_are_cleaned_as_they_come(story: str, command: Command) -> None:
    row = json.dumps({"text": story})
    done = command(stdin=row.encode())
    assert (done.returncode, done.stdout.decode()) == (0, clean(row) + "\n")


def test_a_file_without_a_name_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([""]) == 2
    assert capsys.readouterr() == ("", "newsclean: '' is no file name\n")


def test_a_gzipped_page_is_read(story: str, tmp_path: Path, command: Command) -> None:
    zipped = gzip.compress(story.encode())
    (tmp_path / "page.txt.gz").write_bytes(zipped)
    for done in (command("page.txt.gz"), command(stdin=zipped)):
        assert (done.returncode, done.stdout.decode(), done.stderr) == (0, clean(story) + "\n", b"")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "ferry\x00 " * 5 + "The ferry runs. " * 20,
        "Zwölf Boxkämpfer",
        "渡船将于周五恢复通航",
        "\x1b[1mbold\x1b[0m",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_text_is_not_taken_for_binary(text: str, encoding: str) -> None:
    assert binary_kind(text.encode(encoding)) == ""


@pytest.mark.parametrize(
    "data", [bytes(4000), bytes(range(256)), b"%PDF-1.7 text", b"\x89PNG\r\n\x1a\n", b"\x01\x02\x03"]
)
def test_binary_is_known(data: bytes) -> None:
    assert binary_kind(data)
