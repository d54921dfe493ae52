"""Notices in a page's place: told by their words where little else stays, and no article that quotes them lost."""

from __future__ import annotations

import numpy as np
import pytest

import newsclean
from newsclean.evidence.view import View
from newsclean.options import Preference
from newsclean.reading.html import read_html
from newsclean.scoring.notices import noticed, unseen_notices
from tests.evidence_of import page as view_of
from tests.texts import paragraphs

STORY = (
    "The ferry to the outer islands stayed in harbour, because the man who winds its clock has had a cold since May."
)
LONG = "\n\n".join(f"{STORY} On day {word} nobody complained." for word in ("one", "two", "three", "four", "five"))


@pytest.mark.parametrize(
    "text",
    [
        "You need to enable JavaScript to run this app.",
        "We’re sorry, the page you’re looking for can’t be found.",
        "We\N{MODIFIER LETTER APOSTROPHE}re sorry, this page isn\N{MODIFIER LETTER APOSTROPHE}t available.",
        "403 Forbidden\n\nnginx/1.18.0",
        "Just a moment...\n\nThe Tern needs to look at your connection before it goes on.",
        "Die gewünschte Seite wurde leider nicht gefunden. Bitte prüfen Sie, ob die Adresse stimmt.",
        "К сожалению, запрашиваемая вами страница не существует.",
        "お探しのページは見つかりませんでした。トップページからお探しください。",
        "عذراً، الصفحة التي تبحث عنها غير موجودة.",
    ],
)
@pytest.mark.parametrize("prefer", ["balanced", "precision", "recall"])
def test_a_notice_is_no_article(text: str, prefer: Preference) -> None:
    page = newsclean.explain(text, prefer=prefer)
    assert page.text == ""
    assert page.flags == {"no_article"}


REPORTS = [
    "The bronze statue of the general that stood in the market square for a century has been taken down, the "
    "council said.\n\nWorkers lifted it on to a lorry shortly after four in the morning. About forty people watched.",
    "Inspectors have been refused permission to access the plant for the third time in a month.\n\nIts operator said "
    "that repairs were under way. The agency called this an excuse.",
    "Readers of the paper have been met with the words “This page cannot be found” since Sunday night.\n\nIts editor "
    "said that the site had been blocked without an order of a court. The ministry did not answer questions.",
    "Access denied\n\nA farmer who fenced off the only path to Gull Beach must take the fence down by Easter, a judge "
    "ruled on Friday.\n\nWalkers had used the path for sixty years. The farmer said he would appeal.",
    "Die Bäckerei Holm in der Hafengasse gibt es nicht mehr. Nach 94 Jahren hat der Enkel des Gründers am Samstag die "
    "letzten Brötchen verkauft.\n\nEinen Nachfolger fand er nicht.",
    "La fillette disparue mardi n'a pas pu être trouvée malgré les recherches de la nuit, a indiqué la gendarmerie."
    "\n\nUne centaine de volontaires ont repris la battue à l'aube.",
    "L'attaccante non è più disponibile per il resto della stagione: gli esami hanno confermato la rottura del "
    "legamento.\n\nLa società cercherà un sostituto a gennaio.",
    "Доступ к сайту ограничен по решению районного суда, сообщили в ведомстве. Редакция узнала об этом от читателей."
    "\n\nГлавный редактор назвал решение незаконным и обещал обжаловать его в городском суде.",
    "Podczas liczenia głosów wystąpił błąd i komisja musiała powtórzyć je w trzech obwodach. Wynik wyborów "
    "się nie zmienił.\n\nPrzewodniczący przeprosił mieszkańców. Nowy burmistrz obejmie urząd w przyszłym tygodniu.",
    "Uçuş kontrol sisteminde bir hata oluştu ve yaklaşık iki yüz sefer iptal edildi. Bakanlık, arızanın öğleden sonra "
    "giderildiğini açıkladı.\n\nYolculara ücretleri iade edilecek. Sendika, yetkilileri aylar önce uyardığını söyledi.",
    "这段视频在发布两小时后已被删除，但已有数十万人看过。警方表示，正在调查拍摄者的身份。\n\n"
    "校方周四发表声明，称将对全体学生进行安全教育，并已联系受伤学生的家长。",
    "同館は老朽化を理由に、三月末で公開を終了した。建物は昭和初期に建てられ、年間約二万人が訪れていた。\n\n"
    "市は来年度から解体工事を始める予定だ。跡地の利用については住民の意見を聞くという。",
    "قالت الوزارة إنه حدث خطأ في احتساب الرواتب أدى إلى تأخر صرفها لنحو عشرين ألف موظف في المحافظات الشمالية.\n\n"
    "وأضافت أن المبالغ ستدفع قبل نهاية الشهر.",
]
"""Articles in brief, with what notices say of pages and servers, and articles of everything else."""


@pytest.mark.parametrize("text", REPORTS)
@pytest.mark.parametrize("prefer", ["balanced", "recall"])
def test_what_articles_say_of_other_things_tells_no_notice(text: str, prefer: Preference) -> None:
    assert text.split("\n\n")[-2] in newsclean.clean(text, prefer=prefer)


@pytest.mark.parametrize(
    "text",
    [
        "An error has occurred. Please try again.",
        "This content has been taken down due to legal reasons.",
        "Diese Seite gibt es nicht mehr. Vielleicht hilft die Suche weiter.",
        "Er ging iets mis. Probeer het opnieuw.",
        "Этот материал был удалён.",
        "该文章已被删除，请浏览其他内容。",
        "Access denied\n\nYou do not have permission to see this page on this server.\n\nReference 18.23.ab",
        f"Access denied\n\n{STORY}\n\nAn error has occurred on the way to the boats, as it does now and then.",
    ],
)
def test_they_do_in_a_line_or_two_and_below_a_title_of_notices(text: str) -> None:
    assert newsclean.clean(text) == ""


PAGES = [
    "A flaw in the browser lets strangers read what is typed into a form, its maker said. It can be used only "
    "where the page requires JavaScript, which nearly all of them do, and where the visitor has not logged in.\n\n"
    "The maker has mended the flaw in a new version. It thanked a student from Brack, who had found it while she was "
    "waiting for a ferry. She will be paid four thousand pounds.",
    "Страница не найдена — такой ответ в понедельник получали все, кто пытался продлить паспорт через сайт ведомства. "
    "Там объяснили, что подрядчик отключил не тот сервер и ушёл на обед, а ключа от комнаты больше ни у кого не было."
    "\n\nК трём часам дня сайт заработал. К этому времени в ведомство позвонили четыре тысячи человек, хотя на "
    "коммутаторе работают двое. Обоим дали выходной. Оппозиция назвала случившееся фарсом.",
]
FLOWN = (
    "The page you are looking for has flown away. We are sorry about that, and so is the cat, which was asked to look "
    "after it and did not.\n\nIt may have been moved or deleted, or perhaps the address is an old one. Go back and "
    "start again from there, with more luck.\n\nIf you think that something ought to be here, write to us on Fridays."
)


@pytest.mark.parametrize("text", PAGES)
def test_an_article_on_a_page_says_once_what_a_notice_says_again(text: str) -> None:
    assert newsclean.clean(text) == text
    assert newsclean.clean(FLOWN) == newsclean.clean(FLOWN.split("\n\n")[0]) == ""


@pytest.mark.parametrize(("line", "told"), [("403 Forbidden", True), ("Harbour news", False)])
def test_a_title_of_notices_that_stays_alone_tells_within_a_site_s_frame(line: str, told: bool) -> None:
    view = view_of("Home", "News", "Sport", line, "The Tern of the Outer Islands")
    assert noticed(view, view.at == 3) is told


@pytest.mark.parametrize(("days", "left"), [(10, False), (40, True)])
@pytest.mark.parametrize("title", ["Page not found", "Access denied"])
def test_a_long_article_below_such_a_title_stays(title: str, days: int, left: bool) -> None:
    lines = paragraphs([f"{STORY} On day {day} of it nobody complained." for day in range(days)])
    foot = "<footer><p>If you have been blocked, write to us.</p></footer>"
    source = f"<title>{title}</title><h1>{title}</h1>{lines}{foot}"
    assert bool(newsclean.clean(source)) is left


@pytest.mark.parametrize(("heading", "left"), [("Page not found", False), ("Ferry stays in harbour", True)])
def test_a_heading_tells_below_a_menu(heading: str, left: bool) -> None:
    menu = "<nav><a href=/>Home</a> <a href=/n>News</a></nav><p>The Tern</p><p>Weather</p>"
    assert bool(newsclean.clean(f"{menu}<h1>{heading}</h1><p>{STORY}</p>")) is left


def test_a_title_that_a_story_may_have_tells_little_of_html_either() -> None:
    lines = "".join(f"<p>{line}</p>" for line in LONG.split("\n\n"))
    for title in ("Zugriff verweigert", "Zugriff verweigert | The Tern"):
        assert STORY in newsclean.clean(f"<title>{title}</title><h1>{title}</h1>{lines}")


def test_in_html_the_page_s_title_tells_as_well() -> None:
    body = f"<h1>Oh dear</h1><p>{STORY}</p>"
    assert newsclean.clean(f"<title>The Tern</title>{body}") == STORY
    for title in ("404 Not Found", "Page not found | The Tern", "The Tern - Seite nicht gefunden"):
        assert newsclean.clean(f"<title>{title}</title>{body}") == ""


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"Access denied\n\n{LONG}",  # a headline, with more below than a notice has
        f"{STORY} Its site says: page not found.\n\n{STORY} So it rows.\n\n{STORY} It is late.",
        f"{LONG}\n\nOn the screen stood: you have been blocked.",
    ],
)
def test_an_article_that_says_the_same_stays(text: str) -> None:
    assert STORY in newsclean.clean(text)


def test_more_text_below_a_title_needs_a_phrase_as_well() -> None:
    lines = "".join(f"<p>{line}</p>" for line in LONG.split("\n\n"))
    page = f"<title>Access denied</title><h1>Access denied</h1>{lines}"
    assert STORY in newsclean.clean(page)
    assert newsclean.clean(f"{page}<footer><p>If you have been blocked, write to us.</p></footer>") == ""


def test_a_title_that_no_story_has_tells_among_many_blurbs_too() -> None:
    blurbs = "".join(f"<p>{line} It has been so for a while.</p>" for line in LONG.split("\n\n"))
    for title, left in (("Forbidden", True), ("Page not found | The Tern", False), ("Error 404", False)):
        page = f"<title>{title}</title><h1>Oh dear</h1>{blurbs}"
        assert bool(newsclean.clean(page)) is left, title


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Service unavailable: how the harbour lost its clock", True),
        ("Accès refusé : pourquoi le port reste fermé | The Tern", True),
        ("404: what became of the clock in the harbour", True),
        ("Service unavailable: The Tern", False),
        ("Page not found: oh dear | The Tern of the Outer Islands", False),
        ("404: the page you are looking for can't be found", False),
        ("The Tern of the Outer Islands: page not found", False),
        ("Error 404: page not found - The Tern", False),
    ],
)
def test_what_opens_a_headline_is_no_notice(title: str, left: bool) -> None:
    lines = "".join(f"<p>{line}</p>" for line in LONG.split("\n\n"))
    assert bool(newsclean.clean(f"<title>{title}</title><h1>Oh dear</h1>{lines}")) is left


def test_a_notice_for_browsers_without_scripts_does_not_stay_with_an_article() -> None:
    lines = "".join(f"<p>{line}</p>" for line in LONG.split("\n\n"))
    for notice, left in (("This site works best with the boats.", True), ("Please enable JavaScript to sail.", False)):
        view = View(read_html(f"<div class=a><noscript><p>{notice}</p></noscript>{lines}</div>"))
        told = unseen_notices(view, np.full(view.n, 0.9, np.float32), 0.5)
        assert told.tolist() == [not left, *[False] * (view.n - 1)]
    shown = View(read_html(f"<div class=a><p>Please enable JavaScript to sail.</p>{lines}</div>"))
    assert not unseen_notices(shown, np.full(shown.n, 0.9, np.float32), 0.5).any()


def test_what_a_page_shows_or_hides_of_an_article_is_no_notice() -> None:
    notice = "Please enable JavaScript to sail."
    hidden = [f"<noscript><p>{text}</p></noscript>" for text in (notice, f"{notice} {STORY} {STORY} {STORY}")]
    quoted = f"<blockquote><p>{notice}</p></blockquote>"
    lines = paragraphs([*LONG.split("\n\n"), *LONG.replace("day", "night").split("\n\n")])
    for inside, chance, told in ((hidden[0], 0.9, 1), (hidden[0], 0.3, 0), (hidden[1], 0.9, 0), (quoted, 0.9, 0)):
        view = View(read_html(f"<div class=a>{inside}{lines}</div>"))
        score = np.where(view.at == 0, chance, 0.9).astype(np.float32)
        assert unseen_notices(view, score, 0.5).sum() == told


def test_an_article_that_scripts_show_may_speak_of_them() -> None:
    said = "“Please enable JavaScript to sail,” said the screen at the quay, and nobody did."
    lines = "".join(f"<p>{line}</p>" for line in [*LONG.split("\n\n"), said])
    view = View(read_html(f"<p>{STORY}</p><div hidden id='S:0'>{lines}</div>"))
    assert not unseen_notices(view, np.full(view.n, 0.9, np.float32), 0.5).any()
    assert said in newsclean.clean(f"<nav><a href=/>Home</a></nav><div hidden id='S:0'><h1>Ferry</h1>{lines}</div>")
