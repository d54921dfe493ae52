"""Lists of links in HTML whose lines only `<br>` parts, and menus in a cell beside the page's text."""

from __future__ import annotations

import pytest

from newsclean.reading.html import read_html


def texts(page: str) -> list[str]:
    return read_html(page).text.strip("\n").split("\n")


def tags(page: str) -> list[str]:
    markup = read_html(page).markup
    assert markup is not None
    return [markup.tags[tag] for tag in markup.tag[markup.inner]]


A, B, C = ('<a href="/1">Tarn boatyard looks for apprentices</a>', '<a href="/2">Flood: the dyke holds</a>', "11 June")


def test_a_list_of_links_with_words_between_is_parted() -> None:
    page = f"<td><b>See also</b><br>{A} {C}<br>The firm trains sailmakers.<br>{B}<br>After the rain.</td>"
    assert texts(page) == [
        "See also",
        "Tarn boatyard looks for apprentices 11 June",
        "The firm trains sailmakers.",
        "Flood: the dyke holds",
        "After the rain.",
    ]


def test_each_line_knows_its_own_links_and_element() -> None:
    page = f"<div><b>See also</b><br>{A}<br>The firm trains sailmakers.<br>{B}</div>"
    doc = read_html(page)
    assert doc.links.tolist() == [0, 35, 0, 21]
    assert doc.markup is not None
    assert doc.markup.link_count.tolist() == [0, 1, 0, 1]
    assert tags(page) == ["b", "a", "div", "a"]


@pytest.mark.parametrize(
    "page",
    [
        f"<div>{A}<br>{B}<br>{A}</div>",  # a menu
        f"<div>See also<br>{A} and so on</div>",  # a link and more on one line
        "<div>See also<br><a href='/1'>Tarn boatyard</a><br>and so on</div>",  # two words
        f"<div>See also<br>{A}<br>and<br>so<br>on</div>",  # five lines
        f"<p>The ferry sails again, as {A} said in May.<br>The dyke, of which {B} told, holds as well so far.</p>",
        "<p>The ferry sails <a href=/1>again</a>, they said in May.<br>The <a href=/2>dyke</a> holds as well so far."
        "<br>Nobody knows for how long it will.</p>",  # sentences with links in them
        f"<div>{A}<br>{B}<br>{'One line<br>' * 7}</div>",  # more words than links
        '<div><a href="/1">One<br>two</a> and <a href="/2">three<br>four</a> and five</div>',
    ],
)
def test_other_lines_stay_one_block(page: str) -> None:
    assert len(texts(page)) == 1


def test_few_lines_of_which_one_is_a_headline_that_leads_elsewhere_are_parted() -> None:
    title, text = "Tarn boatyard looks for apprentices", "The firm trains sailmakers."
    assert texts(f"<li>{A}<br>{text}</li>") == [title, text]
    assert texts(f"<td><img src='/1.jpg'>{A}<br><span>{text}</span></td>") == [title, text]
    assert texts(f"<div><b>See also</b><br>{A}<br>{text}<br>{C}</div>") == ["See also", title, text, C]


@pytest.mark.parametrize("site", ["The Valley's Advertiser and Harbour Gazette - Local News - ", ""])
def test_the_headline_is_a_line_of_its_own_whatever_the_site_is_called(site: str) -> None:
    head = f"<head><title>{site}Trailer gone from the boatyard's shed</title></head>"
    cell = "<td><b>Trailer gone from the boatyard's shed</b><br>By Ada Winter<br>Posted on Monday</td>"
    assert texts(f"<html>{head}<body><table><tr>{cell}</tr></table></body></html>")[0].endswith("shed")


def test_a_menu_in_a_cell_stands_apart_from_the_text_beside_it() -> None:
    menu = "".join(f'<a href="/{i}">{name}</a><br>' for i, name in enumerate(["News", "Sport", "Tides"]))
    page = (
        f"<table><tr><td>{menu}</td><td><b>The ferry sails</b><br>3 May<br><br>It left on Saturday.</td></tr></table>"
    )
    assert texts(page) == ["News Sport Tides", "The ferry sails 3 May", "It left on Saturday."]


def test_the_title_in_such_a_cell_is_known() -> None:
    menu = "".join(f'<a href="/{i}">{name}</a><br>' for i, name in enumerate(["News", "Sport", "Tides"]))
    cell = "<b>The ferry sails</b><br>By Nora Pike<br>3 May<br><br>It left on Saturday."
    page = f"<title>The ferry sails</title><body><table><tr><td>{menu}</td><td>{cell}</td></tr></table>"
    assert texts(page) == ["News Sport Tides", "The ferry sails", "By Nora Pike", "3 May", "It left on Saturday."]


def test_a_cell_with_a_link_is_no_menu() -> None:
    row = '<tr><td><a href="/1">Hannah</a></td><td>9 sacks<p>All of them full</p></td></tr>'
    assert texts(f"<table>{row}</table>") == ["Hannah 9 sacks", "All of them full"]


def test_a_row_of_links_stays_a_row() -> None:
    cells = "".join(f'<td><a href="/{i}">{name}</a></td>' for i, name in enumerate(["Hannah", "Star", "Gull", "Tern"]))
    assert texts(f"<table><tr>{cells}</tr></table>") == ["Hannah Star Gull Tern"]


LEAD = "The ferry between Eldham and Sorrel Bay left its berth on Saturday."


@pytest.mark.parametrize(
    "title", ["The ferry sails again", "The ferry sails again - Post", "Post: The ferry sails again"]
)
def test_what_stands_below_the_title_in_one_run_is_parted(title: str) -> None:
    head = f"<html><head><title>{title}</title></head>"
    page = f"{head}<body><div class=a><b>The ferry sails again</b><br>By Nora Pike<br>14 June 2004<br>{LEAD}</div>"
    assert texts(page) == ["The ferry sails again", "By Nora Pike", "14 June 2004", LEAD]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Eldham Post", "The ferry sails again"),
        ("", "The ferry sails again"),
        ("The ferry sails again after eleven weeks of repairs in a yard", "The ferry sails"),  # less than half
        ("Ferries", "Ferries"),
    ],
)
def test_what_stands_below_another_line_is_not(title: str, first: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><div class=a><b>{first}</b><br>14 June 2004<br>{LEAD}</div>"
    assert len(texts(page)) == 1
