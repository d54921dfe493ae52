"""Many sources in several processes: the same pages, options that are sent once, a worker that is killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from newsclean import clean, clean_many
from newsclean.options import OnError
from newsclean.processes import AHEAD
from newsclean.reading.document import Document
from newsclean.site import HostMemory, SiteColumns
from tests.texts import FIXED, PAGE


def test_workers_give_what_one_process_gives() -> None:
    sources: list[str | bytes] = [*FIXED, *(text.encode() for text in FIXED), *PAGE.splitlines()]
    assert (
        [*clean_many(sources, workers=2)] == [*clean_many(sources, workers=1)] == [clean(source) for source in sources]
    )


def test_workers_do_not_run_ahead_without_end() -> None:
    asked = []

    def endless() -> Iterator[str]:
        while True:
            asked.append(1)
            yield "Home"

    cleaned = clean_many(endless(), workers=2)
    assert asked == []
    next(cleaned)
    assert len(asked) <= 2 * AHEAD + 1
    del cleaned


class Site(HostMemory):
    """A host's memory that may not be sent, and with a page about bridges ends its process."""

    __slots__ = ()

    def __reduce__(self) -> Any:
        raise RuntimeError("sent again")

    def lookup(self, doc: Document) -> SiteColumns:
        if "bridge" in doc.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().lookup(doc)


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="its workers inherit nothing")
def test_no_page_takes_the_options_with_it() -> None:
    assert [*clean_many(FIXED, workers=2, site=Site())] == [clean(source) for source in FIXED]


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_worker_is_sent_the_options_once(method: str, tmp_path: Path) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} there")
    script = tmp_path / "many.py"
    script.write_text(f"""
import multiprocessing
from newsclean import clean_many
from newsclean.site import HostMemory

sent = []

class Site(HostMemory):
    def __reduce__(self):
        sent.append(1)
        return HostMemory, ()

if __name__ == "__main__":
    multiprocessing.set_start_method({method!r})
    print(len([*clean_many({[PAGE] * 5!r}, workers=2, site=Site())]), len(sent))
""")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    pages, sent = map(int, done.stdout.split())
    assert pages == 5
    assert 1 <= sent <= 2


def test_a_process_that_may_have_no_children_does_the_work_itself(tmp_path: Path) -> None:
    script = tmp_path / "many.py"
    script.write_text(f"""
import multiprocessing
from newsclean import clean, clean_many

def many(sources):
    return list(clean_many(sources, workers=2))

if __name__ == "__main__":
    sources = {[PAGE, *FIXED]!r}
    with multiprocessing.Pool(1) as pool:
        print(pool.apply(many, [sources]) == [clean(source) for source in sources])
""")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="its workers inherit nothing")
@pytest.mark.parametrize("on_error", ["raise", "keep"])
def test_a_worker_that_is_killed_is_told(on_error: OnError) -> None:
    cleaned = clean_many([PAGE, *["The bridge is closed."] * 200], workers=2, site=Site(), on_error=on_error)
    with pytest.raises(BrokenProcessPool):
        list(cleaned)
    assert [*cleaned] == []
