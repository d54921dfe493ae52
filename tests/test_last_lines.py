"""What only a publisher says goes from behind an article's last paragraph, whatever words of the article it has."""

from __future__ import annotations

import pytest

from newsclean import Role, clean, explain
from newsclean.scoring.beside import LAST_LINE
from tests.texts import MILL

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
