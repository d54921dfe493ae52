"""What a run shows while it works, and the summary at its end."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from newsclean.archive.events import STEP_PAGES, Step
from newsclean.terminal import harmless, shown, writable

if TYPE_CHECKING:
    from newsclean.archive.checkpoint import Counts

_LINE_EVERY = 30.0  # seconds between lines where no terminal draws a bar


class Display:
    """A bar on a terminal, elsewhere a line now and then; `total` is the bytes of all shards. Writes to stderr.

    cleaning: whether the share of the text that is kept is shown; where pages are only learned, there is none.
    """

    def __init__(self, title: str, total: int, *, quiet: bool = False, cleaning: bool = True) -> None:
        self._console = Console(stderr=True, quiet=quiet, highlight=False, soft_wrap=True)
        self._title, self._total, self._cleaning = title, total, cleaning
        self._bytes, self._pages, self._kept = 0, 0, 0.0
        self._shards: dict[Path, Step] = {}
        self._start = self._last_line = time.monotonic()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[speed]:,.0f} pages/s"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[kept]}"),
            console=self._console,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task(title, total=max(1, total), speed=0.0, kept="")

    def __enter__(self) -> Display:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    @property
    def pages_a_second(self) -> float:
        return self._pages / max(1e-9, time.monotonic() - self._start)

    def step(self, shard: Path, step: Step) -> None:
        """Count what a worker did for a shard."""
        before = self._shards.get(shard, Step(0, 0))
        self._shards[shard] = Step(before.bytes + step.bytes, before.pages + step.pages, before.kept + step.kept)
        self._count(step)

    def reached(self, shard: Path) -> str:
        """How far a shard had come when its worker died: which page it was is known to some pages alone."""
        pages = self._shards.get(shard, Step(0, 0)).pages
        return f", at page {pages + 1:,} or one of the {STEP_PAGES} behind it"

    def forget(self, shard: Path) -> None:
        """Take back what was counted for a shard that is begun again."""
        lost = self._shards.pop(shard, Step(0, 0))
        self._count(Step(-lost.bytes, -lost.pages, -lost.kept))

    def _count(self, step: Step) -> None:
        self._bytes += step.bytes
        self._pages += step.pages
        self._kept += step.kept
        self._bar.update(self._task, completed=self._bytes, speed=self.pages_a_second, kept=self._kept_share())

    def tick(self) -> None:
        """Print a line if it is time for one."""
        now = time.monotonic()
        if not self._console.is_terminal and now - self._last_line >= _LINE_EVERY:
            self._last_line = now
            left = (now - self._start) * (self._total - self._bytes) / max(1, self._bytes)
            share = 100 * self._bytes / max(1, self._total)
            speed = f"{self.pages_a_second:,.0f} pages/s"
            said = (f"{share:.0f} %", f"{self._pages:,} pages", speed, f"{left:,.0f} s left", self._kept_share())
            self.say(f"{self._title}: {', '.join(filter(None, said))}")

    def say(self, line: str) -> None:
        """Print a line, above the bar where there is one."""
        if self._console.is_terminal:
            self._console.print(harmless(line), markup=False)
        elif not self._console.quiet:
            _print(line, sys.stderr)

    def _kept_share(self) -> str:
        return f"{100 * self._kept / self._pages:.0f} % kept" if self._pages and self._cleaning else ""


def summary(
    done: Sequence[Counts],
    skipped: Sequence[Counts],
    aside: int,
    unfinished: int,
    speed: float,
    unread: Sequence[str] = (),
    others: int = 0,
) -> str:
    """The whole output in numbers: this run's shards and those that earlier runs had done; and what was not read.

    others: how many files of shards that were not named lie beside it.
    """
    every = [*done, *skipped]
    pages = sum(counts.pages for counts in every)
    passed = Counter[str]()
    for counts in every:
        passed.update(counts.passed)
    shards = f"{len(done)} done, {len(skipped)} done before"
    shards += f", {aside} set aside" if aside else ""
    shards += f", {unfinished} not finished" if unfinished else ""
    rows = [
        ("shards", shards),
        ("pages", f"{pages:,}, {speed:,.1f} a second" if done else f"{pages:,}"),
        (
            "kept",
            f"{100 * sum(counts.kept for counts in every) / pages:.1f} % of the pages' text" if pages else "nothing",
        ),
        ("without an article", f"{sum(counts.empty for counts in every):,}"),
        ("passed on uncleaned", f"{sum(counts.failed for counts in every):,}"),
        ("losses", f"{sum(len(counts.losses) for counts in every):,}"),
    ]
    rows += [(f"passed over: {what}", f"{count:,}") for what, count in sorted(passed.items())]
    rows += [("not read", what) for what in unread]
    if others:
        rows.append(("other output", f"{others:,} file{'' if others == 1 else 's'} of shards that were not named now"))
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)


def print_summary(text: str) -> None:
    """Print it on the standard output."""
    _print(text, sys.stdout)


def _print(text: str, stream: TextIO | None) -> None:
    """Print for whoever listens; that nobody does, or that there is no room, changes nothing of what was done."""
    if stream is None:
        return
    try:
        print(writable(shown(text, stream), stream), file=stream, flush=True)
    except OSError:
        with open(os.devnull, "w") as nowhere:  # the interpreter flushes once more at its end
            os.dup2(nowhere.fileno(), stream.fileno())
