"""Lines in which a publisher speaks for itself go, wherever they stand; what an article says on such things stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.appeal_words import Appeal, Said
from newsclean.evidence.stems import stems
from newsclean.evidence.view import View
from newsclean.lab.strays import Article, articles
from newsclean.reading.read import read
from newsclean.scoring.beside import LAST_LINE, UNRELATED
from newsclean.scoring.unrelated import _tells, unrelated
from tests.texts import MILL

ARTICLES = articles(Path(__file__).parents[1] / "fixtures" / "publishers")
LOST = {
    "Ako se, dragi čitatelji, zateknete u Lučici, ponesite jaknu za povratak brodom i ostavite mjesta za komad pite. "
    "Za oba ćete mi biti zahvalni.",
    "L'associazione invita tutti gli abbonati a bloccare gli addebiti in banca e a segnalare il proprio caso al numero "
    "verde 800 555 312, attivo ogni mattina dalle 9.",
    "А если вы, читатель, окажетесь в Сосновке на рассвете, не сердитесь. Послушайте до конца: последний удар у Лушина "
    "всегда чуть тише остальных.",
}
"""What articles end with and is lost, two for appeals."""
SUBSCRIBE = "Digital subscribers get unlimited access. Cancel your subscription whenever you like."


def own_lines() -> list[tuple[Article, str]]:
    return [(article, line) for article in ARTICLES for line in article.own if line not in LOST]


@pytest.mark.parametrize(("article", "last"), own_lines(), ids=lambda value: getattr(value, "code", ""))
def test_what_an_article_on_such_things_ends_with_stays(article: Article, last: str) -> None:
    assert last in clean("\n\n".join((*article.paragraphs, last)))


def test_most_of_what_publishers_say_goes() -> None:
    lines = [(article, line) for article in ARTICLES for found in article.stray.values() for line in found]
    left = [line for article, line in lines if line in clean("\n\n".join((*article.paragraphs, line)))]
    assert len(lines) == 530
    assert len(left) <= 106, left  # 195 did without these rules


@pytest.mark.parametrize("at", range(1, 4))
@pytest.mark.parametrize("kind", ["text", "html"])
def test_it_goes_from_among_paragraphs_and_from_behind_them(at: int, kind: str) -> None:
    parts = [*MILL[:at], SUBSCRIBE, *MILL[at:]]
    page = explain("\n\n".join(parts) if kind == "text" else "".join(f"<p>{part}</p>" for part in parts))
    assert page.text.split("\n\n") == list(MILL)
    gone = next(block for block in page.blocks if block.text == SUBSCRIBE)
    assert (gone.reasons[0].name, gone.role) == (UNRELATED, Role.PROMO)


def test_an_article_on_such_things_keeps_its_own() -> None:
    paper = (
        "The Eldham Echo, whose digital subscribers could read what its makers wrote on wool, is sold with the mill."
    )
    line = SUBSCRIBE.replace("Cancel", "To cancel")
    parts = (*MILL[:2], paper, *MILL[2:], line)
    assert line not in clean("\n\n".join((*MILL, line)))
    assert clean("\n\n".join(parts)).split("\n\n") == list(parts)


@pytest.mark.parametrize(
    "line",
    [
        f"“{SUBSCRIBE}”",  # somebody says so
        f"{SUBSCRIBE[:-1]}:",  # the head of a list
        f"Correction: {SUBSCRIBE}",
        "Digital subscribers have a podcast and a newsletter, by desk@eldham.example.",
    ],
)
def test_what_may_be_somebodys_stays(line: str) -> None:
    parts = (*MILL[:2], line, *MILL[2:])
    assert clean("\n\n".join(parts)).split("\n\n") == list(parts)


@pytest.mark.parametrize("paper", ["“The Echo”", "«The Echo»", "„The Echo“"])
def test_a_paper_in_quotation_marks_speaks_for_itself(paper: str) -> None:
    line = f"{paper} gives digital subscribers unlimited access. Cancel your subscription whenever you like."
    assert clean("\n\n".join((*MILL, line))).split("\n\n") == list(MILL)


def test_two_paragraphs_are_too_few_to_tell() -> None:
    parts = (*MILL[:2], SUBSCRIBE)
    assert not {UNRELATED, LAST_LINE} & {reason.name for reason in explain("\n\n".join(parts)).blocks[-1].reasons}


ONCE_MORE = [SUBSCRIBE.replace("like", word) for word in ("please", "want", "wish", "will")]
KNOWN = (
    "The Echo's digital subscribers could cancel their subscription for years before that, as all of them knew, and "
    "had unlimited access to what its makers wrote on wool."
)


def told(*lines: str, article: Sequence[str] = MILL, unlike: Sequence[str] = (), chance: float = 0.1) -> list[str]:
    """Which lines of a page are told, where all blocks may stay but some."""
    view = View(read("\n\n".join([*article, *lines])))
    texts = [view.doc.read_text(i) for i in range(view.n)]
    score = np.where(np.isin(texts, unlike), np.float32(chance), np.float32(0.9))
    return [texts[i] for i in np.flatnonzero(unrelated(view, score, 0.5)).tolist()]


def test_it_is_told_by_the_words_of_paragraphs_that_stay() -> None:
    assert told(SUBSCRIBE) == [SUBSCRIBE]
    assert told(SUBSCRIBE, article=["It rained.", "Nobody came.", "The sun rose.", *MILL[:2]]) == []
    assert told(SUBSCRIBE, unlike=MILL[1:]) == []
    assert told(SUBSCRIBE, KNOWN) == []
    assert told(SUBSCRIBE, KNOWN, unlike=[KNOWN]) == [SUBSCRIBE]
    assert told(SUBSCRIBE, *ONCE_MORE[:2]) == [SUBSCRIBE, *ONCE_MORE[:2]]


def test_what_stays_anyhow_decides_whether_the_article_is_an_appeal() -> None:
    assert told(SUBSCRIBE, *ONCE_MORE) == []
    assert told(SUBSCRIBE, *ONCE_MORE, unlike=ONCE_MORE, chance=0.3) == [SUBSCRIBE, *ONCE_MORE]


def test_items_turns_and_what_does_not_stay_are_not_asked() -> None:
    assert told(f"• {SUBSCRIBE}", f"– {SUBSCRIBE}") == []
    assert told(SUBSCRIBE, unlike=[SUBSCRIBE]) == []


def test_what_a_line_quotes_is_somebody_s() -> None:
    assert told(f"{SUBSCRIBE} “So they say.”") == []


def test_a_paper_in_quotation_marks_does_not_head_a_list() -> None:
    assert told("“The Echo” gives digital subscribers unlimited access. Cancel your subscription at any time:") == []


@pytest.mark.parametrize(
    ("says", "own", "places", "found"),
    [
        (Appeal.LAST, 0, 1, True),
        (Appeal.OWN | Appeal.ASK, 1, 1, True),
        (Appeal.OWN | Appeal.CALL, 1, 1, True),
        (Appeal.OWN, 1, 1, False),
        (Appeal.ASK | Appeal.OUR, 0, 1, False),
        (Appeal.SHARED | Appeal.ASK, 0, 1, False),
        (Appeal.SHARED | Appeal.ASK | Appeal.OUR, 0, 1, True),
        (Appeal.SHARED | Appeal.ASK | Appeal.YOUR, 0, 1, True),
        (Appeal.TRADE, 0, 1, False),
        (Appeal.TRADE, 0, 2, False),
        (Appeal.TRADE, 0, 4, True),
    ],
)
def test_who_asks_for_what_and_of_whom_tells_a_publisher(says: Appeal, own: int, places: int, found: bool) -> None:
    assert _tells(Said(says, own, places), 30) is found


def test_few_words_in_which_it_names_one_thing_tell_none() -> None:
    assert not _tells(Said(Appeal.TRADE, 0, 1), 5)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The harbours of Eldham", {"harbo", "eldha"}),
        ("Hafenanlagen im Mai", {"hafen"}),
        ("항구에서 배를", {"항구", "배를"}),
        ("港湾の再開について", {"港湾", "再開"}),
        ("والميناء", {"والم", "المي", "لمين", "مينا", "يناء"} - {"والم"} | {"والم"}),
    ],
)
def test_stems(text: str, known: set[str]) -> None:
    view = View(read(text, "text"))
    assert known & stems(view, np.ones(view.n, np.bool_))[0]
