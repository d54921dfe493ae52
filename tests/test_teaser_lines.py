"""Teaser lines: lists of other stories by headline and summary, lines of one element."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import Role, explain
from newsclean.evidence.view import View
from newsclean.reading.html import read_html
from newsclean.scoring.teaser_lines import in_teaser_lines
from tests.texts import PARAGRAPHS, paragraphs

BODY = [
    "A dryer set a cellar in Chapel Lane on fire on Monday evening, and six people had to leave the house at once.",
    "Twenty minutes later the fire was out, said the brigade, and nobody was hurt but a canary that had been asleep.",
]
STORIES = {
    "Cat freed from a chimney": "It had been sitting there since Sunday, said its owner.",
    "Lorry loses three hundred litres of oil": "The road to the harbour was closed until noon.",
    "Learner lands in a pond": "The carp were unharmed, the car was not.",
}
REASON = "in a list of headlines and summaries"
LABEL = "Also on the police beat"
END = "<p>The brigade asks whoever has seen the dryer before to call.</p>"


def listed(form: str = "<a href='/{at}'>{title}</a><br>{text}<br><br>", stories: dict[str, str] = STORIES) -> str:
    return "".join(form.format(at=at, title=title, text=text) for at, (title, text) in enumerate(stories.items()))


def page(inside: str, body: list[str] = BODY, below: str = "") -> str:
    head = "<head><title>Dryer sets a cellar on fire</title></head>"
    return f"<html>{head}<body><h1>Dryer sets a cellar on fire</h1>{paragraphs(body)}{inside}{below}</body></html>"


def lowered(source: str, disliked: str = "") -> list[str]:
    """The texts of the blocks that are lowered where all is liked but one."""
    doc = read_html(source)
    score = np.array([0.1 if doc.block_text(i) == disliked else 0.9 for i in range(len(doc))], np.float32)
    return [doc.block_text(i) for i in np.flatnonzero(in_teaser_lines(View(doc), score, 0.5)).tolist()]


ALL = [line for story in STORIES.items() for line in story]


@pytest.mark.parametrize(
    "inside",
    [
        f"<div>{listed()}</div>",
        f"<table><tr><td>{listed()}</td></tr></table>",
        f"<dl>{listed('<dt><a href=/{at}>{title}</a></dt><dd>{text}</dd>')}</dl>",
        f"<div>{listed('<p><a href=/{at}>{title}</a></p>{text}')}</div>",
    ],
    ids=["line breaks", "a cell", "a description list", "in the element above"],
)
def test_headlines_and_summaries_go(inside: str) -> None:
    assert lowered(page(inside)) == ALL


def test_the_line_above_goes_with_them() -> None:
    inside = f"<div><b>{LABEL}</b><br><br>{listed()}</div>"
    assert lowered(page(inside)) == [LABEL, *ALL]
    made = {block.text: block for block in explain(page(inside, BODY * 2)).blocks}
    assert REASON in [why.name for why in made[ALL[1]].reasons]
    assert made[ALL[1]].role is not Role.BODY


@pytest.mark.parametrize(
    "above",
    [
        "The brigade says how it was.",
        "All that there is to say of the county tonight",
        "<a href='/all'>All of the police beat</a> ",
    ],
)
def test_no_other_line_does(above: str) -> None:
    assert lowered(page(f"<div>{above}<br><br>{listed()}</div>")) == ALL


def test_two_are_no_list() -> None:
    two = dict(list(STORIES.items())[:2])
    assert lowered(page(f"<div>{listed(stories=two)}</div>")) == []


def test_headings_and_items_are_an_articles() -> None:
    assert lowered(page(f"<div>{listed('<h3><a href=/{at}>{title}</a></h3>{text}')}</div>")) == []
    assert lowered(page(listed("<p><a href='/{at}'>{title}</a></p><p>{text}</p>"))) == []


@pytest.mark.parametrize(
    "text",
    ["The road to the harbour was <a href='/r'>closed</a> until noon.", "until noon", " ".join(["noon"] * 46) + "."],
    ids=["a link in it", "no sentence", "long"],
)
def test_what_is_no_summary_ends_a_list(text: str) -> None:
    stories = STORIES | {"Lorry loses three hundred litres of oil": text}
    form = "<dt><a href=/{at}>{title}</a></dt><dd>{text}</dd>"
    assert lowered(page(f"<dl>{listed(form, stories)}</dl>")) == []


def test_a_question_is_no_headline() -> None:
    stories = {
        title.replace("Learner lands", "Who landed") + "?" * (at == 2): text
        for at, (title, text) in enumerate(STORIES.items())
    }
    assert lowered(page(f"<div>{listed(stories=stories)}</div>")) == []


def test_terms_that_are_no_links_are_an_articles() -> None:
    link = "<p><a href='/all'>All that is known of the brigade</a></p>"
    assert lowered(page(f"<dl>{listed('<dt>{title}</dt><dd>{text}</dd>')}</dl>{link}")) == []


def test_in_markdown_a_headline_is_a_link() -> None:
    rows = "\n\n".join(f"[{title}](/x)\n\n{text}" for title, text in STORIES.items())
    source = "\n\n".join(["# Dryer sets a cellar on fire", *PARAGRAPHS, rows])
    told = [
        block.text for block in explain(source, kind="markdown").blocks if REASON in [r.name for r in block.reasons]
    ]
    assert set(STORIES.values()) <= set(told)
    bare = source.replace("[", "").replace("](/x)", "")
    assert REASON not in {r.name for block in explain(bare, kind="text").blocks for r in block.reasons}


def test_as_much_of_an_article_stands_above_them_as_below() -> None:
    inside = f"<div>{listed()}</div>"
    assert lowered(page(inside, below=END)) == ALL
    assert lowered(page(inside, below=paragraphs([*BODY, *BODY[:1]]))) == []
    assert lowered(page(inside, ["A cellar burned in Chapel Lane."])) == []


def test_no_part_of_an_article_goes_that_is_a_list_of_links() -> None:
    stories = {f"{title} number {at}": text for at in ("one", "two", "three") for title, text in STORIES.items()}
    inside = f"<div>{listed(stories=stories)}</div>"
    assert len(lowered(page(inside))) == 2 * len(stories)
    assert lowered(page(inside, BODY[:1], below=paragraphs(BODY))) == []
