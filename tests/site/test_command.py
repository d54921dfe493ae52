"""`newsclean learn`: pages of archives and folders become a site memory's file."""

from __future__ import annotations

import argparse
import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from newsclean.archive.members import ShardFile
from newsclean.site import SiteMemory
from newsclean.site.command import Learner, add_arguments, run

STANDING = "Every Friday the valley's paper tells in one letter what the week has brought, free and without a fuss."


def text(number: int) -> str:
    story = [
        f"The {'far ' * n}bridge number {'x' * number} was opened by the council on a cold morning." for n in range(4)
    ]
    return "\n\n".join([*story, STANDING])


def learn(*arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args([str(argument) for argument in arguments]))


@pytest.fixture
def shard(tmp_path: Path) -> Path:
    rows = [
        {"id": f"{n}", "url": f"https://www.{host}/story/{n}", "text": text(n)}
        for host in ("one.example", "two.example")
        for n in range(1, 5)
    ]
    rows.append({"id": "lost", "text": text(9)})
    path = tmp_path / "pages.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_an_archive_is_learned(shard: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert learn(shard, "--out", tmp_path / "site.memory") == 0
    memory = SiteMemory.load(tmp_path / "site.memory")
    assert memory.hosts() == ["one.example", "two.example"]
    assert memory.for_host("one.example").pages == 4
    told = capsys.readouterr().err
    assert told == (
        f"8 pages of 2 hosts in {tmp_path}/site.memory ({(tmp_path / 'site.memory').stat().st_size:,} bytes)\n"
        "passed over: 1 page without an address; --host names their host\n"
    )


def test_a_folder_is_learned_for_a_host_and_added(shard: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(text(20), encoding="utf-8")
    (folder / "b.html").write_text(f"<html><body><p>{text(21)}</p></body></html>", encoding="utf-8")
    assert learn(shard, "--out", tmp_path / "first", "--quiet") == 0
    assert (
        learn(folder, "--host", "one.example", "--add-to", tmp_path / "first", "--out", tmp_path / "both", "--quiet")
        == 0
    )
    assert SiteMemory.load(tmp_path / "both").for_host("one.example").pages == 6


def test_a_table_without_the_field_is_named(shard: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stray = tmp_path / "meta.json"
    stray.write_text('{"version": 1}\n', encoding="utf-8")
    lacks = "no field text or html in the rows (they have: version); name the page's field with --column"
    assert learn(stray, shard, "--out", tmp_path / "site.memory", "--quiet") == 2
    assert capsys.readouterr().err == f"newsclean learn: {stray}: passed over: {lacks}\n"
    assert SiteMemory.load(tmp_path / "site.memory").for_host("one.example").pages == 4
    assert learn(stray, "--out", tmp_path / "none") == 1
    assert capsys.readouterr().err == f"newsclean learn: {stray}: {lacks}\n"
    assert learn(stray, shard, "--out", tmp_path / "none", "--column", "body") == 1
    assert capsys.readouterr().err.startswith(f"newsclean learn: {stray}: no field body in the rows")


def test_output_of_an_archive_run_is_not_learned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marks = tmp_path / "pages" / "clean" / ".newsclean"
    marks.mkdir(parents=True)
    (tmp_path / "pages" / "a.txt").write_text(text(20), encoding="utf-8")
    (marks / "0.json").write_text('{"output": "pages.jsonl", "digest": "0af3"}')
    (marks.parent / "pages.jsonl").write_text(json.dumps({"url": "https://two.example/1", "text": text(21)}))
    assert learn(tmp_path / "pages", "--host", "one.example", "--out", tmp_path / "x") == 0
    assert SiteMemory.load(tmp_path / "x").hosts() == ["one.example"]
    said = capsys.readouterr().err
    assert said.endswith(f"not read: {tmp_path}/pages: 1 file that newsclean archive wrote there before\n")
    assert learn(tmp_path / "pages", "--host", "one.example", "--out", tmp_path / "x", "--quiet") == 0
    assert capsys.readouterr().err == ""


def test_the_pruned_file_is_no_larger(shard: Path, tmp_path: Path) -> None:
    assert learn(shard, "--out", tmp_path / "pruned", "--prune", "--quiet") == 0
    assert SiteMemory.load(tmp_path / "pruned").for_host("two.example").pages == 4


def test_faults_are_told(shard: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert learn(tmp_path / "nothing", "--out", tmp_path / "x") == 1
    assert "no such file" in capsys.readouterr().err
    assert learn(shard, "--add-to", tmp_path / "nothing", "--out", tmp_path / "x") == 1
    assert f"newsclean learn: {tmp_path}/nothing: No such file or directory" in capsys.readouterr().err
    assert learn(shard, "--add-to", shard, "--out", tmp_path / "x") == 1
    assert "is not a site memory" in capsys.readouterr().err
    with shard.open("a", encoding="utf-8") as file:
        file.write('{"id": "cut off", "te\n')
    assert learn(shard, "--out", tmp_path / "x") == 2
    assert "pages.jsonl: offset " in capsys.readouterr().err
    assert SiteMemory.load(tmp_path / "x").for_host("one.example").pages == 4


def test_pages_without_any_host_are_no_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(text(1), encoding="utf-8")
    assert learn(tmp_path / "pages", "--out", tmp_path / "x") == 1
    assert capsys.readouterr().err == "newsclean learn: no page with a host; --host names their host\n"
    (tmp_path / "empty.jsonl").touch()
    assert learn(tmp_path / "empty.jsonl", "--out", tmp_path / "x") == 1
    assert capsys.readouterr().err == "newsclean learn: no page to learn from\n"
    assert not (tmp_path / "x").exists()


def test_rows_without_a_page_are_not_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": "a", "url": "https://one.example/1", "title": "x"}, {"id": "b", "text": ""}]
    path = tmp_path / "pages.jsonl"
    page = {"url": "https://one.example/2", "text": text(1)}
    path.write_text("".join(json.dumps(row) + "\n" for row in [*rows, page]))
    assert learn(path, "--out", tmp_path / "x") == 0
    said = capsys.readouterr().err
    assert said.startswith("1 page of 1 host in ")
    assert said.endswith("\npassed over: 2 pages, empty or missing\n")
    path.write_text(json.dumps({**rows[0], "text": ""}) + "\n")
    assert learn(path, "--out", tmp_path / "y") == 1
    assert capsys.readouterr().err == "newsclean learn: no page to learn from\n"


def test_an_input_is_never_overwritten(shard: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = shard.read_bytes()
    (tmp_path / "link").symlink_to(shard)
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(text(20), encoding="utf-8")
    for out in (shard, tmp_path / "link"):
        assert learn(shard, "--out", out) == 1
        assert "choose another file for --out" in capsys.readouterr().err
    assert learn(pages, "--host", "one.example", "--out", pages / "a.txt") == 1
    assert "choose another file for --out" in capsys.readouterr().err
    assert shard.read_bytes() == before
    assert (pages / "a.txt").read_text(encoding="utf-8") == text(20)


def test_a_memory_may_be_added_to_in_place(shard: Path, tmp_path: Path) -> None:
    out = tmp_path / "site.memory"
    assert learn(shard, "--out", out, "--quiet") == 0
    assert learn(shard, "--add-to", out, "--out", out, "--quiet") == 0
    assert SiteMemory.load(out).hosts() == ["one.example", "two.example"]


def test_what_is_no_file_is_no_output(
    shard: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for out in (tmp_path / "pipe", tmp_path):
        assert learn(shard, "--out", out) == 1
        assert capsys.readouterr().err == f"newsclean learn: {out}: is there already, and is no regular file\n"
    assert (tmp_path / "pipe").is_fifo()
    missing = tmp_path / "missing" / "site.memory"
    monkeypatch.delattr(Learner, "learn")  # all of these are refused before anything is read
    assert learn(shard, "--out", missing) == 1
    said = f"newsclean learn: {missing}: cannot be written: {missing.parent}: No such file or directory\n"
    assert capsys.readouterr().err == said
    monkeypatch.chdir(tmp_path)
    assert learn(shard, "--out", "-") == 1
    assert "standard output" in capsys.readouterr().err
    assert not (tmp_path / "-").exists()


def test_an_address_without_end_has_no_host(shard: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with shard.open("a", encoding="utf-8") as file:
        for length in (255, 256, 70_000):
            row = {"url": f"https://{'a' * length}/1", "text": text(10)}
            file.write(json.dumps(row) + "\n")
    assert learn(shard, "--out", tmp_path / "x") == 0
    assert SiteMemory.load(tmp_path / "x").hosts() == ["a" * 255, "one.example", "two.example"]
    assert "3 pages without an address" in capsys.readouterr().err


def test_a_file_without_a_name_is_refused(
    shard: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for given in (["", "--out", "x"], [shard, "--out", ""], [shard, "--add-to", "", "--out", "x"]):
        with pytest.raises(SystemExit, match="2"):
            learn(*given)
        assert "'' is no name of a file or folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [shard]


@pytest.mark.parametrize("host", ["", "/", "http://"])
def test_a_host_that_is_none_is_refused(
    host: str, shard: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert learn(shard, "--host", host, "--out", tmp_path / "x") == 1
    assert capsys.readouterr().err == f"newsclean learn: --host: {host!r} is no host\n"
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("named", [True, False])
def test_a_shard_that_cannot_be_read_costs_no_other(
    named: bool, shard: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed.jsonl"
    closed.write_bytes(shard.read_bytes())
    plain = ShardFile.read

    def read(file: ShardFile, *arguments: int) -> bytes:
        if file.path == closed:
            raise OSError(errno.EIO, "Input/output error", *[str(closed)] * named)
        return plain(file, *arguments)

    monkeypatch.setattr(ShardFile, "read", read)
    assert learn(closed, shard, "--out", tmp_path / "x", "--quiet") == 2
    assert capsys.readouterr().err == f"newsclean learn: {closed}: cannot be read to its end: Input/output error\n"
    assert SiteMemory.load(tmp_path / "x").hosts() == ["one.example", "two.example"]


def test_a_file_that_the_installation_lacks_ends_the_run(shard: Path, tmp_path: Path, monkeypatch: Any) -> None:
    def learn_pages(*_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "calendar.txt")

    monkeypatch.setattr("newsclean.archive.learning.learn_pages", learn_pages)
    assert learn(shard, "--out", tmp_path / "x") == 1
    assert not (tmp_path / "x").exists()
