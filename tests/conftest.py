"""What all tests share: in which order they run; a clock that other work does not fool; what holds for every document
of text."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

import pytest

from newsclean.reading.document import Document
from newsclean.reading.filler import FILLER
from newsclean.reading.signs import is_rule, is_short_rule, is_sign

Source = TypeVar("Source")
TAKES = 20
"""Times as long as a tenth of it that a large source may take: what no longer fits into a shared cache is slower by
itself, and what is not linear takes 100 times as long."""
BESIDES = 0.05
"""Seconds on top, which a source of any size may take."""
ATTEMPTS = 4
"""Times that both are measured, at most: other work on the machine makes either slower."""
BEGUN = 0.55
"""Share of the tests before those that wait for others' processes. Of two workers of pytest-xdist one begins with the
first test, the other in the middle: there, a few tests later, since the gate measures speed first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The gate, which takes longest, first; beside it what would leave a processor idle at the end."""
    gate: list[pytest.Item] = []
    waiting: list[pytest.Item] = []
    others: list[pytest.Item] = []
    for item in items:
        part = gate if item.get_closest_marker("gate") else waiting if item.get_closest_marker("waits") else others
        part.append(item)
    begun = int(BEGUN * len(others))
    items[:] = gate + others[:begun] + waiting + others[begun:]


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


def _ink(text: str) -> str:
    """A text without white space: between two characters of a script that sets none a line break leaves no blank. What
    fills the place of signs is none of it; Unicode has no character of its number."""
    return "".join(text.replace(FILLER, "").split())


def _nothing_left(doc: Document, start: int, end: int) -> bool:
    """Whether what lies between two blocks is no text: of Markdown marks, of plain text rules and signs at most."""
    lines = [
        line
        for part in doc.source[start:end].splitlines()
        if (line := part.replace(FILLER, "").replace(">", " ").strip())
    ]
    return doc.kind == "markdown" or all(is_rule(line) or is_sign(line) or is_short_rule(line) for line in lines)


@pytest.fixture(scope="session")
def check_document() -> Callable[[Document], None]:
    """A check of what holds for the document of any plain text or Markdown."""

    def check(doc: Document) -> None:
        n = len(doc)
        columns = (doc.ends, doc.follows, doc.blanks, doc.indent, doc.heading, doc.item, doc.links)
        assert all(column.shape == (n,) for column in columns)
        assert doc.spans.shape == (n, 2)
        assert doc.text.count("\n") == n
        at = 0
        for i, (start, end) in enumerate(doc.spans.tolist()):
            assert at <= start < end <= len(doc.source)
            assert _nothing_left(doc, at, start)
            assert _ink(doc.source[start:end]) == _ink(doc.block_text(i))
            assert doc.text[doc.ends[i]] == "\n"
            assert doc.text[doc.starts[i] : doc.ends[i]].strip()
            at = end
        assert _nothing_left(doc, at, len(doc.source))

    return check
