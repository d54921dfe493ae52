"""Pages written for these tests, and the Java that Spark runs on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Of processes that live for seconds: code is compiled once and quickly, and no thread collects garbage beside them."""
SPARK = {
    "spark.driver.extraJavaOptions": JAVA_OPTIONS,
    "spark.executor.extraJavaOptions": JAVA_OPTIONS,
    "spark.sql.shuffle.partitions": 4,
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
Job = Callable[..., str]

_PLACES = ("Brackwater", "Eldham", "Sorrel Bay", "Tannock", "Wexmoor", "Upper Lorne", "Quillport")
_THINGS = ("bridge", "library", "tram line", "swimming pool", "market hall", "flood wall", "school")
_BODY = (
    "The council of {place} voted {n} to {m} on Tuesday to repair the {thing} before the winter, after years of talk.",
    '"We have waited long enough, and so has the {thing}," said the mayor, who keeps {n} photographs of it at home.',
    "Work starts in March and is to cost {m} million crowns, of which the province of {place} pays nearly half.",
    "Neighbours had handed in {n} letters against the plan; {m} of them were about the noise, one was about a heron.",
)
_HEAD = ("Home", "{place} Gazette", "{place} to mend its {thing}", "By Ada Finch", "12 March 2024, 08:{m:02d}")
_TAIL = (
    "Share this article",
    "Most read",
    "Ferry {n} runs late again as {place} waits for spare parts",
    "Sign up to our newsletter and never miss a story",
    "© 2024 The {place} Gazette. All rights reserved.",
)


def _page(number: int) -> dict[str, Any]:
    place = _PLACES[number % 7]
    words = {"place": place, "thing": _THINGS[number // 7 % 7], "n": number, "m": number % 60}
    head, tail = ([line.format(**words) for line in lines] for lines in (_HEAD, _TAIL))
    body = [line.format(**words) for line in _BODY]
    if number % 10:
        text = "\n".join([*head, *body, *tail])
    else:
        inside = "".join(f"<p>{line}</p>" for line in body)
        around = "".join(f"<li><a href='/{n}'>{line}</a></li>" for n, line in enumerate(tail))
        text = (
            f"<!DOCTYPE html><html><head><title>{head[2]}</title></head><body><nav>{head[0]}</nav>"
            f"<article><h1>{head[2]}</h1>{inside}</article><ul>{around}</ul></body></html>"
        )
    host = place.lower().replace(" ", "-") + ".example"
    return {"id": f"p{number:06d}", "url": f"https://{host}/{number}", "date": "2024-03-12", "text": text}


@pytest.fixture(scope="session")
def make_pages() -> Callable[[int], list[dict[str, Any]]]:
    """A function: so many pages, each different, the same in every run; one in ten is HTML."""
    return lambda count: [_page(number) for number in range(count)]


@pytest.fixture(scope="session")
def run_job() -> Job:
    """A function that runs one of the scripts in `jobs/` in a process of its own and gives back what it printed."""

    def run(name: str, *arguments: object, timeout: float = 240, **environment: str) -> str:
        command = [sys.executable, str(HERE / "jobs" / name), *map(str, arguments)]
        done = subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=timeout, check=False
        )
        assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-8000:]
        return done.stdout

    return run


@pytest.fixture(scope="session")
def java() -> str:
    """The `java` that Spark runs on, 17 or newer, installed where it is missing and the system lets us."""
    installed = subprocess.run(
        ["bash", str(HERE / "install_java.sh")], capture_output=True, text=True, timeout=300, check=False
    )
    found = shutil.which("java")
    if installed.returncode or not found:
        assert not os.environ.get("CI"), installed.stderr[-2000:]
        pytest.skip(f"Spark needs Java 17 or newer: {installed.stderr.strip().splitlines()[-1:]}")
    return found


@pytest.fixture(scope="session")
def spark_environment(java: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Environment variables for Spark's processes: loopback alone, no settings from the machine's own Spark, and those
    by which small work on a few processors begins soon."""
    settings = tmp_path_factory.mktemp("conf")
    (settings / "spark-defaults.conf").write_text("".join(f"{name} {value}\n" for name, value in SPARK.items()))
    environment = {
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_CONF_DIR": str(settings),
        "SPARK_DAEMON_JAVA_OPTS": JAVA_OPTIONS,
        "SPARK_LOCAL_DIRS": str(tmp_path_factory.mktemp("local")),
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
    }
    return environment | ({} if "JAVA_HOME" in os.environ else {"JAVA_HOME": str(Path(java).resolve().parents[1])})
