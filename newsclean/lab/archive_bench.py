"""What the command `newsclean archive` costs: how workers scale, its own share, and the memory of a worker.

`newsclean lab archive-bench` prints the figures of this machine; `--memory-gigabytes 1` adds the large shard;
`--own SHARD` measures pages of your own instead.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from newsclean.api import explain
from newsclean.cli_arguments import positive
from newsclean.lab.made_shards import pages, write_large_shard, write_shard
from newsclean.terminal import say

SHARDS = 8
"""Of the measure of speed: enough that no worker waits long for another's last one."""


class RunError(Exception):
    """The command that is measured did not do its work."""


class Cost(NamedTuple):
    """Seconds on the clock, processor seconds of all processes, peak memory of the largest worker in bytes."""

    seconds: float
    processor: float
    peak: int


def run_command(shards: list[Path], out: Path, workers: int, *options: str) -> Cost:
    """What a run of the command costs (its peak memory on Linux alone, else 0)."""
    print(f"running newsclean archive: shards {len(shards)}, workers {workers}", *options, file=sys.stderr)
    begin, before = time.perf_counter(), _children_processor()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "newsclean.archive", *map(str, shards)),
            *("--out", str(out), "--quiet", "--workers", str(workers), *options),
        ]
    )
    peak = 0
    while process.poll() is None:
        peak = max([peak, *(_peak(child) for child in _children(process.pid))])
        time.sleep(0.05)
    if process.returncode not in (0, 2):  # 2 is that of shards with losses, of which all else was cleaned
        raise RunError(f"newsclean archive ended with status {process.returncode}")
    return Cost(time.perf_counter() - begin, _children_processor() - before, peak)


def _children_processor() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _children(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []


def _peak(pid: str) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:")), 0)


def measure_speed(count: int) -> dict[str, float]:
    """Pages a second: a plain loop of `explain`, the command with one worker and with two, start-up taken off.

    The start-up is that of the same command on shards of one page. `overhead` is the command's own share of processor
    time over the loop's, which a busy machine disturbs less than the clock.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shards, tiny, each = [], [], max(count // SHARDS, 1)
        for number in range(SHARDS):
            shards.append(place / f"{number}.warc.gz")
            write_shard(shards[-1], each, seed=number)
            tiny.append(place / f"tiny{number}.warc.gz")
            write_shard(tiny[-1], 1, seed=number, size=5000)
        sources = [html for number in range(SHARDS) for html in pages(each, seed=number)]
        explain(sources[0], kind="html", reasons=False)
        begin, before = time.perf_counter(), time.process_time()
        for source in sources:
            explain(source, kind="html", reasons=False)
        loop = Cost(time.perf_counter() - begin, time.process_time() - before, 0)
        found = {"loop": len(sources) / loop.seconds}
        for workers in (1, 2):
            start_up = run_command(tiny, place / f"tiny-{workers}", workers)
            whole = run_command(shards, place / f"out-{workers}", workers)
            found[f"workers {workers}"] = len(sources) / (whole.seconds - start_up.seconds)
            found[f"overhead {workers}"] = (whole.processor - start_up.processor) / loop.processor - 1
        found["scaling"] = found["workers 2"] / found["workers 1"]
        return found


def measure_memory(size: int) -> dict[str, float]:
    """Peak memory of a worker, in MB (10 ** 6 bytes), on a plain WARC shard of `size` bytes; learning sites as well."""
    with tempfile.TemporaryDirectory() as folder:
        shard = Path(folder) / "large.warc"
        count = write_large_shard(shard, size)
        found: dict[str, float] = {"pages": count}
        runs = {"jsonl.gz": (), "parquet": ("--format", "parquet"), "learn-sites": ("--learn-sites",)}
        for name, options in runs.items():
            cost = run_command([shard], Path(folder) / name, 1, *options)
            found[f"peak MB {name}"] = cost.peak / 1e6
            found[f"pages/s {name}"] = count / cost.seconds
            found[f"CPU ms/page {name}"] = 1000 * cost.processor / count
            written = sum(file.stat().st_size for file in (Path(folder) / name).iterdir() if file.is_file())
            found[f"bytes/page {name}"] = written / count
        return found


def measure_own(shard: Path, column: str | None) -> dict[str, float]:
    """What the pages of a shard cost one worker, and what 10 ** 9 such pages take; start-up taken off.

    Processor time, of which a busy machine takes less away than of the clock's.
    """
    options = ("--column", column) if column else ()
    size = shard.stat().st_size
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "none.jsonl").write_text(json.dumps({column or "text": "One line."}) + "\n")
        start_up = run_command([place / "none.jsonl"], place / "none", 1, *options)
        cost = run_command([shard], place / "out", 1, "--format", "jsonl.zst", *options)
        (output,) = (place / "out").glob("*.zst")
        (mark,) = (place / "out" / ".newsclean").glob("*.json")
        pages = json.loads(mark.read_bytes())["counts"]["pages"]
        if not pages:
            raise RunError(f"{shard}: holds no page")
        written = output.stat().st_size / pages
    processor = (cost.processor - start_up.processor) / pages
    return {
        "pages": pages,
        "KB/page in": size / pages / 1e3,
        "CPU ms/page": 1000 * processor,
        "pages/s a core": 1 / processor,
        "peak MB": cost.peak / 1e6,
        "KB/page out": written / 1e3,
        "core-hours, 10^9 pages": processor * 1e9 / 3600,
        "TB out, 10^9 pages": written * 1e9 / 1e12,
    }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `newsclean lab archive-bench`, for `run`."""
    parser.add_argument("--pages", type=positive, default=1600, help="pages for the measure of speed")
    parser.add_argument("--memory-only", action="store_true", help="leave the measure of speed out")
    parser.add_argument(
        "--memory-gigabytes", type=float, default=0.0, help="size of the shard for the measure of memory"
    )
    parser.add_argument("--own", type=Path, metavar="SHARD", help="measure the pages of this shard instead")
    parser.add_argument("--column", metavar="NAME", help="field of the shard that holds the page")
    parser.set_defaults(refuse=parser.error)


def run(args: argparse.Namespace) -> int:
    """Measure and print; the exit status."""
    if args.memory_gigabytes < 0 or (args.memory_only and not args.memory_gigabytes):
        args.refuse("--memory-gigabytes must be more than 0, with --memory-only too")
    try:
        if args.own:
            found = measure_own(args.own, args.column)
            if found["CPU ms/page"] <= 0:
                raise RunError(f"{args.own}: too few pages to tell what one costs from what starting up does")
            _print(found)
        elif not args.memory_only:
            _print(measure_speed(args.pages))
        if args.memory_gigabytes:
            _print(measure_memory(int(args.memory_gigabytes * 1e9)))
    except RunError as error:
        say(f"newsclean lab archive-bench: {error}")
        return 2
    return 0


def _print(found: dict[str, float]) -> None:
    for name, value in found.items():
        print(f"{name:<24} {value:,.2f}", flush=True)
