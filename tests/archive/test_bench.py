"""The measures of the command say what a run's own marks and files say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsclean.cli import main
from newsclean.lab import archive_bench
from newsclean.lab.archive_bench import measure_memory, measure_own
from newsclean.lab.spark_bench import _processor


def test_pages_of_ones_own(tmp_path: Path, page: Any) -> None:
    shard = tmp_path / "own.jsonl"
    shard.write_text("".join(json.dumps({"body": page(n, paragraphs=20)}) + "\n" for n in range(150)))
    found = measure_own(shard, "body")
    assert found["pages"] == 150
    assert found["KB/page in"] == pytest.approx(shard.stat().st_size / 150e3)
    assert found["pages/s a core"] == pytest.approx(1000 / found["CPU ms/page"])
    assert found["core-hours, 10^9 pages"] == pytest.approx(found["CPU ms/page"] * 1e6 / 3600)
    assert 0 < found["KB/page out"] < found["KB/page in"]
    assert found["TB out, 10^9 pages"] == pytest.approx(found["KB/page out"])


def test_of_too_few_pages_no_cost_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_bench, "measure_own", lambda shard, column: {"CPU ms/page": -27.2})
    assert main(["lab", "archive-bench", "--own", str(tmp_path)]) == 2
    assert "too few pages to tell what one costs" in capsys.readouterr().err


def test_a_shard_that_cannot_be_measured_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shard = tmp_path / "own.jsonl"
    shard.touch()
    assert main(["lab", "archive-bench", "--own", str(shard)]) == 2
    assert f"newsclean lab archive-bench: {shard}: holds no page\n" in capsys.readouterr().err
    shard.write_text('{"body": "A page."}\n')
    assert main(["lab", "archive-bench", "--own", str(shard)]) == 2
    assert "newsclean lab archive-bench: newsclean archive ended with status 1\n" in capsys.readouterr().err
    shard.write_text('{"body": "A page."}\n{"body": ')
    assert measure_own(shard, "body")["pages"] == 1  # whose losses the command tells


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
def test_memory_of_a_worker() -> None:
    found = measure_memory(300_000)
    assert found["pages"] >= 10
    for name in ("jsonl.gz", "parquet", "learn-sites"):
        assert 20 < found[f"peak MB {name}"] < 400
        assert found[f"bytes/page {name}"] > 1000


@pytest.mark.skipif(sys.platform != "linux", reason="processor time of other processes is read from /proc")
def test_processor_time_of_all_processes_below() -> None:
    spin = "import time\nwhile time.process_time() < 0.3: pass"
    least = 0.28  # /proc counts in hundredths of a second, each process rounded down
    before = _processor()
    subprocess.run([sys.executable, "-c", spin], check=True)
    ended = _processor()
    assert least <= ended - before < 2
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {spin!r}]); print(); sys.stdin.read()"
    command = [sys.executable, "-u", "-c", nested]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdin is not None
        os.read(running.stdout.fileno(), 1)
        assert _processor() - ended >= least
        running.stdin.close()
