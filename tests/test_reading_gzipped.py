"""Gzipped pages are read; damaged ones as far as they go, and nothing swells without end."""

from __future__ import annotations

import gzip
import time
import tracemalloc

import pytest

from newsclean import clean, explain
from newsclean.reading.gzipped import MAGIC, MOST, unzip

PARAGRAPHS = [
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter.",
    "The mayor, who had asked for a report in May, told residents that buses would take the long way by Örebro.",
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm.",
]
PAGE = "<html><head><title>Bridge</title></head><body>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</body></html>"


def test_a_gzipped_page_is_read() -> None:
    for text in (PAGE, "\n\n".join(PARAGRAPHS)):
        data = gzip.compress(text.encode())
        assert clean(data).split("\n\n") == PARAGRAPHS
        assert explain(data) == explain(text.encode())


def test_one_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    data = gzip.compress("\n\n".join(PARAGRAPHS * 40).encode(), 0)
    assert PARAGRAPHS[0] in clean(data[: len(data) // 2])
    assert [unzip(data[:-cut]).whole for cut in (1, 9, len(data) // 2)] == [False] * 3


@pytest.mark.parametrize("at", [-1, -5, -8])
def test_one_whose_check_sum_or_size_is_wrong_is_read_whole(at: int) -> None:
    data = bytearray(gzip.compress(PAGE.encode()))
    data[at] ^= 1
    assert not unzip(bytes(data)).whole
    assert clean(bytes(data)).split("\n\n") == PARAGRAPHS


def test_one_that_is_damaged_within_is_read_up_to_there() -> None:
    lines = [f"Ferry {i} sails at {i * i % 1440} minutes past midnight." for i in range(3000)]
    page = "\n\n".join(lines).encode()
    data = gzip.compress(page)
    damaged = data[: len(data) // 2] + b"\xff" * 8 + data[len(data) // 2 + 8 :]
    read, whole = unzip(damaged)
    assert not whole
    assert len(read) > len(page) // 3
    assert page.startswith(read[: len(page) // 3])


def test_all_members_are_read() -> None:
    half = len(PAGE) // 2
    data = gzip.compress(PAGE[:half].encode()) + gzip.compress(b"") + gzip.compress(PAGE[half:].encode())
    for behind in (b"", b"\x00" * 512, b"and something else"):
        assert unzip(data + behind).data == PAGE.encode()
        assert unzip(data + behind).whole
    assert unzip(data[:-20]).data.startswith(PAGE[:half].encode())


def test_many_members_take_no_longer() -> None:
    start = time.process_time()
    assert unzip(gzip.compress(b"a") * 40_000).data == b"a" * 40_000
    assert time.process_time() - start < 5


def test_bytes_that_only_begin_so_are_left_as_they_are() -> None:
    for source in (b"\x1f\x8b\x08", b"\x1f\x8b\x08 no gzip at all", b"\x1f\x8b", b"", PAGE.encode()):
        assert unzip(source).data is source
        assert unzip(source).whole is not source.startswith(MAGIC)
        clean(source)


def test_what_swells_is_cut() -> None:
    for data in (gzip.compress(b"a " * MOST), gzip.compress(b"a " * (MOST // 8)) * 8):
        tracemalloc.start()
        assert [len(unzip(data).data), unzip(data).whole] == [MOST, False]
        assert tracemalloc.get_traced_memory()[1] < 3 * MOST
        tracemalloc.stop()
    assert unzip(gzip.compress(PAGE.encode()), 10).data == PAGE.encode()[:10]
