"""Resumed: a text goes on behind an advertisement's label or a pointer to another story, but not with an appeal."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.notes import RESUMED
from newsclean.scoring.resumed import resumed
from tests.texts import PARAGRAPHS

LAST = "Nobody was hurt."
LANGUAGES = {
    "de": (
        "Der Rat der kleinen Hafenstadt hat am Montag beschlossen, die alte Brücke für den größten Teil des Winters zu "
        "sperren, weil sich ihr Pfeiler um vier Zentimeter bewegt hat.",
        "Anzeige",
        "Verletzt wurde niemand.",
    ),
    "fr": (
        "Le conseil de la petite ville portuaire a décidé lundi de fermer le vieux pont pendant la plus grande partie "
        "de l'hiver, parce que son pilier a bougé de quatre centimètres.",
        "À lire aussi : Le bac change d'horaires",
        "Personne n'a été blessé.",
    ),
    "es": (
        "El consejo de la pequeña ciudad portuaria decidió el lunes cerrar el viejo puente durante la mayor parte del "
        "invierno, porque su pilar se ha movido cuatro centímetros.",
        "Publicidad",
        "No hubo heridos.",
    ),
    "ru": (
        "Совет маленького портового города решил в понедельник закрыть старый мост почти на всю зиму, потому что его "
        "опора сместилась на четыре сантиметра после весеннего паводка.",
        "Читайте также: Паром меняет расписание",
        "Никто не пострадал.",
    ),
}


def told(*lines: str, kept: int = 2, chance: float = 0.2) -> list[str]:
    """What goes on behind the first lines, which stay."""
    view = View(read("\n\n".join(lines), "text"))
    score = np.where(view.at < kept, 0.95, chance).astype(np.float32)
    return [view.doc.read_text(int(i)) for i in np.flatnonzero(resumed(view, score, view.at < kept))]


@pytest.mark.parametrize("line", ["Advertisement", "Read more: Ferry changes its hours", "Story continues below"])
def test_a_last_short_sentence_stays_behind_an_interruption(line: str) -> None:
    text = "\n\n".join([*PARAGRAPHS, LAST])
    for layout in ("\n\n", "\n"):
        page = explain(layout.join([*PARAGRAPHS, line, LAST]))
        assert page.text == text
        assert page.blocks[-1].note in ("", RESUMED)
    html = "".join(f"<p>{one}</p>" for one in (*PARAGRAPHS, line, LAST))
    assert clean(f"<article><h1>Bridge closed for the winter</h1>{html}</article>") == text


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_other_languages_too(code: str) -> None:
    paragraph, line, last = LANGUAGES[code]
    assert told(paragraph, line, last, kept=1) == [last]


def test_two_blocks_go_on_and_no_more() -> None:
    lines = [*PARAGRAPHS[:2], "Advertisement", "Story continues below", LAST, "Two men left.", "One came back."]
    assert told(*lines) == [LAST, "Two men left."]


@pytest.mark.parametrize(
    "behind",
    [
        ("Advertisement", "What do you think of it?"),
        ("Advertisement", "Sign up to our newsletter, and you will never miss a story."),
        ("Advertisement", "Our reporters work for you."),
        ("Advertisement", "Follow @post for more."),
        ("Advertisement", "The pier"),
        ("Advertisement", PARAGRAPHS[2]),  # which is long enough to be told by its chance
        ("Advertisement", "Yes."),
        ("Advertisement", "Photo: The pier in June."),
        ("Read more: Ferry changes its hours", "The ferries leave a little later."),  # which is said of that story
        ("Share", LAST),
        ("Read more", LAST),  # a label: what it opens may be another story's
        ("Related articles", LAST),
        ("Recommended for you: Ferry changes its hours", LAST),  # a label of several stories, too
        ("Read more: Ferry changes its hours.", LAST),  # a sentence of that story
        (f"Read more: Ferry changes its hours {'and its berth ' * 5}again", LAST),  # all that is shown of it
        ("Advertisement", "Story continues below", "Advertisement", LAST),  # more than a text is interrupted by
        ("Advertisement", "Nobody left."),
        ("Advertisement",),
        ("Ida Crane", LAST),
        (LAST,),
    ],
)
def test_others_do_not(behind: tuple[str, ...]) -> None:
    assert told(*PARAGRAPHS[:2], *behind) == []


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("Read more: Ferry changes its hours", "The mayor went home."),  # whose word the article has, but not the line
        ("Advertisement", '"You should subscribe to our newsletter," said the mayor.'),
    ],
)
def test_what_speaks_of_the_article_or_is_said_by_somebody_goes_on(line: str, last: str) -> None:
    assert told(*PARAGRAPHS[:2], line, last) == [last]


def test_nor_does_it_behind_a_line_that_stays_or_below_a_paragraph_that_goes() -> None:
    assert told(*PARAGRAPHS[:2], "Advertisement", LAST, kept=3) == []
    assert told(*PARAGRAPHS[:2], "Advertisement", LAST, kept=1) == []


def test_nor_what_is_next_to_impossible_or_stands_below_a_line() -> None:
    assert told(*PARAGRAPHS[:2], "Advertisement", LAST, chance=0.01) == []
    assert told("Bridge closed", "Advertisement", LAST, kept=1) == []
