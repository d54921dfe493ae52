"""The pool of workers by itself: reports, workers that die, and an end while several have something to say."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsclean.archive.events import ArchiveError
from newsclean.archive.workers import RETRIES, Pool, Report


class Doubles:
    """Work that reports the job as a step and gives twice of it back."""

    def __call__(self, job: int, report: Callable[[Any], None]) -> int:
        report(job)
        return 2 * job


class Dies:
    """Work that ends its process, as a system short of memory does."""

    def __call__(self, job: int, report: Callable[[Any], None]) -> None:
        os._exit(9)


class FailsOnceThere:
    """Work that waits for a file and then cannot go on."""

    def __call__(self, job: tuple[Path, int], report: Callable[[Any], None]) -> None:
        while not job[0].exists():
            time.sleep(0.01)
        raise ArchiveError(f"job {job[1]}")


def heard(pool: Pool) -> list[Report]:
    return [report for report in pool.run() if report.job is not None]


def test_every_job_is_done_and_told() -> None:
    reports = heard(Pool(Doubles, [1, 2, 3, 4, 5], 2))
    assert sorted((job, value) for job, kind, value in reports if kind == "step") == [(n, n) for n in range(1, 6)]
    assert sorted((job, value) for job, kind, value in reports if kind == "done") == [(n, 2 * n) for n in range(1, 6)]


def test_a_job_whose_workers_die_is_tried_again_and_then_set_aside() -> None:
    kinds = [report.kind for report in heard(Pool(Dies, [1], 1))]
    assert kinds == ["killed"] * RETRIES + ["lost"]


def test_a_worker_that_cannot_be_started_leaves_ctrl_c_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(process: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", refused)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with pytest.raises(OSError, match="no more processes"):
        heard(Pool(Doubles, [1], 1))
    assert signal.pthread_sigmask(signal.SIG_SETMASK, before) == before


def test_jobs_that_were_not_begun_are_not_after_finish() -> None:
    pool = Pool(Doubles, list(range(100)), 1)
    done = 0
    for report in pool.run():
        done += report.kind == "done"
        pool.finish()
    assert done <= 1


def test_whoever_stops_hears_no_more_of_workers_that_spoke_at_the_same_time(tmp_path: Path) -> None:
    there = tmp_path / "there"
    pool = Pool(FailsOnceThere, [(there, number) for number in range(3)], 3)
    told = []
    for report in pool.run():
        if report.job is None:
            there.touch()
            for worker in pool._workers:  # all three have something to say when one is heard
                assert worker.pipe.poll(60)
        else:
            told.append(report.kind)
            pool.stop()
    assert told == ["fatal"]
