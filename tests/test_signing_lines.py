"""Lines in HTML that only name who wrote, edited or pictured; and those much like them that are an article's."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean
from newsclean.evidence.view import View
from newsclean.reading.html import read_html
from newsclean.scoring.signing_lines import signing_lines

TEXT = "Die Brücke über den Fluss ist nach neun Tagen wieder offen, wie der Bürgermeister sagte."
KOREAN = "한들읍 마을도서관은 지난해 폐교를 고쳐 문을 열었고 하루 이용자가 예순 명을 넘었다고 밝혔다."


def named(*lines: str, text: str = TEXT) -> list[str]:
    """Which lines between and below paragraphs are such, where all blocks may stay."""
    return named_in("".join(f"<p>{line}</p>" for line in (text, text.replace("a", "o"), *lines)))


def named_in(page: str, unlikely: str = "") -> list[str]:
    """Which lines of an article are such, where all blocks may stay but one."""
    view = View(read_html(f"<html><body><article>{page}</article></body></html>"))
    texts = [view.doc.block_text(i) for i in range(view.n)]
    score = np.array([0.1 if text == unlikely else 0.8 for text in texts], np.float32)
    return [texts[i] for i in np.flatnonzero(signing_lines(view, score, 0.5)).tolist()]


LINES = [
    "Editör: Mehmet Yılmaz",
    "Muhabir: Mehmet Yılmaz",
    "Kaynak: AA",
    "编辑：王明",
    "（责任编辑：王明）",
    "【编辑:王明】",
    "来源：新华社",
    "图片来源：视觉中国",
    "圖／翻攝畫面",
    "ที่มา : กรมอุตุนิยมวิทยา",
    "ผู้สื่อข่าว : สมชาย ใจดี",
    "रिपोर्ट: राकेश तिवारी",
    "خبرنگار: رضا احمدی",
    "تحرير: محمد علي",
    "Text: Ida Krahn",
    "Source: Harbour Authority",
    "🖋 Author: Ida Crane",
]


@pytest.mark.parametrize("line", LINES)
def test_a_label_and_a_name_are_such_a_line(line: str) -> None:
    assert named(line, TEXT) == [line]
    assert named(line) == [line]


OTHERS = [
    "Video: 4K/30p with no crop",
    "Cost per credit: In-State",
    "Source: own calculations",
    "Editör: Park ne zaman açılacak?",
    "记者：为什么选择到乡村教棋？",
    "Bridge: Open",
    "Der Autor: ein Mann ohne Eile",
    "Text: Ida Krahn.",
    "Text: Idawilhelminafriederike Krahnhoferbergeroberdorfmeistermannstein",
    "Korrektur: Ida Krahn",
    "Editör yardımcısı: Ida Krahn",
]


@pytest.mark.parametrize("line", OTHERS)
def test_another_label_or_what_is_no_name_is_none(line: str) -> None:
    assert named(line, TEXT) == []


def test_what_is_known_of_a_book_is_none() -> None:
    assert named("Author: Ida Crane", "Pages: 312", TEXT) == []
    assert named("Title: The Weir", "Author: Ida Crane", TEXT) == []


def test_who_is_called_a_reporter_again_and_again_asks() -> None:
    assert named("Muhabir: Merhaba", TEXT, "Muhabir: Park ne zaman açılacak?", TEXT) == []
    assert named("记者：您好", KOREAN, "记者：为什么", KOREAN, text=KOREAN) == []


def test_several_who_made_it_are_such() -> None:
    assert named("编辑：王明", "审核：李丽") == ["编辑：王明", "审核：李丽"]


@pytest.mark.parametrize("line", ["홍길동 기자 hong@news.example", "홍길동 기자", "hong@news.example"])
def test_a_reporter_and_an_address_are_such_below_the_text_alone(line: str) -> None:
    assert named(line, text=KOREAN) == [line]
    assert named(line, KOREAN, text=KOREAN) == []


def test_an_address_below_a_text_in_letters_with_capitals_is_none() -> None:
    assert named("harbour@town.example") == []
    assert named("Reporting by Ida Crane and Jon Weir") == []


@pytest.mark.parametrize(
    "inner",
    [
        "<h3>Text: Ida Krahn</h3>",
        "<ul><li>Text: Ida Krahn</li><li>Die Brücke steht</li></ul>",
        "<table><tr><td>Name</td><td>Ort</td></tr><tr><td>Text:</td><td>Ida Krahn</td></tr></table>",
    ],
    ids=["a heading", "an item", "a row"],
)
def test_headings_items_and_rows_are_none(inner: str) -> None:
    assert named_in(f"<p>{TEXT}</p>{inner}<p>{TEXT}</p>") == []


def test_what_does_not_stay_is_not_asked() -> None:
    page = f"<p>{TEXT}</p><p>Text: Ida Krahn</p><p>Pages: 312</p><p>{TEXT}</p>"
    assert named_in(page, unlikely="Pages: 312") == ["Text: Ida Krahn"]
    assert named_in(page.replace("<p>Pages: 312</p>", ""), unlikely="Text: Ida Krahn") == []
    assert named_in(page) == []


@pytest.mark.parametrize(
    "beside",
    [
        "<p>Pages: 312, with plates, maps and a list of all the ships that ever sailed from Eldham</p>",
        "<p>He asked: why not so.</p>",
        "<h3>Ferries: what now</h3>",
        "<p>Ida sees ferries</p>",
    ],
    ids=["long", "a sentence", "a heading", "no label"],
)
def test_what_stands_beside_a_line_and_is_no_label_does_not_matter(beside: str) -> None:
    assert named_in(f"<p>{TEXT}</p><p>Author: Ida Crane</p>{beside}<p>{TEXT}</p>") == ["Author: Ida Crane"]


@pytest.mark.parametrize("below", ["한들읍 소식", "한들읍이다.", KOREAN.rstrip("."), KOREAN.replace("한", "두")])
def test_what_stands_below_a_reporter_is_text_where_it_is_a_long_sentence_that_stays(below: str) -> None:
    page = f"<p>{KOREAN}</p><p>홍길동 기자</p><p>{below}</p>"
    assert named_in(page, unlikely=KOREAN.replace("한", "두")) == ["홍길동 기자"]
    assert named_in(f"{page}<p>{KOREAN}</p>") == []


def test_an_address_stands_below_a_word_of_its_script() -> None:
    figures = "총 3명이 왔고 회의는 한들읍 마을도서관에서 아침 아홉 시부터 저녁까지 이어졌다 12."
    assert named_in(f"<p>{figures}</p><p>hong@news.example</p>") == []


PAGE = """<html><head><title>村里的棋室</title></head><body><article><h1>村里的棋室</h1>
<p>带出过四位全国冠军的沈一鸣，最近把自己的训练课搬到了乡村小学，每周六上课。</p>
<p>八月的下午，镇中心小学的教室里没有空调，二十多个孩子围着六张棋盘，安静得只听见落子声。</p>
<p>棋盘是木工师傅用旧门板做的，棋子不够就用瓶盖。围棋要的是脑子，不是桌子，他说。</p>
<p>编辑：王明</p></article></body></html>"""


def test_it_goes_and_the_text_stays() -> None:
    text = clean(PAGE)
    assert "王明" not in text
    assert text.endswith("他说。")
