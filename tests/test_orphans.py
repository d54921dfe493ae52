"""Orphans: workers of a process that is killed end, however they were started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = """
import multiprocessing, sys
from newsclean import clean_many

def pages():
    while True:
        yield "The ferry between Eldham and Sorrel Bay is to run again on Friday. " * 3

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    for i, text in enumerate(clean_many(pages(), workers=2)):
        if i == 5:
            print(*(child.pid for child in multiprocessing.active_children()), flush=True)
"""
PATIENCE = 20
"""Seconds after which a worker that still runs is one that stays."""


def runs(pid: int) -> bool:
    """Whether a process is there and has not ended; one that has may wait for its parent to hear of it."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    return state != "" and not state.startswith("Z")


@pytest.mark.parametrize("way", ["fork", "spawn", "forkserver"])
def test_workers_end_with_a_killed_parent(way: str, tmp_path: Path) -> None:
    script = tmp_path / "many.py"
    script.write_text(SCRIPT)
    with subprocess.Popen([sys.executable, script, way], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        parent.send_signal(signal.SIGKILL)
    assert len(workers) == 2
    end = time.monotonic() + PATIENCE
    while any(map(runs, workers)) and time.monotonic() < end:
        time.sleep(0.1)
    left = [pid for pid in workers if runs(pid)]
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left
