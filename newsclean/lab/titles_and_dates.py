"""`newsclean lab metadata`: titles, dates and authors that are found, beside trafilatura's, on the same pages."""

from __future__ import annotations

import argparse
import html
import re
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta

from rich.console import Console

from newsclean.cli_arguments import positive
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, RECALL, SNIPPETS, Record, add_corpora, corpora_folder, fold_of, read_corpus
from newsclean.lab.evaluate import fold_extraction
from newsclean.lab.renderings import render
from newsclean.lab.report import Table, shown
from newsclean.reading.published import iso_date
from newsclean.titles import parts_of, squashed

CORPORA = (*FULL[:4], *RECALL, SNIPPETS[2])
KINDS = ("html", "resiliparse")
ADDRESS_DAY = re.compile(r"/(20[012]\d)[/-]?(0[1-9]|1[012])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
"""A day in a page's address. It may be a day off: addresses are made in one time zone, dates printed in another."""
DAY_OFF = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Found:
    """What one reader finds on one page. same: whether its title is the gold's, sites' names aside.

    iso: whether its date is in ISO 8601. day: whether that is the day that the page's address says, or None where
    the address says none or the date is not in ISO 8601.
    """

    corpus: str
    reader: str
    same: bool
    dated: bool
    iso: bool
    day: bool | None
    author: bool


def same_title(title: str, gold: str) -> bool:
    """Whether two titles are one, but for names of the site or the section before or behind either."""
    return bool(_wordings(title) & _wordings(gold))


def _wordings(title: str) -> set[str]:
    """A title whole, and without names before or behind it; a name alone is no title."""
    parts = map(squashed, (title, *parts_of(title)))
    return {part for part in parts if 2 * len(part) >= len(squashed(title))} - {""}


def same_day(found: str, address: str) -> bool | None:
    """Whether a date in ISO 8601 is the day that an address says, or the next to it; None where one says none."""
    said = ADDRESS_DAY.search(address)
    if not said:
        return None
    try:
        return abs(date.fromisoformat(found[:10]) - date(*map(int, said.groups()))) <= DAY_OFF
    except ValueError:
        return None


def found_on(page: Record) -> list[Found]:
    """What newsclean finds on a page's HTML and on its text, and trafilatura on its HTML."""
    from trafilatura.metadata import extract_metadata

    out = []
    for kind in KINDS:
        source = page["html"] if kind == "html" else render(page["html"], (kind,))[kind]
        own = fold_extraction(source, fold_of(page), "html" if kind == "html" else "text").page(reasons=False)
        out.append(_found(page, f"newsclean, {kind}", own.title, own.published, own.byline))
    other = extract_metadata(page["html"])
    out.append(_found(page, "trafilatura, html", other.title, other.date, other.author))
    return out


def _found(page: Record, reader: str, title: str | None, published: str | None, author: str | None) -> Found:
    published = published or ""
    return Found(
        page["source"],
        reader,
        same_title(title or "", html.unescape(page["title"])),
        bool(published),
        published[:10].count("-") == 2 and bool(iso_date(published)),
        same_day(published, page.get("url") or ""),
        bool(author),
    )


def table(found: Sequence[Found]) -> Table:
    """Shares of pages, a row for each corpus and reader."""
    rows = []
    for corpus, reader in dict.fromkeys((one.corpus, one.reader) for one in found):
        of_row = [one for one in found if (one.corpus, one.reader) == (corpus, reader)]
        days = [one.day for one in of_row if one.day is not None]
        shares = [_share(getattr(one, name) for one in of_row) for name in ("same", "dated", "iso", "author")]
        rows.append((f"{corpus}, {reader}", str(len(of_row)), *shares, f"{sum(days)} of {len(days)}"))
    header = ("", "pages", "title is the gold's", "date", "in ISO 8601", "author", "day is the address's")
    return Table(header, tuple(rows), "Titles, dates, authors")


def _share(flags: Iterable[bool]) -> str:
    given = list(flags)
    return shown(sum(given) / len(given))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab metadata`."""
    add_corpora(parser)
    parser.add_argument("--workers", type=positive, default=2, help="processes (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Measure and print the table."""
    folder = corpora_folder(arguments.corpora)
    pages = [page for corpus in CORPORA for page in read_corpus(corpus, folder) if page["title"]]
    with ProcessPoolExecutor(arguments.workers) as pool:
        made = track(pool.map(found_on, pages, chunksize=4), "titles and dates", len(pages))
        found = [one for rows in made for one in rows]
    table(found).show(Console())
    return 0
