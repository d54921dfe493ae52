"""The memory's file, and its smaller form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from newsclean.site import SiteMemory, SiteMemoryError


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
    with pytest.raises(ValueError, match="not a row of a site memory"):
        SiteMemory.from_rows([(valley.HOST, 1, b"abc")])
