"""`newsclean lab genres`: written pages of many genres, each line of which is known to be of the article or not."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsclean.api import clean
from newsclean.lab.kinds import handed_in, seen
from newsclean.lab.renderings import render
from newsclean.lab.report import Table
from newsclean.lab.written import add_written, run_written

KINDS = ("html", "markdownify", "resiliparse", "bs4", "inscriptis", "trafilatura")
ARTICLE, EITHER, JUNK = "gold.txt", "optional.txt", "drop.txt"
"""Files beside a page: its article, what may stay or go, and what is junk, line by line."""
HTML, TEXT = "html", "text"
PAGES = {".html": HTML, ".txt": TEXT}
"""What a page is by its file's ending: HTML, which is cleaned in any kind, or a text, which is cleaned as it is."""
LEAST = 6
"""Letters and figures of a line of junk that is asked about: less stands in other words by chance."""


class GenrePage(NamedTuple):
    """A page. article, either, junk: its lines that shall stay, that may, and that shall go. kind: "html" or "text"."""

    genre: str
    name: str
    source: str
    article: tuple[str, ...]
    either: tuple[str, ...]
    junk: tuple[str, ...]
    kind: str = HTML


class Counted(NamedTuple):
    """A page in one kind. article, junk: how many of its lines the input has; lost, left: those that came out wrong."""

    page: GenrePage
    kind: str
    article: int
    lost: tuple[str, ...]
    junk: int
    left: tuple[str, ...]


def genres_folder() -> Path:
    """`fixtures/genres` of the checkout this module lies in."""
    return Path(__file__).resolve().parents[2] / "fixtures" / "genres"


def genre_pages(folder: Path) -> list[GenrePage]:
    """The pages of a folder, by genre and name.

    Raises:
        ValueError: it has none, or one has no lines.
        OSError: a file cannot be read.
    """
    found = []
    for path in sorted(path for path in folder.glob("*/*/page.*") if path.suffix in PAGES):
        article, either, junk = (_lines(path.with_name(name)) for name in (ARTICLE, EITHER, JUNK))
        if not article:
            raise ValueError(f"{path.parent.name} has no {ARTICLE}, or nothing in it")
        genre, source = path.parent.parent.name, path.read_text(encoding="utf-8")
        found.append(GenrePage(genre, path.parent.name, source, article, either, junk, PAGES[path.suffix]))
    if not found:
        raise ValueError(f"holds no pages, which are GENRE/PAGE/page.html or page.txt beside {ARTICLE}")
    return found


def _lines(path: Path) -> tuple[str, ...]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return tuple(line.strip() for line in lines if line.strip())


def letters(text: str) -> str:
    """Letters and figures of a text, in small letters: marks of Markdown and of lists come and go."""
    return "".join(filter(str.isalnum, text)).casefold()


def measure(page: GenrePage, kinds: Sequence[str] = KINDS) -> list[Counted]:
    """A page cleaned in each kind. Of its lines those count that the input has."""
    found = []
    for kind, source in _sources(page, kinds):
        given = None if kind == HTML else letters(seen(source, kind))
        found.append(_counted(page, kind, letters(seen(clean(source, kind=handed_in(kind)), kind)), given))
    return found


def raw(page: GenrePage, kinds: Sequence[str] = KINDS) -> list[Counted]:
    """A page in each kind as it comes: what an extractor itself loses and leaves of all its lines."""
    return [_counted(page, kind, letters(seen(source, kind))) for kind, source in _sources(page, kinds)]


def _sources(page: GenrePage, kinds: Sequence[str]) -> list[tuple[str, str]]:
    """What is cleaned of a page, of the kinds that it has."""
    if page.kind == TEXT:
        return [(TEXT, page.source)] * (TEXT in kinds)
    texts = render(page.source, tuple(kind for kind in kinds if kind not in (HTML, TEXT)))
    return [(kind, page.source if kind == HTML else texts[kind]) for kind in kinds if kind != TEXT]


def _counted(page: GenrePage, kind: str, text: str, given: str | None = None) -> Counted:
    """What a text loses and leaves of a page's lines, of those that what was given has; both in letters."""
    stays = letters(" ".join((*page.article, *page.either)))
    article = [line for line in page.article if given is None or letters(line) in given]
    junk = [line for line in page.junk if _may_be_told(line, stays) and (given is None or letters(line) in given)]
    lost = tuple(line for line in article if letters(line) not in text)
    return Counted(page, kind, len(article), lost, len(junk), tuple(line for line in junk if letters(line) in text))


def _may_be_told(line: str, stays: str) -> bool:
    """Whether a line of junk stands nowhere in what may stay, and is no single short word."""
    return len(letters(line)) >= LEAST and letters(line) not in stays


def table(found: Sequence[Counted], kinds: Sequence[str] = KINDS) -> Table:
    """For each genre how many lines are lost of its articles and left of the rest, in each kind."""
    by_genre: dict[str, list[Counted]] = defaultdict(list)
    for one in found:
        by_genre[one.page.genre].append(one)
    rows = [_row(genre, counted, kinds) for genre, counted in sorted(by_genre.items())]
    header = ("genre", "pages", *(f"{kind}: lost, left" for kind in kinds))
    return Table(header, (*rows, _row("all", found, kinds)), "Lines of articles lost and of junk left, by genre")


def _row(name: str, found: Sequence[Counted], kinds: Sequence[str]) -> tuple[str, ...]:
    row = [name, str(len({(one.page.genre, one.page.name) for one in found}))]
    for kind in kinds:
        mine = [one for one in found if one.kind == kind]
        lost, left = sum(len(one.lost) for one in mine), sum(len(one.left) for one in mine)
        row.append(f"{lost} of {sum(one.article for one in mine)}, {left} of {sum(one.junk for one in mine)}")
    return tuple(row)


def faults(found: Sequence[Counted], kind: str) -> Iterator[str]:
    """What is wrong in one kind, a line each."""
    for one in found:
        if one.kind == kind:
            yield from (f"{one.page.genre}/{one.page.name}: lost {line!r}" for line in one.lost)
            yield from (f"{one.page.genre}/{one.page.name}: left {line!r}" for line in one.left)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab genres`."""
    add_written(parser, genres_folder(), KINDS, "a fault")
    parser.add_argument("--raw", action="store_true", help="count the inputs as they come, in place of what is cleaned")


def run(arguments: argparse.Namespace) -> int:
    """Measure and print the table."""
    return run_written(arguments, genre_pages, raw if arguments.raw else measure, table, faults, (HTML, TEXT))
