"""What a run remembers beside its output: its lock, and what was learned of shards."""

from __future__ import annotations

import errno
import fcntl
from pathlib import Path
from typing import IO, Any

import pytest

from newsclean.archive.checkpoint import Checkpoint
from newsclean.archive.events import ArchiveError
from newsclean.archive.learning import drop_older


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOLCK, "No locks available"), "out/.newsclean/lock: cannot be locked: No locks available"),
        (BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"), "out: another run is writing there"),
    ],
)
def test_why_a_folder_cannot_be_taken(
    error: OSError, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: list[IO[Any]] = []

    def fail(file: IO[Any], operation: int) -> None:
        files.append(file)
        raise error

    monkeypatch.setattr(fcntl, "flock", fail)
    with pytest.raises(ArchiveError) as caught:
        Checkpoint(tmp_path / "out").lock()
    assert str(caught.value) == f"{tmp_path}/{said}"
    assert [file.closed for file in files] == [True]


def test_what_was_learned_of_earlier_states_of_a_shard_goes(tmp_path: Path) -> None:
    for name in ("a-1.memory", "a-2.memory", "a-3.memory", "b-1.memory", "ab-1.memory"):
        (tmp_path / name).touch()
    drop_older(tmp_path, [tmp_path / "a-2.memory"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.memory", "ab-1.memory", "b-1.memory"]
