"""Lists and tables stay or go whole; a table that lays out a page is none."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean
from newsclean.decision import whole
from newsclean.evidence.view import View
from newsclean.reading.read import read
from tests.test_decision import OTHER
from tests.texts import VOTE


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
