"""Written pages of many genres: the files, what the lab counts of them, and how much may be lost or left."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

pytest.importorskip("rich")
pytest.importorskip("markdownify")
pytest.importorskip("resiliparse")

from newsclean.cli import main
from newsclean.lab.genres import GenrePage, faults, genre_pages, genres_folder, letters, measure, table
from newsclean.lab.report import Table

PAGES = genre_pages(genres_folder())
STORIES = genre_pages(genres_folder().parent / "stories")
BOXES = genre_pages(genres_folder().parent / "boxes")
SURROUNDED = genre_pages(genres_folder().parent / "surrounded")
TONGUES = genre_pages(genres_folder().parent / "tongues")
LONG = genre_pages(genres_folder().parent / "long")
BLOGS = genre_pages(genres_folder().parent / "blogs")
WIDGETS = genre_pages(genres_folder().parent / "widgets")
FEWEST = 140
MOST = {"html": (46, 127), "resiliparse": (190, 343)}
"""Lines of articles lost and of junk left at most, by kind, with trafilatura 2.0 to 2.3: these may only fall."""
MOST_OF_STORIES = {"sections": (32, 5), "teasers": (0, 80)}
"""The same of texts by genre."""
MOST_OF_BOXES = {"first": (0, 18), "second": (0, 9)}
"""The same of pages with boxes among their paragraphs, as HTML."""
MOST_OF_SURROUNDED = {"first": (0, 69), "second": (0, 46)}
"""The same of short articles on full pages, as HTML."""
MOST_OF_TONGUES = {"first": (4, 13), "second": (1, 5)}
"""The same of pages in languages of few pages, as HTML."""
MOST_OF_LONG = {"first": (0, 7), "second": (0, 5)}
"""The same of long articles, as HTML."""
MOST_OF_BLOGS = {"first": (0, 6), "second": (18, 3)}
"""The same of pages of blogs and of sites that are no news, as HTML."""
MOST_OF_WIDGETS = {"first": (0, 41), "second": (0, 21), "third": (4, 24)}
"""The same of pages with votes, players and prompts among their paragraphs, as HTML."""
ARTICLE = (
    "The mill closed on Saturday after a hundred and forty years, and its last workers went home with a cake.",
    "The company was founded in 1883 by two brothers who made hats, and sold felt to makers of pianos.",
)
JUNK = "Bakers in Lower Marsh raise the price of bread"
SOURCE = (
    f"<html><body><ul><li><a href='/a'>Home</a></li><li><a href='/b'>{JUNK}</a></li></ul><h1>The mill closes</h1>"
    f"{''.join(f'<p>{text}</p>' for text in ARTICLE)}</body></html>"
)


def test_there_are_many_pages_of_many_genres() -> None:
    assert len(PAGES) >= FEWEST
    assert {page.genre for page in PAGES} >= {"briefs", "columns", "live", "local", "long", "reviews", "short", "talks"}
    assert {page.genre for page in PAGES} >= {"first-web", "portals", "small"}
    assert len({page.name for page in PAGES}) == len(PAGES)


@pytest.mark.filterwarnings("ignore::bs4.XMLParsedAsHTMLWarning")  # XHTML of its time begins as XML does
@pytest.mark.parametrize(
    "page", [*PAGES, *STORIES, *BOXES, *SURROUNDED, *TONGUES, *LONG, *BLOGS], ids=lambda page: page.name
)
def test_each_line_stands_on_its_page_and_in_one_file(page: GenrePage) -> None:
    soup = BeautifulSoup(page.source, "lxml")
    for element in soup(["script", "style"]):
        element.decompose()
    shown = letters(soup.get_text())
    lines = [*page.article, *page.either, *page.junk]
    assert [line for line in lines if letters(line) not in shown] == []
    assert len(page.junk) >= 10
    assert {*page.article} & {*page.junk} == set()


def test_no_more_is_lost_or_left_than_there_was() -> None:
    found = [one for page in PAGES for one in measure(page, tuple(MOST))]
    for kind, (lost, left) in MOST.items():
        mine = [one for one in found if one.kind == kind]
        assert sum(len(one.lost) for one in mine) <= lost, kind
        assert sum(len(one.left) for one in mine) <= left, kind


def test_no_more_is_lost_or_left_of_texts_than_there_was() -> None:
    assert len(STORIES) == 80
    for genre, (lost, left) in MOST_OF_STORIES.items():
        found = [one for page in STORIES if page.genre == genre for one in measure(page, ("html", "text"))]
        assert len(found) == 40
        assert sum(len(one.lost) for one in found) <= lost, genre
        assert sum(len(one.left) for one in found) <= left, genre


@pytest.mark.parametrize(
    ("pages", "many", "most"),
    [
        (BOXES, 49, MOST_OF_BOXES),
        (SURROUNDED, 36, MOST_OF_SURROUNDED),
        (TONGUES, 24, MOST_OF_TONGUES),
        (LONG, 12, MOST_OF_LONG),
        (BLOGS, 15, MOST_OF_BLOGS),
        (WIDGETS, 24, MOST_OF_WIDGETS),
    ],
    ids=["boxes", "surrounded", "tongues", "long", "blogs", "widgets"],
)
def test_no_more_is_lost_or_left_of_html_than_there_was(
    pages: list[GenrePage], many: int, most: dict[str, tuple[int, int]]
) -> None:
    assert len(pages) == many
    for genre, (lost, left) in most.items():
        found = [one for page in pages if page.genre == genre for one in measure(page, ("html",))]
        assert sum(len(one.lost) for one in found) <= lost, genre
        assert sum(len(one.left) for one in found) <= left, genre


def test_what_is_lost_and_left_is_counted() -> None:
    whole = GenrePage("mills", "whole", SOURCE, ARTICLE, ("The mill closes",), (JUNK, "Home"))
    wrong = GenrePage("mills", "wrong", SOURCE, (JUNK,), (), ARTICLE)
    found = [one for page in (whole, wrong) for one in measure(page, ("html", "bs4"))]
    assert list(faults(found, "html")) == [
        f"mills/wrong: lost {JUNK!r}", *(f"mills/wrong: left {line!r}" for line in ARTICLE)
    ]  # fmt: skip
    counted: Table = table(found, ("html", "bs4"))
    assert counted.rows == tuple((name, "2", "1 of 3, 2 of 3", "1 of 3, 2 of 3") for name in ("mills", "all"))


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["lab", "genres", "--folder", str(tmp_path), "--workers", "1"]
    assert main(asked) == 2
    assert "holds no pages" in capsys.readouterr().err
    assert main([*asked, "--kinds", "html,pdf"]) == 2
    assert "no such kind: pdf; there are html, text, resiliparse" in capsys.readouterr().err
    page = tmp_path / "mills" / "en-mill"
    page.mkdir(parents=True)
    (page / "page.html").write_text(SOURCE, encoding="utf-8")
    assert main(asked) == 2
    assert "en-mill has no gold.txt" in capsys.readouterr().err
    (page / "gold.txt").write_text(f"{ARTICLE[0]}\n\n{JUNK}\n", encoding="utf-8")
    assert main([*asked, "--kinds", "html", "--raw"]) == 0
    assert "| mills | 1 | 0 of 2, 0 of 0 |" in capsys.readouterr().out
    assert main([*asked, "--kinds", "html", "--show", "bs4"]) == 0
    out = capsys.readouterr().out
    assert f"mills/en-mill: lost {JUNK!r}" in out
    assert "| mills | 1 | 1 of 2, 0 of 0 |" in out
