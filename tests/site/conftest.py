"""The pages of an invented paper, the Valley News, and ways to learn them and to ask about them."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from newsclean.reading.document import Document
from newsclean.reading.read import read
from newsclean.site import SiteColumns, SiteMemory

HOST = "news.example"
WORDS = [
    "harbour",
    "council",
    "bridge",
    "winter",
    "market",
    "teacher",
    "engine",
    "river",
    "budget",
    "window",
    "garden",
    "letter",
    "station",
    "doctor",
    "island",
    "painter",
    "village",
    "summer",
    "ticket",
    "border",
    "museum",
    "orchard",
    "committee",
    "lantern",
    "railway",
]
PROMO = "Read our morning letter and know what the day in the valley will bring before you have had your coffee."


def sentence(dice: random.Random) -> str:
    words = [dice.choice(WORDS) for _ in range(dice.randint(14, 30))]
    return " ".join(words).capitalize() + "."


def article(number: int, paragraphs: int = 6) -> list[str]:
    dice = random.Random(number)
    return [sentence(dice) for _ in range(paragraphs)]


def headline(number: int) -> str:
    dice = random.Random(f"headline {number}")
    return f"The {dice.choice(WORDS)} and the {dice.choice(WORDS)} of {dice.choice(WORDS)} number {'x' * number}"


def page(number: int, *, teasers: tuple[int, ...] = (), body: list[str] | None = None, day: int = 3) -> str:
    top = ["Home", "Sport", "Culture", headline(number), f"Published {day} June 2022", f"{day + 4} comments"]
    bottom = [PROMO, "Most read", *(headline(teaser) for teaser in teasers), "Imprint"]
    return "\n\n".join([*top, *(body or article(number)), *bottom])


def html_page(number: int) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in article(number))
    teaser = "".join(f"<li><a href='/'>{sentence(random.Random(n))}</a></li>" for n in (number + 901, number + 902))
    return (
        f"<!doctype html><html><head><title>{headline(number)} | Valley News</title></head><body>"
        f"<div class='story-{number} story'><h1>{headline(number)}</h1>{body}</div>"
        f"<ul class='rail'>{teaser}</ul><div class='foot'><p>{PROMO}</p></div></body></html>"
    )


def copies(number: int) -> dict[str, str]:
    """The article of a page again: under another address, in other surroundings, longer, shorter, updated."""
    body = article(number)
    later = article(number + 500)[:3]
    return {
        "second address": page(number),
        "crawled a week later": page(number, teasers=(71, 72, 73), day=10),
        "print copy": "\n\n".join([headline(number), *body]),
        "other top and bottom": "\n\n".join(
            ["Skip to content", headline(number), *body, "Back to top", "Terms of use"]
        ),
        "updated": page(number, body=[later[0], *body, later[1]]),
        "grown": page(number, body=[*body, *article(number + 600, 14)]),
        "cut by a pay wall": page(number, body=body[:3]),
        "other headline": page(number + 40, body=body),
    }


def learned(*pages: str, host: str = HOST) -> SiteMemory:
    memory = SiteMemory()
    memory.learn((host, source) for source in pages)
    return memory


def saved(memory: SiteMemory, path: Path) -> bytes:
    memory.save(path)
    return path.read_bytes()


def look(memory: SiteMemory, source: str, host: str = HOST) -> tuple[Document, SiteColumns]:
    document = read(source, "auto")
    return document, memory.for_host(host).lookup(document)


def of(document: Document, column: np.ndarray, text: str) -> float:
    texts = document.text.split("\n")[:-1]
    return float(column[texts.index(text)])


def same(a: SiteColumns, b: SiteColumns) -> bool:
    return all(np.array_equal(getattr(a, f.name), getattr(b, f.name)) for f in dataclasses.fields(SiteColumns))


@pytest.fixture(scope="session")
def valley() -> SimpleNamespace:
    """All of the above, by name."""
    functions = (sentence, article, headline, page, html_page, copies, learned, saved, look, of, same)
    return SimpleNamespace(HOST=HOST, WORDS=WORDS, PROMO=PROMO, **{each.__name__: each for each in functions})
