"""Spark on `local[2]` against the one-machine command over the same pages: pages a second, start-up aside.

On a machine that others use as well the clock says little: `processor_ratio` compares the processor time of all
processes, Spark's and the command's, which says what the clock would on a machine of its own. (Linux alone, else 0.)

`newsclean lab spark-bench PAGES.jsonl [--column NAME] [--copies N]` prints one line of JSON. Needs the extras `archive`
and `spark`, and Java 17 or newer.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from newsclean.cli_arguments import positive


class Cost(NamedTuple):
    """Seconds on the clock, and processor seconds of all processes."""

    seconds: float
    processor: float


CORES = 2
SHARDS = 8
"""Input files: enough that neither engine waits long for its last one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `newsclean lab spark-bench`, for `run`."""
    parser.add_argument("pages", type=Path, help="JSON Lines file with a page a line")
    parser.add_argument("--column", default="text", help="the field that holds the page (default: %(default)s)")
    parser.add_argument(
        "--copies", type=positive, default=1, help="how often the pages are taken (default: %(default)s)"
    )


def run(args: argparse.Namespace) -> int:
    """Time both and print the figures; the exit status."""
    with TemporaryDirectory() as folder:
        print(json.dumps(measure(args.pages, Path(folder), args.column, args.copies)))
    return 0


def measure(pages: Path, folder: Path, column: str, copies: int) -> dict[str, float]:
    """Pages, pages a second of either, and Spark's share of the command's; both write Parquet, one after the other."""
    lines = pages.read_text(encoding="utf-8").splitlines() * copies
    many, few = _shards(lines, folder / "many"), _shards(lines[:SHARDS], folder / "few")
    command = _cost(many, few, lambda shards: _run_command(shards, folder, column))
    with _Spark(folder, column) as spark:
        engine = _cost(many, few, spark)
    done = len(lines) - min(SHARDS, len(lines))
    return {
        "pages": len(lines),
        "command_pages_s": round(done / command.seconds, 1),
        "spark_pages_s": round(done / engine.seconds, 1),
        "ratio": round(command.seconds / engine.seconds, 3),
        "command_processor_ms": round(1000 * command.processor / done, 2),
        "spark_processor_ms": round(1000 * engine.processor / done, 2),
        "processor_ratio": round(command.processor / engine.processor, 3) if engine.processor else 0,
    }


def _shards(lines: list[str], folder: Path) -> Path:
    folder.mkdir()
    for number in range(SHARDS):
        text = "".join(line + "\n" for line in lines[number::SHARDS])
        (folder / f"{number}.jsonl").write_text(text, encoding="utf-8")
    return folder


def _cost(many: Path, few: Path, run: Callable[[Path], None]) -> Cost:
    """What the pages take beyond what a page a shard takes: start-up is in both, and drops out."""
    costs = []
    for shards in (few, few, many):  # the first run is the one that pays for cold caches and for Spark's first job
        start, before = time.perf_counter(), _processor()
        run(shards)
        costs.append(Cost(time.perf_counter() - start, _processor() - before))
    return Cost(costs[2].seconds - costs[1].seconds, costs[2].processor - costs[1].processor)


def _processor() -> float:
    """Processor seconds that all processes below this one have used, those that ended included."""
    ended = os.times()
    ticks, below = 0, _children(os.getpid())
    while below:
        pid = below.pop()
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        ticks += sum(map(int, fields[11:15]))
        below += _children(pid)
    return ended.children_user + ended.children_system + ticks / os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    """The processes that any thread of a process has started."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return []
    found: list[int] = []
    for thread in threads:
        with suppress(OSError):  # it ended meanwhile
            found += map(int, (thread / "children").read_text().split())
    return found


def _run_command(shards: Path, folder: Path, column: str) -> None:
    with TemporaryDirectory(dir=folder) as out:
        options = ["--out", out, "--workers", str(CORES), "--format", "parquet", "--column", column, "--quiet"]
        paths = [str(path) for path in sorted(shards.iterdir())]
        subprocess.run([sys.executable, "-m", "newsclean.archive", *paths, *options], check=True)


class _Spark:
    """A session with two cores, in which shards are cleaned."""

    def __init__(self, folder: Path, column: str) -> None:
        from pyspark.sql import SparkSession

        self.out, self.column = str(folder / "spark"), column
        builder = SparkSession.builder.master(f"local[{CORES}]").config("spark.ui.enabled", "false")
        # a file is a task, as a shard is the command's job
        self.session = builder.config("spark.sql.files.openCostInBytes", str(1 << 30)).getOrCreate()

    def __call__(self, shards: Path) -> None:
        from newsclean.archive.rows import COLUMN_KINDS
        from newsclean.engines.spark import clean_dataframe

        pages = self.session.read.schema(f"id string, url string, `{self.column}` string").json(str(shards))
        # as `text`, the page gives way to the article: the command does not write pages as they came either
        cleaned = clean_dataframe(
            pages.withColumnRenamed(self.column, "text"), kind=COLUMN_KINDS.get(self.column, "auto")
        )
        cleaned.write.mode("overwrite").parquet(self.out)

    def __enter__(self) -> _Spark:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.stop()
