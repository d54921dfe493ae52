"""Thinned pages: what goes of a page's labels, elements and head, and that nothing of its text does."""

from __future__ import annotations

import pytest

from newsclean.lab.kinds import BARE, HTML, PIECES, RENDERERS, SANITIZED
from newsclean.lab.thinned import DRAWS, THINNED, bare, laid_out, thinned
from newsclean.reading.holders import LABELS
from newsclean.reading.html import read_html

PARAGRAPHS = [f"The ferry number {n} runs again on Friday, the harbour master said." for n in range(12)]
PAGE = (
    "<html><head><title>Ferry</title><meta property='og:title' content='Ferry runs again'><meta charset='utf-8'>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry"}</script></head>'
    "<body class='home'><div><nav id='menu'><a href='/a'>News</a></nav><article itemprop='articleBody'><h1>Ferry</h1>"
    + "".join(f"<p class='text-{n}' style='color: red'>{text}</p>" for n, text in enumerate(PARAGRAPHS))
    + "</article><footer role='contentinfo'>All rights reserved</footer></div></body></html>"
)


def test_nothing_names_the_parts_of_a_bare_page() -> None:
    source = bare(PAGE)
    markup = read_html(source).markup
    assert markup is not None
    assert not any(markup.labels)
    assert not any(f"<{name}" in source for name in ("article", "nav", "footer", "meta property", "script"))
    for left in ("<title>Ferry</title>", "style=", 'href="/a"'):
        assert left in source


@pytest.mark.parametrize("change", [bare, laid_out, *THINNED.values()])
def test_the_text_stays(change: object) -> None:
    assert callable(change)
    assert read_html(change(PAGE)).text == read_html(PAGE).text


def test_a_page_laid_out_as_tables_has_breaks_for_paragraphs() -> None:
    source = laid_out("<div><div><p>One <b>two</b></p>x<ul><li>a</li></ul></div><div><h1>T</h1><p>k</p></div></div>")
    assert "<td><div><font>One <b>two</b></font><br><br>x<div><font>a</font><br></div></div></td>" in source
    assert "<td><div><b>T</b><br><br><font>k</font><br><br></div></td>" in source


def test_a_box_with_words_of_its_own_is_no_table() -> None:
    assert "<table" not in laid_out("<body><div>words<div>a</div><div>b</div></div></body>")
    assert "<table" not in laid_out("<body><div><div>a</div>words<div>b</div></div></body>")


def test_draws_differ_and_each_is_the_same_again() -> None:
    made = [thinned(PAGE, draw) for draw in range(30)]
    assert made == [thinned(PAGE, draw) for draw in range(30)]
    kept = {sum(source.count(f"{name}=") for name in LABELS) for source in made}
    assert {0} < kept  # some lose every label, some keep a few
    for part in ("<article", "og:title", "<table"):
        assert {part in source for source in made} == {True, False}


@pytest.mark.parametrize("source", ["", "   ", "<!-- nothing -->"])
def test_what_cannot_be_parsed_stays_as_it_is(source: str) -> None:
    assert bare(source) == laid_out(source) == thinned(source, 1) == source


def test_they_are_kinds_of_html() -> None:
    assert len(THINNED) == DRAWS
    assert {"html", "html_mojibake", *BARE, *SANITIZED, *PIECES, *THINNED} == HTML
    assert {*BARE, *THINNED} <= RENDERERS.keys()
