"""Work apart: what it gives comes item by item, what goes wrong is raised, and it ends when nobody waits for it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean.lab.apart import apart


def counted(until: int, *, wrong: str = "") -> Iterator[tuple[int, int]]:
    for number in range(until):
        yield os.getpid(), number
    if wrong:
        raise ModuleNotFoundError(f"No module named {wrong!r}", name=wrong)


def killed() -> Iterator[int]:
    yield 1
    os._exit(3)


def long_work(done: Path) -> Iterator[int]:
    yield os.getpid()
    time.sleep(60)
    done.touch()


def test_items_come_from_one_other_process() -> None:
    found = list(apart(counted, 3))
    assert [number for _, number in found] == [0, 1, 2]
    assert len({pid for pid, _ in found} - {os.getpid()}) == 1


def test_an_error_is_raised_here_and_tells_where_it_was() -> None:
    items = apart(counted, 1, wrong="jax")
    next(items)
    with pytest.raises(ModuleNotFoundError, match="No module named 'jax'") as raised:
        next(items)
    assert raised.value.name == "jax"
    assert "in counted" in str(raised.value.__cause__)


def test_a_process_that_is_killed_is_no_end_of_the_work() -> None:
    items = apart(killed)
    assert next(items) == 1
    with pytest.raises(RuntimeError, match="ended early, with status 3"):
        next(items)


def test_it_ends_with_who_waits_for_it(tmp_path: Path) -> None:
    items = apart(long_work, tmp_path / "done")
    pid = next(items)
    items.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert not (tmp_path / "done").exists()
