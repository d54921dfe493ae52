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


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "Tobias Fenn writes about railways, rivers and the people who live beside them, about the towns that were "
            "built because of them and the trades that went with them, and about what is left of all that in our day.",
        ),
        ("en", "Tobias Fenn writes about railways. “They keep me awake at night,” he says."),
        ("en", "About the author of the report nothing is known in the town hall of Wexley so far."),
        ("en", ": so it goes in Wexley and beyond."),
        ("en", "The sea is grey. Covers the whole of the town."),
        ("en", "Nobody knows the man. Writes about islands, they say."),
        ("en", "The Wexley writes about railways, rivers and the people beside them."),
        ("en", "Wexley."),
        ("ko", "그 작가는 기차와 강, 작은 도시에 대해 글을 쓴다."),
        ("ko", "북해대학교법학전문대학원교수협의회는 기차와 강, 작은 도시에 대해 글을 쓴다."),
    ],
)
def test_a_last_line_that_says_more_or_less_than_a_note_stays(language: str, line: str) -> None:
    text = f"{article_in(language)}\n\n{line}"
    assert clean(text) == text


@pytest.mark.parametrize(
    "note", ["Lecturer at Wexley. Writes about courts.", "Journalist, traveller. Writes about islands."]
)
def test_what_its_author_is_may_open_a_note_without_a_name(note: str) -> None:
    assert clean(f"{article_in('en')}\n\n{note}") == article_in("en")


@pytest.mark.parametrize("above", ["…", ":"])
def test_a_sign_is_no_label(above: str) -> None:
    line = "Ruth lives in Wexley with two dogs and has written on ports."
    assert clean(f"{article_in('en')}\n\n{above}\n\n{line}").endswith(line)


def test_a_label_that_stands_alone_is_no_note() -> None:
    reasons = explain(f"{article_in('en')}\n\nAbout the author").blocks[-1].reasons
    assert "a note on the author" not in {reason.name for reason in reasons}


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
