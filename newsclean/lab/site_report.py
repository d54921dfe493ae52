"""The experiment `newsclean lab site`: tables and a plot of what a memory of a site's other pages brings."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from newsclean.cli_arguments import new_file
from newsclean.lab.bars import track
from newsclean.lab.corpora import add_corpora, corpora_folder, require
from newsclean.lab.measure import Figures
from newsclean.lab.site_measure import Result, measure
from newsclean.lab.site_plot import by_pages_learned
from newsclean.lab.site_ways import GOLDEN, LEARNING, WAYS
from newsclean.lab.sites import KINDS, LEAST, Item, sites
from newsclean.reading.document import Document
from newsclean.site import SiteMemory

LEARNED = (0, 1, 2, 3, 4, 5, 8, 12, 17)
"""Other pages of the site that are learned, on the plot's lower axis."""
PLOTTED = "clean_portal_eval"
"""The corpus with enough pages a site for the plot."""
TIMED = ("resiliparse", "html")
"""The kinds whose learning is timed: whole-page text, and HTML, whose slots are learned too."""
STANDING = ("clean with site memory", *GOLDEN)
"""The ways that begin with what `clean` keeps."""
CHANGES = ("f1", "recall", "exact")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to a parser."""
    add_corpora(parser)
    parser.add_argument("--corpus", nargs="+", choices=tuple(LEAST), default=list(LEAST), help="corpora to measure on")
    parser.add_argument("--kind", nargs="+", choices=KINDS, default=list(KINDS), help="input kinds to measure")
    parser.add_argument("--way", nargs="+", choices=tuple(WAYS), default=list(WAYS), help="ways of cleaning to measure")
    parser.add_argument("--out", type=Path, help="folder for site.md and site.json")
    parser.add_argument("--plot", type=new_file, help="draw the figures by pages learned into this SVG file")


def run(args: argparse.Namespace) -> int:
    """Run the experiment; exit status 0."""
    folder = corpora_folder(args.corpora)
    require(args.corpus, folder)
    results, doubled, growing, speeds = [], [], [], []
    for corpus in args.corpus:
        for kind in track(args.kind, f"sites of {corpus}"):
            groups = sites(corpus, kind, folder)
            results += measure(corpus, kind, groups, args.way)
            learning = [way for way in args.way if way in LEARNING]
            doubled += measure(corpus, kind, groups, learning, copies=True)
            if corpus == PLOTTED:
                growing += grown(corpus, kind, groups, learning)
            if kind in TIMED:
                speeds.append(learning_speed(f"{corpus} {kind}", [item for group in groups for item in group]))
    text = report(results, doubled, growing, speeds)
    print(text)
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
        (args.out / "site.md").write_text(text + "\n", encoding="utf-8")
        plain = [{"learned": n, **row(result)} for n, result in growing]
        rows = {"results": [row(r) for r in results], "doubled": [row(r) for r in doubled], "by pages": plain}
        (args.out / "site.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    if args.plot and growing:
        by_pages_learned(growing, args.plot)
    return 0


def grown(corpus: str, kind: str, groups: Sequence[Sequence[Item]], ways: Sequence[str]) -> list[tuple[int, Result]]:
    """(other pages learned, result) of each way, up to 17 pages or the largest site's."""
    most = max((len(group) - 1 for group in groups), default=0)
    steps = [n for n in LEARNED if n <= most]
    return [(n, result) for n in steps for result in measure(corpus, kind, groups, ways, n)]


def moved_table(results: Sequence[Result], doubled: Sequence[Result]) -> str:
    """The figures with every page doubled, and how far F1, recall and exact pages moved by that; in Markdown."""
    before = {(r.corpus, r.kind, r.way): r.figures for r in results}
    head = ["corpus", "kind", "way", "F1", "recall", "exact", *(f"{name} moved" for name in CHANGES)]
    lines = [head, ["---"] * len(head)]
    for result in doubled:
        once, twice = before.get((result.corpus, result.kind, result.way)), result.figures
        if once and twice:
            values = [(getattr(once, name), getattr(twice, name)) for name in CHANGES]
            figures = [f"{after:.4f}" for _, after in values] + [_change(b - a) for a, b in values]
            lines.append([result.corpus, result.kind, result.way, *figures])
    return _markdown(lines)


def row(result: Result) -> dict[str, object]:
    """A result as plain values."""
    out: dict[str, object] = {"corpus": result.corpus, "kind": result.kind, "way": result.way, "pages": result.pages}
    out |= {} if result.figures is None else result.figures._asdict()
    return out | ({} if result.found is None else result.found._asdict())


def report(
    results: Sequence[Result], doubled: Sequence[Result], growing: Sequence[tuple[int, Result]], speeds: Sequence[str]
) -> str:
    """The tables, in Markdown."""
    parts = ["# What a memory of the site's other pages brings", table(("corpus", "kind", "way"), map(cells, results))]
    if change := gains_table(results):
        parts += ["## What changes from `clean`", change]
    if doubled:
        parts += ["## Every page a second time, under another address", moved_table(results, doubled)]
    if growing:
        lines = ([str(n), *cells(result)[1:]] for n, result in growing)
        parts += [f"## By other pages learned, {PLOTTED}", table(("learned", "kind", "way"), lines)]
    return "\n\n".join([*parts, *filter(None, speeds)])


def gains(results: Iterable[Result], way: str) -> list[tuple[str, str, Figures]]:
    """(corpus, kind, change in each figure) from `clean` to another way, where the gold is full."""
    by_case = {(r.corpus, r.kind, r.way): r.figures for r in results if r.figures}
    return [
        (corpus, kind, Figures(*np.subtract(by_case[corpus, kind, way], before).tolist()))
        for (corpus, kind, each), before in by_case.items()
        if each == "clean" and (corpus, kind, way) in by_case
    ]


def gains_table(results: Sequence[Result]) -> str:
    """How F1, recall and exact pages change from `clean` to each way that stands on it; their means; in Markdown."""
    ways = {way: gains(results, way) for way in STANDING}
    ways = {way: rows for way, rows in ways.items() if rows}
    if not ways:
        return ""
    head = ["corpus", "kind", *(f"{way}: {name}" for way in ways for name in CHANGES)]
    lines = [head, ["---"] * len(head)]
    for rows in zip(*ways.values(), strict=True):
        lines.append([*rows[0][:2], *(_change(getattr(row[2], name)) for row in rows for name in CHANGES)])
    means = (np.mean([getattr(row[2], name) for row in rows]) for rows in ways.values() for name in CHANGES)
    return _markdown([*lines, ["mean", "", *map(_change, means)]])


def _change(value: float | np.floating) -> str:
    return f"{value:+.4f}"


def cells(result: Result) -> list[str]:
    """A table's row; a dash where the corpus' gold does not say."""
    figures, found = result.figures, result.found
    numbers = [f"{value:.4f}" for value in figures] if figures else ["-"] * 4
    snippets = [f"{found.found}/{found.wanted}", f"{found.avoided}/{found.unwanted}"] if found else ["-"] * 2
    return [result.corpus, result.kind, result.way, str(result.pages), *numbers, *snippets]


def table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    head = [*names, "pages", "F1", "precision", "recall", "exact", "with", "without"]
    return _markdown([head, ["---"] * len(head), *rows])


def _markdown(lines: Iterable[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def learning_speed(what: str, items: Sequence[Item], times: int = 5) -> str:
    """Pages a second, one core, from documents already read to the memory: hashing, records, counting by host."""
    if not items:
        return ""
    pairs = [(str(item.page["url"]), item.document) for item in items]
    best = min(_seconds(pairs) for _ in range(times))
    size = sum(len(document.text) for _, document in pairs) / len(pairs)
    lines = sum(len(document) for _, document in pairs) / len(pairs)
    return (
        f"Learning {what} alone, pages read before: {len(pairs) / best:,.0f} pages a second of CPU time, best of "
        f"{times} runs, {len(pairs)} pages of {size:,.0f} characters and {lines:.0f} lines in the mean."
    )


def _seconds(pairs: Sequence[tuple[str, Document]]) -> float:
    memory = SiteMemory()
    start = time.process_time()
    memory.learn_documents(pairs)
    return time.process_time() - start
