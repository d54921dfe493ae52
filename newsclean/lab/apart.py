"""Apart: work in a process of its own that begins afresh, so that what it loads is never loaded in this one."""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import Connection
from typing import NamedTuple, ParamSpec, TypeVar

from newsclean.orphans import end_with_parent

Item = TypeVar("Item")
Given = ParamSpec("Given")


class Failed(NamedTuple):
    """What went wrong in the other process, and where."""

    error: Exception
    place: str


class Done(NamedTuple):
    """Nothing more comes."""


def apart(
    work: Callable[Given, Iterable[Item]], *arguments: Given.args, **named: Given.kwargs
) -> Generator[Item, None, None]:
    """What a function gives, item by item, while it runs in another process, which ends when nobody waits for it.

    The function and what it is given are sent there once. Its errors are raised here.

    Raises:
        RuntimeError: the process ended before its work did.
    """
    context = multiprocessing.get_context("spawn")  # a fork would share what threads hold, and what is loaded here
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(there, work, arguments, named), daemon=True)
    try:
        process.start()
        there.close()  # so that the pipe ends with the process
        yield from _received(here)
    except EOFError:
        process.join()
        raise RuntimeError(f"the process that did the work ended early, with status {process.exitcode}") from None
    finally:
        here.close()
        if process.pid is not None:
            process.terminate()
            process.join()


def _received(here: Connection) -> Iterator[Item]:
    while not isinstance(message := here.recv(), Done):
        if isinstance(message, Failed):
            raise message.error from RuntimeError(f"in the process that did the work:\n{message.place}")
        yield message


def _run(
    there: Connection, work: Callable[..., Iterable[Item]], arguments: tuple[object, ...], named: dict[str, object]
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who waits is interrupted as well, and ends this process
    end_with_parent()
    try:
        for item in work(*arguments, **named):
            there.send(item)
        there.send(Done())
    except Exception as error:
        there.send(Failed(error, traceback.format_exc()))
