"""HTML pages are read into blocks: cut at block elements, whole sentences, nothing glued, nothing raised."""

from __future__ import annotations

import pickle
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.reading.document import PARAGRAPH, ROW, Document
from newsclean.reading.html import read_html
from newsclean.reading.markup import ANCESTORS, Within

PAGE = """<!DOCTYPE html><html lang=en><head><title>Harbour bridge closes | The Tern</title>
<meta property="og:title" content="Harbour bridge closes &amp; reopens">
<meta name=description content="The bridge was shut for a day.">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "The Tern"},
{"@type": ["NewsArticle"], "headline": "Harbour bridge closes", "datePublished": "2021-03-04T05:06:07Z",
"author": [{"@type": "Person", "name": "Ada Quill"}, {"name": "Bo Reed"}],
"articleBody": "The bridge was shut.\\nIt opened again.",}]}</script></head>
<body class="single post-17"><nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav>
<main><article class="story storyBody"><h1>Harbour bridge closes</h1>
<p class=byline>By <a href=/ada>Ada Quill</a></p>
<p>The bridge was <b>shut</b> on <a href=/mon>Monday</a>, the <i>council</i> said.</p>
<figure><img src=a.jpg><figcaption>The bridge at night</figcaption></figure>
<blockquote><p>It opened again.</p></blockquote>
<table><tr><th>Day<th>Cars<tr><td>Monday<td>0</table>
<ul><li>One</li><li>Two</li></ul></article></main>
<footer hidden><p>All rights reserved</footer></body></html>"""
PARTS = [
    "<p>",
    "<b>",
    "</p>",
    "<td>",
    "<br>",
    "<li>",
    "<!--",
    "-->",
    "<a href=x>",
    "&amp;",
    "&#0;",
    "x ",
    "\x00",
    "<",
    "\ud800",
]


def texts(source: str) -> list[str]:
    doc = read_html(source)
    return [doc.block_text(i) for i in range(len(doc))]


def block(doc: Document, text: str) -> int:
    return [doc.block_text(i) for i in range(len(doc))].index(text)


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("One<div>Two</div>Three", ["One", "Two", "Three"]),
        ("<div>A<br>B<br><br>C<br> <br>D</div>", ["A B", "C", "D"]),
        ("<div>A<br>\n<b>B</b><br>C</div>", ["A B C"]),
        ("<p>Wo<b>rd</b>s <span>stay</span> <a href=x>who</a>le.</p>", ["Words stay whole."]),
        ("<p><span class=cap>T</span>he start", ["The start"]),
        ("<li><a href=a>Sport</a><a href=b>Arts</a>", ["Sport Arts"]),
        ("<table><tr><td>a<td>b<tr><td>c</td><td>d</table>", ["a b", "c d"]),
        ("<table><tr><td><p>Left</p>more<td>right</table>", ["Left", "more", "right"]),
        ("<dl><dt>Term<dd>Meaning</dl>", ["Term", "Meaning"]),
        ("A<hr>B", ["A", "B"]),
        ("<p>x<script>var a = '<p>no';</script>y<style>p{}</style>z", ["xyz"]),
        ("<p>a</p><noscript><img src=b></noscript><template><p>c</p></template><iframe>d</iframe><p>e", ["a", "e"]),
        (
            "<form><label>Name</label><select><option>x</select><button>Go</button><textarea>t</textarea></form>",
            ["Name"],
        ),
        ("<button>Menu<div><main><p>Text</p></main></div>More</button>", ["Text", "More"]),
        ("<select><option>x<p>Text<p><a href=x>More</a>", ["Text", "More"]),
        ("<button>x <a href=y>z<p>Text</p></a></button><p>More", ["Text", "More"]),
        ("<p>The <a href=x>mayor</a><span role=tooltip>Mayor since <b>1961</b></span> left.", ["The mayor left."]),
        ("<div>The mayor<div role=tooltip>Mayor since 1961</div> left.</div>", ["The mayor left."]),
        ("<p>The mayor<span role=tooltip>Since 1961<p>left.", ["The mayor", "left."]),
        ("<div role=tooltip><p>Text</p></div><p>More", ["Text", "More"]),
        ("<noscript><p>Turn it on</p></noscript>Text", ["Turn it on", "Text"]),
        ("<noscript><div><h1>Title</h1><p>Text</p>", ["Title", "Text"]),
        ("<object><p>Text</p></object><object>More</object>", ["Text", "More"]),
        ("<p>a<svg><title>icon</title><text>b</text></svg>c", ["ac"]),
        ("<pre>one\ntwo\n\nthree</pre>", ["one two", "three"]),
        ("<news-text>One</news-text><news-text>Two</news-text>", ["One", "Two"]),
        ("<p>one <unknown>two</unknown> three", ["one two three"]),
        ("<frameset><frame src=a><noframes><body><p>Old <b>page</b></body></noframes></frameset>", ["Old page"]),
        (
            '<?xml version="1.0" encoding="utf-16"?><html xmlns="http://www.w3.org/1999/xhtml"><p>\u00e4</p></html>',
            ["\u00e4"],
        ),
        ("<p>&lt;b&gt; &amp; &nbsp; &#8212; &eacute; &bogus; &#x41; &#65", ["<b> & \u2014 \u00e9 &bogus; A A"]),
        ("<html amp><body><amp-img></amp-img><p>Text</p><amp-ad>x</amp-ad>", ["Text", "x"]),
        ("<p>\u200b</p><p>\ufeff\u200c</p><p>a\u200bb</p>", ["a\u200bb"]),
        (
            "<doc><main><head>A</head><list><item>B</item><item>C</item></list>D<lb/><lb/>E<quote>F</quote></main></doc>",
            ["A", "B", "C", "D", "E", "F"],
        ),
        ("<p>Cut in the mid<b>dle", ["Cut in the middle"]),
        ("<p>a</p></div></span></p></body></html><p>after", ["a", "after"]),
        ("<p>a\x00b\x01c\ud800d", ["ab\x01cd"]),
        ("<\x00p\x01>a<\x00/p\x1f><div\x7f title='\x02'>b\x01c</di\x1bv>d", ["a", "b\x01c", "d"]),
        ("just text", ["just text"]),
        ("", []),
        (" \n", []),
        ("<", ["<"]),
        ("<!-- never closed <p>x", []),
        ("<html><head></head></html>", []),
    ],
)
def test_blocks(source: str, blocks: list[str]) -> None:
    assert texts(source) == blocks


def test_columns_of_a_page() -> None:
    doc = read_html(PAGE)
    assert (doc.kind, doc.layout) == ("html", "markup")
    assert doc.text.count("\n") == len(doc)
    assert (doc.spans == -1).all()
    assert doc.heading[block(doc, "Harbour bridge closes")] == 1
    sentence = block(doc, "The bridge was shut on Monday, the council said.")
    assert doc.links[sentence] == len("Monday")
    assert doc.links[block(doc, "News")] == 4
    assert [doc.item[block(doc, text)] for text in ("Home", "One", "It opened again.")] == [1, 1, 0]
    assert [doc.follows[block(doc, text)] for text in ("Home", "News", "One", "Two")] == [
        PARAGRAPH,
        ROW,
        PARAGRAPH,
        ROW,
    ]
    assert [doc.follows[block(doc, text)] for text in ("Day Cars", "Monday 0")] == [PARAGRAPH, ROW]


def test_paragraphs_of_one_list_item_stand_apart() -> None:
    doc = read_html("<ul><li><p>One</p><p>More</p></li><li><p>Two</p></li></ul><ul><li>Other</li></ul>")
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, PARAGRAPH]


@pytest.mark.parametrize(
    ("source", "follows"),
    [
        ("<table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e</table>", [PARAGRAPH, ROW, ROW]),
        ("<table><tr><td>One paragraph.<br><br>Another.</table>", [PARAGRAPH, PARAGRAPH]),
        ("<table><tr><td><p>Left</p>more<td>right</table>", [PARAGRAPH, PARAGRAPH, PARAGRAPH]),
        ("<table><tr><td>a<tr><td>b<br><br>c<tr><td>d</table>", [PARAGRAPH, ROW, PARAGRAPH, ROW]),
    ],
)
def test_rows_of_a_table_stand_together_and_paragraphs_in_a_cell_apart(source: str, follows: list[int]) -> None:
    assert read_html(source).follows.tolist() == follows


def test_markup_of_a_page() -> None:
    doc = read_html(PAGE)
    markup = doc.markup
    assert markup is not None
    sentence = block(doc, "The bridge was shut on Monday, the council said.")
    assert markup.tags[markup.tag[markup.element[sentence]]] == "p"
    above = markup.ancestors[block(doc, "By Ada Quill"), :2]
    assert [markup.labels[number] for number in markup.label[above]] == ["byline", "story storyBody"]
    assert markup.link_count[sentence] == 1
    within = {doc.block_text(i): Within(int(markup.within[i])) for i in range(len(doc))}
    assert within["The bridge at night"] & Within.FIGURE
    assert within["The bridge at night"] & Within.CAPTION
    assert within["It opened again."] & Within.QUOTE
    assert within["Monday 0"] & Within.TABLE
    assert within["Home"] & Within.NAV
    assert within["All rights reserved"] & Within.HIDDEN
    assert not within["It opened again."] & Within.HIDDEN
    assert markup.ancestors.shape == (len(doc), ANCESTORS)
    assert (markup.ancestors[:, 0] == markup.element).all()
    assert (markup.parent[1:] < np.arange(1, len(markup.parent))).all()
    assert (markup.depth[1:] == markup.depth[markup.parent[1:]] + 1).all()


def test_signatures_pass_over_digits() -> None:
    markup = read_html('<div class="post-12 x">a</div><div class="post-7 x">b</div><p class="post-7 x">c</p>').markup
    assert markup is not None
    first, second, third = markup.signature[markup.element].tolist()
    assert first == second != third


@pytest.mark.parametrize("style", ["display:none", "color:red; VISIBILITY : hidden"])
def test_hidden_by_style_is_kept_and_marked(style: str) -> None:
    doc = read_html(f'<div style="{style}"><p>Text</p></div><p>More</p>')
    assert doc.markup is not None
    assert [bool(flags & Within.HIDDEN) for flags in doc.markup.within.tolist()] == [True, False]


def test_text_for_want_of_scripts_is_marked() -> None:
    doc = read_html("<p>One</p><noscript><p>Two</p></noscript>")
    assert doc.markup is not None
    assert [bool(flags & Within.HIDDEN) for flags in doc.markup.within.tolist()] == [False, True]


def test_same_page_same_document() -> None:
    first, second = read_html(PAGE), read_html(PAGE)
    assert pickle.dumps(first) == pickle.dumps(second)
    assert pickle.loads(pickle.dumps(first)).text == first.text


@pytest.mark.parametrize("seed", range(20))
def test_cut_and_damaged_pages_are_read(seed: int) -> None:
    dice = random.Random(seed)
    _checked(PAGE[: dice.randrange(len(PAGE))])
    data = bytearray(PAGE.encode())
    for _ in range(10):
        data[dice.randrange(len(data))] = dice.randrange(256)
    _checked(data.decode("latin-1"))


@settings(max_examples=150, deadline=None)
@given(st.text() | st.lists(st.sampled_from(PARTS)).map("".join))
def test_any_text_is_read(source: str) -> None:
    _checked(source)


def _checked(source: str) -> None:
    doc = read_html(source)
    n = len(doc)
    assert doc.markup is not None
    assert doc.text.count("\n") == n
    for i in range(n):
        text = doc.block_text(i)
        assert text == " ".join(text.split()) != ""
        assert 0 <= doc.links[i] <= len(text)
    columns = (
        doc.starts,
        doc.ends,
        doc.follows,
        doc.heading,
        doc.item,
        doc.links,
        doc.markup.element,
        doc.markup.within,
    )
    assert all(len(column) == n for column in columns)
