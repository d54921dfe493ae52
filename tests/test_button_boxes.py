"""Button boxes: elements among an article's paragraphs that have one button, a form, or links but for one block."""

from __future__ import annotations

from functools import partial

import pytest

from newsclean import Role, clean, explain
from newsclean.scoring.button_boxes import in_button_boxes
from tests.texts import lowered_by, paragraphs

BODY = [
    f"The ferry to the northern islands sails again from {day}, eleven days after the storm had taken its landing away."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
]
TITLE, SENTENCE = "Islands in your pocket", "What happens between the harbours, every evening at six."
BUTTON, SMALL = "Yes, count me in", "Leave whenever you like."
LINK = f"<p><a href='/in'>{BUTTON}</a></p>"
BOX = f"<p>{TITLE}</p><p>{SENTENCE}</p>{LINK}<p>{SMALL}</p>"
PROSE = "The harbour master writes down every evening who has come over from the islands and what they had to tell."
LINES = [TITLE, SENTENCE, BUTTON, SMALL]
lowered = partial(lowered_by, in_button_boxes)


def page(*boxes: str, body: list[str] = BODY) -> str:
    """A page with boxes behind its second paragraph, one behind the other."""
    head = "<head><title>Ferry sails again</title></head>"
    parts = (paragraphs(body[:2]), *boxes, paragraphs(body[2:]))
    return f"<html>{head}<body><div class='t'><h1>Ferry sails again</h1>{''.join(parts)}</div></body></html>"


def box(inside: str = BOX, tag: str = "div", name: str = "x1") -> str:
    return f"<{tag} class='{name}'>{inside}</{tag}>"


def test_what_stands_around_a_button_goes() -> None:
    assert lowered(page(box())) == LINES
    source = page(box(f"<p>{TITLE}</p><p>{PROSE}</p>{LINK}"))
    assert clean(source) == "\n\n".join(BODY)
    blocks = {block.text: block for block in explain(source).blocks}
    assert blocks[PROSE].reasons[0].name == "in a box around a button"
    assert blocks[PROSE].role == Role.PROMO
    assert PROSE in clean(source, prefer="recall")


@pytest.mark.parametrize("tag", ["div", "section", "aside", "center"])
def test_a_box_is_any_element_of_its_own(tag: str) -> None:
    assert lowered(page(box(tag=tag))) == LINES
    assert lowered(page(box(f"<div><div>{BOX}</div></div>", tag=tag))) == LINES


@pytest.mark.parametrize("tag", ["blockquote", "figure", "article", "ul", "dl"])
def test_quotations_and_lists_are_no_boxes(tag: str) -> None:
    assert lowered(page(box(tag=tag))) == []


def test_what_stands_among_the_paragraphs_without_an_element_stays() -> None:
    assert lowered(page(BOX)) == []


def test_a_form_is_as_good_as_a_button() -> None:
    form = "<form><label>Your address <input name='m'></label><button>Send</button></form>"
    said = f"<p>{TITLE}</p><p>{SENTENCE}</p>"
    assert lowered(page(box(said + form))) == [TITLE, SENTENCE, "Your address"]
    assert lowered(page(box(said + "<label><input type='radio'> Yes, badly</label>"))) == [
        TITLE,
        SENTENCE,
        "Yes, badly",
    ]
    assert lowered(page(box(said))) == []
    assert lowered(page(box(said + form + LINK))) == [TITLE, SENTENCE, "Your address", BUTTON]
    assert lowered(page(box(said + form + LINK * 2))) == []


def test_a_form_around_the_page_is_none() -> None:
    said = f"<p>{TITLE}</p><p>{SENTENCE}</p>"
    assert lowered(page(box(said)).replace("<div class='t'>", "<form><div class='t'>")) == []


def test_links_below_a_title_go_with_it() -> None:
    links = "".join(f"<p><a href='/{n}'>The {n} winter on the islands that anyone can remember</a></p>" for n in "abc")
    assert lowered(page(box(f"<p>More from the islands</p>{links}")))[0] == "More from the islands"
    assert lowered(page(box(f"<p>More from the islands</p><p>{SENTENCE}</p>{links}"))) == []


def test_two_buttons_are_a_product() -> None:
    assert lowered(page(box(BOX + "<p><a href='/b'>To the review</a></p>"))) == []


@pytest.mark.parametrize("text", ["ferries.example", "post@ferries.example", "Call 0555 1180"])
def test_an_address_is_no_button(text: str) -> None:
    said = f"<p>Harbour office</p><p>Open every day but Sunday</p><p><a href='/f'>{text}</a></p>"
    assert lowered(page(box(said))) == []
    assert lowered(page(box(said.replace(text, BUTTON)))) != []


def test_a_long_link_or_a_sentence_is_no_button() -> None:
    said = f"<p>{TITLE}</p><p>{SENTENCE}</p>"
    for text in ("The worst winter on the islands that anyone can remember", "Everything stays dark."):
        assert lowered(page(box(f"{said}<p><a href='/w'>{text}</a></p>"))) == []
    assert lowered(page(box(f"{said}<p><a href='/w'>Read on</a> about the winter of the storms</p>"))) == []


def test_a_box_has_few_words_and_blocks() -> None:
    assert lowered(page(box(BOX + paragraphs(["So many words that it may be of the article " * 6])))) == []
    assert lowered(page(box(BOX + "<p>No</p>" * 4))) != []
    assert lowered(page(box(BOX + "<p>No</p>" * 5))) == []
    assert lowered(page(box(LINK))) == []


def test_three_paragraphs_stand_beside_a_box() -> None:
    assert lowered(page(box(), body=BODY[:3])) == LINES
    assert lowered(page(box(), body=BODY[:2])) == []


def test_there_is_an_article_before_a_box() -> None:
    source = page(box())
    first = paragraphs(BODY[:2])
    assert lowered(source.replace(first, "").replace("</div></body>", f"{first}</div></body>")) == []


def test_what_does_not_stay_is_left_alone() -> None:
    assert lowered(page(box()), LINES) == []
    assert lowered(page(box()), LINES[1:]) == LINES


def test_several_boxes_of_a_kind_have_sentences() -> None:
    product = f"<h3>Ferry model nine</h3><p>Made of tin</p>{LINK}"
    assert lowered(page(box(product))) != []
    assert lowered(page(box(product), box(product))) == []
    assert lowered(page(box(product), box(product, name="y"))) != []  # of two kinds
    assert lowered(page(*[box()] * 3)) == LINES * 3
    assert lowered(page(*[box()] * 4)) == []


@pytest.mark.parametrize(("parts", "told"), [(3, 3), (4, 0)])
def test_boxes_of_a_kind_are_counted_on_the_whole_page(parts: int, told: int) -> None:
    part = f"<section class='{{}}'>{paragraphs(BODY[:3])}{box()}{paragraphs(BODY[3:])}</section>"
    sections = "".join(part.format("pqrs"[i]) for i in range(parts))
    assert lowered(f"<html><body>{sections}</body></html>") == LINES * told


def test_a_table_may_be_one_block_with_a_link() -> None:
    said = f"<b>{TITLE}</b><br>{SENTENCE}<br>"
    cell = f"<tr><td>{said}Go on: <a href='/in'>{BUTTON}</a></td></tr>"
    told = f"{TITLE} {SENTENCE} Go on: {BUTTON}"
    text = "<br><br>".join(BODY[:2]), "<br><br>".join(BODY[2:])
    source = f"<html><body><table><tr><td>{text[0]}<table>{cell}</table>{text[1]}</td></tr></table></body></html>"
    assert lowered(source) == [told]
    assert lowered(source.replace(cell, cell.replace("<a href='/in'>", "<i>").replace("</a>", "</i>"))) == []
    boxes = "<table>" + cell + "</table>"
    assert lowered(source.replace(boxes, boxes * 5)) == [told] * 5


def test_a_live_blog_has_boxes_between_its_entries() -> None:
    entries = "".join(f"<div><p>{9 + i}:15</p>{paragraphs([text])}</div>" for i, text in enumerate(BODY))
    plain = "".join(f"<div><p>Part {i}</p>{paragraphs([text])}</div>" for i, text in enumerate(BODY))
    for between, told in ((entries, LINES), (plain, [])):
        parts = between.split("</div>")
        parts.insert(2, box().removesuffix("</div>"))
        assert lowered(f"<html><body><div>{'</div>'.join(parts)}</div></body></html>") == told


def test_short_entries_of_a_live_blog_stay() -> None:
    share = "<p><a href='/s'>Share</a></p>"
    entries = "".join(
        f"<div class='e'><p>{9 + i}:15</p>{paragraphs([text] * (5 if i % 3 else 1))}{share}</div>"
        for i, text in enumerate(BODY)
    )
    assert lowered(f"<html><body><div>{entries}</div></body></html>") == []


@pytest.mark.parametrize("inside", ["<tr><td>Orkla</td><td>4</td></tr><tr><td>Bess</td><td>9</td></tr>", "", "<li>"])
def test_a_table_or_a_list_with_a_link_below_is_no_box(inside: str) -> None:
    listed = {"": "<p>Orkla 4</p><p>Bess 9</p>", "<li>": "<ul><li>Orkla 4</li><li>Bess 9</li></ul>"}
    table = listed.get(inside, f"<table>{inside}</table>")
    told = lowered(page(box(f"<h3>Fares</h3>{table}{LINK}")))
    assert (told == []) == (inside != "")
