"""Markdown that tags were left in, or pandoc's attributes, is read as a reader sees it, and given back as it came."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean.reading.document import Document
from newsclean.reading.kind import find_kind
from newsclean.reading.markdown import read_markdown
from newsclean.reading.pandoc import without_attributes
from newsclean.reading.raw_html import unbroken, without_tags
from tests.texts import VOTE

MAYOR = "The mayor told residents that buses would take the long way round until the work is done."


def seen(doc: Document) -> list[str]:
    return [doc.text[start:end] for start, end in zip(doc.starts.tolist(), doc.ends.tolist(), strict=True)]


READ = {
    "tags between paragraphs": (f"<div class='a'>\n\n{VOTE}\n\n</div>\n<!-- more -->\n{MAYOR}", [VOTE, MAYOR]),
    "a paragraph in tags": (f"<p>{VOTE}</p><p>{MAYOR}</p>", [VOTE, MAYOR]),
    "inline tags": (
        "The <em>old</em> <span class='x'>bridge</span> is<br/> closed<sup>1</sup>.",
        ["The old bridge is", "closed1."],
    ),
    "line breaks": (f"{VOTE}<br>{MAYOR}<br/><br />Words.", [VOTE, MAYOR, "Words."]),
    "line breaks in a table": ("| a<br>b | c |\n| --- | --- |", ["ab c"]),
    "a link": ('See the <a href="/r" title="a > b">report</a> of May.', ['See the b">report of May.']),
    "a link over two lines": ('See the <a\nhref="/r"\nrel="x">report</a> of May.', ["See the report of May."]),
    "an image": ('<img src="a.jpg" alt="A bridge [old]"/>\n\nWords.', ["Words."]),
    "a heading": (f"<h2 id='b'>Bridge</h2>\n\n{VOTE}", ["Bridge", VOTE]),
    "scripts": (f"{VOTE}\n\n<script>\nlet a = '<p>Words</p>';\n</script>\n\n{MAYOR}", [VOTE, MAYOR]),
    "names of characters": ("Fish &amp; chips &lt;cold&gt;", ["Fish & chips <cold>"]),
    "code that shows tags": ("Write `<div>` and `</div>` around it.", ["Write <div> and </div> around it."]),
    "a fence that shows tags": ("```html\n<div>\n</div>\n```", ["<div>", "</div>"]),
    "words in angles": ("Put <your-name> into the <audio> element.", ["Put <your-name> into the <audio> element."]),
    "a comparison": ("It is a < b and c > d.", ["It is a < b and c > d."]),
    "an unclosed comment": ("<!-- The end", ["<!-- The end"]),
    "pandoc's divs": (f'::: {{.a #b c="d: e"}}\n{VOTE}\n:::\n\n::: note\n{MAYOR}\n:::', [VOTE, MAYOR]),
    "pandoc's attributes": (
        'A [link](/a "t"){.x target="_blank"\nrel="nofollow"} and a [span [in]{.y} a span]{.z k="{1}"}.',
        ["A link and a span in a span ."],
    ),
    "pandoc's headings": ("# Bridge {#bridge .title}\n\nWords.", ["Bridge", "Words."]),
    "pandoc's raw HTML": ("```{=html}\n<svg>\n```\n\nWords`<br>`{=html} here.", ["Words here."]),
    "a picture in its address": (f"::: x\n![A](data:image/png;base64,{'A' * 5000})\n:::\n\nWords.", ["Words."]),
    "braces of prose": ("A set [a]{b} and (c){d} of {.net} names.", ["A set [a]{b} and (c){d} of {.net} names."]),
}


@pytest.mark.parametrize(("source", "expected"), READ.values(), ids=READ)
def test_reading(source: str, expected: list[str]) -> None:
    assert seen(read_markdown(source)) == expected
    assert seen(read_markdown(source.replace("\n", "\r\n"))) == expected


def test_marks_are_told_from_tags() -> None:
    doc = read_markdown('<h3>Bridge</h3>\n\nSee <a href="/r">the report</a> of May.\n\n# Ferry {#ferry}')
    assert doc.heading.tolist() == [3, 0, 1]
    assert doc.links.tolist() == [0, len("the report"), 0]


def test_what_is_given_back_is_the_source() -> None:
    source = f'<div>\n\n{VOTE} <a href="/x">More</a>\n\n</div>\n\n::: a\n[{MAYOR}]{{.b}}\n:::'
    doc = read_markdown(source)
    assert doc.source == source
    assert doc.block_text(0) == f'{VOTE} <a href="/x">More</a>'
    assert MAYOR in doc.block_text(1)


@pytest.mark.parametrize("keep_length", [without_attributes, unbroken, without_tags])
@pytest.mark.parametrize("source", [source for source, _ in READ.values()])
def test_places_stay(keep_length: object, source: str) -> None:
    assert callable(keep_length)
    assert len(keep_length(source)) == len(source)


FRAGMENT = "<div class='post'>\n\n## Bridge closed\n\n{}\n\n[Sport](https://a.example/s)\n\n</div>\n"


def test_markdown_that_begins_with_a_tag_is_markdown() -> None:
    assert find_kind(FRAGMENT.format(VOTE)) == "markdown"
    assert find_kind(FRAGMENT.format("<p>Words</p>\n" * 8)) == "html"
    assert find_kind("<div><h2>Markdown</h2><pre># One\n## Two\n[a](https://b.example)</pre><p>So.</p></div>") == "html"
    assert find_kind("::: {.a}\nWords.\n:::\n") == "markdown"


EDITORS = f"""{VOTE} Read <a href="/r">the <b>report</b></a>.

<em>{MAYOR}</em>

<img src="/b.jpg" alt="" /> A ferry crosses.<br />
<strong>It is free.</strong>"""


@pytest.mark.parametrize("source", [EDITORS, f"<strong>Riverton</strong> {EDITORS}", EDITORS.replace("\n", "\r\n")])
def test_paragraphs_of_a_text_with_tags_stand_between_blank_lines(source: str) -> None:
    assert find_kind(source) == "markdown"
    doc = read_markdown(source)
    assert [text.removeprefix("Riverton ") for text in seen(doc)] == [
        f"{VOTE} Read the report.",
        MAYOR,
        "A ferry crosses.",
        "It is free.",
    ]
    assert doc.links.tolist() == [len("the report"), 0, 0, 0]


@pytest.mark.parametrize(
    "source",
    [
        "Write <b> and </b> around it.\nOr <i> and </i>.\n" + "\n".join([VOTE, MAYOR] * 20),
        f"{VOTE} <b>One</b> line with <i>tags</i>.",
        f"{VOTE}\n\n{MAYOR}\n\nSeven < eight <br",
    ],
)
def test_a_text_with_few_tags_stays_text(source: str) -> None:
    assert find_kind(source) == "text"


@pytest.mark.parametrize("body", [f"<div>{VOTE}\n\n{MAYOR}</div>", f"<p>{VOTE}</p>\n\n<p>{MAYOR}</p>\n\n<p>So.</p>"])
def test_blank_lines_between_elements_are_html(body: str) -> None:
    assert find_kind(body) == "html"


LIST = "".join(f'<div class="item"><h3><a href="/{i}">Notice {i}</a></h3><p>{MAYOR}</p></div>' for i in range(10))


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (f"Harbour Post {LIST}", "html"),
        (f'ass="menu"><li>Home</li></ul>\n{LIST}', "html"),
        (f"function f() {{ return 1; }}</script>\n{LIST}", "html"),
        (
            "How to write a list:\n\n" + "\n\n".join(f"{VOTE} Write <li> here, and </li>." for _ in range(12)),
            "markdown",
        ),
        (
            f"window.cards = {{html: {LIST!r}}}; var a = 1; dataLayer.push(a);\n{VOTE}\n{MAYOR}\n{VOTE} {MAYOR}",
            "text",
        ),
    ],
    ids=["inner HTML", "a page's second part", "from within a script", "about tags", "tags in code"],
)
def test_what_begins_with_text_may_be_html(source: str, kind: str) -> None:
    assert find_kind(source) == kind


@pytest.mark.parametrize(
    "unit",
    ["<!--", "<script>", '<div a="b" ', '<a href="x">t ', ":::\n", '){a="x" ', '"){a="', "[a ", "[[a]", "[x]{.a ",
     "`a ", "```{=html}\n", "`<x>`{=html} ", "![](data:a", "```\n", "<p ", "{.a ", "# a {.b ", '[a](b "c" ',
     '"' + '){.a\\"' * 300 + '"'],
)  # fmt: skip
def test_time_is_linear(unit: str, check_linear: Callable[..., None]) -> None:
    small, large = ("::: {.a}\n[a](#) [b](#)\n\n" + unit * (size // len(unit)) for size in (16_000, 160_000))
    check_linear(read_markdown, small, large)
