"""Processes: many sources cleaned in several of them, lazily and in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

AHEAD = 64
"""Sources that a worker may be ahead of the reader."""

Source: TypeAlias = str | bytes
Work: TypeAlias = Callable[[Source], str]

_works: list[Work] = []
"""In a worker the one work of its life, in any other process none: sent once, it may be large."""


def in_processes(work: Work, sources: Iterable[Source], workers: int) -> Iterator[str]:
    """What `work` makes of each source, in order; sources are read no further ahead than `AHEAD` a worker. Where it
    raises, whoever goes on gets the next one, as from `map`.

    A process that may have no children, as a worker of `multiprocessing.Pool` is, does the work itself.
    """
    from concurrent.futures import Future  # multiprocessing is not for every import
    from multiprocessing import current_process

    return map(work, sources) if current_process().daemon else map(Future.result, _futures(work, sources, workers))


def _futures(work: Work, sources: Iterable[Source], workers: int) -> Iterator[Future[str]]:
    """The pages in work, in order; no more are begun before who asked for one has seen it."""
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(work,)) as pool:
        submitted = _submitted(pool, sources)
        try:
            running = deque(islice(submitted, AHEAD * workers))
            while running:
                yield (future := running.popleft())
                if future.done() and isinstance(future.exception(), BrokenExecutor):
                    return  # of all others the same is to be said
                running.extend(islice(submitted, 1))
        finally:  # who stops early does not wait for the pages ahead
            pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: Executor, sources: Iterable[Source]) -> Iterator[Future[str]]:
    """The pages in work; an error of the iterable waits its turn behind them, as one that is done."""
    from concurrent.futures import Future

    try:
        for source in sources:
            yield pool.submit(_do, source)
    except Exception as error:
        failed: Future[str] = Future()
        failed.set_exception(error)
        yield failed


def _begin(work: Work) -> None:
    from newsclean.orphans import end_with_parent

    end_with_parent()
    _works.append(work)


def _do(source: Source) -> str:
    return _works[-1](source)
