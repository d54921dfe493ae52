"""`newsclean lab hollow`: pages robbed of their article, of which nothing should stay, beside the same pages whole or
with the beginning of their article, of which something should."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html
from lxml.etree import _Element
from rich.console import Console

from newsclean.cli_arguments import positive
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, Record, add_corpora, corpora_folder, fold_of, read_corpus
from newsclean.lab.evaluate import fold_clean
from newsclean.lab.grafts import parsed, squashed, text_of
from newsclean.lab.kinds import MARKDOWN, WHOLE
from newsclean.lab.renderings import render
from newsclean.lab.report import Table, shown
from newsclean.lab.tables import EVERY

KINDS = (*WHOLE, *MARKDOWN)
PART_CHARS = 8
"""Characters from which an element whose text stands in the gold is a part of the article."""
HELD = 0.9
"""Share of the gold's characters from which the smallest element that holds them is the article, and goes whole."""
REST = 0.5
"""Share of a text that stands in the gold from which it is what was missed of the article, and no junk."""
SHORT = (1, 2, 4)
"""Paragraphs that are left of an article cut short."""
SHORT_WORDS = 20
"""Words from which they are an article: less is a caption, or a dateline that stands alone."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """A page in one kind. lost: nothing stays of it whole. junk: words that stay of it without its article.

    short: whether nothing stays of it with so many paragraphs of its article, where they have words enough.
    """

    kind: str
    lost: bool
    junk: int
    short: Mapping[int, bool] = field(default_factory=dict)


def hollowed(source: str, body: str) -> str:
    """A page's HTML without its article; "" where it cannot be parsed. body: the gold text.

    The element that holds the article goes with all that stands in it, since a gold lacks much that belongs to an
    article (its standfirst, its tables); where only the page as a whole does, the article's paragraphs go one by one.
    """
    tree, gold = parsed(source), squashed(body)
    if tree is None:
        return ""
    article = holder(tree, gold)
    if article.getparent() is not None and article.tag != "body":
        article.drop_tree()  # type: ignore[attr-defined]  # elements that the HTML parser made have it
    _drop(tree, gold)
    return str(html.tostring(tree, encoding="unicode"))


def shortened(source: str, body: str, paragraphs: int) -> str:
    """A page's HTML with the first paragraphs of its article only; "" where it cannot be parsed, or they are too few
    words to be one. body: the gold text."""
    tree, parts = parsed(source), body.split("\n\n")
    beginning = " ".join(parts[:paragraphs])
    if tree is None or len(beginning.split()) < SHORT_WORDS:
        return ""
    _drop(tree, squashed(" ".join(parts[paragraphs:])), squashed(beginning))
    return str(html.tostring(tree, encoding="unicode"))


def _drop(tree: _Element, gone: str, stays: str = "") -> None:
    """Elements whose text stands in what is gone, and not in what stays; both squashed."""
    for element in list(tree.iterdescendants(etree.Element)):
        text = squashed(text_of(element))
        if len(text) >= PART_CHARS and text in gone and text not in stays and element.getparent() is not None:
            element.drop_tree()  # type: ignore[attr-defined]


def holder(tree: _Element, gold: str) -> _Element:
    """The smallest element with most of the gold in its own texts and those below; gold: squashed."""
    held: Counter[_Element] = Counter()
    for element in tree.iter(etree.Element):
        own = (squashed(text or "") for text in (element.text, *(child.tail for child in element)))
        size = sum(len(text) for text in own if len(text) >= PART_CHARS and text in gold)
        at: _Element | None = element if size else None
        while at is not None:
            held[at] += size
            at = at.getparent()
    wanted = max(HELD * held[tree], 1)  # elements that hold so much stand in each other, the smallest last
    return next(reversed([one for one in tree.iter(etree.Element) if held[one] >= wanted]), tree)


def junk(text: str, body: str) -> int:
    """The words of a text, 0 where most of it stands in the gold text."""
    gold = squashed(body)
    paragraphs = [paragraph for paragraph in text.split("\n\n") if squashed(paragraph)]
    inside = sum(len(squashed(paragraph)) for paragraph in paragraphs if squashed(paragraph) in gold)
    return 0 if inside >= REST * max(len(squashed(text)), 1) else len(text.split())


def emptied(job: tuple[Record, Sequence[str]]) -> list[Emptied]:
    """A page, whole, cut short and hollow, cleaned in each kind by what was learned without its site."""
    page, kinds = job
    body = page["body"] or ""
    empty = hollowed(page["html"], body)
    short = {paragraphs: shortened(page["html"], body, paragraphs) for paragraphs in SHORT}
    out = []
    for kind in kinds:
        whole, rest = _as_kind(page["html"], kind), _as_kind(empty, kind)
        if whole.strip() and rest.strip():
            lost = {size: not _cleaned(page, _as_kind(source, kind), kind) for size, source in short.items() if source}
            junk_words = junk(_cleaned(page, rest, kind), body)
            out.append(Emptied(kind, not _cleaned(page, whole, kind), junk_words, lost))
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
        short = [_share([one.short[size] for one in of_kind if size in one.short]) for size in SHORT]
        rows.append((kind, str(len(of_kind)), shown(left / count), f"{words:.0f}", shown(lost / count, 4), *short))
    header = (
        "kind", "pages", "junk is left of the hollow page", "words of it", "nothing is left of the whole page",
        *(f"of {size} paragraph{'s' * (size > 1)}" for size in SHORT),
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
    jobs = [(page, kinds) for page in pages(corpora_folder(arguments.corpora))]
    with ProcessPoolExecutor(arguments.workers) as pool:
        made = track(pool.map(emptied, jobs, chunksize=4), "hollow pages", len(jobs), console=console)
        found = [one for rows in made for one in rows]
    table(found, kinds).show(Console())
    return 0
