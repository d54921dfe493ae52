"""Decisions about neighbours: gaps in a text that stays nearly whole close, and lists stay or go whole."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.decision import BETWEEN, FIRM, blocks_between, headings_between, whole
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.copies import without_copies
from newsclean.scoring.scorer import Scored
from tests.texts import VOTE

OTHER = "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm."
SURE, KEPT, GAP, JUNK = FIRM + 0.1, FIRM - 0.1, BETWEEN + 0.01, BETWEEN - 0.01


def gaps(blocks: list[tuple[str, float]], threshold: float = 0.55) -> list[int]:
    """The numbers of the blocks that close a gap. blocks: (text, chance)."""
    view = View(read("\n\n".join(text for text, _ in blocks), "text"))
    assert view.n == len(blocks)
    score = np.array([chance for _, chance in blocks], np.float32)
    scored = Scored(view, np.empty((0, view.n), np.float32), score, score, threshold, threshold, threshold)
    return blocks_between(scored, score, score >= threshold).nonzero()[0].tolist()


def test_a_gap_in_a_text_that_stays_closes() -> None:
    rows = [("Up to 400 crowns", GAP), ("A bridge of rope", GAP)]
    assert gaps([(VOTE, SURE), *rows, (VOTE, SURE), (VOTE, KEPT)]) == [1, 2]


@pytest.mark.parametrize(
    "blocks",
    [
        [(VOTE, SURE), ("Up to 400 crowns", JUNK), (VOTE, SURE)],
        [(VOTE, SURE), ("Up to 400 crowns", GAP), ("A bridge of rope", JUNK), (VOTE, SURE), (VOTE, SURE)],
        [("Up to 400 crowns", GAP), (VOTE, SURE), (VOTE, SURE)],
        [(VOTE, SURE), (VOTE, SURE), ("Up to 400 crowns", GAP)],
        [(VOTE, SURE), ("Up to 400 crowns", GAP), (VOTE, KEPT)],
        [(VOTE, SURE), ("Read more", GAP), (VOTE, SURE)],
        [(VOTE, SURE), (OTHER, GAP), (VOTE, SURE)],
        [(VOTE, SURE)],
        [(VOTE, JUNK), ("Up to 400 crowns", GAP)],
    ],
    ids=[
        "junk",
        "junk beside it",
        "above",
        "below",
        "before an end in doubt",
        "a cue",
        "a third",
        "alone",
        "no article",
    ],
)
def test_other_gaps_stay_open(blocks: list[tuple[str, float]]) -> None:
    assert gaps(blocks) == []


def test_how_much_must_stay() -> None:
    few = [(VOTE, SURE)] * 8
    assert gaps([*few, (OTHER, GAP), *few]) == [8]
    assert gaps([*few[:2], (OTHER, GAP), *few[:2]]) == []


def test_what_was_printed_twice_does_not_come_back() -> None:
    texts = [VOTE, OTHER, "Up to 400 crowns", VOTE, *(f"{OTHER} So it was in {year}." for year in range(2001, 2009))]
    view = View(read("\n\n".join(texts), "text"))
    score = np.full(view.n, SURE, np.float32)
    score[2:4] = GAP, FIRM - 0.01
    kept = score >= FIRM
    scored = Scored(view, np.empty((0, view.n), np.float32), score, score, 0.55, 0.55, 0.55)
    assert blocks_between(scored, score, kept).nonzero()[0].tolist() == [2]


ASKED = "What would you do in your first hundred days to get the ferry running on time again?"
SAID = '"On the advice of my lawyer I shall not answer that question, with all respect to the court," he said.'
ANSWERS = [
    "I would buy a second engine, since the money is there and nobody has asked for it.",
    "Nothing, because the sea is rough, and no mayor can change that.",
    "I would ride on it every day, and so would the council.",
]


@pytest.mark.parametrize("text", [ASKED, SAID])
@pytest.mark.parametrize("apart", ["\n", "\n\n", "\r\n\r\n"])
def test_what_several_people_are_asked_or_somebody_says_again_and_again_comes_back(text: str, apart: str) -> None:
    report = apart.join([VOTE, OTHER, *(f"{text}{apart}{answer}" for answer in ANSWERS)])
    assert clean(report).count(text) == len(ANSWERS)


VERSES = [
    "The boats go out at four o'clock,\nthe gulls go out at five,\nand all that ever leaves the dock\nis glad to live.",
    "The boats come home at half past nine,\nthe gulls come home at ten,\nand all the washing on the line\ngoes out.",
]
REFRAIN = "Oh, row me to the other shore,\noh, row me to the sea,\nand I shall never ask for more\nthan company."


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_song_keeps_its_refrain(end: str) -> None:
    song = "\n\n".join([VOTE, VERSES[0], REFRAIN, VERSES[1], REFRAIN, OTHER])
    assert clean(song.replace("\n", end)).count(REFRAIN.split(",")[1]) == 2
    paragraph = "\n\n".join([VOTE, *ANSWERS, REFRAIN, OTHER, REFRAIN, ANSWERS[0]])
    view = View(read(paragraph.replace("\n", end), "text"))
    assert without_copies(view, np.full(view.n, SURE, np.float32), np.ones(view.n, np.bool_)).sum() == view.n - 2


@pytest.mark.parametrize(
    "blocks",
    [
        [VOTE, ASKED, ANSWERS[0], OTHER, ASKED, ANSWERS[1]],  # set apart once
        [VOTE, SAID, ANSWERS[0], OTHER, SAID, ANSWERS[1]],
        [VOTE, ASKED, ANSWERS[0], OTHER, SAID, ANSWERS[1], SAID] * 3,  # all of it was printed again
    ],
    ids=["a question", "a quotation", "the article"],
)
def test_what_was_printed_twice_stays_once(blocks: list[str]) -> None:
    view = View(read("\n\n".join(blocks), "text"))
    stays = without_copies(view, np.full(view.n, SURE, np.float32), np.ones(view.n, np.bool_))
    assert sorted(np.array(blocks)[stays]) == sorted(set(blocks))


def test_whatever_is_preferred_less_goes_the_less_precision_is_asked_for() -> None:
    rows = "\n\n".join(f"{VOTE}\n\nHarbour {i}" for i in range(6)) + f"\n\n{VOTE}"
    lengths = [len(clean(rows, prefer=prefer)) for prefer in ("precision", "balanced", "recall")]
    assert lengths == sorted(lengths)
    assert explain(rows).text == clean(rows)


@pytest.mark.parametrize(
    ("scores", "stays"),
    [
        ([0.9, 0.9, 0.2, 0.9], [1, 1, 1, 1]),
        ([0.9, 0.2, 0.2, 0.9], [1, 1, 1, 1]),  # half of it
        ([0.9, 0.2, 0.2, 0.2], [0, 0, 0, 0]),
        ([0.2, 0.2, 0.2, 0.2], [0, 0, 0, 0]),
    ],
)
def test_a_list_stands_or_falls_whole(scores: list[float], stays: list[int]) -> None:
    items = "- four hats\n- a lamp\n- two oars\n- one goat"
    view = View(read(f"The crates held these things, says the report.\n\n{items}\n\nAll is lost.", "markdown"))
    score = np.array([0.9, *scores, 0.9], np.float32)
    assert whole(view, score, score >= 0.5).tolist() == [True, *map(bool, stays), True]


@pytest.mark.parametrize(
    ("scores", "stays"),
    [([0.9, 0.3, 0.3, 0.1, 0.9], 1), ([0.9, 0.2, 0.1, 0.1, 0.9], 0), ([0.9, 0.3, 0.3, 0.1, 0.3], 0)],
    ids=["between", "too unlikely", "at an end"],
)
@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_a_table_between_two_blocks_that_stay_stays(scores: list[float], stays: int, kind: str) -> None:
    rows = "| Ferry | Price |\n| Orkla | 4 |\n| Bess | 9 |"
    view = View(read(f"The crates held these things, says the report.\n\n{rows}\n\nAll is lost.", kind))
    score = np.array(scores, np.float32)
    assert whole(view, score, score >= 0.5).tolist() == [True, *[bool(stays)] * 3, scores[-1] >= 0.5]


@pytest.mark.parametrize(
    ("items", "behind", "after", "stays"),
    [
        (0.2, "<p>Also read: What does a ferry cost?</p><p>All is lost.</p>", 0.9, True),
        (0.1, "<p>Also read: What does a ferry cost?</p><p>All is lost.</p>", 0.9, False),
        (0.2, "<div class='i'><p>Also read: What does a ferry cost?</p></div><p>All is lost.</p>", 0.9, True),
        (0.2, "<p>Also read: What does a ferry cost?</p><p>All is lost.</p>", 0.3, False),
        (0.2, "<p>Also read: What does a ferry cost?</p></div><div class='c'><p>All is lost.</p>", 0.9, False),
    ],
    ids=["a line", "unlikely", "a box", "at an end", "in another element"],
)
@pytest.mark.parametrize(
    ("list_tags", "item"), [("<table>{}</table>", "<tr><td>{}</td></tr>"), ("<ul>{}</ul>", "<li>{}</li>")]
)
def test_a_list_of_html_stays_where_its_element_goes_on_behind_what_goes(
    items: float, behind: str, after: float, stays: bool, list_tags: str, item: str
) -> None:
    made = list_tags.format("".join(map(item.format, ("Ferry Price", "Orkla 4", "Bess 9"))))
    page = (
        f"<html><body><div class='b'><p class='p'>The crates held these things.</p>{made}{behind}</div></body></html>"
    )
    view = View(read(page, "html"))
    assert view.doc.markup is not None
    score = np.array([0.9, items, items, items, 0.2, after], np.float32)
    assert whole(view, score, score >= 0.5).tolist() == [True, *[stays] * 3, False, after >= 0.5]


def test_a_list_does_not_go_on_behind_itself() -> None:
    made = "<ul><li>four hats</li><li>a lamp</li><li>two oars</li></ul>"
    view = View(
        read(f"<html><body class='b'><p class='p'>The crates held these things.</p>{made}</body></html>", "html")
    )
    score = np.array([0.9, 0.6, 0.1, 0.2], np.float32)
    assert whole(view, score, score >= 0.5).tolist() == [True, False, False, False]


@pytest.mark.parametrize(
    ("above", "scores", "stays"),
    [
        ("The council sent the crews these things:", [0.9, 0.3, 0.3, 0.1, 0.9], 1),
        ("The council sent the crews these things.", [0.9, 0.3, 0.3, 0.1, 0.9], 0),
        ("In this post:", [0.9, 0.3, 0.3, 0.1, 0.9], 0),
        ("Read more on what the council sent:", [0.9, 0.3, 0.3, 0.1, 0.9], 0),
        ("The council sent the crews these things:", [0.9, 0.2, 0.1, 0.1, 0.9], 0),
        ("The council sent the crews these things:", [0.9, 0.3, 0.3, 0.1, 0.3], 0),
    ],
    ids=["announced", "no colon", "a label", "a cue", "too unlikely", "at an end"],
)
@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_a_list_that_is_announced_between_two_blocks_that_stay_stays(
    above: str, scores: list[float], stays: int, kind: str
) -> None:
    view = View(read(f"{above}\n\n- four hats\n- a lamp\n- two oars\n\nAll is lost.", kind))
    score = np.array(scores, np.float32)
    assert whole(view, score, score >= 0.5).tolist() == [True, *[bool(stays)] * 3, scores[-1] >= 0.5]


def test_a_list_of_links_is_not_kept_for_its_announcement() -> None:
    items = "- [four hats](/1)\n- [a lamp](/2)\n- [two oars](/3)"
    view = View(read(f"The council sent the crews these things:\n\n{items}\n\nAll is lost.", "markdown"))
    score = np.array([0.9, 0.3, 0.3, 0.1, 0.9], np.float32)
    assert whole(view, score, score >= 0.5).tolist() == [True, False, False, False, True]


def test_an_item_that_was_printed_twice_does_not_come_back_with_its_list() -> None:
    view = View(read(f"{VOTE}\n\n- {VOTE}\n- a lamp\n- two oars\n- a hat\n", "markdown"))
    for twice in (0.4, 0.6):  # whatever side of the threshold it is on
        score = np.array([0.9, twice, 0.9, 0.9, 0.9], np.float32)
        kept = np.array([True, False, True, True, True])
        assert whole(view, score, kept).tolist() == kept.tolist()


def test_of_two_items_each_has_its_own_chance() -> None:
    view = View(read("Two things.\n\n- four hats\n- a lamp\n", "markdown"))
    score = np.array([0.9, 0.9, 0.2], np.float32)
    assert whole(view, score, score >= 0.5).tolist() == [True, True, False]


LABELS = ["Home", "News from the harbour", "Print", "Send to a friend", "The Tern"]


def rows(*cells: str) -> str:
    return f"<table class='page'>{''.join(f'<tr><td>{cell}</td></tr>' for cell in cells)}</table>"


@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_page_that_a_table_lays_out_keeps_its_paragraphs(kind: str) -> None:
    lines = [*LABELS[:3], VOTE, OTHER, *LABELS[3:], "About us"]
    source = rows(*lines) if kind == "html" else "\n".join(f"| {line} | {i} |" for i, line in enumerate(lines))
    view = View(read(source, kind))
    kept = view.words > 15
    assert kept.sum() == 2
    assert whole(view, np.where(kept, 0.9, 0.3).astype(np.float32), kept).tolist() == kept.tolist()


def test_labels_do_not_come_back_with_a_table_of_paragraphs() -> None:
    page = rows(VOTE, *LABELS[:2], OTHER, "3 May", VOTE[:-1] + ", too.", "Print")
    view = View(read(f"<header class=top><p>Eldham Post</p></header><div class=main>{page}</div>", "html"))
    assert view.doc.markup is not None
    kept = (view.words > 15) | (view.words == 2)
    assert 2 * kept.sum() > view.n
    score = np.where(kept, 0.9, 0.3).astype(np.float32)
    assert whole(view, score, kept).tolist() == kept.tolist()


def test_a_table_with_one_row_of_prose_stands_whole() -> None:
    page = rows(VOTE, "Hannah 9 sacks", "Star 2 sacks", "Gull 7 sacks")
    view = View(read(f"<header class=top><p>Eldham Post</p></header><div class=main>{page}</div>", "html"))
    assert view.doc.markup is not None
    kept = np.array([True, True, True, True, False])
    score = np.where(kept, 0.9, 0.3).astype(np.float32)
    assert whole(view, score, kept).all()


def test_an_old_page_laid_out_by_a_table_has_an_article() -> None:
    lines = [VOTE, OTHER, "Work on its northern pillar begins in March, an engineer told the mayor on Tuesday."]
    for name in ("class=page", "width=600"):
        source = rows(*LABELS[:3], "<b>Bridge closes</b>", *lines, *LABELS[3:], "<a href=/2>A lamp was found</a>")
        assert clean(source.replace("class='page'", name)).splitlines() == lines


def test_the_last_paragraph_of_a_cell_does_not_go_with_the_rows_below() -> None:
    below = ["A lamp was found in the old mill by two boys", "Four hats for the mayor of the other town", *LABELS]
    view = View(read(rows(f"{OTHER}<br><br>{VOTE}", *below), "html"))
    kept = view.words > 15
    assert whole(view, np.where(kept, 0.9, 0.3).astype(np.float32), kept).tolist() == kept.tolist()


@pytest.mark.parametrize(
    "lines",
    [
        ["Ferry and price in crowns", "Orkla of the north", "Bess of the islands", "Ann of the mill"],
        ["The ferries of the harbour", VOTE, OTHER, f"{OTHER} It did."],
    ],
    ids=["a head alone", "few of the words"],
)
def test_a_table_of_which_little_stays_goes(lines: list[str]) -> None:
    view = View(read(rows(*lines), "html"))
    score = np.where(view.at == 0, 0.9, 0.3).astype(np.float32)
    assert not whole(view, score, score >= 0.5).any()


@pytest.mark.parametrize(
    ("line", "chance", "kept", "stays"),
    [
        ("## Design", 0.46, [1, 0, 1], True),
        ("## Design", 0.2, [1, 0, 1], False),
        ("## What the council of the town said", 0.46, [1, 0, 1], False),
        ("Design", 0.46, [1, 0, 1], False),  # which no text tells from a button
        ("## [Design](/design)", 0.46, [1, 0, 1], False),
        ("## Related articles", 0.46, [1, 0, 1], False),
        ("## Newsletter", 0.46, [1, 0, 1], False),
        ("## Design", 0.46, [1, 0, 0], False),
        ("## Design", 0.46, [0, 0, 1], False),
    ],
)
def test_a_heading_between_two_blocks_that_stay_stays(line: str, chance: float, kept: list[int], stays: bool) -> None:
    view = View(read(f"The council voted on Monday.\n\n{line}\n\nThe mayor said so on Tuesday.", "markdown"))
    score = np.array([0.9, chance, 0.9], np.float32)
    assert headings_between(view, score, np.array(kept, np.bool_)).tolist() == [False, stays, False]
