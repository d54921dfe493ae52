"""`newsclean lab compare`: newsclean and its rivals over the same pages in one run, in quality and in time."""

from __future__ import annotations

import argparse
import gc
import json
import logging
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lxml import html as lxml_html
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from newsclean.cli_arguments import new_file, positive
from newsclean.lab.corpora import (
    FULL,
    RECALL,
    SNIPPETS,
    Record,
    add_corpora,
    corpora_folder,
    fold_of,
    read_corpus,
    require,
)
from newsclean.lab.held_out import Cleaners, held_out, shipped
from newsclean.lab.kinds import HTML, RENDERERS, seen
from newsclean.lab.measure import Counts, Figures, Found, Gold, interval, snippets
from newsclean.lab.peers import HTML_PEERS, TEXT_PEERS, Peer, answer
from newsclean.lab.renderings import renderings
from newsclean.lab.report import Table, shown, shown_interval
from newsclean.options import Kind

OURS = "newsclean"
PARSE = "lxml.html parse alone"
DEFAULT = ("fundus", "news_websites", "crf_article_extractor", "clean_portal_eval", "trafilatura")
COLUMNS = ("F1", "precision", "recall", "exact", "with", "without", "ms a page", "× parse")


@dataclass(slots=True)
class Result:
    """What one cleaner did on a corpus's pages; `seconds` is CPU time, one entry a page; `failed` counts exceptions."""

    counts: list[Counts] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    failed: int = 0

    @property
    def milliseconds(self) -> float:
        """CPU time of a page in the mean."""
        return 1000 * sum(self.seconds) / max(len(self.seconds), 1)

    def figures(self, parse: float) -> dict[str, object]:
        """Plain figures for JSON. parse: milliseconds of bare parsing of a page in the mean."""
        out: dict[str, object] = {"pages": len(self.seconds), "failed": self.failed, "milliseconds": self.milliseconds}
        out["times_parse"] = self.milliseconds / parse if parse else None
        if self.counts:
            out |= {name: list(ends) for name, ends in interval(self.counts).items()}
        if self.found:
            out |= dict(zip(Found._fields, map(sum, zip(*self.found, strict=True)), strict=True))
        return out

    def cells(self, parse: float) -> tuple[str, ...]:
        """The figures as strings, in the order of `COLUMNS`."""
        quality = ["", "", "", ""]
        if self.counts:
            f1, precision, recall, exact = (interval(self.counts)[name] for name in Figures._fields)
            quality = [shown_interval(f1), shown(precision.value), shown(recall.value), shown_interval(exact, 2)]
        found, wanted, avoided, unwanted = map(sum, zip(*self.found, strict=True)) if self.found else (0, 0, 0, 0)
        said = (f"{found}/{wanted}" if wanted else "", f"{avoided}/{unwanted}" if unwanted else "")
        return (*quality, *said, f"{self.milliseconds:.2f}", f"{self.milliseconds / parse:.1f}" if parse else "")


def compare(
    pages: Sequence[Record],
    sources: Mapping[str, str],
    peers: Mapping[str, Peer],
    ours: Cleaners,
    tick: Callable[[], object] = lambda: None,
    kind: str = "html",
) -> dict[str, Result]:
    """Run newsclean and the rivals over pages, page by page, so that all see the machine in the same state.

    sources: {page id: what is handed in}, all of one kind. The parse row parses the page's HTML, whatever is handed in.
    """
    results = {name: Result() for name in (PARSE, OURS, *peers)}
    first = pages[0]
    for peer in (*peers.values(), *(ours(fold) for fold in {fold_of(page) for page in pages})):
        answer(peer, sources[first["id"]])  # what a cleaner loads on its first call is no page's time
    parse(first["html"])
    for page in pages:
        gold = Gold.of(page) if page["gold"] == "full" else None
        gc.collect()
        _clock(results[PARSE], parse, page["html"])
        own = _clock(results[OURS], ours(fold_of(page)), sources[page["id"]], strict=True)
        _measure(results[OURS], page, gold, seen(own, kind))
        for name, peer in peers.items():
            _measure(results[name], page, gold, seen(_clock(results[name], peer, sources[page["id"]]), kind))
        tick()
    return results


def parse(html: str) -> str:
    """Bare parsing of a page, the unit of time."""
    lxml_html.document_fromstring(html.encode("utf-8", "replace"))
    return ""


def _measure(result: Result, page: Record, gold: Gold | None, text: str) -> None:
    if gold is not None:
        result.counts.append(gold.counts(text))
    if page.get("with") or page.get("without"):
        result.found.append(snippets(page, text))


def _clock(result: Result, peer: Peer, source: str, strict: bool = False) -> str:
    """A cleaner's text, its time noted. A rival's exception is its answer: nothing; ours ends the run (strict)."""
    start = time.process_time()
    try:
        text = peer(source)
    except Exception:
        if strict:
            raise
        text = ""
        result.failed += 1
    result.seconds.append(time.process_time() - start)
    return text or ""


@contextmanager
def quiet() -> Iterator[None]:
    """Rivals' log lines and warnings are kept off the screen."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def table(corpus: str, results: Mapping[str, Result], note: str = "") -> Table:
    """The results of one corpus, the best F1 first, the parser last."""
    unit = results[PARSE].milliseconds
    order = sorted((name for name in results if name != PARSE), key=lambda name: -_quality(results[name]))
    rows = [(name, *results[name].cells(unit)) for name in order]
    rows.append((PARSE, *[""] * 6, f"{unit:.2f}", "1.0"))
    filled = [place for place in range(len(COLUMNS) + 1) if place == 0 or any(row[place] for row in rows)]
    shown_rows = tuple(tuple(row[place] for place in filled) for row in rows)
    header = tuple(("", *COLUMNS)[place] for place in filled)
    pages = len(results[PARSE].seconds)
    failed = [f"{name} failed on {results[name].failed}" for name in order if results[name].failed]
    note = "; ".join((note, *failed))
    return Table(header, shown_rows, f"{corpus}, {pages} pages{note}")


def _quality(result: Result) -> float:
    if result.counts:
        return interval(result.counts)["f1"].value
    found, wanted, avoided, unwanted = map(sum, zip(*result.found, strict=True)) if result.found else (0, 1, 0, 1)
    return (found / max(wanted, 1) + avoided / max(unwanted, 1)) / 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab compare`."""
    known = (*FULL, *RECALL, *SNIPPETS)
    add_corpora(parser)
    parser.add_argument("--corpus", nargs="+", choices=known, default=list(DEFAULT), help="corpora to run over")
    parser.add_argument("--input", choices=["html", *RENDERERS], default="html", help="what is handed in")
    parser.add_argument("--peers", nargs="*", choices=[*HTML_PEERS, *TEXT_PEERS], help="rivals (default: all)")
    parser.add_argument("--pages", type=positive, help="only so many pages of each corpus, spread evenly")
    parser.add_argument("--json", type=new_file, help="write all figures to this file")
    parser.add_argument("--markdown", type=new_file, help="write the tables to this file")
    parser.add_argument(
        "--plot", type=new_file, help="draw quality against time into this SVG file, say docs/compare.svg"
    )


def run(arguments: argparse.Namespace) -> int:
    """Run the comparison; gives the exit status. Where a fold's weights are missing, the shipped ones run."""
    console = Console()
    folder = corpora_folder(arguments.corpora)
    require(arguments.corpus, folder)
    known = HTML_PEERS if arguments.input in HTML else TEXT_PEERS
    peers = {name: known[name] for name in (arguments.peers if arguments.peers is not None else known) if name in known}
    kind: Kind = "html" if arguments.input in HTML else "auto"
    by_folds = held_out(kind)
    ours = by_folds or shipped(kind)
    note = "; newsclean by folds of sites" if by_folds else "; newsclean's shipped weights have seen these pages"
    figures: dict[str, dict[str, dict[str, object]]] = {}
    tables = []
    for corpus in arguments.corpus:
        pages = _some(list(read_corpus(corpus, folder)), arguments.pages)
        sources = _sources(corpus, pages, folder, arguments.input)
        with quiet(), _progress() as progress:
            task = progress.add_task(f"{corpus}, {arguments.input}", total=len(pages))
            results = compare(pages, sources, peers, ours, partial(progress.advance, task), arguments.input)
        unit = results[PARSE].milliseconds
        figures[corpus] = {name: result.figures(unit) for name, result in results.items()}
        tables.append(table(corpus, results, f", {arguments.input}{note}"))
        tables[-1].show(console)
    _write(arguments, figures, tables)
    return 0


def _some(pages: list[Record], number: int | None) -> list[Record]:
    if number is None or number >= len(pages):
        return pages
    return [pages[int(i * len(pages) / number)] for i in range(number)]


def _sources(corpus: str, pages: Sequence[Record], folder: Path, kind: str) -> dict[str, str]:
    if kind == "html":
        return {page["id"]: page["html"] for page in pages}
    texts = renderings(corpus, folder, (kind,))
    return {page["id"]: texts[page["id"]][kind] for page in pages}


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _write(
    arguments: argparse.Namespace, figures: dict[str, dict[str, dict[str, object]]], tables: Sequence[Table]
) -> None:
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if arguments.markdown:
        arguments.markdown.write_text("\n".join(made.markdown() for made in tables), encoding="utf-8")
    if arguments.plot:
        from newsclean.lab.plot import quality_against_time

        quality_against_time(figures, arguments.plot)
