"""`newsclean lab hollow`: pages robbed of their article, of which nothing should stay, also with a list of stories in
its place, beside the same pages whole or with the beginning of their article, of which something should."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from newsclean.cli_arguments import positive
from newsclean.lab.bars import track
from newsclean.lab.cards import Story
from newsclean.lab.corpora import FULL, Record, add_corpora, corpora_folder, fold_of, read_corpus
from newsclean.lab.evaluate import fold_clean
from newsclean.lab.grafts import unspaced
from newsclean.lab.kinds import MARKDOWN, WHOLE
from newsclean.lab.listings import above_cards, front, stories, stories_beside
from newsclean.lab.renderings import render
from newsclean.lab.report import Table, shown
from newsclean.lab.robbed import SHORT, hollowed, shortened
from newsclean.lab.tables import EVERY

KINDS = (*WHOLE, *MARKDOWN)
REST = 0.5
"""Share of a text that stands in the gold from which it is what was missed of the article, and no junk."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """A page in one kind. lost: nothing stays of it whole. junk: words that stay of it without its article.

    short: whether nothing stays of it with so many paragraphs of its article, where they have words enough; above: the
    same where a list of stories stands below them. fronts: whether something stays of it with a list in its article's
    place, and with words above the list (True).
    """

    kind: str
    lost: bool
    junk: int
    short: Mapping[int, bool] = field(default_factory=dict)
    above: Mapping[int, bool] = field(default_factory=dict)
    fronts: Mapping[bool, bool] = field(default_factory=dict)


def junk(text: str, body: str) -> int:
    """The words of a text, 0 where most of it stands in the gold text."""
    gold = unspaced(body)
    paragraphs = [paragraph for paragraph in text.split("\n\n") if unspaced(paragraph)]
    inside = sum(len(unspaced(paragraph)) for paragraph in paragraphs if unspaced(paragraph) in gold)
    return 0 if inside >= REST * max(len(unspaced(text)), 1) else len(text.split())


def emptied(job: tuple[Record, Sequence[Story], Sequence[str]]) -> list[Emptied]:
    """A page, in all its versions, cleaned in each kind by what was learned without its site.

    job: the page, the stories that its lists may have, and the kinds.
    """
    page, told, kinds = job
    body = page["body"] or ""
    empty = hollowed(page["html"], body)
    short = {paragraphs: shortened(page["html"], body, paragraphs) for paragraphs in SHORT}
    above = {paragraphs: above_cards(page, told, paragraphs) for paragraphs in SHORT}
    fronts = {introduced: front(page, told, introduced) for introduced in (False, True)}
    out = []
    for kind in kinds:

        def left(source: str, kind: str = kind) -> str:
            return _cleaned(page, _as_kind(source, kind), kind)

        if _as_kind(page["html"], kind).strip() and _as_kind(empty, kind).strip():
            found = Emptied(
                kind,
                lost=not left(page["html"]),
                junk=junk(left(empty), body),
                short={size: not left(source) for size, source in short.items() if source},
                above={size: not left(source) for size, source in above.items() if source},
                fronts={introduced: bool(left(source)) for introduced, source in fronts.items() if source},
            )
            out.append(found)
    return out


def _as_kind(source: str, kind: str) -> str:
    """A page's HTML in one of the kinds."""
    return source if kind == "html" else render(source, (kind,))[kind]


def _cleaned(page: Record, source: str, kind: str) -> str:
    mode = "html" if kind == "html" else "markdown" if kind in MARKDOWN else "text"
    return fold_clean(source, fold_of(page), mode)


def pages(folder: Path) -> Iterator[Record]:
    """All news of the corpora with a full gold, and some of the other pages."""
    for corpus in FULL:
        yield from list(read_corpus(corpus, folder))[:: EVERY.get(corpus, 1)]


def table(found: Sequence[Emptied], kinds: Sequence[str]) -> Table:
    """How many pages keep junk without their article, how much, and how many lose it all when it is there."""
    rows = []
    for kind in kinds:
        of_kind = [one for one in found if one.kind == kind]
        count = max(len(of_kind), 1)
        left = sum(one.junk > 0 for one in of_kind)
        words = sum(one.junk for one in of_kind) / max(left, 1)
        lost = sum(one.lost for one in of_kind)
        fronts = [_share([one.fronts[told] for one in of_kind if told in one.fronts]) for told in (False, True)]
        short = [_share([one.short[size] for one in of_kind if size in one.short]) for size in SHORT]
        above = [_share([one.above[size] for one in of_kind if size in one.above]) for size in SHORT]
        row = (kind, str(len(of_kind)), shown(left / count), f"{words:.0f}", *fronts, shown(lost / count, 4))
        rows.append((*row, *short, *above))
    header = (
        "kind", "pages", "something is left of the hollow page", "words of it", "of a list in the article's place",
        "of one with an introduction", "nothing is left of the whole page",
        *(f"of {size} paragraph{'s' * (size > 1)}" for size in SHORT), *(f"of {size}, above a list" for size in SHORT),
    )  # fmt: skip
    return Table(header, tuple(rows), "Pages without their article")


def _share(lost: Sequence[bool]) -> str:
    return shown(sum(lost) / len(lost), 3) if lost else ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab hollow`."""
    add_corpora(parser)
    parser.add_argument("--workers", type=positive, default=2, help="processes (default: %(default)s)")
    parser.add_argument("--kinds", default="html,resiliparse", help=f"comma between, of html, {', '.join(KINDS)}")


def run(arguments: argparse.Namespace) -> int:
    """Measure and print the table."""
    console, kinds = Console(stderr=True), arguments.kinds.split(",")
    if unknown := set(kinds) - {"html", *KINDS}:
        console.print(f"no such kind: {', '.join(sorted(unknown))}; there are html, {', '.join(KINDS)}")
        return 2
    given = list(pages(corpora_folder(arguments.corpora)))
    told = stories(given)
    jobs = [(page, stories_beside(page, told), kinds) for page in given]
    with ProcessPoolExecutor(arguments.workers) as pool:
        made = track(pool.map(emptied, jobs, chunksize=4), "hollow pages", len(jobs), console=console)
        found = [one for rows in made for one in rows]
    table(found, kinds).show(Console())
    return 0
