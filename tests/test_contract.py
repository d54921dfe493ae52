"""The contract: what `clean` and `explain` promise of any source whatever."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsclean import KEPT, Role, clean, explain
from newsclean.models import Models
from newsclean.options import Kind, Preference
from newsclean.page_scores import PageScores
from newsclean.reading.read import read
from newsclean.reading.signs import is_rule, is_sign
from tests.texts import ink

PROSE = [
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter.",
    "The mayor, who had asked for a report in May, told residents that buses would take the long way round.",
    "“Nobody likes it,” she said, “but the northern pillar has moved by four centimetres since the flood.”",
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm.",
    "Traders in the market hall fear that fewer people will come before the holidays than in other years.",
    "橋は春まで閉鎖されると、町議会が月曜日に決めた。",
    "Мост закроют до весны, решил в понедельник городской совет маленького города у моря.",
]
LABELS = [
    "Home", "Sports", "Read more", "Related stories", "12 May 2024", "By Ada Winter", "Share this", "© Harbour News",
    "• Old bridge closed", "- It is old", "Subscribe to our newsletter", "Advertisement", "No.", "…", "|",
]  # fmt: skip
MARKS = [
    "# Bridge closed", "[Home](/) | [Sports](/sports)", "![The bridge](b.jpg)", "**Riverton.** The ferry sails.",
    "> “So.”", "| Bridge | closed |", "---", "* [Culture](/c)", "See the [report](https://example.org/r) of May.",
]  # fmt: skip
ODD = [
    "\x00", "\ud800", "\u200b", "\ufeff", "\u2028", "\f", "\r\n", "\xa0", "😀", "[", "](", "<p>", "</p>", "&amp;",
    "<!--",
]  # fmt: skip
TAGS = [
    "<html>", "<body>", "<p>", "</p>", "<div class='teaser'>", "</div>", "<h1>", "</h1>", "<a href='/'>", "</a>",
    "<br>", "<script>", "</script>", "<table><tr><td>", "</table>", "&nbsp;", "<!--", "-->", "<figcaption>",
]  # fmt: skip

TWICE = [
    PROSE[1], PROSE[5], PROSE[0], "# Bridge closed", PROSE[0], "> “So.”", "# Bridge closed", PROSE[5], "Share this",
    *PROSE[:1] * 3,
]  # fmt: skip

BYTE_ORDER = re.compile("\\A(?:[\\s\0]*(?:\ufeff|ï»¿))+")

ANY = st.text(max_size=200)
PAGES = st.lists(
    st.tuples(
        st.sampled_from([*PROSE, *PROSE, *LABELS, *ODD]) | st.text(max_size=30),
        st.sampled_from(["\n", "\n\n", " ", "  \n "]),
    ),
    max_size=25,
).map(lambda parts: "".join(text + gap for text, gap in parts))
MARKDOWN = st.lists(st.sampled_from([*PROSE, *MARKS, *LABELS, *ODD]), max_size=20).map("\n".join)
HTML = st.lists(st.sampled_from([*TAGS, *PROSE, *LABELS, *ODD]), max_size=40).map(
    lambda parts: "<html>" + "".join(parts)
)
SOURCES = ANY | PAGES | MARKDOWN | HTML
often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seldom = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PAGE = "\n".join(
    ["Home", "Sports", "Old bridge closed for the winter", "12 May 2024", *PROSE[:5], "Related stories", "Ferry sinks"]
)


def unmarked(text: str) -> str:
    """A piece of a source without the marks of lines that are no words: signs of quotation, backslashes."""
    if text.startswith(">"):
        text = re.sub(r"(?<=[\n\r])[ \t]*(?:>[ \t]?)+", "", text)
    return re.sub(r"(?<!\\)\\(?=\r?\n)", "", text)


def stands_within(part: str, whole: str) -> bool:
    """Whether the characters of `part` all stand in `whole`, in the same order."""
    left = iter(whole)
    return all(character in left for character in part)


def test_the_page_of_these_tests_is_cleaned() -> None:
    assert clean(PAGE) == "\n\n".join(PROSE[:5])


# nothing is invented


@often
@given(PAGES | ANY)
def test_text_gives_back_its_own_words_in_its_own_order(source: str) -> None:
    for prefer in ("balanced", "recall"):
        assert stands_within(ink(clean(source, kind="text", prefer=prefer)), ink(source))


@often
@given(MARKDOWN | ANY)
def test_markdown_gives_back_its_own_words_in_its_own_order(source: str) -> None:
    for prefer in ("balanced", "recall"):
        assert stands_within(ink(clean(source, kind="markdown", prefer=prefer)), ink(source))


@often
@given(PAGES | ANY)
@example(f"\ufeff {PROSE[0]}\n")
@example(f"\n\ufeff\x00 ï»¿{PROSE[0]}\n\ufeff{PROSE[1]}\n")
def test_all_roles_give_back_the_whole_text(source: str) -> None:
    """But for lines that show none, and marks of byte order that a decoder left above the text."""
    text = BYTE_ORDER.sub("", source)
    lines = [line for part in text.splitlines() if (line := " ".join(part.split()))]
    shown = [line for line in lines if not is_rule(line) and not is_sign(line)]
    assert ink(clean(source, kind="text", keep=set(Role))) == ink("".join(shown))


@often
@given(SOURCES)
def test_all_roles_give_back_all_blocks(source: str) -> None:
    page = explain(source, keep=set(Role))
    assert all(block.kept for block in page.blocks)
    assert ink(page.text) == ink("".join(block.text for block in page.blocks))


@seldom
@given(SOURCES)
def test_no_role_gives_back_nothing(source: str) -> None:
    assert clean(source, keep=()) == ""


# nothing raises


@often
@given(
    SOURCES, st.sampled_from(["auto", "text", "markdown", "html"]), st.sampled_from(["balanced", "precision", "recall"])
)
def test_no_string_raises(source: str, kind: Kind, prefer: Preference) -> None:
    assert isinstance(clean(source, kind=kind, prefer=prefer), str)


@often
@given(st.binary(max_size=300) | SOURCES.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_raise(source: bytes) -> None:
    assert explain(source).text == clean(source)


# the explanation is the work


@often
@given(
    SOURCES, st.sampled_from(["balanced", "precision", "recall"]), st.sets(st.sampled_from(list(Role))) | st.just(KEPT)
)
def test_explain_and_clean_agree(source: str, prefer: Preference, keep: set[Role]) -> None:
    page = explain(source, prefer=prefer, keep=keep)
    assert page.text == clean(source, prefer=prefer, keep=keep)
    assert ink(page.text) == ink("".join(block.text for block in page.blocks if block.kept))
    assert 0 <= page.confidence <= 1
    for block in page.blocks:
        assert 0 <= block.score <= 1
        assert block.kept == (block.role in keep)
        weights = [abs(reason.weight) for reason in block.reasons]
        assert weights == sorted(weights, reverse=True)
    json.dumps(page.to_dict())
    assert page._repr_html_()
    bare = tuple(replace(block, reasons=()) for block in page.blocks)
    assert explain(source, prefer=prefer, keep=keep, reasons=False) == replace(page, blocks=bare)


@often
@given(PAGES | MARKDOWN | ANY, st.sampled_from(["text", "markdown"]))
def test_offsets_reproduce_the_source(source: str, kind: Kind) -> None:
    at = 0
    for block in explain(source, kind=kind).blocks:
        assert at <= block.start < block.end <= len(source)
        assert ink(unmarked(source[block.start : block.end])) == ink(block.text)
        at = block.end


@seldom
@given(HTML)
def test_blocks_of_html_have_no_offsets(source: str) -> None:
    assert {(block.start, block.end) for block in explain(source, kind="html").blocks} <= {(-1, -1)}


@often
@given(SOURCES)
@example("MAY:2000\r0000?")  # a date on top of what alone is no article
@example("\n".join(TWICE))  # a heading between what stays
def test_preferences_are_nested(source: str) -> None:
    kept = {
        prefer: {i for i, block in enumerate(explain(source, prefer=prefer).blocks) if block.kept}
        for prefer in ("precision", "balanced", "recall")
    }
    assert kept["precision"] <= kept["balanced"] <= kept["recall"]


def test_a_preference_does_not_change_who_else_is_asked() -> None:
    source = (
        "<html>0:е:0:000:00:0:0ぁ0㐀0က<p>Advertisement</div>:00"  # below the limit where balanced, above where precise
    )
    doc = read(source)
    scores = [PageScores(doc, Models(), prefer) for prefer in ("precision", "balanced", "recall")]
    assert len({one.first_confidence for one in scores}) == 1
    precise, balanced = (
        [block.kept for block in explain(source, prefer=prefer).blocks] for prefer in ("precision", "balanced")
    )
    assert all(also for kept, also in zip(precise, balanced, strict=True) if kept)


def test_precision_keeps_no_more_of_a_short_text_with_a_repeat() -> None:
    source = "\n".join([PROSE[0], PROSE[1], PROSE[0]])
    precise, balanced = (
        [block.kept for block in explain(source, prefer=prefer).blocks] for prefer in ("precision", "balanced")
    )
    assert sum(balanced) == 2
    assert all(also for kept, also in zip(precise, balanced, strict=True) if kept)


@often
@given(SOURCES)
def test_paragraphs_have_one_blank_line_between(source: str) -> None:
    text = clean(source)
    assert text == text.strip("\n ")
    assert "\n\n\n" not in text
