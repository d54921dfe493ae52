"""Character references: what a number stands for, however many digits it has."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import explain
from newsclean.options import Kind
from newsclean.reading.references import unescaped

LONG = "&#" + "9" * 5000 + ";"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("&amp;&lt;&#65;&#x41;", "&<AA"),
        (f"a{LONG}b{LONG[:-1]} c", "a�b� c"),
        ("&#" + "0" * 5000 + "65;", "A"),
        ("&#" + "0" * 5000 + ";", "�"),
        ("&#x" + "f" * 5000 + ";", "�"),
    ],
)
def test_what_is_meant(text: str, meant: str) -> None:
    assert unescaped(text) == meant


@given(st.text("&#0123456789ax; ", max_size=60))
def test_short_numbers_are_read_as_python_does(text: str) -> None:
    assert unescaped(text) == html.unescape(text)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (f"A goat {LONG} was found.", "markdown"),
        (f"&lt;p&gt;A goat {LONG} was found.&lt;/p&gt;", "html"),
        (f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Goat {LONG}"}}</script>', "html"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":'
            f'"{"&lt;p&gt;A goat was found. " * 30}{LONG}"}}</script>',
            "html",
        ),
    ],
)
def test_no_place_of_a_page_raises(source: str, kind: Kind) -> None:
    assert explain(source, kind=kind).kind == kind
