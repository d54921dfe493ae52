"""Slots of blocks: where they stand on a page, whatever other pages they are read with."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from newsclean.reading.read import read
from newsclean.site import HostMemory, SiteMemory, slots
from newsclean.site.pages import records
from newsclean.site.slots import slots_of
from newsclean.site.store import NO_SLOT, SLOT, TEXT

PAGE = (
    '<body><div class="lead {x}"><p>The harbour opens again after a long winter.</p></div>'
    '<ul class="menu"><li>North</li><li>South</li></ul></body>'
)


def page(x: str = "a", more: str = "") -> str:
    return PAGE.replace("{x}", x) + more


def test_slots_are_the_same_alone_and_among_others() -> None:
    documents = [read(page(), "html"), read("One line.\n\nAnother line.", "text"), read(page("b"), "html")]
    alone = [slots_of([document]) for document in documents]
    assert np.array_equal(slots_of(documents), np.concatenate(alone))
    assert alone[0].all()
    assert not alone[1].any()
    assert not slots_of([]).size


def test_slots_tell_places_apart_and_leave_digits_aside() -> None:
    lead, north, south = slots_of([read(page(), "html")])
    assert north == south != lead
    assert slots_of([read(page("b"), "html")])[0] != lead
    assert slots_of([read(page("a17"), "html")])[0] == slots_of([read(page("a4"), "html")])[0]
    # the same label on another tag; headings of another level
    assert slots_of([read(page().replace("ul", "ol"), "html")])[1] != north
    headings = (f"<div><h{level}>The harbour opens again</h{level}></div><p>So.</p>" for level in (2, 3))
    assert len({int(slots_of([read(heading, "html")])[0]) for heading in headings}) == 2


def test_names_that_are_forgotten_hash_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(page("never-seen-name"), "html")
    before = slots_of([document])
    monkeypatch.setattr(slots, "_MOST_KNOWN", 0)
    assert np.array_equal(slots_of([document]), before)


def test_a_record_numbers_its_slots() -> None:
    many = "".join(
        f'<div class="{chr(97 + i % 26)}{chr(97 + i // 26)}q">Place {"x" * i} of many</div>' for i in range(300)
    )
    small, large, text = records([read(page(), "html"), read(many, "html"), read("Line one.\n\nLine two.", "text")])
    slots = small.hashes[small.flags & SLOT > 0]
    assert len(slots) == 2
    numbers = small.slots[small.flags & TEXT > 0].tolist()
    lead, menu, _ = slots_of([read(page(), "html")])
    assert sorted(slots[numbers].tolist()) == sorted([int(lead), int(menu), int(menu)])
    assert np.count_nonzero(large.flags & SLOT) == 254
    assert np.count_nonzero(large.slots[large.flags & TEXT > 0] == NO_SLOT) == 300 - 254
    assert not np.any(text.flags & SLOT)
    assert np.all(text.slots == NO_SLOT)
    assert all(np.all(record.hashes[1:] > record.hashes[:-1]) for record in (small, large, text))


def test_a_host_whose_texts_stand_in_slots_that_their_page_lacks_is_refused() -> None:
    memory = SiteMemory()
    memory.learn([("h.example", page()), ("h.example", page("b", "<p>Another line of it.</p>"))], kind="html")
    data = memory.for_host("h.example").__reduce__()[1][0]
    document = read(page(), "html")
    refused = 0
    for place, bit in product(range(len(data)), (1, 64)):
        changed = data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]
        try:
            HostMemory(changed).lookup(document)
        except ValueError:
            refused += 1
    assert refused > 0
