"""`newsclean lab fronts`: written pages that list stories, of which nothing should stay, and written articles on pages
that look like such lists, or beside long ones, which should stay whole."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from newsclean.api import clean
from newsclean.lab.fixtures import load_case
from newsclean.lab.grafts import unspaced
from newsclean.lab.kinds import handed_in, seen
from newsclean.lab.renderings import render
from newsclean.lab.report import Table
from newsclean.lab.written import add_written, run_written

LISTS, ARTICLES = "lists", "articles"
"""Folders of the two kinds of page. The latter's `keep.toml` has strings of each article, by its page's name.
`fixtures.toml` beside them names fixtures of either kind that are counted as well."""
KINDS = ("html", "html_bare", "markdownify", "resiliparse", "bs4", "inscriptis")


class WrittenPage(NamedTuple):
    """A page. keep: strings of its article that must stay; none where it has no article."""

    name: str
    html: str
    keep: tuple[str, ...]


class Left(NamedTuple):
    """What stays of a page in one kind. words: their number. lost: strings of its article that do not stay."""

    page: WrittenPage
    kind: str
    words: int
    lost: tuple[str, ...]


def fronts_folder() -> Path:
    """`fixtures/fronts` of the checkout this module lies in."""
    return Path(__file__).resolve().parents[2] / "fixtures" / "fronts"


def written_pages(folder: Path) -> list[WrittenPage]:
    """The pages of a folder by name, those without an article first.

    Raises:
        ValueError: it has none, or an article has no strings, or strings have no page.
        OSError: a file cannot be read.
    """
    path = folder / ARTICLES / "keep.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    lists = [WrittenPage(name, html, ()) for name, html in _read(folder / LISTS)]
    articles = list(_read(folder / ARTICLES))
    if not lists and not articles:
        raise ValueError("holds no pages")
    if unlike := {name for name, _ in articles} ^ set(told):
        raise ValueError(f"pages and strings of articles differ in {', '.join(sorted(unlike))}")
    made = lists + [WrittenPage(name, html, tuple(told[name]["keep"])) for name, html in articles]
    return sorted([*made, *_fixtures(folder)], key=lambda page: (bool(page.keep), page.name))


def _fixtures(folder: Path) -> Iterator[WrittenPage]:
    path = folder / "fixtures.toml"
    for kind, names in tomllib.loads(path.read_text(encoding="utf-8")).items() if path.exists() else ():
        for name in names:
            case = load_case(folder.parent / "pages" / name)
            yield WrittenPage(name, case.page.read_text(encoding="utf-8"), case.keep if kind == ARTICLES else ())


def _read(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.html")):
        yield path.stem, path.read_text(encoding="utf-8")


def measure(page: WrittenPage, kinds: Sequence[str] = KINDS) -> list[Left]:
    """A page cleaned in each kind."""
    texts = render(page.html, tuple(kind for kind in kinds if kind != "html"))
    found = []
    for kind in kinds:
        source = page.html if kind == "html" else texts[kind]
        text = seen(clean(source, kind=handed_in(kind)), kind)
        inside = unspaced(text)
        found.append(Left(page, kind, len(text.split()), tuple(s for s in page.keep if unspaced(s) not in inside)))
    return found


def table(found: Sequence[Left], kinds: Sequence[str] = KINDS) -> Table:
    """For each kind, of how many lists something stays, and how many articles and strings of them are lost."""
    rows = []
    for kind in kinds:
        lists = [one for one in found if one.kind == kind and not one.page.keep]
        articles = [one for one in found if one.kind == kind and one.page.keep]
        left = [one.words for one in lists if one.words]
        strings = sum(len(one.page.keep) for one in articles)
        counts = (len(lists), len(left), round(median(left)) if left else 0, len(articles))
        lost = (sum(not one.words for one in articles), strings, sum(len(one.lost) for one in articles))
        rows.append((kind, *map(str, (*counts, *lost))))
    header = (
        "kind", "lists", "something is left of", "words of it (median)", "articles", "nothing is left of",
        "strings to keep", "of them lost",
    )  # fmt: skip
    return Table(header, tuple(rows), "Lists of stories, and articles beside them")


def faults(found: Sequence[Left], kind: str) -> Iterator[str]:
    """What is wrong in one kind, a page a line."""
    for one in found:
        if one.kind == kind and not one.page.keep and one.words:
            yield f"{one.page.name}: {one.words} words are left of a list"
        if one.kind == kind and one.lost:
            yield f"{one.page.name}: lost {'; '.join(map(repr, one.lost))}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab fronts`."""
    add_written(parser, fronts_folder(), KINDS, "a page")


def run(arguments: argparse.Namespace) -> int:
    """Measure and print the table."""
    return run_written(arguments, written_pages, measure, table, faults)
