"""Parquet files with values that Python cannot hold: they cost their rows at most, and no shard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

TEXTS = [f"The council of Eldham voted {word} on Tuesday." for word in ("once", "twice", "again", "never")]


def write(path: Path, **columns: Any) -> Path:
    pq.write_table(pa.table({"id": ["a", "b", "c", "d"], "text": TEXTS, **columns}), path)
    return path


def no_utf_8(*values: bytes) -> pa.Array:
    """A column of strings that are none: Arrow writes what it is told."""
    return pa.Array.from_buffers(pa.string(), len(values), pa.array(values, pa.binary()).buffers())


@pytest.mark.parametrize("field", ["text", "id", "url"])
def test_a_row_that_is_no_utf_8_is_lost_and_the_others_are_read(field: str, tmp_path: Path, read: Any) -> None:
    path = write(tmp_path / "p.parquet", **{field: no_utf_8(b"one", b"caf\xe9 \xff", b"three", b"four")})
    pages, losses, _ = read(path)
    assert len(pages) == 3
    assert [loss.reason.partition(" codec")[0] for loss in losses] == [f"row 2: the field {field}: 'utf-8'"]


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        (10**17, pa.timestamp("ms"), "<value out of range: 100000000000000000>"),
        (10**8, pa.date32(), "<value out of range: 100000000>"),
        (1714521600000000001, pa.timestamp("ns"), "2024-05-01 00:00:00.000000001"),  # with pandas or without
    ],
)
def test_a_date_that_python_does_not_know_is_as_arrow_writes_it(
    number: int, kind: pa.DataType, said: str, tmp_path: Path, read: Any
) -> None:
    path = write(tmp_path / "p.parquet", date=pa.array([0, number, None, 0], kind))
    pages, losses, _ = read(path)
    assert ([page.source for page in pages], losses) == (TEXTS, [])
    assert (pages[1].date, pages[2].date) == (said, None)
    assert pages[0].date == pages[3].date
    assert pages[0].date.startswith("1970-01-01")


def test_dates_of_an_unknown_time_zone_are_losses(tmp_path: Path, read: Any) -> None:
    kind = pa.timestamp("ms", tz="Mars/Base")
    pages, losses, _ = read(write(tmp_path / "p.parquet", date=pa.array([10**12, None, None, None], kind)))
    assert [page.id for page in pages] == ["b", "c", "d"]
    assert [loss.reason[:27] for loss in losses] == ["row 1: the field date: Cann"]
