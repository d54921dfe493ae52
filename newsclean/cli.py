"""The command `newsclean`: pages in, articles out; `explain`, and the commands that live in files of their own."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclean.cli_arguments import named, natural, roles
from newsclean.cli_commands import COMMANDS, LAB, run_command
from newsclean.cli_count import counted
from newsclean.cli_site import read_site
from newsclean.cli_sources import SourceError, read_source, spoken
from newsclean.options import KINDS, PREFERENCES
from newsclean.terminal import printable, say, shown

if TYPE_CHECKING:
    from newsclean.page import Page
    from newsclean.site import HostMemory

EXAMPLES = """\
examples:
  newsclean page.html                        the article of a page
  curl -s https://news.example/1 | newsclean the same from standard input
  newsclean --keep +headline,+caption a.txt  with its headline and captions
  newsclean --json *.txt > pages.jsonl       one JSON object a page: text, title, date, blocks, reasons
  newsclean explain page.txt                 every block, kept or stripped, and why

commands (each has a --help of its own):
  explain    show every block of a page with its role, score and strongest reasons
  archive    clean whole archives: WARC, WET, JSON Lines, CSV, Parquet, folders
  learn      learn what a site prints on all its pages, for --site-memory
  lab        train, evaluate, compare; for work on newsclean itself
To clean a file that is called like a command, write ./explain.

roles: body, subheading, standfirst, correction (kept by default), headline, byline, timestamp, caption, teaser, promo,
share, comment, ad, legal, nav, duplicate

Bytes are decoded as a browser would; the output is UTF-8. Exit status: 0, with an article or without; 2 where a file
could not be read (the others are cleaned all the same) or the command line is wrong; 1 where the output could not be
written; as of a shell 130 after Ctrl-C, and 141 where whoever reads the output has gone.
"""
EXPLAIN = """\
example:
  newsclean explain page.txt
  newsclean explain --reasons 8 page.html | less

Each block: kept or stripped, its role, the chance (0 to 1) that it belongs to the article, its text; below, the
strongest evidence with its signed weight in log-odds: above zero speaks for keeping the block. docs/evidence.md says
what the names mean. Colours are left out where the output is no terminal or NO_COLOR is set. Exit status: as of
newsclean.
"""
REASONS = 3
"""Reasons that `explain` shows of a block where nobody says how many."""
UNWRITABLE = 1
BROKEN_PIPE = 141
INTERRUPTED = 130
"""Exit statuses; those of the signals as shells give them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit status."""
    if sys.stderr is None:  # closed: print(file=None) would put what is said of a page among the pages
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    try:
        try:
            return _main(list(sys.argv[1:] if arguments is None else arguments))
        finally:  # help, too, after which argparse leaves
            if sys.stdout is not None:
                sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return BROKEN_PIPE
    except OSError as error:
        if error.filename is not None:  # not of the output, which has no name
            raise
        _drop_output()
        return _fail(f"standard output: {error.strerror or error}", UNWRITABLE)


def _drop_output() -> None:
    """What is left of the output goes nowhere: the interpreter flushes once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _main(arguments: list[str]) -> int:
    if arguments and arguments[0] == "lab":
        return run_command(LAB, "newsclean lab", arguments[1:])
    if arguments and arguments[0] in COMMANDS:
        return run_command(COMMANDS, "newsclean", arguments)
    if arguments and arguments[0] == "explain":
        return _run(_explain_parser().parse_args(arguments[1:]), explaining=True)
    parser = _clean_parser()
    parsed = parser.parse_args(arguments)
    if parsed.reasons is not None and not parsed.json:
        parser.error("--reasons is for --json and for newsclean explain: nothing else shows any")
    return _run(parsed, explaining=False)


def _clean_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean",
        description="Print the article of a scraped news page: plain text with junk in it, Markdown or HTML.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"newsclean {_version()}")
    _add_arguments(parser)
    return parser


def _explain_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean explain",
        description="Show every block of a page with its role, score and strongest reasons.",
        epilog=EXPLAIN,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_arguments(parser)
    return parser


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="pages; none, or -, is standard input")
    parser.add_argument(
        "--kind",
        choices=KINDS,
        default="auto",
        help="what the pages are (default: found out)",
    )
    parser.add_argument(
        "--prefer",
        choices=PREFERENCES,
        default="balanced",
        help="precision: less junk stays; recall: less of the article is lost",
    )
    parser.add_argument(
        "--keep",
        type=roles,
        action="extend",
        metavar="ROLES",
        help="the roles that stay, comma between; +ROLE adds one to those that stay by default; given again, adds more",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a page and line, with everything known")
    parser.add_argument(
        "--reasons",
        type=natural,
        metavar="N",
        help="how many reasons each block has, in JSON (default: all; 0 saves the time they take) and in explain "
        f"(default: {REASONS})",
    )
    parser.add_argument(
        "--site-memory", type=named, metavar="FILE", help="what newsclean learn made of the site's other pages"
    )
    parser.add_argument("--host", help="the site that the pages are from, for --site-memory")


def _run(arguments: argparse.Namespace, *, explaining: bool) -> int:
    if sys.stdout is None:
        return _fail("standard output is closed", UNWRITABLE)
    try:
        site = read_site(arguments.site_memory, arguments.host)
    except SourceError as error:
        return _fail(str(error))
    _write_utf8()
    files = arguments.files or ["-"]
    status, printed = 0, False
    for name in counted(files):
        try:
            source = read_source(name)
        except SourceError as error:
            status = _fail(str(error))
            continue
        if len(files) > 1 and not arguments.json:
            _print(f"{chr(10) if printed else ''}==> {spoken(name)} <==")
            printed = True
        _show(name, source, arguments, site, explaining)
    return status


def _show(name: str, source: bytes, arguments: argparse.Namespace, site: HostMemory | None, explaining: bool) -> None:
    from newsclean.api import clean, explain
    from newsclean.page import KEPT

    kind, prefer, keep = arguments.kind, arguments.prefer, arguments.keep or KEPT
    if not explaining and not arguments.json:
        text = clean(source, kind=kind, prefer=prefer, keep=keep, site=site)
        if text:
            _print(text)
        else:
            _say(f"{spoken(name)}: no article found")
        return
    page = explain(source, kind=kind, prefer=prefer, keep=keep, site=site, reasons=arguments.reasons != 0)
    if arguments.json:
        _print(_json(name, page, arguments.reasons))
    else:
        _print_page(page, REASONS if arguments.reasons is None else arguments.reasons)


def _json(name: str, page: Page, reasons: int | None) -> str:
    """The page as a line, with so many reasons a block, the strongest first; all where no number is given."""
    found = page.to_dict()
    for block in found["blocks"]:
        block["reasons"] = block["reasons"][:reasons]
    return json.dumps({"file": printable(name), **found}, ensure_ascii=False)


def _print_page(page: Page, reasons: int) -> None:
    from newsclean.cli_explain import Paper, print_page

    print_page(page, Paper.of(sys.stdout), reasons)


def _write_utf8() -> None:
    """A file or pipe gets UTF-8, so that nothing of an article is lost to a locale; a terminal keeps its encoding."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")


def _version() -> str:
    from newsclean import __version__

    return __version__


def _fail(message: str, status: int = 2) -> int:
    _say(message)
    return status


def _say(message: str) -> None:
    say(f"newsclean: {message}")


def _print(text: str) -> None:
    print(shown(text, sys.stdout))
