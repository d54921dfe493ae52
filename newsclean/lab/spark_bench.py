"""Spark on `local[2]` against the one-machine command over the same pages: pages a second, start-up aside.

`python -m newsclean.lab.spark_bench PAGES.jsonl [--column NAME] [--copies N]` prints one line of JSON. Needs the extras
`archive` and `spark`, and Java 17 or newer.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

CORES = 2
SHARDS = 8
"""Input files: enough that neither engine waits long for its last one."""


def main() -> None:
    """Read the arguments, time both, print the figures."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.lab.spark_bench", description=__doc__)
    parser.add_argument("pages", type=Path, help="JSON Lines file with a page a line")
    parser.add_argument("--column", default="text", help="the field that holds the page (default: %(default)s)")
    parser.add_argument("--copies", type=int, default=1, help="how often the pages are taken (default: %(default)s)")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        print(json.dumps(measure(args.pages, Path(folder), args.column, args.copies)))


def measure(pages: Path, folder: Path, column: str, copies: int) -> dict[str, float]:
    """Pages, pages a second of either, and Spark's share of the command's; both write Parquet, one after the other."""
    lines = pages.read_text(encoding="utf-8").splitlines() * copies
    many, few = _shards(lines, folder / "many"), _shards(lines[:SHARDS], folder / "few")
    command = _seconds(many, few, lambda shards: _run_command(shards, folder, column))
    with _Spark(folder, column) as spark:
        engine = _seconds(many, few, spark)
    done = len(lines) - min(SHARDS, len(lines))
    rates = {"command_pages_s": done / command, "spark_pages_s": done / engine}
    return {
        "pages": len(lines),
        **{name: round(rate, 1) for name, rate in rates.items()},
        "ratio": round(command / engine, 3),
    }


def _shards(lines: list[str], folder: Path) -> Path:
    folder.mkdir()
    for number in range(SHARDS):
        text = "".join(line + "\n" for line in lines[number::SHARDS])
        (folder / f"{number}.jsonl").write_text(text, encoding="utf-8")
    return folder


def _seconds(many: Path, few: Path, run: Callable[[Path], None]) -> float:
    """What the pages take beyond what a page a shard takes: start-up is in both, and drops out."""
    times = []
    for shards in (few, few, many):  # the first run is the one that pays for cold caches and for Spark's first job
        start = time.perf_counter()
        run(shards)
        times.append(time.perf_counter() - start)
    return times[2] - times[1]


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
        from newsclean.engines.spark import clean_dataframe

        pages = self.session.read.schema(f"id string, url string, `{self.column}` string").json(str(shards))
        clean_dataframe(pages, self.column).write.mode("overwrite").parquet(self.out)

    def __enter__(self) -> _Spark:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.stop()


if __name__ == "__main__":
    main()
