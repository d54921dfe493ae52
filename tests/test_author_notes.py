"""What is said of an author below an article goes, in many languages; what an article ends with stays."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean import clean, explain

ARTICLES = Path(__file__).parents[1] / "fixtures" / "strays"
LINES = tomllib.loads((Path(__file__).parent / "author_notes.toml").read_text(encoding="utf-8"))


def article_in(language: str) -> str:
    """A short article in a language."""
    read = tomllib.loads((ARTICLES / f"{language}.toml").read_text(encoding="utf-8"))
    return "\n\n".join(read["paragraphs"])


def lines_of(key: str) -> list[tuple[str, str]]:
    return [(language, line) for language, lines in LINES.items() for line in lines[key]]


@pytest.mark.parametrize(("language", "note"), lines_of("note"))
def test_a_note_on_the_author_goes(language: str, note: str) -> None:
    article = article_in(language)
    assert clean(f"{article}\n\n{note}") == article


@pytest.mark.parametrize(("language", "last"), lines_of("article"))
def test_a_last_paragraph_near_to_one_stays(language: str, last: str) -> None:
    text = f"{article_in(language)}\n\n{last}"
    assert clean(text) == text


def test_a_note_says_why_it_goes() -> None:
    page = explain(f"{article_in('en')}\n\nTobias Fenn writes about railways, rivers and the people beside them.")
    assert page.blocks[-1].reasons[0].name == "a note on the author"


@pytest.mark.parametrize(
    "label", ["About the author", "About the author:", "Über die Autorin", "Sobre el autor", "Об авторе", "著者紹介"]
)
def test_a_note_below_its_label_goes(label: str) -> None:
    article = article_in("en")
    assert clean(f"{article}\n\n{label}\n\nRuth lives in Wexley with two dogs and has written on ports.") == article


def test_of_whom_the_article_speaks_nothing_goes() -> None:
    article = article_in("en")
    told = f"{article}\n\nThe chain was first seen by Tobias Fenn, who was out on the quay that night with a lamp."
    text = f"{told}\n\nTobias Fenn writes about railways, rivers and the people who live beside them."
    assert clean(text) == text


@pytest.mark.parametrize("signs", ["***", "-- > --", "(", "· · ·"])
def test_signs_below_an_article_are_survived(signs: str) -> None:
    article = article_in("en")
    assert clean(f"{article}\n\n{signs}\n\n{signs}").startswith(article)


@pytest.mark.parametrize(
    ("language", "line", "determiner"),
    [
        ("en", "Tobias Fenn writes about {}railways, rivers and the people beside them.", "these "),
        ("pl", "Marta Lisowska pisze o {}gospodarce morskiej i o portach nad Bałtykiem.", "tej "),
        ("cs", "Marta Lisková píše o {}hospodářství a o přístavech na severu Evropy.", "tomto "),
        ("uk", "Марта Лісова пише про {}порти північного моря та їхню історію.", "ці "),
        ("ro", "Marta Lisescu scrie despre {}porturi și economie maritimă.", "aceste "),
        ("fr", "Marthe Lisier écrit sur {}ports du nord et leur histoire.", "leurs "),
        ("da", "Marta Lisberg skriver om {}havne og søfart i nord.", "deres "),
    ],
)
def test_who_writes_about_one_thing_need_not_be_the_author(language: str, line: str, determiner: str) -> None:
    article = article_in(language)
    assert clean(f"{article}\n\n{line.format('')}") == article
    about_one = f"{article}\n\n{line.format(determiner)}"
    assert clean(about_one) == about_one
