"""Page numbers, counts, lines of mails and what sites ask of readers go wherever they stand; figures and sentences of
an article stay."""

from __future__ import annotations

import time

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.lexicons import read_languages
from newsclean.evidence.view import View
from newsclean.reading.document import ROW
from newsclean.reading.read import read
from newsclean.scoring.lone_lines import is_lone, lone_lines

TEXT = (
    "The mill closed on Saturday after a hundred and forty years, and its last workers went home at noon with a cake.",
    "The company was founded in 1883 by two brothers who made hats, and sold felt to two hundred makers of pianos.",
)
NUMBERS = (
    "Page 2 of 3", "Seite 2 von 3", "Page 2 sur 3", "Página 2 de 3", "Pagina 2 di 3", "Страница 2 из 3", "Strona 2 z 3",
    "- 2 -", "– 12 –", "12,4K подписчиков", "9 341 просмотр", "1,204 subscribers", "3.4K views", "1.2万次观看",
    "1/12", "1 / 3", "Bild 3 von 12", "Foto 3 de 7", "Photo 2 of 5", "조회수 1,234회",
    "12 likes · 3 comments", "1,2 tys. wyświetleń", "٣٤٥ مشاهدة",
)  # fmt: skip
POSTS = (
    "#Harbour #TarnIsland #ferry", "#порт, #паром", "👁 14.2K 👍 312 🔥 41", "❤️ 1,204 👍 3",
    "📷 Ida Crane / The Mercury", "📸: Rui Calado", "➡️ Subscribe: @mercury", "LENGTH: 268 words",
)  # fmt: skip
MAILS = (
    "You are receiving this email because you signed up at our site.",
    "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.",
    "Vous recevez ce courriel car vous êtes inscrit à notre lettre.",
    "View this email in your browser",
    "Printed from The Dunmore Standard",
    "Sent from my iPhone",
)
ASKED = (
    "Was this article helpful? Yes No",
    "How useful was this post? Click on a star to rate it!",
    "We may earn a commission if you buy through links on this page.",
    "Story continues below this ad",
    "Sie haben einen Fehler entdeckt? Schreiben Sie uns bitte eine E-Mail.",
    "Ce contenu a été bloqué car vous n'avez pas accepté les cookies.",
    "Sigue toda la información en nuestras redes sociales o en nuestra newsletter semanal.",
    "As opiniões expressas neste artigo são de responsabilidade do autor.",
    "Hai trovato un errore in questo articolo? Segnalacelo.",
    "Wesprzyj niezależne dziennikarstwo.",
    "Не является индивидуальной инвестиционной рекомендацией.",
    "Bu içerik size yardımcı oldu mu?",
    "هل كان هذا المقال مفيدا؟",
    "हमारे व्हाट्सएप चैनल से जुड़ें और हर खबर सबसे पहले पाएं।",
    "この記事は役に立ちましたか？",
    "特别声明：以上内容仅代表作者本人观点，不代表本网立场。",
    "이 기사가 도움이 되셨나요?",
    "Apakah artikel ini bermanfaat?",
)
CONSENT = (
    "These cookies are necessary for the website to function and cannot be switched off in our systems. They are "
    "set by what you do, such as choosing how private a visit is to be, logging in or filling in forms. You can tell "
    "your browser to block them or to warn you of them, but some parts of the site will then not work as they do now."
)
FORMS = (
    "This entry was posted by the mill's own town, tagged hats. Bookmark it.",
    "Dieser Eintrag wurde heute gesetzt. Hier ist der Permalink dazu.",
    "Votre adresse e-mail ne sera pas montrée ici.",
    "Este sitio usa Akismet contra la basura.",
    "Musisz się zalogować, aby tu dodać komentarz.",
    "Din e-postadress kommer inte visas för någon.",
    "Для отправки комментария вам надо войти.",
    "Запись опубликована в пятницу в рубрике «Мельницы».",
    "Tätä sivustoa suojaa reCAPTCHA ja moni muu.",
    "Norėdami rašyti komentarus prisijunkite čia.",
    "Bu soru bir insan ziyaretçi içindir.",
    "コメントを投稿するにはまずログインを。",
    "댓글을 달기 위해서는 로그인 먼저.",
    "Komentáře jsou uzavřeny.",
    "Możliwość komentowania została wyłączona.",
    "Wir verwenden Cookies, um unsere Seiten besser zu machen.",
)
OTHERS = (
    "This entry was posted to the archive in 1998 by the firm's last clerk.",
    "Nutzer mussten angemeldet sein, um bei der Zeitung einen Kommentar zu schreiben.",
    "The site uses reCAPTCHA against machines that buy up tickets, said the theatre.",
    "Comments are closed to all but the councillors, the mayor said on Monday.",
    "31", "1962", "#1 #2", "#Conclusion", "▲ 12 ▼ 3", "☀️ 12 ☁️ 8",
    "📷 48 MP", "@mercury", "📷 A camera that nobody had used hung by the door.",
    "4/5", "2:1", "8 -", "10.41 -", "Page 2 of 3 was missing from the letter.",
    "1,204 subscribers left the paper in May.", "Printed from woodblocks in 1810, the map was lost until Monday.",
    "Sent from my window, the pigeon came back.", "Your support makes the arch stand, the mason told the stone.",
    "We may earn a little, said the ferryman.", "この記事を書いた記者は島に残った。", "Join our talk, she said.",
)  # fmt: skip


def as_html(*blocks: str) -> str:
    paragraphs = "".join(f"<p>{block}</p>" for block in blocks)
    return f"<!DOCTYPE html><html><body><article><h1>Mill closes</h1>{paragraphs}</article></body></html>"


def test_a_button_below_such_a_line_goes_with_it_and_a_heading_stays() -> None:
    ask = "If you value our reporting, please consider making a donation."
    more = "The market in the [old hall](/hall) opens again on Saturday, and its keeper has swept the steps himself."
    for below, goes in (("[The friends of the hall](/friends)", True), ("## A hall for [concerts](/c)", False)):
        text = clean("\n\n".join([*TEXT, more, ask, below, *TEXT[::-1][:1], more.replace("Saturday", "Sunday")]))
        assert ask not in text
        assert (below in text) is not goes


@pytest.mark.parametrize("line", [*NUMBERS, *POSTS, *MAILS, *ASKED, *FORMS, CONSENT])
def test_such_a_line_goes_wherever_it_stands(line: str) -> None:
    for blocks in ([line, *TEXT], [TEXT[0], line, TEXT[1]], [*TEXT, line]):
        assert clean("\n\n".join(blocks)).split("\n\n") == list(TEXT)
        assert clean(as_html(*blocks)).split("\n\n") == list(TEXT)


@pytest.mark.parametrize("line", OTHERS)
def test_figures_and_sentences_are_no_such_lines(line: str) -> None:
    assert not is_lone(line, sentence=line.endswith("."))


@pytest.mark.parametrize(
    "line",
    [
        "- Διαφήμιση -",
        "— РЕКЛАМА —",
        "-- Werbung --",
        "[iklan]",
        "~ Publicidade ~",
        "*** İlan ***",
        "（点击图片查看下一页）",
    ],
)
def test_an_advertisement_s_label_between_strokes_goes(line: str) -> None:
    assert is_lone(line, edge=False)
    assert not is_lone(line, sentence=True, edge=False)
    assert not is_lone(f"{line} {line}", edge=False)


@pytest.mark.parametrize("line", ["- Kapitel eins -", "– Der Sturm –", "[Pause]", "- Werbung ist alles -"])
def test_what_else_stands_between_strokes_stays(line: str) -> None:
    assert not is_lone(line, edge=False)


def test_the_reason_says_so_and_recall_keeps_it() -> None:
    source = "\n\n".join([TEXT[0], NUMBERS[0], TEXT[1]])
    block = explain(source).blocks[1]
    assert "a lone line of the page" in {reason.name for reason in block.reasons}
    assert clean(source, prefer="recall") == source


def test_every_language_knows_some() -> None:
    for language in read_languages():
        if language["code"] != "und":
            assert {"page", "count"} <= set(language["line"]), language["code"]


def test_long_lines_of_figures_take_no_long_time() -> None:
    start = time.process_time()
    for text in ("#1 " * 20, "#a" * 30, "👁 1 " * 15 + "x", "1 " * 30, "1," * 30, "· 1 " * 15, "1" * 60):
        assert not is_lone(text)
    assert time.process_time() - start < 1


def test_apostrophes_are_one() -> None:
    for apostrophe in ("'", "’"):
        assert is_lone(f"L{apostrophe}articolo originale è stato pubblicato in una rivista.", sentence=True)


@pytest.mark.parametrize(("chance", "goes"), [(0.3, False), (0.1, True)])
def test_a_heading_above_a_table_that_may_stay_is_no_end(chance: float, goes: bool) -> None:
    page = f"{TEXT[0]}\n\n## Hours\n\n| Day | Hour |\n|---|---|\n| Monday | 9 |\n| Friday | 10 |\n\nPage 2 of 3"
    view = View(read(page, "markdown"))
    rows = view.doc.follows == ROW
    score = np.where(rows | np.roll(rows, -1), chance, 0.6).astype(np.float32)
    score[0] = 0.9
    assert lone_lines(view, score, 0.5)[view.doc.heading > 0].all() == goes


@pytest.mark.parametrize(
    ("source", "goes"), [("- {}", [False]), ("- The mill closes.\n\n{}", [True, True]), ("{}\n\nMill", [False, False])]
)
def test_a_machines_long_summary_is_told_beside_an_item(source: str, goes: list[bool]) -> None:
    view = View(read(source.format(f"This summary was generated by AI. {' '.join(TEXT[:1] * 3)}")))
    assert 300 < view.chars.max() < 700
    assert lone_lines(view, np.full(view.n, 0.6, np.float32), 0.5).tolist() == goes


def test_what_somebody_says_is_none() -> None:
    note = "Thank you for reading. If you buy something through our links, we may earn a small commission."
    said = "“Thank you for coming. If you buy something through our links, we may earn a small commission,” he said."
    assert is_lone(note, sentence=True)
    assert not is_lone(said, sentence=True)


@pytest.mark.parametrize(
    "line",
    [
        "[Related: How to tune up a table saw]",
        "[Read more: A guide to the mills of the county]",
        "[Lesen Sie auch: Warum die Fabrik in Tarn schließt]",
        "[Lea también: La fábrica de la colina cierra en mayo]",
        "[Sign up for the morning newsletter.]",
    ],
)
def test_pointers_in_square_brackets_go(line: str) -> None:
    source = "\n\n".join([TEXT[0], line, TEXT[1]])
    assert clean(source).split("\n\n") == list(TEXT)
    assert "a lone line of the page" in {reason.name for reason in explain(source).blocks[1].reasons}


@pytest.mark.parametrize(
    "line", ["[The mayor smiles and looks at the river for a while.]", "(Related costs are not in it.)"]
)
def test_other_brackets_stay(line: str) -> None:
    assert clean("\n\n".join([TEXT[0], line, TEXT[1]])).split("\n\n") == [TEXT[0], line, TEXT[1]]


@pytest.mark.parametrize(
    "line",
    [
        "Land und Leute erkunden: jeden Donnerstag mit den besten Tipps fürs Wochenende. Kostenlos anmelden.",
        "The week on the coast, in your inbox every Friday. Sign up for free!",
        "Chaque matin, l'essentiel de la vallée. Inscrivez-vous gratuitement »",
        "Las noticias del puerto, cada mañana en tu correo. Suscríbete gratis",
        "Codziennie rano najważniejsze wiadomości z portu. Zapisz się za darmo!",
        "Hver morgen det viktigste fra havna. Meld deg på gratis.",
        "Каждое утро главное о реке. Подпишитесь бесплатно",
    ],
)
def test_a_line_that_ends_by_asking_to_sign_up_for_free_goes(line: str) -> None:
    assert is_lone(line, sentence=True, edge=False)


def test_one_that_speaks_of_signing_up_does_not() -> None:
    assert not is_lone("They could sign up for free lessons in the hall above the mill.", sentence=True, edge=False)
