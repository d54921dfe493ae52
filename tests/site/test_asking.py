"""Asking: what a host's memory says of a page's blocks."""

from __future__ import annotations

import dataclasses
import pickle
import random
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import newsclean.site.memory
import newsclean.site.ready
from newsclean.site import HostMemory, SiteMemory, on_pages
from newsclean.site.ready import READY_BYTES, SHELL, Ready
from newsclean.site.store import MOST_PAGES


def test_an_unknown_host_has_an_empty_memory(valley: Any) -> None:
    memory = valley.learned(valley.page(1))
    document, columns = valley.look(memory, valley.page(2), "other.example")
    assert memory.for_host("other.example").pages == 0
    assert memory.hosts() == [valley.HOST]
    for field in dataclasses.fields(columns):
        column = getattr(columns, field.name)
        assert column.shape == (len(document),)
        assert column.dtype == np.float32
        assert not column.any()


def test_repeats_count_the_other_pages(valley: Any) -> None:
    document, columns = valley.look(
        valley.learned(*(valley.page(n, teasers=(n + 1,)) for n in range(17))), valley.page(5, teasers=(6,))
    )
    assert set(columns.pages.tolist()) == {16.0}
    assert valley.of(document, columns.repeats, valley.PROMO) == 16
    assert valley.of(document, columns.repeats, "Published 3 June 2022") == 16
    assert valley.of(document, columns.repeats, "7 comments") == 16
    assert valley.of(document, columns.repeats, valley.article(5)[0]) == 0
    assert valley.of(document, columns.headline, valley.headline(6)) == 1
    assert valley.of(document, columns.headline, valley.article(5)[0]) == 0
    assert not columns.slot_pages.any()
    assert not columns.slot_repeats.any()


def test_html_knows_slots(valley: Any) -> None:
    document, columns = valley.look(valley.learned(*(valley.html_page(n) for n in range(6))), valley.html_page(3))
    teaser = valley.sentence(random.Random(3 + 901))
    assert valley.of(document, columns.repeats, teaser) == 1
    assert valley.of(document, columns.slot_pages, teaser) == 5
    assert valley.of(document, columns.slot_repeats, valley.PROMO) == 1
    assert valley.of(document, columns.slot_repeats, teaser) > 0.5
    assert valley.of(document, columns.slot_repeats, valley.article(3)[0]) == 0
    assert valley.of(document, columns.slot_pages, valley.article(3)[0]) == 5


def test_asking_changes_nothing(valley: Any, tmp_path: Path) -> None:
    memory = valley.learned(*(valley.page(n) for n in range(4)))
    before = valley.saved(memory, tmp_path / "before")
    host = memory.for_host(valley.HOST)
    document, first = valley.look(memory, valley.page(9))
    again = pickle.loads(pickle.dumps(host))
    assert isinstance(again, HostMemory)
    assert valley.same(first, again.lookup(document))
    assert valley.saved(memory, tmp_path / "after") == before


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The hosts that are made for asking, as they are stored."""
    found: list[bytes] = []

    def make(data: bytes = b"") -> HostMemory:
        found.append(data)
        return HostMemory(data)

    monkeypatch.setattr(newsclean.site.memory, "HostMemory", make)
    return found


def hosts(valley: Any, count: int) -> SiteMemory:
    memory = SiteMemory()
    memory.learn((f"h{n}.example", valley.page(n)) for n in range(count))
    return memory


def test_the_hosts_that_were_asked_for_last_are_made_once(
    valley: Any, made: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newsclean.site.ready, "READY_BYTES", 0)
    memory = hosts(valley, 66)
    for n in range(66):
        memory.for_host(f"h{n}.example")
        memory.for_host("h0.example")  # asked for all the time, it stays
    assert len(made) == 66
    for n in (*range(64, 1, -1), 0):
        memory.for_host(f"h{n}.example")
    assert len(made) == 66 + 1  # what went for the others, and no more
    memory.learn([("h0.example", valley.page(99))])
    assert memory.for_host("h0.example").pages == 2


def test_many_small_hosts_are_made_once(valley: Any, made: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    memory = hosts(valley, 150)
    for _ in range(3):
        for name in memory.hosts():
            memory.for_host(name)
    assert len(made) == 150
    monkeypatch.setattr(newsclean.site.ready, "READY_BYTES", sum(map(len, made[:100])) + 100 * SHELL)
    memory.learn([("new.example", valley.page(500))])
    for name in ("new.example", *sorted(memory.hosts())[-90:]):
        memory.for_host(name)
    assert len(made) == 151


def test_hosts_of_one_page_are_bounded_by_what_they_take_in_memory(valley: Any) -> None:
    host = valley.learned(valley.page(1)).for_host(valley.HOST)
    ready = Ready()
    tracemalloc.start()
    try:
        for n in range(2000):
            ready.put(f"h{n}.example", pickle.loads(pickle.dumps(host)))
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken / 2000 < 4.5 * (host.nbytes + SHELL)
    for n in range(2000, 12000):
        ready.put(f"h{n}.example", host)
    assert len(ready) == READY_BYTES // (host.nbytes + SHELL)


def test_a_host_is_made_ready_as_fast_among_many_as_among_few() -> None:
    calls = 0

    class Counted(HostMemory):
        __slots__ = ()

        @property
        def nbytes(self) -> int:
            nonlocal calls
            calls += 1
            return 1

    ready = Ready()
    for n in range(3000):
        ready.put(f"h{n}.example", Counted())
    assert calls == 3000


def test_threads_may_ask_one_memory(valley: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsclean.site.ready, "READY_BYTES", 0)
    memory = hosts(valley, 80)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            names = [f"h{(7 * n) % 80}.example" for n in range(2000)]
            assert {host.pages for host in pool.map(memory.for_host, names)} == {1}
    finally:
        sys.setswitchinterval(before)


def test_a_host_s_articles_are_told_apart_by_what_its_pages_share(valley: Any) -> None:
    pages = (valley.page(n, body=valley.article(n, 12)) for n in range(MOST_PAGES))
    host = valley.learned(*pages).for_host(valley.HOST)
    data = pickle.dumps(host)
    tracemalloc.start()
    again = pickle.loads(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert again.pages == MOST_PAGES
    assert most < 40 * len(data)  # a place for each page and line would be more than a hundred times as much


def test_what_reasons_say() -> None:
    assert on_pages(14, 17) == "on 14 of this site's 17 pages"
    assert on_pages(1, 1) == "on 1 of this site's 1 page"
