"""Lists of other stories in text and Markdown: headline, author, date and a few words, again and again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean import clean, explain
from tests.test_story_cards import STORIES, WALL

Form = Callable[[str, str, str], str]
DATES = ["4 March 2024", "4 March 2024", "3 March 2024", "3 March 2024", "2 March 2024"]
FORMS: dict[str, Form] = {
    "above": lambda title, author, date: f"{title}\n{author} - {date}\n{{}}",
    "by, on two lines": lambda title, author, date: f"{title}\nBy {author}\n{date}\n{{}}",
    "below": lambda title, author, date: f"{title}\n{{}}\n{author}, {date}",
}
LINKED: dict[str, Form] = {
    "dated": lambda title, author, date: f"### [{title}](/a)\n\n{date}\n\n{{}}\n",
    "signed": lambda title, author, date: f"[{title}](/a)\n\n{{}}\n\nBy {author}, {date}\n",
}
MARKDOWN_MENU = "* [Home](/)\n* [Local](/local)\n* [Sport](/sport)\n\n"
LONG = [*WALL, "A diver will look at the foundations on Wednesday, when the tide is at its lowest for a fortnight."]
MORE = [
    "The wall was built of granite in 1887, and was last mended thirty years ago, when a storm took the promenade.",
    "Whether the county or the town has to pay for it has been before a court for two years, said the town clerk.",
    "Until the divers are done nobody can say what it will cost, or how long the lower path will have to be closed.",
]


def listed(form: Form, dates: list[str] = DATES) -> str:
    rows = zip(STORIES, dates, strict=True)
    return "\n".join(form(title, author, date).format(blurb) for (title, author, blurb), date in rows)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_list_below_an_article_goes_and_the_reason_says_so(form: Form) -> None:
    made = explain("\n".join([*LONG, "More stories", listed(form)]))
    assert made.text == "\n\n".join(LONG)
    told = [block.text for block in made.blocks if "in a list of other stories" in [why.name for why in block.reasons]]
    assert {blurb for _, _, blurb in STORIES} <= set(told)


@pytest.mark.parametrize("form", LINKED.values(), ids=LINKED)
def test_links_tell_headlines_of_markdown(form: Form) -> None:
    body = "\n\n".join([*LONG, *MORE])
    assert clean(f"{MARKDOWN_MENU}{body}\n\n## More\n\n{listed(form)}", kind="markdown") == body


def test_events_below_an_article_stay() -> None:
    text = "\n".join([*LONG, listed(lambda title, author, date: f"{title}\n{date}\n{{}}")])
    assert all(blurb in clean(text) for _, _, blurb in STORIES)


def test_a_list_of_events_in_markdown_that_is_the_article_stays() -> None:
    text = "# What is on in March\n\n" + listed(LINKED["dated"])
    assert all(blurb in clean(text, kind="markdown") for _, _, blurb in STORIES)


def test_books_with_their_authors_stay() -> None:
    text = "\n".join([*LONG, listed(lambda title, author, date: f"{title}\nBy {author}\n{{}}")])
    assert all(blurb in clean(text) for _, _, blurb in STORIES)


def test_entries_of_several_paragraphs_stay() -> None:
    entry: Form = lambda title, author, date: f"{title}\nBy {author}, {date}\n{{}}\n{WALL[0]}"  # noqa: E731
    text = "\n".join([*LONG, listed(entry)])
    assert all(blurb in clean(text) for _, _, blurb in STORIES)


@pytest.mark.parametrize("form", [FORMS["above"], FORMS["by, on two lines"]])
def test_a_short_article_above_a_list_is_none_of_its_stories(form: Form) -> None:
    own = "Section of sea wall closed\nDora Finch - 5 March 2024\n" + " ".join(WALL)
    kept = clean("\n".join([own, listed(form)]))
    assert " ".join(WALL) in kept
    assert not any(blurb in kept for _, _, blurb in STORIES)


def test_an_article_below_a_list_keeps_its_standfirst() -> None:
    own = ["Section of sea wall closed", WALL[0], "By Dora Finch", "5 March 2024", *LONG[1:], *LONG]
    assert WALL[0] in clean("\n".join([listed(FORMS["by, on two lines"]), *own]))


def test_neither_does_one_whose_first_paragraph_looks_like_a_story() -> None:
    own = [
        "Section of sea wall closed",
        WALL[0],
        "By Dora Finch",
        "5 March 2024",
        "Copy link",
        WALL[1],
        *LONG[1:],
        *MORE,
        *LONG,
    ]
    assert WALL[0] in clean("\n".join([listed(FORMS["by, on two lines"]), *own]))
