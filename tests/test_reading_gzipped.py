"""Gzipped pages are read; damaged ones as far as they go, and nothing swells without end."""

from __future__ import annotations

import gzip
import tracemalloc

from newsclean import clean, explain
from newsclean.reading.gzipped import MOST, unzipped

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


def test_bytes_that_only_begin_so_are_left_as_they_are() -> None:
    for source in (b"\x1f\x8b\x08", b"\x1f\x8b\x08 no gzip at all", b"\x1f\x8b", b"", PAGE.encode()):
        assert unzipped(source) is source
        clean(source)


def test_what_swells_is_cut() -> None:
    data = gzip.compress(b"a " * MOST)
    tracemalloc.start()
    assert len(unzipped(data)) == MOST
    assert tracemalloc.get_traced_memory()[1] < 3 * MOST
    tracemalloc.stop()
