"""Posts of a network that a page embeds go, by the line of their author or the link to their picture; what an article
quotes of one stays."""

from __future__ import annotations

import pytest

from newsclean import clean, explain
from tests.texts import MILL

POST = "Last shift at the mill. Thank you all for the cake and the songs! #eldhammill"
AUTHORS = (
    "— Ida Crane (@idacrane) May 2, 2024",
    "— Eldhamer Anzeiger 🗞️ (@eldhamer) 2. Mai 2024",
    "– Gazeta Eldham (@gazeta_eldham) 2 maja 2024",
    "&mdash; Ferry Office (@ferry) June 19, 2019",
)


@pytest.mark.parametrize("author", AUTHORS)
def test_a_post_goes_with_its_authors_line(author: str) -> None:
    source = "\n\n".join((MILL[0], POST, author, *MILL[1:]))
    assert clean(source).split("\n\n") == list(MILL)
    assert "a post of a network" in {reason.name for reason in explain(source).blocks[1].reasons}


def test_a_post_goes_that_closes_with_a_picture() -> None:
    post = "The last felt leaves the mill this morning, says the foreman. pic.twitter.com/Ab3dE9xYz1"
    assert clean("\n\n".join((MILL[0], post, *MILL[1:]))).split("\n\n") == list(MILL)


def test_what_an_article_quotes_of_a_post_stays() -> None:
    announced = "The owner said goodbye on Saturday morning, in eleven words that the whole town has read since:"
    source = "\n\n".join((MILL[0], announced, POST, AUTHORS[0], *MILL[1:]))
    assert POST in clean(source)
    assert AUTHORS[0] not in clean(source)


def test_posts_one_after_another_are_what_the_page_is_made_of() -> None:
    more = "The best cake was the one with the felt hat on it, and nobody knows who made it. #eldhammill"
    kept = clean("\n\n".join((*MILL, POST, AUTHORS[0], more, AUTHORS[3])))
    assert POST in kept
    assert more in kept


def test_a_paragraph_above_an_authors_line_stays() -> None:
    assert clean("\n\n".join((*MILL[:2], AUTHORS[0], MILL[2]))).split("\n\n") == list(MILL)


@pytest.mark.parametrize(
    "line",
    [
        "She writes as @idacrane, and nobody in the mill knew who she was until the last day of work there.",
        "— Who has seen the mill (and its cake) since Saturday? asked the foreman of everyone he met in town.",
    ],
)
def test_a_sentence_with_an_account_or_a_dash_stays(line: str) -> None:
    source = "\n\n".join((MILL[0], line, *MILL[1:]))
    assert clean(source) == source


@pytest.mark.parametrize(
    "line",
    [
        "View this post on Instagram",
        "A post shared by Ida Crane (@idacrane)",
        "Ein Beitrag geteilt von Ida Kranz (@idakranz)",
        "Voir cette publication sur Instagram",
        "Ver esta publicación en Instagram. Una publicación compartida de Ida Crane (@idacrane)",
        "Ida Crane (@idacrane)'in paylaştığı bir gönderi",
        "この投稿をInstagramで見る",
    ],
)
def test_what_a_network_prints_around_a_post_goes(line: str) -> None:
    assert clean("\n\n".join((MILL[0], line, *MILL[1:]))).split("\n\n") == list(MILL)
