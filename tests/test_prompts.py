"""What pages say between paragraphs of an advertisement, of their channels and of mistakes goes wherever it stands, in
many languages; what an article says of such things stays."""

from __future__ import annotations

import pytest

from newsclean import clean
from newsclean.scoring.lone_lines import is_lone
from tests.texts import MILL

PROMPTS = (
    "Advertisement – continue reading",
    "Publicité – la suite de l'article",
    "Annonse – artikkelen fortsetter under",
    "Reklama: dalszy ciąg tekstu poniżej",
    "Реклама — продолжение ниже",
    "Reklam – haberin devamı için kaydırın",
    "विज्ञापन – आगे पढ़ें",
    "광고 – 기사가 계속됩니다",
    "Never miss a story: follow us on Telegram.",
    "Nichts mehr verpassen: Folgen Sie unserem Kanal!",
    "Nu rata nimic, urmărește-ne pe WhatsApp.",
    "Nič vám neunikne, keď budete sledovať náš kanál!",
    "Spotted a mistake? Tell us.",
    "Une erreur dans cet article ? Merci de nous la signaler.",
    "Har du hittat ett fel? Mejla oss!",
    "Našli ste chybu? Nahláste ju redakcii.",
    "Нашли ошибку? Выделите её и нажмите Ctrl+Enter.",
    "वर्तनी की गलती दिखी? हमें लिखें।",
    "Did you make this recipe?",
    "¿Has probado esta receta?",
    "Question 2 of 5",
    "Frage 3 von 10",
    "Was this forwarded to you?",
)
ARTICLES = (
    "Did you make this chair yourself?",
    "Question 2 of the exam was wrong, the teachers said.",
    "Was this forwarded to your lawyer?",
    "Advertisement – a trade that lives on rivers",
    "Publicité – un marché en recul de dix pour cent",
    "Reklama: walka o klienta trwa od rana",
    "Реклама — двигатель торговли, считает мэр",
    "Never miss a tide: the harbourmaster's three rules",
    "Verpassen Sie nichts von diesem Tal, rät die Wirtin, und steigen Sie bis zum Kanal hinauf.",
    "Nu rata nimic din vedere, i-a spus mecanicul ucenicului.",
    "Spotted a mistake? The surveyor did, and the bridge was built twelve metres too short.",
    "Našli ste chybu? spýtal sa učiteľ triedy, ktorá mlčala.",
    "Нашли ошибку? Учитель молчал, а доска была исписана.",
)


@pytest.mark.parametrize("line", PROMPTS)
def test_a_prompt_goes_wherever_it_stands(line: str) -> None:
    assert is_lone(line, sentence=True, edge=False)
    assert clean("\n\n".join((*MILL[:2], line, MILL[2]))).split("\n\n") == list(MILL)


@pytest.mark.parametrize("line", ARTICLES)
def test_what_an_article_says_is_none(line: str) -> None:
    assert not is_lone(line, sentence=True)
    assert not is_lone(line)
