"""Output files: which names they get, what they may replace, and what is said of them."""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path
from typing import Any

import pytest

from newsclean.archive.checkpoint import Checkpoint
from newsclean.archive.events import ArchiveError
from tests.archive.table_files import ROWS, json_lines, table, write

FORMS = ("jsonl.gz", "parquet")


@pytest.fixture
def shard_file(tmp_path: Path) -> Path:
    return write(tmp_path / "a.jsonl", json_lines(ROWS))


@pytest.mark.parametrize("learning", [(), ("--learn-sites",)])
def test_a_file_of_somebody_else_is_not_replaced(
    learning: tuple[str, ...], shard_file: Path, tmp_path: Path, command: Any, contents: Any
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    own = write(out / "a.jsonl", b"precious").rename(out / "a.jsonl.gz")
    for _ in range(2):  # nor is it by the next run
        result = command(shard_file, write(tmp_path / "b.jsonl", json_lines(ROWS)), "--out", out, *learning)
        assert (result.returncode, result.stdout) == (1, "")
        assert result.stderr.startswith(f"newsclean archive: {own}: is there, and no mark in {out}/.newsclean says")
        assert f"another folder for --out: the output of {shard_file} would replace it" in result.stderr
        assert contents(out) == {"a.jsonl.gz": b"precious"}
        assert not list(out.glob(".newsclean/learned"))
    own.unlink()
    for _ in range(2):
        assert command(shard_file, "--out", out, *learning).returncode == 0
    write(out / "a.parquet", b"precious")
    assert command(shard_file, "--out", out, "--format", "parquet").returncode == 1
    assert contents(out)["a.parquet"] == b"precious"


def test_a_link_that_leads_nowhere_is_not_replaced(shard_file: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.jsonl.gz").symlink_to(tmp_path / "unplugged")
    with pytest.raises(ArchiveError, match=r"out/a\.jsonl\.gz: is there, and no mark"):
        named(tmp_path / "out", shard_file, "jsonl.gz")


@pytest.mark.parametrize("form", FORMS)
def test_what_a_killed_run_wrote_and_did_not_mark_is_written_anew(form: str, shard_file: Path, tmp_path: Path) -> None:
    output = named(tmp_path / "out", shard_file, form)
    output.write_bytes(b"whole")
    assert named(tmp_path / "out", shard_file, form) == output


def test_so_is_what_it_wrote_in_another_format(
    shard_file: Path, tmp_path: Path, command: Any, contents: Any, rows: Any
) -> None:
    out = tmp_path / "out"
    assert command(shard_file, "--out", out).returncode == 0
    named(out, shard_file, "parquet").write_bytes(b"whole")
    assert "1 done, 0 done before" in command(shard_file, "--out", out, "--format", "parquet").stdout
    assert list(contents(out)) == ["a.parquet"]
    assert len(rows(out / "a.parquet")) == len(ROWS)


def test_output_of_shards_that_are_not_named_is_told(shard_file: Path, tmp_path: Path, command: Any) -> None:
    out = tmp_path / "out"
    shards = [shard_file, *(write(tmp_path / f"{name}.jsonl", json_lines(ROWS)) for name in "bc")]
    for given, said in (
        (shards, None),
        (shards[:2], "1 file of shards that were not named now"),
        (shards[:1], "2 files of shards that were not named now"),
    ):
        result = command(*given, "--out", out)
        assert result.returncode == 0
        assert re.findall("^other output +(.*)$", result.stdout, re.MULTILINE) == ([said] if said else [])
    for left in "bc":
        (out / f"{left}.jsonl.gz").unlink()
    assert "other output" not in command(shard_file, "--out", out).stdout


def test_namesakes_share_no_output(shard_file: Path, tmp_path: Path, command: Any, contents: Any, rows: Any) -> None:
    out = tmp_path / "out"
    rival = table(tmp_path / "a.csv", ROWS[:1])
    for done in ("2 done, 0 done before", "0 done, 2 done before"):
        assert done in command(shard_file, rival, "--out", out).stdout
        hashed, plain = contents(out)
        assert re.fullmatch(r"a-[0-9a-f]{8}\.jsonl\.gz", hashed)
        assert plain == "a.jsonl.gz"
        assert (len(rows(out / plain)), len(rows(out / hashed))) == (1, 2)


@pytest.mark.parametrize("letter", ["a", "ü"])
def test_a_name_that_leaves_no_room_is_shortened(letter: str, tmp_path: Path, command: Any, rows: Any) -> None:
    stem = letter * (245 // len(letter.encode()))
    shards = [write(tmp_path / f"{stem}{number}.jsonl", json_lines(ROWS)) for number in range(2)]
    for done in ("2 done, 0 done before", "0 done, 2 done before"):
        result = command(*shards, "--out", tmp_path / "out")
        assert (result.returncode, done in result.stdout) == (0, True), result.stderr
    outputs = list((tmp_path / "out").glob("*.jsonl.gz"))
    assert [len(rows(output)) for output in outputs] == [len(ROWS)] * 2
    assert all(re.fullmatch(rf"{letter}+-[0-9a-f]{{8}}\.jsonl\.gz", output.name) for output in outputs)


def test_namesakes_get_names_that_stay(tmp_path: Path, command: Any, record: Any, contents: Any) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "part.warc").write_bytes(record(ord(folder)))
    out = tmp_path / "out"
    command(tmp_path / "b", "--out", out)
    first = contents(out)
    result = command(tmp_path / "a", tmp_path / "b", "--out", out)
    assert "1 done, 1 done before" in result.stdout
    assert len(contents(out)) == 2
    assert contents(out)["part.jsonl.gz"] == first["part.jsonl.gz"]


def test_input_and_output_in_one_folder(tmp_path: Path, command: Any, record: Any) -> None:
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    (crawl / "a.warc").write_bytes(record(0))
    (crawl / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "A page."}'))
    for done in ("2 done, 0 done before", "0 done, 2 done before"):
        assert done in command(crawl, crawl / "a.warc", "--out", crawl / "clean").stdout
    before = (crawl / "b.jsonl.gz").read_bytes()
    result = command(crawl / "b.jsonl.gz", "--out", crawl)
    assert (result.returncode, "another folder" in result.stderr) == (1, True)
    assert (crawl / "b.jsonl.gz").read_bytes() == before


@pytest.mark.parametrize("learning", [(), ("--learn-sites",)])
def test_output_within_a_folder_of_pages(learning: tuple[str, ...], tmp_path: Path, command: Any, page: Any) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(3):
        (pages / f"{number}.html").write_text(page(number))
    out = pages / ".." / "pages" / "clean"
    for done, speed in (("1 done, 0 done before", r", [\d.]+ a second"), ("0 done, 1 done before", "")):
        result = command(pages, "--out", out, *learning)
        assert done in result.stdout
        assert re.search(rf"^pages +3{speed}$", result.stdout, re.MULTILINE)
        assert "passed over" not in result.stdout
    (pages / "3.html").write_text(page(3))
    assert "1 done, 0 done before" in command(pages, "--out", out, *learning).stdout


@pytest.mark.parametrize("learning", [(), ("--learn-sites", "--host", "news.test")])
def test_output_of_another_run_within_a_folder_of_pages(
    learning: tuple[str, ...], tmp_path: Path, command: Any, contents: Any, page: Any
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(3):
        (pages / f"{number}.html").write_text(page(number))
    assert "not read" not in command(pages, "--out", pages / "clean", *learning).stdout
    result = command(pages, "--out", tmp_path / "other", *learning)
    assert f"not read             {pages}: 1 file that newsclean archive wrote there before\n" in result.stdout
    assert contents(tmp_path / "other") == contents(pages / "clean")


def test_names_that_are_no_text(tmp_path: Path, command: Any, rows: Any, page: Any) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / os.fsdecode(b"od\xff.html")).write_text(page(1))
    (pages / os.fsdecode(b"od.x\xff")).write_bytes(b"")
    (pages / os.fsdecode(b"la\xffrge.html")).write_bytes(b"x" * 9000)
    for done in ("1 done, 0 done before", "0 done, 1 done before"):
        result = command(pages, "--out", tmp_path / "out", "--max-page", 5000)
        assert (result.returncode, done in result.stdout) == (2, True), result.stderr
        assert "passed over: file .x\ufffd" in result.stdout
        assert "la\ufffdrge.html: 9,000 bytes" in result.stderr
    assert [row["id"] for row in rows(tmp_path / "out" / "pages.jsonl.gz")] == ["od\ufffd.html"]


def named(out: Path, shard: Path, form: str) -> Path:
    """The output of a shard as a run names it that comes no further."""
    checkpoint = Checkpoint(out)
    checkpoint.lock()
    try:
        return checkpoint.name_outputs([shard], form)[shard]
    finally:
        checkpoint.unlock()
