"""Full disks and limits of a file's size: the command stops, says so, and leaves whole files alone behind."""

from __future__ import annotations

import random
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.archive.test_kills import PACED


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 96 KB, where the machine lets us make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        pytest.skip(reason=f"no small file system to be made here: {made.stderr.strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def bulky(folder: Path) -> list[Path]:
    """Two shards whose output takes up more than 96 KB."""
    rng = random.Random(3)
    for shard in range(2):
        rows = (f'{{"id": "{n}", "text": "<p>{rng.randbytes(2000).hex()}</p>"}}\n' for n in range(20 + 60 * shard))
        (folder / f"{shard}.jsonl").write_text("".join(rows))
    return [folder / "0.jsonl", folder / "1.jsonl"]


@pytest.mark.parametrize("form", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_full_disk_stops_cleanly(
    form: str, tmp_path: Path, small_disk: Path, command: Any, contents: Any, rows: Any
) -> None:
    out = small_disk / "out"
    result = command(*bulky(tmp_path), "--out", out, "--workers", 1, "--format", form, tampered=PACED)
    assert result.returncode == 1
    assert "no room to write" in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(contents(out)) == [f"0.{form}"]
    assert len(rows(out / f"0.{form}")) == 20
    assert not list((out / ".newsclean").glob("*.part"))


def test_file_size_limit_stops_cleanly_and_resumes(tmp_path: Path, command: Any, contents: Any) -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))

    shards = bulky(tmp_path)
    out = tmp_path / "out"
    result = command(*shards, "--out", out, "--workers", 1, tampered=PACED, preexec_fn=limited)
    assert result.returncode == 1
    assert "no room to write" in result.stderr
    assert sorted(contents(out)) == ["0.jsonl.gz"]
    again = command(*shards, "--out", out, tampered=PACED)
    assert (again.returncode, "1 done, 1 done before" in again.stdout) == (0, True)
