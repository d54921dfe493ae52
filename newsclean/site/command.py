"""The command `newsclean learn`: a site memory from archives and folders of pages."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.cli_arguments import named, wrong_host
from newsclean.hosts import host_of
from newsclean.options import KINDS
from newsclean.os_errors import in_words
from newsclean.site import SiteMemory
from newsclean.site.file import target_of
from newsclean.terminal import say

if TYPE_CHECKING:
    from newsclean.archive.progress import Display
    from newsclean.archive.tables import Columns
    from newsclean.options import Kind

HINT = "--host names their host"
"""What is said where pages are passed over that have no address."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to a parser."""
    parser.add_argument("paths", nargs="+", type=named, metavar="PATH", help="archives, or folders of them or of pages")
    parser.add_argument("--out", required=True, type=named, metavar="FILE", help="the memory's file")
    parser.add_argument("--add-to", type=named, metavar="FILE", help="a memory, not pruned, to go on from")
    parser.add_argument("--host", help="the host of pages without an address, such as a folder's")
    parser.add_argument("--column", metavar="NAME", help="field that holds the page (default: text, else html)")
    parser.add_argument(
        "--kind",
        choices=KINDS,
        help="what the field holds (default: as a field html or markdown is called, else found out row by row)",
    )
    parser.add_argument(
        "--prune",
        action="store_true",
        help="leave out what stands on one page only: smaller, but final",
    )
    parser.add_argument("--quiet", action="store_true", help="print errors alone")


def run(args: argparse.Namespace) -> int:
    """Run the command; the exit status: 0, 1 where nothing could be learned, 2 where parts of it were damaged."""
    from newsclean.archive.events import ArchiveError
    from newsclean.archive.readers import check_columns, shards_of
    from newsclean.archive.tables import Columns

    if wrong := wrong_host(args.host):
        return _fail(wrong)
    try:
        unread: list[str] = []
        shards = shards_of(args.paths, say=unread.append, learning=True)
        columns = Columns(args.column, None, args.kind)
        check_columns(columns, shards)
        _check_output(args.out, shards)
        memory = SiteMemory.load(args.add_to) if args.add_to else SiteMemory()
        learner = Learner(memory, columns, args.host)
        learner.learn(shards, quiet=args.quiet)
        if not learner.pages:
            return _fail(learner.nothing)
        (memory.pruned() if args.prune else memory).save(args.out)
    except (ArchiveError, ValueError) as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(in_words(error))
    if not args.quiet:
        say(learner.summary(args.out))
        for what in unread:
            say(f"not read: {what}")
    return 2 if learner.losses else 0


def _check_output(out: Path, shards: list[Path]) -> None:
    """Refuse, before hours of work, an output that cannot be written or that would cost one of the inputs.

    Raises `ValueError` or `OSError`.
    """
    from newsclean.archive.readers import files_of

    if str(out) == "-":
        raise ValueError("a memory is not written to standard output: name a file with --out")
    folder = target_of(out).parent
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise ValueError(f"{out}: cannot be written: {folder}: {error.strerror or error}") from error
    if out.exists() and any(out.samefile(file) for shard in shards for file in files_of(shard)):
        raise ValueError(f"{out}: is read here, and the memory would take its place; choose another file for --out")


class Learner:
    """Reads shards into a memory and counts what it met."""

    def __init__(self, memory: SiteMemory, columns: Columns, host: str | None) -> None:
        self.memory, self.columns = memory, columns
        self.host = host
        self.pages, self.without_page, self.without_host, self.losses = 0, 0, 0, 0

    def learn(self, shards: list[Path], *, quiet: bool) -> None:
        """Learn from every page of the shards that has a host; a table without the page's field is one loss, as is a
        shard that cannot be read, or not to its end.

        Raises `ArchiveError` where no shard has that field.
        """
        from newsclean.archive.beginnings import any_fits
        from newsclean.archive.events import PAGE_LIMIT, ArchiveError, FieldError
        from newsclean.archive.learning import learn_pages
        from newsclean.archive.progress import Display
        from newsclean.archive.readers import size_of

        with Display("learning sites", sum(map(size_of, shards)), quiet=quiet, cleaning=False) as display:
            some_fit = False  # asked once, however many strays there are
            for shard in shards:
                try:
                    learn_pages(self.memory, self._pages(shard, display))
                except FieldError as error:
                    some_fit = some_fit or any_fits(shards, self.columns, PAGE_LIMIT)
                    if not some_fit:
                        raise ArchiveError(f"{shard}: {error}") from error
                    self.losses += 1
                    _say(f"{shard}: passed over: {error}")
                except OSError as error:
                    if (
                        error.filename is not None and Path(error.filename) != shard
                    ):  # one of our own: it is the installation that fails
                        raise
                    self.losses += 1
                    _say(f"{shard}: cannot be read to its end: {error.strerror or error}")

    def _pages(self, shard: Path, display: Display) -> Iterator[tuple[str, str | bytes, Kind]]:
        """(host, source, kind) of each page that has a host."""
        from newsclean.archive.events import PAGE_LIMIT, Loss, RawPage, Step
        from newsclean.archive.readers import Reader

        reader = Reader(shard, self.columns, PAGE_LIMIT)
        told = 0
        for event in reader:
            if isinstance(event, Loss):
                self.losses += 1
                _say(f"{shard}: offset {event.offset}: {event.reason}")
            if not isinstance(event, RawPage):
                continue
            host = host_of(event.url) or self.host
            if not event.source:
                self.without_page += 1
            elif host:
                self.pages += 1
                yield host, event.source, event.kind
            else:
                self.without_host += 1
            display.step(shard, Step(reader.position - told, 1))
            display.tick()
            told = reader.position
        display.step(shard, Step(reader.position - told, 0))

    def summary(self, out: Path) -> str:
        """What was learned, in a line or two."""
        from newsclean.archive.readers import counted

        pages, hosts = counted(self.pages, "page"), counted(len(self.memory), "host")
        text = f"{pages} of {hosts} in {out} ({out.stat().st_size:,} bytes)"
        if self.without_page:
            text += f"\npassed over: {counted(self.without_page, 'page')}, empty or missing"
        if self.without_host:
            text += f"\npassed over: {counted(self.without_host, 'page')} without an address; {HINT}"
        return text

    @property
    def nothing(self) -> str:
        """Why there was nothing to learn."""
        return f"no page with a host; {HINT}" if self.without_host else "no page to learn from"


def _fail(message: str) -> int:
    _say(message)
    return 1


def _say(message: str) -> None:
    say(f"newsclean learn: {message}")
