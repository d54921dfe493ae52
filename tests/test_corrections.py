"""Corrections stay beside the article, however short; stamps of an update, notes elsewhere and requests do not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from newsclean import KEPT, Role, SiteMemory, clean, explain
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.corrections import corrections
from newsclean.scoring.notes import CORRECTION
from tests.evidence_of import page as view_of

TEXT = (
    "The mill closed on Saturday after a hundred and forty years, and its last workers went home at noon with a cake.",
    "The company was founded in 1883 by two brothers who made hats, and sold felt to two hundred makers of pianos.",
    "The building will be made into flats, said the director, but the chimney is listed and will stay where it is.",
)
CORRECTIONS = (
    "An earlier version of this article misstated the year.",
    "Editor's note: The name of the mill has been changed.",
    "This article was amended on 13 November 2023 to add a photo credit.",
    "This story has been updated to include a comment from the council.",
    "(Corrects number of workers in second paragraph.)",
    "Anmerkung der Redaktion: Der Name wurde geändert.",
    "Cet article a été modifié le 4 mai : l'usine comptait 31 ouvriers.",
    "Corrección: la fábrica tenía 31 obreros, no 41.",
    "Errata corrige: gli operai erano 31 e non 41.",
    "Исправление: на фабрике работал 31 человек, а не 41.",
    "Sprostowanie: w fabryce pracowało 31 osób, a nie 41.",
    "تصحيح: كان في المصنع 31 عاملا لا 41.",
    "訂正：工場の従業員は31人でした。",
)
STAMPS = ("Updated: 12:30", "Mise à jour : 12h30", "Juttua päivitetty klo 12.30", "Aktualisiert: 12.30 Uhr")


def as_text(*blocks: str) -> str:
    above = "Home\nNews\nSport\nMill closes\nBy Ann Lee\n3 May 2022\n\n"
    return above + "\n\n".join(blocks) + "\n\nShare\nMost read\nWho owns the fog?\nPrivacy policy"


def as_markdown(*blocks: str) -> str:
    above = "* [News](https://mill.example/n)\n* [Sport](https://mill.example/s)\n\n# Mill closes\n\nBy Ann Lee\n\n"
    below = "\n\n## Most read\n\n* [Who owns the fog?](https://mill.example/f)\n* [Privacy](https://mill.example/p)"
    return above + "\n\n".join(blocks) + below


def as_html(*blocks: str) -> str:
    paragraphs = "".join(f"<p>{block}</p>" for block in blocks)
    return (
        "<!DOCTYPE html><html><head><title>Mill closes</title></head><body><nav><a href=/n>News</a></nav><article>"
        f"<h1>Mill closes</h1><p>By Ann Lee</p>{paragraphs}</article><aside><h2>Most read</h2><a href=/f>Who owns the "
        "fog?</a></aside><footer><a href=/p>Privacy policy</a></footer></body></html>"
    )


@pytest.mark.parametrize("make", [as_text, as_markdown, as_html])
@pytest.mark.parametrize("correction", CORRECTIONS)
def test_a_correction_stays_above_and_below_the_article(make: Callable[..., str], correction: str) -> None:
    for blocks in ([correction, *TEXT], [*TEXT, correction]):
        for prefer in ("balanced", "precision", "recall"):
            page = explain(make(*blocks), prefer=prefer)
            (found,) = [block for block in page.blocks if block.text == correction]
            assert (found.kept, found.role) == (True, Role.CORRECTION)
        page = explain(make(*blocks))
        assert (
            CORRECTION in (block.note for block in page.blocks)
            or min(block.score for block in page.blocks if block.kept) > 0.45
        )
        assert clean(page.text) == page.text


def test_who_keeps_no_corrections_gets_none() -> None:
    assert CORRECTIONS[0] not in clean(as_text(*TEXT, CORRECTIONS[0]), keep=KEPT - {Role.CORRECTION})


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_of_an_update_is_no_correction(stamp: str) -> None:
    assert not View(read(stamp, "text")).cues[INDEX["correction"]].any()


def test_what_stands_elsewhere_asks_or_is_a_mere_label_goes() -> None:
    labels = ("Share", "Most read", "Who owns the fog?", CORRECTIONS[0])
    assert clean(as_text(*TEXT) + "\n" + "\n".join(labels)).split("\n\n") == list(TEXT)
    for line in ("Corrections: write to our editor at desk@mill.example today.", "Correction policy"):
        assert line not in clean(as_text(*TEXT, line))


def told(*blocks: str) -> list[str]:
    """The corrections among blocks of which the article's stay."""
    view = view_of(*blocks)
    found = corrections(view, np.isin(np.array(blocks), TEXT))
    return [blocks[i] for i in np.flatnonzero(found)]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: amended.",
        "Editor's note: who reads what the mill printed",
        f"Corrections: we print all of them below each report. {'Whoever finds one may keep it for a year. ' * 14}",
        "Corrections: tell us on the page of our readers. Learn more.",
        "Nobody knows who owns the fog above the mill.",
    ],
    ids=["a label", "no sentence", "a policy", "what leads elsewhere", "another sentence"],
)
def test_beside_an_article_with_a_correction_others_are_none(line: str) -> None:
    assert told(line, CORRECTIONS[0], *TEXT) == [CORRECTIONS[0]]
    assert told(CORRECTIONS[0], *TEXT, line) == [CORRECTIONS[0]]


def test_nor_is_what_stands_far_above_or_on_a_page_without_an_article() -> None:
    above = ("Home", "News", "Sport")
    assert told(*above[:2], CORRECTIONS[0], *above[2:], *TEXT) == [CORRECTIONS[0]]
    assert told(CORRECTIONS[0], *above, *TEXT) == []
    assert told(CORRECTIONS[0], *above) == []


def test_of_a_correction_that_is_printed_twice_one_stays() -> None:
    text = clean(as_text(CORRECTIONS[0], *TEXT, CORRECTIONS[0]))
    assert text.split("\n\n") == [CORRECTIONS[0], *TEXT]


def test_what_a_site_prints_on_other_pages_too_is_no_correction() -> None:
    note = "Editor's note: The names in our reports may have been changed."
    page = as_text(*TEXT, note)
    memory = SiteMemory()
    others = [
        as_text(*(f"{word} {block}" for block in TEXT), note) for word in ("Then", "Once", "Here", "There", "Now")
    ]
    memory.learn([("mill.example", other) for other in others])
    assert note in clean(page)
    assert note not in clean(page, site=memory.for_host("mill.example"))


def test_nouns_that_open_sentences_are_no_corrections() -> None:
    for opening in ("Oprava mostu začne v pondělí ráno.", "Koreksi harga minyak berlanjut pada hari Senin."):
        assert not View(read(opening, "text")).cues[INDEX["correction"]].any()
