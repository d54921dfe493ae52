"""Spark on one machine, `local[2]`: the rows, their names, and what sites print on every page."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from newsclean import clean
from newsclean.archive.rows import COLUMNS, CleanOptions, clean_row
from newsclean.options import Kind
from newsclean.site import SiteMemory

pytest.importorskip("pyspark", reason="needs the extra spark")
pytestmark = pytest.mark.waits

PAGES = 120


def once(path: Path, make: Callable[[], str]) -> str:
    """What `make` gives, made by the first of the run's processes and read from a file by the others."""
    with open(path.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            path.write_text(make())
        return path.read_text()


@pytest.fixture(scope="module")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the processes of one run of the tests share."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "spark_local"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def pages(make_pages: Callable[[int], list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return make_pages(PAGES)


@pytest.fixture(scope="module")
def memory_file(run_folder: Path) -> Path:
    return run_folder / "site.memory"


@pytest.fixture(scope="module")
def answers(
    pages: list[dict[str, Any]],
    memory_file: Path,
    run_folder: Path,
    run_job: Callable[..., str],
    spark_environment: dict[str, str],
) -> dict[str, Any]:
    """What `jobs/spark_local.py` printed: one Spark for all tests of this file, whichever process they run in."""

    def run() -> str:
        source = run_folder / "pages.jsonl"
        source.write_text("".join(json.dumps(page) + "\n" for page in pages))
        return run_job("spark_local.py", source, memory_file, **spark_environment)

    printed = once(run_folder / "spark_local.txt", run)
    return dict(json.loads(line) for line in printed.splitlines() if line.startswith('["'))


def _learned(pages: list[dict[str, Any]]) -> SiteMemory:
    memory = SiteMemory()
    memory.learn((urlsplit(page["url"]).hostname or "", page["text"]) for page in pages)
    return memory


def test_rows_are_those_of_one_machine(answers: dict[str, Any], pages: list[dict[str, Any]]) -> None:
    options = CleanOptions(stripped=True)
    wanted = [clean_row(page["text"], options, id=page["id"], url=page["url"], date=page["date"]) for page in pages]
    assert answers["rows"] == wanted


def test_all_columns_are_there(answers: dict[str, Any]) -> None:
    assert sorted(answers["schema"]) == sorted(COLUMNS)


def test_columns_may_have_any_names(answers: dict[str, Any], pages: list[dict[str, Any]]) -> None:
    columns, rows = answers["names"]
    added = [f"clean_{name}" for name in COLUMNS[3:]]
    assert sorted(columns) == sorted(["the.page", "doc`id", "day", "id", "url", "date", *added])
    for row, page in zip(rows, pages[:20], strict=True):
        assert row["id"] == row["doc`id"] == page["id"]
        assert (row["the.page"], row["clean_text"]) == (page["text"], clean(page["text"]))


def test_names_that_differ_in_case_alone_are_one_unless_spark_tells_them_apart(answers: dict[str, Any]) -> None:
    folded, both = answers["cased"]
    assert sorted(folded) == ["Date", "Id", "Url", *sorted(COLUMNS[3:])]
    assert sorted(both) == sorted(["Id", "Text", "Title", "Url", *COLUMNS])


def test_bytes_are_taken(answers: dict[str, Any], pages: list[dict[str, Any]]) -> None:
    assert answers["binary"] == [clean(page["text"].encode()) for page in pages]


def test_a_columns_name_says_what_it_holds(answers: dict[str, Any], pages: list[dict[str, Any]]) -> None:
    kinds: tuple[Kind, ...] = ("auto", "html")
    for kind, texts in zip(kinds, answers["kinds"], strict=True):
        assert texts == [clean(page["text"], kind=kind) for page in pages[:20]]


def test_missing_pages_keep_their_rows(answers: dict[str, Any]) -> None:
    assert answers["missing"] == [clean_row(source, CleanOptions()) for source in (None, "")]
    assert [row["flags"].count("no_source") for row in answers["missing"]] == [1, 0]
    assert answers["no_rows"] == 0


def test_sites_are_learned_in_parts_as_in_one(
    answers: dict[str, Any], memory_file: Path, pages: list[dict[str, Any]], tmp_path: Path
) -> None:
    memory = _learned(pages)
    memory.save(tmp_path / "alone")
    assert len(memory) == 7
    assert answers["learned_by_host"] is None
    for learned in (memory_file, memory_file.with_name("site.memory.host")):
        assert learned.read_bytes() == (tmp_path / "alone").read_bytes()


def test_what_was_learned_is_used(answers: dict[str, Any], pages: list[dict[str, Any]]) -> None:
    memory = _learned(pages)
    wanted = [clean(page["text"], site=memory.for_host(urlsplit(page["url"]).hostname or "")) for page in pages]
    assert answers["learned"] == wanted


def test_mistakes_are_refused_before_anything_runs(answers: dict[str, Any]) -> None:
    page, id_, title, kind, host, capital, memory, pdf, alone = answers["refused"]
    assert page.startswith("ValueError: the data frame has no column 'page'")
    assert id_.startswith("ValueError: the data frame has no column 'doc'")
    assert title.startswith("ValueError: the data frame already has title: pass prefix=")
    assert kind.startswith("TypeError: column 'text' must hold strings or binary, not array<string>")
    assert host.startswith("ValueError: site memory needs to know each page's host")
    assert capital.startswith("ValueError: the data frame already has Title: pass prefix=")
    assert memory == "TypeError: site_memory must be a SiteMemory, not str; SiteMemory.load reads a file"
    assert pdf.startswith("ValueError: kind must be one of 'auto',")
    assert alone == "ValueError: host= says whose site memory is asked: pass site_memory= as well"
