"""Evidence, one table a kind: what each says of blocks where it must fire and of blocks where it must not."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from newsclean.evidence.table import NEIGHBOURS, OUTSIDE, TEXT, evidence_table, names
from newsclean.evidence.view import View
from newsclean.reading.read import read
from tests.evidence_of import EVIDENCE, page, say
from tests.test_evidence_cues import CUES

PROSE = "The council of the town voted on Monday to close the old bridge for most of the winter."
MORE = "The mayor said that a ferry would cross the river every hour until the work on it is done."
LONG = f"{PROSE[:-1]}, and {MORE}"
LAST = "It was built of stone and has been a part of the harbour for more than three hundred years."


PER_BLOCK: dict[str, list[tuple[str, float]]] = {
    "words": [("one two three", math.log1p(3)), ("— …", 0), ("1,000 people", math.log1p(3))],
    "word_length": [("four five six", 13 / 3), ("橋は閉鎖", 2)],
    "ellipsis_end": [("and then …", 1), ("and then ...", 1), ("and then.", 0), ("… and then", 0)],
    "end_mark": [("a.", 9), ("a,", 10), ("a:", 11), ("a", 1), ("A", 2), ("7", 6), ("a.”", 9), ("橋", 4), ("मि", 5)],
    "first_mark": [
        ("A", 2), ("a", 1), ("7 a", 6), ("«a", 12), ("— a", 13),
        ("© a", 16), ("(a", 14), ("गाँव", 3), ("橋", 4),
    ],
    "question": [("Why?", 1), ("なぜ？", 1), ("لماذا؟", 1), ("Why? So.", 0), ("Why", 0)],
    "exclamation": [("Stop!", 1), ("止まれ！", 1), ("Stop! Now.", 0)],
    "sentences": [("One. Two. No?", math.log1p(3)), ("一。二。", math.log1p(2)), ("एक। दो।", math.log1p(2)), ("no", 0)],
    "commas": [("one, two, three", 2 / 3), ("واحد، اثنان", 1 / 2), ("一、二", 1), ("one two", 0)],
    "digits": [("1234", 1), ("٢٠٢٤", 1), ("12ab", 0.5), ("abcd", 0)],
    "capitals": [("ABcd", 0.5), ("ЖУрн", 0.5), ("ΑΒγδ", 0.5), ("橋は", 0), ("abcd", 0)],
    "title_case": [("The Old Bridge", 1), ("Старый Мост", 1), ("Η Παλιά", 1), ("the old Bridge", 1 / 3), ("الجسر", 0)],
    "symbols": [("a|bc", 0.25), ("©abc", 0.25), ("→", 1), ("a.b", 0)],
    "punctuation": [("a/bc", 0.25), ("@abc", 0.25), ("a-bc", 0.25), ("abc", 0)],
    "colons": [("Weather: cold", 0.5), ("天気：寒", 2 / 3), ("Weather cold", 0)],
    "quotes": [("“a”", math.log1p(2)), ("「橋」", math.log1p(2)), ("«a»", math.log1p(2)), ("a", 0)],
    "brackets": [("(a) b", 1), ("（橋）", 2), ("a b", 0)],
    "longest_word": [("an ox ran", 3), ("https://example.org/a", 7), ("...", 0)],
    "addresses": [("write to a@example.org", 1), ("#one #two", 2), ("a_b", 1), ("no sign", 0)],
    "bars": [("Home | Sports › Golf", 2), ("a/b", 1), ("a, b", 0)],
    "unspaced": [("橋は", 1), ("สะพาน", 1), ("bridge", 0), ("다리", 0), ("橋ab", 1 / 3)],
    "item": [("• one", 1), ("- one", 1), ("3. one", 1), ("one - two", 0), ("-one", 0), ("1912 was cold", 0)],
    "numbers": [("3 of 10 in 2024", 3), ("none", 0), ("3,5", 2)],
    "year": [
        ("in 2024", 1), ("1900 to 2100", 2), ("2024年", 1), ("٢٠٢٤", 1), ("۲۰۲۴", 1), ("२०२४", 1), ("২০২৪", 1),
        ("௨௦௨௪", 1), ("๒๐๒๔", 1), ("２０２４", 1), ("1899 or 2101", 0), ("१८९९", 0), ("12024", 0),
    ],
    "clock": [
        ("at 10:45", 1), ("à 10h45", 1), ("um 10.45 Uhr", 1), ("at 25:10", 0), ("at 10:75", 0), ("at 1:234", 0),
        ("1045", 0),
    ],
    "month": [
        ("in January", 1), ("5. Mai und 6. Juni", 2), ("января", 1), ("Ιανουαρίου", 1), ("يناير", 1), ("בינואר", 1),
        ("जनवरी", 1), ("জানুয়ারি", 1), ("ஜனவரி", 1), ("1월", 1), ("Ιανουάριος", 1), ("一月", 1), ("十二月三日", 1),
        ("一橋月", 0), ("月一", 0), ("Januaryish", 0), ("bridge", 0),
    ],
    "date_share": [("2024", 1), ("June 12", 6 / 7), ("bridge", 0)],
    "starts_with_date": [("12 people came", 1), ("June 12, the day", 2), ("The bridge was closed on June 12", 0)],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [(name, text, value) for name, rows in PER_BLOCK.items() for text, value in rows],
)
def test_of_a_block_by_itself(name: str, text: str, value: float) -> None:
    assert say(name, text) == [pytest.approx(value, abs=0.0006)]


@pytest.mark.parametrize("text", ["12.05.2024", "2024-05-12", "12/5", "5月12日", "5월 12일"])
def test_dates_in_figures_fire(text: str) -> None:
    assert say("numeric_date", text)[0] > 0


@pytest.mark.parametrize("text", ["12 5", "1234", "101/202", "12:05", "0/0", "no date"])
def test_dates_in_figures_do_not_fire(text: str) -> None:
    assert say("numeric_date", text) == [0]


LN2, LN3, LN4 = (math.log(k) for k in (2, 3, 4))
CONTEXT: list[tuple[str, Sequence[str], Sequence[float]]] = [
    ("order", ["a", "b", "c"], [0, 0.5, 1]),
    ("order", ["a"], [0]),
    ("depth", ["a", "b", "c"], [0, LN2, LN3]),
    ("remaining", ["a", "b", "c"], [LN3, LN2, 0]),
    ("cue_before", ["Related stories", "a", "b"], [9, LN2, LN3]),
    ("cue_before", ["a", "b"], [9, 9]),
    ("related_before", ["Related stories", "a", "Top stories", "b"], [0, LN2, LN2, LN3]),
    ("cues_around", ["Related stories", "m"], [0.5, 0.5]),
    ("cues_around", ["m", "n"], [0, 0]),
    ("good_since_cue", ["Related stories", PROSE, "a"], [0, 0, math.log1p(18)]),
    ("text_before", ["a", PROSE, "b"], [0, 0, 1]),
    ("good_before", ["a", PROSE, "b"], [0, 0, math.log1p(18)]),
    ("good_behind", ["a", PROSE, "b"], [math.log1p(18), 0, 0]),
    ("since_good", ["a", PROSE, "b", "c"], [9, 9, LN2, LN3]),
    ("until_good", ["a", "b", PROSE, "c"], [LN3, LN2, 9, 9]),
    ("in_stretch", ["a", "b", PROSE, MORE, "c"], [-LN3, -LN2, 0, 0.5, 1 + LN2]),
    ("in_stretch", ["a", "b"], [1 + LN2, 1 + LN3]),
    ("good_to_stretch", ["a", PROSE, MORE], [0, 0, 0]),
    ("poor_to_stretch", ["a", "b", PROSE, "c", "d"], [LN2, 0, 0, 0, LN2]),
    ("density", [PROSE, MORE], [1, 1]),
    ("density", ["a b c", "d e"], [0, 0]),
    ("density_wide", [PROSE, " ".join("abcdefghijklmnopqr")], [0.5, 0.5]),
    ("words_around", ["a b", "a b c d"], [math.log1p(3), math.log1p(3)]),
    ("dates_around", ["12 May 2024", "a"], [0.5, 0.5]),
    ("dates_around", ["a", "b"], [0, 0]),
    ("younger", ["12 May 2024", "in 2026", "in 2023", "a"], [0, 2, -1, -9]),
    ("younger", ["a", "b"], [-9, -9]),
    ("repeats", ["Bridge closed", "a", "BRIDGE closed!", "—"], [2, 1, 2, 0]),
    ("repeat_of_earlier", ["Bridge closed", "a", "BRIDGE closed!", "—", "—"], [0, 0, 1, 0, 0]),
    ("repeat_distance", ["Bridge closed", "a", "Bridge closed", "Bridge"], [LN3, 9, LN3, 9]),
    ("said_elsewhere", ["one two three", "so one two three", "four five six"], [1, 0.5, 0]),
    ("said_before", ["one two three", "so one two three"], [0, 0.5]),
    ("said_later", ["one two three", "so one two three"], [1, 0]),
    ("same_opening", ["Read more about cats", "Read more about dogs", "Read on"], [LN2, LN2, 0]),
    ("new_words", ["bridge closed", "bridge open"], [0.5, 0.5]),
    ("new_words", ["bridge closed", "bridge closed"], [0, 0]),
    ("page_good_share", [PROSE, " ".join("abcdefghijklmnopqr")], [0.5, 0.5]),
    ("page_good_blocks", ["a", PROSE], [0.5, 0.5]),
    ("size_ratio", [PROSE, "a"], [0, math.log(2 / 19)]),
    ("script_mismatch", [PROSE, "橋"], [0, 1]),
    ("article_words", [PROSE, "bridge ferry"], [0, 0.5]),
    ("article_words", ["bridge", "bridge"], [0, 0]),
    ("stretch_words", ["bridge ferry", PROSE], [0.5, 0]),
    ("junk_words", ["bridge ferry", "bridge", PROSE], [0.5, 1, 0.125]),
    ("headline_words", ["Old bridge closed for winter", "a", LONG, "Bridge closed"], [1, 0, 4 / 38, 1]),
    ("headline_words", ["a", "b"], [0, 0]),
    ("headline_distance", ["Sports", "The old bridge closed for winter", LONG], [-1, 0, LN2]),
    ("headline_distance", ["a", "b"], [9, 9]),
    ("pattern", ["12 May 2024", "a b c"] * 6, [0.75] * 12),
    ("pattern", [PROSE, "No.", MORE], [0, 0, 0]),
    ("good_to_stretch", ["x", PROSE, *"abcdef", MORE, LAST, "y"], [math.log1p(18), *[0] * 10]),
    ("density_wide", [PROSE, MORE], [1, 1]),
    ("density_wide", ["a b c", "d e"], [0, 0]),
    ("words_around", [PROSE, PROSE], [math.log1p(18), math.log1p(18)]),
    ("page_good_share", [PROSE, MORE], [1, 1]),
    ("page_good_share", ["a", "b"], [0, 0]),
    ("page_good_blocks", [PROSE, MORE], [1, 1]),
    ("page_good_blocks", ["a", "b"], [0, 0]),
]


@pytest.mark.parametrize(("name", "blocks", "values"), CONTEXT, ids=[f"{row[0]}-{i}" for i, row in enumerate(CONTEXT)])
def test_among_other_blocks(name: str, blocks: Sequence[str], values: Sequence[float]) -> None:
    assert say(name, *blocks) == pytest.approx(list(values), abs=0.0006)


def test_a_repeated_pattern_is_seen_and_its_length() -> None:
    teasers = [text for day in range(1, 7) for text in (f"{day} May 2024", f"A story about the number {day}", "Sports")]
    articles = [PROSE, "No.", MORE, "12 May 2024", "a b c", LAST, "a b c d e f", "7", "what? and then some more words"]
    assert min(EVIDENCE["pattern"](page(*teasers))) > max(EVIDENCE["pattern"](page(*articles)))
    assert set(say("pattern_period", *teasers)) == {3}


def test_blanks_and_indents() -> None:
    view = View(read("One.\n\n\n\nTwo.\n    Three.", "text"))
    assert EVIDENCE["blanks"](view).tolist() == pytest.approx([0, LN4, 0])
    assert EVIDENCE["indent"](view).tolist() == pytest.approx([0, 0, math.log1p(4)])
    view = View(read(f"{PROSE}\n{MORE}\n{LAST}\n\n\n\n    Sports", "text"))
    assert EVIDENCE["blanks_ratio"](view).tolist() == pytest.approx([0, 0, 0, LN4])
    assert EVIDENCE["indent_mismatch"](view).tolist() == pytest.approx([0, 0, 0, math.log1p(4)])


def test_headings_and_links_are_known_in_markdown_alone() -> None:
    blocks = ["## The bridge", "[abcd](https://example.org)efgh"]
    assert say("heading", *blocks, kind="markdown") == [2, 0]
    assert say("link_share", *blocks, kind="markdown") == [0, 0.5]
    assert say("heading", *blocks) == [0, 0]
    assert say("link_share", *blocks) == [0, 0]


def test_neighbours_columns_are_shifted() -> None:
    blocks = [" ".join("abcdefgh"[: i + 1]) for i in range(6)]
    table = evidence_table(page(*blocks))
    row = dict(zip(names(TEXT), table, strict=True))
    assert len(row) == len(table)
    for name, steps in NEIGHBOURS.items():
        for step in steps if name in row else ():
            beside = [row[name][i + step] if 0 <= i + step < 6 else OUTSIDE for i in range(6)]
            assert row[f"{name}@{step:+d}"].tolist() == beside


def test_every_evidence_has_cases_on_both_sides() -> None:
    by_a_test_of_its_own = {
        "chars", "sentence_end", "function_words", "numeric_date", "pattern_period", "blanks", "indent", "blanks_ratio",
        "indent_mismatch", "heading", "link_share", "cue_any",
    }  # fmt: skip
    expected: dict[str, set[float]] = {name: set() for name in EVIDENCE}
    for name, rows in PER_BLOCK.items():
        expected[name].update(value for _, value in rows)
    for name, _, values in CONTEXT:
        expected[name].update(values)
    for family, _, value in CUES:
        expected[f"cue_{family}"].add(value)
    one_sided = {name for name, values in expected.items() if len(values) < 2}
    assert one_sided == by_a_test_of_its_own
    assert len(EVIDENCE) == len(TEXT)
