"""A run over many shards: what is done already, what is left, and how it ended."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from newsclean import __version__
from newsclean.archive.beginnings import any_fits
from newsclean.archive.checkpoint import Checkpoint, Counts, digest_of
from newsclean.archive.events import PAGE_LIMIT, ArchiveError
from newsclean.archive.interrupts import interrupts
from newsclean.archive.learning import LearnJob, ShardLearner, drop_older, merge_memories
from newsclean.archive.progress import Display, print_summary, summary
from newsclean.archive.readers import counted, signature, size_of
from newsclean.archive.rows import CleanOptions
from newsclean.archive.shard import ShardCleaner, ShardJob
from newsclean.archive.tables import Columns
from newsclean.archive.workers import Pool, Report, Work

STOPPED, DAMAGED, SET_ASIDE, INTERRUPTED = 1, 2, 3, 130
LOSSES_TOLD = 20
"""Losses of a shard that are printed: of one damaged place there may be thousands."""


@dataclass(frozen=True)
class Settings:
    """What a run is asked for; `site_memory` is a file, `learn_sites` makes one from the shards first.

    host: that of pages without an address.
    """

    out: Path
    form: str = "jsonl.gz"
    workers: int = 1
    clean: CleanOptions = field(default_factory=CleanOptions)
    columns: Columns = field(default_factory=Columns)
    limit: int = PAGE_LIMIT
    site_memory: Path | None = None
    learn_sites: bool = False
    host: str | None = None
    quiet: bool = False


@dataclass
class Outcome:
    """How the jobs of one pass ended. `stopped` says why a pass ended before its last job; `unfit` are shards set aside
    since they lack a field.
    """

    done: dict[Path, Counts] = field(default_factory=dict)
    aside: dict[Path, str] = field(default_factory=dict)
    unfit: set[Path] = field(default_factory=set)
    stopped: str | None = None
    interrupted: bool = False
    speed: float = 0.0


class Run:
    """One run of the command over `shards`; `unread` says what lies beside them and is none."""

    def __init__(self, shards: Sequence[Path], settings: Settings, unread: Sequence[str] = ()) -> None:
        self.shards, self.settings, self.unread = list(shards), settings, unread
        self.checkpoint = Checkpoint(settings.out)

    def __call__(self) -> int:
        """Do the work, print the summary; the exit status. Raises `ArchiveError` where the run cannot start."""
        if self.settings.site_memory is not None:
            _check_memory(self.settings.site_memory)
        self.checkpoint.lock()
        try:
            outputs = self.checkpoint.name_outputs(self.shards, self.settings.form)
            signatures = {shard: signature(shard, self.settings.out) for shard in self.shards}
            memory, aside = self.settings.site_memory, {}
            if self.settings.learn_sites:
                memory, outcome = self._learn(signatures)
                if outcome.stopped:
                    outcome.done.clear()  # they are learned, and not cleaned
                    return self._end(outcome, {})
                # a stray without the field is met again by whoever cleans
                aside = {shard: why for shard, why in outcome.aside.items() if shard not in outcome.unfit}
            return self._clean(outputs, signatures, memory, aside)
        finally:
            self.checkpoint.unlock()

    def _learn(self, signatures: dict[Path, str]) -> tuple[Path, Outcome]:
        """The first pass: a memory of each shard, those of earlier runs taken as they are, and the memory of all."""
        folder = self.checkpoint.folder / "learned"
        folder.mkdir(exist_ok=True)
        columns, limit, host = self.settings.columns, self.settings.limit, self.settings.host
        options = {"version": __version__, "columns": asdict(columns), "limit": limit, "host": host}
        parts = {}
        for shard, found in signatures.items():
            name = digest_of({**options, "shard": found})[:16]
            parts[shard] = folder / f"{self.checkpoint.key(shard)}-{name}.memory"
        jobs = [
            LearnJob(shard, part, columns, limit, self.settings.out, host)
            for shard, part in parts.items()
            if not part.exists()
        ]
        outcome = self._work(ShardLearner, jobs, "learning sites")
        memory = self.checkpoint.folder / "sites.memory"
        if not outcome.stopped:
            merge_memories([part for shard, part in parts.items() if shard not in outcome.aside], memory)
            drop_older(folder, parts.values())
        return memory, outcome

    def _clean(
        self, outputs: dict[Path, Path], signatures: dict[Path, str], memory: Path | None, aside: dict[Path, str]
    ) -> int:
        """The second pass, over all shards but those that are set aside already."""
        settings = self.settings
        options = {
            "version": __version__,
            "form": settings.form,
            "clean": repr(settings.clean),
            "columns": asdict(settings.columns),
            "limit": settings.limit,
            "memory": hashlib.sha256(memory.read_bytes()).hexdigest() if memory else None,
            "host": settings.host,
        }
        jobs, before = [], {}
        for shard, output in outputs.items():
            if shard in aside:
                continue
            digest = digest_of({**options, "shard": signatures[shard]})
            mark = self.checkpoint.read(shard)
            if mark is not None and mark.digest == digest and output.exists():
                before[shard] = mark.counts
            else:
                cleaning = settings.clean, settings.columns, settings.limit, memory, settings.host
                jobs.append(ShardJob(shard, output, digest, settings.form, *cleaning))
        outcome = self._work(ShardCleaner, jobs, "cleaning")
        outcome.aside |= aside
        return self._end(outcome, before)

    def _work(self, make_work: Callable[[], Work], jobs: Sequence[Any], title: str) -> Outcome:
        outcome = Outcome()
        if not jobs:
            return outcome
        pool = Pool(make_work, jobs, self.settings.workers)
        total = sum(size_of(job.shard, self.settings.out) for job in jobs)
        bar = Display(title, total, quiet=self.settings.quiet, cleaning=make_work is ShardCleaner)
        with bar as display, interrupts() as heard:
            for report in pool.run():
                if report.job is not None:
                    self._take(report, outcome, display, pool)
                display.tick()
                _heed(heard, pool, outcome, display)
            outcome.speed = display.pages_a_second
        return outcome

    def _take(self, report: Report, outcome: Outcome, display: Display, pool: Pool) -> None:
        shard: Path = report.job.shard
        match report.kind:
            case "step":
                display.step(shard, report.value)
            case "done":
                outcome.done[shard] = report.value
            case "killed":
                display.say(f"{shard}: {report.value}{display.reached(shard)}; tried again")
                display.forget(shard)
            case "lost":
                outcome.aside[shard] = report.value + display.reached(shard)
            case "aside":
                outcome.aside[shard] = report.value
            case "unfit" if self._some_fit:
                outcome.aside[shard] = report.value
                outcome.unfit.add(shard)
            case "unfit":
                outcome.stopped = f"{shard}: {report.value}"
                pool.stop()
            case "full" | "fatal":
                outcome.stopped = self._reason(report.kind, report.value)
                pool.stop()

    @cached_property
    def _some_fit(self) -> bool:
        """Whether the fields that are asked for are in any shard at all: if not, nobody need wait for the last one."""
        return any_fits(self.shards, self.settings.columns, self.settings.limit)

    def _reason(self, kind: str, value: str) -> str:
        if kind == "fatal":
            return value
        free = shutil.disk_usage(self.settings.out).free
        return (
            f"{self.settings.out}: no room to write ({value}; {free:,} bytes free). "
            "What is done stays; make room and run the same command again to go on"
        )

    def _end(self, outcome: Outcome, before: dict[Path, Counts]) -> int:
        """Report losses and what was set aside, print the summary, give the exit status."""
        said = Display("", 0, quiet=False)
        every = {**before, **outcome.done}
        for shard in self.shards:
            losses = every[shard].losses if shard in every else []
            for offset, reason in losses[:LOSSES_TOLD]:
                said.say(f"{shard}: offset {offset}: {reason}")
            if (more := len(losses) - LOSSES_TOLD) > 0:
                said.say(f"{shard}: {counted(more, 'more loss', 'es')}, which {self.checkpoint.place(shard)} lists")
        for shard, reason in outcome.aside.items():
            said.say(f"{shard}: set aside: {reason}")
        unfinished = len(self.shards) - len(every) - len(outcome.aside)
        if not self.settings.quiet:
            done, skipped = list(outcome.done.values()), list(before.values())
            others = self.checkpoint.others(self.shards)
            print_summary(summary(done, skipped, len(outcome.aside), unfinished, outcome.speed, self.unread, others))
        if outcome.stopped:
            said.say(f"newsclean archive: {outcome.stopped}")
            return INTERRUPTED if outcome.interrupted else STOPPED
        if outcome.aside:
            return SET_ASIDE
        return DAMAGED if any(counts.losses for counts in every.values()) else 0


def _check_memory(path: Path) -> None:
    """Raise `ArchiveError` where a file is no site memory: one word now, instead of one from every worker later."""
    from newsclean.site import SiteMemory, SiteMemoryError

    try:
        SiteMemory.load(path)
    except SiteMemoryError as error:
        raise ArchiveError(str(error)) from error
    except OSError as error:
        raise ArchiveError(f"{path}: {error.strerror or error}") from error


def _heed(heard: list[int], pool: Pool, outcome: Outcome, display: Display) -> None:
    """Ctrl-C once: finish the shards in hand; twice: stop."""
    if not heard:
        return
    if not outcome.interrupted:
        outcome.interrupted = True
        outcome.stopped = "interrupted; run the same command again to go on"
        display.say("finishing the shards in hand; Ctrl-C again stops at once")
        pool.finish()
    if len(heard) > 1:
        pool.stop()
