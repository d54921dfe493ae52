"""What only a publisher says goes from behind an article's last paragraph, whatever words of the article it has."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.scoring.beside import LAST_LINE
from newsclean.scoring.last_lines import last_lines
from tests.evidence_of import page as view_of
from tests.texts import MILL, PARAGRAPHS

SHARED = "The company that sold the mill wants to hear from you: early-bird registration for its hall is open."
"""With words of the article."""
LINES = (
    "The views expressed are those of the two brothers who sent us their letter by post, and not of this company.",
    "The hall and the building are hard to see? Please enable JavaScript, and the town will come back.",
    SHARED,
)


@pytest.mark.parametrize("line", LINES)
def test_a_last_line_goes(line: str) -> None:
    page = explain("\n\n".join((*MILL, line)))
    assert page.text.split("\n\n") == list(MILL)
    assert (page.blocks[-1].reasons[0].name, page.blocks[-1].role) == (LAST_LINE, Role.PROMO)


def test_several_go_up_to_the_first_that_is_none() -> None:
    own = "The last felt of the mill lies in the hall of the town, and the director keeps a piece of it in his hat."
    assert clean("\n\n".join((*MILL, own, *LINES[:2]))).split("\n\n") == [*MILL, own]


@pytest.mark.parametrize("line", LINES)
def test_among_paragraphs_it_stays(line: str) -> None:
    parts = (*MILL[:2], line, *MILL[2:])
    assert line in clean("\n\n".join(parts))


@pytest.mark.parametrize("line", [f"“{SHARED}”", f"– {SHARED}", f"“{SHARED[:-1]},” said the director."])
def test_what_somebody_says_stays(line: str) -> None:
    parts = [*MILL, line]
    assert clean("\n\n".join(parts)).split("\n\n") == parts


def test_what_has_half_of_its_words_from_the_article_stays() -> None:
    terms = "Makers of pianos may cancel at any time the felt that the company sold to them on Saturday, the town says."
    assert clean("\n\n".join((*MILL, terms))).split("\n\n") == [*MILL, terms]


def test_an_article_that_is_made_of_them_stays() -> None:
    names = ("The mill", "The town", "The company", "The director")
    lines = [
        f"{name} says early-bird registration for the hall is open until the makers of pianos come." for name in names
    ]
    assert clean("\n\n".join((*MILL, *lines))).split("\n\n") == [*MILL, *lines]


def told(*blocks: tuple[str, float], threshold: float = 0.5) -> list[str]:
    """The last lines among blocks of some chances."""
    view = view_of(*(text for text, _ in blocks))
    score = np.array([chance for _, chance in blocks], np.float32)
    return [blocks[i][0] for i in np.flatnonzero(last_lines(view, score, threshold))]


ARTICLE = [(text, 0.95) for text in (*MILL, *PARAGRAPHS)]
VIEWS = LINES[0]


@pytest.mark.parametrize(
    "line",
    [
        f"“{VIEWS}",
        f"Editor's note: {VIEWS}",
        f"{VIEWS} “It is late,” said the director.",
        f"{VIEWS} {' '.join(f'Then he read it for the {i}th time, and was not any wiser.' for i in range(3, 10))}",
        "Subscribers have a cup of tea in our hall on the first and on the last evening of each of the long winters.",
    ],
    ids=["words that somebody goes on with", "a correction", "a turn of speech", "long", "what others say, too"],
)
def test_what_is_none_of_a_publishers_last_lines(line: str) -> None:
    assert told(*ARTICLE, (VIEWS, 0.8)) == [VIEWS]
    assert told(*ARTICLE, (line, 0.8)) == []


def test_where_a_text_may_go_on_below_it_it_is_none() -> None:
    own = "The director keeps a piece of it in his hat."
    assert told(*ARTICLE, (VIEWS, 0.8), (own, 0.1)) == [VIEWS]
    assert told(*ARTICLE, (VIEWS, 0.8), (own, 0.3)) == []  # which may stay between others
    assert told(*ARTICLE, (VIEWS, 0.8), (own, 0.15), threshold=0.12) == []


def test_it_stands_below_two_sure_paragraphs() -> None:
    whole = " ".join(MILL)
    assert told((whole, 0.95), (MILL[0], 0.95), (VIEWS, 0.95)) == [VIEWS]
    assert told((whole, 0.95), (VIEWS, 0.95)) == []
    assert told((whole, 0.95), (MILL[0], 0.8), (VIEWS, 0.95)) == []
    assert told((whole, 0.95), ("The mill closed.", 0.95), (VIEWS, 0.95)) == []


def test_words_of_what_goes_are_none_of_the_article() -> None:
    foot = "Views of brothers expressed by letter and post"
    assert told(*ARTICLE, (VIEWS, 0.8), (foot, 0.01)) == [VIEWS]
    assert told(*ARTICLE, (f"{foot}.", 0.95), (VIEWS, 0.8)) == []
