"""Signatures: the author and the date of one line, told from each other, and lines that are none."""

from __future__ import annotations

import pytest

from newsclean import Role, explain
from newsclean.evidence.signatures import Signature, signature
from newsclean.evidence.view import View
from newsclean.reading.read import read

ARTICLES = {
    "en": [
        "The town will keep its ferry after all, the council said on Tuesday after a meeting until midnight.",
        "Nine of its eleven members voted for a repair that will cost 400,000 pounds and take until October.",
        "The boat was built in 1938 and sank twice, the second time with a wedding on board.",
    ],
    "de": [
        "Die Stadt behält ihre Fähre, wie der Rat am Dienstag nach einer langen Sitzung mitteilte.",
        "Neun der elf Mitglieder stimmten für eine Reparatur, die 400.000 Euro kosten und bis Oktober dauern soll.",
        "Das Boot wurde 1938 gebaut und sank zweimal, das zweite Mal mit einer Hochzeit an Bord.",
    ],
    "ja": [
        "マルバシ市は、真夜中まで続いた議会の末、渡し船を残すことを決めたと火曜日に発表した。",
        "市議11人のうち9人が、4千万円をかけて10月末までに船を修理する案に賛成した。",
        "船は1938年に造られ、これまでに二度沈んだ。二度目は結婚式の客が乗っていた。",
    ],
}


def signed(line: str) -> Signature:
    return signature(View(read(line, "text")), 0)


@pytest.mark.parametrize(
    ("line", "author", "date"),
    [
        ("12.03.2019 | By Ida Crane", "By Ida Crane", "12.03.2019"),
        ("By Ida Crane | 12.03.2019", "By Ida Crane", "12.03.2019"),
        ("By Ida Crane | Staff Writer | March 12, 2019", "By Ida Crane", "March 12, 2019"),
        ("12.03.2019 10:20 - Von Anna Lehmann", "Von Anna Lehmann", "12.03.2019 10:20"),
        ("2019-03-12 / di Carlo Senni", "di Carlo Senni", "2019-03-12"),
        ("Par Solène Marchais • 12 mars 2019", "Par Solène Marchais", "12 mars 2019"),
        ("12 de marzo de 2019 Por Lucía Barreda", "Por Lucía Barreda", "12 de marzo de 2019"),
        ("Автор: Анна Лапшина 4 марта 2025", "Автор: Анна Лапшина", "4 марта 2025"),
        ("文・森田正夫 | 2019年3月12日", "文・森田正夫", "2019年3月12日"),
        ("12 मार्च 2019 द्वारा अमित शर्मा", "द्वारा अमित शर्मा", "12 मार्च 2019"),
        ("2019년 3월 12일 글 김보람 기자", "글 김보람 기자", "2019년 3월 12일"),
        ("Von Ida Crane, Freitag, 28. April 2023", "Von Ida Crane", "Freitag, 28. April 2023"),
        ("By Ida CranePublished: Dec 22, 2023 10:55 AM EST", "By Ida Crane", "Published: Dec 22, 2023 10:55 AM EST"),
        ("March 12, 2019 10:20 AM EST By Ida Crane", "By Ida Crane", "March 12, 2019 10:20 AM EST"),
        ("Posted by Ida Crane on March 5, 2013 at 9 am", "Posted by Ida Crane", "March 5, 2013 at 9 am"),
        ("By Ida Crane14 March 2022, 6:30 am", "By Ida Crane", "14 March 2022, 6:30 am"),
        ("By Ida Crane12.03.2019", "By Ida Crane", "12.03.2019"),
        ("By Ida Crane (12.03.2019)", "By Ida Crane", "12.03.2019"),
        ("By Ida Crane | 10:20 | 12.03.2019", "By Ida Crane", "10:20 | 12.03.2019"),
        ("By Ida Crane | 12.03.2019 (changed 13.03.2019)", "By Ida Crane", "12.03.2019 (changed 13.03.2019)"),
    ],
)
def test_author_and_date_are_told_by_signs_or_by_the_date_s_span(line: str, author: str, date: str) -> None:
    assert signed(line) == Signature(author, date, by=True)


@pytest.mark.parametrize(
    ("line", "author", "date"),
    [
        ("Defne Aksu | 4 Mart 2025", "Defne Aksu", "4 Mart 2025"),
        ("Ilaria Montesi 4 marzo 2025", "Ilaria Montesi", "4 marzo 2025"),
        ("Politics | 4 March 2025", "", "4 March 2025"),
        ("Published On 4 March 2025", "", "Published On 4 March 2025"),
        ("4 March 2025 in New York", "", "4 March 2025 in New York"),
        ("Friday, 4 March 2025 10.20 GMT", "", "Friday, 4 March 2025 10.20 GMT"),
    ],
)
def test_a_name_beside_a_date_is_not_called_an_author(line: str, author: str, date: str) -> None:
    assert signed(line) == Signature(author, date, by=False)


@pytest.mark.parametrize(
    "line", ["Ida Crane, editor since 2013", "By 2019 the river had risen", "Section 5", "x" * 999]
)
def test_other_lines_say_neither(line: str) -> None:
    assert signed(line) == Signature()


@pytest.mark.parametrize(
    ("code", "by"), [("en", "By Hattie Brand"), ("de", "Von Gerlinde Aust"), ("ja", "文・森田正夫")]
)
@pytest.mark.parametrize(
    "form", ["{d} | {b}", "{b} | {d}", "{d} - {b}", "{d} / {b}", "{d} {b}", "{b} • {d}", "{b} ({d})"]
)
def test_a_line_of_author_and_date_on_top_goes_and_gives_both(code: str, by: str, form: str) -> None:
    page = explain("\n\n".join([form.format(d="12.03.2019", b=by), *ARTICLES[code]]))
    assert page.text.split("\n\n") == ARTICLES[code]
    assert page.blocks[0].role in {Role.BYLINE, Role.TIMESTAMP}
    assert (page.byline, page.published) == (by, "12.03.2019")
