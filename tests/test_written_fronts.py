"""Written lists of stories, and articles beside them: the files, and what the lab counts of them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("rich")
pytest.importorskip("markdownify")
pytest.importorskip("resiliparse")

from newsclean.cli import main
from newsclean.lab.fronts import WrittenPage, faults, fronts_folder, measure, table, written_pages
from newsclean.lab.grafts import unspaced
from newsclean.lab.renderings import render

PAGES = written_pages(fronts_folder())
ARTICLE = [
    "The mill closed on Saturday after a hundred and forty years, and its last workers went home with a cake.",
    "The company was founded in 1883 by two brothers who made hats, and sold felt to makers of pianos.",
    "What becomes of the looms is not known yet; the museum would like two, if somebody pays for the crane.",
]
MILL = f"<html><body><h1>The mill closes</h1>{''.join(f'<p>{text}</p>' for text in ARTICLE)}</body></html>"
MENU = "<html><body><ul><li><a href='/a'>Home</a></li><li><a href='/b'>Sport</a></li></ul></body></html>"


def test_each_article_has_strings_that_its_page_holds() -> None:
    lists = [page for page in PAGES if not page.keep]
    articles = [page for page in PAGES if page.keep]
    assert (len(lists), len(articles)) == (56, 40)
    for page in articles:
        assert len(page.keep) >= 3
        shown = unspaced(render(page.html, ("bs4_line",))["bs4_line"])
        assert [text for text in page.keep if unspaced(text) not in shown] == []
        assert len({*page.keep}) == len(page.keep)


def test_what_stays_and_what_is_lost_is_counted() -> None:
    pages = [
        WrittenPage("menu", MENU, ()),
        WrittenPage("mill", MILL, ()),
        WrittenPage("whole", MILL, ("after a hundred and  forty years", "The museum")),
        WrittenPage("other", MILL, ("A mill that nobody closed.",)),
        WrittenPage("gone", MENU, ("The mill",)),
    ]
    kinds = ("html", "markdownify", "resiliparse")
    found = [one for page in pages for one in measure(page, kinds)]
    words = str(sum(len(text.split()) for text in ARTICLE))
    assert [row[1:] for row in table(found, kinds).rows] == [("2", "1", words, "3", "1", "4", "2")] * 3
    assert list(faults(found, "html")) == [
        f"mill: {words} words are left of a list",
        "other: lost 'A mill that nobody closed.'",
        "gone: lost 'The mill'",
    ]


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["lab", "fronts", "--folder", str(tmp_path), "--workers", "1"]
    assert main(asked) == 2
    assert "holds no pages" in capsys.readouterr().err
    assert main([*asked, "--kinds", "html,pdf"]) == 2
    assert "no such kind: pdf; there are html, resiliparse" in capsys.readouterr().err
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "en-menu.html").write_text(MENU, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "en-mill.html").write_text(MILL, encoding="utf-8")
    assert main(asked) == 2
    assert "pages and strings of articles differ in en-mill" in capsys.readouterr().err
    (tmp_path / "articles" / "keep.toml").write_text('[en-mill]\nkeep = ["the two looms"]\n', encoding="utf-8")
    assert main([*asked, "--kinds", "html", "--show", "bs4"]) == 0
    out = capsys.readouterr().out
    assert "en-mill: lost 'the two looms'" in out
    assert "| html | 1 | 0 | 0 | 1 | 0 | 1 | 1 |" in out
