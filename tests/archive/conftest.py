"""Archives made for the tests, and ways to run the command on them."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
from base64 import b32encode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import zstandard

Record = Callable[..., bytes]
Command = Callable[..., subprocess.CompletedProcess[str]]

SENTENCES = (
    "The harbour council met on Tuesday evening to settle the long dispute over the ferry's timetable.",
    "Fishermen had asked for an earlier crossing, since the market opens at six and the catch does not wait.",
    "Nobody in the hall wanted a second vote, and the chairwoman closed the meeting shortly before midnight.",
    "The new timetable comes into force in spring, once the second boat is back from the yard.",
)


def page(number: int, *, paragraphs: int = 4) -> str:
    """An invented article as HTML; each number another one."""
    body = "".join(f"<p>{SENTENCES[(number + i) % 4]} Report {number}, part {i}.</p>" for i in range(paragraphs))
    head = f"<!DOCTYPE html><html><head><title>Ferry {number}</title></head>"
    return f"{head}<body><h1>Ferry {number}</h1>{body}</body></html>"


@pytest.fixture(name="page")
def page_fixture() -> Callable[..., str]:
    return page


@pytest.fixture
def record() -> Record:
    """One WARC record as bytes; `number` makes its id and address."""

    def make(
        number: int,
        body: bytes | str | None = None,
        *,
        head: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
        type: str = "response",
        longer: int = 0,
        digest: bool = False,
    ) -> bytes:
        content = page(number) if body is None else body
        block = head.encode() + (content.encode() if isinstance(content, str) else content)
        headers = {
            "WARC-Type": type,
            "WARC-Record-ID": f"<urn:uuid:{number:08d}>",
            "WARC-Target-URI": f"http://news.test/{number}",
            "WARC-Date": "2024-02-03T04:05:06Z",
            "Content-Type": "application/http; msgtype=response" if type == "response" else "text/plain",
            "Content-Length": str(len(block) + longer),
        }
        if digest:
            headers["WARC-Block-Digest"] = "sha1:" + b32encode(hashlib.sha1(block).digest()).decode()
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"

    return make


@pytest.fixture
def pack() -> Callable[[str, list[bytes]], bytes]:
    """Records as a file: `plain`, `gz` and `zst` (a member a record), `one.gz` and `one.zst` (one member)."""

    def make(kind: str, records: list[bytes]) -> bytes:
        compressor = zstandard.ZstdCompressor()
        whole = b"".join(records)
        return {
            "plain": lambda: whole,
            "gz": lambda: b"".join(gzip.compress(item, mtime=0) for item in records),
            "zst": lambda: b"".join(compressor.compress(item) for item in records),
            "one.gz": lambda: gzip.compress(whole, mtime=0),
            "one.zst": lambda: compressor.compress(whole),
        }[kind]()

    return make


@pytest.fixture
def shards(tmp_path: Path, record: Any, pack: Any) -> list[Path]:
    """Three WARC files of five pages."""
    folder = tmp_path / "crawl"
    folder.mkdir()
    paths = []
    for shard in range(3):
        path = folder / f"{shard}.warc.gz"
        path.write_bytes(pack("gz", [record(10 * shard + n) for n in range(5)]))
        paths.append(path)
    return paths


@pytest.fixture
def read() -> Callable[..., tuple[list[Any], list[Any], list[str]]]:
    """The pages, losses and passed-over records of a shard."""
    from newsclean.archive.events import PAGE_LIMIT, Loss, RawPage
    from newsclean.archive.readers import Reader
    from newsclean.archive.tables import Columns

    def run(path: Path, limit: int = PAGE_LIMIT, **columns: Any) -> tuple[list[RawPage], list[Loss], list[str]]:
        events = list(Reader(path, Columns(**columns), limit))
        pages = [event for event in events if isinstance(event, RawPage)]
        losses = [event for event in events if isinstance(event, Loss)]
        return pages, losses, [event.what for event in events if not isinstance(event, RawPage | Loss)]

    return run


@pytest.fixture
def shard(tmp_path: Path) -> Callable[[bytes], Path]:
    """A file of such bytes."""

    def write(data: bytes) -> Path:
        path = tmp_path / "a.warc"
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    """Start the command. `tampered` is code that every process of it runs first, to make cleaning fail or take time."""

    def run(*arguments: object, tampered: str = "", **options: Any) -> subprocess.Popen[str]:
        environment = dict(os.environ)
        if tampered:
            folder = tmp_path / "tampered"
            folder.mkdir(exist_ok=True)
            (folder / "sitecustomize.py").write_text(tampered)
            environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
        return subprocess.Popen(
            [sys.executable, "-m", "newsclean.archive", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            start_new_session=True,
            **options,
        )

    return run


@pytest.fixture
def command(start: Callable[..., subprocess.Popen[str]]) -> Command:
    """Run the command to its end, with one worker where no number is given: each takes longer to start than to work."""

    def run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
        workers = () if "--workers" in arguments else ("--workers", 1)
        process = start(*arguments, *workers, **options)
        out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    return run


@pytest.fixture
def contents() -> Callable[[Path], Mapping[str, bytes]]:
    """The files of an output folder, without what the command remembers for itself."""

    def read(folder: Path) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}

    return read


@pytest.fixture
def rows() -> Callable[[Path], list[dict[str, Any]]]:
    """The rows of an output file in any format."""

    def read(path: Path) -> list[dict[str, Any]]:
        if path.name.endswith(".parquet"):
            import pyarrow as pa
            import pyarrow.parquet as pq

            # from memory: given a path, Arrow's threads may hold the file a little longer than the call, and its disk
            table: list[dict[str, Any]] = pq.read_table(pa.BufferReader(path.read_bytes())).to_pylist()
            return table
        data = path.read_bytes()
        plain = gzip.decompress(data) if path.name.endswith(".gz") else _unzst(data)
        return [json.loads(line) for line in plain.splitlines()]

    return read


def _unzst(data: bytes) -> bytes:
    with zstandard.ZstdDecompressor().stream_reader(data) as reader:
        return reader.read()
