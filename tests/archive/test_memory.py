"""A worker's memory stays small whatever the shard's size and however it is packed."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

PAGES, SIZE = 3000, 100_000
LIMIT = 290 * 1024 * 1024
"""All pages held at once would take some 800 MB.

Of Parquet it is some 257 MB, most of it what pyarrow keeps for itself, and a little more on a busy machine.
"""

SHORT = """
import newsclean.api
from newsclean.page import Block, Page, Role
def explain(source, **options):
    return Page(text=source[:50], blocks=(Block(source, 0, 0, Role.BODY, True, 1.0),))
newsclean.api.explain = explain
"""


def texts() -> Iterator[str]:
    noise = random.Random(1).randbytes(SIZE).hex()
    for number in range(PAGES):
        at = number * 31 % SIZE
        yield f"<p>{number} {noise[at : at + SIZE]}</p>"


def one_frame(path: Path, parts: Iterator[bytes]) -> None:
    with path.open("wb") as file, zstandard.ZstdCompressor(level=1).stream_writer(file) as writer:
        for part in parts:
            writer.write(part)


def one_row_group(path: Path) -> None:
    schema = pa.schema([("text", pa.string())])
    with path.open("wb") as file, pq.ParquetWriter(file, schema, compression="zstd", use_dictionary=False) as writer:
        writer.write_table(pa.table({"text": list(texts())}, schema=schema), row_group_size=PAGES)


@pytest.mark.parametrize("name", ["a.jsonl.zst", "a.warc.zst", "a.parquet"])
def test_peak_memory(name: str, tmp_path: Path, start: Any, record: Any) -> None:
    path = tmp_path / name
    if name == "a.parquet":
        one_row_group(path)
    elif name == "a.warc.zst":
        one_frame(path, (record(number, text) for number, text in enumerate(texts())))
    else:
        one_frame(path, (json.dumps({"text": text}).encode() + b"\n" for text in texts()))
    process = start(path, "--out", tmp_path / "out", "--workers", 1, tampered=SHORT)
    peak = 0
    while process.poll() is None:
        peak = max(peak, workers_peak(process.pid))
        time.sleep(0.02)
    stdout, err = process.communicate()
    assert process.returncode == 0, err
    assert f"{PAGES:,}," in stdout
    assert 10 * 1024 * 1024 < peak < LIMIT


def workers_peak(pid: int) -> int:
    """The largest resident set, in bytes, that a child of a process ever had."""
    peak = 0
    try:
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            status = Path(f"/proc/{child}/status").read_text()
            peak = max(
                [peak, *(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))]
            )
    except OSError:
        return peak  # it has ended meanwhile
    return peak
