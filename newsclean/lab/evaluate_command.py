"""`newsclean lab evaluate`: the table of all corpora and input kinds, the rivals beside it, and the worst pages."""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console

from newsclean.cli_arguments import natural, new_file, positive, roles
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, Record, add_corpora, corpora_folder, read_corpus, require
from newsclean.lab.evaluate import GROUPS, UNCASED, Outcome, all_of, evaluate
from newsclean.lab.itemized import itemized_pages
from newsclean.lab.kinds import EXTRACTED, RENDERERS, WHOLE, seen
from newsclean.lab.measure import Counts, Gold, average
from newsclean.lab.peers import TEXT_PEERS, answer
from newsclean.lab.renderings import renderings
from newsclean.lab.report import Table, faults, kinds_table, shown, worst_markdown
from newsclean.lab.silver import silver
from newsclean.options import PREFERENCES
from newsclean.page import KEPT

KINDS = (*WHOLE, *EXTRACTED)
COLUMNS = ("pages", "as it comes", "F1", "precision", "recall", "exact", "stable", "ms a page")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab evaluate`."""
    parser.add_argument(
        "--kinds",
        default=",".join(KINDS),
        help=f"input kinds, of {', '.join((*KINDS, *(kind for kind in RENDERERS if kind not in KINDS), 'html'))}",
    )
    parser.add_argument("--corpus", default=",".join(FULL), help="corpora, comma between")
    add_corpora(parser)
    parser.add_argument("--prefer", default="balanced", choices=PREFERENCES)
    parser.add_argument(
        "--keep", type=roles, action="extend", metavar="ROLES", help="the roles that stay, as in newsclean --keep"
    )
    parser.add_argument("--workers", type=positive, default=2, help="processes; 1 for figures of time (default: 2)")
    parser.add_argument(
        "--worst", type=natural, default=0, metavar="N", help="show the N worst pages of each corpus and kind"
    )
    parser.add_argument(
        "--rivals", action="store_true", help="the text-only rivals over the same pages, in the same run"
    )
    parser.add_argument(
        "--itemized",
        action="store_true",
        help="in place of the pages others made of them, whose articles are to a good part lists: results, tables, "
        "recipes, questions, of the pages' own words; without --worst and --rivals",
    )
    parser.add_argument("--json", type=new_file, help="write the figures to a file")


def run(arguments: argparse.Namespace) -> int:
    """Evaluate, print the tables, and write the figures where asked."""
    console, loud = Console(), Console(stderr=True)
    folder = corpora_folder(arguments.corpora)
    kinds, corpora = arguments.kinds.split(","), arguments.corpus.split(",")
    if unknown := set(kinds) - {"html", *RENDERERS}:
        loud.print(f"no such kind: {', '.join(sorted(unknown))}; there are html, {', '.join(RENDERERS)}")
        return 2
    if arguments.itemized and (arguments.worst or arguments.rivals):
        loud.print("--itemized goes with neither --worst nor --rivals, which look at the pages as they are")
        return 2
    require([*corpora, *FULL] if arguments.itemized else corpora, folder)  # all of them lend their words
    chosen = partial(_made, folder) if arguments.itemized else all_of
    found: list[tuple[str, Outcome]] = []
    work = partial(evaluate, prefer=arguments.prefer, keep=frozenset(arguments.keep or KEPT), chosen=chosen)
    for corpus, total, outcomes in work(corpora, [kinds], folder, arguments.workers):
        for outcome in track(outcomes, f"cleaning {corpus}", total=total, console=loud):
            found.append((corpus, outcome))
    if not found:
        loud.print(f"none of these pages can be made into others: that takes golds in full, as {', '.join(FULL)} have")
        return 2
    figures = {
        group: _group_figures(found, members, kinds) for group, members in GROUPS.items() if set(members) & set(corpora)
    }
    figures |= {c: _group_figures(found, (c,), kinds) for c in corpora if not any(c in m for m in GROUPS.values())}
    for group, rows in figures.items():
        _table(group, rows).show(console)
    _other_scripts(found, kinds).show(console)
    if arguments.rivals:
        _rivals(corpora, [kind for kind in kinds if kind != "html"], folder, loud).show(console)
    if arguments.worst:
        _show_worst(found, corpora, kinds, folder, arguments.worst, console)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def _made(folder: Path, corpus: str, pages: Sequence[Record]) -> Sequence[Record]:
    return itemized_pages(folder, pages)


def figures_of(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Plain figures of outcomes of one kind: before and after, share of stable pages, CPU milliseconds a page."""
    after = [one.after for one in outcomes if one.after]
    before = [one.before for one in outcomes if one.before]
    out: dict[str, Any] = {"pages": len(outcomes)}
    if after:
        out |= {name: round(value, 4) for name, value in average(after)._asdict().items()}
    if before:
        as_is = average(before)
        out |= {"before_f1": round(as_is.f1, 4), "before_exact": round(as_is.exact, 4)}
    found, wanted, avoided, unwanted = map(sum, zip(*(one.found for one in outcomes), strict=True))
    out |= {"with": [found, wanted], "without": [avoided, unwanted]}
    out["stable"] = round(statistics.fmean(one.stable for one in outcomes), 4)
    out["milliseconds"] = round(1000 * statistics.fmean(one.seconds for one in outcomes), 3)
    return out


def _group_figures(
    found: Iterable[tuple[str, Outcome]], members: Sequence[str], kinds: Sequence[str]
) -> dict[str, Any]:
    rows = {}
    for kind in kinds:
        mine = [outcome for corpus, outcome in found if corpus in members and outcome.kind == kind]
        if mine:
            rows[kind] = figures_of(mine)
    return rows


def _table(title: str, rows: dict[str, Any]) -> Table:
    lines = []
    for kind, f in rows.items():
        before = f"{shown(f['before_f1'])}/{shown(f['before_exact'], 2)}" if "before_f1" in f else ""
        if "f1" in f:
            quality = [shown(f["f1"]), shown(f["precision"]), shown(f["recall"]), shown(f["exact"])]
        else:
            quality = ["", "{}/{} avoided".format(*f["without"]), "{}/{} found".format(*f["with"]), ""]
        lines.append((kind, str(f["pages"]), before, *quality, shown(f["stable"]), f"{f['milliseconds']:.2f}"))
    return Table(("input", *COLUMNS), tuple(lines), title)


def _other_scripts(found: Iterable[tuple[str, Outcome]], kinds: Sequence[str]) -> Table:
    mine = [(corpus, outcome) for corpus, outcome in found if outcome.lang in UNCASED]
    return _table("Chinese, Japanese, Korean, Arabic, Hindi, Russian", _group_figures(mine, FULL, kinds))


def _rivals(corpora: Sequence[str], kinds: Sequence[str], folder: Path, console: Console) -> Table:
    lines = []
    for corpus in corpora:
        pages = [page for page in read_corpus(corpus, folder) if page["gold"] == "full"]
        texts = renderings(corpus, folder, tuple(kinds))
        for name, peer in TEXT_PEERS.items():
            for kind in kinds:
                counts: list[Counts] = []
                for page in track(pages, f"{name} {corpus} {kind}", console=console, transient=True):
                    counts.append(Gold.of(page).counts(seen(answer(peer, texts[page["id"]][kind]), kind)))
                figures = average(counts)
                lines.append((f"{corpus} {kind} {name}", *(shown(value) for value in figures)))
    return Table(("text-only rivals", "F1", "precision", "recall", "exact"), tuple(lines))


def _show_worst(
    found: Iterable[tuple[str, Outcome]],
    corpora: Sequence[str],
    kinds: Sequence[str],
    folder: Path,
    number: int,
    console: Console,
) -> None:
    for corpus in corpora:
        pages: dict[str, Record] = {page["id"]: {**page, "html": ""} for page in read_corpus(corpus, folder)}
        roles = silver(corpus, folder) if corpus in FULL else {}
        for kind in kinds:
            mine = [o for c, o in found if c == corpus and o.kind == kind and o.after]
            wrong = [faults(pages[o.id], o.after, o.text, roles.get(o.id)) for o in mine if o.after]
            console.file.write(worst_markdown(wrong, number) + "\n")
            kinds_table(wrong, f"{corpus}, {kind}: faults by kind").show(console)
