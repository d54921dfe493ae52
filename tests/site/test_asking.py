"""Asking: what a host's memory says of a page's blocks."""

from __future__ import annotations

import dataclasses
import pickle
import random
from pathlib import Path
from typing import Any

import numpy as np

from newsclean.site import HostMemory, on_pages


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


def test_what_reasons_say() -> None:
    assert on_pages(14, 17) == "on 14 of this site's 17 pages"
    assert on_pages(1, 1) == "on 1 of this site's 1 page"
