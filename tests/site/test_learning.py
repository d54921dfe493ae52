"""Learning: in any order and in any parts the same memory, byte for byte."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.reading.read import read
from newsclean.site import SiteMemory, fold_host
from newsclean.site.pages import AT_ONCE, records
from newsclean.site.record import MOST_LINES
from newsclean.site.store import MOST_PAGES

page_numbers = st.lists(st.tuples(st.sampled_from(["a.example", "b.example"]), st.integers(0, 30)), max_size=24)


@settings(max_examples=40, deadline=None)
@given(page_numbers, st.integers(1, 8), st.randoms(use_true_random=False))
def test_any_order_and_any_parts_give_the_same_file(
    valley: Any,
    tmp_path_factory: pytest.TempPathFactory,
    numbers: list[tuple[str, int]],
    parts: int,
    dice: random.Random,
) -> None:
    folder = tmp_path_factory.mktemp("site")
    pages = [
        (host, valley.html_page(n) if n % 3 == 0 else valley.page(n, teasers=(n + 1, n + 2))) for host, n in numbers
    ]
    together = SiteMemory()
    together.learn(pages)
    dice.shuffle(pages)
    memories = [SiteMemory() for _ in range(parts)]
    for memory, part in zip(memories, range(parts), strict=True):
        memory.learn(pages[part::parts])
    dice.shuffle(memories)
    merged, rows = SiteMemory(), []
    for i, memory in enumerate(memories):
        memory.save(folder / "part")
        merged.merge(SiteMemory.load(folder / "part") if i % 2 else memory)
        rows += list(memory.to_rows())
    dice.shuffle(rows)
    expected = valley.saved(together, folder / "together")
    assert valley.saved(merged, folder / "merged") == expected
    assert valley.saved(SiteMemory.from_rows(rows), folder / "rows") == expected
    assert valley.saved(SiteMemory.load(folder / "together"), folder / "again") == expected
    assert merged == together
    assert pickle.loads(pickle.dumps(together)) == together


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=10), st.integers(0, 12))
def test_what_a_query_sees_does_not_depend_on_repeats_or_on_the_page_itself(
    valley: Any, numbers: list[int], asked: int
) -> None:
    source = valley.page(asked, teasers=(1, 2))
    pages = [valley.page(n, teasers=(n + 1, n + 2)) for n in numbers if n != asked]
    _, once = valley.look(valley.learned(*pages), source)
    _, twice = valley.look(valley.learned(*pages, *pages), source)
    _, itself = valley.look(valley.learned(*pages, source), source)
    assert valley.same(once, twice)
    assert valley.same(once, itself)


def test_more_pages_than_are_kept_are_the_same_sample_in_any_order(valley: Any, tmp_path: Path) -> None:
    pages = [valley.page(n, body=valley.article(n, 2)) for n in range(MOST_PAGES + 300)]
    memory, backwards = valley.learned(*pages), valley.learned(*reversed(pages[:400]))
    backwards.merge(valley.learned(*pages[350:]))
    assert valley.saved(memory, tmp_path / "a") == valley.saved(backwards, tmp_path / "b")
    assert len(list(memory.to_rows())) == MOST_PAGES
    assert memory.for_host(valley.HOST).pages == MOST_PAGES


def test_learning_goes_on_after_loading(valley: Any, tmp_path: Path) -> None:
    valley.learned(valley.page(1)).save(tmp_path / "memory")
    memory = SiteMemory.load(tmp_path / "memory")
    assert memory.for_host(valley.HOST).pages == 1
    memory.learn([(valley.HOST, valley.page(2))])
    assert memory == valley.learned(valley.page(1), valley.page(2))
    assert memory.for_host(valley.HOST).pages == 2


def test_sources_of_every_type_and_kind_are_learned(valley: Any) -> None:
    memory = SiteMemory()
    memory.learn(
        [
            (valley.HOST, valley.page(1).encode()),
            (valley.HOST, valley.page(2)),
            (valley.HOST, valley.html_page(3).encode()),
        ]
    )
    memory.learn([(valley.HOST, "# " + valley.headline(4) + "\n\n" + valley.page(4))], kind="markdown")
    memory.learn([(valley.HOST, ""), (valley.HOST, "12\n\n34")])
    assert memory.for_host(valley.HOST).pages == 4


@pytest.mark.parametrize("wrong", [("news.example", 3), (None, "text"), (b"host", "text")])
def test_wrong_types_are_refused(wrong: tuple[str, str]) -> None:
    with pytest.raises(TypeError, match="str"):
        SiteMemory().learn([wrong])


@pytest.mark.parametrize(
    "wrong", [("news.example", "A page."), {"news.example": "A page."}, "page", ["ab"], [b"ab"], [("a", "b", "c")], [5]]
)
def test_what_is_no_pairs_is_refused(wrong: Any) -> None:
    memory = SiteMemory()
    with pytest.raises(TypeError, match=r"pair \(host, source\)"):
        memory.learn(wrong)
    assert not memory.hosts()
    memory.learn([["news.example", "A page of one line."]])  # type: ignore[list-item]
    assert memory.hosts() == ["news.example"]


@pytest.mark.parametrize(("wrong", "came"), [(("a", "b", "c"), "tuple of 3"), (["a"], "list of 1"), (5, "int")])
def test_what_came_in_place_of_a_pair_is_told(wrong: Any, came: str) -> None:
    with pytest.raises(TypeError, match=rf"is a pair \(host, source\), no {came};"):
        SiteMemory().learn([wrong])


@pytest.mark.parametrize("wrong", [None, {}, [SiteMemory()], "site.memory"])
def test_only_a_memory_is_merged(wrong: Any) -> None:
    with pytest.raises(TypeError, match=f"merge takes another SiteMemory, not {type(wrong).__name__};"):
        SiteMemory().merge(wrong)


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "Example.ORG",
        "www.example.org",
        "example.org:8080",
        "example.org.",
        "https://www.example.org/a?b",
        "https://example.org/a#b",
        "https://example.org#b",
        "//example.org/a",
        "example.org/a?b#c",
    ],
)
def test_hosts_are_folded(valley: Any, host: str) -> None:
    assert fold_host(host) == "example.org"
    memory = valley.learned(valley.page(1), host=host)
    assert memory.hosts() == ["example.org"]
    assert host in memory


def test_hosts_keep_their_parts_and_letters() -> None:
    assert fold_host("www.Example.org:80#2024-05") == "example.org#2024-05"
    assert fold_host("xn--bcher-kva.example") == fold_host("Bücher.example")
    assert fold_host("[::1") == "[::1"


@pytest.mark.parametrize("host", ["", "   ", "/", "#x", "?x", "http://", "//", ":80", "/news/1"])
def test_pages_of_no_host_are_passed_over(valley: Any, host: str) -> None:
    memory = valley.learned(valley.page(1), host=host)
    assert memory.hosts() == []
    assert host not in memory
    assert memory.for_host(host).pages == 0


def test_many_pages_at_once_make_the_records_that_each_makes_alone(valley: Any) -> None:
    long = "\n\n".join(f"{valley.sentence(random.Random(n))} {'q' * n}" for n in range(MOST_LINES + 50))
    verse = "\n\n".join(f"A short line of verse, the {'x' * n}th" for n in range(30))
    sources = [valley.page(1), valley.html_page(2), "", verse, "12\n\n34", long, "Home\n\nSport", valley.html_page(3)]
    documents = [read(source, "auto") for source in sources]
    alone = [record.to_bytes() for document in documents for record in records([document])]
    assert [record.to_bytes() for record in records(documents)] == alone
    assert [len(data) > 0 for data in alone] == [True, True, False, True, False, True, True, True]


@pytest.mark.parametrize("wrong", [(5, "x"), ("h.example", None), "no pair", ConnectionError("the crawl broke off")])
@pytest.mark.parametrize("before", [3, AT_ONCE, AT_ONCE + 3])
def test_pages_before_one_that_fails_are_learned(wrong: Any, before: int, valley: Any) -> None:
    def pages() -> Iterator[Any]:
        for n in range(before):
            yield f"h{n}.example", valley.page(n)
        if isinstance(wrong, Exception):
            raise wrong
        yield wrong
        yield "behind.example", valley.page(1)

    memory = SiteMemory()
    with pytest.raises((TypeError, ConnectionError)):
        memory.learn(pages())
    assert len(memory) == before
    assert "behind.example" not in memory


def test_another_kind_is_refused_before_any_page_is_read() -> None:
    with pytest.raises(ValueError, match="kind must be one of"):
        SiteMemory().learn([], kind="pdf")  # type: ignore[arg-type]
