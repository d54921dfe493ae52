"""Written pages: what the commands that measure them share, from their options to the table."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from rich.console import Console

from newsclean.cli_arguments import positive
from newsclean.lab.bars import track
from newsclean.lab.kinds import RENDERERS
from newsclean.lab.report import Table

WrittenPage = TypeVar("WrittenPage")
Measured = TypeVar("Measured")


def add_written(parser: argparse.ArgumentParser, folder: Path, kinds: Sequence[str], unit: str) -> None:
    """The options of such a command. folder: where its pages are. unit: of what one fault is printed a line each."""
    where = f"{folder.parent.name}/{folder.name}"
    parser.add_argument("--folder", type=Path, default=folder, help=f"the pages (default: {where})")
    parser.add_argument("--workers", type=positive, default=2, help="processes (default: %(default)s)")
    parser.add_argument("--kinds", default=",".join(kinds), help="input kinds, comma between (default: %(default)s)")
    parser.add_argument("--show", metavar="KIND", help=f"also print what is wrong in a kind, {unit} a line")


def run_written(
    arguments: argparse.Namespace,
    read: Callable[[Path], Sequence[WrittenPage]],
    measure: Callable[..., list[Measured]],
    table: Callable[[Sequence[Measured], Sequence[str]], Table],
    faults: Callable[[Sequence[Measured], str], Iterable[str]],
    whole: Sequence[str] = ("html",),
) -> int:
    """Reads the pages, measures each in the kinds that are asked for, and prints the table; 2 for a wrong question.

    whole: the kinds that pages are as they were written, beside those that are made of them.
    """
    console, kinds = Console(stderr=True), tuple(arguments.kinds.split(","))
    asked = tuple(dict.fromkeys((*kinds, *filter(None, [arguments.show]))))
    if unknown := {*asked} - {*whole, *RENDERERS}:
        console.print(f"no such kind: {', '.join(sorted(unknown))}; there are {', '.join((*whole, *RENDERERS))}")
        return 2
    found = measured(arguments, read, partial(measure, kinds=asked), "pages", console)
    if found is None:
        return 2
    if arguments.show:
        for line in faults(found, arguments.show):
            print(line)
    table(found, kinds).show(Console())
    return 0


def measured(
    arguments: argparse.Namespace,
    read: Callable[[Path], Sequence[WrittenPage]],
    measure: Callable[[WrittenPage], list[Measured]],
    what: str,
    console: Console,
) -> list[Measured] | None:
    """What is measured of all that a folder holds, while a bar shows how many are done; None, and why, where it cannot
    be read."""
    try:
        given = read(arguments.folder)
    except (OSError, ValueError) as error:
        console.print(f"{arguments.folder}: {error}", highlight=False, soft_wrap=True)
        return None
    with ProcessPoolExecutor(arguments.workers) as pool:
        made = track(pool.map(measure, given), what, len(given), console=console)
        return [one for rows in made for one in rows]
