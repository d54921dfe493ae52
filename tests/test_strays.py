"""Lines put into clean articles: the files, and what the lab counts of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean.cli import main
from newsclean.lab.strays import KINDS, OWN, PLACES, Article, articles, kept, measure, strays_folder, table

ARTICLES = articles(strays_folder())
MILL = Article(
    "en",
    "The mill closes after a hundred and forty years",
    (
        "The mill closed on Saturday after a hundred and forty years, and its last workers went home with a cake.",
        "The company was founded in 1883 by two brothers who made hats, and sold felt to makers of pianos.",
        "What becomes of the looms is not known yet; the museum would like two, if somebody pays for the crane.",
    ),
    {
        "interface": ("Copy link", "Enlarge this image"),
        "bio": ("The brothers had no children and gave it away.",),
    },
    ("A cake for the last shift", "Nobody cried, says the foreman."),
)


def test_twenty_five_languages_have_an_article_and_lines() -> None:
    assert len(ARTICLES) == 25
    for article in ARTICLES:
        lines = [line for found in article.stray.values() for line in found]
        assert len(set(lines)) == len(lines) >= 16
        assert len(set(article.own)) == len(article.own) >= 40
        assert not set(article.own) & set(lines)
        assert len(article.paragraphs) == 5
        assert "interface" in article.stray


def test_articles_on_what_publishers_print_have_lines_near_to_them() -> None:
    found = articles(strays_folder().parent / "publishers")
    assert len(found) == 32
    for article in found:
        lines = [line for part in article.stray.values() for line in part]
        assert len(set(lines)) == len(lines) >= 15
        assert len(article.paragraphs) >= 5
        assert len(set(article.own)) == 6


def test_an_article_may_have_no_title() -> None:
    found = measure(MILL._replace(title=""))
    assert [one.stays for one in found if one.what == OWN] == [True] * 2 * len(KINDS)


def test_lines_that_stay_are_counted() -> None:
    found = measure(MILL)
    assert len(found) == len(KINDS) * (3 * len(PLACES) + 2)
    staying = {(one.what, one.place, one.kind): one.stays for one in found if one.what != "interface"}
    assert not any(one.stays for one in found if one.what == "interface")
    assert staying["bio", "among", "text"]
    assert all(one.stays for one in found if one.what == OWN)
    rows = {row[0]: row[1:] for row in table(found).rows}
    assert rows["interface"] == ("2", "0", "0", "0", "0")
    assert rows[OWN][:3] == ("2", "2", "")
    assert list(kept(found, "interface")) == list(kept(found, OWN)) == []
    assert list(kept(found, "bio")) == ["en: The brothers had no children and gave it away."]


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "strays", "--folder", str(tmp_path)]) == 2
    assert "holds no articles" in capsys.readouterr().err
    (tmp_path / "en.toml").write_text('title = "A mill closes"\n', encoding="utf-8")
    assert main(["lab", "strays", "--folder", str(tmp_path)]) == 2
    assert "en.toml has no 'stray'" in capsys.readouterr().err
    (tmp_path / "en.toml").write_text(
        'title = "A mill closes"\nparagraphs = ["The mill closed on Saturday, and its workers went home."]\n'
        '[stray]\ninterface = ["Copy link"]\n[own]\nlines = ["A cake for all"]\n',
        encoding="utf-8",
    )
    assert main(["lab", "strays", "--folder", str(tmp_path), "--workers", "1", "--show", "poll"]) == 2
    assert "no such kind: poll" in capsys.readouterr().err
    assert main(["lab", "strays", "--folder", str(tmp_path), "--workers", "1"]) == 0
    assert "| interface | 1 |" in capsys.readouterr().out
