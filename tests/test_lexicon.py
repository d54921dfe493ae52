"""The lexicons' form, and what they tell: letters with dots, calls to a channel, lines that close a feed's entries."""

from __future__ import annotations

import string
import tomllib
import unicodedata
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from newsclean.evidence.folding import NEAR, folded, unmarked
from newsclean.evidence.lexicon import INDEX, WHOLE
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.view import View
from newsclean.reading.text import read_text

LEADING = tuple("»►▶•–—-–>[(")
CUES = (
    "also", "related", "share", "newsletter", "paywall", "credit", "copyright", "byline", "ad", "updated",
    "correction", "comment", "consent", "nav", "bio",
)  # fmt: skip
KEYS = {
    "start": set(CUES),
    "whole": set(CUES),
    "end": {*CUES, "timestamp"} - {"updated"},
    "within": {"also"},
    "line": {
        "button",
        "page",
        "plea",
        "count",
        "mail",
        "ask",
        "form",
        "embed",
        "player",
        "browser",
        "consent",
        "login",
        "picture",
        "rating",
        "print",
        "copyright",
        "disclosure",
        "signup",
        "offer",
        "advert",
        "support",
        "follow",
        "tools",
        "rights",
    },
    "boilerplate": {"lines"},
    "appeal": {"own", "shared", "ask", "call", "our", "your", "last", "trade"},
    "bio": {"about", "self", "writes", "post", "article", "determiner"},
    "caption": {"bracket", "label", "start", "named"},
    "machine": {"by", "made", "part", "summary", "care"},
    "notice": {"title", "within", "vague"},
    "author": {"by", "is", "job", "agency", "editor", "medium", "trait"},
    "dates": {"months", "weekdays", "ago", "changed", "reading"},
    "words": {"comments", "hail", "me", "replies", "stop"},
}
RULE = ("opens", "holds", "also")
CODES = {code for code in map(str, Locale("en").languages) if code.isalpha()}
"""The languages that Unicode's CLDR names, by their codes of ISO 639: two letters where there are two, else three; and
"und", which stands for no certain one. Babel comes with trafilatura."""
FOLDER = files("newsclean") / "data" / "lexicon"
NAMES = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".toml"))


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


LANGUAGES = {name.removesuffix(".toml"): load(name) for name in NAMES}


def lists(language: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    named = [
        (section, key, entries.splitlines() if isinstance(entries, str) else entries)
        for section in KEYS
        for key, entries in language.get(section, {}).items()
    ]
    rules = language.get("rule", [])
    return named + [("rule", key, rule[key]) for rule in rules for key in RULE if key in rule]


def test_at_least_thirty_languages_and_one_for_all() -> None:
    assert "und" in LANGUAGES
    assert len(LANGUAGES) >= 31


def test_the_docs_name_them_all() -> None:
    said = (Path(__file__).parents[1] / "docs" / "inputs.md").read_text(encoding="utf-8")
    names = sorted(file["language"] for code, file in LANGUAGES.items() if code != "und")
    assert f"known in {', '.join(names[:-1])} and {names[-1]}." in " ".join(said.split())


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_file_says_which_language_it_is(code: str) -> None:
    assert code in CODES
    assert LANGUAGES[code]["code"] == code
    assert LANGUAGES[code]["language"][0] in string.ascii_uppercase


@pytest.mark.parametrize("code", LANGUAGES)
def test_only_known_sections_and_keys(code: str) -> None:
    language = LANGUAGES[code]
    assert set(language) <= {"language", "code", "rule", *KEYS}
    for rule in language.get("rule", []):
        assert {"kind", "opens"} <= set(rule) <= {*RULE, "kind", "edge", "short"}, rule
    for section, key, entries in lists(language):
        assert section == "rule" or key in KEYS[section], (section, key)
        assert entries, f"{section}.{key} is empty; leave it out"


@pytest.mark.parametrize("code", LANGUAGES)
def test_openings_of_rules_can_be_met(code: str) -> None:
    for rule in LANGUAGES[code].get("rule", []):
        for opening in rule["opens"]:
            assert len(opening) >= NEAR, (code, opening)
            assert not opening.startswith(LEADING), (code, opening)


@pytest.mark.parametrize("code", LANGUAGES)
def test_entries_are_in_the_form_in_which_they_are_compared(code: str) -> None:
    for section, key, entries in lists(LANGUAGES[code]):
        for entry in entries:
            composed = unicodedata.normalize("NFC", folded(entry))
            assert entry == " ".join(composed.split()), (section, key, entry)


@pytest.mark.parametrize("code", LANGUAGES)
def test_entries_are_sorted_and_stand_once(code: str) -> None:
    for section, key, entries in lists(LANGUAGES[code]):
        if key in ("months", "weekdays"):
            assert len(set(entries)) == len(entries), (section, key)
        else:
            assert [(a, b) for a, b in pairwise(entries) if a >= b] == [], (section, key)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_entry_both_opens_a_block_and_is_a_whole_one(code: str) -> None:
    language = LANGUAGES[code]
    for key in CUES:
        assert not set(language.get("start", {}).get(key, ())) & set(language.get("whole", {}).get(key, ())), key


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_matcher_strips_from_a_block_is_not_in_an_entry(code: str) -> None:
    for section, key, entries in lists(LANGUAGES[code]):
        if section in ("start", "whole"):
            assert [entry for entry in entries if entry != unmarked(entry)] == [], (section, key)
        if section == "whole":
            assert [entry for entry in entries if entry.endswith((":", ".", "!", "?", "»"))] == [], key
        if section == "end":
            assert [entry for entry in entries if entry.endswith(".")] == [], key


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "und"])
def test_every_language_has_what_the_evidence_asks_for(code: str) -> None:
    language = LANGUAGES[code]
    families = {*language.get("start", {}), *language.get("whole", {})}
    assert families >= {"also", "related", "credit", "copyright", "byline", "ad", "updated"}
    assert len(language["dates"]["months"]) >= 12
    assert len(language["dates"]["weekdays"]) >= 7
    assert language["dates"]["changed"]
    assert 25 <= len(language["words"]["stop"]) <= 60


@pytest.mark.parametrize("line", ["İlgili Haberler", "İLGİLİ HABERLER", "i\u0307lgili haberler", "ilgili haberler"])
def test_the_capital_i_of_turkish_is_the_small_one_of_a_phrase(line: str) -> None:
    assert folded(line) == "ilgili haberler"
    doc = read_text(f"{line}\n\nKedi bulundu")
    cues = lexicon().look_up(doc, doc.ends)
    assert cues[INDEX["related"]].tolist() == [WHOLE, 0]


def test_letters_with_a_dot_above_that_is_their_own_are_folded_as_ever() -> None:
    assert folded("Żółw İZMİR ė ˙") == unicodedata.normalize("NFKC", "żółw izmir ė ˙").casefold()


def test_function_words_of_turkish_are_known_with_their_capital() -> None:
    capital, small = (View(read_text(text)).tokens for text in ("İle İçin İki", "ile için iki"))
    assert capital.hash.tolist() == small.hash.tolist()


PROMOS = [
    "Telegram-канал",
    "Наш Telegram-канал: новости города",
    "Все подробности читатель найдет в нашем Telegram-канале",
    "Мы в Telegram",
    "Приєднуйтесь до нашого каналу",
    "Усі подробиці можна знайти в нашому Telegram-каналі",
    "YouTube kanalımıza katılın",
    "हमारे टेलीग्राम चैनल से जुड़ें",
    "আমাদের টেলিগ্রাম চ্যানেল",
    "எங்கள் வாட்ஸ்அப் சேனல்",
    "Channel WhatsApp kami",
    "Theo dõi kênh của chúng tôi",
    "تابع قناتنا على يوتيوب",
    "ما را در تلگرام دنبال کنید",
    "הצטרפו לקבוצת הוואטסאפ",
]
REPORTS = [
    "Telegram-канал «Маяк» сообщил, что паром снова ходит.",
    "Telegram-канал міськради повідомив, що пором знову ходить.",
    "Нашли пропавшую козу.",
    "Telegram kanalı kapatılan dernek karara itiraz etti.",
    "Kênh đào được mở lại hôm thứ Hai.",
]


@pytest.mark.parametrize("line", PROMOS)
def test_what_calls_readers_to_a_channel_is_a_cue(line: str) -> None:
    doc = read_text(line)
    assert lexicon().look_up(doc, doc.ends)[INDEX["newsletter"]].tolist() != [0]


@pytest.mark.parametrize("line", REPORTS)
def test_a_report_of_a_channel_is_none(line: str) -> None:
    doc = read_text(line)
    assert not lexicon().look_up(doc, doc.ends).any()


def test_a_closing_line_is_known_by_how_it_opens_and_by_what_stands_in_it() -> None:
    paragraph = "The post office's comet appeared first on a plate that was taken in 1908 and then forgotten. " * 5
    closing = "The post Ferry sinks at its own launch appeared first on The Vale Review."
    other = "A photograph appeared first on Monday, and the rest came later."
    doc = read_text("\n\n".join([paragraph, closing, other, "Der Beitrag Fähre sinkt erschien zuerst auf Talblatt."]))
    assert doc.block_text(1) == closing
    assert lexicon().closing_lines(doc).tolist() == [False, True, False, True]
