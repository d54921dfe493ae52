"""Evidence in many scripts: words, ends of sentences, and the small words that prose is held together by."""

from __future__ import annotations

import math

import pytest

from tests.evidence_of import EVIDENCE, page, say

SENTENCES = {
    "Latin": ("The old bridge is closed.", 5),
    "Cyrillic": ("Старый мост закрыт.", 3),
    "Greek": ("Η παλιά γέφυρα έκλεισε.", 4),
    "Arabic": ("هل الجسر القديم مغلق؟", 4),
    "Hebrew": ("הגשר הישן סגור.", 3),
    "Devanagari": ("पुराना पुल बंद है।", 4),
    "Bengali": ("পুরানো সেতু বন্ধ।", 3),
    "Tamil": ("பழைய பாலம் மூடப்பட்டது.", 3),
    "Thai": ("สะพานปิด!", 2),
    "Chinese": ("旧桥关闭。", 2),
    "Japanese": ("橋は閉鎖。", 2),
    "Korean": ("낡은 다리가 닫혔다.", 3),
}


@pytest.mark.parametrize(("sentence", "count"), SENTENCES.values(), ids=SENTENCES)
def test_words_and_sentence_ends_in_many_scripts(sentence: str, count: int) -> None:
    open_end = sentence[:-1]
    view = page(sentence, open_end, f"«{sentence}»", f"“{sentence}”)")
    assert view.words.tolist() == [count] * 4
    assert view.sentence_end.tolist() == [1, 0, 1, 1]
    assert EVIDENCE["chars"](view).tolist() == pytest.approx(
        [math.log1p(len(t)) for t in view.doc.text.split("\n")[:4]]
    )


@pytest.mark.parametrize("end", [". »", ".\u00a0»", ".\u202f»", " ! »"])
def test_a_blank_before_the_closing_mark_hides_no_sentence_end(end: str) -> None:
    view = page(f"« Le vieux pont est fermé{end}", "« Le vieux pont »", "Le vieux pont (1883 )")
    assert view.sentence_end.tolist() == [1, 0, 0]


FUNCTION_WORDS = {
    "en": ("the bridge of the town is on the river", "Sports Culture Weather"),
    "de": ("die Brücke in der Stadt ist nicht mehr offen", "Sport Kultur Wetter"),
    "ru": ("мост в городе был закрыт после того как", "Спорт Культура Погода"),
    "el": ("η γέφυρα και το ποτάμι είναι στο λιμάνι", "Αθλητικά Πολιτισμός Καιρός"),
    "ar": ("الجسر في المدينة كان مغلقا بعد ذلك", "رياضة ثقافة طقس"),
    "he": ("הגשר לא היה פתוח כי הוא ישן", "ספורט תרבות"),
    "hi": ("यह पुल नहीं था और बाद में", "खेल संस्कृति मौसम"),
    "bn": ("এই সেতু থেকে এবং তার পর", "খেলা সংস্কৃতি আবহাওয়া"),
    "ta": ("அந்த பாலம் ஒரு இந்த அது", "விளையாட்டு கலாச்சாரம்"),
    "ko": ("다리 및 이번 지난 위해 있는", "스포츠 문화 날씨"),
}


@pytest.mark.parametrize(("prose", "labels"), FUNCTION_WORDS.values(), ids=FUNCTION_WORDS)
def test_function_words(prose: str, labels: str) -> None:
    of_prose, of_labels = say("function_words", prose, labels)
    assert of_prose >= 0.3
    assert of_labels == 0
