"""Requests: what sites ask of their readers is told for that in many languages, wherever the phrase stands."""

from __future__ import annotations

import pytest

from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.view import View
from newsclean.reading.text import read_text

BEHIND = [  # the phrase closes the sentence, before a full stop of the script
    ("ja", "newsletter", "働く人びとの新聞を、これからもご支援ください。"),
    ("ja", "paywall", "定期購読者の方は、無料で会員登録できます。"),
    ("hi", "newsletter", "हर सुबह की खबरों के लिए एप डाउनलोड करें।"),
    ("ur", "newsletter", "تازہ خبروں کے لیے ہماری ایپ ڈاؤن لوڈ کریں۔"),
    ("tr", "newsletter", "Bu akşam Liman Gazetesi uygulamasını indirin."),
]
BEFORE = [
    ("de", "newsletter", "Unterstützen Sie unseren unabhängigen Journalismus mit einem Beitrag."),
    ("uk", "newsletter", "Завантажте наш застосунок і стежте за новинами."),
    ("pl", "comment", "Zauważyłeś błąd? Zgłoś go nam."),
    ("hu", "paywall", "Ez a cikk csak előfizetőknek érhető el."),
    ("da", "comment", "Kommentarfeltet er lukket."),
    ("id", "ad", "Scroll untuk melanjutkan membaca."),
    ("ko", "consent", "당사는 쿠키를 사용합니다."),
    ("fi", "share", "Kuuntele juttu."),
    ("es", "also", "Para saber más: cómo se descubrió la grieta"),
    ("ta", "also", "இது பற்றி மேலும்: விரிசல் எப்படிக் கண்டறியப்பட்டது"),
    ("lt", "nav", "Raktažodžiai: keltas, uostas"),
    ("vi", "updated", "Thời gian đọc: 4 phút"),
    ("uk", "byline", "Текст: Лена Галова"),
    ("hu", "copyright", "Felelős szerkesztő: Lund Péter"),
]
ALONE = [  # the whole line
    ("cs", "related", "Právě se čte"),
    ("ur", "comment", "جواب دیں"),
    ("te", "share", "తర్వాత చదవండి"),
    ("sw", "consent", "Nakubali"),
    ("el", "newsletter", "Το email σας"),
    ("fa", "nav", "صفحه نخست"),
]
ARTICLES = [  # that begin much like them
    "Aiutaci a trovare il cane, chiedeva la bambina ai passanti.",
    "免费注册的医生将在三个月内到岗，卫生部门周一表示。",
    "文章未完成时，他已经病了三个月。",
    "Heb je een tip voor een goed boek, vroeg de bibliotheek haar lezers.",
    "இது பற்றி மேலும் அவர் கூறியதாவது, படகு மீண்டும் ஓடும்.",
    "এ নিয়ে আরও তদন্ত হবে, জানিয়েছেন জেলা প্রশাসক।",
    "इस पर और चर्चा अगले हफ्ते होगी, मंत्री ने कहा।",
    "Právě se čte rozsudek, hlásil rozhlas v poledne.",
    "Другие читают книги, а он чинит лодки.",
    "אחרים קוראים להחרים את המעבורת.",
    "Lo que más se lee en verano son novelas de barcos.",
    "Det läser andra kommuner som ett löfte.",
]


@pytest.mark.parametrize(("language", "family", "line"), [*BEHIND, *BEFORE, *ALONE])
def test_what_a_site_asks_has_a_cue(language: str, family: str, line: str) -> None:
    assert View(read_text(line)).cues[INDEX[family], 0] > 0, language


@pytest.mark.parametrize("line", ARTICLES)
def test_sentences_of_articles_have_none(line: str) -> None:
    assert not (View(read_text(line)).cues > 0).any()
