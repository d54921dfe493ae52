"""Posts of a network that a page embeds go, by the line of their author or the link to their picture; what an article
quotes of one stays."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.scoring.embedded_posts import embedded_posts
from tests.evidence_of import page
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


def told(*blocks: tuple[str, float]) -> list[str]:
    """What is of a post, among blocks of some chances."""
    view = page(*(text for text, _ in blocks))
    score = np.array([chance for _, chance in blocks], np.float32)
    return [blocks[i][0] for i in np.flatnonzero(embedded_posts(view, score, 0.5))]


PLAIN = "Last shift at the mill. Thank you all for the cake and the songs!"
AUTHOR, SURE, LIKELY = AUTHORS[0], 0.95, 0.6


def test_above_an_authors_line_a_sure_paragraph_is_no_post_unless_it_holds_what_posts_do() -> None:
    assert told((MILL[0], SURE), (PLAIN, LIKELY), (AUTHOR, LIKELY)) == [PLAIN, AUTHOR]
    assert told((MILL[0], SURE), (PLAIN, SURE), (AUTHOR, LIKELY)) == [AUTHOR]
    assert told((MILL[0], SURE), (POST, SURE), (AUTHOR, LIKELY)) == [POST, AUTHOR]


def test_what_may_stay_between_paragraphs_is_of_a_post_and_what_goes_anyway_is_not() -> None:
    for chance, there in ((0.3, [POST, AUTHOR]), (0.01, [])):
        assert told((MILL[0], SURE), (POST, chance), (AUTHOR, chance), (MILL[1], SURE)) == there


def test_long_paragraphs_are_no_posts_and_no_authors_lines() -> None:
    long = f"{' '.join(MILL)} It was called #eldhammill by all of them."
    assert told((long, SURE), (AUTHOR, LIKELY), (MILL[0], SURE)) == [AUTHOR]
    line = (
        f"{AUTHOR[:24]} has baked a cake for each of the two hundred workers, and she has sung a song of her own for "
    )
    assert told((POST, LIKELY), (f"{line}each of the makers of pianos as well.", LIKELY)) == []


def test_a_page_may_begin_with_a_post_or_its_author() -> None:
    assert told((POST, LIKELY), (AUTHOR, LIKELY), (MILL[0], SURE), ("Follow the mill:", 0.1)) == [POST, AUTHOR]
    assert told((AUTHOR, LIKELY), (MILL[0], SURE), ("All of it is at #eldhammill, said the director.", 0.6)) == [AUTHOR]


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
