"""The command `newsclean archive`: its arguments, and what they start."""

from __future__ import annotations

import argparse
import os

from newsclean.archive.formats import FORMATS
from newsclean.cli_arguments import byte_count, named, positive, roles, wrong_host
from newsclean.options import KINDS, ON_ROW_ERROR, PREFERENCES
from newsclean.os_errors import in_words
from newsclean.terminal import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to a parser."""
    parser.add_argument("paths", nargs="+", type=named, metavar="PATH", help="shards, or folders of shards or of pages")
    parser.add_argument("--out", required=True, type=named, help="folder for the output, one file a shard")
    parser.add_argument("--workers", type=positive, default=_processors(), help="processes (default: %(default)s)")
    parser.add_argument("--format", choices=FORMATS, default="jsonl.gz", help="of the output")
    parser.add_argument("--column", metavar="NAME", help="field that holds the page (default: text, else html)")
    parser.add_argument("--id-column", metavar="NAME", help="field that holds the page's id (default: id)")
    parser.add_argument(
        "--kind",
        choices=KINDS,
        help="what the field holds (default: as a field html or markdown is called, else found out row by row)",
    )
    parser.add_argument("--prefer", choices=PREFERENCES, default="balanced", help="less junk, or less lost")
    parser.add_argument(
        "--keep", type=roles, action="extend", metavar="ROLES", help="the roles that stay, as newsclean --keep has them"
    )
    parser.add_argument("--stripped", action="store_true", help="add the stripped blocks with their roles")
    memory = parser.add_mutually_exclusive_group()
    memory.add_argument(
        "--site-memory", type=named, metavar="FILE", help="what sites print on every page, learned before"
    )
    memory.add_argument("--learn-sites", action="store_true", help="learn that from these shards first")
    parser.add_argument("--host", help="the site of pages without an address, such as a folder's")
    parser.add_argument(
        "--on-error", choices=ON_ROW_ERROR, default="keep", help="pass a failing page on uncleaned, or stop"
    )
    parser.add_argument(
        "--max-page", type=byte_count, metavar="BYTES", help="refuse larger pages, as in 5000000 or 8M (default: 64M)"
    )
    parser.add_argument("--quiet", action="store_true", help="print losses and errors alone")


def run(args: argparse.Namespace) -> int:
    """Run the command; the exit status: 0, 1 stopped, 2 shards were damaged, 3 a shard was set aside, 130 Ctrl-C."""
    from newsclean.archive.events import PAGE_LIMIT, ArchiveError
    from newsclean.archive.readers import check_columns, shards_of
    from newsclean.archive.rows import CleanOptions
    from newsclean.archive.run import Run, Settings
    from newsclean.archive.tables import Columns
    from newsclean.page import KEPT

    if wrong := wrong_host(args.host):
        return _fail(wrong)
    settings = Settings(
        out=args.out,
        form=args.format,
        workers=args.workers,
        clean=CleanOptions(prefer=args.prefer, keep=args.keep or KEPT, stripped=args.stripped, on_error=args.on_error),
        columns=Columns(args.column, args.id_column, args.kind),
        limit=args.max_page or PAGE_LIMIT,
        site_memory=args.site_memory,
        learn_sites=args.learn_sites,
        host=args.host,
        quiet=args.quiet,
    )
    if args.host and not (args.site_memory or args.learn_sites):
        return _fail("--host is for --site-memory or --learn-sites: nothing else asks for a page's site")
    try:
        unread: list[str] = []
        shards = shards_of(args.paths, args.out, say=unread.append)
        check_columns(settings.columns, shards)
        return Run(shards, settings, unread)()
    except ArchiveError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(in_words(error))
    except KeyboardInterrupt:
        _fail("interrupted before any shard was in hand")
        return 130


def _fail(message: str) -> int:
    say(f"newsclean archive: {message}")
    return 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
