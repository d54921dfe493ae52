"""A text whose letters came as numbers is scored as the letters that are meant, and given back as it came."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

import newsclean
from newsclean.reading.escapes import mend_escapes
from newsclean.reading.read import read

RU = [
    "Совет маленького города у моря решил в понедельник закрыть старый мост на большую часть зимы.",
    "Инженеры сообщили, что одна из опор сдвинулась на четыре сантиметра после весеннего паводка 😀.",
    "Паром будет ходить через реку каждые двадцать минут с шести утра, но не в шторм, добавил мэр.",
]
MENU = ["Главная", "Спорт", "Подписаться на рассылку", "Поделиться"]
PAGE = "\n\n".join([*MENU, *RU, *MENU[2:]])


def as_json(text: str) -> str:
    return json.dumps(text)[1:-1].replace("\\n", "\n")


def as_html(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode()


def as_hexadecimal(text: str) -> str:
    return "".join(char if char.isascii() else f"&#x{ord(char):x};" for char in text)


WAYS = [as_json, as_html, as_hexadecimal]


@pytest.mark.parametrize("way", WAYS)
def test_what_stays_is_what_stays_of_the_letters(way: Callable[[str], str]) -> None:
    assert newsclean.clean(PAGE) == "\n\n".join(RU)
    assert newsclean.clean(way(PAGE)) == "\n\n".join(map(way, RU))


@pytest.mark.parametrize("way", WAYS)
def test_blocks_stand_where_they_say(way: Callable[[str], str]) -> None:
    source = way(PAGE)
    blocks = newsclean.explain(source).blocks
    assert len(blocks) == len(PAGE.split("\n\n"))
    assert all(source[block.start : block.end] == block.text for block in blocks)


def test_a_whole_string_of_json() -> None:
    text = newsclean.clean(json.dumps(PAGE))
    assert text == "\n\n".join(map(as_json, RU))


def test_a_letter_in_two_ways_is_given_back_in_both() -> None:
    source = as_html(RU[0]) + "\n\n" + as_json(RU[0]) + "\n\n" + as_json(RU[1]).upper().replace("\\U", "\\u")
    assert newsclean.explain(source).blocks[1].text == as_json(RU[0])
    assert newsclean.clean(source, keep=set(newsclean.Role)) == source


LEFT = {
    "letters as they are": PAGE,
    "letters of both kinds": as_html(PAGE) + RU[0],
    "some signs": "It&#8217;s \\u201cso\\u201d. " * 9,
    "escaped backslashes": as_json(RU[0]).replace("\\", "\\\\"),
    "no characters": "\\ud800 &#xd800; &#9999999; \\u0000 " * 20,
}


@pytest.mark.parametrize("source", LEFT.values(), ids=LEFT)
def test_others_are_left_as_they_are(source: str) -> None:
    assert mend_escapes(source) == (source, None)


def test_html_is_read_as_html() -> None:
    doc = read("<html><body>" + "".join(f"<p>{as_html(text)}</p>" for text in RU) + "</body></html>")
    assert doc.mojibake is None
    assert doc.block_text(0) == RU[0]
