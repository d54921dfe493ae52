"""Output files: which names they get, what they may replace, and what is said of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsclean.archive.checkpoint import Checkpoint
from newsclean.archive.events import ArchiveError
from tests.archive.table_files import ROWS, json_lines, write

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


def named(out: Path, shard: Path, form: str) -> Path:
    """The output of a shard as a run names it that comes no further."""
    checkpoint = Checkpoint(out)
    checkpoint.lock()
    try:
        return checkpoint.name_outputs([shard], form)[shard]
    finally:
        checkpoint.unlock()
