"""Code that came along with a text: found by what it looks like, left where it is written about, gone before blocks."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import clean, explain
from newsclean.reading.code import as_if_without, code_spans, outside, without_code
from newsclean.reading.kind import find_kind
from newsclean.reading.lines import split_lines
from newsclean.reading.markdown import read_markdown
from newsclean.reading.text import read_text
from tests.texts import BRIDGE

SCRIPT = """(function () {
    var slot = document.getElementById('slot-3');
    if (slot && window.innerWidth > 640) {
        slot.setAttribute('data-text', 'The bridge is closed and nobody knows for how long, says the council');
    }
})();"""
STYLE = ".bridge-box{margin:0 auto;padding:12px 8px}@media (max-width:640px){.bridge-box{display:none !important}}"
DATA = (
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge closed","articleBody":'
    '"The council of the small harbour town voted on Monday. Nobody had a kind word for the bridge."}'
)
CODE = {"a script": SCRIPT, "a style": STYLE, "data": DATA}


def page(code: str, between: str = "\n") -> str:
    return between.join([BRIDGE[0], code, BRIDGE[1], SCRIPT, BRIDGE[2], STYLE, DATA])


def left(source: str) -> str:
    return "\n".join(source[start:end] for start, end in outside(source, code_spans(source)))


@pytest.mark.parametrize("code", CODE.values(), ids=CODE)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", " ", "\n\t "], ids=repr)
def test_prose_alone_is_left(code: str, between: str) -> None:
    assert left(page(code, between)) == "\n".join(BRIDGE)


def test_code_that_touches_prose_is_parted_from_it() -> None:
    source = f"News{DATA}{BRIDGE[0]}\n{SCRIPT}{BRIDGE[1]}\n{STYLE}More of the news"
    assert left(source) == f"News\n{BRIDGE[0]}\n{BRIDGE[1]}\nMore of the news"


def test_a_string_goes_with_its_script() -> None:
    assert "nobody knows for how long" in SCRIPT
    assert "nobody knows for how long" not in left(page(SCRIPT))


ABOUT_CODE = {
    "no code": "\n".join(BRIDGE),
    "braces": f"{BRIDGE[0]} {{sic}} {BRIDGE[1]}",
    "a line of code": f"{BRIDGE[0]}\nvar seats = fetchSeats(sailing);\nif (seats) {{ show(); }}\n{BRIDGE[1]}",
    "fenced code": f"{BRIDGE[0]}\n\n```js\n{SCRIPT}\n{STYLE}\n{DATA}\n```\n\n{BRIDGE[1]}",
    "an address": f"{BRIDGE[0]}\nhttps://a.example/?q={{x}}&utm_source=b&utm_campaign=c-d-e_f&id=123456\n{BRIDGE[1]}",
    "another script": "\n".join("Мост {закрыт} до весны, сообщили в совете. window. Так сказано." for _ in range(9)),
}


RECORD = {"url": "https://a.example/", "title": "Bridge closed", "text": "\n".join(BRIDGE)}
DATA_ALONE = {
    "a record": json.dumps(RECORD),
    "records, a line each": "\n".join([json.dumps(RECORD)] * 9),
    "an indented record": json.dumps(RECORD, indent=2),
    "a script": SCRIPT + STYLE,
}


@pytest.mark.parametrize("source", DATA_ALONE.values(), ids=DATA_ALONE)
def test_what_is_data_as_a_whole_is_not_lost(source: str) -> None:
    assert code_spans(source) == []
    assert left(f"{source}\n{' '.join(BRIDGE)}\n{STYLE}") == " ".join(BRIDGE)


@pytest.mark.parametrize("source", ABOUT_CODE.values(), ids=ABOUT_CODE)
def test_what_is_written_about_stays(source: str) -> None:
    assert code_spans(source) == []
    lines = split_lines(source)
    assert without_code(lines, source, []) == (lines, set())
    assert as_if_without(source, []) == source


def test_lines_keep_their_places_and_the_one_behind_code_goes_on_with_nothing() -> None:
    source = page(SCRIPT)
    lines, behind = without_code(split_lines(source), source, code_spans(source))
    assert [source[line.start : line.end] for line in lines] == [line.text for line in lines] == list(BRIDGE)
    assert behind == {source.index(BRIDGE[1]), source.index(BRIDGE[2])}


@pytest.mark.parametrize("read", [read_text, read_markdown])
def test_a_sentence_that_a_script_cuts_is_two_blocks(read) -> None:  # type: ignore[no-untyped-def]
    source = f"{BRIDGE[0][:60]}\n{SCRIPT}\n{BRIDGE[0][60:].strip()}\n\n{page(STYLE)}"
    doc = read(source)
    for i, (start, end) in enumerate(doc.spans.tolist()):
        assert " ".join(source[start:end].split()) == doc.block_text(i)
    assert not any("slot" in doc.block_text(i) for i in range(len(doc)))


def test_scripts_make_no_markdown_and_no_html() -> None:
    headings = 'var text = "# One\\n# Two";\n# a\n# b\n[x](https://a.example/)[y](https://a.example/)\n'
    assert find_kind(f"{BRIDGE[0]}\n{SCRIPT}\n{BRIDGE[1]}\n{STYLE}\n{DATA}") == "text"
    assert find_kind(f"{BRIDGE[0]}\n{headings}") == "markdown"
    scripted = f'<a href="x" target="y">\n</a>\n<p class="a"></p></p>\n{page(SCRIPT) * 5}'
    assert find_kind(scripted) == "text"
    assert find_kind(f'<p class="a">{BRIDGE[0]}</p><p>{BRIDGE[1]}</p><script>{SCRIPT}{STYLE}{DATA}</script>') == "html"


def test_no_block_holds_code_and_no_paragraph_is_lost() -> None:
    source = page(SCRIPT)
    assert clean(source).split("\n\n") == list(BRIDGE)
    assert [block.text for block in explain(source).blocks] == list(BRIDGE)


def test_a_page_on_one_line_is_one_whatever_code_stands_in_it() -> None:
    menu = " ".join(f"Section {i} Harbour News" for i in range(40))
    source = " ".join(f"{menu} {page(SCRIPT, ' ')} {menu}".split())
    assert as_if_without(source, code_spans(source)).split() == f"{menu} {' '.join(BRIDGE)} {menu}".split()
    assert read_text(source).layout == "one_line"
    assert read_text(f"{menu}\n{page(SCRIPT)}").layout != "one_line"


PIECES = st.sampled_from(
    [*BRIDGE, SCRIPT, STYLE, DATA, "{", "[[", '{"a":', '["', "\n", " ", "window.", "};", "\u2028", "\ud800"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_source(source: str) -> None:
    spans = code_spans(source)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    kept = "".join(source[a:b] for a, b in outside(source, spans))
    gone = "".join(source[a:b] for a, b in spans)
    assert sorted("".join((kept + gone).split())) == sorted("".join(source.split()))


MIXED = (
    '{"a":"' + "b" * 40 + '"} the council of the town voted on it and went home. ',
    "```\nvar a = {b: function () { return 1; }};\n```\nThe council of the town voted on it and went home.\n"
    "var a = {b: function () { return document.body; }};\n",
    '[1]: {"a":"' + "b" * 40 + '"}\n[2]: /a\nThe council of the town voted on it and went home.\n',
)


@pytest.mark.parametrize("unit", MIXED)
def test_much_of_both_takes_no_longer(unit: str) -> None:
    start = time.process_time()
    read_markdown(unit * (1_000_000 // len(unit)))
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    "unit", ['{"a":', "[[", '["a', "{", "a;b", '{"a":"b"},', "});Word", "```\n", SCRIPT + "\n", "x" * 99, "é{"]
)
def test_long_sources_take_no_longer(unit: str) -> None:
    start = time.process_time()
    code_spans("window.a = 1;" + unit * (1_000_000 // len(unit)))
    assert time.process_time() - start < 6
