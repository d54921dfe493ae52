"""Overview: what lists say of their stories is no article, and who is never asked whether it is one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.lab.fixtures import fixtures_folder, load_case
from newsclean.reading.read import read
from newsclean.scoring import overview as module
from newsclean.scoring.overview import (
    DECLARED,
    FRONT,
    MOST,
    SMALL_TEXT,
    TRAITS,
    UNSAID,
    overview,
    tells_of_stories,
)
from newsclean.scoring.scorer import Scored, scorer

MENU = "".join(
    f"<li><a href='/{name[:3]}'>{name}</a></li>"
    for name in ("News and views", "Sport today", "The weather", "Jobs and homes", "Shop") * 16
)
ON_TOPIC = (
    "From the first trial on Mill Lane to the vote on the ring road: all that we have written on trams in Eldham, and "
    "what readers ask us about them."
)
STORIES = (
    ("Tram to the harbour will open a year late", "The steel for the bridge has not come, and the old one is gone."),
    (
        "Baker of Mill Lane wins his case",
        "A judge says that bread may smell. His neighbour wants to go to the next court.",
    ),
    (
        "United draw in the rain",
        "Two goals in four minutes were not enough, and the keeper left the field with a limp.",
    ),
    ("A seal sleeps in the town hall", "Nobody knows how it came up the stairs. The vote on the budget was put off."),
    (
        "Rents rise faster than anywhere",
        "A room by the park costs half a nurse's wage, a study by two unions has found.",
    ),
    ("The choir that sings to cows", "Farmers say the milk is better for it. A professor of physics is not so sure."),
    ("School roof found unsafe", "Two hundred children learn in the gym until autumn, where it is warm and loud."),
    (
        "How to prune an old apple tree",
        "Wait for a dry day, says our gardener, and be braver than you think you should.",
    ),
    ("Fishing fleet stays in port", "Diesel is too dear for cod. The minister has asked for patience and a list."),
    ("Obituary: the woman who drew our maps", "She walked every lane of the county with a wheel and a thermos of tea."),
)
BRIEF = (
    "Trams will not run between Mill Lane and the harbour on Sunday, the company said on Friday, because the points at "
    "the depot have to be replaced. Buses leave from the market every ten minutes until eight in the evening.",
    "The points were last replaced in 1998. The work will cost 90,000 crowns.",
)


def cards(tag: str = "h3", date: bool = True) -> str:
    return "".join(
        f"<div class='c'><{tag}><a href='/s{n}'>{title}</a></{tag}>{f'<div>{n + 2} June 2023</div>' * date}"
        f"<p>{said}</p></div>"
        for n, (title, said) in enumerate(STORIES)
    )


def page(inside: str, title: str = "Trams", head: str = "") -> str:
    return (
        f"<html><head><title>{title} | The Eldham Gazette</title>{head}</head><body><ul>{MENU}</ul>"
        f"<main>{inside}</main><footer><p>Contact | Imprint | Privacy</p></footer></body></html>"
    )


def scored_of(source: str, mode: str = "html") -> Scored:
    return scorer(mode).score(View(read(source, "text" if mode == "run_on" else mode)))


def paragraphs(scored: Scored) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (scored.view.words > 12) & (scored.view.doc.links == 0)
    return found


@pytest.mark.parametrize("tag", ["h2", "h3", "div"])
def test_words_on_a_topic_above_a_list_are_no_article(tag: str) -> None:
    found = explain(page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards(tag)}"))
    assert found.text == ""
    assert found.flags == {"no_article"}


@pytest.mark.parametrize("tag", ["h2", "h3", "div"])
def test_an_article_in_brief_above_the_same_list_stays(tag: str) -> None:
    about = "<h1>No trams to the harbour on Sunday</h1><div>2 June 2023</div>"
    said = "".join(f"<p>{text}</p>" for text in BRIEF)
    kept = clean(page(f"{about}{said}{cards(tag)}", "No trams to the harbour on Sunday"))
    assert kept.startswith("\n\n".join(BRIEF))


def markdown(inside: str) -> str:
    menu = "\n".join(
        f"* [{name}](/{name[:3]})"
        for name in ("News and views", "Sport today", "The weather", "Jobs and homes", "Shop") * 16
    )
    listed = "\n\n".join(
        f"### [{title}](/s{n})\n\n{n + 2} June 2023\n\n{said}" for n, (title, said) in enumerate(STORIES)
    )
    return f"{menu}\n\n{inside}\n\n{listed}\n\nContact | Imprint | Privacy\n"


def test_in_markdown_too() -> None:
    assert clean(markdown(f"# Trams\n\n{ON_TOPIC}")) == ""
    brief = "\n\n".join(BRIEF)
    assert brief in clean(markdown(f"# No trams to the harbour on Sunday\n\n2 June 2023\n\n{brief}"))


@pytest.mark.parametrize("mode", ["html", "text", "markdown"])
def test_there_is_a_number_for_each_trait(mode: str) -> None:
    scored = scored_of(page(f"<p>{ON_TOPIC}</p>{cards()}") if mode == "html" else f"# Trams\n\n{ON_TOPIC}", mode)
    for kept in (paragraphs(scored), np.ones(scored.view.n, np.bool_)):
        values = overview(scored.view, scored.first, scored.score, kept)
        assert values.shape == (len(TRAITS), 1)
        assert np.isfinite(values).all()


def test_who_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: 0.01)
    plain = page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}")

    def told(source: str, mode: str = "html") -> bool:
        scored = scored_of(source, mode)
        return tells_of_stories(scored, scored.score, paragraphs(scored))

    assert told(plain)
    head = '<meta property="article:published_time" content="2023-06-05T10:00:00Z">'
    assert not told(page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}", head=head))
    title = "No trams to the harbour on Sunday"
    assert told(page(f"<h1>{title}</h1><p>{ON_TOPIC}</p>{cards()}"))
    assert not told(page(f"<h1>{title}</h1><p>{ON_TOPIC}</p>{cards()}", title))
    assert not told(page(f"<p>{ON_TOPIC}</p>" * 2))  # which are alike
    assert not told(f"<html><body><p>{ON_TOPIC}</p><p>Share</p></body></html>")  # and nothing else
    for words, short in ((MOST - 40, True), (MOST + 40, False)):
        inside = "".join(f"<p>{' '.join(f'w{n}{k}' for k in range(20))}.</p>" for n in range(words // 20))
        assert told(page(inside + MENU * 12)) is short
    assert not told(plain.replace("\n", " "), "run_on")
    scored = replace(scored_of(plain), presence=None)
    assert not tells_of_stories(scored, scored.score, paragraphs(scored))


OG = '<meta property="og:type" content="{}">'
LIST = '<script type="application/ld+json">{"@type": "CollectionPage"}</script>'
DESCRIBED = f'<meta name="description" content="{ON_TOPIC[:90]} ...">'
TITLED = "Trams and all that we know of them"


@pytest.mark.parametrize(
    ("source", "least"),
    [
        (page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}"), UNSAID),
        (page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}", head=OG.format("website")), UNSAID),
        (page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}", head=OG.format("article")), FRONT["html"]),
        (page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}", head=DESCRIBED), FRONT["html"]),
        (page(f"<b>{TITLED}</b><p>{ON_TOPIC}</p>{cards()}", TITLED), FRONT["html"]),
        (page(f"<b>{TITLED}</b><p>{ON_TOPIC}</p>{cards()}"), UNSAID),
        (f"<ul>{MENU}</ul><h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}", FRONT["html"]),
        (page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}", head=LIST), DECLARED),
        (page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}", head=LIST + OG.format("article")), DECLARED),
    ],
    ids=["nothing", "website", "article", "described", "titled", "other line", "no head", "list", "list and article"],
)
def test_how_likely_an_article_has_to_be_is_for_the_head_to_say(
    source: str, least: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    scored = scored_of(source)
    for above, told in ((-0.01, True), (0.01, False)):
        monkeypatch.setattr(module, "article_chance", lambda *_, above=above: least + above)
        assert tells_of_stories(scored, scored.score, paragraphs(scored)) is told


@pytest.mark.parametrize(("share", "head", "asked"), [(0.05, "", False), (0.05, LIST, True), (1.1, "", True)])
def test_a_page_that_calls_itself_a_list_is_asked_even_where_most_of_it_stays(
    share: float, head: str, asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: 0.01)
    monkeypatch.setitem(module.SHARE, "html", share)
    scored = scored_of(page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}", head=head))
    assert tells_of_stories(scored, scored.score, paragraphs(scored)) is asked


def test_but_not_where_there_is_next_to_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: 0.01)
    monkeypatch.setattr(module, "LISTED", 0.05)
    scored = scored_of(page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}", head=LIST))
    assert not tells_of_stories(scored, scored.score, paragraphs(scored))


def test_an_article_that_is_found_by_its_place_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    source = load_case(fixtures_folder() / "en-recipe-wrapped").source()
    kept = clean(source)
    asked: list[bool] = []

    def told(*_: object) -> bool:
        asked.append(True)
        return True

    monkeypatch.setattr("newsclean.selection.tells_of_stories", told)
    assert kept
    assert clean(source) == kept
    assert not asked
    assert clean(page(f"<p>{BRIEF[0]}</p>")) == ""
    assert asked


def test_where_balanced_keeps_nothing_precision_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    source = load_case(fixtures_folder() / "de-cookie-gesetz").source()
    most, fewer = (len(clean(source, prefer=prefer).split("\n\n")) for prefer in ("balanced", "precision"))
    assert most > fewer
    monkeypatch.setattr("newsclean.selection.tells_of_stories", lambda scored, score, kept: kept.sum() >= most)
    assert clean(source, prefer="balanced") == ""
    assert clean(source, prefer="precision") == ""


@pytest.mark.parametrize(("lines", "told"), [(10, False), (60, True)])
def test_on_a_small_page_of_text_more_is_asked_for(lines: int, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "article_chance", lambda *_: (SMALL_TEXT + FRONT["text"]) / 2)
    menu = "\n".join(f"Name {n} of a section" for n in range(lines))
    scored = scored_of(f"{menu}\nTrams\n{ON_TOPIC}", "text")
    assert tells_of_stories(scored, scored.score, paragraphs(scored)) is told


def test_precision_keeps_no_more_than_balanced_and_recall_no_less() -> None:
    source = page(f"<h1>Trams</h1><p>{ON_TOPIC}</p>{cards()}")
    assert clean(source, prefer="precision") == ""
    assert ON_TOPIC in clean(source, prefer="recall")
