"""Notices in a page's place: told by their words where little else stays, and no article that quotes them lost."""

from __future__ import annotations

import numpy as np
import pytest

import newsclean
from newsclean.evidence.view import View
from newsclean.reading.html import read_html
from newsclean.scoring.notices import unseen_notices

STORY = (
    "The ferry to the outer islands stayed in harbour, because the man who winds its clock has had a cold since May."
)
LONG = "\n\n".join(f"{STORY} On day {word} nobody complained." for word in ("one", "two", "three", "four", "five"))


@pytest.mark.parametrize(
    "text",
    [
        "You need to enable JavaScript to run this app.",
        "We’re sorry, the page you’re looking for can’t be found.",
        "403 Forbidden\n\nnginx/1.18.0",
        "Just a moment...\n\nThe Tern needs to look at your connection before it goes on.",
        "Die gewünschte Seite wurde leider nicht gefunden. Bitte prüfen Sie, ob die Adresse stimmt.",
        "К сожалению, запрашиваемая вами страница не существует.",
        "お探しのページは見つかりませんでした。トップページからお探しください。",
        "عذراً، الصفحة التي تبحث عنها غير موجودة.",
    ],
)
@pytest.mark.parametrize("prefer", ["balanced", "precision", "recall"])
def test_a_notice_is_no_article(text: str, prefer: str) -> None:
    page = newsclean.explain(text, prefer=prefer)
    assert page.text == ""
    assert page.flags == {"no_article"}


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


def test_an_article_that_scripts_show_may_speak_of_them() -> None:
    said = "“Please enable JavaScript to sail,” said the screen at the quay, and nobody did."
    lines = "".join(f"<p>{line}</p>" for line in [*LONG.split("\n\n"), said])
    view = View(read_html(f"<p>{STORY}</p><div hidden id='S:0'>{lines}</div>"))
    assert not unseen_notices(view, np.full(view.n, 0.9, np.float32), 0.5).any()
    assert said in newsclean.clean(f"<nav><a href=/>Home</a></nav><div hidden id='S:0'><h1>Ferry</h1>{lines}</div>")
