"""What a newsletter's box says of itself goes at an article's end, in many languages; what an article says of mail, and
of what comes every day, stays."""

from __future__ import annotations

import pytest

from newsclean import clean
from newsclean.scoring.lone_lines import is_lone
from tests.texts import MILL

BOXES = (
    "Every weekday at six: the day's local stories in your inbox.",
    "Jeden Freitag um 17 Uhr: die Nachrichten der Küste in Ihrem Postfach.",
    "Chaque matin, l'essentiel de la côte dans votre boîte mail.",
    "Cada mañana, lo esencial de la comarca en tu correo.",
    "Ogni sera le notizie del porto nella tua casella.",
    "Elke werkdag het nieuws uit de streek in uw mailbox.",
    "Varje vecka: traktens nyheter direkt i din inkorg.",
    "Co tydzień najważniejsze wiadomości z wybrzeża w twojej skrzynce.",
    "Každé ráno zprávy z kraje ve vaší schránce.",
    "Minden reggel a környék hírei a postaládájában.",
    "Каждый день главное о заливе вам на почту.",
    "كل صباح أهم أخبار الساحل في بريدك",
    "हर सुबह तट की खबरें आपके इनबॉक्स में।",
    "매일 아침 해안 소식을 메일로 보내 드립니다.",
)
ARTICLES = (
    "Every morning, dozens of angry messages land in your inbox, the councillor said.",
    "Every day the postwoman brings the news of the valley, and no letter.",
    "Jeden Freitag lagen zwei Rechnungen in Ihrem Postfach, hielt der Richter dem Angeklagten vor.",
    "Chaque matin, le facteur dépose le journal dans la boîte aux lettres de l'école.",
    "Cada mañana llegan las noticias del puerto a la plaza, donde las lee el alguacil.",
    "Elke werkdag brengt de pont het nieuws van de overkant naar de bakker.",
    "Każdego dnia listonosz przynosi wiadomości z wybrzeża do szkoły.",
    "Каждый день почтальон приносит новости на почту в соседнем селе.",
    "हर सुबह तट की खबरें नाव से गांव तक पहुंचती हैं।",
)


@pytest.mark.parametrize("line", BOXES)
def test_a_box_goes_below_an_article(line: str) -> None:
    assert is_lone(line, sentence=True)
    assert clean("\n\n".join((*MILL, line))).split("\n\n") == list(MILL)


@pytest.mark.parametrize("line", BOXES)
def test_it_is_told_at_an_edge_alone(line: str) -> None:
    assert not is_lone(line, sentence=True, edge=False)


@pytest.mark.parametrize("line", ARTICLES)
def test_what_an_article_says_is_none(line: str) -> None:
    assert not is_lone(line, sentence=True)
