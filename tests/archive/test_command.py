"""The command from end to end: what it writes, what it skips, what it says and how it exits."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsclean import KEPT, Role, explain

EXPLODING = """
import newsclean.api
plain = newsclean.api.explain
def explain(source, **options):
    if "explode" in str(source):
        raise ValueError("boom")
    return plain(source, **options)
newsclean.api.explain = explain
"""


@pytest.mark.parametrize("form", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_each_shard_becomes_one_file(
    form: str, shards: list[Path], tmp_path: Path, command: Any, rows: Any, page: Any
) -> None:
    out = tmp_path / "out"
    result = command(*shards, "--out", out, "--format", form, "--stripped")
    assert (result.returncode, result.stderr) == (0, "")
    assert "15" in result.stdout
    found = rows(out / f"1.{form}")
    expected = explain(page(10), kind="html")
    assert [row["id"] for row in found] == [f"<urn:uuid:{n:08d}>" for n in range(10, 15)]
    assert list(found[0]) == [
        *("id", "url", "date", "title", "published", "byline", "text", "kept_share", "confidence", "flags", "stripped")
    ]
    assert found[0]["url"] == "http://news.test/10"
    assert found[0]["text"] == expected.text
    assert found[0]["title"] == expected.title
    assert [block["text"] for block in found[0]["stripped"]] == [b.text for b in expected.blocks if not b.kept]


def test_the_roles_that_are_asked_for_stay(
    shards: list[Path], tmp_path: Path, command: Any, rows: Any, page: Any
) -> None:
    out = tmp_path / "out"
    assert command(shards[1], "--out", out).returncode == 0
    for given, keep in (
        (["--keep", "+headline"], KEPT | {Role.HEADLINE}),
        (["--keep", "body", "--keep", "Headline"], {Role.BODY, Role.HEADLINE}),
    ):
        assert "1 done, 0 done before" in command(shards[1], "--out", out, *given).stdout
        assert "0 done, 1 done before" in command(shards[1], "--out", out, *given).stdout
        text = rows(out / "1.jsonl.gz")[0]["text"]
        assert text == explain(page(10), kind="html", keep=keep).text
        assert "Ferry 10" in text
    wrong = command(shards[1], "--out", out, "--keep", "bodie")
    assert (wrong.returncode, "no such role: 'bodie'; roles are body" in wrong.stderr) == (2, True)


@pytest.mark.parametrize("form", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_any_number_of_workers_gives_the_same_bytes(
    form: str, shards: list[Path], tmp_path: Path, command: Any, contents: Any
) -> None:
    for workers in (1, 2):
        command(*shards, "--out", tmp_path / str(workers), "--format", form, "--workers", workers)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert len(contents(tmp_path / "1")) == 3


def test_what_is_done_is_skipped_until_options_or_shard_change(
    shards: list[Path], tmp_path: Path, command: Any, contents: Any, record: Any, pack: Any
) -> None:
    out = tmp_path / "out"
    command(*shards[:2], "--out", out)
    times = {path.name: path.stat().st_mtime_ns for path in out.glob("*.gz")}
    result = command(*shards, "--out", out)
    assert "1 done, 2 done before" in result.stdout
    assert all((out / name).stat().st_mtime_ns == time for name, time in times.items())
    shards[0].write_bytes(pack("gz", [record(1)]))
    assert "1 done, 2 done before" in command(*shards, "--out", out).stdout
    (out / "1.jsonl.gz").unlink()
    assert "1 done, 2 done before" in command(*shards, "--out", out).stdout
    assert "3 done, 0 done before" in command(*shards, "--out", out, "--stripped").stdout
    assert "3 done, 0 done before" in command(*shards, "--out", out, "--format", "parquet").stdout
    assert sorted(contents(out)) == ["0.parquet", "1.parquet", "2.parquet"]


def test_losses_are_reported_with_offsets_and_status_2(
    shards: list[Path], tmp_path: Path, command: Any, record: Any, rows: Any
) -> None:
    whole = shards[1].read_bytes()
    shards[1].write_bytes(whole[:-40])
    for _ in range(2):  # also where the shard was done before
        result = command(*shards, "--out", tmp_path / "out", "--quiet")
        assert result.returncode == 2
        assert str(shards[1]) in result.stderr
        assert "offset " in result.stderr
        assert result.stdout == ""
    assert len(rows(tmp_path / "out" / "1.jsonl.gz")) == 4


def test_of_many_losses_the_first_are_told_and_the_mark_has_all(tmp_path: Path, command: Any) -> None:
    path = tmp_path / "p.jsonl"
    for lost, more in ((20, ""), (21, "1 more loss, "), (50, "30 more losses, ")):
        path.write_text('{"text": "A page."}\n' + "no row\n" * lost)
        result = command(path, "--out", tmp_path / "out")
        assert (result.returncode, result.stderr.count(f"{path}: offset ")) == (2, 20)
        assert re.findall(r"[0-9]+ more loss(?:es)?, ", result.stderr) == ([more] if more else [])
        assert re.search(rf"losses +{lost}$", result.stdout, re.MULTILINE)
    (mark,) = (tmp_path / "out" / ".newsclean").glob("*.json")
    assert f"which {mark} lists" in result.stderr
    assert len(json.loads(mark.read_text())["counts"]["losses"]) == 50


def test_a_field_called_text_may_hold_pages_of_any_kind(tmp_path: Path, command: Any, rows: Any, page: Any) -> None:
    sources = [page(1), "# Ferry\n\n- [Home](/)\n- [Sport](/sport)\n\nThe ferry is back.", "The ferry is back.\nHome"]
    path = tmp_path / "p.jsonl"
    path.write_text("".join(json.dumps({"text": source}) + "\n" for source in sources))
    assert command(path, "--out", tmp_path / "out").returncode == 0
    assert [row["text"] for row in rows(tmp_path / "out" / "p.jsonl.gz")] == [
        explain(source).text for source in sources
    ]
    assert "<" not in explain(sources[0]).text
    assert command(path, "--out", tmp_path / "out", "--kind", "text").returncode == 0
    assert rows(tmp_path / "out" / "p.jsonl.gz")[0]["text"] == explain(sources[0], kind="text").text


def test_a_page_that_fails_is_passed_on_uncleaned(tmp_path: Path, command: Any, rows: Any) -> None:
    path = tmp_path / "p.jsonl"
    texts = ["Good text.", "This will explode\ud800 here.", "Good again."]
    path.write_text("".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)))
    for form in ("jsonl.gz", "parquet"):
        result = command(path, "--out", tmp_path / "out", "--format", form, tampered=EXPLODING)
        assert result.returncode == 0
        found = rows(tmp_path / "out" / f"p.{form}")
        assert [row["id"] for row in found] == ["0", "1", "2"]
        assert found[1]["text"] == "This will explode\ufffd here."
        assert found[1]["flags"] == ["failed"]
        assert "page 1 failed and is passed on as it came: ValueError: boom" in result.stderr.splitlines()
    result = command(path, "--out", tmp_path / "fail", "--on-error", "fail", tampered=EXPLODING)
    assert result.returncode == 1
    assert "page 1 failed: ValueError: boom" in result.stderr
    assert not list((tmp_path / "fail").glob("*.gz"))


def test_wrong_use_says_why(tmp_path: Path, command: Any) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"body": "Text."}\n')
    missing = command(tmp_path / "none.warc", "--out", tmp_path / "out")
    assert (missing.returncode, "no such file" in missing.stderr) == (1, True)
    unwritable = command(path, "--out", path)
    assert (unwritable.returncode, unwritable.stderr) == (
        1,
        f"newsclean archive: {path}/.newsclean: Not a directory\n",
    )
    column = command(path, "--out", tmp_path / "out")
    assert column.returncode == 1
    assert "--column" in column.stderr
    assert command(path, "--out", tmp_path / "out", "--column", "body").returncode == 0


def test_an_unreadable_shard_is_set_aside_and_the_others_go_on(
    shards: list[Path], tmp_path: Path, command: Any, contents: Any
) -> None:
    tampered = f"""
import os
plain = os.open
def refuse(path, *rest, **more):
    if str(path) == {str(shards[1])!r}:
        raise OSError(5, "Input/output error")
    return plain(path, *rest, **more)
os.open = refuse
"""
    result = command(*shards, "--out", tmp_path / "out", tampered=tampered)
    assert result.returncode == 3
    assert f"{shards[1]}: set aside" in result.stderr
    assert sorted(contents(tmp_path / "out")) == ["0.jsonl.gz", "2.jsonl.gz"]


@pytest.mark.parametrize(
    "mark", ["{}", "[]", "5", "null", "{broken", '{"shard": 1, "output": 2, "counts": {}}', '{"counts": {"losses": 3}}']
)
def test_a_damaged_mark_is_named(mark: str, tmp_path: Path) -> None:
    from newsclean.archive.checkpoint import Checkpoint
    from newsclean.archive.events import ArchiveError

    checkpoint = Checkpoint(tmp_path / "out")
    checkpoint.lock()
    try:
        name = f"{checkpoint.key(tmp_path / 'p.jsonl')}.json"
        (checkpoint.folder / name).write_text(mark)
        with pytest.raises(ArchiveError, match=f"{name}: not a mark of this command.*delete it"):
            checkpoint.name_outputs([tmp_path / "p.jsonl"], "jsonl.gz")
    finally:
        checkpoint.unlock()


def test_two_runs_do_not_write_into_one_folder(shards: list[Path], tmp_path: Path, command: Any) -> None:
    from newsclean.archive.checkpoint import Checkpoint

    held = Checkpoint(tmp_path / "out")
    held.lock()
    try:
        result = command(*shards, "--out", tmp_path / "out")
    finally:
        held.unlock()
    assert (result.returncode, "another run" in result.stderr) == (1, True)


@pytest.mark.parametrize("given", [["", "--out", "out"], ["crawl", "--out", ""]])
def test_a_file_without_a_name_is_refused(given: list[str], shards: list[Path], tmp_path: Path, command: Any) -> None:
    before = sorted(tmp_path.rglob("*"))
    result = command(*given, cwd=tmp_path)
    assert (result.returncode, "'' is no name of a file or folder" in result.stderr) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before
