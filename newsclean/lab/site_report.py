"""The experiment `newsclean lab site`: tables and a plot of what a memory of a site's other pages brings."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.progress import track

from newsclean.lab.corpora import corpora_folder
from newsclean.lab.sites import KINDS, LEARNING, LEAST, WAYS, Item, Result, measure, sites
from newsclean.reading.document import Document
from newsclean.site import SiteMemory

LEARNED = (0, 1, 2, 3, 4, 5, 8, 12, 17)
"""Other pages of the site that are learned, on the plot's lower axis."""
PLOTTED = "clean_portal_eval"
"""The corpus with enough pages a site for the plot."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to a parser."""
    parser.add_argument("--corpora", type=Path, help="folder of the page corpora")
    parser.add_argument("--corpus", nargs="+", choices=tuple(LEAST), default=list(LEAST), help="corpora to measure on")
    parser.add_argument("--kind", nargs="+", choices=KINDS, default=list(KINDS), help="input kinds to measure")
    parser.add_argument("--way", nargs="+", choices=tuple(WAYS), default=list(WAYS), help="ways of cleaning to measure")
    parser.add_argument("--out", type=Path, help="folder for site.md, site.json and site-pages.png")


def run(args: argparse.Namespace) -> int:
    """Run the experiment; exit status 0."""
    folder = corpora_folder(args.corpora)
    results, doubled, growing, speed = [], [], [], ""
    for corpus in args.corpus:
        for kind in track(args.kind, f"sites of {corpus}"):
            groups = sites(corpus, kind, folder)
            results += measure(corpus, kind, groups, args.way)
            learning = [way for way in args.way if way in LEARNING]
            doubled += measure(corpus, kind, groups, learning, copies=True)
            if corpus == PLOTTED:
                growing += grown(corpus, kind, groups, learning)
            if kind == "resiliparse":
                speed = learning_speed([item for group in groups for item in group]) or speed
    text = report(results, doubled, growing, speed)
    print(text)
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
        (args.out / "site.md").write_text(text + "\n", encoding="utf-8")
        plain = [{"learned": n, **row(result)} for n, result in growing]
        rows = {"results": [row(r) for r in results], "doubled": [row(r) for r in doubled], "by pages": plain}
        (args.out / "site.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
        if growing:
            plot(growing, args.out / "site-pages.png")
    return 0


def grown(corpus: str, kind: str, groups: Sequence[Sequence[Item]], ways: Sequence[str]) -> list[tuple[int, Result]]:
    """(other pages learned, result) of each way, up to 17 pages or the largest site's."""
    most = max((len(group) - 1 for group in groups), default=0)
    steps = [n for n in LEARNED if n <= most]
    return [(n, result) for n in steps for result in measure(corpus, kind, groups, ways, n)]


def row(result: Result) -> dict[str, object]:
    """A result as plain values."""
    out: dict[str, object] = {"corpus": result.corpus, "kind": result.kind, "way": result.way, "pages": result.pages}
    out |= {} if result.figures is None else result.figures._asdict()
    return out | ({} if result.found is None else result.found._asdict())


def report(
    results: Sequence[Result], doubled: Sequence[Result], growing: Sequence[tuple[int, Result]], speed: str
) -> str:
    """The tables, in Markdown."""
    parts = ["# What a memory of the site's other pages brings", table(("corpus", "kind", "way"), map(cells, results))]
    change = gains(results)
    parts += [f"Mean gain over corpora and kinds: F1 {change[0]:+.4f}, recall {change[1]:+.4f}."] if change else []
    if doubled:
        title = "## Every article a second time, in another page's surroundings"
        parts += [title, table(("corpus", "kind", "way"), map(cells, doubled))]
    if growing:
        lines = ([str(n), *cells(result)[1:]] for n, result in growing)
        parts += [f"## By other pages learned, {PLOTTED}", table(("learned", "kind", "way"), lines)]
    return "\n\n".join([*parts, *([speed] if speed else [])])


def gains(results: Iterable[Result]) -> tuple[float, float] | None:
    """Mean change in F1 and in recall from `clean` to `clean` with memory, over corpora and kinds with a full gold."""
    by_case = {(r.corpus, r.kind, r.way): r.figures for r in results if r.figures}
    pairs = [
        (figures, by_case[corpus, kind, "clean with site memory"])
        for (corpus, kind, way), figures in by_case.items()
        if way == "clean" and (corpus, kind, "clean with site memory") in by_case
    ]
    if not pairs:
        return None
    f1 = sum(after.f1 - before.f1 for before, after in pairs) / len(pairs)
    return f1, sum(after.recall - before.recall for before, after in pairs) / len(pairs)


def cells(result: Result) -> list[str]:
    """A table's row; a dash where the corpus' gold does not say."""
    figures, found = result.figures, result.found
    numbers = [f"{value:.4f}" for value in figures] if figures else ["-"] * 4
    snippets = [f"{found.found}/{found.wanted}", f"{found.avoided}/{found.unwanted}"] if found else ["-"] * 2
    return [result.corpus, result.kind, result.way, str(result.pages), *numbers, *snippets]


def table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    head = [*names, "pages", "F1", "precision", "recall", "exact", "with", "without"]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def plot(growing: Sequence[tuple[int, Result]], path: Path) -> None:
    """F1 and exact pages against other pages learned, a colour a kind; the two rules dotted and dashed."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 4), layout="constrained")
    for axes, name in zip(figure.subplots(1, 2), ("f1", "exact"), strict=True):
        kinds = list(dict.fromkeys(result.kind for _, result in growing))
        for number, kind in enumerate(kinds):
            for way, dash in zip(LEARNING, (":", "--", "-"), strict=True):
                points = [(n, getattr(r.figures, name)) for n, r in growing if (r.kind, r.way) == (kind, way)]
                if points:
                    axes.plot(*zip(*points, strict=True), dash, marker=".", color=f"C{number}")
            axes.plot([], [], color=f"C{number}", label=kind)
        axes.set(xlabel="other pages of the site learned", ylabel={"f1": "F1", "exact": "exact pages"}[name])
        axes.grid(alpha=0.3)
    axes.legend(title="input; dotted: bare rule, dashed: strict rule", fontsize="small")
    figure.savefig(path, dpi=120)


def learning_speed(items: Sequence[Item], times: int = 5) -> str:
    """Pages a second, one core, from documents already read to the memory: hashing, records, counting by host."""
    if not items:
        return ""
    pairs = [(str(item.page["url"]), item.document) for item in items]
    best = min(_seconds(pairs) for _ in range(times))
    size = sum(len(document.text) for _, document in pairs) / len(pairs)
    lines = sum(len(document) for _, document in pairs) / len(pairs)
    return (
        f"Learning alone, pages read before: {len(pairs) / best:,.0f} pages a second of CPU time, best of {times} "
        f"runs, {len(pairs)} pages of {size:,.0f} characters and {lines:.0f} lines in the mean."
    )


def _seconds(pairs: Sequence[tuple[str, Document]]) -> float:
    memory = SiteMemory()
    start = time.process_time()
    memory.learn_documents(pairs)
    return time.process_time() - start


def main() -> None:
    """Run the experiment on its own: `python -m newsclean.lab.site_report`."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    sys.exit(run(parser.parse_args()))


if __name__ == "__main__":
    main()
