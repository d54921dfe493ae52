"""Cards: other pages' headlines and introductions as lists of a front or below an article print them, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeVar

import numpy as np

Chance = np.random.Generator
Choice = TypeVar("Choice")

SIZES = (3, 4, 6, 8, 10, 12, 20, 30)
"""Cards of a list, at most."""
BLURB_CHARS = 600
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
}
AGO = {"en": "{} hours ago|{}h ago|{} min ago", "de": "vor {} Stunden|vor {} Minuten", "id": "{} jam lalu"}
MORE = {"en": "Read more|Continue reading|Full story", "de": "Mehr lesen|Weiterlesen", "id": "Selengkapnya"}
TOPICS = {
    "en": "News|Politics|Business|Sport|Culture|Opinion|Health|World|Local news|Science|Crime|Travel|Technology",
    "de": "Politik|Wirtschaft|Sport|Kultur|Panorama|Aus der Region|Wissen|Meinung|Gesundheit",
    "id": "Nasional|Ekonomi|Olahraga|Hiburan|Daerah|Hukum|Politik|Teknologi",
}
AUTHORS = "Anna Berger|Tom Ridley|Maya Okafor|Lukas Brandt|Siti Rahma|Dewi Lestari|John Hale|Erin Walsh|Clara Weiss"
CARDS = "div article li section div"
CLASSES = "card teaser item post story c-1x flex entry list-item media m-box"
HEADLINES = "h2 h3 h3 h4 div a p"
DOTS = ("…", " …", "...", " [...]")
BLURBS = "none intro intro intro first cut cut long"
PLACES = ("", "above", "below", "below", "end")
"""Where a card has its date."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a list says of a page: its headline, what its head says of it and its first paragraphs."""

    title: str
    intro: str
    paragraphs: tuple[str, ...]


def cards(lang: str, given: Sequence[Story], random: Chance) -> str:
    """A list of stories as HTML, in one style or two."""
    count = min(int(SIZES[int(random.integers(len(SIZES)))]), len(given))
    chosen = [given[int(i)] for i in random.permutation(len(given))[:count]]
    parts = [chosen]
    if random.random() < 0.3 and count >= 8:
        parts = [chosen[: count // 2], chosen[count // 2 :]]
    made, style = [], Style(lang, random)
    for number, part in enumerate(parts):
        if len(parts) > 1 or random.random() < 0.3:
            made.append(f"<h2>{escape(topic_of(lang, given, random))}</h2>")
        if number and random.random() < 0.5:
            style = Style(lang, random)
        made.append(f'<div class="list">{"".join(map(style.card, part))}</div>')
    return "".join(made)


class Style:
    """How the cards of one list look."""

    def __init__(self, lang: str, random: Chance) -> None:
        self.lang, self.random = lang, random
        self.element, self.label, self.heading, self.blurb_kind, self.blurb_element = (
            one_of(random, words.split()) for words in (CARDS, CLASSES, HEADLINES, BLURBS, "p div span p")
        )
        self.date = one_of(random, PLACES)
        self.has = {
            name: random.random() < share
            for name, share in {
                "link": 0.9,
                "author": 0.35,
                "more": 0.25,
                "topic": 0.4,
                "all": 0.1,
                "line": 0.25,
            }.items()
        }

    def card(self, of: Story) -> str:
        """One story as HTML."""
        title, blurb, about = escape(of.title), escape(self.blurb(of)), self._about()
        link = f'<a href="/s{self.random.integers(9999)}">{title}</a>' if self.has["link"] else title
        headline = link if self.heading == "a" else f"<{self.heading}>{link}</{self.heading}>"
        topic = one_of(self.random, TOPICS[self.lang].split("|")) if self.has["topic"] and self.lang in TOPICS else ""
        parts = [
            f'<span><a href="/c">{topic}</a></span>' if topic else "",
            about if self.date == "above" else "",
            headline,
        ]
        parts.append(about if self.date in ("", "below") else "")
        parts.append(f"<{self.blurb_element}>{blurb}</{self.blurb_element}>" if blurb else "")
        parts.append(about if self.date == "end" else "")
        if self.has["more"] and self.lang in MORE:
            parts.append(f'<a href="/m">{one_of(self.random, MORE[self.lang].split("|"))}</a>')
        inside = "".join(parts)
        if self.has["all"]:
            inside = f'<a href="/w">{re.sub("</?a[^>]*>", "", inside)}</a>'
        return f'<{self.element} class="{self.label}">{inside}</{self.element}>'

    def blurb(self, of: Story) -> str:
        """What the list says of a story."""
        words, text = " ".join(of.paragraphs).split(), " ".join(of.paragraphs)
        made: dict[str, Callable[[], str]] = {
            "none": lambda: "",
            "intro": lambda: of.intro or sentences(text, 1),
            "first": lambda: sentences(of.paragraphs[0], int(self.random.integers(1, 3))),
            "cut": lambda: " ".join(words[: int(self.random.integers(15, 55))]) + one_of(self.random, DOTS),
            "long": lambda: sentences(text, int(self.random.integers(2, 5))),
        }  # fmt: skip
        return made[self.blurb_kind]()[:BLURB_CHARS]

    def _about(self) -> str:
        """Author and date, on one line or two."""
        author = one_of(self.random, AUTHORS.split("|")) if self.has["author"] else ""
        found = [text for text in (author, _date(self.lang, self.random) if self.date else "") if text]
        if self.has["line"]:
            found = [" · ".join(found)] if found else []
        return "".join(f'<div class="meta">{text}</div>' for text in found)


def sentences(text: str, count: int) -> str:
    """The first sentences of a text."""
    return " ".join(re.split(r"(?<=[.!?。])\s+", text.strip())[:count])


def topic_of(lang: str, given: Sequence[Story], random: Chance) -> str:
    """The name of a section, or words of a story's headline."""
    if random.random() < 0.3 or lang not in TOPICS:
        return " ".join(given[int(random.integers(len(given)))].title.split()[:2])
    return one_of(random, TOPICS[lang].split("|"))


def _date(lang: str, random: Chance) -> str:
    """A date as the language prints them, or how long ago it was."""
    day, month, year = (int(random.integers(*span)) for span in ((1, 29), (1, 13), (2008, 2026)))
    forms = [
        f"{year}-{month:02d}-{day:02d}",
        f"{month}/{day}/{year}" if lang == "en" else f"{day:02d}.{month:02d}.{year}",
    ]
    if lang in MONTHS:
        name = MONTHS[lang].split()[month - 1]
        written = {
            "en": (f"{name} {day}, {year}", f"{name[:3]} {day}, {year}", f"{day} {name} {year}"),
            "de": (f"{day}. {name} {year}",),
        }
        forms += [
            *written.get(lang, (f"{day} {name} {year}",)),
            one_of(random, AGO[lang].split("|")).format(random.integers(2, 20)),
        ]
    clock = f" {random.integers(24):02d}:{random.integers(60):02d}" if random.random() < 0.2 else ""
    return one_of(random, forms) + clock


def one_of(random: Chance, of: Sequence[Choice]) -> Choice:
    """One of several, each as likely as the others."""
    return of[int(random.integers(len(of)))]
