"""Labels on pages whose words are hardly known: a cue counts for more there, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.scorer import log_odds, scorer
from newsclean.scoring.unfamiliar import CLOSING, MORE, UNFAMILIAR, WEIGHT, known_share, korean_prose, mended
from tests.texts import BRIDGE

POLISH = (
    "Rada miasta Zalesie zdecydowała w poniedziałek o zamknięciu starego mostu na większą część zimy, po tym jak w "
    "dwóch filarach znaleziono pęknięcia.",
    "Nikt na posiedzeniu nie bronił mostu, który ma osiemdziesiąt lat i którym codziennie przejeżdża około czterech "
    "tysięcy samochodów.",
    "„Łataliśmy go, póki się dało” – powiedziała Halina Wrona. „Pieniądze na nowy są obiecane od 2011 roku”.",
    "Kupcy ze wschodniego brzegu boją się o święta. Piekarz Józef Miska powiedział, że połowa jego klientów "
    "przychodzi z drugiej strony.",
    "Decyzja w sprawie nowego mostu spodziewana jest w marcu, gdy powiat ogłosi budżet.",
)


def page(label: str, text: tuple[str, ...] = POLISH, at: int = 3) -> str:
    return "\n\n".join([*text[:at], label, *text[at:]])


@pytest.mark.parametrize("label", ["Tagi: most, ruch", "Dalsza część artykułu pod reklamą"])
def test_a_label_goes_and_the_reason_says_why(label: str) -> None:
    source = page(label)
    assert clean(source).split("\n\n") == list(POLISH)
    (block,) = [block for block in explain(source).blocks if block.text == label]
    (reason,) = [reason for reason in block.reasons if reason.name == "an unfamiliar label"]
    assert reason.weight == pytest.approx(-WEIGHT, abs=0.01)


@pytest.mark.parametrize("line", ["Zalesie, poniedziałek wieczorem", "Zdjęcia i rysunki mostu z archiwum"])
def test_a_short_line_behind_the_text_goes_and_the_reason_says_why(line: str) -> None:
    source = page(line, at=len(POLISH))
    assert clean(source).split("\n\n") == list(POLISH)
    (block,) = [block for block in explain(source).blocks if block.text == line]
    weights = {reason.name: reason.weight for reason in block.reasons}
    assert weights["a short line behind unfamiliar text"] == pytest.approx(-WEIGHT, abs=0.01)
    assert line in clean(source, prefer="recall")


def test_a_list_behind_the_text_is_none_of_them() -> None:
    table = {"Zalesie": 31, "Wrony": 28, "Miska": 24, "Bór": 9}
    lines = [f"{name} – {points} punktów" for name, points in table.items()]
    scored = scorer("text").score(View(read("\n\n".join([*POLISH, *lines]))))
    after = mended(scored, scorer("text").vocabulary)[len(POLISH) :]
    assert after.tolist() == scored.score[len(POLISH) :].tolist()


def test_a_line_above_items_that_may_stay_is_none_of_them() -> None:
    heading, items = "Mosty w okolicy", ["- Most kamienny", "- Most żelazny"]
    scored = scorer("markdown").score(View(read("\n\n".join([*POLISH, heading, "\n".join(items)]), "markdown")))
    liked = replace(scored, score=np.full(scored.view.n, 0.6, np.float32))
    after = mended(liked, scorer("markdown").vocabulary)
    at = scored.view.n - len(items) - 1
    assert scored.view.doc.read_text(at) == heading
    assert after[at] >= np.float32(0.6)


def test_the_closing_line_of_a_feed_goes_whatever_the_language() -> None:
    line = "The post Bridge closed for the winter appeared first on Marrow Bay Courier."
    source = page(line, BRIDGE, len(BRIDGE))
    assert clean(source).split("\n\n") == list(BRIDGE)
    (block,) = [block for block in explain(source).blocks if block.text == line]
    assert {reason.name: reason.weight for reason in block.reasons}["an unfamiliar label"] == pytest.approx(
        -CLOSING, abs=0.01
    )


def test_who_prefers_recall_keeps_what_was_kept() -> None:
    label = "Tagi: most, ruch"
    assert label in clean(page(label), prefer="recall")


def test_a_paragraph_that_begins_like_a_label_is_none() -> None:
    paragraph = "Czas czytania " + POLISH[1][0].lower() + POLISH[1][1:] + " Tak powiedziano na posiedzeniu rady miasta."
    scored = scorer("text").score(View(read(page(paragraph))))
    assert mended(scored, scorer("text").vocabulary)[3] == pytest.approx(scored.score[3])


def test_chances_change_by_the_weights_and_only_where_words_are_unknown() -> None:
    learned = scorer("text")
    for text, label, few in ((POLISH, "Reklama", True), (BRIDGE, "Read more: Ferry timetable", False)):
        scored = learned.score(View(read(page(label, text, 2))))
        scored = replace(scored, score=np.full(len(text) + 1, 0.8, np.float32))
        added = (log_odds(mended(scored, learned.vocabulary)) - log_odds(scored.score)).round(2).tolist()
        assert added == [MORE if few else 0] * 2 + [-WEIGHT if few else 0] + [MORE if few else 0] * (len(text) - 2)
        assert (known_share(scored.view, learned.vocabulary) <= UNFAMILIAR) is few
        kept = (log_odds(mended(scored, learned.vocabulary, labels=False)) - log_odds(scored.score)).round(2).tolist()
        assert kept == [*added[:2], 0, *added[3:]]


@pytest.mark.parametrize(
    ("lines", "raised"),
    [
        (["Objazd trwa dwie godziny"], [True]),
        (["Kto za to zapłaci?"], [True]),
        (["Objazd trwa dwie godziny", "Nie każdy może czekać."], [True, True]),
        (["Halina Wrona"], [False]),
        (["Objazd trwa dwie godziny, 14 czerwca 2025"], [False]),
        (["(Fot. Jan Rudzki, Zalesie)"], [False]),
        (["Objazd trwa dwie godziny", "Kto za to zapłaci", "Nie każdy może czekać."], [False, False, False]),
        (["Zobacz także"], [False]),
        (["Objazd trwa dwie godziny..."], [False]),
        (["Objazd trwa dwie godziny…"], [False]),
        (["Zobacz także", "Stocznia w Tarn szuka uczniów", "Objazd trwa dwie godziny"], [False, False, True]),
        (["Reklama", "Objazd trwa dwie godziny"], [False, True]),
    ],
)
def test_a_sub_heading_between_paragraphs_is_raised(lines: list[str], raised: list[bool]) -> None:
    learned = scorer("text")
    source = "\n\n".join([*POLISH[:2], *lines, *POLISH[2:]])
    scored = learned.score(View(read(source)))
    scored = replace(scored, score=np.full(scored.view.n, 0.8, np.float32))
    added = log_odds(mended(scored, learned.vocabulary)) - log_odds(scored.score)
    assert (added[2 : 2 + len(lines)] > 0).tolist() == raised


def test_a_sub_heading_is_not_raised_below_what_is_not_liked() -> None:
    learned = scorer("text")
    scored = learned.score(View(read("\n\n".join([*POLISH[:2], "Objazd trwa dwie godziny", *POLISH[2:]]))))
    scored = replace(scored, score=np.full(scored.view.n, 0.2, np.float32))
    assert mended(scored, learned.vocabulary)[2] == pytest.approx(0.2)


def test_what_the_page_prints_twice_is_no_sub_heading() -> None:
    learned, line = scorer("text"), "Objazd trwa dwie godziny"
    scored = learned.score(View(read("\n\n".join([line, *POLISH[:2], line, *POLISH[2:]]))))
    scored = replace(scored, score=np.full(scored.view.n, 0.8, np.float32))
    assert mended(scored, learned.vocabulary)[3] == pytest.approx(0.8)


def test_items_of_lists_are_no_prose() -> None:
    scored = scorer("text").score(View(read("\n".join(f"• {paragraph}" for paragraph in POLISH))))
    assert scored.view.doc.item.all()
    assert mended(scored, scorer("text").vocabulary) is scored.score


def test_prose_of_unknown_words_is_told_so_among_the_reasons() -> None:
    block = explain("\n\n".join(POLISH)).blocks[1]
    assert {reason.name: reason.weight for reason in block.reasons}["unfamiliar prose"] == pytest.approx(MORE, abs=0.01)


@pytest.mark.parametrize("source", ["", "Reklama", "Reklama\n\nReklama", "…"])
def test_little_or_nothing(source: str) -> None:
    assert clean(source) == explain(source).text


def test_a_line_within_prose_is_told_so_among_the_reasons() -> None:
    block = explain("\n\n".join([*POLISH[:2], "Objazd trwa dwie godziny", *POLISH[2:]])).blocks[2]
    assert {reason.name: reason.weight for reason in block.reasons}["a line within unfamiliar prose"] == pytest.approx(
        MORE, abs=0.01
    )


KOREAN_MENU = (
    "홈\n정치\n경제\n지역\n문화\n로그인\n구독\n북부 해안 여섯 곳 해수욕 금지\n문마라 기자\n"
    "입력 2025.02.13 10:20\n읽는 시간 4분\n공유\n페이스북"
)
KOREAN_STORY = (
    "해안도는 30일 녹조가 번진 북부 해안 여섯 곳의 해수욕을 다음 안내가 있을 때까지 금지한다고 밝혔다.",
    "대상은 수영만, 곶, 물레방아, 모래언덕, 옛 나루, 성 아래 해변이다.",
    "도는 날마다 물을 떠서 검사하고, 두 번 잇따라 기준에 맞으면 다시 열기로 했다.",
    "두통이나 눈 따가움을 느끼는 사람은 해변을 떠나 병원을 찾아 달라고 당부했다.",
)
KOREAN_FOOT = (
    "태그\n항구\n시청\n다음 기사\n많이 본 뉴스\n쓰레기 배출 새 규칙\n통 네 개, 색 세 가지, 예외 하나.\n"
    "시장의 긴 작별\n열여덟 해 만에 책상을 비운다.\n회사 소개\n문의\n광고 안내\n이용약관\n개인정보"
)


def test_short_korean_sentences_are_prose() -> None:
    lines = [*KOREAN_STORY[:2], "해수욕 금지\n반려견 출입 금지", *KOREAN_STORY[2:]]
    page = "\n".join([KOREAN_MENU, "링크 복사\n카카오톡\n메일\n저장\n선물하기", *lines, KOREAN_FOOT])
    assert clean(page).split() == "\n".join(lines).split()
    reasons = {reason.name for block in explain(page).blocks if block.kept for reason in block.reasons}
    assert "unfamiliar prose" in reasons


def test_a_korean_front_without_an_article_is_none() -> None:
    assert clean(f"{KOREAN_MENU}\n{KOREAN_FOOT}") == ""


def test_seven_words_of_a_korean_sentence_are_prose() -> None:
    lines = (
        "극장은 이듬해 봄에 지어졌고 좌석은 모두 삼백석이다.",
        "좌석은 모두 삼백석이다.",
        "극장은 이듬해 봄에 지어졌고 좌석은 모두 삼백석",
        "The cinema was built a year later in spring.",
    )
    assert korean_prose(View(read("\n".join(lines), "text"))).tolist() == [True, False, False, False]


FOUND_ABOVE = (
    *POLISH,
    "Do tego czasu ruch pieszy ma przejąć prom, który kursował tu już po powodzi i mieści czterdzieści osób.",
    "Radny Adam Sowa domaga się kładki, ale na nią nie ma pieniędzy, a rzeka jest w tym miejscu szeroka na sto metrów.",
    "Kierowców czeka objazd przez Lipowiec, o dwadzieścia kilometrów dłuższy i zimą często zasypany śniegiem.",
)
TEASER = "W sobotę na rynku zagra orkiestra dęta z sąsiedniego powiatu, a wstęp na koncert jest wolny dla wszystkich."


def prose_raised(lines: tuple[str, ...], low: tuple[str, ...]) -> list[str]:
    """The lines whose chances rise, where some are not liked."""
    learned = scorer("text")
    scored = learned.score(View(read("\n\n".join(lines), "text")))
    chances = np.array([0.2 if line in low else 0.9 for line in lines], np.float32)
    changed = mended(replace(scored, score=chances), learned.vocabulary) > chances + 0.01
    return [line for line, more in zip(lines, changed.tolist(), strict=True) if more]


def test_prose_below_an_article_that_is_found_is_not_raised() -> None:
    assert TEASER in prose_raised((*POLISH[:3], "Muzyka", TEASER), ("Muzyka", TEASER))
    assert not prose_raised((*FOUND_ABOVE, "Muzyka", TEASER), ("Muzyka", TEASER))


def test_prose_right_above_an_article_is_raised_and_further_up_it_is_not() -> None:
    labels = tuple(f"Dział {number}" for number in "ABCDEFG")
    assert prose_raised((TEASER, *labels[:6], *FOUND_ABOVE), (TEASER, *labels)) == [TEASER]
    assert not prose_raised((TEASER, *labels, *FOUND_ABOVE), (TEASER, *labels))


def test_in_a_live_blog_all_prose_is_raised() -> None:
    entries = [line for at, text in enumerate(FOUND_ABOVE) for line in (f"1{at}:20", text)]
    assert TEASER in prose_raised((*entries, "18:20", TEASER), ("18:20", TEASER))
