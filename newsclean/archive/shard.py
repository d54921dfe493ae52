"""One shard's work: read, clean, write aside, sync, rename, mark done."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from newsclean.archive.checkpoint import Checkpoint, Counts, Mark
from newsclean.archive.events import STEP_PAGES, ArchiveError, Loss, Passed, RawPage, Step
from newsclean.archive.readers import Reader
from newsclean.archive.rows import FAILED, CleanOptions, clean_row, writable
from newsclean.archive.tables import Columns
from newsclean.archive.writers import writer_for
from newsclean.failures import described
from newsclean.hosts import host_of
from newsclean.whole_files import sync_folder

if TYPE_CHECKING:
    from newsclean.site import HostMemory, SiteMemory

_STEP_BYTES = 1 << 22
"""Bytes after which it does so with fewer pages than `STEP_PAGES`: records that hold none are read as well."""


@dataclass(frozen=True)
class ShardJob:
    """One shard to clean. `digest` stands for the options, the site memory and the shard's content together."""

    shard: Path
    output: Path
    digest: str
    form: str
    clean: CleanOptions
    columns: Columns
    limit: int
    site_memory: Path | None = None
    host: str | None = None


class ShardCleaner:
    """Cleans shards one after the other; the site memory is read once."""

    def __init__(self) -> None:
        self._memories: dict[Path, SiteMemory] = {}

    def __call__(self, job: ShardJob, report: Callable[[Step], None]) -> Counts:
        """Clean a shard into its output file and mark it done."""
        checkpoint = Checkpoint(job.output.parent)
        aside = checkpoint.aside(job.shard)
        try:
            with aside.open("wb") as file:
                counts = self._write(job, file, report)
                file.flush()
                os.fsync(file.fileno())
            before = checkpoint.read(job.shard)
            aside.rename(job.output)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        if before is not None and before.output != job.output.name:  # another format: one shard, one output file
            (job.output.parent / before.output).unlink(missing_ok=True)
        sync_folder(job.output.parent)
        checkpoint.write(job.shard, Mark(str(job.shard.absolute()), job.output.name, job.digest, counts))
        return counts

    def _write(self, job: ShardJob, file: BinaryIO, report: Callable[[Step], None]) -> Counts:
        counts, passed = Counts(), Counter[str]()
        writer = writer_for(file, job.form, stripped=job.clean.stripped)
        reader = Reader(job.shard, job.columns, job.limit, job.output.parent)
        told = Step(0, 0, 0.0)
        for event in reader:
            if isinstance(event, Passed):
                passed[event.what] += 1
            elif isinstance(event, Loss):
                counts.losses.append((event.offset, event.reason))
            else:
                row = self._row(event, job)
                writer.write(row)
                counts.pages += 1
                counts.failed += FAILED in row["flags"]
                counts.empty += not row["text"]
                counts.kept += row["kept_share"]
            if counts.pages - told.pages >= STEP_PAGES or reader.position - told.bytes > _STEP_BYTES:
                now = Step(reader.position, counts.pages, counts.kept)
                report(Step(now.bytes - told.bytes, now.pages - told.pages, now.kept - told.kept))
                told = now
        writer.close()
        report(Step(reader.position - told.bytes, counts.pages - told.pages, counts.kept - told.kept))
        counts.passed = dict(sorted(passed.items()))
        return counts

    def _row(self, page: RawPage, job: ShardJob) -> dict[str, Any]:
        options = replace(job.clean, kind=page.kind)
        try:
            row = clean_row(
                page.source,
                options,
                id=writable(page.id),
                url=writable(page.url),
                date=writable(page.date),
                site=self._site(page, job),
            )
        except Exception as error:
            raise ArchiveError(f"{job.shard}: page {page.id} failed: {described(error)}") from error
        if page.flags:
            row["flags"] = sorted({*row["flags"], *page.flags})
        return row

    def _site(self, page: RawPage, job: ShardJob) -> HostMemory | None:
        """What the site memory knows of the page's host."""
        host = host_of(page.url) or job.host
        if job.site_memory is None or not host:
            return None
        if job.site_memory not in self._memories:
            from newsclean.site import SiteMemory

            self._memories[job.site_memory] = SiteMemory.load(job.site_memory)
        return self._memories[job.site_memory].for_host(host)
