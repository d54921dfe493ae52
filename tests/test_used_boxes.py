"""Used boxes: elements with a button, a field, a player or a frame in them, among an article's paragraphs or above."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest

from newsclean import clean, explain
from newsclean.reading.html import read_html
from newsclean.scoring.used_boxes import in_used_boxes
from tests.texts import lowered_by, paragraphs

BODY = [
    f"The ferry to the northern islands sails again from {day}, eleven days after the storm had taken its landing away."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
]
TITLE, SENTENCE = "The harbour, told by ear", "Two voices and a kettle, every evening at six."
SAID, BUTTON = f"<p>{TITLE}</p><p>{SENTENCE}</p>", "<button>Begin</button>"
POINTS = ["The ferry sails again.", "The landing was torn away.", "Nobody was hurt."]
MADE = "Put together by a machine that has read it all."
lowered = partial(lowered_by, in_used_boxes)


def page(box: str, *, at: int = 2, body: list[str] = BODY) -> str:
    """A page with a box in place of one of the gaps between its paragraphs."""
    parts = (paragraphs(body[:at]), box, paragraphs(body[at:]))
    return f"<html><body><div class='t'><h1>Ferry sails again</h1>{''.join(parts)}</div></body></html>"


def box(inside: str = SAID + BUTTON, tag: str = "div", name: str = "x1") -> str:
    return f"<{tag} class='{name}'>{inside}</{tag}>"


def items(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def test_what_stands_around_a_button_goes() -> None:
    source = page(box())
    assert lowered(source) == [TITLE, SENTENCE]
    assert clean(source) == "\n\n".join(BODY)
    reasons = {block.text: [reason.name for reason in block.reasons] for block in explain(source).blocks}
    assert "in a box to be used" in reasons[SENTENCE]
    assert SENTENCE in clean(source, prefer="recall")


@pytest.mark.parametrize(
    "used",
    [
        "<input name='q'>",
        "<select><option>One</select>",
        "<textarea></textarea>",
        "<audio src='/a.mp3'></audio>",
        "<video></video>",
        "<iframe src='/f'></iframe>",
        "<progress value='3'></progress>",
        "<span><i><button>Begin</button></i></span>",
    ],
)
def test_fields_players_and_frames_are_used_too(used: str) -> None:
    assert lowered(page(box(SAID + used))) == [TITLE, SENTENCE]


@pytest.mark.parametrize("used", ["", "<input type='hidden'>", "<img src='/i.png'>", "<button aria-expanded='false'>"])
def test_what_is_not_used_makes_no_box(used: str) -> None:
    assert lowered(page(box(SAID + used))) == []


@pytest.mark.parametrize("tag", ["blockquote", "figure", "article", "ul", "dl"])
def test_quotations_and_lists_are_no_boxes(tag: str) -> None:
    assert lowered(page(box(tag=tag))) == []


@pytest.mark.parametrize("tag", ["pre", "blockquote"])
def test_code_and_quotations_are_the_articles_though_a_button_copies_them(tag: str) -> None:
    assert lowered(page(box(f"<p>{TITLE}</p><{tag}>{SENTENCE}</{tag}>{BUTTON}"))) == []
    assert lowered(page(box(f"<p>{TITLE}</p><div>{SENTENCE}</div>{BUTTON}"))) == [TITLE, SENTENCE]


def test_a_table_that_can_be_sorted_is_the_articles() -> None:
    rows = "".join(f"<tr><td>Pier {n}</td><td>{n * 7}</td></tr>" for n in range(1, 4))
    assert lowered(page(box(f"<table>{rows}</table>{BUTTON}"))) == []


def test_one_block_is_no_box() -> None:
    assert lowered(page(box(f"<h2>{TITLE}</h2>{BUTTON}"))) == []


def test_many_blocks_are_no_box() -> None:
    assert lowered(page(box("".join(f"<p>Harbour {n}.</p>" for n in "abcdefgh") + BUTTON))) != []
    assert lowered(page(box("".join(f"<p>Harbour {n}.</p>" for n in "abcdefghi") + BUTTON))) == []


def test_many_words_are_no_box() -> None:
    assert lowered(page(box(f"<p>{'The harbour sleeps. ' * 20}</p>{SAID}{BUTTON}"))) == []


def test_several_of_a_kind_are_what_the_page_is_made_of() -> None:
    assert lowered(page(box() + box())) == []
    assert lowered(page(box() + box(name="other"))) == [TITLE, SENTENCE] * 2
    assert lowered(page(box() + box(SAID))) == [TITLE, SENTENCE]


def test_a_box_in_which_nothing_would_stay_is_left_alone() -> None:
    assert lowered(page(box()), disliked=[TITLE, SENTENCE]) == []


def test_a_box_stands_among_the_paragraphs() -> None:
    assert lowered(page(box(), at=0)) == []
    assert lowered(page(box(), body=BODY[:2])) == []
    assert lowered(page(box()), disliked=BODY[2:]) == []
    assert lowered(page(f"<figure>{box()}</figure>")) == []


def test_paragraphs_may_be_wrapped() -> None:
    wrapped = "".join(f"<div><h2>Day {n}</h2><p>{text}</p></div>" for n, text in enumerate(BODY))
    source = f"<html><body><div class='t'><h1>Ferry</h1>{wrapped}{box()}</div></body></html>"
    assert lowered(source) == [TITLE, SENTENCE]
    assert lowered(source.replace("<h2>", "<p>").replace("</h2>", "</p>")) == []


def test_a_list_of_things_is_the_articles_own() -> None:
    things = ["Two cups of flour", "A spoon of salt", "Warm water"]
    assert lowered(page(box(f"<p>{TITLE}</p>{items(things)}{BUTTON}"))) == []
    assert lowered(page(box(f"<p>{TITLE}</p>{items(POINTS)}{BUTTON}"))) == [TITLE, *POINTS]
    assert lowered(page(box(f"<p>{TITLE}</p>{items(POINTS)}{BUTTON}"), at=3)) == [TITLE, *POINTS]
    assert lowered(page(box(f"{SAID}<p>{SENTENCE}</p>{items(things[:2])}{BUTTON}"))) != []
    assert lowered(page(box(SAID + items(things) + BUTTON))) == []
    assert lowered(page(box(SAID + items(things) + BUTTON)), disliked=things) != []


def test_points_above_the_article_that_can_be_rated_go() -> None:
    rated = f"{items(POINTS)}<p>{MADE}</p>{BUTTON}"
    deck = "<p>It will carry the mail, two doctors and a piano that has waited for a boat since January.</p>"
    for at in (0, 2):
        source = page(f"{deck if at == 0 else ''}<figure>{box(rated)}</figure>", at=at)
        assert lowered(source) == [*POINTS, MADE]
        assert lowered(source, disliked=POINTS) == []
        assert lowered(source.replace(MADE, f"{MADE} " * 10)) == []
    assert lowered(page(f"<figure>{box(rated)}</figure>", at=3)) == []
    assert lowered(page(box(rated.replace(BUTTON, "")), at=0)) == []
    assert lowered(page(box(f"{items(POINTS[:1])}<p>{MADE}</p>{BUTTON}"), at=0)) == []
    assert lowered(page(box(f"{items([point[:-1] for point in POINTS])}<p>{MADE}</p>{BUTTON}"), at=0)) == []


def test_the_articles_head_is_no_summary() -> None:
    head = f"<h1>Ferry sails again</h1>{items(POINTS)}{BUTTON}"
    source = f"<html><body><div class='t'>{box(head)}{paragraphs(BODY)}</div></body></html>"
    assert lowered(source) == []
    assert lowered(source.replace("h1>", "h2>")) == ["Ferry sails again", *POINTS]


def test_what_is_used_counts_for_the_element_around_it() -> None:
    markup = read_html(
        "<div class=a><p>One.<button>B</button></p><div><div><input></div></div></div><p>Two.</p>"
    ).markup
    assert markup is not None
    tags = [markup.tags[tag] for tag in markup.tag.tolist()]
    assert [(tag, n) for tag, n in zip(tags, markup.interactive.tolist(), strict=True) if n] == [("div", 1), ("p", 1)]


def test_deep_empty_elements_take_no_time() -> None:
    deep = 3000
    source = f"<p>{BODY[0]}</p>{'<div><input>' * deep}{'</div>' * deep}<p>{BODY[1]}</p>"
    markup = read_html(source).markup
    assert markup is not None
    assert markup.interactive.sum() == deep
