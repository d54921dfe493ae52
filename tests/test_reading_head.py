"""The head of an HTML page is read: its title, what it says to machines, and JSON-LD however it is wrapped."""

from __future__ import annotations

import json

import pytest

from newsclean.reading.html import read_html

PAGE = """<!DOCTYPE html><html lang=en><head><title>Harbour bridge closes | The Tern</title>
<meta property="og:title" content="Harbour bridge closes &amp; reopens">
<meta name=description content="The bridge was shut for a day.">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "The Tern"},
{"@type": ["NewsArticle"], "headline": "Harbour bridge closes", "datePublished": "2021-03-04T05:06:07Z",
"author": [{"@type": "Person", "name": "Ada Quill"}, {"name": "Bo Reed"}],
"articleBody": "The bridge was shut.\\nIt opened again.",}]}</script></head>
<body><p>The bridge was shut.</p></body></html>"""


def test_head_of_a_page() -> None:
    markup = read_html(PAGE).markup
    assert markup is not None
    head = markup.head
    assert head.title == "Harbour bridge closes | The Tern"
    assert head.og_title == "Harbour bridge closes & reopens"
    assert head.headline == "Harbour bridge closes"
    assert head.description == "The bridge was shut for a day."
    assert head.article_body == "The bridge was shut. It opened again."
    assert head.author == "Ada Quill, Bo Reed"
    assert head.published == "2021-03-04T05:06:07Z"
    assert head.types == {"website", "newsarticle", "person"}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@id": "#ada"}, "Ada Quill"),
        ([{"@id": "#ada"}, {"@id": "#bo"}], "Ada Quill, Bo Reed"),
        ({"@id": "#ada", "name": "A. Quill"}, "A. Quill"),
        ({"name": ["Ada Quill", "Bo Reed"]}, "Ada Quill, Bo Reed"),
        ({"@value": "Ada Quill"}, "Ada Quill"),
        (["Ada Quill", "https://tern.example/bo"], "Ada Quill"),
        ({"@id": "#nobody"}, ""),
        ({"@id": ["#ada"]}, ""),
        ({"@id": "#loop"}, ""),
        ([[{"name": {}}], 3, None], ""),
    ],
)
def test_authors(author: object, names: str) -> None:
    """By name, or by a reference to what the page says of them elsewhere, as publishing systems write it."""
    others = [
        {"@type": "Person", "@id": "#ada", "name": "Ada Quill"},
        {"@type": "Person", "@id": "#bo", "name": "Bo Reed"},
        {"@type": "Person", "@id": "#loop", "name": {"@id": "#loop"}},
        {"@type": "Person", "@id": "#nameless"},
    ]
    script = json.dumps({"@graph": [{"@type": "NewsArticle", "author": author}, *others]})
    markup = read_html(f'<script type="application/ld+json">{script}</script><p>Text</p>').markup
    assert markup is not None
    assert markup.head.author == names


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "null",
        '"text"',
        "[]",
        "[1, [2, {}]]",
        "{'single': 1}",
        '{"@type": 3, "headline": {"a": []}}',
        '{"@type": "Article", "author": [], "headline": [], "articleBody": null}',
        "[" * 100_000,
    ],
)
def test_hopeless_json_says_nothing(script: str) -> None:
    doc = read_html(f'<script type="application/ld+json">{script}</script><p>Text</p>')
    assert doc.markup is not None
    assert doc.markup.head.headline == ""
    assert doc.block_text(0) == "Text"


@pytest.mark.parametrize("wrap", ["<!-- %s -->", "//<![CDATA[\n%s\n//]]>", "/*<![CDATA[*/%s/*]]>*/", "%s;", "\n%s\n{}"])
def test_wrapped_json_is_read(wrap: str) -> None:
    script = wrap % json.dumps({"@type": "NewsArticle", "headline": "Seen\nhere"})
    markup = read_html(f'<script type="application/ld+json">{script}</script>').markup
    assert markup is not None
    assert markup.head.headline == "Seen here"


def test_time_element_gives_the_date() -> None:
    markup = read_html("<time datetime='2020-02-03'>3 February</time><p>x").markup
    assert markup is not None
    assert markup.head.published == "2020-02-03"


def test_the_xml_of_an_extractor_says_what_its_page_is() -> None:
    said = 'sitename="The Strait" title="Bridge closed" author="Ada Quill" date="2024-05-03" description="For winter."'
    text = "".join(
        f"<p>The council voted on {day} to close the bridge for most of the winter.</p>"
        for day in ("Monday", "Tuesday")
    )
    head = read_html(f"<doc {said}><main>{text}</main><comments/></doc>").markup
    assert head is not None
    assert head.head.og_title == "Bridge closed"
    assert head.head.site == "The Strait"
    assert head.head.author == "Ada Quill"
    assert head.head.published == "2024-05-03"
    assert head.head.description == "For winter."
