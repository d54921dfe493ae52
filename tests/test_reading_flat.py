"""HTML whose markup tells no part from another is read as paragraphs; all other HTML keeps its markup."""

from __future__ import annotations

import pytest

from newsclean import explain
from newsclean.reading.read import read

PARAGRAPHS = [
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter.",
    "The mayor told residents that buses would take the long way round until the work is done.",
    'A ferry will cross the river, says <a href="/r">a report</a> of May.',
]
PLAIN = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
FLAT = {
    "paragraphs": PLAIN,
    "headings and lists": f"<h2>Bridge</h2>{PLAIN}<ul><li>One</li><li>Two</li></ul><blockquote>So be it.</blockquote>",
    "line breaks": "<html><body>" + "<br><br>".join(PARAGRAPHS) + "</body></html>",
    "in one element with a name": f'<div class="post" id="p1"><main>{PLAIN}</main></div>',
    "below a head": f"<html lang='en'><head><title>Bridge closed</title></head><body>{PLAIN}</body></html>",
}
STRUCTURED = {
    "elements that group": f"<div><p>Home</p></div><div>{PLAIN}</div>",
    "names": f"<p class='menu'>Home</p>{PLAIN}",
    "a table": f"{PLAIN}<table><tr><td>One</td><td>Two</td></tr></table>",
}


@pytest.mark.parametrize("source", FLAT.values(), ids=FLAT)
def test_flat(source: str) -> None:
    doc = read(source, "html")
    assert doc.markup is None
    assert doc.kind == "html"
    assert doc.mode == "markdown"
    assert doc.blanks.tolist() == [0] + [1] * (len(doc) - 1)
    assert doc.links.sum() == len("a report")
    assert doc.marks is not None
    assert doc.spans.tolist() == [[-1, -1]] * len(doc)


def test_without_links_it_is_scored_as_text() -> None:
    assert read("<p>One.</p><p>Two.</p>", "html").mode == "text"


@pytest.mark.parametrize("source", STRUCTURED.values(), ids=STRUCTURED)
def test_structured(source: str) -> None:
    doc = read(source, "html")
    assert doc.markup is not None
    assert doc.mode == "html"


@pytest.mark.parametrize("source", ["", "<p></p>", "<html></html>", "<!-- -->"])
def test_nothing(source: str) -> None:
    assert len(read(source, "html")) == 0


@pytest.mark.parametrize("title", ["Bridge closed again - Eldham Post", "Eldham Post: Bridge closed again"])
def test_the_head_tells_the_site_as_well(title: str) -> None:
    head = f'<head><title>{title}</title><meta property="og:site_name" content="Eldham Post"></head>'
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    for inside in (body, f"<div class='content'>{body}</div><nav><a href='/'>Home</a></nav>"):
        assert explain(f"<html>{head}<body>{inside}</body></html>").title == "Bridge closed again"


def test_the_head_still_tells_the_title() -> None:
    page = explain(FLAT["below a head"])
    assert page.title == "Bridge closed"
    assert page.kind == "html"
    assert page.text.startswith("The council")
    assert page.text.count("\n\n") == len(PARAGRAPHS) - 1
