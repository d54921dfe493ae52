"""A real standalone cluster on loopback, from whose processes one after the other is killed while it cleans."""

from __future__ import annotations

import gzip
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="needs the extra spark")
pytest.importorskip("fastwarc", reason="compares with the archive command, which needs the extra archive")
pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra spark")
pytestmark = pytest.mark.waits

PAGES, TASKS = 10_000, 80
EACH = 10
"""Rows that hold the same page, under ids of their own: one machine need clean it only once."""
JOBS = Path(__file__).parent / "jobs"
EXECUTOR, PYTHON = "CoarseGrainedExecutorBackend", "pyspark.daemon"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answer(url: str) -> Any:
    """The JSON at an address, `None` while nobody answers there."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return json.load(response)
    except (OSError, ValueError):
        return None


def _until(condition: Callable[[], Any], what: str, seconds: float = 60) -> Any:
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        time.sleep(0.03)
    return found


def _below(pid: int) -> dict[int, tuple[int, str]]:
    """All processes that descend from one: {id: (parent's id, command line)}."""
    everyone = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            everyone[int(folder.name)] = (parent, (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except (OSError, UnicodeDecodeError):
            continue  # it ended while we looked
    found: dict[int, tuple[int, str]] = {}
    circle = {pid}
    while circle:
        circle = {child for child, (parent, _) in everyone.items() if parent in circle}
        found |= {child: everyone[child] for child in circle}
    return found


def _kill(*pids: int) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue  # ended with its parent


class Cluster:
    """A master and two workers with two cores each, all from the installed package's `spark-class`."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        import pyspark

        self.environment = {**os.environ, **environment}
        self.folder = folder
        self.command = str(Path(pyspark.__file__).parent / "bin" / "spark-class")
        port, self.web = _free_port(), _free_port()
        self.address = f"spark://127.0.0.1:{port}"
        place = ("--host", "127.0.0.1")
        self.master = self._start("master.Master", *place, "--port", str(port), "--webui-port", str(self.web))
        _until(lambda: self._state() is not None, "the master")
        size = ("--cores", "2", "--memory", "1g", "--webui-port", "0", "--work-dir", str(folder / "work"))
        self.workers = [self._start("worker.Worker", *place, *size, self.address) for _ in range(2)]
        _until(lambda: self._state()["aliveworkers"] == 2, "two workers")

    def _start(self, part: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = ["bash", self.command, f"org.apache.spark.deploy.{part}", *arguments]
        with open(self.folder / f"{part}.log", "ab") as log:
            return subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)

    def _state(self) -> Any:
        return _answer(f"http://127.0.0.1:{self.web}/json/")

    def python_workers(self, worker: int) -> list[int]:
        """The forks of the Python daemon that an executor of this worker keeps."""
        family = _below(self.workers[worker].pid)
        return [pid for pid, (up, line) in family.items() if PYTHON in line and PYTHON in family.get(up, (0, ""))[1]]

    def executors(self, worker: int) -> list[int]:
        return [pid for pid, (_, line) in _below(self.workers[worker].pid).items() if EXECUTOR in line]

    def lose(self, worker: int) -> None:
        """The whole worker, as a machine that loses power."""
        pid = self.workers[worker].pid
        _kill(pid, *_below(pid))

    def stop(self) -> None:
        for process in (*self.workers, self.master):
            _kill(*_below(process.pid), process.pid)
            process.wait()


class Driver:
    """The job, in a process of its own, watched through Spark's own status pages."""

    def __init__(self, cluster: Cluster, pages: Path, out: Path) -> None:
        port = _free_port()
        self.status = f"http://127.0.0.1:{port}/api/v1/applications"
        self.log = cluster.folder / "driver.log"
        settings = {
            "spark.ui.enabled": "true",
            "spark.ui.port": port,
            "spark.ui.liveUpdate.period": "20ms",
            "spark.driver.host": "127.0.0.1",
            "spark.executor.memory": "600m",
            "spark.executor.cores": 2,
        }
        arguments = [f"{name}={value}" for name, value in settings.items()]
        command = [sys.executable, str(JOBS / "spark_clean.py"), cluster.address, str(pages), str(out), str(TASKS)]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen([*command, *arguments], env=cluster.environment, stdout=log, stderr=log)

    def tasks(self) -> tuple[int, int]:
        """Tasks done and tasks failed, over all attempts at the stage that cleans."""
        assert self.process.poll() is None, self.log.read_text()[-8000:]
        stages = [
            stage
            for application in _answer(self.status) or ()
            for stage in _answer(f"{self.status}/{application['id']}/stages") or ()
        ]
        # a lost shuffle file makes Spark try the stage again, with no more tasks than are still to do
        wanted = {stage["stageId"] for stage in stages if stage["numTasks"] == TASKS and stage["status"] != "SKIPPED"}
        attempts = [stage for stage in stages if stage["stageId"] in wanted]
        return sum(a["numCompleteTasks"] for a in attempts), sum(a["numFailedTasks"] for a in attempts)

    def await_done(self, count: int) -> None:
        _until(lambda: self.tasks()[0] >= count, f"{count} tasks to be done", 120)

    def await_failed(self, count: int) -> None:
        _until(lambda: self.tasks()[1] >= count, f"{count} tasks to fail")


@pytest.fixture
def cluster(spark_environment: dict[str, str], tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "cluster"
    folder.mkdir()
    cluster = Cluster(spark_environment, folder)
    yield cluster
    cluster.stop()


def _one_machine(pages: Path, out: Path) -> list[dict[str, Any]]:
    """The rows that the archive command makes."""
    options = ("--workers", "2", "--kind", "auto", "--stripped", "--quiet")
    shards = [str(path) for path in sorted(pages.iterdir())]
    command = [sys.executable, "-m", "newsclean.archive", *shards, "--out", str(out), *options]
    subprocess.run(command, check=True, timeout=240)
    made = [line for path in out.glob("*.jsonl.gz") for line in gzip.decompress(path.read_bytes()).splitlines()]
    return list(map(json.loads, made))


def _previews(pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pages, four of five of their texts as short as a feed's previews: it is rows that may be lost here."""
    return [
        {**page, "text": "\n".join(page["text"].split("\n")[2:7:2])} if number % 5 and number % 10 else page
        for number, page in enumerate(pages)
    ]


def _again(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each of some rows `EACH` times, under ids of their own that are numbered from the first."""
    return [{**row, "id": f"{row['id']}-{number}"} for row in rows for number in range(EACH)]


def _write_shards(folder: Path, pages: list[dict[str, Any]]) -> None:
    folder.mkdir()
    for number in range(4):
        text = "".join(json.dumps(page) + "\n" for page in pages[number::4])
        (folder / f"{number}.jsonl").write_text(text)


def test_rows_survive_the_loss_of_a_python_worker_an_executor_and_a_worker(
    cluster: Cluster, make_pages: Callable[[int], list[dict[str, Any]]], tmp_path: Path
) -> None:
    distinct, pages, out = _previews(make_pages(PAGES // EACH)), tmp_path / "pages", tmp_path / "out"
    _write_shards(tmp_path / "distinct", distinct)
    _write_shards(pages, _again(distinct))
    wanted = sorted(_again(_one_machine(tmp_path / "distinct", tmp_path / "alone")), key=lambda row: row["id"])

    driver = Driver(cluster, pages, out)
    try:
        driver.await_done(TASKS // 20)
        while driver.tasks()[1] == 0:  # between two tasks a Python worker is idle, and its end harms none
            _kill(*cluster.python_workers(0)[:1])
            time.sleep(1)

        driver.await_done(TASKS // 5)
        (executor,) = cluster.executors(0)
        _, failed = driver.tasks()
        _kill(executor)
        driver.await_failed(failed + 1)
        _until(lambda: cluster.executors(0) not in ([], [executor]), "another executor in its place")

        driver.await_done(TASKS // 2)
        _, failed = driver.tasks()
        cluster.lose(1)
        driver.await_failed(failed + 1)
        assert driver.process.wait(timeout=120) == 0, driver.log.read_text()[-8000:]
    finally:
        _kill(*_below(driver.process.pid), driver.process.pid)
        driver.process.wait()

    got = sorted(pq.read_table(out).to_pylist(), key=lambda row: row["id"])
    assert len({row["id"] for row in got}) == PAGES
    assert got == wanted
