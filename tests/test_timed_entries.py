"""Timed entries: what stands below times that follow each other is an article's, be they a live blog's or a day's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.options import Preference
from newsclean.reading.read import read
from newsclean.scoring.timed_entries import LEAST, has_entries, timed

TIMES = ("17:32", "16:18", "15:05", "12:40", "11:10", "09:41")
HEADS = (
    "Crews leave the quay", "Second tug arrives", "Harbour stays closed", "Oil on the beach", "Ferry runs aground",
    "Fog in the harbour",
)  # fmt: skip
SAID = (
    "The ferry is off the sandbank and the crews have left the quay for the night.",
    "A second tug has arrived to pull the ferry off the sandbank before the tide turns.",
    "The harbour stays closed until the ferry is off the sandbank, the master of the port said.",
    "Oil from the ferry has reached the beach below the harbour, and crews are laying booms.",
    "The morning ferry has run on a sandbank outside the harbour with ninety people aboard.",
    "Fog lies over the harbour, and the master of the port has told the ferry to wait.",
)
OTHER = (
    "Bakers in Lower Marsh have raised the price of rye bread for the third time since spring.",
    "A painting that hung in a school corridor was sold for eleven thousand pounds on Tuesday.",
    "Pupils from Orsey won the national chess title in a final that lasted past midnight.",
    "The council wants fewer parking spaces behind the library and more trees in their place.",
    "Doctors warn of a shortage of allergy tablets while birch pollen is at its highest.",
    "Two lorries collided near Tallow Bridge, spilling potatoes over both lanes of the road.",
)


def log(
    times: Sequence[str] = TIMES, said: Sequence[str] = SAID, above: Sequence[str] = ("",) * 6, below: str = ""
) -> str:
    entries = [f"{a}\n{t}\n{h}\n{s}" for a, t, h, s in zip(above, times, HEADS, said, strict=True)]
    return "\n".join([*entries, below])


def told(source: str, chance: float = 0.3, sure: Sequence[str] = ()) -> list[str]:
    """The blocks that are told, where each has a chance and some are sure."""
    view = View(read(source, "text"))
    score = np.array([0.9 if view.doc.read_text(i) in sure else chance for i in range(view.n)], np.float32)
    return [view.doc.read_text(i) for i in np.flatnonzero(timed(view, score)).tolist()]


ALL = [line for pair in zip(HEADS, SAID, strict=True) for line in pair]


@pytest.mark.parametrize(
    "times",
    [
        TIMES,
        TIMES[::-1],
        ("5.32pm GMT", "4.18pm GMT", "3.05pm GMT", "12.40pm GMT", "11.10am GMT", "9.41am GMT"),
        ("17h32", "16h18", "15h05", "12h40", "11h10", "9h41"),
        ("01:10", "00:32", "23:50", "23:05", "22:10", "21:00"),
        tuple(f"9 March 2021, {time}" for time in TIMES),
        tuple(f"{time} Uhr" for time in TIMES),
    ],
)
def test_headings_and_sentences_below_times_are_told(times: Sequence[str]) -> None:
    assert told(log(times)) == ALL


def test_times_at_the_heads_of_paragraphs_do_as_well() -> None:
    lines = [f"{time} {said}" for time, said in zip(TIMES, SAID, strict=True)]
    assert told("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "source",
    [
        log(("17:32", "09:41", "15:05", "11:10", "16:18", "12:40")),  # in no order
        log(("17:32",) * 6),  # one time
        log(said=OTHER),  # other stories
        log(said=("",) * 6),  # headlines
        log(above=("Ann", "Bo Lind", "Kim W.", "otter", "Old Salt", "J. Pell")),  # what readers wrote
        log(TIMES[:3] + ("",) * 3),  # three times
        log(tuple(f"{n} April 2021" for n in range(9, 3, -1))),  # days without a time
    ],
)
def test_no_others_are(source: str) -> None:
    assert told(source) == []


def test_nor_are_those_that_are_most_unlikely() -> None:
    assert told(log(), LEAST + 0.01) == ALL
    assert told(log(), LEAST - 0.01) == []


def test_beside_a_longer_article_they_are_a_list() -> None:
    article = [f"{said} Nobody was hurt, and the island's shops were open as on any day of the year." for said in OTHER]
    assert told("\n".join([*article, log()]), sure=article) == []
    assert told("\n".join([*article[:2], log()]), sure=article) == ALL


def test_behind_the_first_other_line_of_an_entry_a_box_may_stand() -> None:
    box = "Our letter on boats, every Friday\nIt tells you what happened on the water, and where."
    assert told(log(said=(*SAID[:3], f"{SAID[3]}\n{box}", *SAID[4:]))) == ALL


@pytest.mark.parametrize("first", [SAID[0], f"{SAID[0]}\nNobody was hurt, and the island's shops were open."])
def test_the_last_entry_is_as_long_as_most_others(first: str) -> None:
    said = (first, *SAID[1:])
    lines = [line for pair in zip(HEADS, said, strict=True) for line in "\n".join(pair).split("\n")]
    assert told(log(said=said, below="Comments are closed at this time of the day.")) == lines


def test_a_live_blog_stays_whole_and_says_why() -> None:
    menu = "\n".join(("News", "Sport", "Weather", "Jobs", "Contact", "The harbour, hour by hour"))
    page = explain(f"{menu}\n{log()}\n{menu}")
    assert [line for line in ALL if line not in page.text] == []
    assert "an entry below its time" in {reason.name for block in page.blocks for reason in block.reasons}
    assert [time for time in TIMES if time in page.text] == []


@pytest.mark.parametrize("prefer", ["precision", "recall"])
def test_preferences_are_survived(prefer: Preference) -> None:
    assert SAID[0] in clean(log(), prefer=prefer)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Key event 12:40 Iva Holm", ALL),
        ("Key event 12:40 Jon Berg", [*ALL[:6], *ALL[8:]]),
        ("Updated: 12:40 Iva Holm", [*ALL[:6], *ALL[8:]]),
        ("12:40 Iva Holm", ALL),
    ],
)
def test_a_time_may_stand_behind_a_label_where_the_line_goes_on_as_the_others_do(
    line: str, expected: Sequence[str]
) -> None:
    times = [line if time == "12:40" else f"{time} Iva Holm" for time in TIMES]
    assert told(log(times)) == expected


@pytest.mark.parametrize(("line", "stays"), [("The master of the port has told us this:", True), ("Also see:", False)])
def test_an_entry_goes_on_behind_a_sentence_that_announces_something(line: str, stays: bool) -> None:
    more = "Nobody sails before the tide turns, and the crews go home."
    said = [*SAID[:2], f"{SAID[2]}\n{line}\n{more}", *SAID[3:]]
    assert told(log(said=said)) == ([*ALL[:6], line, more, *ALL[6:]] if stays else ALL)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (log(), True),
        (log(tuple(f"{n} hours ago" for n in range(1, 7))), True),
        (log(tuple(f"{n} hours ago" for n in range(1, 7)), above=("Ann", "Bo", "Kim", "otter", "Salt", "Pell")), False),
        (log(said=("",) * 6), False),
        ("\n".join(SAID), False),
    ],
)
def test_a_page_has_entries(source: str, expected: bool) -> None:
    assert has_entries(View(read(source, "text"))) is expected


def test_a_page_that_calls_itself_a_live_blog_has_entries() -> None:
    head = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Fog"}</script>'
    body = "<nav><a href='/'>Home</a></nav><h1>Fog</h1>" + "".join(f"<p>{said}</p>" for said in SAID)
    assert has_entries(View(read(f"<html><head>{head}</head><body>{body}</body></html>", "html")))
    assert not has_entries(View(read(f"<html><head></head><body>{body}</body></html>", "html")))


def test_ten_times_the_entries_take_ten_times_as_long(check_linear: Callable[..., None]) -> None:
    def view_of(count: int) -> View:
        minutes = [n * 400 % 1440 for n in range(count)]  # each day ends behind four entries
        lines = [f"{minute // 60}:{minute % 60:02d}\n{SAID[n % 6]}" for n, minute in enumerate(minutes)]
        return View(read("\n".join(lines), "text"))

    def work(view: View) -> None:
        timed(view, np.full(view.n, 0.5, np.float32))
        has_entries(view)

    check_linear(work, view_of(2_000), view_of(20_000))
