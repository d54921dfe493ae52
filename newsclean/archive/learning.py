"""The first pass of `--learn-sites`: what each site prints on its pages, shard by shard, then put together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.archive.checkpoint import Counts
from newsclean.archive.events import STEP_PAGES, ArchiveError, RawPage, Step
from newsclean.archive.readers import Reader
from newsclean.archive.tables import Columns
from newsclean.hosts import host_of
from newsclean.options import Kind

if TYPE_CHECKING:
    from newsclean.site import SiteMemory


@dataclass(frozen=True)
class LearnJob:
    """One shard to learn from, but for what lies in the output folder; its memory goes into the file `memory`."""

    shard: Path
    memory: Path
    columns: Columns
    limit: int
    out: Path
    host: str | None = None


class ShardLearner:
    """Learns shards one after the other. Losses are left to the pass that cleans: it meets them again."""

    def __call__(self, job: LearnJob, report: Callable[[Step], None]) -> Counts:
        from newsclean.site import SiteMemory

        memory = SiteMemory()
        learn_pages(memory, _pages(job, report))
        memory.save(job.memory)
        return Counts()


def learn_pages(memory: SiteMemory, pages: Iterable[tuple[str, str | bytes, Kind]]) -> None:
    """Learn pages as (host, source, kind), read as they come, those of one kind in a row together."""
    for kind, alike in groupby(pages, key=lambda page: page[2]):
        memory.learn(((host, source) for host, source, _ in alike), kind=kind)


def _pages(job: LearnJob, report: Callable[[Step], None]) -> Iterator[tuple[str, str | bytes, Kind]]:
    """Each page's host, source and kind."""
    reader = Reader(job.shard, job.columns, job.limit, job.out)
    told, pages = 0, 0
    for event in reader:
        if not isinstance(event, RawPage):
            continue
        pages += 1
        if host := host_of(event.url) or job.host:
            yield host, event.source, event.kind
        if pages % STEP_PAGES == 0:
            report(Step(reader.position - told, STEP_PAGES))
            told = reader.position
    report(Step(reader.position - told, pages % STEP_PAGES))


def merge_memories(parts: Sequence[Path], out: Path) -> None:
    """One memory file from the shards' files, the same bytes whatever their order.

    Raises `ArchiveError` where one of them, which an earlier run may have left, is no memory.
    """
    from newsclean.site import SiteMemory, SiteMemoryError

    memory = SiteMemory()
    for part in sorted(parts):
        try:
            memory.merge(SiteMemory.load(part))
        except SiteMemoryError as error:
            raise ArchiveError(f"{error}; delete that file, and its shard is learned again") from error
    memory.save(out)


def drop_older(folder: Path, parts: Collection[Path]) -> None:
    """Remove what was learned of earlier states of the shards whose memories the `parts` are; other shards' stay."""
    names = {part.name for part in parts}
    shards = {_shard_in(name) for name in names}
    for part in folder.glob("*.memory"):
        if part.name not in names and _shard_in(part.name) in shards:
            part.unlink()


def _shard_in(name: str) -> str:
    """The key of the shard in a part's name."""
    return name.partition("-")[0]
