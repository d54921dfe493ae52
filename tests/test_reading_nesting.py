"""Nesting: a page that goes deeper than pages do is read in parts, and nothing of it is lost."""

from __future__ import annotations

import pytest

from newsclean import clean
from newsclean.reading.html import read_html
from newsclean.reading.nesting import DEEPEST, may_take_long, shallow_parts

PARAGRAPH = "<p>The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after the storm.</p>"
SHALLOW = [
    "",
    "word " * 2000,
    "<p>" * 5000,
    "<li>" * 5000,
    "<br>" * 5000,
    f"<div>{PARAGRAPH}</div>" * 2000,
    "<div>" * DEEPEST + "</div>" * DEEPEST,
]


@pytest.mark.parametrize("source", SHALLOW, ids=range(len(SHALLOW)))
def test_a_page_like_others_is_one_part(source: str) -> None:
    assert shallow_parts(source) == [source]


@pytest.mark.parametrize(
    "opens", ["<div>", "<b>w", "<div><span class='a'>w</i>", "<table><tr><td>w", "<svg><g>", "<x-y>w</x-z>"]
)
def test_a_deep_one_is_parted_before_tags(opens: str) -> None:
    source = opens * 4 * DEEPEST
    parts = shallow_parts(source)
    assert "".join(parts) == source
    assert len(parts) > 1
    assert all(part.startswith("<") for part in parts)


@pytest.mark.parametrize(
    "whole", ["<!-- {} -->", "<script>{}</script>", '<p title="{}">words</p>', "<style>{}</style>"], ids="{}".format
)
def test_it_is_not_parted_within_what_holds_no_tags(whole: str) -> None:
    hidden = whole.format("<b>w" * 1000)
    source = f"{'<u>' * 2 * DEEPEST}{hidden}{'<u>' * 4 * DEEPEST}"
    parts = shallow_parts(source)
    assert len(parts) > 1
    assert any(hidden in part for part in parts)
    assert "w" not in read_html(source).text.replace("words", "")


def test_nothing_of_it_is_lost() -> None:
    words = [f"w{i}x" for i in range(6 * DEEPEST)]
    for tag in ("div", "b"):
        source = "".join(f"<{tag}>{word} " for word in words)
        assert read_html(source).text.split() == words
    assert clean("<div><b>" * 3 * DEEPEST + PARAGRAPH * 4) == clean(PARAGRAPH * 4, kind="html")


def test_what_takes_no_time_is_not_looked_at() -> None:
    assert not may_take_long(f"<div>{PARAGRAPH}</div>" * 1000)
    assert may_take_long("<b></i>" * 10_000)


@pytest.mark.parametrize("tag", ["div", "span", "ul><li", "table><tr><td", "b", "blockquote", "svg", "x-y", "a href=x"])
def test_ten_thousand_deep(tag: str) -> None:
    doc = read_html(f"<p>first</p>{f'<{tag}>' * 10_000}deep text")
    assert doc.block_text(0) == "first"
    assert tag == "svg" or doc.block_text(len(doc) - 1).endswith("deep text")


@pytest.mark.parametrize(
    "part", ["<span>a<br><br>", "<div>a", "<ul><li>a", "<table><tr><td>a", "<a href=x>a</a>", "<b>a<i>"]
)
def test_nested_text_is_linear(part: str) -> None:
    doc = read_html(part * 20_000)
    assert sum(doc.block_text(i).count("a") for i in range(len(doc))) == 20_000
