"""What buttons, players, missing pictures and blocked posts say goes from between the paragraphs, in 25 languages, and
sub-headings and sentences of articles on such things do not."""

from __future__ import annotations

import pytest

from newsclean import clean, explain
from newsclean.evidence.folding import folded
from newsclean.evidence.line_phrases import evened
from newsclean.lab.strays import Article, articles, strays_folder
from newsclean.scoring.boilerplate import is_boilerplate
from newsclean.scoring.lone_lines import is_lone

ARTICLES = articles(strays_folder())
LEAST = {"en": 46, "zh": 9}
"""Lines of a language that are told, at least; of the others ten of sixteen. The rest is left to the scores."""
KNOWN = {
    "All rights reserved, said the stamp on the photograph, and that was the only clue to who took it.",
    "Abonnez-vous, et tâchez ensuite de vous désabonner : notre enquêteur y a mis sept mois.",
}
"""What an article quotes without marks, in the words of a notice."""


def told(line: str) -> bool:
    return is_boilerplate(evened(folded(line))) or is_lone(line, line.endswith((".", "!", "?", "。")), edge=False)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.code)
def test_what_an_interface_says_is_told(article: Article) -> None:
    lines = article.stray["interface"]
    assert sum(map(told, lines)) >= LEAST.get(article.code, 10), [line for line in lines if not told(line)]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.code)
def test_an_articles_line_is_none(article: Article) -> None:
    assert {line for line in article.own if told(line)} <= KNOWN


PARAGRAPHS = (
    "The mill closed on Saturday after a hundred and forty years, and its last workers went home at noon with a cake.",
    "The company was founded in 1883 by two brothers who made hats, and sold felt to two hundred makers of pianos.",
    "What becomes of the looms is not known yet; the museum would like two of them, if somebody pays for the crane.",
)


@pytest.mark.parametrize("line", ["Enlarge this image", "Copy link", "Video Player is loading.", "Image 3 of 12"])
def test_it_goes_wherever_it_stands(line: str) -> None:
    for at in range(len(PARAGRAPHS) + 1):
        parts = [*PARAGRAPHS[:at], line, *PARAGRAPHS[at:]]
        assert clean("\n\n".join(parts), kind="text") == "\n\n".join(PARAGRAPHS)
        assert clean("".join(f"<p>{part}</p>" for part in parts), kind="html") == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "Conversation has been closed",
        "What readers are saying",
        "This conversation is moderated according to our community rules.",
        "You have 3 gift articles left this month.",
        "Are you enjoying this article?",
        "Stocks mentioned in this article",
        "Data delayed at least 15 minutes.",
        "Prefer our reporting on Google",
        "Votes so far: 1,204",
        "Neueste zuerst",
        "Cotations différées de 15 minutes",
        "Сначала новые",
        "Najnowsze na górze",
        "الأحدث أولا",
        "Mới nhất trước",
        "댓글이 종료되었습니다",
        "评论区已关闭",
    ],
)
def test_what_comments_counters_tickers_and_live_blogs_print_is_told(line: str) -> None:
    assert told(line)


@pytest.mark.parametrize(
    "line",
    [
        "The conversation has been closed for good",
        "What readers are saying is hardly news",
        "Enable notifications",
        "The vote is closed",
        "No comments",
        "Мнения читателей",
        "Benachrichtigungen aktivieren",
    ],
)
def test_what_an_article_on_such_things_has_is_not(line: str) -> None:
    assert not told(line)


def test_what_several_buttons_say_on_a_line_goes() -> None:
    assert told("Copy link | Print article")
    assert told("1 / 9 Show Caption Hide Caption")
    assert not told("Copy link, said the boy")
    assert told("Listen to this article: 04:18")
    assert not told("Copy link | The mill closes")


def test_a_heading_of_the_same_words_stays() -> None:
    page = f"<h1>How to use the new player</h1><p>{PARAGRAPHS[0]}</p><h2>Picture settings</h2><p>{PARAGRAPHS[1]}</p>"
    source = page.replace("Picture settings", "Turn on subtitles")
    assert told("Turn on subtitles")
    assert "Turn on subtitles" in clean(source, kind="html")
    assert "Turn on subtitles" not in clean(source.replace("h2>", "p>"), kind="html")


def test_greek_capitals_have_no_accents() -> None:
    assert told("Αντιγραφή συνδέσμου")
    assert told("ΑΝΤΙΓΡΑΦΗ ΣΥΝΔΕΣΜΟΥ")


def test_the_reason_says_so_and_recall_keeps_it() -> None:
    source = "\n\n".join([PARAGRAPHS[0], "Enlarge this image", *PARAGRAPHS[1:]])
    block = next(block for block in explain(source).blocks if block.text == "Enlarge this image")
    assert ("a lone line of the page", -8.0) in block.reasons
    assert "Enlarge this image" not in clean(source)
    assert "Enlarge this image" in clean(source, prefer="recall")


@pytest.mark.parametrize("line", ["– Да нет.", "Ja, nee.", "Ja nee.", "Sí, no.", "Bitte."])
def test_an_answer_is_none(line: str) -> None:
    assert not told(line)
