"""An agency's sign behind a report's last sentence is part of it; behind a caption or beside a name it is a credit."""

from __future__ import annotations

import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.lexicon import CREDIT
from newsclean.evidence.view import View
from newsclean.reading.read import read

GERMAN = (
    "Das Werk schloss am Samstag nach hundertvierzig Jahren, und die letzten Arbeiter gingen mittags nach Hause.",
    "Gegründet wurde die Firma 1883 von zwei Brüdern, die Hüte machten und später Filz an Klavierbauer verkauften.",
    "Der Bürgermeister will am Montag mit den Erben über das Archiv der Firma sprechen, das neunzig Bände umfasst.",
)
ABOVE = "Start\nLokales\nSport\nWerk geschlossen\nVon Hanna Riehl\n3. Mai 2022\n\n"
BELOW = "\n\nTeilen\nMehr zum Thema\nSchwan im Freibad\nImpressum\nDatenschutz"


def credits(*blocks: str) -> list[bool]:
    view = View(read("\n\n".join(blocks), "text"))
    return [bool(found) for found in view.cues[CREDIT]]


@pytest.mark.parametrize(
    "sign", ["(dpa)", "(dpa/lby)", "dpa", "– AFP", "(AFP/dpa)", "(APA)", "/dpa/", "(Reuters).", "[AP]"]
)
def test_a_report_keeps_its_last_paragraph_with_the_sign(sign: str) -> None:
    signed = f"{GERMAN[-1]} {sign}"
    text = clean(ABOVE + "\n\n".join([*GERMAN[:-1], signed]) + BELOW)
    assert text.split("\n\n") == [*GERMAN[:-1], signed]


@pytest.mark.parametrize(
    ("language", "signed"),
    [
        ("it", "La polizia cerca testimoni che abbiano visto l'incendio di venerdì mattina. (ANSA)."),
        ("da", "Politiet søger vidner, der har set branden fredag morgen. /ritzau/"),
        ("ja", "警察は金曜日の朝に火事を見た人に名乗り出るよう呼びかけている。（共同）"),
        ("hi", "पुलिस उन लोगों को खोज रही है जिन्होंने आग देखी। (भाषा)"),
        ("ar", "وتبحث الشرطة عن شهود رأوا الحريق صباح الجمعة. (رويترز)"),
    ],
)
def test_signs_of_other_languages_are_no_credit(language: str, signed: str) -> None:
    assert credits(*GERMAN, signed)[-1] is False
    view = View(read("\n\n".join([*GERMAN, signed]), "text"))
    assert view.sentence_end[-1] == 1, language


@pytest.mark.parametrize(
    "credit",
    ["(Foto: dpa)", "Foto: dpa", "(AP Photo/Ann Lee)", "(Reuters/Ann Lee)", "© dpa", "Ann Lee / AFP", "Getty Images"],
)
def test_who_took_a_picture_is_still_its_credit(credit: str) -> None:
    assert credits(*GERMAN, f"Arbeiter verlassen am Samstag das Werk in Grimmental. {credit}")[-1] is True


def test_a_signed_caption_is_still_one() -> None:
    caption = "Arbeiter verlassen am Samstag das Werk in Grimmental. (dpa)"
    for blocks in (
        [caption, *GERMAN],
        [*GERMAN[:2], caption, *GERMAN[2:]],
        [*GERMAN[:2], caption, caption, *GERMAN[2:]],
    ):
        page = explain(ABOVE + "\n\n".join(blocks) + BELOW)
        assert {block.role for block in page.blocks if block.text == caption} <= {Role.CAPTION, Role.DUPLICATE}
        assert page.text.split("\n\n") == list(GERMAN)


def test_a_signed_paragraph_that_is_long_is_a_report_by_itself() -> None:
    assert credits(f"{GERMAN[0]} {GERMAN[1]} (dpa)", GERMAN[2]) == [False, False]
