"""Killed commands, killed workers and Ctrl-C: nothing lost, nothing doubled, the same bytes in the end."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

# Cleaning itself is not the point here: a page takes 4 ms, whatever the machine is doing.
PACED = """
import time, newsclean.api
from newsclean.page import Block, Page, Role
def explain(source, **options):
    time.sleep(0.004)
    text = " ".join(source.split("</p>")[0].split(">")[-1].split())
    return Page(text=text, blocks=(Block(text, 0, 0, Role.BODY, True, 1.0),))
newsclean.api.explain = explain
"""
SHARDS, PAGES = 4, 40


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("crawl")
    paths = []
    for shard in range(SHARDS):
        path = folder / f"{shard}.jsonl"
        rows = (
            f'{{"id": "{shard}-{n}", "html": "<p>Report {n} of {shard}, {"ferry " * 60}.</p>"}}\n' for n in range(PAGES)
        )
        path.write_text("".join(rows))
        paths.append(path)
    return paths


@pytest.fixture
def undisturbed(shards: list[Path], tmp_path: Path, command: Any, contents: Any) -> tuple[Mapping[str, bytes], float]:
    """The output of a run that nobody disturbs, and how many seconds it took."""
    begin = time.monotonic()
    result = command(*shards, "--out", tmp_path / "calm", "--workers", 2, tampered=PACED)
    assert result.returncode == 0, result.stderr
    return contents(tmp_path / "calm"), time.monotonic() - begin


def children(pid: int) -> list[int]:
    """The processes that a process has started and that still run."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def workers_of(pid: int) -> list[int]:
    """The worker processes of a run, without Python's own tracker process."""
    return [child for child in children(pid) if b"spawn_main" in _command_line(child)]


def _command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def in_hand(out: Path) -> list[Path]:
    """What workers are writing at the moment."""
    return [path for path in out.glob(".newsclean/*.part") if ".json" not in path.name]


def wait_for(condition: Callable[[], Any], seconds: float = 30) -> Any:
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.001)
    return found


def test_killed_at_twenty_random_moments(
    shards: list[Path], tmp_path: Path, start: Any, command: Any, contents: Any, undisturbed: Any
) -> None:
    expected, seconds = undisturbed
    rng = random.Random(20)
    kills = chains = 0
    while kills < 20:  # a chain: kills one after the other, each resuming the last, until a run comes to its end
        out = tmp_path / f"killed{chains}"
        chains += 1
        while kills < 20:
            process = start(*shards, "--out", out, "--workers", 2, tampered=PACED)
            try:
                process.wait(timeout=rng.uniform(0.05, 0.9) * seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                kills += 1
            process.communicate()
            finished = contents(out) if out.exists() else {}
            assert all(expected[name] == data for name, data in finished.items())  # whole or not there
            if process.returncode == 0:
                break
            assert process.returncode == -signal.SIGKILL
        result = command(*shards, "--out", out, "--workers", 2, tampered=PACED)
        assert result.returncode == 0, result.stderr
        assert contents(out) == expected
        assert not list((out / ".newsclean").glob("*.part"))


def test_workers_end_with_a_killed_command(shards: list[Path], tmp_path: Path, start: Any) -> None:
    process = start(*shards, "--out", tmp_path / "out", "--workers", 2, tampered=PACED)
    workers = wait_for(lambda: len(found := workers_of(process.pid)) == 2 and found)
    process.kill()
    process.communicate()
    wait_for(lambda: not any(b"spawn_main" in _command_line(worker) for worker in workers))


def test_a_killed_worker_costs_a_retry(
    shards: list[Path], tmp_path: Path, start: Any, contents: Any, undisturbed: Any
) -> None:
    out = tmp_path / "out"
    process = start(*shards, "--out", out, "--workers", 2, tampered=PACED)
    worker = wait_for(lambda: in_hand(out) and workers_of(process.pid))[0]
    os.kill(worker, signal.SIGKILL)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "tried again" in err
    assert contents(out) == undisturbed[0]


def test_three_retries_then_set_aside(shards: list[Path], tmp_path: Path, command: Any, contents: Any) -> None:
    out = tmp_path / "out"
    deadly = (
        PACED
        + """
import os, signal
paced = explain
def explain(source, **options):
    if "Report 7 of 1," in source:
        os.kill(os.getpid(), signal.SIGKILL)
    return paced(source, **options)
newsclean.api.explain = explain
"""
    )
    result = command(*shards, "--out", out, "--workers", 2, tampered=deadly)
    assert result.returncode == 3
    assert result.stderr.count("tried again") == 3
    place = "at page 1 or one of the 20 behind it"
    assert f"{shards[1]}: set aside: worker ended with status -9, 4 times, {place}\n" in result.stderr
    assert "1 set aside" in result.stdout
    assert sorted(contents(out)) == ["0.jsonl.gz", "2.jsonl.gz", "3.jsonl.gz"]
    again = command(*shards, "--out", out, "--workers", 2, tampered=PACED)
    assert again.returncode == 0
    assert "1 done, 3 done before" in again.stdout


def interrupt(process: subprocess.Popen[str]) -> None:
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the command and its workers


def test_ctrl_c_once_finishes_the_shards_in_hand(
    shards: list[Path], tmp_path: Path, start: Any, command: Any, contents: Any, undisturbed: Any
) -> None:
    out = tmp_path / "out"
    process = start(*shards, "--out", out, "--workers", 1, tampered=PACED)
    wait_for(lambda: in_hand(out))
    interrupt(process)
    stdout, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "finishing the shards in hand" in err
    assert "1 done, 0 done before, 3 not finished" in stdout
    assert contents(out) == {"0.jsonl.gz": undisturbed[0]["0.jsonl.gz"]}
    assert command(*shards, "--out", out, tampered=PACED).returncode == 0
    assert contents(out) == undisturbed[0]


def test_ctrl_c_twice_stops(
    tmp_path: Path, start: Any, command: Any, shards: list[Path], contents: Any, undisturbed: Any
) -> None:
    out = tmp_path / "out"
    slow = PACED.replace("0.004", "5")
    process = start(*shards, "--out", out, "--workers", 2, tampered=slow)
    wait_for(lambda: in_hand(out))
    interrupt(process)
    time.sleep(0.5)
    assert process.poll() is None
    interrupt(process)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130, err
    assert not contents(out)
    assert not in_hand(out)
    assert not workers_of(process.pid)
    assert command(*shards, "--out", out, tampered=PACED).returncode == 0
    assert contents(out) == undisturbed[0]


def test_ctrl_c_does_not_reach_a_worker_that_starts(tmp_path: Path, start: Any, shards: list[Path]) -> None:
    process = start(*shards, "--out", tmp_path / "out", "--workers", 1, tampered=PACED)
    wait_for(lambda: workers_of(process.pid))
    time.sleep(0.05)
    interrupt(process)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert "tried again" not in err
