"""The bounds of the rules on cards, lists and comments, each met and missed, where all that stands there is liked."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from newsclean.evidence.view import Column, View
from newsclean.reading.html import read_html
from newsclean.reading.markdown import read_markdown
from newsclean.reading.text import read_text
from newsclean.scoring.comments import in_comments
from newsclean.scoring.story_cards import in_story_cards
from newsclean.scoring.story_lists import in_story_lists
from tests.test_comments import ARTICLE, COMMENTS, DATES, NAMES
from tests.test_story_cards import OG, STORIES, WALL, card, cards, page
from tests.texts import paragraphs

Rule = Callable[[View, Column, float], np.ndarray]
LONG = " ".join(WALL * 3)  # 123 words
SHORT = f"<main><h1>Wall closed</h1><p>{WALL[0]}</p></main>"
BESIDE = f"<main><h1>Wall closed</h1>{paragraphs(WALL)}</main>"


def told(rule: Rule, view: View) -> bool:
    return bool(rule(view, np.full(view.n, 0.9, np.float32), 0.5).any())


def in_html(inner: str, head: str = "", title: str = "The Strait") -> bool:
    return told(in_story_cards, View(read_html(page(inner, head, title))))


def section(inner: str) -> str:
    return f"<section>{inner}</section>"


def among(inner: str) -> str:
    """Within an article, whose last paragraph stands below."""
    return BESIDE.replace("</main>", f"{inner}<p>{WALL[0]}</p></main>")


LIVE = '<script type=\'application/ld+json\'>{"@type": "LiveBlogPosting"}</script>'
LISTED = OG("article") + '<script type=\'application/ld+json\'>{"@type": "CollectionPage"}</script>'
BELOW = "".join(
    f"<div class='c'><p>{blurb}</p><h3><a href='/a'>{title}</a></h3><i>4 March 2024</i></div>"
    for title, _, blurb in STORIES
)
MORE_LINES = "<div>one</div><div>two</div><div>three</div><div>four</div><div>five</div><div>six</div></div>"
FEW_SIGNED = "".join(
    card(title, "", blurb, date="4 March 2024" if place == 0 else "") for place, (title, _, blurb) in enumerate(STORIES)
)
PLAIN = cards(signed=False, date="")
SAID = f"<div class='said'><b>Ida</b><p>{WALL[0].replace('closed', 'shut')}</p></div>"
OTHERS = "".join(f"<div class='c'><p>{blurb}</p></div>" for _, _, blurb in STORIES)


@pytest.mark.parametrize(
    ("inner", "head", "found"),
    [
        pytest.param(section(cards()), "", True, id="cards"),
        pytest.param(section(cards()), LIVE, False, id="a live blog"),
        pytest.param(section("".join(card(*story) for story in STORIES[:2])), "", False, id="two of them"),
        pytest.param(section(cards().replace("</p></div>", f"</p>{MORE_LINES}")), "", False, id="of many lines"),
        pytest.param(BESIDE + section(cards()) + section(OTHERS * 2), OG("article"), False, id="few of their kind"),
        pytest.param(among(section(FEW_SIGNED)), OG("article"), False, id="few with a date"),
        pytest.param(BESIDE + section(cards(signed=False)), OG("article"), True, id="dated, beside an article"),
        pytest.param(section(cards(signed=False)), OG("article"), False, id="dated, alone in an article"),
        pytest.param(BESIDE + section(cards(date="")), LISTED, True, id="signed, in what calls itself a list"),
        pytest.param(among(section(cards(date=""))), OG("article"), False, id="signed, beside an article"),
        pytest.param(BESIDE + section(cards(date="")), OG("article"), True, id="at the end, beside an article"),
        pytest.param(section(BELOW), "", False, id="the headline below"),
        pytest.param(section(cards().replace("</p></div>", f"</p><p>{WALL[0]}</p></div>")), "", False, id="of two"),
        pytest.param(section(cards().replace("</p></div>", f" {LONG}</p></div>")), "", False, id="long"),
        pytest.param(section(cards(href="/live#entry")), "", False, id="to a place on the page"),
        pytest.param(among(section(cards(signed=False, date="Rated 4.7/5.0"))), OG("article"), False, id="rated"),
        pytest.param(SHORT + section(PLAIN), OG("article"), True, id="below one paragraph"),
        pytest.param("<h1>Wall closed</h1>" + section(PLAIN), OG("article"), False, id="below none"),
        pytest.param(BESIDE + section(PLAIN) + SAID, OG("article"), True, id="above comments"),
        pytest.param(BESIDE + section(PLAIN) + SAID * 9, OG("article"), False, id="above more words than the article"),
        pytest.param(f"<main>{BESIDE}{PLAIN}</main>", OG("article"), True, id="beside the element of its paragraphs"),
        pytest.param(BESIDE.replace("</main>", f"{PLAIN}</main>"), OG("article"), False, id="beside its paragraphs"),
        pytest.param(section(cards().replace("</a>", f" {' '.join(WALL)}</a>")), "", False, id="headlines of 40 words"),
    ],
)
def test_cards(inner: str, head: str, found: bool) -> None:
    assert in_html(inner, head) is found


def listed(form: str, stories: int = 5, blurb: str = "") -> str:
    return "\n".join(
        form.format(title=title, author=author, blurb=blurb or own) for title, author, own in STORIES[:stories]
    )


SIGNED = "{title}\n{author} - 4 March 2024\n{blurb}"
LINES = "Home\nSport\nMusic\nFilm\nBooks\n"


def test_a_list_above_an_article_is_spared_where_it_is_liked() -> None:
    view = View(read_text("\n".join([listed(SIGNED), *ARTICLE * 2])))
    blurbs = {blurb for _, _, blurb in STORIES}
    score = np.array([0.2 if view.doc.read_text(i) in blurbs else 0.9 for i in range(view.n)], np.float32)
    assert not told(in_story_lists, view)
    assert in_story_lists(view, score, 0.5).any()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(listed(SIGNED), True, id="a list"),
        pytest.param(listed(SIGNED, 3), False, id="three stories"),
        pytest.param(listed("{title}\n{author}\n{blurb}"), False, id="no dates"),
        pytest.param(listed("{title}\n4 March 2024\n{blurb}"), False, id="no authors"),
        pytest.param(listed(LINES + LINES + SIGNED), False, id="far apart"),
        pytest.param(listed(SIGNED, blurb=LONG), False, id="long"),
        pytest.param(listed("{title}\n{author} – Eldham – 4 March 2024\n{blurb}"), True, id="a place, too"),
        pytest.param(listed("{author}, 4 March 2024\n{blurb}"), False, id="no headlines"),
        pytest.param(listed("Harbour\n{author} - 4 March 2024\n{blurb}"), False, id="headlines of a word"),
        pytest.param(listed("It rained all day.\n{author} - 4 March 2024\n{blurb}"), False, id="short sentences"),
        pytest.param(listed("{author} Maria\n4 March 2024\n{blurb}"), False, id="events named by who sings"),
        pytest.param(listed("{title}\nBy {author}\n{blurb}\n") + "4 March 2024\n" * 3, False, id="dates elsewhere"),
        pytest.param("\n".join([listed(SIGNED), *WALL]), False, id="above paragraphs"),
    ],
)
def test_lists_of_text(text: str, found: bool) -> None:
    assert told(in_story_lists, View(read_text("\n".join([*ARTICLE * 2, text])))) is found


def test_the_last_of_a_list_above_an_article_is_spared() -> None:
    doc = read_text("\n".join(["Wall closed", *WALL, listed(SIGNED), *ARTICLE]))
    lowered = in_story_lists(View(doc), np.full(len(doc), 0.9, np.float32), 0.5)
    assert not lowered.any()


LINKED = "[{title}](/a)\n\n4 March 2024\n\n{blurb}\n"


@pytest.mark.parametrize(
    ("above", "stories", "found"), [(ARTICLE * 2, 3, True), (ARTICLE * 2, 2, False), (ARTICLE[:3], 5, False)]
)
def test_lists_of_markdown(above: list[str], stories: int, found: bool) -> None:
    doc = read_markdown("\n\n".join(["* [Home](/)\n* [Sport](/sport)", *above, listed(LINKED, stories)]))
    assert doc.marks is not None
    assert told(in_story_lists, View(doc)) is found


NAMED = [line for row in zip(NAMES, DATES, COMMENTS, strict=True) for line in row]
FEW_DATED = [line for row in zip(NAMES * 2, COMMENTS * 2, strict=True) for line in row]
TWO_DATES = [DATES[0], *COMMENTS, DATES[1], *ARTICLE[:3]]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param([*ARTICLE, "3 Comments", *NAMED], True, id="comments"),
        pytest.param([*ARTICLE[:3], "3 Comments", *NAMED, *NAMED], True, id="more below than above"),
        pytest.param([*ARTICLE[:3], "3 Comments", *NAMED * 5], False, id="far more below than above"),
        pytest.param(
            [WALL[0], "3 Comments", NAMES[0], DATES[0], "I saw that, and told them."], False, id="a line above"
        ),
        pytest.param([*ARTICLE, "3 Comments", *TWO_DATES], False, id="paragraphs without lines between"),
        pytest.param([*ARTICLE, "3 Comments", *NAMED[::3], *COMMENTS], False, id="no dates"),
        pytest.param([*ARTICLE * 3, "Comments by those who know it", DATES[0], *FEW_DATED], False, id="few dates"),
        pytest.param([*ARTICLE, "Readers' comments:", *NAMED], False, id="a colon"),
        pytest.param([*ARTICLE, "More stories", *NAMED], False, id="another label"),
    ],
)
def test_comments(lines: list[str], found: bool) -> None:
    assert told(in_comments, View(read_text("\n".join(lines)))) is found
