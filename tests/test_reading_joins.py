"""Lines put together: a sentence that was cut is one, a headline and the name or date below it are two."""

from __future__ import annotations

import pytest

from tests.texts import VOTE, text_blocks

HEADLINE = "Council votes to close the old bridge for the winter"


@pytest.mark.parametrize("line", ["by ada winter", "dpa/jk", "efe", "publicerad 12 mars 2019", "12.03.2019, 10:20"])
def test_a_headline_and_a_line_in_small_letters_are_two(line: str) -> None:
    assert text_blocks(f"{HEADLINE}\n{line}\n\n{VOTE}") == [HEADLINE, line, VOTE]


SENTENCES_CUT = {
    "an inline element's edge": f"{HEADLINE} \nand the summer\n\n{VOTE}",
    "another half": f"{HEADLINE}\nand the summer\n\nin the harbour town\n\n{VOTE}",
    "no blank line behind": f"{HEADLINE}\nand the summer\n{VOTE}",
    "a sentence": f"{HEADLINE}\nand the summer.\n\n{VOTE}",
}


@pytest.mark.parametrize("source", SENTENCES_CUT.values(), ids=SENTENCES_CUT)
def test_a_sentence_that_was_cut_is_one(source: str) -> None:
    assert text_blocks(source)[0].startswith(f"{HEADLINE} and the summer")


LABELLED = [HEADLINE, VOTE, "Advertisement", VOTE.replace("Monday", "Friday"), "Read more", "Sport"]
TEXTS = [*LABELLED, *(text.replace("bridge", "mill") for text in LABELLED)]


@pytest.mark.parametrize("line", ["{} \n", " {}\n", "\u3000{}\n"])
def test_a_blank_that_all_lines_have_is_no_edge(line: str) -> None:
    assert text_blocks("".join(map(line.format, TEXTS))) == text_blocks("\n".join(TEXTS)) == TEXTS


def test_one_that_few_lines_have_is_one() -> None:
    cut = ["The council of the small harbour town, said the ", "Eldham Post", " on Monday, will close the old bridge."]
    assert text_blocks("\n".join([*TEXTS, *cut])) == [*TEXTS, " ".join(map(str.strip, cut))]


DAYS = (
    "zaterdag 14 juni 2025, 17:42", "sobota, 14 czerwca 2025, godz. 17:42", "la 14.6.2025 klo 17.42",
    "събота, 14 юни 2025 г., 17:42 ч.", "subota, 14. lipnja 2025. u 17:42",
)  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_a_headline_and_a_day_in_small_letters_are_two_without_blank_lines(day: str) -> None:
    assert text_blocks(f"{HEADLINE}\n{day}\n{VOTE}") == [HEADLINE, day, VOTE]


@pytest.mark.parametrize("rest", ["behind closed doors in the old hall.", ", behind closed doors in the old hall."])
def test_a_day_within_a_sentence_stays_in_it(rest: str) -> None:
    source = f"The members of the council of the small harbour town met on\nmaandag 3 maart 2025\n{rest}\n{VOTE}"
    first, second = text_blocks(source)
    assert "met on maandag 3 maart 2025" in first
    assert second == VOTE


@pytest.mark.parametrize("sign", ["»", "›"])
def test_lines_that_a_sign_points_at_are_items(sign: str) -> None:
    items = [f"{sign} Tarn boatyard looks for apprentices", f"{sign} Flood: the dyke holds"]
    lines = ["Then she locked the shed and went home, as she does every night of the year.", *items]
    assert text_blocks("\n".join(lines)) == lines


def test_what_goes_on_behind_a_quotation_is_no_item() -> None:
    lines = [
        "La capitaine a dit à la presse, qui attendait depuis des heures : «",
        "Nous partons",
        "» Le maire est resté.",
    ]
    assert text_blocks("\n".join(lines)) == [" ".join(lines)]
