"""The kind of a source: HTML and Markdown only with marks of their own, and a text that mentions them stays text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.options import KINDS
from newsclean.reading.kind import find_kind
from newsclean.reading.read import read

TEXT = "The council voted on Monday to close the old bridge for most of the winter."

HTML = {
    "doctype": "<!DOCTYPE html><p>It is closed.",
    "doctype in small letters": "<!doctype html>\n<title>It is closed.</title>",
    "old doctype": '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><title>x</title>',
    "doctype of a minifier": f"<!doctypehtml><meta charset=utf-8><p>{TEXT}",
    "root": "<html><body>It is closed.</body></html>",
    "body alone": f"<body>{TEXT}</body>",
    "head": "<head><title>x</title></head>",
    "body with attributes": '<body class="story">It is closed.',
    "root, then blanks and a comment": "<HTML>\n <!-- made by hand -->\n<p>It is closed.",
    "blanks before": "\n\n \t<html lang='en'>",
    "byte order mark": "\ufeff<!DOCTYPE html>",
    "NULs before": "\x00\x00<html>",
    "a NUL in the doctype": f"<!DOCTYPE\0 html><p>{TEXT}",
    "NULs in tags": f"<\0html\0><\0body><\0p>{TEXT}<\0/p>",
    "a NUL behind each sign": "\0".join(f"<div><p>{TEXT}</p><p>{TEXT}</p></div>"),
    "other controls in tags": f"<!\x01DOCTYPE html\x1b><\x7fp>{TEXT}",
    "comment before": "<!-- made\nby hand --><html>",
    "comments before": "<!-- a --> <!-- b -->\n<!DOCTYPE html>",
    "declaration before": '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>',
    "a piece": "<div><p>It is closed.</p><p>It is old.</p></div>",
    "a short piece": "<p>It is closed.</p>",
    "an article": f"<article class='x'>{TEXT * 20}<p>a</p><p>b</p></article>",
    "a piece behind a comment": "<!-- story --><p>It is closed.</p><p>It is old.</p>",
    "a piece that begins with what is not shown": "<noscript></noscript><p>It is closed.</p><p>It is old.</p>",
    "a piece that begins with a picture": '<img src="a.jpg"><p>It is closed.</p><p>It is old.</p>',
    "elements of one's own": "<story-body><p>It is closed.</p><p>It is old.</p></story-body>",
    "an extractor's XML": f'<doc title="x">\n<main><p>{TEXT}</p><p>{TEXT}</p></main>\n<comments/></doc>',
    "a declaration and other names": f"<?xml version='1.0'?>\n<TEI><text><p>{TEXT}</p><p>{TEXT}</p></text></TEI>",
    "a piece with data and styles": f'<article><p data-ad=\'{{"a":"window.x"}}\'>{TEXT}</p><style>a{{b:c !important}}'
    f"@media x{{y{{}}}}</style><p onclick=\"window.open('x')\">{TEXT}</p></article>",
    "a list": f"<ul>{f'<li>{TEXT}</li>' * 9}</ul>",
    "a list over lines": "<ol>\n" + f"<li>{TEXT}</li>\n" * 9 + "</ol>\n",
    "a glossary": f"<dl>{f'<dt>Bridge</dt><dd>{TEXT}</dd>' * 9}</dl>",
    "paragraphs that are not closed": f"<p>{TEXT}\n<p>{TEXT}\n\n<p class='x'>{TEXT}",
    "one that is not closed": f"<p>{TEXT}",
    "a long quotation": f"<blockquote cite='/x'>{TEXT * 20}\n\n{TEXT}</blockquote>\n",
    "words in bold, then an element": f"<b>Bold</b> words. <p>One</p> {TEXT * 9}",
    "a line that begins in bold": f"<b>ELDHAM</b> - {TEXT * 20}",
    "words before paragraphs": f"EXCLUSIVE: {f'<p>{TEXT} <a href=/x>More</a><br>{TEXT}</p>' * 2}",
    "more words before paragraphs": f"{TEXT} {f'<p>{TEXT * 2}</p>' * 2}",
    "upper case": "<P>It is closed.</P><P>It is old.</P>",
}
MARKDOWN = {
    "controls": f"[Ho\0me](/) [Sports](https://example.org/sports)\n\n\x01{TEXT}",
    "links": f"[Home](/) [Sports](https://example.org/sports)\n\n{TEXT}",
    "two headings": f"# Bridge closed\n\n{TEXT}\n\n## Why\n\n{TEXT}",
    "a heading and a link": f"# Bridge closed\n\n{TEXT} [More](/more)",
    "a heading and bold words": f"# Bridge closed\n\n**Monday** {TEXT}",
    "links by number": f"[Home][1] [Sports][2]\n\n{TEXT} [More][3]\n\n[1]: /\n[2]: /sports\n[3]: /more",
    "links by number, without addresses": f"[Home][1] [Sports][2]\n\n{TEXT} [More][3]",
    "images": f"![](https://example.org/a.jpg)\n{TEXT} [More](/a) and [more](/b)",
    "a heading and a quotation": f"# Bridge closed\n\n{TEXT}\n\n> {TEXT}",
    "a heading and a list": f"# Bridge closed\n\n{TEXT}\n\n* {TEXT}\n* {TEXT}",
    "a heading, italics and a rule": f"# Bridge closed\n\n*{TEXT}*\n\n* * *\n\n{TEXT}",
    "lines broken by backslashes": f"{TEXT}\n\nHe set his table\\\nby the shore,\\\none plate,\\\none cup.",
    "underlined headings": f"Bridge closed\n=============\n\n{TEXT}\n\nWhy\n----\n\n{TEXT}",
    "a heading in tags above lines": f"<h1>Bridge closed</h1>\n\n{TEXT * 9}\n\n{TEXT}\n\n{TEXT} <b>Why?</b>",
    "elements among more text": f"{TEXT}\n\n<p>{TEXT}</p>\n\n<p>One</p>\n\n{TEXT} {TEXT}",
    "paragraphs between tags": f"{TEXT}<br><br/>{TEXT}",
    "links by mail": "[Ada](mailto:ada@example.org) and [Bo](mailto:bo@example.org)",
}
PLAIN = {
    "nothing": "",
    "blanks": " \n\t",
    "prose": TEXT,
    "a tag named": f"Pages begin with <html> and <body>. {TEXT}",
    "a tag named first": f"<html-validator> is a tool. {TEXT}" * 9,
    "a document's tag named first": f"<body> holds what a page shows, <head> what it does not. {TEXT}" * 9,
    "a name that begins like an element's": f"<p-value> below one in a hundred. </p></p> {TEXT}",
    "an element opened only": f"<p> opens a paragraph. {TEXT}" * 9,
    "bold words that do not end": f"<b>Bridge closed. {TEXT}",
    "two elements named": f"<p> opens a paragraph, <p> another. {TEXT}",
    "a line in bold": f"<b>Bridge closed</b>\n\n{TEXT}",
    "a name in brackets": f"<bridge>It is closed.</bridge> {TEXT}",
    "line breaks in one of many lines": f"{TEXT}<br><br>{TEXT}\n" + f"{TEXT}\n" * 30,
    "bold words, and a quotation's end": f"<b>Bridge closed. {TEXT}</blockquote>",
    "a line break named": f"{TEXT} <br> is a line break. <br>",
    "less than": "<3 this bridge\n\n5 < 6 and 7 > 3",
    "one link": f"{TEXT} [More](https://example.org/more)",
    "one heading": f"# Bridge closed\n\n{TEXT}",
    "a command over lines": f"{TEXT}\n\nrun it \\\n  --so \\\n  --and \\\n  --so\n\nC:\\\nD:\\\n",
    "one underlined heading": f"Bridge closed\n=============\n\n{TEXT}",
    "a quotation and a list": f"> {TEXT}\n\n* {TEXT}\n* {TEXT}",
    "rows between rules": f"Bridge closed\n------\nMonday\n------\n{TEXT}",
    "tags of networks": f"#bridge #closed\n{TEXT}",
    "numbers": f"#1 The bridge\n#2 The ferry\n{TEXT}",
    "notes": f"{TEXT} [1] [2] (see below) [sic] (old)",
    "notes by number": f"{TEXT}[1][2] {TEXT}[3][4] {TEXT} [sic][5]",
    "notes and brackets": "It was [sic](old) and [sic](wet).",
    "stars": f"**** {TEXT}\n** Four of five stars **\n5 ** 2",
    "list": "- one\n- two\n* three",
}


@pytest.mark.parametrize("source", HTML.values(), ids=HTML)
def test_html(source: str) -> None:
    assert find_kind(source) == "html"
    assert read(source).kind == "html"


@pytest.mark.parametrize("source", MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(source: str) -> None:
    assert find_kind(source) == "markdown"
    assert read(source).kind == "markdown"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "source", [MARKDOWN["underlined headings"], f"{TEXT}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{TEXT}"]
)
def test_markdown_is_told_however_its_lines_end(source: str, ends: str) -> None:
    assert find_kind(source.replace("\n", ends)) == "markdown"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_neither_makes_markdown_of_a_text(ends: str) -> None:
    assert find_kind(f"{TEXT}\n-----\n{TEXT}\n\n{TEXT}".replace("\n", ends)) == "text"


@pytest.mark.parametrize("source", PLAIN.values(), ids=PLAIN)
def test_text(source: str) -> None:
    assert find_kind(source) == "text"
    assert read(source).kind == "text"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "auto"])
def test_a_kind_that_is_said_is_taken(kind: str) -> None:
    for source in [TEXT, "<p>It is closed.</p>", "# Bridge\n\n## Closed"]:
        assert read(source, kind).kind == kind
        assert read(source.encode(), kind).kind == kind


@pytest.mark.parametrize("kind", ["", "HTML", "txt", "md"])
def test_no_such_kind(kind: str) -> None:
    with pytest.raises(ValueError, match="kind must be one of 'auto', 'text', 'markdown', 'html'"):
        read(TEXT, kind)


@given(st.text())
def test_any_text_has_a_kind(source: str) -> None:
    assert find_kind(source) in KINDS[1:]


@given(st.text(alphabet="ab .,\n"))
def test_words_alone_are_text(source: str) -> None:
    assert find_kind(source) == "text"


UNITS = [
    *(
        "<",
        "<p",
        "<p>",
        "</p",
        "</p ",
        "</p>",
        "<!--",
        "<!---->",
        "<!-- -->",
        "<?xml",
        "<?xml>",
        "<html",
        "<html ",
        "<html a",
        "<!doctype ",
    ),
    *("[", "](", "[a](/", "[a](https:", "[a](/b)", "**", "**a", " **a**", "#", "# ", "# a\n", "\n", " ", "\ufeff", "a"),
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("before", ["", "<p>", "<!--", "<?xml", " **a", "[a](/"])
def test_a_kind_is_found_in_no_time(unit: str, before: str) -> None:
    source = before + unit * (2_000_000 // len(unit))
    start = time.process_time()
    find_kind(source)
    assert time.process_time() - start < 0.5
