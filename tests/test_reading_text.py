"""Plain text in every layout becomes the blocks a reader would see, and every block points back into the source."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.reading.document import PARAGRAPH, ROW, RUN, Document
from newsclean.reading.filler import FILLER
from newsclean.reading.run_on import LONG_LINE
from newsclean.reading.signs import is_rule, is_short_rule, is_sign
from newsclean.reading.text import read_text

COUNCIL = (
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter, because "
    "its northern pillar has moved by more than four centimetres since the flood in spring, an engineer said."
)
MAYOR = (
    "The mayor, who had asked for a report in May, told residents that buses would take the long way round until the "
    "work is done, and that schools would open half an hour later than usual for pupils from the other bank."
)
FERRY = (
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm, and traders in "
    "the market hall fear that fewer people will come before the holidays than in any of the past ten years."
)
PARAGRAPHS = [COUNCIL, MAYOR, FERRY]
SHORT = "Nobody was hurt."
ODD = (
    "a b.\n\r\v\f\t\x00\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u200b\ufeff\ud800"
    "\U0001f600«»“”()[]-*#>|_·1,:;!?。、字กअעبΣß"
)


def blocks(doc: Document) -> list[str]:
    return [doc.block_text(i) for i in range(len(doc))]


def ink(text: str) -> str:
    """A text without white space: between two characters of a script that sets none a line break leaves no blank. What
    fills the place of signs is none of it; Unicode has no character of its number."""
    return "".join(text.replace(FILLER, "").split())


def nothing_left(doc: Document, start: int, end: int) -> bool:
    """Whether what lies between two blocks is no text: of Markdown marks, of plain text rules and signs at most."""
    lines = [
        line
        for part in doc.source[start:end].splitlines()
        if (line := part.replace(FILLER, "").replace(">", " ").strip())
    ]
    return doc.kind == "markdown" or all(is_rule(line) or is_sign(line) or is_short_rule(line) for line in lines)


def check(doc: Document) -> None:
    """What holds for the document of any plain text or Markdown."""
    n = len(doc)
    columns = (doc.ends, doc.follows, doc.blanks, doc.indent, doc.heading, doc.item, doc.links)
    assert all(column.shape == (n,) for column in columns)
    assert doc.spans.shape == (n, 2)
    assert doc.text.count("\n") == n
    at = 0
    for i, (start, end) in enumerate(doc.spans.tolist()):
        assert at <= start < end <= len(doc.source)
        assert nothing_left(doc, at, start)
        assert ink(doc.source[start:end]) == ink(doc.block_text(i))
        assert doc.text[doc.ends[i]] == "\n"
        assert doc.text[doc.starts[i] : doc.ends[i]].strip()
        at = end
    assert nothing_left(doc, at, len(doc.source))


LAYOUTS = {
    "one block a line": ("Bridge closed\n" + "\n".join(PARAGRAPHS), ["Bridge closed", *PARAGRAPHS]),
    "paragraphs": ("\n\n".join(PARAGRAPHS), PARAGRAPHS),
    "paragraphs far apart": ("\n\n \n\t\n".join(PARAGRAPHS), PARAGRAPHS),
    "carriage returns and feeds": ("\r\n\r\n".join(PARAGRAPHS), PARAGRAPHS),
    "carriage returns alone": ("\r\r".join(PARAGRAPHS), PARAGRAPHS),
    "form feeds": ("\f".join(PARAGRAPHS), PARAGRAPHS),
    "line separators": ("\u2028".join(PARAGRAPHS), PARAGRAPHS),
    "paragraph separators": ("\u2029".join(PARAGRAPHS), PARAGRAPHS),
    "next lines": ("\x85".join(PARAGRAPHS), PARAGRAPHS),
    "blanks of all kinds fold": (
        "The\xa0bridge \t is\u2003closed.\nThe\u3000end.",
        ["The bridge is closed.", "The end."],
    ),
    "zero-width blanks stay": ("The\u200bbridge.\u200b\nOpen.", ["The\u200bbridge.\u200b", "Open."]),
    "unseen characters are blanks of a line": (
        "The bridge.\n\u200b\u2063\nOpen.\n\u00ad\ufeff",
        ["The bridge.", "Open."],
    ),
    "signs that stand alone": ("Home\n|\nNews\n/\n[]\n\\\nSport\n\ufffc\n▼", ["Home", "News", "Sport"]),
    "signs within a line": ("Home | News\n|a|\n// [] ()", ["Home | News", "|a|", "// [] ()"]),
    "short rules": ("---\n\nOpen.\n\n--\n\nShut.\n\n=====\n\n___", ["Open.", "Shut."]),
    "what may be none": (
        "Open.\n---\nShut.\n\n***\n\n-\n\n* * *\n\n-- -",
        ["Open.", "---", "Shut.", "***", "-", "* * *", "-- -"],
    ),
    "nulls and lone surrogates stay": ("The \x00 bridge.\n\ud83d broken.", ["The \x00 bridge.", "\ud83d broken."]),
    "nothing": ("", []),
    "blanks only": (" \n\t\r\n\f\u2028\xa0", []),
    "crawled record": (
        "Harbour News\nMenu\nSports\nBridge closed until spring\n"
        + COUNCIL
        + "\nRead more\n"
        + MAYOR
        + "\n© Harbour News",
        ["Harbour News", "Menu", "Sports", "Bridge closed until spring", COUNCIL, "Read more", MAYOR, "© Harbour News"],
    ),
    "columns and indents": (
        "   Home      Sports      Culture\n\n     Bridge closed\n\n   " + COUNCIL + "\n\n     * First\n     * Second",
        ["Home Sports Culture", "Bridge closed", COUNCIL, "* First", "* Second"],
    ),
}


@pytest.mark.parametrize(("source", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(source: str, expected: list[str]) -> None:
    doc = read_text(source)
    check(doc)
    assert blocks(doc) == expected


FRAGMENTS = {
    "a link inside a sentence": (
        [
            "The report on the bridge was published by the ",
            "Institute for Bridges",
            " and names three causes of the damage.",
        ],
        1,
    ),
    "a link without blanks around": (
        ["The old bridge over the river will be closed by", "the town council", "for the whole of the coming winter."],
        1,
    ),
    "a name between two halves": (
        ["The report on the old bridge was written by the engineer", "Ada Winter", "and names three causes."],
        1,
    ),
    "a full stop on its own line": (["The report names three causes of the", "damage", "."], 1),
    "a comma opens the line": (["The report was written by engineers", ", who had asked for more time."], 1),
    "a bracket is open": (["The bridge over the river will be closed (", "Harbour News", ") for winter."], 1),
    "a German quotation is open": (["Das sei in diesem Jahr nicht mehr zu machen, „", "Brücke", "“ hin oder her."], 1),
    "a bold opening": (["Riverton.", " The match between the two clubs of the harbour was called off on Monday."], 1),
    "a capital cut off by a drop cap": (["T", "he council of the small harbour town voted on Monday to close it."], 1),
    "accents decide like plain letters": (["Le pont sera fermé tout l'hiver, a annoncé", "été comme hiver"], 1),
    "a sentence of links, begun by a word of its own": (
        ["We ", "told you last week", " about ", "the bridge", " that the council wants to close for the winter."],
        1,
    ),
    "a beginning in small letters": (
        ["The town’s", "oldest bridge", "has been closed since the floods of last May."],
        1,
    ),
    "a name before a link": (
        ["The Town Council’s ", "Bridge Act of Riverton", " did not close the bridge at once, nor for good."],
        1,
    ),
    "a word before a link": (
        ["After ", "Ada Winter left the council as the last of its ", "members, it was", " closed."],
        1,
    ),
    "brackets behind a name": (
        ["The new head of the council, ", "Ada Winter", " (Greens) has never crossed the old bridge on foot."],
        1,
    ),
    "a dateline": (["Riverton", " - The council of the small harbour town voted on Monday to close it."], 1),
    "a dateline, its dash apart": (
        ["RIVERTON, Harbour News", " -", "\t\tThe council of the small town voted to close it."],
        1,
    ),
    "a dateline with its dash": (
        ["Harbour News, Riverton -", " The council of the small harbour town voted on Monday."],
        1,
    ),
    "a blank between two links": (["The report on the old bridge names", " ", "three causes of the damage to it."], 1),
    "Cyrillic": (["Мост закроют на всю зиму, сообщили в", "городском совете", "в понедельник утром."], 1),
    "a caption and a paragraph": (
        ["The bridge in the morning sun of last week.", " Picture: Harbour News archive, all rights reserved by them"],
        2,
    ),
    "a credit and a paragraph": (["© Ada Winter/Harbour News ", "Engineers looked at the pillar in May."], 2),
    "a credit in brackets": (
        ["(Image: Harbour News/Ada Winter)", "iron bridges rust from the inside, experts say today"],
        2,
    ),
    "a credit and a paragraph with a link": (
        [
            "Engineers stand under the bridge on Monday. Picture: Private",
            "However, her",
            "report on the pillars of the bridge took a year.",
        ],
        2,
    ),
    "a closing quotation mark is no opening one": (["„Die Brücke ist zu, und sie bleibt es.“", "Mehr zum Thema"], 2),
    "a label and a sentence": (["Read more:", "The council of the small harbour town voted on Monday to close it."], 2),
    "a menu in small letters": (["home", "sports", "culture", "weather"], 4),
    "a menu in capitals": (["Home", "Sports", "Culture", "Weather"], 4),
    "a list": (["What we know so far about the bridge", "- it is closed", "- it is old"], 3),
    "a list with an edge": (
        [
            "The old bridge",
            " - is closed until the very end of the winter",
            " - is older than anything else in the town",
        ],
        3,
    ),
    "dashes for nothing": (["Married 1 7 years - -", "Dating 6 13 years, 4 months, 8 months and 4 more days"], 2),
    "a button and a dateline": (["A+ ", "A-", "RIVERTON - The council of the small harbour town voted on Monday."], 3),
    "a sub-head and a paragraph": (["The Iron Age ", "In the winter of last year the council closed it ", "again."], 2),
    "a paragraph behind a lone blank": (
        ["The Town Hall", " ", "The council of the small harbour town voted to close it."],
        2,
    ),
    "a dash as a table's rule": (["QUERY PLAN", " -------"], 2),
    "dots stand for words left out": (["It was the coldest winter in the town", "... more"], 2),
    "paragraphs": (PARAGRAPHS, 3),
    "sentences without case": (["橋は春まで閉鎖される。", "市長は月曜日に発表した。"], 2),
}


@pytest.mark.parametrize(("lines", "count"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_fragments(lines: list[str], count: int) -> None:
    doc = read_text("\n".join(lines))
    check(doc)
    assert len(doc) == count, blocks(doc)
    words = [line for line in lines if line.strip() and not is_short_rule(line.strip())]
    apart = read_text("\n\n".join(words))
    check(apart)
    assert len(apart) == len(words), "a blank line ends whatever stood before it"


def test_a_paragraph_cut_behind_a_link_stays_one_paragraph_of_two_blocks() -> None:
    doc = read_text(f"{COUNCIL} \n{MAYOR}")
    assert blocks(doc) == [COUNCIL, MAYOR]
    assert doc.follows.tolist() == [PARAGRAPH, RUN]


def test_items_are_rows_and_their_first_is_a_paragraph() -> None:
    doc = read_text("We know:\n• it is closed\n• it is old\n\n1. The bridge\n2) The ferry\nThe end.")
    assert doc.item.tolist() == [0, 1, 1, 1, 1, 0]
    assert doc.follows.tolist() == [PARAGRAPH, PARAGRAPH, ROW, PARAGRAPH, ROW, PARAGRAPH]


def test_gaps_and_indents_are_counted() -> None:
    doc = read_text("One.\nTwo.\n\n\n  Three.\u2028Four.\n\tFive.")
    assert doc.blanks.tolist() == [0, 0, 2, 0, 0]
    assert doc.indent.tolist() == [0, 0, 2, 0, 1]


@pytest.mark.parametrize("width", range(60, 101, 8))
@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n"])
def test_wrapped_text_is_unwrapped(width: int, gap: str) -> None:
    feed = gap[: len(gap) // 2]
    source = gap.join(textwrap.fill(text, width).replace("\n", feed) for text in [*PARAGRAPHS, "- a list item"])
    doc = read_text(source)
    check(doc)
    assert doc.layout == "wrapped"
    assert blocks(doc) == [*PARAGRAPHS, "- a list item"]


def test_a_wrapped_text_without_blank_lines_ends_paragraphs_at_short_lines() -> None:
    paragraphs = [f"{text} {SHORT}" for text in PARAGRAPHS]
    source = "\n".join(textwrap.fill(text, 72) for text in paragraphs)
    doc = read_text(source)
    assert doc.layout == "wrapped"
    assert blocks(doc) == paragraphs


def test_a_page_wrapped_as_one_paragraph_is_cut_at_its_sentences() -> None:
    doc = read_text(textwrap.fill(" ".join(PARAGRAPHS * 3), 72))
    check(doc)
    assert blocks(doc) == PARAGRAPHS * 3


def test_one_endless_line_is_cut_at_its_sentences() -> None:
    source = " ".join(PARAGRAPHS * 3)
    assert len(source) > LONG_LINE
    doc = read_text(source)
    check(doc)
    assert doc.layout == "one_line"
    assert blocks(doc) == PARAGRAPHS * 3
    assert set(doc.follows.tolist()) == {PARAGRAPH, RUN}


@pytest.mark.parametrize(
    ("sentence", "blank"),
    [
        ("橋は春まで閉鎖される。", ""),
        ("Мост закроют до весны.", " "),
        ("पुल वसंत तक बंद रहेगा।", " "),
        ("هل يبقى الجسر مغلقا؟", " "),
        ('He said: "It stays closed."', " "),
        ("It opened in 1912.", " "),
    ],
)
def test_sentences_of_many_scripts_end_an_endless_line(sentence: str, blank: str) -> None:
    count = 2 * LONG_LINE // len(sentence)
    doc = read_text(blank.join([sentence] * count))
    check(doc)
    assert blocks(doc) == [sentence] * count


DENSE = "橋は春まで閉鎖されると市長が月曜日に発表した。"
THAI = "เทศบาลเมืองท่าเรือประกาศปิดสะพานเก่าตลอดฤดูหนาว"
CUT = {
    "Latin, alone": ([" ".join(PARAGRAPHS)], 3),
    "Latin, alone but short": ([" ".join(PARAGRAPHS[:2])], 1),
    "Latin, below a headline": (["Bridge closed", " ".join(PARAGRAPHS)], 4),
    "Latin, among labels": (["Bridge closed", "Monday", " ".join(PARAGRAPHS)], 5),
    "Latin, one of two long ones": (["Bridge closed", " ".join(PARAGRAPHS[:2]), " ".join(PARAGRAPHS)], 3),
    "Latin, one of three, endless": (["Bridge closed", "Monday", " ".join(PARAGRAPHS * 3)], 11),
    "Japanese, alone": ([DENSE * 20], 20),
    "Japanese, alone but short": ([DENSE * 10], 1),
    "Japanese, below a headline": (["橋は春まで閉鎖", DENSE * 20], 21),
    "Japanese, one of many": ([*["橋は春まで閉鎖"] * 8, DENSE * 20], 9),
    "Japanese, one of many, endless": ([*["橋は春まで閉鎖"] * 8, DENSE * 60], 68),
    "Thai, alone": ([" ".join([THAI] * 12)], 4),
    "an address": (["https://example.org/" + "bridge/" * 90], 1),
}


@pytest.mark.parametrize(("lines", "count"), CUT.values(), ids=CUT)
def test_long_lines_are_cut_where_a_page_has_few(lines: list[str], count: int) -> None:
    doc = read_text("\n".join(lines))
    check(doc)
    assert len(doc) == count, blocks(doc)
    assert "".join("".join(blocks(doc)).split()) == "".join("".join(lines).split())


@pytest.mark.parametrize(
    "kept", ["at 8.30 in the morning", "the 3.5 million", "as e.g. the ferry", "www.example.org goes"]
)
def test_full_stops_inside_words_end_nothing(kept: str) -> None:
    doc = read_text(" ".join([f"It was {kept} before the bridge closed again."] * 40))
    assert set(blocks(doc)) == {f"It was {kept} before the bridge closed again."}


@given(st.text())
def test_any_text(source: str) -> None:
    check(read_text(source))


@given(st.lists(st.sampled_from(list(ODD)), max_size=200).map("".join))
def test_any_text_of_odd_characters(source: str) -> None:
    check(read_text(source))


@settings(max_examples=50)
@given(st.lists(st.sampled_from([*ODD, "\n", "The bridge", "is closed. ", "closed (", "„"]), max_size=900).map("".join))
def test_any_long_text(source: str) -> None:
    check(read_text(source * 5))


SHAPES: dict[str, Callable[[int], str]] = {
    "one line of prose": lambda n: (COUNCIL + " ") * (n // len(COUNCIL)),
    "prose, a block a line": lambda n: (COUNCIL + "\n") * (n // len(COUNCIL)),
    "short lines": lambda n: "Sports\n" * (n // 7),
    "small short lines": lambda n: "sports news\n" * (n // 12),
    "one word": lambda n: "bridge " * (n // 7),
    "one letter": lambda n: "a" * n,
    "one letter above a line": lambda n: "a" * n + f"\n{COUNCIL}",
    "dashes above a line": lambda n: "a -" * (n // 3) + f"\n{COUNCIL}",
    "a dateline": lambda n: f"{'Riverton ' * (n // 9)}-\n{COUNCIL}",
    "fragments in small letters": lambda n: "of\nthe\nbridge\n" * (n // 14) + COUNCIL,
    "blank lines": lambda n: "\n" * n,
    "blanks": lambda n: " " * n,
    "blanks and one letter": lambda n: " " * (n - 1) + "a",
    "lines of one blank": lambda n: " \n" * (n // 2),
    "open brackets": lambda n: "(" * n,
    "brackets on lines": lambda n: "(\n" * (n // 2),
    "full stops": lambda n: "." * n,
    "quotes behind a sentence": lambda n: "It is." + '"' * n,
    "blanks behind a sentence": lambda n: "It is. " + "\t " * (n // 2) + "so",
    "ideographic stops": lambda n: "。" * n,
    "ideographic stops and brackets": lambda n: "。" + "」" * n,
    "digits": lambda n: "1. " * (n // 3),
    "bullets": lambda n: "• \n" * (n // 3),
    "Thai phrases": lambda n: "สะพาน " * (n // 6),
    "Thai and blanks": lambda n: "สะพาน" + " \t" * (n // 2) + "a",
    "wrapped": lambda n: (textwrap.fill(COUNCIL, 70) + "\n\n") * (n // len(COUNCIL)),
    "carriage returns": lambda n: "a\r" * (n // 2),
    "noise": lambda n: "".join(random.Random(n).choices(ODD, k=n)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_the_text_takes_ten_times_as_long(shape: str, check_linear: Callable[..., None]) -> None:
    make = SHAPES[shape]
    check_linear(read_text, make(30_000), make(300_000))
