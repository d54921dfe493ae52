"""Pages in other encodings that were read as Latin-1 are scored as what is meant, and given back as they came."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsclean import clean, explain
from newsclean.reading.misread import mend_misread
from tests.texts import RUSSIAN

PAGES = {
    "Russian": ["Главная", "Новости", "Спорт", "Мост закрыт на зиму", *RUSSIAN, "Подпишитесь на рассылку", "Реклама"],
    "Greek": [
        "Αρχική",
        "Αθλητικά",
        "Η παλιά γέφυρα έκλεισε για τον χειμώνα, επειδή ο βόρειος πυλώνας της μετακινήθηκε τέσσερα εκατοστά.",
        "Η δήμαρχος είπε στους κατοίκους ότι τα λεωφορεία θα κάνουν τον κύκλο μέχρι να τελειώσουν τα έργα.",
        "Ένα καράβι θα περνά το ποτάμι κάθε είκοσι λεπτά από τις έξι το πρωί, όχι όμως όταν έχει φουρτούνα.",
    ],
    "Chinese": [
        "首页",
        "体育",
        "小港镇议会星期一决定，旧桥将关闭到春天，因为北边的桥墩在洪水之后移动了四厘米，一位工程师说。",
        "镇长五月要求提交报告。她告诉居民，公共汽车将绕行，直到工程结束，对岸的学校将晚半小时上课。",
        "渡船从早上六点起每二十分钟过一次河，但刮大风的时候不开。市场里的商人担心节前来的人会更少。",
    ],
    "Japanese": [
        "ホーム",
        "スポーツ",
        "古い橋は春まで閉鎖されると、町議会が月曜日に決めた。北の橋脚が洪水のあと四センチ動いたためだと技師は話した。",
        "町長は五月に報告を求めていた。工事が終わるまでバスは遠回りし、対岸の学校は三十分遅く始まると住民に伝えた。",
        "渡し船は朝六時から二十分おきに川を渡るが、嵐の日は出ない。市場の商人は、客が減るのではないかと心配している。",
    ],
}  # fmt: skip
ENCODINGS = [
    ("Russian", "cp1251"), ("Russian", "koi8-r"), ("Greek", "cp1253"), ("Chinese", "gbk"), ("Japanese", "shift_jis"),
    ("Japanese", "euc-jp"),
]  # fmt: skip


def misread(text: str, encoding: str, read_as: str = "latin-1") -> str:
    return text.encode(encoding, "ignore").decode(read_as)


def ink(text: str) -> str:
    """A text without its white space, of which a part may belong to an ideograph; KOI8-R has a blank of its own."""
    return re.sub(r"[\s\x85\x9aš\xa0\xa1\x81\x40]", "", text)


@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_what_stays_is_what_would_stay_otherwise(language: str, encoding: str) -> None:
    page = "\n".join(PAGES[language]).encode(encoding, "ignore").decode(encoding)
    source = misread(page, encoding)
    assert len(clean(page).split()) > 2
    assert clean(source).split() == misread(clean(page), encoding).split()
    blocks, meant = explain(source).blocks, explain(page).blocks
    assert [block.score for block in blocks] == [block.score for block in meant]
    for block in blocks:
        assert "".join(source[block.start : block.end].split()) == "".join(block.text.split())


def test_it_may_have_been_read_as_windows_latin_letters() -> None:
    page = "\n".join(PAGES["Russian"])
    assert clean(misread(page, "cp1251", "cp1252")) == misread(clean(page), "cp1251", "cp1252")


def test_html_declares_its_encoding() -> None:
    page = (
        '<html><head><meta charset="windows-1251"><title>Мост закрыт</title></head><body><nav>'
        + "".join(f"<a href='/'>{label}</a> " for label in PAGES["Russian"][:3])
        + "</nav><article>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in RUSSIAN)
        + "</article></body></html>"
    )
    assert clean(misread(page, "cp1251")) == misread("\n\n".join(RUSSIAN), "cp1251")


def test_signs_that_came_by_name_stay_as_they_are() -> None:
    page = "\n".join(PAGES["Russian"]).replace("зато сухо", "зато Ω сухо")
    source = misread(page.replace("Ω", "@"), "cp1251").replace("@", "Ω\u0442")
    assert "Ω\u0442" in clean(source)


@pytest.mark.parametrize(
    "text",
    [
        " ".join(RUSSIAN),
        "L'été à Évreux : « déjà là » — où ça grêle, s'étonne Noël, naïf ; œuvre à Orléans. ÀÉÈÊ ÇÀÉÈ " * 20,
        "Größe, Straße, Äpfel, Öl, Übung, Ärzte, Füße, täglich äußerst ölig; Ålesund, Ærø, Bodø, Tromsø. " * 20,
        "The letters of Latin-1 are ÀÁÂÃÄÅÆÇ, ÈÉÊË, ÌÍÎÏ, ÐÑÒÓÔÕÖ, ØÙÚÛÜÝÞß, and small ones àáâãäåæç, èéêë, ìíîï.",
        "Một cây cầu cũ sẽ đóng cửa đến mùa xuân, hội đồng thị trấn quyết định hôm thứ Hai. " * 20,
        "ÀÉÈ",
        "A page of ASCII",
        "",
    ],
)
def test_what_was_read_well_is_left_alone(text: str) -> None:
    assert mend_misread(text) == (text, None)


@settings(deadline=None)
@example("\x98\xa0", ("Russian", "cp1251"))  # a byte that Windows-1251 lacks, before a blank
@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x4FF), max_size=80), st.sampled_from(ENCODINGS))
def test_what_is_mended_can_be_printed_as_it_came(text: str, how: tuple[str, str]) -> None:
    source = misread("\n".join(PAGES[how[0]]), how[1]) + " " + text
    mended, mojibake = mend_misread(source)
    assert mojibake is not None or not text.isascii()  # other signs may be none of the encoding's
    assert ink(mojibake.printed(mended) if mojibake is not None else mended) == ink(source)


def test_time_is_linear(check_linear: Callable[..., None]) -> None:
    page = misread("\n".join(PAGES["Chinese"]), "gbk")
    check_linear(mend_misread, page * 40, page * 400)
