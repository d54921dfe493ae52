"""Orphans: a worker process whose parent was killed ends, and does not wait for work that never comes."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from multiprocessing.connection import wait

EVERY = 1.0
"""Seconds after which it is looked whether the parent is still the same: of workers that were forked, each younger one
holds open what tells the older ones that their parent has ended."""


def end_with_parent() -> None:
    """Let this process, a worker of another one, end when that one does, however it ends."""
    threading.Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    parent, creator = multiprocessing.parent_process(), os.getppid()
    if parent is not None:
        while not _ended(parent.sentinel) and os.getppid() == creator:
            continue
        os._exit(1)


def _ended(sentinel: int | None) -> bool:
    """Whether a process has ended, by what tells it, after a while; joblib's workers have nothing that does."""
    if sentinel is None:
        time.sleep(EVERY)
        return False
    return bool(wait([sentinel], timeout=EVERY))
