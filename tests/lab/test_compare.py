"""The comparison on two made-up pages: what it counts, what it writes, and that a broken rival does not end it."""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newsclean.lab import compare as door
from newsclean.lab.compare import OURS, PARSE, add_arguments, compare, run, table
from newsclean.lab.corpora import FOLDS
from newsclean.lab.held_out import held_out
from newsclean.lab.measure import Counts, Found
from newsclean.lab.peers import Peer
from newsclean.lab.plot import Figures, quality_against_time

BODY = "The ferry to the island runs again from Monday, the harbour office said."
PAGES: list[dict[str, Any]] = [
    {"id": "made/one", "url": None, "gold": "full", "html": f"<p>{BODY}</p>", "body": BODY, "without": ["Menu"]},
    {"id": "made/two", "url": None, "gold": "snippets", "html": f"<p>{BODY}</p>", "body": None, "with": ["The ferry"]},
]
SOURCES = {page["id"]: page["html"] for page in PAGES}


def right(html: str) -> str:
    return html.removeprefix("<p>").removesuffix("</p>")


def wrong(html: str) -> str:
    return "Menu"


def broken(html: str) -> str:
    raise RuntimeError(html)


def ours(fold: int) -> Peer:
    return right


def test_compare() -> None:
    results = compare(PAGES, SOURCES, {"wrong": wrong, "broken": broken}, ours)
    assert results[OURS].counts == [Counts(10, 0, 0, 1.0)]
    assert results[OURS].found == [Found(0, 0, 1, 1), Found(1, 1, 0, 0)]
    assert results["wrong"].counts == [Counts(0, 1, 10, 0.0)]
    assert results["wrong"].found == [Found(0, 0, 0, 1), Found(0, 1, 0, 0)]
    assert (results["broken"].failed, results["wrong"].failed) == (2, 0)
    assert {len(result.seconds) for result in results.values()} == {2}
    assert results[PARSE].counts == []


def test_our_own_fault_ends_the_run() -> None:
    with pytest.raises(RuntimeError, match="The ferry"):
        compare(PAGES, SOURCES, {}, lambda fold: broken)


def test_table_has_the_best_first_and_says_who_failed() -> None:
    made = table("made", compare(PAGES, SOURCES, {"broken": broken}, ours))
    assert [row[0] for row in made.rows] == [OURS, "broken", PARSE]
    assert made.rows[0][1:7] == ("1.000 [1.000 1.000]", "1.000", "1.000", "1.00 [1.00 1.00]", "1/1", "1/1")
    assert made.title == "made, 2 pages; broken failed on 2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "fundus.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(page) + "\n" for page in PAGES)
    return tmp_path


def test_run_writes_json_markdown_and_plot(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "held_out", lambda kind: ours)
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    given = ["--corpora", str(folder), "--corpus", "fundus", "--peers", "resiliparse"]
    outputs = {name: folder / f"made.{name}" for name in ("json", "markdown", "plot")}
    options = [part for name, path in outputs.items() for part in (f"--{name}", str(path))]
    assert run(parser.parse_args([*given, *options])) == 0
    figures = json.loads(outputs["json"].read_text(encoding="utf-8"))["fundus"]
    assert set(figures) == {PARSE, OURS, "resiliparse"}
    assert figures[OURS]["f1"] == [1.0, 1.0, 1.0]
    assert figures[OURS]["pages"] == 2
    assert (
        outputs["markdown"].read_text(encoding="utf-8").startswith("fundus, 2 pages, html; newsclean by folds of sites")
    )
    assert "newsclean" in outputs["plot"].read_text(encoding="utf-8")
    assert "resiliparse" in capsys.readouterr().out


def test_shipped_weights_are_named_as_such(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "held_out", lambda kind: None)
    monkeypatch.setattr(door, "shipped", lambda kind: ours)
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert run(parser.parse_args(["--corpora", str(folder), "--corpus", "fundus", "--peers"])) == 0
    assert "have seen these pages" in " ".join(capsys.readouterr().out.split())


def test_held_out_needs_the_weights_of_every_fold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.lab.weights.fold_weights", lambda mode, fold: tmp_path / f"{mode}.{fold}.json")
    for fold in range(FOLDS - 1):
        (tmp_path / f"html.{fold}.json").touch()
    assert held_out("html") is None
    (tmp_path / f"html.{FOLDS - 1}.json").touch()
    assert held_out("html") is None  # what stays of it is read again as text
    for fold in range(FOLDS):
        (tmp_path / f"text.{fold}.json").touch()
    assert held_out("html") is None  # which may be on one line
    for fold in range(FOLDS):
        (tmp_path / f"run_on.{fold}.json").touch()
    assert held_out("html") is None  # whose labels may say little
    for fold in range(FOLDS):
        (tmp_path / f"thin.{fold}.json").touch()
    assert held_out("html") is not None
    assert held_out("auto") is None  # what comes may be Markdown
    for fold in range(FOLDS):
        (tmp_path / f"markdown.{fold}.json").touch()
    assert held_out("auto") is not None


def test_plot_is_the_same_again(tmp_path: Path) -> None:
    figures: Figures = {"made": {OURS: {"f1": [0.9, 0.8, 0.95], "milliseconds": 3.0}, PARSE: {"milliseconds": 1.0}}}
    for name in ("a.svg", "b.svg"):
        quality_against_time(figures, tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_plot_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no F1"):
        quality_against_time({"made": {PARSE: {"milliseconds": 1.0}}}, tmp_path / "a.svg")
