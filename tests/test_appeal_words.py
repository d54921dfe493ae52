"""Appeal words: what phrases of a lexicon say of a text, in its own language and in others."""

from __future__ import annotations

import pytest

from newsclean.evidence.appeal_words import Appeal, AppealWords, Said
from newsclean.evidence.folding import folded
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.line_phrases import evened
from tests.appeals import APPEALS, ARTICLE, said


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("Sign up for our newsletter", "en", Appeal.OWN | Appeal.ASK | Appeal.CALL | Appeal.OUR | Appeal.TRADE),
        ("Schreiben Sie uns an tag@kurier.example", "de", Appeal(62) | Appeal.TRADE),
        ("Подпишитесь на рассылку", "ru", Appeal.OWN | Appeal.CALL | Appeal.LAST | Appeal.TRADE),
    ],
)
def test_what_a_text_says(text: str, code: str, says: Appeal) -> None:
    assert says in {one.says for one in said(text, code)}


def test_words_of_another_language_say_nothing() -> None:
    assert said("Подпишитесь на рассылку", "en") == []
    assert said("Подпишитесь на рассылку", None) == said("Подпишитесь на рассылку", "ru")


def test_english_and_scripts_of_their_own_are_read_everywhere() -> None:
    assert said(APPEALS["en"], "fi")
    assert said(APPEALS["ja"], "en")


@pytest.mark.parametrize("text", [*APPEALS.values(), *ARTICLE, f"{APPEALS['zh']} {APPEALS['de']}", "post@tarn.example"])
def test_where_the_language_is_not_known_all_are_read(text: str) -> None:
    words, line = lexicon().appeal, evened(folded(text))
    by_each = [words.read(line, code) for code in words.sections]
    assert {said for found in by_each for said in found} == set(words.read(line, None))
    assert words.addresses(line, None) == any(words.addresses(line, code) for code in words.sections)
    assert words.telling([line], None) == [any(words.telling([line], code)[0] for code in words.sections)]


def test_a_stem_may_go_on_and_a_word_may_not() -> None:
    words = AppealWords()
    words.add("xx", {"own": ["letter", "bülten-"]})
    assert words.read("a letter") == [Said(Appeal.OWN, 1, 1)]
    assert words.read("a letterbox") == []
    assert words.read("bültenimiz") == [Said(Appeal.OWN, 1, 1)]
    assert words.read("e-bülten") == [Said(Appeal.OWN, 1, 1)]


def test_a_short_stem_may_go_on_as_well() -> None:
    words = AppealWords()
    words.add("xx", {"own": ["구독-", "üye-"]})
    for text in ("구독", "구독하세요", "üyelerimiz", "üye"):
        assert words.read(text) == [Said(Appeal.OWN, 1, 1)]
        assert words.telling([text]) == [True]
    assert words.read("재구독") == []


def test_forms_of_one_word_are_one_thing() -> None:
    words = AppealWords()
    words.add("xx", {"own": ["newsletter", "newsletters", "podcast"]})
    assert words.read("newsletter newsletters") == [Said(Appeal.OWN, 1, 1)]
    assert words.read("newsletter podcast") == [Said(Appeal.OWN, 2, 2)]


def test_all_numbers_are_read_as_one() -> None:
    words = AppealWords()
    words.add("xx", {"own": ["save up to 0%"]})
    for text in ("save up to 5%", "now save up to 33.5% today"):
        assert words.read(text) == [Said(Appeal.OWN, 1, 1)]
        assert words.telling([text]) == [True]
    assert words.read("save up to half") == []
    words.add("xx", {"our": ["0 of us"], "your": ["0 of you"]})
    assert words.addresses("4 of us and 5 of you")
    assert words.turns("4 of us")


def test_parts_that_lie_within_each_other_are_one_place() -> None:
    words = AppealWords()
    words.add(
        "xx", {"own": ["our newsletter"], "call": ["sign up for our newsletter"], "trade": ["newsletter", "quiz"]}
    )
    assert [said.places for said in words.read("sign up for our newsletter")] == [1]
    assert [said.places for said in words.read("newsletter, newsletter")] == [1]
    assert [said.places for said in words.read("our newsletter has a quiz")] == [2]
