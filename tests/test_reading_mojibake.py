"""Mojibake is scored as the letters that are meant, and given back as it came; what only looks like it stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import SiteMemory, clean, explain
from newsclean.lab.fixtures import Case, load_cases
from newsclean.lab.misread import misread, well_read
from newsclean.reading.code_pages import LATIN
from newsclean.reading.mojibake import mend
from tests.texts import RUSSIAN

WINDOWS = str.maketrans({code: sign for sign, code in LATIN.byte.items()})
PARAGRAPHS = [
    "Die Brücke über den Fluß bleibt bis März für Fußgänger geöffnet, wie der Bürgermeister am Montag erklärte.",
    "Später könnten auch Züge über sie fahren, „wenn das Geld reicht“, sagte er in Köln; geprüft wird das lange.",
    "Ältere Anwohner freuen sich, jüngere wünschen sich einen Radweg, für den es noch keine Pläne gibt.",
]
MENU = ["Überblick", "Café", "Wirtschaft", "Für Sie ausgewählt", "Größe ändern"]
TEXT = "\n".join([*MENU, *PARAGRAPHS, "Newsletter bestellen und nichts verpassen: täglich früh um sechs"])
HTML = (
    "<html><head><title>Brücke über dem Fluß</title><meta name='author' content='Jörg Müller'></head><body><nav>"
    + "".join(f"<a href='/'>{entry}</a> " for entry in MENU)
    + "</nav><article><h1>Brücke über dem Fluß bleibt geöffnet</h1><p class='byline'>Von Jörg Müller</p>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    + "</article></body></html>"
)


def decoded(case: Case) -> str:
    source = case.source()
    return source if isinstance(source, str) else source.decode("utf-8", "replace")


CASES = [case for case in load_cases() if mend(misread(decoded(case)))[1] is not None]
"""All but those that have hardly a letter beyond ASCII."""


@pytest.mark.parametrize("page", [TEXT, HTML], ids=["text", "HTML"])
@pytest.mark.parametrize("as_windows", [False, True], ids=["Latin-1", "Windows-1252"])
def test_what_stays_is_what_would_stay_otherwise(page: str, as_windows: bool) -> None:
    garbled = misread(page).translate(WINDOWS) if as_windows else misread(page)
    meant = clean(page)
    assert meant == "\n\n".join(PARAGRAPHS)
    assert clean(garbled) == (misread(meant).translate(WINDOWS) if as_windows else misread(meant))


@pytest.mark.parametrize("paragraphs", [PARAGRAPHS, RUSSIAN], ids=["German", "Russian"])
@pytest.mark.parametrize("encoding", ["cp1251", "cp1250"])
def test_other_encodings_of_windows_have_other_signs(encoding: str, paragraphs: list[str]) -> None:
    page = "\n".join(["Home", *paragraphs, "Newsletter"])
    table = {code: bytes([code]).decode(encoding, "ignore") or chr(code) for code in range(0x80, 0x100)}
    garbled, kept = (misread(text).translate(table) for text in (page, "\n\n".join(paragraphs)))
    assert mend(garbled)[0] == page
    assert clean(garbled) == kept


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_every_fixture_is_cleaned_alike(case: Case) -> None:
    page = decoded(case)
    assert well_read(clean(misread(page))).split() == clean(page).split()


@pytest.mark.parametrize("page", [TEXT, PARAGRAPHS[0] + "\n\n[für Sie](https://example.com/)\n\n" + PARAGRAPHS[1]])
def test_offsets_reproduce_the_source(page: str) -> None:
    source = misread(page)
    blocks = explain(source).blocks
    assert [well_read(block.text) for block in blocks] == [block.text for block in explain(page).blocks]
    for block in blocks:
        assert "".join(source[block.start : block.end].split()) == "".join(block.text.split())


def test_a_blank_that_is_mojibake_is_a_blank() -> None:
    page = TEXT.replace("über den", "über\xa0den").replace("Fußgänger geöffnet", "Fußgänger\u3000geöffnet")
    assert clean(misread(page)) == misread("\n\n".join(PARAGRAPHS))


def test_more_letters_than_any_script_has_are_no_mojibake() -> None:
    source = misread("".join(map(chr, range(0x10000, 0x20100))))
    assert mend(source) == (source, None)
    assert isinstance(clean(source), str)


def test_blanks_alone_tell_of_it() -> None:
    assert mend(misread("One,\xa0two,\xa0three and\xa0four."))[0] == "One,\xa0two,\xa0three and\xa0four."


def test_letters_whose_second_sign_is_a_blank_stay_whole() -> None:
    """The last byte of "à" is read as a no-break space, that of "Å" as a line's end."""
    page = TEXT.replace("Anwohner", "Ålesunder à la mode")
    assert misread("Ålesunder à la mode") in clean(misread(page))


def test_metadata_is_as_it_came() -> None:
    page = explain(misread(HTML))
    assert page.title == misread("Brücke über dem Fluß bleibt geöffnet")
    assert page.byline is not None
    assert misread("Jörg Müller") in page.byline


def test_what_the_source_has_both_ways_stays_both_ways() -> None:
    """A name of HTML that stood for a letter was not garbled with the others."""
    source = misread(TEXT).replace(misread("„wenn das Geld reicht“"), "„wenn das Geld für Züge reicht“")
    assert "„wenn das Geld für Züge reicht“" in clean(source)
    assert misread("Bürgermeister") in clean(source)


def test_sites_are_remembered_by_what_is_meant() -> None:
    memory = SiteMemory()
    memory.learn([("example.org", f"{TEXT}\n{n} Grüße") for n in range(3)])
    garbled, meant = (explain(page, site=memory.for_host("example.org")) for page in (misread(TEXT), TEXT))
    assert [block.score for block in garbled.blocks] == [block.score for block in meant.blocks]


@pytest.mark.parametrize(
    "text",
    [
        "L'été à Évreux : « déjà là » — l'Île-de-France, où ça grêle, s'étonne ; Noël, naïf, œuvre à Orléans.",
        "LIBERTÉ\xa0: ÉGALITÉ\xa0; FRATERNITÉ\xa0!",
        "Größe, Straße, Äpfel, Öl, Übung: »so« und «so» – §\xa01, 5\xa0°C, ½\xa0l, ©\xa02020",
        "Ção, São Tomé, não; às vezes, à\xa0noite, põe-se o Sol. Îles, âge, être, Ångström, Æsir, ð, þ, ø",
        "ОН ЖИЛ В СССР», „РЕСПУБЛИКЕ”, «РОССИИ» – так написано; В… С… Р™ – знаки. Живут они там…",
        "Spaß“, „Gruß“, »Fuß« – „Maß“ und „Schloß“; „süß“, sagt er. Čs. Ďáblík, Ťapák, Ćwierć; Őr, Űr, Żółw",
        "Привет, мир: «да»\xa0—\xa0нет. Ελλάδα, ζωή. 日本語の文章。 हिन्दी में लिखा हुआ।",
        "Wer UTF-8 als Latin-1 liest, sieht fÃ¼r statt für; über, Öl, größer und Bäume liest er nie.",
        "A page of ASCII",
        "",
    ],
)
def test_what_is_no_mojibake_is_left_alone(text: str) -> None:
    assert mend(text) == (text, None)


@given(st.text(max_size=60), st.booleans())
@example("ÃŸÃ¼Ã¤Ã¶\U00100000 ü", True)
@example("\x80\x80\x80\U00105000", True)
@example("Ã¼ÃŸ\xc3\xa4 â€™ â\x80\x99 \xc2\xa0 \xa0 ü", False)
def test_what_is_mended_can_be_printed_as_it_came(text: str, garble: bool) -> None:
    source = misread(text) if garble else text
    mended, mojibake = mend(source)
    if mojibake is None:
        assert mended == source
        return
    came = LATIN.letter_or_sign.sub(lambda match: blank_or_same(match[0]), source)
    assert mojibake.printed(mended) == came


def blank_or_same(sign: str) -> str:
    return meant(sign) if len(sign) > 1 and meant(sign).isspace() else sign


def meant(sign: str) -> str:
    return bytes([LATIN.byte[char] for char in sign]).decode("utf-8", "ignore")


def test_ten_times_the_text_takes_ten_times_as_long(check_linear: Callable[..., None]) -> None:
    unit = "".join(map(chr, range(0xA1, 0x24F))) + "日本語 "
    check_linear(mend, misread(unit * 50), misread(unit * 500))
