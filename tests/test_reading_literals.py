"""HTML that came as a literal of a programming language is the HTML it stands for; text about literals stays text."""

from __future__ import annotations

import html
import json
from collections.abc import Callable

import pytest

from newsclean import clean, explain
from newsclean.reading.kind import find_kind
from newsclean.reading.literals import as_written, with_line_breaks
from newsclean.reading.text import read_text
from tests.texts import ACCENTED, FIXED

PAGE = (
    '<!DOCTYPE html>\n<html lang="en"><head><title>Bridge closed</title>\n'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge \\"closed\\"\\nagain"}</script>'
    '</head>\n<body>\n<nav class="menu">\n<a href="/">Home</a>\n<a href="/sport">Sport</a>\n</nav>\n<article>\n'
    + "".join(f"<p>{paragraph}</p>\n" for paragraph in ACCENTED)
    + '</article>\n<footer class="footer">© The Harbour Post 🚢</footer>\n</body>\n</html>\n'
)


def plain(text: str) -> str:
    """A text with the signs that Latin-1 has in place of those that it lacks."""
    return text.translate(str.maketrans("“”—", '""-', "🚢"))


LITERALS = {
    "bytes": str(PAGE.encode()),
    "bytes with a mark": str(b"\xef\xbb\xbf" + PAGE.encode()),
    "bytes in Latin-1": str(plain(PAGE).encode("latin-1")),
    "bytes without their quotation marks": str(PAGE.encode())[2:-1],
    "a string": repr(PAGE),
    "an ASCII string": ascii(PAGE),
    "JSON": json.dumps(PAGE),
    "JSON in other letters": json.dumps(PAGE, ensure_ascii=False),
    "the same with blanks around": f"\n {json.dumps(PAGE)} \n",
    "cut off": json.dumps(PAGE)[: -len("</body>\\n</html>\\n") - 1],
    "named": html.escape(PAGE),
    "named, without quotation marks": html.escape(PAGE, quote=False),
}


@pytest.mark.parametrize("source", LITERALS.values(), ids=LITERALS)
def test_a_literal_is_what_it_stands_for(source: str) -> None:
    assert find_kind(source) == "html"
    page = explain(source)
    assert page.kind == "html"
    assert plain(page.text) == plain("\n\n".join(ACCENTED))


def test_halves_of_a_character_outside_the_basic_plane_are_one() -> None:
    assert as_written(json.dumps("<p>🚢</p>")) == "<p>🚢</p>"


@pytest.mark.parametrize(
    "source",
    [
        PAGE,
        "<p>A path like C:\\new\\notes\\nothing is no line break.</p><p>It is a folder.</p>",
        '<p>The pattern is "\\n", twice "\\n\\n".</p>\n<p>So it says.</p>\n<p>And so it is.</p>\n',
        '<div data-card="<p>One</p>\\n<p>Two</p>\\n<p>Three</p>\\n">\n' + "<p>Four.</p>\n" * 60 + "</div>",
        '"<" is the sign for less, said the teacher.',
        "b'flat major",
        "&lt;3 is a heart, and &lt;p&gt; a paragraph",
        "",
        '"',
        "b'",
    ],
)
def test_what_is_no_literal_stays_as_it_is(source: str) -> None:
    assert as_written(source) == source


def test_html_that_is_named_in_a_text_stays_text() -> None:
    assert find_kind("&lt;p&gt; opens a paragraph.\n\nThe rest is " + "text. " * 50) == "text"


def test_escaped_line_breaks_of_a_text_are_line_breaks() -> None:
    lines = ["Home", "Sport", "Bridge closed for the winter", *ACCENTED, "Read more", "Ferry sinks off the coast"]
    source = "\\n".join(lines)
    assert len(with_line_breaks(source)) == len(source)
    blocks = explain(source).blocks
    assert [block.text for block in blocks] == lines
    assert all(source[block.start : block.end] == block.text for block in blocks)
    assert clean(source) == clean("\n".join(lines))
    assert clean(source.replace("\\n", "\\r\\n")) == clean("\n\n".join(lines))


def test_hard_wrapped_paragraphs_come_back_whole_where_line_breaks_are_escaped() -> None:
    text = FIXED[0]
    assert max(map(len, text.splitlines())) < 100, "it is hard-wrapped"
    for source in (text.replace("\n", "\\n"), repr(text), json.dumps(text)):
        assert clean(source).split("\n\n")[0] == clean(text).split("\n\n")[0]
        read = with_line_breaks(source)  # what breaks a line within a block lies between its start and its end
        for block in explain(source).blocks:
            assert "".join(read[block.start : block.end].split()) == "".join(block.text.split())
    assert clean(text.replace("\n", "\\n")) == clean(text)


def test_no_block_of_a_glued_text_holds_an_escaped_line_break() -> None:
    glued = "".join(ACCENTED[:2] * 2)  # the text's last sentence end touches the next one's beginning
    source = "\\n".join(
        [*ACCENTED, glued, glued, glued, "The mayor of the small harbour town said that it", "would rain."]
    )
    blocks = explain(source, kind="text").blocks
    assert len(blocks) > len(ACCENTED)
    for block in blocks:
        assert "".join(source[block.start : block.end].split()) == "".join(block.text.split())


def test_escaped_tabs_stand_beside_escaped_line_breaks() -> None:
    rows = ["Team\tWins\tDraws", "Eldham\t3\t1", "Sorrel Bay\t1\t4"]
    lines = ["Home\tSport", *ACCENTED, *rows, *ACCENTED[:2]]
    real = "\n".join(lines)
    source = real.replace("\n", "\\n").replace("\t", "\\t")
    assert len(with_line_breaks(source)) == len(source)
    page = explain(source)
    assert [block.text for block in page.blocks] == [block.text for block in explain(real).blocks]
    assert all(with_line_breaks(source)[b.start : b.end].split() == b.text.split() for b in page.blocks)
    doc = read_text(source)
    assert [line for i in range(len(doc)) for line in doc.block_lines(i)][4:7] == rows


def test_a_path_in_a_text_with_escaped_line_breaks_has_no_tab() -> None:
    source = "\\n".join([*ACCENTED, "The file is C:\\\\temp, said the clerk.", *ACCENTED])
    assert "C:\\\\temp" in with_line_breaks(source)
    assert with_line_breaks("A tab is written as \\t.") == "A tab is written as \\t."


def test_a_text_about_line_breaks_keeps_them() -> None:
    source = "\n".join([*ACCENTED, *["In C, \\n ends a line; \\r\\n ends it on Windows, and \\n alone does not."] * 5])
    assert with_line_breaks(source) == source


@pytest.mark.parametrize("unit", ["\\n", "><\\n", "\\x41", '\\"', "<script>\\n", "<style>"])
@pytest.mark.parametrize("opening", ["b'<p>", '"<p>', "<p>", "&lt;p&gt;"])
def test_time_is_linear(opening: str, unit: str, check_linear: Callable[..., None]) -> None:
    small, large = (opening + unit * (size // len(unit)) for size in (40_000, 400_000))
    check_linear(lambda source: (find_kind(source), as_written(source)), small, large)
