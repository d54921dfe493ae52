"""Damaged WARC files in every compression: a fault costs the record that it is in, and is told with its place."""

from __future__ import annotations

import gzip
import random
import re
from pathlib import Path
from typing import Any

import pytest

from tests.archive.test_warc import KINDS, ids

EACH_ITS_OWN = ["plain", "gz", "zst"]


@pytest.mark.parametrize("kind", KINDS)
def test_truncated_tail(kind: str, record: Any, pack: Any, read: Any, shard: Any) -> None:
    records = [record(n, digest=True) for n in range(6)]
    data = pack(kind, records)
    cut = len(data) - len(pack(kind, records[-1:])) // 2 if kind in EACH_ITS_OWN else len(data) - 6
    pages, losses, _ = read(shard(data[:cut]))
    if kind != "one.zst":  # its blocks of 128 KB are read whole or not at all
        assert ids(pages)[:3] == [0, 1, 2]
    if kind in EACH_ITS_OWN:
        assert ids(pages) == [0, 1, 2, 3, 4]
        assert losses[0].offset == len(pack(kind, records[:-1]))
    assert losses


@pytest.mark.parametrize("kind", EACH_ITS_OWN)
def test_flipped_bit_costs_one_record(kind: str, record: Any, pack: Any, read: Any, shard: Any) -> None:
    records = [record(n, digest=True) for n in range(6)]
    data = bytearray(pack(kind, records))
    start, end = len(pack(kind, records[:2])), len(pack(kind, records[:3]))
    data[(start + end) // 2 + 20] ^= 8
    pages, losses, _ = read(shard(bytes(data)))
    assert [n for n in ids(pages) if n != 2] == [0, 1, 3, 4, 5]
    flagged = [page.flags for page in pages if page.id.endswith("2>")]
    assert flagged in ([], [("digest_mismatch",)])
    assert [loss.offset for loss in losses] == [start]


@pytest.mark.parametrize("kind", ["one.gz", "one.zst"])
def test_flipped_bit_in_one_member_keeps_what_is_proven(
    kind: str, record: Any, pack: Any, read: Any, shard: Any, page: Any
) -> None:
    rng = random.Random(5)
    records = [record(n, page(n) + f"<p>{rng.randbytes(4000).hex()}</p>", digest=True) for n in range(200)]
    data = bytearray(pack(kind, records))
    data[len(data) // 2] ^= 4
    pages, losses, _ = read(shard(bytes(data)))
    assert losses
    assert losses[0].offset == 0
    assert ids(pages)[:60] == list(range(60))
    known = {n: page(n) for n in range(200)}
    for found in pages:
        if not found.flags:
            assert found.source.startswith(known[int(found.id.strip("<>").rsplit(":", 1)[1])])


@pytest.mark.parametrize("kind", ["gz", "zst"])
@pytest.mark.parametrize("seed", range(6))
def test_no_flip_loses_more_than_its_member(
    kind: str, seed: int, record: Any, pack: Any, read: Any, shard: Any
) -> None:
    rng = random.Random(seed)
    records = [record(n) for n in range(8)]
    data = bytearray(pack(kind, records))
    at = rng.randrange(len(data))
    data[at] ^= 1 << rng.randrange(8)
    hit = next(n for n in range(8) if at < len(pack(kind, records[: n + 1])))
    pages, losses, _ = read(shard(bytes(data)))
    assert [n for n in ids(pages) if n != hit] == [n for n in range(8) if n != hit]
    if hit not in ids(pages) or kind == "gz":
        # A gzip header's time and system bytes mean nothing: a flip there is none.
        harmless = kind == "gz" and 4 <= at - len(pack(kind, records[:hit])) <= 9
        assert harmless or len(losses) >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_garbage_between_members(kind: str, record: Any, pack: Any, read: Any, shard: Any) -> None:
    garbage = bytes(range(1, 200)) * 3
    first, second = pack(kind, [record(0), record(1)]), pack(kind, [record(2), record(3)])
    pages, losses, _ = read(shard(first + garbage + second))
    assert ids(pages) == [0, 1, 2, 3]
    assert [loss.offset for loss in losses] == [len(first)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("longer", [-40, -3, 5, 300, 1_000_000])
@pytest.mark.parametrize("digest", [False, True])
def test_wrong_length(kind: str, longer: int, digest: bool, record: Any, pack: Any, read: Any, shard: Any) -> None:
    records = [record(0), record(1, longer=longer, digest=digest), record(2), record(3)]
    pages, losses, _ = read(shard(pack(kind, records)))
    assert [n for n in ids(pages) if n != 1] == [0, 2, 3]
    assert 1 not in ids(pages)
    offsets = {"plain": len(records[0]), "gz": len(pack("gz", records[:1])), "zst": len(pack("zst", records[:1]))}
    assert [loss.offset for loss in losses] == [offsets.get(kind, 0)]


def test_over_long_length_that_ends_with_the_next_record(record: Any, read: Any, shard: Any) -> None:
    records = [record(0), record(1, longer=len(record(2))), record(2), record(3)]
    pages, losses, _ = read(shard(b"".join(records)))
    assert ids(pages) == [0, 2, 3]
    assert [loss.offset for loss in losses] == [len(records[0])]


def test_gzip_with_wrong_check_sum_or_length(record: Any, pack: Any, read: Any, shard: Any) -> None:
    members = [bytearray(pack("gz", [record(n)])) for n in range(4)]
    members[1][-5] ^= 1  # check sum
    members[2][-1] ^= 1  # length
    pages, losses, _ = read(shard(b"".join(members)))
    assert ids(pages) == [0, 3]
    assert [loss.offset for loss in losses] == [len(members[0]), len(members[0] + members[1])]


@pytest.mark.parametrize("length", ["²", "9" * 5000, "-5", "4 5", ""])
def test_a_length_that_is_none_costs_one_record(length: str, record: Any, read: Any, shard: Any) -> None:
    odd = re.sub(rb"Content-Length: \d+", f"Content-Length: {length}".encode(), record(1))
    pages, losses, _ = read(shard(record(0) + odd + record(2)))
    assert ids(pages) == [0, 2]
    assert [loss.reason for loss in losses] == ["record without a length"]


def test_whatever_is_the_matter_with_a_record_costs_no_other(
    record: Any, read: Any, shard: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_the_second(body: bytes, content_type: str) -> str:
        if b"Ferry 1" in body:
            raise UnicodeError("label too long " * 100)
        return body.decode()

    monkeypatch.setattr("newsclean.archive.warc.source_of", fails_on_the_second)
    pages, losses, _ = read(shard(record(0) + record(1) + record(2)))
    assert ids(pages) == [0, 2]
    assert [loss.offset for loss in losses] == [len(record(0))]
    assert losses[0].reason.startswith("record that cannot be read (UnicodeError: label too long")
    assert len(losses[0].reason) <= 350


def test_damaged_headers_are_losses(record: Any, read: Any, shard: Any) -> None:
    no_http = record(1, head="HTXX/1.1 ??? \r\nfoo")
    dns = record(2, "20240101\nnews.test. 60 IN A 127.0.0.1", head="").replace(b"application/http", b"text/dns")
    odd = record(3).replace(b"WARC-Type: response", b"WARC-Type: rexponse")
    pages, losses, passed = read(shard(record(0) + no_http + dns + odd + record(4)))
    assert ids(pages) == [0, 4]
    assert [loss.offset for loss in losses] == [len(record(0))]
    assert passed == ["response over another protocol", "record of unknown type"]


@pytest.mark.parametrize(("kind", "ending"), [("gz", ".gz"), ("zst", ".zst")])
def test_damaged_first_bytes_and_a_zeroed_member(
    kind: str, ending: str, tmp_path: Path, record: Any, pack: Any, read: Any
) -> None:
    members = [pack(kind, [record(n)]) for n in range(4)]
    path = tmp_path / f"a.warc{ending}"
    path.write_bytes(b"\0" + members[0][1:] + members[1] + bytes(len(members[2])) + members[3])
    pages, losses, _ = read(path)
    assert ids(pages) == [1, 3]
    assert [loss.offset for loss in losses] == [0, len(members[0] + members[1])]


def test_no_warc_at_all(read: Any, shard: Any) -> None:
    for data in (b"hello" * 100, gzip.compress(b"hello" * 100), b"\x1f\x8b", bytes(100)):
        pages, losses, _ = read(shard(data))
        assert not pages
        assert len(losses) == 1
    assert read(shard(b"")) == ([], [], [])
