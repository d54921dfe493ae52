"""HTML and Markdown are taken for what they are only where they show marks of their own; all else is text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.reading.kind import KINDS, LOOKED_AT, find_kind
from newsclean.reading.read import read

PROSE = "The council of the small harbour town voted on Monday to close the old bridge for the winter. "

HTML = {
    "doctype": "<!DOCTYPE html><html><body>x",
    "small doctype": "<!doctype HTML>\n<p>x",
    "html": "<html lang=en>",
    "head": "<head><title>x</title>",
    "body": "<BODY class=a>x",
    "frames": "<frameset>",
    "declaration": '<?xml version="1.0"?>\n<html xmlns="x">',
    "declaration and comment": '<?xml version="1.0"?> <!-- a --> <html>',
    "comments first": "<!-- saved -->\n<!-- from -->\n<html>x",
    "blanks first": "\n\n   <html>x",
    "mark first": "\ufeff<html>x",
    "nulls first": "\x00\x00<html>x",
    "short fragment": "<p>The bridge is closed.</p>",
    "fragment": f"<div><p>{PROSE * 9}</p></div>",
    "article": f"<article>{PROSE}<p>{PROSE}</p></article>",
    "heading": "<h1>Bridge</h1><p>closed</p>",
    "comment and fragment": "<!-- a --><p>The bridge</p><p>is closed</p>",
    "fragment with a link": "<a href='/'>Home</a> <span>Bridge</span>",
}
MARKDOWN = {
    "links": "[Home](/) and [Sports](/sports)",
    "full links": "The [bridge](https://example.org/b) and the [ferry](https://example.org/f) are closed.",
    "headings": "# Bridge\n\nClosed.\n\n## Ferry\n\nSails.",
    "heading and strong": "# Bridge\n\n**Closed** for winter.",
    "heading and link": "## Bridge\n\nSee [here](https://example.org).",
    "mail": "[Ada](mailto:ada@example.org), [Ben](mailto:ben@example.org)",
}
TEXT = {
    "nothing": "",
    "prose": PROSE,
    "mentions a tag": f"{PROSE} The tag <p> opens a paragraph and </p> closes it; <html> opens a page.",
    "begins with a mention": f"<p> is the tag that opens a paragraph. {PROSE * 6}",
    "begins with a foreign tag": "<bridge>closed</bridge>",
    "begins with an arrow": "<- back to the bridge",
    "begins with a number": "<3 from the harbour",
    "begins like a tag": "<header-like> words and <bodyguard> too",
    "an address in brackets": "<https://example.org/bridge> is the address",
    "a comparison": "a < b and b > c",
    "one link": "The [bridge](https://example.org) is closed.",
    "one heading sign": "# 1 in the charts\nThe song of the bridge.",
    "tags with a hash": "#bridge #ferry #harbour",
    "footnotes": "The bridge [1](see below) was closed [2](also below).",
    "brackets": "He said [sic] (twice) that it [the bridge] (old) is closed.",
    "strong without a heading": "**Bridge** is **closed**.",
    "stars": "2 ** 3 ** 4",
    "a comment alone": "<!-- the bridge is closed",
    "a list": "- bridge\n- ferry\n1. harbour",
}


@pytest.mark.parametrize("source", HTML.values(), ids=HTML)
def test_html(source: str) -> None:
    assert find_kind(source) == "html"


@pytest.mark.parametrize("source", MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(source: str) -> None:
    assert find_kind(source) == "markdown"


@pytest.mark.parametrize("source", TEXT.values(), ids=TEXT)
def test_text(source: str) -> None:
    assert find_kind(source) == "text"


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_can_be_told(kind: str) -> None:
    source = "# Bridge\n\n[Home](/) [Sports](/s)"
    assert read(source, kind).kind == ("markdown" if kind == "auto" else kind)


@given(st.text())
def test_any_text_has_a_kind(source: str) -> None:
    assert find_kind(source) in {"text", "markdown", "html"}


HARD = {
    "comments": "<!-- a -->" * 3000 + "The bridge",
    "comments and blanks": "<!-- a --> \n " * 3000 + "The bridge",
    "declarations": "<?xml?>" * 3000 + "The bridge",
    "open declarations": "<?xml " * 3000,
    "open comments": "<!-- " * 40_000,
    "blanks": " " * LOOKED_AT,
    "feeds": "\n" * LOOKED_AT + "<",
    "open tags": "<p" * (LOOKED_AT // 2),
    "closing tags with blanks": "<p></p" + " " * LOOKED_AT,
    "brackets": "[" * LOOKED_AT,
    "middles of links": "](" * (LOOKED_AT // 2),
    "open links": "[a](/" * (LOOKED_AT // 5),
    "stars": "*" * LOOKED_AT,
    "open strong": "**a " * (LOOKED_AT // 4),
    "hash signs": "#" * LOOKED_AT,
    "letters": "a" * LOOKED_AT,
}


@pytest.mark.parametrize("source", HARD.values(), ids=HARD)
def test_no_text_is_hard_to_tell(source: str) -> None:
    start = time.process_time()
    find_kind(source)
    assert time.process_time() - start < 1.0


def test_no_more_is_looked_at_than_the_beginning() -> None:
    assert find_kind(PROSE * (LOOKED_AT // len(PROSE) + 1) + "[a](/a) [b](/b)") == "text"
