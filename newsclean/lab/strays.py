"""`newsclean lab strays`: single lines of a page's surroundings put into clean articles, and how many of them stay;
beside them lines that are the article's own, and how many of those stay."""

from __future__ import annotations

import argparse
import html
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from newsclean.api import clean
from newsclean.cli_arguments import positive
from newsclean.lab.report import Table
from newsclean.lab.written import measured
from newsclean.options import Kind

OWN = "the article's own"
AMONG = 2
"""Paragraphs above a line that stands among them."""
PLACES = ("among", "behind")
"""A line stands among an article's paragraphs, or behind the last."""
KINDS: tuple[Kind, ...] = ("text", "html")
"""An article comes as text, a blank line between its paragraphs, or as HTML whose elements have no names."""


class Article(NamedTuple):
    """An article in one language. stray: by kind, lines that are not its own. own: lines that could be."""

    code: str
    title: str
    paragraphs: tuple[str, ...]
    stray: Mapping[str, tuple[str, ...]]
    own: tuple[str, ...]


class Stays(NamedTuple):
    """Whether a line stays in an article. what: its kind, or `OWN`."""

    code: str
    what: str
    place: str
    kind: Kind
    line: str
    stays: bool


def strays_folder() -> Path:
    """`fixtures/strays` of the checkout this module lies in."""
    return Path(__file__).resolve().parents[2] / "fixtures" / "strays"


def articles(folder: Path) -> list[Article]:
    """The articles of a folder, in the order of their languages' codes.

    Raises:
        ValueError: there is none, or one lacks a part.
    """
    found = []
    for path in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            stray = {kind: tuple(lines) for kind, lines in data["stray"].items()}
            own = tuple(data["own"]["lines"])
            found.append(Article(path.stem, data["title"], tuple(data["paragraphs"]), stray, own))
        except KeyError as error:
            raise ValueError(f"{path.name} has no {error}") from error
    if not found:
        raise ValueError("holds no articles")
    return found


def measure(article: Article, kinds: Sequence[Kind] = KINDS) -> list[Stays]:
    """Every line put into the article by itself, in each place and kind."""
    lines = [(what, line) for what, found in article.stray.items() for line in found]
    lines += [(OWN, line) for line in article.own]
    found = []
    for kind in kinds:
        for place in PLACES:
            # a sub-heading behind the last paragraph is nobody's
            for what, line in [row for row in lines if row[0] != OWN or place == "among"]:
                text = clean(_source(article, line, place, kind), kind=kind)
                found.append(Stays(article.code, what, place, kind, line, line in text))
    return found


def _source(article: Article, line: str, place: str, kind: Kind) -> str:
    at = AMONG if place == "among" else len(article.paragraphs)
    parts = [*article.paragraphs[:at], line, *article.paragraphs[at:]]
    if kind == "text":
        return "\n\n".join(filter(None, [article.title, *parts]))
    title, *rest = (html.escape(part, quote=False) for part in (article.title, *parts))
    body = f"<h1>{title}</h1>" * bool(title) + "".join(f"<p>{part}</p>" for part in rest)
    return f"<html><body><article>{body}</article></body></html>"


def table(found: Sequence[Stays]) -> Table:
    """For each kind of line, how many there are and how many stay."""
    whole, staying = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    for one in found:
        for what in (one.what, "all that is not the article's") if one.what != OWN else (OWN,):
            whole[what, one.kind, one.place] += 1
            staying[what, one.kind, one.place] += one.stays
    columns = [(kind, place) for kind in KINDS for place in PLACES]
    kinds = list(dict.fromkeys(one.what for one in found if one.what != OWN))
    rows = []
    for what in (*kinds, "all that is not the article's", OWN):
        count = max(whole[what, *column] for column in columns)
        cells = (str(staying[what, *column]) if whole[what, *column] else "" for column in columns)
        rows.append((what, str(count), *cells))
    header = ("lines", "of them", *(f"stay in {kind}, {place} paragraphs" for kind, place in columns))
    return Table(header, tuple(rows), "Lines put into clean articles")


def kept(found: Sequence[Stays], what: str) -> Iterator[str]:
    """What stays among paragraphs of a text, or is lost there if it is the article's own, a line each."""
    for one in found:
        if one.what == what and one.kind == "text" and one.place == "among" and one.stays != (what == OWN):
            yield f"{one.code}: {one.line}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab strays`."""
    parser.add_argument(
        "--folder", type=Path, default=strays_folder(), help="articles and lines (default: fixtures/strays)"
    )
    parser.add_argument("--workers", type=positive, default=2, help="processes (default: %(default)s)")
    parser.add_argument("--show", metavar="KIND", help='also print what stays of a kind, or what is lost of "own"')


def run(arguments: argparse.Namespace) -> int:
    """Measure and print the table."""
    console = Console(stderr=True)
    found = measured(arguments, articles, measure, "articles", console)
    if found is None:
        return 2
    if arguments.show:
        what = OWN if arguments.show == "own" else arguments.show
        if what not in {one.what for one in found}:
            console.print(f"no such kind: {what}; there are {', '.join(dict.fromkeys(one.what for one in found))}")
            return 2
        for line in kept(found, what):
            print(line)
    table(found).show(Console())
    return 0
