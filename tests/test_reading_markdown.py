"""Markdown becomes the words a reader sees; the output keeps the source's own; both point to the same place."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.reading.document import PARAGRAPH, ROW, Document
from newsclean.reading.markdown import read_markdown
from newsclean.reading.references import unescaped
from tests.texts import VOTE

ODD = 'a b.\n\r\f\x00\x85\xa0\u2028\u200b\ud800\U0001f600«»“”()[]()[]-*#>|_`!=·1,:"字'


def visible(doc: Document) -> list[str]:
    """The words that evidence sees, block by block."""
    return doc.text.split("\n")[:-1]


def check(doc: Document) -> None:
    """What holds for the document of any Markdown."""
    n = len(doc)
    columns = (doc.starts, doc.ends, doc.follows, doc.blanks, doc.indent, doc.heading, doc.item, doc.links)
    assert all(column.shape == (n,) for column in columns)
    assert doc.spans.shape == (n, 2)
    assert doc.text.count("\n") == n
    assert doc.kind == "markdown"
    at = 0
    for i, (start, end) in enumerate(doc.spans.tolist()):
        assert at <= start < end <= len(doc.source)
        assert " ".join(doc.source[start:end].split()) == doc.block_text(i)
        seen = doc.text[doc.starts[i] : doc.ends[i]]
        assert seen.strip()
        assert 0 <= doc.links[i] <= len(doc.block_text(i))
        read = doc.block_text(i) + unescaped(doc.block_text(i))  # "&lt" is read as what it stands for
        assert not (set(seen) - set(read) - {" "}), "nothing is invented"
        at = end


LINES = {
    "plain": (VOTE, VOTE, 0),
    "link": ("Read the [report](https://example.org/report) now.", "Read the report now.", 6),
    "relative link": ("[Sports](/sports) and [culture](culture.html)", "Sports and culture", 13),
    "link by number with blanks": ("[ Formel 1 ][57] [ ][58]", "Formel 1", 8),
    "link by number": ("Read the [report][12] now.", "Read the report now.", 6),
    "a picture by number that is a link by number": ("[![Bridge][1]][2] It is [shut!][3]", "It is shut!", 5),
    "notes": ("It is shut.[4][12] So [it] is.[3]", "It is shut.[4][12] So [it] is.[3]", 0),
    "link with a title": ('The [report](https://example.org "On the bridge") is out.', "The report is out.", 6),
    "link with brackets in its address": ("The [bridge](/bridge_(old)) is shut.", "The bridge is shut.", 6),
    "link with brackets in its words": ("A [report [in full]](/report) is out.", "A report [in full] is out.", 16),
    "link behind a note": ("It is shut [1] says the [report](/report).", "It is shut [1] says the report.", 6),
    "image": ("![The bridge](https://example.org/b.jpg) at dawn", "at dawn", 0),
    "linked image": ("[![The bridge](b.jpg)](https://example.org) at dawn", "at dawn", 0),
    "link without words": ("[](https://example.org/share) Share", "Share", 0),
    "strong": ("It **stays closed** for now.", "It stays closed for now.", 0),
    "emphasis": ("It *stays* _closed_ ***for*** __now__.", "It stays closed for now.", 0),
    "strong link": ("**[Sports](/sports)** today", "Sports today", 6),
    "names with low lines": ("The file old_bridge_plan is open.", "The file old_bridge_plan is open.", 0),
    "sums": ("It costs 2 * 3 * 4 euros and 5*6 cents.", "It costs 2 * 3 * 4 euros and 5*6 cents.", 0),
    "code": ("Run `bridge --close` now.", "Run bridge --close now.", 0),
    "quotation": ("> It stays closed.", "It stays closed.", 0),
    "quotation in a quotation": ("> > It stays closed.", "It stays closed.", 0),
    "table row": ("| Monday | closed |", "Monday closed", 0),
    "item": ("* It is old", "* It is old", 0),
    "escaped": ("On 12\\. May it cost 5 \\* 3 \\[sic\\].", "On 12. May it cost 5 * 3 [sic].", 0),
    "address wrapped at hyphens": ("The [report](/a-report- on-the- bridge) is out.", "The report is out.", 6),
    "unclosed link": ("Read the [report](https://example.org now.", "Read the [report](https://example.org now.", 0),
    "unclosed bracket": ("Read the [report now.", "Read the [report now.", 0),
    "a plain bracket": ("He said [the bridge] (old) is closed.", "He said [the bridge] (old) is closed.", 0),
}  # fmt: skip


@pytest.mark.parametrize(("source", "seen", "links"), LINES.values(), ids=LINES)
def test_lines(source: str, seen: str, links: int) -> None:
    doc = read_markdown(source)
    check(doc)
    assert visible(doc) == [seen]
    assert doc.links.tolist() == [links]
    assert doc.block_text(0) == source, "the output keeps the source's own words"


HEADINGS = {
    "first": ("# Bridge closed", 1),
    "third, closed": ("### Bridge closed ###", 3),
    "sixth": ("###### Bridge closed", 6),
    "with a link": ("## [Bridge](/bridge) closed", 2),
    "in a quotation": ("> ## Bridge closed", 2),
    "underlined twice": ("Bridge closed\n=============", 1),
    "underlined": ("Bridge closed\n---", 2),
    "not: seven": ("####### Bridge closed", 0),
    "not: a tag": ("#Bridge closed", 0),
    "not: a rule after a blank line": ("Bridge closed\n\n---", 0),
    "not: a paragraph above a rule": (f"{VOTE} {VOTE}\n---", 0),
    "not: an item above a rule": ("- Bridge closed\n---", 0),
}


@pytest.mark.parametrize(("source", "level"), HEADINGS.values(), ids=HEADINGS)
def test_headings(source: str, level: int) -> None:
    doc = read_markdown(source + "\n" + VOTE)
    check(doc)
    assert doc.heading.tolist() == [level, 0]
    assert visible(doc)[1] == VOTE


GONE = [
    "[12]: https://example.org/report",
    '   [3]: </a> "On the bridge"',
    "[4]: article.html",
    "[5]: https://a.example/search?q=an old bridge",
    "[6]: /",
    "---",
    "* * *",
    "|---|:-:|",
    "![](https://example.org/b.jpg)",
    "[](https://example.org)",
    "**",
    ">",
    "[![](b.jpg)](/b)",
]


@pytest.mark.parametrize("line", GONE)
@pytest.mark.parametrize("feed", ["\n", "\n\n"])
def test_what_shows_no_words_is_no_block_but_parts_its_neighbours(line: str, feed: str) -> None:
    halves = ["The report on the old bridge was written by the engineers of the", "and names three causes of it all."]
    doc = read_markdown(feed.join([halves[0], "", line, halves[1]]))
    check(doc)
    assert visible(doc) == halves
    assert doc.blanks.tolist()[1] >= 1
    assert len(read_markdown("\n".join(halves))) == 1, "without it they are one sentence"


@pytest.mark.parametrize(
    "note", ["[1]: Smith and others, 2003.", "[12]: ibid", "[3]: see the report at https://a.example/"]
)
def test_a_note_is_no_address(note: str) -> None:
    assert visible(read_markdown(f"{VOTE}\n\n{note}"))[-1].endswith(note.split()[-1])


def test_a_page() -> None:
    source = (
        "[Home](/) | [Sports](/sports)\n\n# Bridge closed\n\n*By Ada Winter*\r\n\r\n"
        f"{VOTE} See [the plan](https://example.org/plan).\n\n- **First**, it is old\n- It is shut\n\n"
        "***\n\n1. [More](/more)"
    )
    doc = read_markdown(source)
    check(doc)
    assert visible(doc) == [
        "Home Sports",
        "Bridge closed",
        "By Ada Winter",
        f"{VOTE} See the plan.",
        "- First, it is old",
        "- It is shut",
        "1. More",
    ]
    assert doc.heading.tolist() == [0, 1, 0, 0, 0, 0, 0]
    assert doc.item.tolist() == [0, 0, 0, 0, 1, 1, 1]
    assert doc.links.tolist() == [10, 0, 0, 8, 0, 0, 4]
    assert doc.follows.tolist() == [PARAGRAPH] * 5 + [ROW, PARAGRAPH]
    assert doc.block_text(4) == "- **First**, it is old"


@pytest.mark.parametrize("width", [60, 78, 100])
def test_wrapped_paragraphs_with_links(width: int) -> None:
    """As converters wrap: paragraphs, through links and at the hyphens of addresses; but no headings, no items."""
    plain = [
        f"{VOTE} The plan (in full) took the engineers of the neighbouring town about a year.",
        f"It is not known, the mayor said, who pays for the new pillar. {VOTE}",
        f"{VOTE} Nobody was hurt.",
    ]
    linked = [
        text.replace("old bridge", "[old bridge](https://example.org/the-old-bridge-over-the-river-is-closed)")
        for text in plain
    ]
    item = f"  * [{VOTE}](https://example.org/council-votes-to-close-the-old-bridge)"
    source = "\n\n".join([f"# {VOTE} {VOTE}", *(textwrap.fill(text, width) for text in linked), f"{item}\n{item}"])
    doc = read_markdown(source)
    check(doc)
    assert doc.layout == "wrapped"
    assert visible(doc) == [f"{VOTE} {VOTE}", *plain, f"* {VOTE}", f"* {VOTE}"]
    assert doc.links.tolist() == [0, 10, 10, 10, len(VOTE), len(VOTE)]


@pytest.mark.parametrize("source", ["", " \n\t\u2028", "---", "![](a.jpg)\n\n***"])
def test_nothing(source: str) -> None:
    assert len(read_markdown(source)) == 0


@given(st.text())
def test_any_text(source: str) -> None:
    check(read_markdown(source))


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from([*ODD, "[a](b)", "![a](b)", "**", "\n# ", "\n---\n", "\n- "]), max_size=200).map("".join)
)
def test_any_marks(source: str) -> None:
    check(read_markdown(source))


def test_a_line_of_one_blank_ends_a_paragraph_as_any_blank_line_does() -> None:
    source = "# Bridge\n\nThe report on the old bridge names\n \nthree causes of the damage to it."
    assert len(read_markdown(source)) == 3


@pytest.mark.parametrize("fence", ["```", "~~~~"])
@pytest.mark.parametrize("language", ["", "sh", " c++", "objective-c"])
def test_a_fence_is_no_block_and_what_it_fences_is_read_as_lines(fence: str, language: str) -> None:
    source = f"Install it:\n\n{fence}{language}\npip install goat\n{fence}\n\nThen it is **there**."
    doc = read_markdown(source)
    assert [doc.block_text(i) for i in range(len(doc))] == ["Install it:", "pip install goat", "Then it is **there**."]
