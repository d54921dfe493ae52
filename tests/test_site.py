"""Site memory: learned in any order and in parts, asked for a page's blocks, and never harmed by copies of a page."""

from __future__ import annotations

import dataclasses
import pickle
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.reading.document import Document
from newsclean.reading.read import read
from newsclean.site import HostMemory, SiteColumns, SiteMemory, SiteMemoryError, fold_host, on_pages
from newsclean.site_lines import hash_lines, hash_texts
from newsclean.site_store import MOST_LINES, MOST_PAGES

HOST = "news.example"
WORDS = [
    "harbour",
    "council",
    "bridge",
    "winter",
    "market",
    "teacher",
    "engine",
    "river",
    "budget",
    "window",
    "garden",
    "letter",
    "station",
    "doctor",
    "island",
    "painter",
    "village",
    "summer",
    "ticket",
    "border",
    "museum",
    "orchard",
    "committee",
    "lantern",
    "railway",
]
PROMO = "Read our morning letter and know what the day in the valley will bring before you have had your coffee."
NAVIGATION = ["Home", "Sport", "Culture", "12 comments", "Published 12 May 2021 at 10:30", PROMO]


def sentence(dice: random.Random) -> str:
    words = [dice.choice(WORDS) for _ in range(dice.randint(14, 30))]
    return " ".join(words).capitalize() + "."


def article(number: int, paragraphs: int = 6) -> list[str]:
    dice = random.Random(number)
    return [sentence(dice) for _ in range(paragraphs)]


def headline(number: int) -> str:
    dice = random.Random(f"headline {number}")
    return f"The {dice.choice(WORDS)} and the {dice.choice(WORDS)} of {dice.choice(WORDS)} number {'x' * number}"


def page(number: int, *, teasers: tuple[int, ...] = (), body: list[str] | None = None, day: int = 3) -> str:
    top = ["Home", "Sport", "Culture", headline(number), f"Published {day} June 2022", f"{day + 4} comments"]
    bottom = [PROMO, "Most read", *(headline(teaser) for teaser in teasers), "Imprint"]
    return "\n\n".join([*top, *(body or article(number)), *bottom])


def html_page(number: int) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in article(number))
    teaser = "".join(f"<li><a href='/'>{sentence(random.Random(n))}</a></li>" for n in (number + 901, number + 902))
    return (
        f"<!doctype html><html><head><title>{headline(number)} | Valley News</title></head><body>"
        f"<div class='story-{number} story'><h1>{headline(number)}</h1>{body}</div>"
        f"<ul class='rail'>{teaser}</ul><div class='foot'><p>{PROMO}</p></div></body></html>"
    )


def learned(*pages: str, host: str = HOST) -> SiteMemory:
    memory = SiteMemory()
    memory.learn((host, source) for source in pages)
    return memory


def saved(memory: SiteMemory, path: Path) -> bytes:
    memory.save(path)
    return path.read_bytes()


def look(memory: SiteMemory, source: str, host: str = HOST) -> tuple[Document, SiteColumns]:
    document = read(source, "auto")
    return document, memory.for_host(host).lookup(document)


def of(document: Document, column: np.ndarray, text: str) -> float:
    texts = document.text.split("\n")[:-1]
    return float(column[texts.index(text)])


def same(a: SiteColumns, b: SiteColumns) -> bool:
    return all(np.array_equal(getattr(a, f.name), getattr(b, f.name)) for f in dataclasses.fields(SiteColumns))


# lines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 comments", "12 Comments:"),
        ("Published 12 May 2021, 10:30", "published 3 Jun 2022 at 9:05".replace(" at", "")),
        ("5 minutes ago", "2 hours ago"),
        ("Mittwoch, 3. März 2021", "Freitag, 12. November 2022"),
        ("12 мая 2021", "3 июня 2022"),
        ("2021年5月3日", "2022年12月24日"),
        ("Étude «faite»", "e\u0301tude - faite"),
        ("Straße", "STRAßE"),
        ("It’s  here…", "it's here"),
        ("２３ replies", "7 replies"),
    ],
)
def test_a_line_is_the_same_line_in_another_dress(one: str, other: str) -> None:
    a, b = hash_lines(f"{one}\n{other}\n").hashes
    assert a == b != 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sport", "Sports"),
        ("ab", "ba"),
        ("May is late", "June is late"),
        ("नमस्ते दुनिया", "नमस्ते भारत"),
        ("한국", "홍콩"),
        ("𠀀", "𠀁"),
    ],
)
def test_other_lines_are_other_lines(one: str, other: str) -> None:
    a, b = hash_lines(f"{one}\n{other}\n").hashes
    assert a != b


def test_hashes_are_the_same_on_every_machine() -> None:
    assert hash_lines("Most read\nMehr über Köln\n").hashes.tolist() == [3067977675764892800, 9219020501153932555]


def test_lines_without_letters_are_none() -> None:
    lines = hash_lines("12:30\n\n- - -\na\n")
    assert lines.hashes[:3].tolist() == [0, 0, 0]
    assert lines.letters.tolist() == [0, 0, 0, 1]


text_lines = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=30), max_size=8)


@given(st.lists(text_lines, max_size=6))
def test_a_line_has_one_hash_whatever_stands_around_it(pages: list[list[str]]) -> None:
    texts = ["".join(line + "\n" for line in lines) for lines in pages]
    for lines, together in zip(pages, hash_texts(texts), strict=True):
        alone = [int(hash_lines(line + "\n").hashes[0]) for line in lines]
        assert together.hashes.tolist() == alone


# learning


page_numbers = st.lists(st.tuples(st.sampled_from(["a.example", "b.example"]), st.integers(0, 30)), max_size=24)


@settings(max_examples=40, deadline=None)
@given(page_numbers, st.integers(1, 8), st.randoms(use_true_random=False))
def test_any_order_and_any_parts_give_the_same_file(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[tuple[str, int]], parts: int, dice: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("site")
    pages = [(host, html_page(n) if n % 3 == 0 else page(n, teasers=(n + 1, n + 2))) for host, n in numbers]
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
    expected = saved(together, folder / "together")
    assert saved(merged, folder / "merged") == expected
    assert saved(SiteMemory.from_rows(rows), folder / "rows") == expected
    assert saved(SiteMemory.load(folder / "together"), folder / "again") == expected
    assert merged == together
    assert pickle.loads(pickle.dumps(together)) == together


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=10), st.integers(0, 12))
def test_what_a_query_sees_does_not_depend_on_repeats_or_on_the_page_itself(numbers: list[int], asked: int) -> None:
    source = page(asked, teasers=(1, 2))
    pages = [page(n, teasers=(n + 1, n + 2)) for n in numbers if n != asked]
    _, once = look(learned(*pages), source)
    _, twice = look(learned(*pages, *pages), source)
    _, itself = look(learned(*pages, source), source)
    assert same(once, twice)
    assert same(once, itself)


def test_more_pages_than_are_kept_are_the_same_sample_in_any_order(tmp_path: Path) -> None:
    pages = [page(n, body=article(n, 2)) for n in range(MOST_PAGES + 300)]
    memory, backwards = learned(*pages), learned(*reversed(pages[:400]))
    backwards.merge(learned(*pages[350:]))
    assert saved(memory, tmp_path / "a") == saved(backwards, tmp_path / "b")
    assert len(list(memory.to_rows())) == MOST_PAGES
    assert memory.for_host(HOST).pages == MOST_PAGES


def test_learning_goes_on_after_loading(tmp_path: Path) -> None:
    learned(page(1)).save(tmp_path / "memory")
    memory = SiteMemory.load(tmp_path / "memory")
    assert memory.for_host(HOST).pages == 1
    memory.learn([(HOST, page(2))])
    assert memory == learned(page(1), page(2))
    assert memory.for_host(HOST).pages == 2


def test_sources_of_every_type_and_kind_are_learned() -> None:
    memory = SiteMemory()
    memory.learn([(HOST, page(1).encode()), (HOST, page(2)), (HOST, html_page(3).encode())])
    memory.learn([(HOST, "# " + headline(4) + "\n\n" + page(4))], kind="markdown")
    memory.learn([(HOST, ""), (HOST, "12\n\n34")])
    assert memory.for_host(HOST).pages == 4


@pytest.mark.parametrize("wrong", [(HOST, 3), (None, "text"), (b"host", "text")])
def test_wrong_types_are_refused(wrong: tuple[str, str]) -> None:
    with pytest.raises(TypeError, match="str"):
        SiteMemory().learn([wrong])


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "Example.ORG",
        "www.example.org",
        "example.org:8080",
        "example.org.",
        "https://www.example.org/a?b",
    ],
)
def test_hosts_are_folded(host: str) -> None:
    assert fold_host(host) == "example.org"
    memory = learned(page(1), host=host)
    assert memory.hosts() == ["example.org"]
    assert host in memory


def test_hosts_keep_their_parts_and_letters() -> None:
    assert fold_host("www.Example.org:80#2024-05") == "example.org#2024-05"
    assert fold_host("xn--bcher-kva.example") == fold_host("Bücher.example")
    assert fold_host("[::1") == "[::1"


# asking


def test_an_unknown_host_has_an_empty_memory() -> None:
    memory = learned(page(1))
    document, columns = look(memory, page(2), "other.example")
    assert memory.for_host("other.example").pages == 0
    assert memory.hosts() == [HOST]
    for field in dataclasses.fields(columns):
        column = getattr(columns, field.name)
        assert column.shape == (len(document),)
        assert column.dtype == np.float32
        assert not column.any()


def test_repeats_count_the_other_pages() -> None:
    document, columns = look(learned(*(page(n, teasers=(n + 1,)) for n in range(17))), page(5, teasers=(6,)))
    assert set(columns.pages.tolist()) == {16.0}
    assert of(document, columns.repeats, PROMO) == 16
    assert of(document, columns.repeats, "Published 3 June 2022") == 16
    assert of(document, columns.repeats, "7 comments") == 16
    assert of(document, columns.repeats, article(5)[0]) == 0
    assert of(document, columns.headline, headline(6)) == 1
    assert of(document, columns.headline, article(5)[0]) == 0
    assert not columns.slot_pages.any()
    assert not columns.slot_repeats.any()


def test_html_knows_slots() -> None:
    document, columns = look(learned(*(html_page(n) for n in range(6))), html_page(3))
    teaser = sentence(random.Random(3 + 901))
    assert of(document, columns.repeats, teaser) == 1
    assert of(document, columns.slot_pages, teaser) == 5
    assert of(document, columns.slot_repeats, PROMO) == 1
    assert of(document, columns.slot_repeats, teaser) > 0.5
    assert of(document, columns.slot_repeats, article(3)[0]) == 0
    assert of(document, columns.slot_pages, article(3)[0]) == 5


def test_asking_changes_nothing(tmp_path: Path) -> None:
    memory = learned(*(page(n) for n in range(4)))
    before = saved(memory, tmp_path / "before")
    host = memory.for_host(HOST)
    document, first = look(memory, page(9))
    again = pickle.loads(pickle.dumps(host))
    assert isinstance(again, HostMemory)
    assert same(first, again.lookup(document))
    assert saved(memory, tmp_path / "after") == before


def test_what_reasons_say() -> None:
    assert on_pages(14, 17) == "on 14 of this site's 17 pages"
    assert on_pages(1, 1) == "on 1 of this site's 1 page"


# what must not go wrong


def copies(number: int) -> dict[str, str]:
    body = article(number)
    later = article(number + 500)[:3]
    return {
        "second address": page(number),
        "crawled a week later": page(number, teasers=(71, 72, 73), day=10),
        "print copy": "\n\n".join([headline(number), *body]),
        "other top and bottom": "\n\n".join(
            ["Skip to content", headline(number), *body, "Back to top", "Terms of use"]
        ),
        "updated": page(number, body=[later[0], *body, later[1]]),
        "grown": page(number, body=[*body, *article(number + 600, 14)]),
        "cut by a pay wall": page(number, body=body[:3]),
        "other headline": page(number + 40, body=body),
    }


@pytest.mark.parametrize("kind", copies(0))
@pytest.mark.parametrize("learn_itself", [True, False])
def test_no_paragraph_of_an_article_repeats_because_of_its_copies(kind: str, learn_itself: bool) -> None:
    number = 8
    pages = [page(n) for n in range(20, 25)] + [copies(number)[kind]] + [page(number)] * learn_itself
    document, columns = look(learned(*pages), page(number))
    assert columns.pages[0] == 5
    assert [of(document, columns.repeats, paragraph) for paragraph in article(number)] == [0.0] * 6
    assert of(document, columns.repeats, PROMO) == 5


def test_copies_of_other_pages_count_once() -> None:
    pages = [page(20), page(21), *copies(8).values()]
    document, columns = look(learned(*pages), page(9))
    assert columns.pages[0] == 3
    assert of(document, columns.repeats, PROMO) == 3


def test_a_paragraph_taken_over_by_one_other_story_is_on_one_page() -> None:
    taken = article(8)[0]
    other = page(30, body=[*article(30), taken])
    document, columns = look(learned(page(20), page(21), other), page(8))
    assert columns.pages[0] == 3
    assert of(document, columns.repeats, taken) == 1


def test_a_column_s_standing_last_line_is_seen_as_standing() -> None:
    last = "The writer keeps bees above the valley and answers every letter that has a stamp on it."
    pages = [page(n, body=[*article(n), last]) for n in range(5)]
    document, columns = look(learned(*pages), pages[0])
    assert of(document, columns.repeats, last) == 4


def test_a_hostile_page_repeated_counts_once() -> None:
    hostile = page(66, body=[*article(66), *article(8)[:2]])
    again = [hostile.replace("Most read", f"Most read {WORDS[n % len(WORDS)]} {'z' * n}") for n in range(60)]
    document, columns = look(learned(page(20), page(21), *([hostile] * 40), *again), page(8))
    assert columns.pages[0] == 3
    assert of(document, columns.repeats, article(8)[0]) == 1


def test_a_giant_page_is_kept_in_bounds() -> None:
    dice = random.Random(7)
    giant = "\n\n".join(f"{dice.choice(WORDS)} {'y' * n} {dice.choice(WORDS)}" for n in range(1, MOST_LINES + 900))
    ((_, _, record),) = learned(giant).to_rows()
    assert len(record) <= 10 * MOST_LINES


# files


def test_pruning_keeps_what_repeats_and_what_tells_copies() -> None:
    pages = [page(n, teasers=(n + 1,)) for n in range(40)]
    memory = learned(*pages)
    small = memory.pruned()
    for source in (page(5, teasers=(6,)), copies(5)["crawled a week later"], page(90)):
        _, whole = look(memory, source)
        _, columns = look(small, source)
        assert np.array_equal(columns.pages, whole.pages)
        assert np.array_equal(columns.repeats[whole.repeats != 1], whole.repeats[whole.repeats != 1])
    assert memory == learned(*pages)
    assert sum(len(row[2]) for row in small.to_rows()) < sum(len(row[2]) for row in memory.to_rows())
    assert small.pruned() == small


def test_the_file_is_small_and_holds_no_text(tmp_path: Path) -> None:
    pages = [page(n) for n in range(20)]
    data = saved(learned(*pages), tmp_path / "memory")
    assert len(data) < sum(map(len, pages)) / 4
    assert not [word for word in WORDS if word.encode() in data]
    assert b"comments" not in data


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: b"{}", "is not a site memory"),
        (lambda data: b"", "is not a site memory"),
        (lambda data: data[:25], "cut short"),
        (lambda data: data[:-9], "damaged or cut short"),
        (lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:], "damaged"),
        (lambda data: data[:22] + b"\xff" + data[23:], "version 255.1; this newsclean reads 1.1: learn it again"),
    ],
)
def test_wrong_files_are_refused_with_a_reason(tmp_path: Path, damage: object, message: str) -> None:
    data = saved(learned(page(1)), tmp_path / "memory")
    assert callable(damage)
    (tmp_path / "wrong").write_bytes(damage(data))
    with pytest.raises(SiteMemoryError, match=message):
        SiteMemory.load(tmp_path / "wrong")


def test_a_missing_file_and_wrong_rows_say_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        SiteMemory.load(tmp_path / "nothing")
    with pytest.raises(ValueError, match="not a row of a site memory"):
        SiteMemory.from_rows([(HOST, 1, b"abc")])
