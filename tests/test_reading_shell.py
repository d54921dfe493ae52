"""Shells: the article that JSON-LD alone has is read, and where the page shows it nothing is read twice."""

from __future__ import annotations

import json

import pytest

import newsclean
from newsclean.reading.html import read_html

LINES = (
    "The bell of Ostrey rang at noon on Sunday for the first time since the ringer moved to the coast in 1998.",
    "It was rung by a machine that the parish had bought second-hand, and that also rings for the fire brigade.",
    "“We shall have to learn to tell one from the other,” said the sexton, who slept through both on Monday.",
)


def shell(body: str, shown: str = "", kind: str = "NewsArticle") -> str:
    data = json.dumps({"@type": kind, "headline": "The bell", "articleBody": body})
    return f'<html><head><script type="application/ld+json">{data}</script></head><body>{shown}</body></html>'


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(LINES),
        "\r\n".join(LINES),
        "".join(f"<p>{line}</p>" for line in LINES),
        "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in LINES),
    ],
)
def test_the_article_of_a_shell_is_read_in_its_paragraphs(body: str) -> None:
    page = newsclean.explain(shell(body, "<noscript>This page needs JavaScript.</noscript><div id=app></div>"))
    assert page.text == "\n\n".join(LINES)
    assert [block.text for block in page.blocks if not block.kept] == ["This page needs JavaScript."]


def test_letters_that_html_would_read_as_marks_stay() -> None:
    last = "The machine costs < 900 crowns & a day's work, they say, which is more than the ringer did."
    assert newsclean.clean(shell("\n".join([*LINES, last]))).endswith(last)


@pytest.mark.parametrize(
    "page",
    [
        shell("\n".join(LINES), f"<p>{LINES[0]}</p><p>Subscribe to read on.</p>"),  # the page shows its beginning
        shell("\n".join(LINES), "<p>Another story.</p>" * 200),
        shell(LINES[0]),  # a summary
        shell("\n".join(LINES), kind="WebSite"),
    ],
)
def test_else_the_page_is_what_it_shows(page: str) -> None:
    assert LINES[1] not in read_html(page).text


def test_a_page_that_shows_the_beginning_alone_is_flagged_as_cut() -> None:
    body = "\n".join(LINES)
    assert "truncated" in newsclean.explain(shell(body, f"<h1>The bell</h1><p>{LINES[0]}</p>")).flags
    whole = "".join(f"<p>{line}</p>" for line in LINES)
    assert "truncated" not in newsclean.explain(shell(body, f"<h1>The bell</h1>{whole}")).flags
    assert "truncated" not in newsclean.explain(shell(body)).flags
