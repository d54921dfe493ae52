"""Other stories below the article: told by elements like the article's own, and left alone where they are its parts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.extraction import extract
from newsclean.models import Models
from newsclean.reading.html import read_html
from newsclean.reading.markdown import read_markdown
from newsclean.scoring.other_stories import in_other_stories, other_stories
from tests.texts import paragraphs

FERRY = [
    f"The night ferry to the islands will carry passengers again from {day}, three years after the line gave it up."
    for day in ("Monday", "Tuesday", "Wednesday")
]
GLACIER = [
    f"A glacier that had been given up for dead has grown by {size} metres in one winter, said those who walked it."
    for size in ("forty", "fifty", "sixty")
]


DATE = "<p class='date'>8 February 2024</p>"


def story(
    title: str, texts: list[str], tag: str = "section", level: int = 1, name: str = "story", date: str = DATE
) -> str:
    return f"<{tag} class='{name}'><h{level} class='title'>{title}</h{level}>{date}{paragraphs(texts)}</{tag}>"


def page(*stories: str, title: str = "Night ferry returns - The Strait") -> str:
    menu = "<nav><a href='/'>Home</a> <a href='/sea'>Sea</a></nav>"
    return f"<html><head><title>{title}</title></head><body>{menu}<div>{''.join(stories)}</div></body></html>"


FIRST = story("Night ferry returns", FERRY)
APPENDED = page(FIRST, story("The glacier that came back", GLACIER))


def found(source: str) -> list[str]:
    """The texts of all blocks of other stories, where everything is liked."""
    doc = read_html(source)
    first, end = other_stories(View(doc), np.full(len(doc), 0.9, np.float32), 0.5)
    return [doc.block_text(i) for a, b in zip(first.tolist(), end.tolist(), strict=True) for i in range(a, b)]


def test_the_appended_story_goes_and_the_reason_says_so() -> None:
    made = explain(APPENDED)
    assert made.text == "\n\n".join(FERRY)
    assert "several_articles" in made.flags
    named = [block.text for block in made.blocks if "in another story" in [reason.name for reason in block.reasons]]
    assert named == ["The glacier that came back", "8 February 2024", *GLACIER]


def test_the_story_alone_has_no_such_flag() -> None:
    assert "several_articles" not in explain(page(FIRST)).flags


def test_who_prefers_recall_keeps_it() -> None:
    assert GLACIER[0] in clean(APPENDED, prefer="recall")
    assert GLACIER[0] not in clean(APPENDED, prefer="precision")


def test_it_goes_where_another_extractor_was_heard_too() -> None:
    found = extract(read_html(APPENDED), Models(opinion_below=1.1))
    assert found.scores.opinion is not None
    assert found.text == "\n\n".join(FERRY)


@pytest.mark.parametrize(
    "source",
    [
        APPENDED,
        page(story("Night ferry returns", FERRY, "article", 1), story("The glacier", GLACIER, "article", 2)),
        page(story("Night ferry returns", FERRY, "article", 2), story("The glacier", GLACIER, "article", 2)),
        page(story("Night ferry returns", FERRY, name="post post-17"), story("Ice", GLACIER, name="post post-16")),
        page(f"<div class='wrap'>{FIRST}</div>", "<p>Up next</p>", f"<div class='wrap'>{story('Ice', GLACIER)}</div>"),
        page(FIRST, story("Ice", GLACIER), title="Ferry line is back").replace(
            "</head>", '<meta property="og:title" content="Night ferry returns"></head>'
        ),
    ],
    ids=["sections", "articles", "articles below h2", "numbered classes", "wrapped", "title of OpenGraph"],
)
def test_what_is_another_story(source: str) -> None:
    assert set(GLACIER) <= set(found(source))
    assert not set(FERRY) & set(found(source))


@pytest.mark.parametrize(
    "source",
    [
        page(FIRST),
        page(FIRST, story("What it costs", GLACIER, level=2)),
        page(FIRST, story("What it costs", GLACIER, name="story-extra")),
        page(FIRST, f"<section class='story'>{paragraphs(GLACIER)}</section>"),
        page(FIRST, story("Night ferry returns", GLACIER)),
        page(story("Night ferry returns", FERRY, level=2), story("What it costs", GLACIER, level=2)),
        page("<h1 class='title'>Night ferry returns</h1>", story("The boat", FERRY), story("The fare", GLACIER)),
        page(FIRST, story("The glacier", GLACIER), title="The Strait"),
        page(story("Night ferry returns", ["By Per Holm"]), story("The boat", FERRY), story("The fare", GLACIER)),
        page(FIRST.replace(" class='story'", ""), story("Ice", GLACIER).replace(" class='story'", "")),
        "",
        "<h1></h1><h1></h1>",
    ],
    ids=[
        "one", "sub-heading", "other class", "no heading", "the same title", "sections below h2", "title above both",
        "title of none", "title without a text", "nameless", "nothing", "empty headings",
    ],
)  # fmt: skip
def test_what_is_none(source: str) -> None:
    assert found(source) == []


@pytest.mark.parametrize("tag", ["section", "article"])
@pytest.mark.parametrize("date", [DATE, "<p>By Per Holm, 8 February 2024</p>", "<time>2024-02-08</time>"])
def test_chapters_of_a_story_with_a_date_have_none_and_stay(tag: str, date: str) -> None:
    first = story("Night ferry returns", FERRY, tag, date=date)
    source = page(
        first, story("What the ice left", GLACIER[:2], tag, date=""), story("Fares", GLACIER[2:], tag, date="")
    )
    assert found(source) == []
    assert all(text in clean(source) for text in FERRY + GLACIER)


@pytest.mark.parametrize(
    "date",
    [
        *(DATE, "<p>February 3</p>", "<time>18:05</time>", "<p>2 hours ago</p>", "<p>08/02/24</p>"),
        *("<p>Updated this morning</p>", "<p>Winter 2024</p>"),
    ],
)
def test_another_story_with_whatever_date_goes(date: str) -> None:
    assert set(GLACIER) <= set(found(page(FIRST, story("Ice", GLACIER, date=date))))


LATER = "<p>The ferry that the line gave up on 8 February 2024 will sail again from Monday on and on Sundays too</p>"
NO_DATES = ["<p>It sailed on 8 February 2024.</p>", LATER, "<p>The May queen</p>"]


@pytest.mark.parametrize("line", [*NO_DATES, "<p>3 pictures</p>"])
def test_a_chapter_below_a_dated_title_that_only_looks_dated_stays(line: str) -> None:
    assert found(page(FIRST, story("What the ice left", GLACIER, date=line))) == []


@pytest.mark.parametrize("line", [*NO_DATES, "<p>Winter 2024</p>"])
def test_where_the_title_s_line_is_no_date_none_is_asked_of_other_stories(line: str) -> None:
    source = page(story("Night ferry returns", FERRY, date=line), story("Ice", GLACIER, date=""))
    assert found(source) == ["Ice", *GLACIER]


@pytest.mark.parametrize(
    ("heading", "told"),
    [("<h1>{}</h1>", True), ("<h2>{}</h2>", False), ("<h2 class='extra'>{}</h2>", False)],
    ids=["the same", "of another level", "of another name"],
)
def test_of_articles_with_nameless_headings_one_with_the_same_is_another_story(heading: str, told: bool) -> None:
    titles = "<h1>Night ferry returns</h1>", heading.format("Ice")
    articles = [
        f"<article>{title}{DATE}{paragraphs(text)}</article>"
        for title, text in zip(titles, (FERRY, GLACIER), strict=True)
    ]
    assert bool(found(page(*articles))) is told


def test_stories_without_any_date_are_told_by_their_titles() -> None:
    source = page(story("Night ferry returns", FERRY, date=""), story("Ice", GLACIER, date=""))
    assert found(source) == ["Ice", *GLACIER]


def test_a_list_of_items_below_the_title_stays() -> None:
    items = [story(f"{n}. A walk", [text], "article", 2) for n, text in enumerate(FERRY + GLACIER, 1)]
    source = page("<header><h1 class='title'>Six walks by the sea</h1></header>", *items, title="Six walks by the sea")
    assert all(text in clean(source) for text in FERRY + GLACIER)


def test_only_what_stands_in_the_other_story_is_lowered() -> None:
    doc = read_html(APPENDED)
    score = np.full(len(doc), 0.9, np.float32)
    made = in_other_stories(View(doc), score, 0.5)
    lowered = [doc.block_text(i) for i in np.flatnonzero(made).tolist()]
    assert lowered == ["The glacier that came back", "8 February 2024", *GLACIER]


def test_markdown_has_none() -> None:
    view = View(read_markdown("# Night ferry returns\n\nThe night ferry returns.\n\n# The glacier\n\nIt came back."))
    score = np.full(view.n, 0.9, np.float32)
    assert not in_other_stories(view, score, 0.5).any()


@pytest.mark.parametrize("deep", [False, True])
def test_ten_times_the_page_takes_ten_times_as_long(deep: bool, check_linear: Callable[..., None]) -> None:
    def view(times: int) -> View:
        other = story("The glacier", GLACIER[:1])
        inside = "<div class='a'>" * times + FIRST + "</div>" * times if deep else FIRST
        seen = View(read_html(page(inside, *[other] * times)))
        find(seen)  # what all evidence shares is not counted
        return seen

    def find(seen: View) -> None:
        other_stories(seen, np.full(seen.n, 0.9, np.float32), 0.5)

    check_linear(find, view(300), view(3000))
