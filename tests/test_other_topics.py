"""Other topics: lists of stories below a short article that have no label, no dates and no word of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from newsclean import explain
from newsclean.evidence.view import View
from newsclean.page import Role
from newsclean.reading.read import read
from newsclean.scoring.other_topics import in_other_topics

ARTICLE = (
    "The ferry between Eldham and Sorrel Bay left its berth on Saturday for the first time in eleven weeks.",
    "Divers had found a crack in the propeller shaft in March, and the operator had taken the boat out of service.",
    "A replacement part came from a yard in Norway and was fitted within two days, harbour master Edith Crane said.",
)
STORIES = (
    ("Library opens on Sundays again", "Twelve volunteers will share the shifts from next month."),
    ("Bakers quarrel over the price of rolls", "Three of them have raised it twice since spring."),
    ("Handball girls win away at Tarn", "Their goalkeeper stopped four penalties."),
    ("Old cinema gets a new roof", "The county pays half of it."),
    ("Wasps close a kindergarten", "The nest was as large as a football."),
)
OTHERS = (
    ("Steam engine returns to Pell", "Children may ride on it for nothing on the first weekend."),
    ("Beekeepers count their losses", "Mites killed every second hive in the valley last winter."),
)
MORE = ("Nobody had asked for it.", "Customers shrug.", "Twenty fans travelled along.")
GERMAN = (
    (
        "Die Fähre zwischen Eldheim und der Sorrelbucht hat am Samstag nach elf Wochen wieder abgelegt.",
        "Taucher hatten im März einen Riss in der Welle gefunden, seither lag das Schiff still.",
        "Das Ersatzteil aus Norwegen war nach zwei Tagen eingebaut, sagte Hafenmeisterin Edith Crane dem Blatt am Kai.",
    ),
    (
        ("Bücherei öffnet wieder sonntags", "Zwölf Ehrenamtliche teilen sich die Schichten."),
        ("Bäcker streiten um den Preis der Brötchen", "Drei von ihnen haben ihn zweimal erhöht."),
        ("Handballerinnen siegen auswärts", "Ihre Torfrau hielt vier Strafwürfe."),
    ),
)


def lines_of(stories: Sequence[Sequence[str]]) -> list[str]:
    return [line for story in stories for line in story]


def told(lines: Sequence[str], unliked: Sequence[str] = (), kind: str = "text") -> list[str]:
    """The lines that are told, where every block is liked but some."""
    view = View(read("\n\n".join(lines), kind))
    texts = [view.doc.read_text(i) for i in range(view.n)]
    score = np.array([0.2 if text in unliked else 0.9 for text in texts], np.float32)
    return [texts[i] for i in np.flatnonzero(in_other_topics(view, score, 0.5)).tolist()]


@pytest.mark.parametrize(("article", "stories"), [(ARTICLE, STORIES[:3]), (ARTICLE, STORIES), GERMAN])
@pytest.mark.parametrize("below", [(), ("Imprint",)])
def test_a_list_apart_from_the_article_is_told_and_nothing_else(
    article: Sequence[str], stories: Sequence[Sequence[str]], below: Sequence[str]
) -> None:
    assert told([*article, "Share", *lines_of(stories), *below], ["Share", "Imprint"]) == lines_of(stories)


def test_right_below_the_article_it_takes_five_stories() -> None:
    assert told([*ARTICLE, *lines_of(STORIES)]) == lines_of(STORIES)
    assert not told([*ARTICLE, *lines_of(STORIES[:4])])


def test_stories_may_have_a_section_and_a_date_in_one_order() -> None:
    stories = [("Culture", title, "12 June 2025", blurb) for title, blurb in STORIES[:3]]
    assert told([*ARTICLE, "Share", *lines_of(stories)], ["Share"]) == lines_of(stories)


@pytest.mark.parametrize(
    "stories",
    [
        STORIES[:2],
        [
            ("Ferry has a shaft again", "It came from Norway."),
            ("Divers and the crack", "March was cold."),
            *STORIES[:1],
        ],
        [(title, f"“{blurb}”") for title, blurb in STORIES[:3]],
        [(title, f"—{blurb}") for title, blurb in STORIES[:3]],
        [(title, f"• {blurb}") for title, blurb in STORIES[:3]],
        [("To be or not", "It is so.")] * 3,
        [(title, f"{blurb} {more}") for (title, blurb), more in zip(STORIES[:3], MORE, strict=True)],
        [(f"10:4{i} {title}", blurb) for i, (title, blurb) in enumerate(STORIES[:3])],
        [(f"Lucky colour for {title.split()[0]}", f"Your lucky colour today: {blurb}") for title, blurb in STORIES[:3]],
        [*STORIES[:2], ("Rain keeps the fair away", " ".join(["Rain", *(["again and"] * 20), "again."]))],
        [("Tarn", blurb) for _, blurb in STORIES[:3]],
    ],
    ids=[
        "two",
        "of the article",
        "sayings",
        "turns",
        "items",
        "of words that say nothing",
        "two sentences",
        "times",
        "alike",
        "long",
        "names",
    ],
)
def test_what_may_be_the_articles_own_is_not_told(stories: Sequence[Sequence[str]]) -> None:
    assert not told([*ARTICLE, "Share", *lines_of(stories)], ["Share"])


@pytest.mark.parametrize(
    ("above", "stories", "found"),
    [
        (ARTICLE[:2], STORIES[:3], False),  # too few words
        (("Divers, who found a crack in the shaft, say that it is mended now.", *ARTICLE[:2]), STORIES[:3], True),
        ((" ".join(ARTICLE).replace(". ", ", "),), STORIES[:3], False),  # one paragraph
        ((*ARTICLE[:2], "The mayor sighed on Monday."), [*STORIES, *GERMAN[1], *OTHERS], False),  # twice as long
        ((*ARTICLE[:2], "The mayor sighed on Monday."), [*STORIES, *OTHERS[:1]], True),
    ],
)
def test_below_a_line_or_two_it_may_be_the_article(
    above: Sequence[str], stories: Sequence[Sequence[str]], found: bool
) -> None:
    assert bool(told([*above, "Share", *lines_of(stories)], ["Share"])) is found


def test_below_a_long_article_nobody_asks() -> None:
    assert not told([*ARTICLE * 5, "Share", *lines_of(STORIES)], ["Share"])


def test_where_more_of_the_article_follows_it_is_not_told() -> None:
    more = "Trial voyages with sandbags went well, and so did one with forty schoolchildren."
    lines = [*ARTICLE, "Share", *lines_of(STORIES[:3])]
    assert told([*lines, "Print", more], ["Share", "Print"]) == lines_of(STORIES[:3])
    assert not told([*lines, more], ["Share"])
    assert not told([*lines, "Print", *ARTICLE[:2], more], ["Share", "Print"])


def test_two_sentences_that_stay_above_the_list_are_the_article() -> None:
    first, second = " ".join(ARTICLE).replace(". ", ","), ARTICLE[0]
    stories, below = lines_of(STORIES[:3]), ["Print", "It left at noon.", "It came back at one."]
    assert told([first, second, "Share", *stories, *below], ["Share", "Print"]) == stories
    assert not told([first, second, "Share", *stories, *below], ["Share", "Print", second])
    assert not told([first, second.rstrip("."), "Share", *stories, *below], ["Share", "Print"])
    assert not told([first, "Share", *stories, *below], ["Share", "Print"])


def test_above_a_list_of_which_all_is_liked_the_article_is_so_too() -> None:
    assert not told([*ARTICLE, "Share", *lines_of(STORIES[:3])], ["Share", *ARTICLE[:2]])


def test_one_headline_in_three_may_be_a_question() -> None:
    asking = ("Who took the bell of the chapel?", "It weighed two hundred pounds.")
    for stories in ([*STORIES[:2], asking], [asking, *STORIES[1:]], [*STORIES[:4], asking]):
        assert told([*ARTICLE, "Share", *lines_of(stories)], ["Share"])[-6:] == lines_of(stories)[-6:]
    asked = ("Where did the geese land?", "Farmers blame a drone.")
    assert not told([*ARTICLE, "Share", *lines_of([STORIES[0], asking, STORIES[1], asked])], ["Share"])


def test_what_nobody_likes_is_not_asked_about() -> None:
    stories = lines_of(STORIES)
    assert not told([*ARTICLE, "Share", *stories], ["Share", *stories])


def test_nothing_of_such_a_list_stays_and_the_reason_says_why() -> None:
    folder = Path(__file__).parents[1] / "fixtures" / "stories" / "teasers" / "de-teasers-1"
    name = "in a list of stories on other topics"
    page = explain((folder / "page.txt").read_text(encoding="utf-8"))
    found = [block for block in page.blocks if any(reason.name == name for reason in block.reasons)]
    junk = (folder / "drop.txt").read_text(encoding="utf-8").splitlines()
    assert len(found) >= 2 * 5
    assert {block.text for block in found} <= {*junk}
    assert not any(block.kept or block.role is Role.BODY for block in found)


@pytest.mark.parametrize(
    "piece",
    [
        "Story of the town\n\nIt says things.\n\n",
        "Who took the bell?\n\nNobody knows.\n\n",
        "Story of it\n\nWho took it?\n\n",
    ],
)
def test_an_endless_list_takes_no_longer_than_it_has_lines(piece: str, check_linear: Callable[..., None]) -> None:
    def find(page: str) -> None:
        view = View(read(page, "text"))
        score = np.where(np.arange(view.n) < len(ARTICLE) + 4, 0.9, 0.2).astype(np.float32)  # few of them are liked
        in_other_topics(view, score, 0.5)

    above = "\n\n".join(ARTICLE)
    check_linear(find, *(f"{above}\n\n{piece * stories}" for stories in (400, 4000)))
