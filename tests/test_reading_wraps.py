"""Hard-wrapped text is put together again, whatever draws around it; text that was not wrapped is left as it is."""

from __future__ import annotations

import textwrap

import pytest

from newsclean.reading.text import read_text
from newsclean.reading.wraps import columns
from tests.texts import text_blocks

RECTORY = (
    "The parish of a fishing village agreed on Thursday to rent its empty rectory to the midwife for little, since "
    "the nearest maternity ward has moved forty kilometres inland over the past two years, the clerk explained."
)
BISHOP = (
    "The bishop, whom nobody had asked beforehand, wrote to the parish that he would rather see the house sold, but "
    "that he would not stand in the way of children who are in a hurry to be born on the right side of the fjord."
)
BRIDGE_JA = (
    "港町の議会は月曜日、古い橋を冬のあいだ閉鎖することを決めた。春の洪水のあと、北側の橋脚が4センチ以上ずれたためだと"
    "技師は説明する。住民には、工事が終わるまでバスが遠回りをすると伝えられた。"
)
BRIDGE_ZH = (
    "小港镇议会周一投票决定，在冬季的大部分时间里关闭老桥，因为自春季洪水以来，北侧桥墩已经移动了四厘米多。"
    "镇长告诉居民，在工程完工之前，公共汽车将绕行，学校也将比平时晚半小时开门。"
)
MENU = ["Home", "Harbour", "Sport", "Weather and tides", "Notices"]


def in_columns(text: str, width: int) -> str:
    """A text wrapped as a terminal's browser does, between any two characters."""
    lines = [""]
    for character in text:
        if columns(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return "\n".join(lines)


@pytest.mark.parametrize("text", [BRIDGE_JA, BRIDGE_ZH])
@pytest.mark.parametrize("width", [60, 72, 79])
def test_scripts_without_blanks_are_put_together_without_one(text: str, width: int) -> None:
    paragraphs = [text, text[20:] + text[:20], text + text]
    doc = read_text("\n\n".join([*MENU, *(in_columns(paragraph, width) for paragraph in paragraphs)]))
    assert doc.layout == "wrapped"
    assert "".join(doc.block_text(i) for i in range(len(MENU), len(doc))) == "".join(paragraphs)


BRIDGE_AR = (
    "قرر مجلس البلدة الساحلية الصغيرة يوم الاثنين إغلاق الجسر القديم معظم فصل الشتاء لأن إحدى دعائمه تحركت"
    " بعد فيضان الربيع"
)
BRIDGE_KO = (
    "작은 항구 마을 의회는 월요일 겨울 내내 오래된 다리를 닫기로 결정했으며"
    " 주민들은 봄 홍수 이후 북쪽 교각이 움직였다는 설명을 들었다"
)
BRIDGE_HI = (
    "छोटे बंदरगाह नगर की परिषद ने सोमवार को पुराने पुल को सर्दियों में बंद रखने का फैसला किया क्योंकि बाढ़ के बाद उसका एक खंभा खिसक गया"
)


@pytest.mark.parametrize(("text", "width"), [(BRIDGE_AR, 72), (BRIDGE_KO, 50), (BRIDGE_HI, 80)])
def test_paragraphs_of_two_lines_are_put_together_where_letters_have_no_case(text: str, width: int) -> None:
    words = text.split()
    paragraphs = [" ".join(words[i:] + words[:i]) for i in range(3)]
    assert all(len(textwrap.wrap(paragraph, width)) == 2 for paragraph in paragraphs)
    assert text_blocks("\n\n".join(textwrap.fill(part, width) for part in ["12.03.2019", *paragraphs])) == [
        "12.03.2019",
        *paragraphs,
    ]


def test_labels_without_case_stay_lines() -> None:
    lines = [
        "다리 폐쇄에 관한 오늘의 사진",
        "항구 마을 의회의 월요일 회의 모습과 주민들",
        "의회 소식",
        "지난주 다리 위에서 열린 작은 시장",
    ]
    assert text_blocks("\n".join(lines)) == lines
    assert text_blocks("\n\n".join(["\n".join(lines[:2]), "\n".join(lines[2:])])) == lines


def test_an_indent_is_part_of_the_width() -> None:
    inner = textwrap.indent(textwrap.fill(BISHOP, 66), "      ")
    source = textwrap.indent("\n\n".join([*MENU, textwrap.fill(RECTORY, 72), inner, textwrap.fill(RECTORY, 72)]), "   ")
    assert text_blocks(source) == [*MENU, RECTORY, BISHOP, RECTORY]


def test_menus_and_a_line_that_is_too_long_do_not_hide_the_width() -> None:
    table = "Ferry " + "06:20 " * 30
    source = "\n".join(MENU) + "\n\n" + "\n\n".join([textwrap.fill(RECTORY, 72), table, textwrap.fill(BISHOP, 72)])
    assert text_blocks(source) == [*MENU, RECTORY, table.strip(), BISHOP]


def test_paragraphs_of_one_length_were_not_wrapped() -> None:
    lines = [textwrap.shorten(f"{text} {text}", 110, placeholder="") + "." for text in (RECTORY, BISHOP) * 4]
    assert text_blocks("\n".join(lines)) == lines


@pytest.mark.parametrize("rule", ["_" * 70, "-" * 8, "====================", "─" * 40, "  ******************** "])
def test_a_rule_is_as_good_as_a_blank_line(rule: str) -> None:
    assert text_blocks(f"{RECTORY}\n{rule}\n{BISHOP}\n{rule}") == [RECTORY, BISHOP]


@pytest.mark.parametrize("line", ["* * *", "***", "-------- more", "#1", "...."])
def test_what_is_no_rule_stays(line: str) -> None:
    assert text_blocks(f"{RECTORY}\n\n{line}\n\n{BISHOP}") == [RECTORY, line, BISHOP]
