"""Titles: the headline in what `<title>` says, with whatever sign the site's name stands beside it."""

from __future__ import annotations

import pytest

from newsclean import explain
from newsclean.titles import parts_of, runs_together, without_names

SITE, HEADLINE = "The Eldham Post", "Ferry to Sorrel Bay runs again"
PARAGRAPHS = (
    "The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after a storm tore its landing "
    "stage away, the council said.",
    "Carpenters from both towns worked through the weekend, and the council paid for the timber out of its winter "
    "reserve, which is now empty.",
    "The first boat leaves at six in the morning. It will carry the mail, two doctors and a piano that has waited "
    "since January for a calm sea.",
)


def page(title: str, *top: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    menu = "<div id=nav><a href=/>Home</a> <a href=/n>News</a></div>"
    foot = f"<div id=foot>Copyright 2020 {SITE}</div>"
    head = f"<html><head><title>{title}</title></head>"
    return f"<!DOCTYPE html>{head}<body>{menu}{''.join(top)}{body}{foot}</body></html>"


@pytest.mark.parametrize(
    "title",
    [
        f"{SITE}: {HEADLINE}",
        f"{HEADLINE} / {SITE}",
        f"{HEADLINE} ~ {SITE}",
        f"{HEADLINE}_{SITE}",
        f"{HEADLINE}&lt;{SITE}",
        f"{HEADLINE} | {SITE}",
        f"News: {HEADLINE} | {SITE}",
        f"Print: {HEADLINE}",
    ],
)
@pytest.mark.parametrize("site", ["h1", "div"])
def test_the_headline_is_told_from_the_site_s_name(title: str, site: str) -> None:
    found = explain(page(title, f"<{site}><a href=/>{SITE}</a></{site}>", f"<h2>{HEADLINE}</h2>"))
    assert found.title == HEADLINE
    assert found.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        (f"{SITE} | {HEADLINE}", HEADLINE),
        (f"{SITE}: {HEADLINE}", HEADLINE),
        (f"Bakers: {HEADLINE}", f"Bakers: {HEADLINE}"),
        ("Council: read_line of Eldham is lost", "Council: read_line of Eldham is lost"),
        ("第一章 渡船又开了_埃尔德姆邮报", "第一章 渡船又开了"),
        ("", ""),
    ],
)
def test_names_are_cut_off_where_the_page_says_them(title: str, found: str) -> None:
    assert without_names(title, f"{SITE}\nHome\nread_line of Eldham\n") == found


def test_what_is_printed_whole_is_not_cut_at_a_colon() -> None:
    assert without_names(f"{SITE}: {HEADLINE}", f"{SITE}\n{SITE}: {HEADLINE}\n") == f"{SITE}: {HEADLINE}"


def test_parts_of_a_title() -> None:
    assert parts_of("Ferry runs again / Eldham Post") == ["Ferry runs again"]
    assert parts_of("Post » Blog Archive » Ferry runs again")[-2:] == [
        "Blog Archive » Ferry runs again",
        "Ferry runs again",
    ]


def test_a_name_before_a_title_is_cut_off_where_it_is_the_site_s() -> None:
    meta = f'<meta property="og:site_name" content="{SITE}">'
    assert explain(page(f"{SITE}: {HEADLINE}").replace("<title>", f"{meta}<title>")).title == HEADLINE
    assert explain(page(f"Review: {HEADLINE}")).title == f"Review: {HEADLINE}"


@pytest.mark.parametrize("menu", ["The PostNewsSportWeather", "Open in appSign upSign inWrite", "ПостНовостиСпорт"])
def test_a_menu_whose_words_ran_together_is_no_title(menu: str) -> None:
    assert explain("\n".join([menu, HEADLINE, *PARAGRAPHS, "© 2020 The Eldham Post"])).title == HEADLINE


@pytest.mark.parametrize("name", [SITE, "Far & Near"])
def test_the_name_that_the_foot_of_the_page_says_is_no_title(name: str) -> None:
    assert explain("\n".join([name, HEADLINE, *PARAGRAPHS, f"© 2020 {name}"])).title == HEADLINE


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("HomeNewsSport", True),
        ("GadgetPostBest picksToday's deals", True),
        ("iPhone beats YouTube in the test of cameras", False),
        ("McDonald's to close", False),
        ("", False),
    ],
)
def test_glued_words(text: str, glued: bool) -> None:
    assert runs_together(text) is glued
