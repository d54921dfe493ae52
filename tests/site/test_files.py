"""The memory's file, and its smaller form."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from newsclean.site import SiteMemory, SiteMemoryError

SOUND = b"a" * 8 + b"\1\xff"
"""The record of a page of one line."""


def test_pruning_keeps_what_repeats_and_what_tells_copies(valley: Any) -> None:
    pages = [valley.page(n, teasers=(n + 1,)) for n in range(40)]
    memory = valley.learned(*pages)
    small = memory.pruned()
    for source in (valley.page(5, teasers=(6,)), valley.copies(5)["crawled a week later"], valley.page(90)):
        _, whole = valley.look(memory, source)
        _, columns = valley.look(small, source)
        assert np.array_equal(columns.pages, whole.pages)
        assert np.array_equal(columns.repeats[whole.repeats != 1], whole.repeats[whole.repeats != 1])
    assert memory == valley.learned(*pages)
    assert sum(len(row[2]) for row in small.to_rows()) < sum(len(row[2]) for row in memory.to_rows())
    assert small.pruned() == small


def test_the_file_is_small_and_holds_no_text(valley: Any, tmp_path: Path) -> None:
    pages = [valley.page(n) for n in range(20)]
    data = valley.saved(valley.learned(*pages), tmp_path / "memory")
    assert len(data) < sum(map(len, pages)) / 4
    assert not [word for word in valley.WORDS if word.encode() in data]
    assert b"comments" not in data


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: b"{}", "is not a site memory"),
        (lambda data: b"", "is not a site memory"),
        (lambda data: data[:25], "cut short"),
        (lambda data: data[:-9], "damaged or cut short"),
        (lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:], "damaged"),
        (lambda data: data[:22] + b"\xff" + data[23:], "version 255.2; this newsclean reads 1.2: learn it again"),
    ],
)
def test_wrong_files_are_refused_with_a_reason(valley: Any, tmp_path: Path, damage: object, message: str) -> None:
    data = valley.saved(valley.learned(valley.page(1)), tmp_path / "memory")
    assert callable(damage)
    (tmp_path / "wrong").write_bytes(damage(data))
    with pytest.raises(SiteMemoryError, match=message):
        SiteMemory.load(tmp_path / "wrong")


def test_a_missing_file_and_wrong_rows_say_so(valley: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        SiteMemory.load(tmp_path / "nothing")


def test_a_file_that_cannot_be_written_is_named(valley: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        valley.learned(valley.page(1)).save(tmp_path / "nowhere" / "memory")
    assert raised.value.filename == str(tmp_path / "nowhere" / "memory")


@pytest.mark.parametrize(
    "row",
    [
        ("h", 1, b"abc"),
        ("h", 1, b""),
        ("h", 1, b"a" * 10),  # a text in a slot that the page does not have
        ("h", 1, b"a" * 16 + b"\1\1\xff\xff"),  # the same hash twice
        ("h", 1 << 63, SOUND),
        ("h", -(1 << 63) - 1, SOUND),
        ("h" * 70_000, 1, SOUND),
        ("/", 1, SOUND),
        (None, 1, SOUND),
        (b"h", 1, SOUND),
        ("h", None, SOUND),
        ("h", 1.0, SOUND),  # a column of floats has lost the page's last digits
        ("h", "1", SOUND),
        ("h", 1, None),
        ("h", 1, 10),  # bytes(10) are ten zeros
        ("h", 1, "a"),
        ("h", 1),
        ("h", 1, SOUND, 1),
        None,
        1,
    ],
)
def test_wrong_rows_say_so(row: Any) -> None:
    with pytest.raises(ValueError, match="not a row of a site memory"):
        SiteMemory.from_rows([row])
    assert SiteMemory.from_rows([("h", 1, SOUND)]).hosts() == ["h"]


def test_the_rows_of_a_memory_are_rows(valley: Any) -> None:
    memory = valley.learned(valley.page(1), valley.html_page(2), valley.html_page(3))
    rows = [(host, np.int64(page), memoryview(data)) for host, page, data in memory.to_rows()]
    assert SiteMemory.from_rows(rows) == memory  # type: ignore[arg-type]


def test_hosts_of_rows_are_folded(valley: Any) -> None:
    memory = valley.learned(valley.page(1), host="news.example")
    rows = [(f"WWW.{host.upper()}:80", page, data) for host, page, data in memory.to_rows()]
    assert SiteMemory.from_rows(rows) == memory


def test_a_host_that_no_file_holds_is_none(valley: Any, tmp_path: Path) -> None:
    memory = SiteMemory()
    memory.learn([("a" * 70_000, valley.page(1)), ("b" * 65_535, valley.page(1)), (valley.HOST, valley.page(1))])
    memory.save(tmp_path / "memory")
    assert SiteMemory.load(tmp_path / "memory").hosts() == ["b" * 65_535, valley.HOST]
    assert memory.for_host("a" * 70_000).pages == 0


def test_a_link_stays_and_what_it_leads_to_is_written(valley: Any, tmp_path: Path) -> None:
    memory = valley.learned(valley.page(1))
    (tmp_path / "there").mkdir()
    link = tmp_path / "link"
    link.symlink_to(Path("there") / "memory")
    for _ in range(2):  # to a file that is not there yet, and to one that is
        memory.save(link)
        assert link.is_symlink()
        assert SiteMemory.load(tmp_path / "there" / "memory") == memory
    assert os.listdir(tmp_path / "there") == ["memory"]


def test_what_is_no_regular_file_is_left_alone(valley: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for name in ("pipe", "link"):
        with pytest.raises(OSError, match="no regular file"):
            valley.learned(valley.page(1)).save(tmp_path / name)
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "link").is_symlink()


@contextmanager
def small_files() -> Iterator[None]:
    """Files of 100 bytes at most, as if the disk were full behind them; the file that tests report to is one, too."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_where_the_disk_is_full_nothing_half_written_stays(valley: Any, tmp_path: Path) -> None:
    memory = valley.learned(valley.page(1))
    with small_files(), pytest.raises(OSError, match="too large"):
        memory.save(tmp_path / "memory")
    assert not os.listdir(tmp_path)


def test_two_writers_do_not_write_into_one_file(valley: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asides = []
    replace = Path.replace

    def noted(path: Path, target: Path) -> Path:
        asides.append(path)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", noted)
    for _ in range(2):
        valley.learned(valley.page(1)).save(tmp_path / "memory")
    assert len(set(asides)) == 2
