"""What all tests share: the quality gate takes longest, and begins first; and a clock that other work does not fool."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

import pytest

Source = TypeVar("Source")
TAKES = 20
"""Times as long as a tenth of it that a large source may take: what no longer fits into a shared cache is slower by
itself, and what is not linear takes 100 times as long."""
BESIDES = 0.05
"""Seconds on top, which a source of any size may take."""
ATTEMPTS = 4
"""Times that both are measured, at most: other work on the machine makes either slower."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("gate") is None)


def seconds(work: Callable[[Source], object], source: Source) -> float:
    """What a source takes, in this process's own time, without the rounds of the garbage collector."""
    gc.disable()
    try:
        start = time.process_time()
        work(source)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.fixture(scope="session")
def check_linear() -> Callable[[Callable[[Source], object], Source, Source], None]:
    """A check that a source takes no more than `TAKES` times as long as one of a tenth of its size."""

    def check(work: Callable[[Source], object], small: Source, large: Source) -> None:
        work(small)  # what is made once is not counted
        least = [float("inf"), float("inf")]
        for _ in range(ATTEMPTS):
            least = [min(before, seconds(work, source)) for before, source in zip(least, (small, large), strict=True)]
            if least[1] <= TAKES * least[0] + BESIDES:
                return
        pytest.fail(f"{least[0]:.4f} s, then {least[1]:.4f} s")

    return check
