"""Standfirsts between headline and article stay where markup or the page's head tells them; blurbs and names do not."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.view import View
from newsclean.options import Preference
from newsclean.reading.html import read_html
from newsclean.reading.text import read_text
from newsclean.scoring.naming import NAMED
from newsclean.scoring.scorer import Scored
from newsclean.scoring.standfirsts import below_headline, possible_standfirsts, standfirsts

TITLE = "Night ferry returns to the islands"
SAYS = "After three winters without one, the line has found a ship that is small enough."
PARAGRAPHS = [
    f"The night ferry to the islands will carry passengers again from {day}, three years after the line gave it up."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
]
TYPE = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}"}}</script>'


def page(*above: str, head: str = TYPE, title: str = f"<h1>{TITLE}</h1>") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<html><head><title>{TITLE}</title>{head}</head><body>{title}{''.join(above)}<div>{text}</div></body></html>"
    )


def found(source: str) -> list[str]:
    """The standfirsts of a page of which the paragraphs stay."""
    view = View(read_html(source))
    texts = [view.doc.block_text(i) for i in range(view.n)]
    kept = np.array([text in PARAGRAPHS for text in texts])
    return [text for text, above in zip(texts, standfirsts(view, kept), strict=True) if above]


@pytest.mark.parametrize(
    "above",
    [
        f'<p class="dek">{SAYS}</p>',
        f'<h2 class="article__sub-headline">{SAYS}</h2>',
        f'<div class="ArticleStandfirst_x2"><p>{SAYS}</p></div>',
        f'<p class="clanek-perex">{SAYS}</p>',  # as other languages call it
        f'<p class="com-bajada">{SAYS}</p>',
        f'<div class="sottotitolo">{SAYS}</div>',
        f'<p class="dek">{SAYS}</p><p class="byline">By Ann Lee</p><p>8 March 2024, 10:30</p>',
    ],
)
def test_a_sentence_that_its_element_calls_a_standfirst(above: str) -> None:
    assert found(page(above)) == [SAYS]


def test_a_sentence_that_the_head_says_of_the_page() -> None:
    description = f'<meta name="description" content="{SAYS}">'
    assert found(page(f"<p>{SAYS}</p>", head=TYPE + description)) == [SAYS]
    assert found(page(f"<p>{SAYS}</p>")) == []


@pytest.mark.parametrize(
    "above",
    [
        f'<p class="dek">{SAYS[:-1]}</p>',  # no sentence: it is to be read with the article first
        '<p class="dek">It sails again.</p>',  # too short
        f'<p class="dek"><a href="/1">{SAYS}</a></p>',
        f'<ul class="dek"><li>{SAYS}</li></ul>',
        f'<p class="dek">{TITLE}, it was said.</p>',  # the headline once more
        f'<p class="dek">{PARAGRAPHS[0]}</p>',  # printed twice
        "".join(f'<p class="excerpt">{SAYS} {i} of them.</p>' for i in ("One", "Two", "Three")),  # blurbs
        '<p class="excerpt">Photo: Ann Lee, who took it from the pier last winter.</p>',
    ],
)
def test_what_is_no_standfirst(above: str) -> None:
    assert found(page(above)) == []


def test_only_below_the_headline_of_an_article() -> None:
    dek = f'<p class="dek">{SAYS}</p>'
    assert found(page(dek, title="")) == []
    assert found(page(title=f"{dek}<h1>{TITLE}</h1>")) == []
    assert found(page(dek, head="")) == []


@pytest.mark.parametrize("prefer", ["precision", "balanced", "recall"])
def test_it_stays_as_one_whatever_is_preferred(prefer: Preference) -> None:
    source = page(f'<p class="dek">{SAYS}</p>', '<p class="byline">By Ann Lee</p>')
    assert SAYS in clean(source, prefer=prefer).split("\n\n")
    block = next(block for block in explain(source, prefer=prefer).blocks if block.text == SAYS)
    assert block.kept
    assert block.role in {Role.STANDFIRST, Role.BODY, Role.SUBHEADING}


MENU, NAMES = ("Home", "Sea", "Sign in"), ("By Ann Lee", "8 March 2024")


def found_in_text(*above: str, chance: float = 0.3, headline: str = TITLE, apart: str = "\n") -> list[str]:
    """The standfirsts of a text of which the paragraphs stay, and one line is named a headline."""
    view = View(read_text(apart.join([*MENU, *above, *PARAGRAPHS])))
    texts = [view.doc.block_text(i) for i in range(view.n)]
    kept = np.array([text in PARAGRAPHS for text in texts])
    score = np.where(kept, 0.9, chance).astype(np.float32)
    values = np.zeros((len(NAMED), view.n), np.float32)
    values[NAMED.index(Role.NAV)] = 1
    values[NAMED.index(Role.HEADLINE), [text == headline for text in texts]] = 2
    scored = Scored(view, values, score, score, 0.5, 0.5, 0.5)
    return [
        text
        for text, below in zip(texts, below_headline(scored, kept, lambda part: values[:, part]), strict=True)
        if below
    ]


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_in_a_text_the_sentence_right_below_the_headline(apart: str) -> None:
    assert found_in_text(TITLE, SAYS, apart=apart) == [SAYS]
    assert found_in_text(TITLE, SAYS, *NAMES, apart=apart) == [SAYS]


@pytest.mark.parametrize(
    ("above", "chance"),
    [
        ((TITLE, SAYS), 0.05),  # next to no chance
        ((TITLE, SAYS[:-1]), 0.3),
        ((TITLE, *NAMES, SAYS), 0.3),  # not right below it
        ((SAYS, TITLE), 0.3),
        ((TITLE, "It sails again."), 0.3),
        ((TITLE, f"- {SAYS}"), 0.3),
        ((TITLE, "Photo: Ann Lee, who took it from the pier last winter."), 0.3),
        ((TITLE, SAYS, TITLE, NAMES[0]), 0.3),  # another headline below
        ((TITLE, PARAGRAPHS[2]), 0.3),  # printed twice
    ],
)
def test_what_is_none_in_a_text(above: tuple[str, ...], chance: float) -> None:
    assert found_in_text(*above, chance=chance) == []


def test_no_headline_no_standfirst_in_a_text() -> None:
    assert found_in_text(TITLE, SAYS, headline="Sea") == []
    assert found_in_text(SAYS) == []


def test_nothing() -> None:
    assert found("") == []
    view = View(read_text(""))
    none = np.zeros(0, np.float32)
    scored = Scored(view, np.zeros((len(NAMED), 0), np.float32), none, none, 0.5, 0.5, 0.5)
    assert len(below_headline(scored, np.zeros(0, np.bool_), lambda part: scored.table[:, part])) == 0


HALF = SAYS[:-1]


@pytest.mark.parametrize(
    "above",
    [
        f'<p class="dek">{HALF}</p>',
        f'<p class="dek">Small enough to sail at night</p><p>{NAMES[0]}</p>',  # short, but called so
        f"<p>{HALF}</p>",
        f"<div>{HALF}</div><p>{NAMES[0]}</p>",
        f"<div>{SAYS}</div>",
    ],
)
def test_half_a_sentence_below_the_headline_stays_if_it_does_when_read_with_the_article(above: str) -> None:
    given = clean(page(above))
    assert len(given.split("\n\n")) == len(PARAGRAPHS) + 1
    assert clean(given) == given


@pytest.mark.parametrize(
    "above",
    [
        "<p>Small enough to sail at night</p>",  # short, and not called a standfirst
        f"<p>{NAMES[0]}</p><p>{NAMES[1]}</p><p>The ship at her berth in the old harbour of Eldham</p>",
        f'<p><a href="/1">{HALF}</a></p>',
        f"<h2>{HALF}</h2>",  # may be a section's
        "".join(f'<p class="excerpt">{HALF} in {year}</p>' for year in (2021, 2022, 2023)),  # blurbs
        "<p>Friday 8 March 2024, 10:30, changed on Saturday 9 March 2024, 12:45</p>",
    ],
)
def test_other_lines_below_the_headline_are_none(above: str) -> None:
    view = View(read_html(page(above)))
    kept = np.array([view.doc.block_text(i) in PARAGRAPHS for i in range(view.n)])
    values = np.zeros((len(NAMED), view.n), np.float32)
    values[NAMED.index(Role.HEADLINE)] = 1
    assert not possible_standfirsts(view, kept, lambda part: values[:, part]).any()
