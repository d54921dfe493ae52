"""The command `newsclean learn`: a site memory from archives and folders of pages."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.os_errors import in_words
from newsclean.site import SiteMemory
from newsclean.site.file import target_of
from newsclean.terminal import shown

if TYPE_CHECKING:
    from newsclean.archive.tables import Columns

_TELL_EVERY = 200

Tell = Callable[[int, int], None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to a parser."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="archives, or folders of them or of pages")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="the memory's file")
    parser.add_argument("--add-to", type=Path, metavar="FILE", help="a memory, not pruned, to go on from")
    parser.add_argument("--host", help="the host of pages without an address, such as a folder's")
    parser.add_argument("--column", metavar="NAME", help="field that holds the page (default: text, else html)")
    parser.add_argument("--kind", choices=("auto", "text", "markdown", "html"), help="what it holds (default: by name)")
    parser.add_argument(
        "--prune",
        action="store_true",
        help="leave out what stands on one page only: smaller, but final",
    )
    parser.add_argument("--quiet", action="store_true", help="print errors alone")


def run(args: argparse.Namespace) -> int:
    """Run the command; the exit status: 0, 1 where nothing could be learned, 2 where parts of it were damaged."""
    from newsclean.archive.events import ArchiveError
    from newsclean.archive.readers import shards_of
    from newsclean.archive.tables import Columns

    try:
        shards = shards_of(args.paths)
        _check_output(args.out, shards)
        memory = SiteMemory.load(args.add_to) if args.add_to else SiteMemory()
        learner = Learner(memory, Columns(args.column, None, args.kind), args.host)
        learner.learn(shards, quiet=args.quiet)
        if not learner.pages:
            return _fail("no page with a host; name it with --host")
        (memory.pruned() if args.prune else memory).save(args.out)
    except (ArchiveError, ValueError) as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(in_words(error))
    if not args.quiet:
        print(learner.summary(args.out), file=sys.stderr)
    return 2 if learner.losses else 0


def _check_output(out: Path, shards: list[Path]) -> None:
    """Refuse, before hours of work, an output that cannot be written or that would cost one of the inputs.

    Raises `ValueError` or `OSError`.
    """
    from newsclean.archive.readers import files_of

    if str(out) == "-":
        raise ValueError("a memory is not written to standard output: name a file with --out")
    target_of(out)
    if out.exists() and any(out.samefile(file) for shard in shards for file in files_of(shard)):
        raise ValueError(f"{out}: is read here, and the memory would take its place; choose another file for --out")


class Learner:
    """Reads shards into a memory and counts what it met."""

    def __init__(self, memory: SiteMemory, columns: Columns, host: str | None) -> None:
        self.memory, self.columns, self.host = memory, columns, host
        self.pages, self.without_host, self.losses = 0, 0, 0

    def learn(self, shards: list[Path], *, quiet: bool) -> None:
        """Learn from every page of the shards that has a host."""
        from newsclean.archive.readers import size_of

        with _progress(sum(map(size_of, shards)), quiet=quiet) as tell:
            for shard in shards:
                by_kind: dict[str, list[tuple[str, str | bytes]]] = {}
                for kind, host, source in self._pages(shard, tell):
                    waiting = by_kind.setdefault(kind, [])
                    waiting.append((host, source))
                    if len(waiting) == _TELL_EVERY:
                        self.memory.learn(waiting, kind=kind)
                        waiting.clear()
                for kind, waiting in by_kind.items():
                    self.memory.learn(waiting, kind=kind)

    def _pages(self, shard: Path, tell: Tell) -> Iterator[tuple[str, str, str | bytes]]:
        """(kind, host, source) of each page that has a host."""
        from newsclean.archive.events import PAGE_LIMIT, Loss, RawPage
        from newsclean.archive.readers import Reader
        from newsclean.archive.rows import host_of

        reader = Reader(shard, self.columns, PAGE_LIMIT)
        told = 0
        for event in reader:
            if isinstance(event, Loss):
                self.losses += 1
                _say(f"{shard}: byte {event.offset}: {event.reason}")
            if not isinstance(event, RawPage):
                continue
            host = host_of(event.url) or self.host
            if host:
                self.pages += 1
                yield event.kind, host, event.source
            else:
                self.without_host += 1
            tell(reader.position - told, self.pages)
            told = reader.position
        tell(reader.position - told, self.pages)

    def summary(self, out: Path) -> str:
        """What was learned, in a line or two."""
        text = f"{self.pages:,} pages of {len(self.memory):,} hosts in {out} ({out.stat().st_size:,} bytes)"
        if self.without_host:
            text += f"\n{self.without_host:,} pages without an address were passed over; name their host with --host"
        return text


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Tell]:
    """What tells a bar on stderr the bytes read since last time and the pages so far; without rich it tells nobody."""
    try:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
    except ModuleNotFoundError:
        yield lambda read, pages: None
        return
    columns = BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[pages]:,} pages"), TimeRemainingColumn()
    with Progress(TextColumn("learning"), *columns, console=Console(stderr=True), disable=quiet) as bar:
        task = bar.add_task("learning", total=max(1, total), pages=0)
        yield lambda read, pages: bar.update(task, advance=read, pages=pages)


def _fail(message: str) -> int:
    _say(message)
    return 1


def _say(message: str) -> None:
    print(shown(f"newsclean learn: {message}", sys.stderr), file=sys.stderr)
