"""What real crawlers write: small public archives where they are at hand, and a crawl by wget of a site served here."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import os
import shutil
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import zstandard
from fastwarc.warc import ArchiveIterator

PLACES = [os.environ.get("NEWSCLEAN_ARCHIVES", ""), *(str(p / "shared" / "archives") for p in Path(__file__).parents)]
ARCHIVES = next((Path(place) for place in PLACES if place and Path(place).is_dir()), None)
# Pages with a body, and other records, as FastWARC and warcio read them.
REAL = {
    "clueweb-quirk.warc.gz": 29,
    "iana.warc.gz": 18,
    "warcfile.warc.gz": 16,
    "whirlwind.warc.gz": 1,
    "whirlwind.warc.wet.gz": 1,
}


def fastwarc_types(path: Path) -> Counter[str]:
    with path.open("rb") as file:
        return Counter(str(record.headers.get("WARC-Type")) for record in ArchiveIterator(file, parse_http=False))


def warcio_types(path: Path) -> Counter[str]:
    warcio = pytest.importorskip("warcio.archiveiterator", reason="warcio is not installed")
    with path.open("rb") as file:
        return Counter(record.rec_type for record in warcio.ArchiveIterator(file))


def our_types(pages: list[Any], passed: list[str]) -> Counter[str]:
    types = Counter("conversion" if page.kind == "text" else "response" for page in pages)
    types.update(what.split(" ")[0] for what in passed)
    return types


needs_archives = pytest.mark.skipif(
    ARCHIVES is None,
    reason="no real archives at hand: NEWSCLEAN_ARCHIVES names no folder, no shared/archives beside us",
)


@needs_archives
@pytest.mark.parametrize("name", REAL)
def test_counts_agree_with_other_readers(name: str, read: Any) -> None:
    assert ARCHIVES is not None
    pages, losses, passed = read(ARCHIVES / name)
    assert not losses
    assert len(pages) == REAL[name]
    assert our_types(pages, passed) == fastwarc_types(ARCHIVES / name) == warcio_types(ARCHIVES / name)


@needs_archives
def test_no_archive_at_hand_is_left_out() -> None:
    assert ARCHIVES is not None
    assert {path.name for path in ARCHIVES.glob("*.gz")} == {*REAL, "clipped.warc.gz"}


@needs_archives
def test_clipped_archive(read: Any) -> None:
    assert ARCHIVES is not None
    pages, losses, _ = read(ARCHIVES / "clipped.warc.gz")
    assert not pages
    assert [loss.offset for loss in losses] == [0]
    assert "cut off" in losses[0].reason


@needs_archives
@pytest.mark.parametrize("name", REAL)
def test_the_same_pages_in_every_compression(name: str, tmp_path: Path, read: Any) -> None:
    assert ARCHIVES is not None
    check_compressions(gzip.decompress((ARCHIVES / name).read_bytes()), read(ARCHIVES / name), tmp_path, read)


@needs_archives
def test_real_archives_through_the_command(tmp_path: Path, command: Any, rows: Any) -> None:
    result = command(ARCHIVES, "--out", tmp_path / "out", "--workers", 2)
    assert result.returncode == 2, result.stderr  # one is truncated
    found = {path.name: len(rows(path)) for path in (tmp_path / "out").glob("*.gz")}
    assert found == {"clipped.jsonl.gz": 0} | {
        name.removesuffix(".gz").removesuffix(".warc").removesuffix(".wet") + ".jsonl.gz": pages
        for name, pages in REAL.items()
    }


def check_compressions(plain: bytes, expected: Any, folder: Path, read: Any) -> None:
    """The same records in other packings give the same pages."""
    packed = {"a.warc": plain, "b.warc.gz": gzip.compress(plain), "c.warc.zst": zstandard.compress(plain)}
    for name, data in packed.items():
        (folder / name).write_bytes(data)
        assert read(folder / name) == expected
    starts = [record.stream_pos for record in ArchiveIterator(io.BytesIO(plain), parse_http=False)]
    records = [plain[start:end] for start, end in zip(starts, [*starts[1:], len(plain)], strict=True)]
    for name, compress in (("d.warc.gz", gzip.compress), ("e.warc.zst", zstandard.compress)):
        (folder / name).write_bytes(b"".join(compress(record) for record in records))
        assert read(folder / name) == expected


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site: one page in an old charset, one page moved."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the test's output clean."""

    def do_GET(self) -> None:
        if self.path == "/moved.html":
            self.send_response(301)
            self.send_header("Location", "/1.html")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        guessed = super().guess_type(path)
        return "text/html; charset=iso-8859-1" if str(path).endswith("latin.html") else guessed


@pytest.fixture
def site(tmp_path: Path, page: Any) -> Iterator[str]:
    folder = tmp_path / "site"
    folder.mkdir()
    links = "".join(f'<a href="/{name}">x</a>' for name in ("1.html", "2.html", "latin.html", "moved.html", "a.css"))
    (folder / "index.html").write_text(f"<html><body>{links}<img src='/pixel.png'></body></html>")
    for number in (1, 2):
        (folder / f"{number}.html").write_text(page(number))
    (folder / "latin.html").write_bytes(
        "<html><body><p>Die Fähre fährt später – „übermorgen“.</p></body></html>".encode("cp1252")
    )
    (folder / "a.css").write_text("p { color: black }")
    (folder / "pixel.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed (Debian package wget)")
@pytest.mark.parametrize("compressed", [True, False])
def test_a_crawl_by_wget(compressed: bool, site: str, tmp_path: Path, read: Any, page: Any) -> None:
    options = [] if compressed else ["--no-warc-compression"]
    crawl = ["wget", "--quiet", "--recursive", "--page-requisites", "--warc-file=crawl", *options, site]
    # wget's status is 8: the site has no robots.txt.
    subprocess.run(crawl, cwd=tmp_path, check=False, env=os.environ | {"no_proxy": "127.0.0.1"}, timeout=60)
    path = tmp_path / ("crawl.warc.gz" if compressed else "crawl.warc")
    pages, losses, passed = read(path)
    assert not losses
    assert our_types(pages, passed) == fastwarc_types(path) == warcio_types(path)
    by_url = {found.url: found for found in pages}
    assert by_url[f"{site}2.html"].source in (page(2), page(2).encode())
    assert "später – „übermorgen“" in by_url[f"{site}latin.html"].source
    assert f"{site}a.css" not in by_url
    assert f"{site}moved.html" not in by_url
    assert "response of type image/png" in passed
    plain = gzip.decompress(path.read_bytes()) if compressed else path.read_bytes()
    check_compressions(plain, (pages, losses, passed), tmp_path, read)
