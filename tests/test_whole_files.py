"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean.site import SiteMemory
from newsclean.whole_files import sync_folder, write_whole


def test_a_file_is_replaced_by_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for parts in ([b"one, ", b"two"], [], [b"three"]):
        write_whole(path, iter(parts))
        assert path.read_bytes() == b"".join(parts)
    assert os.listdir(tmp_path) == ["a"]


def test_what_fails_midway_leaves_what_was_there(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError("no more")

    (tmp_path / "a").write_bytes(b"before")
    with pytest.raises(RuntimeError, match="no more"):
        write_whole(tmp_path / "a", broken())
    assert (os.listdir(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"before")


def test_a_saved_memory_is_on_the_disk_and_so_is_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_ino))
    SiteMemory().save(tmp_path / "memory")
    assert synced == [(tmp_path / "memory").stat().st_ino, tmp_path.stat().st_ino]


def test_a_folder_that_may_not_be_read_is_left_to_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def refuse(path: Path, flags: int) -> int:
        asked.append(path)
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    sync_folder(tmp_path)
    assert asked == [tmp_path]
