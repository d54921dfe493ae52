"""Bytes become text as in a browser: marks, declarations (right and wrong), detection, damage."""

from __future__ import annotations

import codecs
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.reading.decode import ENOUGH, _telling, decode

GERMAN = "<p>Die Br\u00fccke \u00fcber den Fluss wird f\u00fcr l\u00e4ngere Zeit gesperrt.</p>"
POLISH = "<p>Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144, powiedzia\u0142 w \u015brod\u0119.</p>"
RUSSIAN = (
    "<p>\u041c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442 \u0434\u043e \u0432\u0435\u0441\u043d\u044b.</p>"
)
JAPANESE = "<p>\u6a4b\u306f\u6625\u307e\u3067\u901a\u884c\u6b62\u3081\u306b\u306a\u308b\u3002</p>"


def declared(text: str, encoding: str) -> str:
    return f'<html><head><meta charset="{encoding}"></head><body>{text}</body></html>'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_without_a_mark(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "iso-8859-1"),
        (GERMAN, "windows-1252"),
        (POLISH, "iso-8859-2"),
        (POLISH, "windows-1250"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_declared(text: str, encoding: str) -> None:
    page = declared(text, encoding)
    assert decode(page.encode(encoding)) == page


def test_declared_by_http_equiv_and_by_xml() -> None:
    old = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">' + RUSSIAN
    assert decode(old.encode("cp1251")) == old
    xml = '<?xml version="1.0" encoding="iso-8859-2"?><html>' + POLISH
    assert decode(xml.encode("iso-8859-2")) == xml


@pytest.mark.parametrize("wrong", ["iso-8859-1", "ascii", "utf-16", "x-unheard-of", "", "shift_jis", "base64", "rot13"])
def test_wrong_declaration_of_utf8(wrong: str) -> None:
    page = declared(POLISH, wrong)
    assert decode(page.encode()) == page


def test_utf8_declared_but_windows_1252() -> None:
    page = declared(GERMAN * 5, "utf-8")
    assert decode(page.encode("cp1252")) == page


def test_latin_1_means_windows_1252() -> None:
    page = declared("<p>\u201eSo\u201c \u2013 f\u00fcr 5 \u20ac</p>", "iso-8859-1")
    assert decode(page.encode("cp1252")) == page


@pytest.mark.parametrize(
    "label", ["iso8859-1", "ISO_8859-1", "l1", "cp819", "iso-ir-100", "ibm819", "latin-1", "x-cp1252"]
)
def test_all_names_of_latin_1_mean_windows_1252(label: str) -> None:
    page = declared("<p>\u201eSo\u201c \u2013 f\u00fcr 5 \u20ac</p>", label)
    assert decode(page.encode("cp1252")) == page


@pytest.mark.parametrize(
    ("text", "label", "encoding"),
    [
        (RUSSIAN, "koi", "koi8-r"),
        (RUSSIAN, "x-mac-cyrillic", "mac-cyrillic"),
        (JAPANESE, "windows-31j", "cp932"),
        (JAPANESE, "x-euc-jp", "euc-jp"),
        ("<p>\ub2e4\ub9ac\ub294 \ubd04\uae4c\uc9c0 \ub2eb\ub294\ub2e4. \ud63c</p>", "windows-949", "cp949"),
        ("<p>\u6a4b\u6703\u5728\u6625\u5929\u524d\u95dc\u9589\u3002\u7881</p>", "x-x-big5", "cp950"),
        ("<p>\u9555\u57fa\u8bf4\u8fc7</p>", "gb_2312-80", "gb18030"),
        ("<p>\u05d4\u05d2\u05e9\u05e8 \u05e1\u05d2\u05d5\u05e8</p>", "logical", "iso8859-8"),
    ],
)
def test_labels_that_python_does_not_know(text: str, label: str, encoding: str) -> None:
    page = declared(text, label)
    assert decode(page.encode(encoding)) == page


@pytest.mark.parametrize("label", ["base64", "zip", "idna", "punycode", "rot13", "undefined", "unicode_escape", "hex"])
def test_what_is_no_encoding_of_text_is_not_believed(label: str) -> None:
    page = declared("<p>caf\u00e9 \x81 x</p>", label)
    assert decode(page.encode("latin-1")) == page


def test_holes_of_windows_1252() -> None:
    page = declared("<p>caf\u00e9 \x81 x</p>", "iso-8859-1")
    assert decode(page.encode("latin-1")) == page


def test_utf8_cut_in_a_character() -> None:
    data = declared(POLISH, "utf-8").encode()
    cut = data[: data.index("\u0105".encode()) + 1]
    text = decode(cut)
    assert text == declared(POLISH, "utf-8")[: len(text) - 1] + "\ufffd"


def test_utf8_with_one_bad_byte() -> None:
    page = declared(RUSSIAN * 20, "utf-8")
    data = page.encode().replace(b"<p>", b"<p>\xff", 1)
    assert decode(data) == page.replace("<p>", "<p>\ufffd", 1)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("<p>The pipe cost \u00a32.1m, he said</p>", "iso-8859-1"),
        ("<p>caf\u00e9", "iso-8859-1"),
        ("<p>\u0412 8:00</p>", "windows-1251"),
    ],
)
def test_one_letter_beyond_ascii(text: str, encoding: str) -> None:
    page = f'<meta charset="{encoding}">{text}'
    assert decode(page.encode(encoding)) == page


def test_one_letter_beyond_ascii_that_no_declaration_explains() -> None:
    assert decode(b"<p>The caf\xe9 owner said no.</p>") == "<p>The caf\u00e9 owner said no.</p>"
    assert decode(b"<p>It cost 5 \xe2\x82") == "<p>It cost 5 \ufffd"


def test_gb2312_means_gb18030() -> None:
    page = declared("<p>\u9555\u57fa\u8bf4\u8fc7</p>", "gb2312")
    assert decode(page.encode("gb18030")) == page


@pytest.mark.parametrize("label", ["iso-2022-jp", "utf-8", "shift_jis"])
def test_japanese_in_seven_bits(label: str) -> None:
    page = declared(JAPANESE * 3, label)
    assert decode(page.encode("iso2022_jp")) == page
    assert decode(JAPANESE.encode("iso2022_jp")) == JAPANESE


@pytest.mark.parametrize("text", ["\x1b[1mFerry\x1b[0m", "It costs \x1b$5.", f"{JAPANESE}\x1b$B"])
def test_other_escapes_are_left_alone(text: str) -> None:
    assert decode(text.encode()) == text


def test_nothing() -> None:
    assert decode(b"") == ""
    assert decode(codecs.BOM_UTF8) == ""


@pytest.mark.parametrize("seed", range(20))
def test_damage_is_survived(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(declared(GERMAN + RUSSIAN, dice.choice(["utf-8", "cp1252", "utf-16"])).encode())
    for _ in range(10):
        data[dice.randrange(len(data))] = dice.randrange(256)
    assert "<" in decode(bytes(data))


@settings(max_examples=200, deadline=None)
@given(st.binary())
def test_any_bytes_are_decoded(data: bytes) -> None:
    assert isinstance(decode(data), str)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"])))
def test_utf8_comes_back(text: str) -> None:
    assert decode(text.encode()) == text


def test_what_detects_an_encoding_sees_what_is_read_and_no_markup() -> None:
    menu = '<li class="item"><a href="/section?ref=menu">Item</a></li>' * 300
    page = f"<html><body><ul>{menu}</ul>{GERMAN}<img src='data:x,{'A' * 900}\u00e9'></body></html>".encode("cp1252")
    telling = _telling(page)
    assert telling.split(b"\n")[0].decode("cp1252") == GERMAN.removeprefix("<p>").removesuffix("</p>")
    assert b"Item" not in telling
    assert len(telling) < 200
    assert len(_telling(GERMAN.encode("cp1252") * 9000)) < 1.1 * ENOUGH


@pytest.mark.parametrize("encoding", ["shift_jis", "euc-jp", "utf-8"])
@pytest.mark.parametrize("before", ["", "a"])
def test_what_detects_an_encoding_sees_whole_characters(encoding: str, before: str) -> None:
    """Half a character at the end would rule out the encoding that the text is in."""
    sentence = JAPANESE.removeprefix("<p>").removesuffix("</p>")
    text = before + (sentence * 20 + "\n") * 300
    telling = _telling(text.encode(encoding))
    assert 0 < len(telling) <= ENOUGH
    assert text.startswith(telling.decode(encoding))
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("before", ["", "2. "])
@pytest.mark.parametrize(
    ("sentence", "encoding"),
    [
        ("\u65b0\u95fb\u62a5\u9053\u3002", "gbk"),
        ("\u65b0\u805e\u5831\u5c0e\u3002", "big5"),
        ("\ub274\uc2a4\uc785\ub2c8\ub2e4.", "euc-kr"),
        (JAPANESE[3:-4], "shift_jis"),
        (JAPANESE[3:-4], "euc-jp"),
    ],
)
def test_what_detects_an_encoding_sees_the_beginning_of_a_text_without_blanks(
    sentence: str, encoding: str, before: str
) -> None:
    text = before + sentence * 20_000
    telling = _telling(text.encode(encoding))
    assert 0 < len(telling) <= ENOUGH
    assert text.startswith(telling.decode(encoding))
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "filling", ["A" * 400_000, "<p>" + "x" * 120_000 + "</p>", "\xe9" * 300_000, "a\xe9" * 150_000]
)
def test_bytes_of_no_known_encoding_take_no_longer(filling: str) -> None:
    """An image of one endless word, damaged: what detects encodings may take quadratic time over it."""
    damaged = filling.encode("latin-1") + b"\x81\xe9 \xff\xfe" + GERMAN.encode("utf-8")
    start = time.process_time()
    assert decode(damaged)
    assert time.process_time() - start < 10
