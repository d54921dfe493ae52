"""Worker processes that take one shard at a time; one that is killed costs its shard a retry, not the run."""

from __future__ import annotations

import errno
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Literal, NamedTuple

from newsclean.archive.events import ArchiveError, FieldError
from newsclean.failures import described
from newsclean.orphans import end_with_parent

RETRIES = 3
"""Times that a shard is begun again when its worker was killed; then the shard is held to be the cause."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

Work = Callable[[Any, Callable[[Any], None]], Any]


class Report(NamedTuple):
    """What happened to a job: a `step`, `done` with its result, its worker `killed` and the job tried again, or `lost`
    where that was once too often, `aside`, `full`, `fatal`, or `unfit` where its shard lacks a field."""

    job: Any
    kind: Literal["step", "done", "killed", "lost", "aside", "full", "fatal", "unfit"]
    value: Any


@dataclass
class _Worker:
    process: Any
    pipe: Connection
    job: Any = None


@contextmanager
def _ctrl_c_held() -> Iterator[None]:
    """Ctrl-C waits meanwhile. It reaches the whole group, and the parent alone decides what it means: a worker that is
    started here inherits the mask, and is not ended before it can ignore the signal."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(make_work: Callable[[], Work], pipe: Connection) -> None:
    """A worker's life: take a job, do it, say how it went; end when the pipe does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # see _ctrl_c_held
    end_with_parent()
    work = make_work()
    while (job := pipe.recv()) is not None:
        try:
            result = work(job, lambda step: pipe.send(("step", step)))
        except FieldError as error:
            pipe.send(("unfit", str(error)))
        except ArchiveError as error:
            pipe.send(("fatal", str(error)))
        except OSError as error:
            pipe.send(("full" if error.errno in _FULL else "aside", described(error)))
        except Exception as error:
            pipe.send(("aside", described(error)))
        else:
            pipe.send(("done", result))


class Pool:
    """Runs jobs in `workers` processes and yields reports. `make_work` is called once in each process.

    `finish()` lets the jobs in hand end and starts no more; `stop()` ends the processes at once.
    """

    def __init__(self, make_work: Callable[[], Work], jobs: Sequence[Any], workers: int) -> None:
        self._make_work = make_work
        self._waiting = deque((job, 0) for job in jobs)
        self._count = max(1, min(workers, len(jobs)))
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []

    def finish(self) -> None:
        self._waiting.clear()

    def stop(self) -> None:
        self.finish()
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()

    def run(self) -> Iterator[Report]:
        """The reports of all jobs, until each is done, set aside or given up.

        At least one comes every fifth of a second, without a job where nothing happened, so that whoever listens can
        act on the clock and on signals.
        """
        try:
            while self._waiting or any(worker.job is not None for worker in self._workers):
                self._hand_out()
                pipes: dict[object, _Worker] = {worker.pipe: worker for worker in self._workers}
                ready = wait([worker.pipe for worker in self._workers], timeout=0.2)
                for pipe in ready:
                    worker = pipes[pipe]
                    if worker in self._workers:  # whoever heard of another one may have stopped them all
                        yield self._hear(worker)
                if not ready:
                    yield Report(None, "step", None)
        finally:
            self._dismiss()

    def _hand_out(self) -> None:
        resource_tracker.ensure_running()  # the first process would start it, and with that let go of the mask below
        while self._waiting and len(self._workers) < self._count:
            here, there = self._context.Pipe()
            process = self._context.Process(target=_serve, args=(self._make_work, there), daemon=True)
            with _ctrl_c_held():
                process.start()
            there.close()
            self._workers.append(_Worker(process, here))
        for worker in self._workers:
            if worker.job is None and self._waiting:
                job, tries = self._waiting.popleft()
                worker.job = (job, tries)
                try:
                    worker.pipe.send(job)
                except OSError:
                    continue  # it died idle: the closed pipe is heard next, and the job tried again

    def _hear(self, worker: _Worker) -> Report:
        try:
            kind, value = worker.pipe.recv()
        except (EOFError, OSError):
            return self._bury(worker)
        job = worker.job[0]
        if kind != "step":
            worker.job = None
        return Report(job, kind, value)

    def _bury(self, worker: _Worker) -> Report:
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        if worker.job is None:
            return Report(None, "step", None)
        job, tries = worker.job
        cause = f"worker ended with status {worker.process.exitcode}"
        if tries >= RETRIES:
            return Report(job, "lost", f"{cause}, {tries + 1} times")
        self._waiting.appendleft((job, tries + 1))
        return Report(job, "killed", cause)

    def _dismiss(self) -> None:
        for worker in self._workers:
            if worker.job is None:
                try:
                    worker.pipe.send(None)
                except OSError:
                    worker.process.kill()
            else:
                worker.process.kill()
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()
