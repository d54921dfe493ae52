"""Damaged WARC files take no longer for their size than sound ones: a fault costs what stands around it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FAULTY = b"WARC/1.0\r\nWARC-Type: response\r\n\r\nxx\r\n\r\n"
"""A record without a length."""
CUT_OFF = FAULTY.replace(b"\r\n\r\nxx", b"\r\nContent-Length: 60000000\r\n\r\nxx")
"""One whose length reaches over the end of any file made here."""


def _long(size: int) -> bytes:
    """A record of no page, `size` bytes long."""
    return b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: %d\r\n\r\n" % size + b"a" * size + b"\r\n\r\n"


def _work(read: Callable[..., Any], faults: int) -> Callable[[Path], None]:
    def work(path: Path) -> None:
        size = 10 if "large" in path.name else 1
        assert len(read(path)[1]) == faults * size

    return work


@pytest.mark.parametrize("faulty", [FAULTY, CUT_OFF], ids=["no length", "cut off"])
@pytest.mark.parametrize("kind", ["plain", "gz"])
def test_time_is_linear_in_faults(
    kind: str, faulty: bytes, tmp_path: Path, read: Any, check_linear: Callable[..., None]
) -> None:
    paths = [tmp_path / f"{name}.warc" for name in ("small", "large")]
    for path, faults in zip(paths, (3_000, 30_000), strict=True):
        path.write_bytes(gzip.compress(faulty * faults, 1) if kind == "gz" else faulty * faults)
    check_linear(_work(read, 3_000), *paths)


def test_time_is_linear_in_faults_of_a_member_too_long_for_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Any, check_linear: Callable[..., None]
) -> None:
    monkeypatch.setattr("newsclean.archive.warc._IN_MEMORY", 1 << 17)
    paths = [tmp_path / f"{name}.warc.gz" for name in ("small", "large")]
    for path, faults in zip(paths, (100, 1_000), strict=True):
        path.write_bytes(gzip.compress(_long(6_000 * faults) + FAULTY * faults, 1))
    check_linear(_work(read, 100), *paths)


def test_a_long_member_is_read_wherever_one_asks(tmp_path: Path) -> None:
    from newsclean.archive.long_member import LongMember
    from newsclean.archive.members import GZIP, Damage, Member, ShardFile

    content = b"".join(b"%07d\n" % number for number in range(100_000))
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(content)[:-4])
    with ShardFile(path) as shard:
        long = LongMember(Member(shard, 0, GZIP, 1 << 30), keep=1_000)
        for at in (0, 5, 700_000, 699_990, 300_000, 0):  # on, back within what is kept, and back to the beginning
            assert content[at:].startswith(long.read(at, 30))
            assert long.read(at, 30)
        for _ in range(2):
            with pytest.raises(Damage, match="cut off"):
                long.read(len(content), 30)
        assert long.read(0, 16) == content[:16]
