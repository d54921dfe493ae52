"""WARC and WET files in every compression: what is a page in them, what is passed over, and what is refused."""

from __future__ import annotations

import gzip
import random
from typing import Any

import pytest

KINDS = ["plain", "gz", "zst", "one.gz", "one.zst"]


def ids(pages: list[Any]) -> list[int]:
    return [int(page.id.strip("<>").rsplit(":", 1)[1]) for page in pages]


@pytest.mark.parametrize("kind", KINDS)
def test_sound(kind: str, record: Any, pack: Any, read: Any, shard: Any, page: Any) -> None:
    records = [record(0, "software: test", type="warcinfo", head=""), *(record(n) for n in range(1, 6))]
    pages, losses, passed = read(shard(pack(kind, records)))
    assert ids(pages) == [1, 2, 3, 4, 5]
    assert not losses
    assert passed == ["warcinfo"]
    assert pages[0].source == page(1)
    assert (pages[0].kind, pages[0].url, pages[0].date) == ("html", "http://news.test/1", "2024-02-03T04:05:06Z")


@pytest.mark.parametrize("kind", ["gz", "one.gz"])
def test_padding_with_zeros_is_no_loss(kind: str, record: Any, pack: Any, read: Any, shard: Any) -> None:
    pages, losses, _ = read(shard(pack(kind, [record(0), record(1)]) + bytes(1000)))
    assert ids(pages) == [0, 1]
    assert not losses


def test_length_that_takes_in_the_blank_lines_is_harmless(record: Any, read: Any, shard: Any, page: Any) -> None:
    pages, losses, _ = read(shard(record(0) + record(1, longer=3) + record(2)))
    assert [found.source.strip() for found in pages] == [page(0), page(1), page(2)]
    assert not losses


def test_page_about_warc_files_is_no_damage(record: Any, read: Any, shard: Any) -> None:
    quoting = "<html><body><pre>\r\n" + record(7).decode() + "</pre></body></html>"
    pages, losses, _ = read(shard(record(0) + record(1, quoting) + record(2)))
    assert ids(pages) == [0, 1, 2]
    assert not losses


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "\0x", "utf-8\0x", "x" * 5000])
def test_no_charset_costs_a_page(charset: str, record: Any, read: Any, shard: Any) -> None:
    odd = record(1, head=f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={charset}\r\n\r\n")
    pages, losses, _ = read(shard(record(0) + odd + record(2)))
    assert ids(pages) == [0, 1, 2]
    assert not losses


def test_zstandard_with_a_dictionary(record: Any, read: Any, shard: Any) -> None:
    import zstandard

    records = [record(n) for n in range(40)]
    dictionary = zstandard.train_dictionary(2000, records)
    compressor = zstandard.ZstdCompressor(dict_data=dictionary)
    for content in (dictionary.as_bytes(), zstandard.compress(dictionary.as_bytes())):
        front = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content
        pages, losses, _ = read(shard(front + b"".join(compressor.compress(item) for item in records)))
        assert ids(pages) == list(range(40))
        assert not losses


def test_other_responses_are_passed_over(record: Any, read: Any, shard: Any) -> None:
    records = [
        record(0, b"\x89PNG", head="HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"),
        record(1, "", head="HTTP/1.1 302 Found\r\nContent-Type: text/html\r\n\r\n"),
        record(2, "<!doctype html><p>No type given.</p>", head="HTTP/1.1 200 OK\r\n\r\n"),
        record(3, "\x01\x02", head="HTTP/1.1 200 OK\r\n\r\n"),
        record(4, "<p>Only line feeds.</p>", head="HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n"),
        record(5, "x", type="revisit"),
        record(6, "x", type="metadata", head=""),
    ]
    pages, losses, passed = read(shard(b"".join(records)))
    assert ids(pages) == [2, 4]
    assert pages[1].source == "<p>Only line feeds.</p>"
    assert not losses
    assert passed == [
        "response of type image/png",
        "response without a body",
        "response of no type",
        "revisit",
        "metadata",
    ]


def test_wet_is_text(record: Any, pack: Any, read: Any, shard: Any) -> None:
    pages, _, _ = read(shard(pack("gz", [record(0, "Die Fähre.\nZweite Zeile.", type="conversion", head="")])))
    assert [(page.kind, page.source) for page in pages] == [("text", "Die Fähre.\nZweite Zeile.")]


def test_bombs_are_refused_at_a_limit_that_is_named(record: Any, pack: Any, read: Any, shard: Any) -> None:
    limit = 1_000_000
    zeros = bytes(40_000_000)
    encoded = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n\r\n"
    for kind in ("gz", "zst", "one.gz"):
        for bomb in (record(1, zeros), record(1, gzip.compress(zeros), head=encoded)):
            pages, losses, _ = read(
                shard(pack(kind, [record(0)]) + pack(kind, [bomb]) + pack(kind, [record(2)])), limit
            )
            assert ids(pages) == [0, 2]
            assert "1,000,000 bytes" in losses[0].reason
            assert losses[0].offset == len(pack(kind, [record(0)]))


def test_large_picture_is_passed_over_and_large_page_refused(record: Any, read: Any, shard: Any) -> None:
    rng = random.Random(1)
    picture = record(1, rng.randbytes(3000), head="HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")
    pages, losses, passed = read(shard(record(0) + picture + record(2, "<p>" + "word " * 600) + record(3)), 2000)
    assert ids(pages) == [0, 3]
    assert passed == ["response of type image/png"]
    assert [loss.offset for loss in losses] == [len(record(0) + picture)]
    assert "2,000 bytes" in losses[0].reason
