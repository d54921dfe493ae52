"""Headed: articles of short lines stay below their headline and its author or date; lists of other stories go."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.headed import headed
from newsclean.scoring.naming import namer
from newsclean.scoring.scorer import scorer

MENUS = {
    "de": ["Startseite", "Nachrichten", "Sport", "Meinung", "Wetter"],
    "en": ["Home", "News", "Sport", "Opinion", "Weather", "Jobs"],
    "it": ["Home", "Cronaca", "Sport", "Opinioni", "Meteo"],
    "pl": ["Strona główna", "Wiadomości", "Sport", "Opinie", "Pogoda"],
    "sv": ["Hem", "Nyheter", "Sport", "Kultur", "Väder"],
}
FEET = {
    "de": ["Das könnte Sie auch interessieren", "Hafenmeister geht nach vierzig Jahren", "Kontakt", "Impressum"],
    "en": ["Related articles", "Harbour master retires after forty years", "About us", "Privacy policy"],
    "it": ["Leggi anche", "Il capitano del porto va in pensione", "Chi siamo", "Note legali"],
    "pl": ["Czytaj także", "Kapitan portu odchodzi po czterdziestu latach", "O nas", "Polityka prywatności"],
    "sv": ["Läs också", "Hamnkaptenen går efter fyrtio år", "Om oss", "Integritetspolicy"],
}
HEADS = {
    "de": ["Von Ida Kranz", "3. Mai 2024, 09:14 Uhr", "Teilen", "Drucken"],
    "en": ["By Ida Crane", "May 3, 2024 at 9:14 am", "Share", "Print"],
    "it": ["di Ida Crani", "3 maggio 2024 ore 09:14", "Condividi", "Stampa"],
    "pl": ["Ida Kran", "3 maja 2024, 09:14", "Udostępnij", "Drukuj"],
    "sv": ["Av Ida Krans", "3 maj 2024 kl. 09.14", "Dela", "Skriv ut"],
}
ARTICLES = {
    "a recipe": (
        "de",
        "Lauchkuchen mit Muscheln",
        "Diesen Kuchen gibt es bei uns am ersten kalten Sonntag im Oktober.|Für 4 Personen|Zutaten|1 kg Muscheln|"
        "3 Stangen Lauch|50 g Butter|200 ml Sahne|Salz, Pfeffer|Zubereitung|"
        "Den Ofen auf 200 Grad vorheizen. Die Muscheln dämpfen und auslösen.|Lauch in Butter weich dünsten.|"
        "In eine Form füllen, mit Teig bedecken.|30 Minuten backen.",
    ),
    "letters": (
        "de",
        "Leserbriefe",
        "Zum Bericht „Brücke gesperrt“ vom 2. Mai:|Die Brücke wurde nicht 1871 gebaut. Am Nordpfeiler steht 1869.|"
        "Heinz Treen, Sorrelbach|Zu den Möwen am Hafen:|Ich füttere sie seit dreißig Jahren und bleibe dabei.|"
        "Dr. Johann Pell, Niedertarn",
    ),
    "a horoscope": (
        "it",
        "L'oroscopo di oggi",
        "Ariete - Avete voglia di cominciare. Aspettate giovedì.|Toro - Torna un denaro che davate per perso.|"
        "Gemelli - Una lettera, una chiamata: il passato bussa.|Cancro - La casa è rumorosa. Cercate un'ora di mare.|"
        "Leone - Vi ascoltano. Parlate meno.",
    ),
    "a speech": (
        "en",
        "In full: the mayor's speech at the ferry's last run",
        "We are here to say goodbye to a boat.|I came to this town on her. So did half of you.|"
        "She was late that day. She was late on most days.|(Laughter)|But she came.|"
        "Let no one tell you that a boat is only steel.",
    ),
    "a chronology": (
        "en",
        "The Tarn bridge: a timeline",
        "1869|The first stone is laid by the Earl of Dunmoor.|1871|The bridge opens. A cow is the first to cross.|1951|"
        "The last tram runs. The lines stay.|2019|A crack is reported by a fisherman. Nobody comes.",
    ),
    "a forecast": (
        "pl",
        "Pogoda: deszcz, potem słońce",
        "Środa: deszcz ustąpi przed południem. Po południu słońce. Do 14 stopni.|"
        "Czwartek: sucho. Wiatr słaby. Do 16 stopni.|Piątek: chmury z zachodu. Do 15 stopni.|"
        "Weekend: w sobotę ulewy i silny wiatr na wybrzeżu. W niedzielę lepiej.",
    ),
}


def page(lang: str, title: str, lines: list[str]) -> str:
    return "\n".join(["Eldham Post", *MENUS[lang], title, *HEADS[lang], *lines, *FEET[lang]])


@pytest.mark.parametrize("genre", ARTICLES)
def test_an_article_of_short_lines_stays_below_its_headline(genre: str) -> None:
    lang, title, article = ARTICLES[genre]
    lines = article.split("|")
    kept = clean(page(lang, title, lines))
    assert kept, genre
    assert sum(line in kept for line in lines) >= len(lines) - 1
    assert not any(line in kept for line in [*MENUS[lang], *HEADS[lang], *FEET[lang]])


@pytest.mark.parametrize("genre", ARTICLES)
def test_who_prefers_a_side_gets_it_as_well(genre: str) -> None:
    lang, title, article = ARTICLES[genre]
    text = page(lang, title, article.split("|"))
    balanced, recall = set(clean(text).split("\n")), set(clean(text, prefer="recall").split("\n"))
    assert set(clean(text, prefer="precision").split("\n")) <= balanced <= recall


TITLES = [
    "Gate closed in front of their noses: ferry leaves three behind",
    "April weather in Eldham: heavy rain floods the streets of the port",
    "Run for your lives: how a goat stopped the market in Tarn",
    "Second drone within a week seen near the lighthouse",
]
BLURBS = [
    "Harbour master retires after forty years",
    "The man who knew every rope says he will take up painting.",
    "Library opens on Sundays again",
    "From June the reading room will be open until four.",
]


@pytest.mark.parametrize("lines", [TITLES, BLURBS, []])
def test_what_is_other_stories_goes_below_a_headline_as_well(lines: list[str]) -> None:
    assert clean(page("en", "Ferry runs again", ["Most read", *lines])) == ""


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_a_front_of_titles_and_blurbs_below_a_date_is_no_article(apart: str) -> None:
    more = [
        "School bus route changes",
        "Parents are not amused.",
        "New owners for the Railway Inn",
        "A couple bought it.",
    ]
    lines = [
        "Eldham Post",
        *MENUS["en"],
        "May 3, 2024",
        *BLURBS,
        *more,
        "Goat found in library",
        "It had eaten a book.",
    ]
    assert clean(apart.join([*lines, "About us", "Contact", "© 2024 Eldham Post"])) == ""


def test_below_no_headline_there_is_none() -> None:
    _, title, article = ARTICLES["a chronology"]
    text = page("en", title, article.split("|"))
    for line in (title, *HEADS["en"]):
        text = text.replace(f"{line}\n", "")
    assert clean(text) == ""


def test_the_reason_says_so() -> None:
    lang, title, article = ARTICLES["letters"]
    blocks = explain(page(lang, title, article.split("|"))).blocks
    assert any(reason.name == "below the headline" for block in blocks for reason in block.reasons if block.kept)


HOROSCOPE = [
    "Aries (March 21 – April 19)",
    "You want to start something. Wait until Thursday.",
    "Taurus (April 20 – May 20)",
    "Money comes back that you had given up. Do not lend it again.",
    "Gemini (May 21 – June 20)",
    "A letter, a call, a chance meeting: the past knocks. You need not open.",
    "Cancer (June 21 – July 22)",
    "Home is loud this week. Find an hour by the water.",
]
STORY = [
    "The last keeper of the Eldham light has died at the age of 91, and the town will bury her on Friday morning.",
    "Maud Kestle",
    "She was born in Tarn in 1933, the third of six children of a net maker, and left school at fourteen to work.",
    "Eldham light",
    "She came to the light in 1958 and stayed until it was made automatic in 1994, on a wet and windy afternoon.",
]


def test_an_article_of_which_pieces_were_found_stays_down_to_the_last() -> None:
    text = page("en", "Your horoscope for the week", [*HOROSCOPE, "Folk", "The Anchor"])
    kept = clean(text).split("\n\n")
    assert len(kept) >= 5
    assert kept == [line for line in HOROSCOPE if line in kept]
    assert HOROSCOPE[-1] in kept
    assert any(reason.name == "below the headline" for block in explain(text).blocks for reason in block.reasons)


def test_between_paragraphs_nothing_comes_back() -> None:
    doc = read(page("en", "Maud Kestle dies at 91", STORY), "text")
    scored = scorer("text").score(View(doc))
    kept = np.isin([doc.block_text(i) for i in range(len(doc))], STORY[::2])
    assert not headed(scored.view, scored.score, kept, lambda: namer("text").values(scored)).any()
    assert headed(scored.view, scored.score, np.zeros(len(kept), np.bool_), lambda: namer("text").values(scored)).any()


@pytest.mark.parametrize("name", ["Ida Crane", "Dr. Ida Crane"])
def test_a_name_below_the_date_is_the_authors(name: str) -> None:
    assert name not in clean(page("en", "Your horoscope for the week", [*HEADS["en"][1:2], name, *HOROSCOPE]))


RESULTS = [
    "Eldán 3 - Tarna 0",
    "Puerto 1 - Molino 1",
    "Bahía 2 - Cantera 4",
    "Dunmor 0 - Correos 2",
    "Tarna Baja 5 - Ancla 2",
    "Cruz 1 - Eldán B 3",
]
HTML = """<html><head><title>{title} - El Correo de Eldán</title></head><body>
<header><ul class="menu">{menu}</ul></header>
<main><h1 class="page-title">{title}</h1><div class="meta">Por Ida Cruz <span>3 de mayo de 2024 - 09:14</span></div>
<div class="share"><a href="#">Compartir</a> <a href="#">Facebook</a></div>
<div class="body">{body}</div><div class="tags">Etiquetas: Eldán, Tarna</div>
<div class="related"><h2>Noticias relacionadas</h2>
<div><a href="/t">Se jubila el capitán del puerto</a></div><div>Tras cuarenta años, quiere dedicarse a pintar.</div>
<div><a href="/u">Cambia la ruta del autobús escolar</a></div><div>Los padres no están contentos.</div></div></main>
<footer><a href="/c">Contacto</a> <a href="/a">Aviso legal</a> © 2024 El Correo de Eldán.</footer></body></html>"""


def html_page(body: str) -> str:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Inicio", "Noticias", "Deportes", "Opinión"))
    return HTML.format(title="Resultados de la jornada 12", menu=menu, body=body)


def test_results_alone_stay_in_html_below_their_headline() -> None:
    items = "".join(f"<li>{line}</li>" for line in RESULTS)
    assert clean(html_page(f"<ul>{items}</ul>")).split("\n") == RESULTS


def test_below_a_headline_in_html_teasers_go() -> None:
    teasers = ["Se jubila el capitán del puerto de Eldán", "La biblioteca vuelve a abrir los domingos por la tarde"]
    items = "".join(f'<li><a href="/{i}">{line}</a></li>' for i, line in enumerate(teasers * 3))
    assert clean(html_page(f"<ul>{items}</ul>")) == ""
    assert clean(html_page("")) == ""
