"""The sweep: it damages what it should, notices what raises, and the fixtures' pages come through it."""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

import pytest

from newsclean.lab import sweep as module
from newsclean.lab.fixtures import fixtures_folder
from newsclean.lab.sweep import FLIPPED, add_arguments, run, sweep, versions

PAGE = "<html><body><p>The ferry runs again on Friday, the harbour master said.</p></body></html>"


def explode(source: bytes) -> object:
    raise RecursionError("too deep")


def test_versions_are_cuts_and_one_page_with_flipped_bytes() -> None:
    page = PAGE.encode() * 20
    *cut, flipped = [version.data for version in versions("a", page, rounds=30)]
    assert len({len(data) for data in cut}) > 20
    assert all(page.startswith(data) for data in cut)
    assert len(flipped) == len(page)
    assert 0 < sum(a != b for a, b in zip(flipped, page, strict=True)) <= FLIPPED


def test_versions_are_the_same_in_every_run_and_others_with_another_seed() -> None:
    page = PAGE.encode()
    assert list(versions("a", page)) == list(versions("a", page))
    assert list(versions("a", page)) != list(versions("a", page, seed=1))
    assert [version.data for version in versions("a", b"")] == [b""] * 10


def test_none_of_every_second_page_of_the_fixtures_raises() -> None:
    paths = sorted(fixtures_folder().glob("*/page.*"))[::2]
    found = sweep(((path.parent.name, path.read_bytes()) for path in paths), rounds=1)
    assert found.failed == []
    assert (found.pages, found.rounds) == (len(paths), 2 * len(paths))
    assert len(paths) > 100


def test_what_raises_is_counted_and_written_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with gzip.open(tmp_path / "fundus.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "made/up", "html": PAGE}) + "\n")
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    options = ["--corpora", str(tmp_path), "--corpus", "fundus", "--rounds", "2", "--aside", str(tmp_path / "aside")]
    assert run(parser.parse_args(options)) == 0
    assert "1 pages, 3 versions of them, 0 exceptions" in capsys.readouterr().out
    monkeypatch.setattr(module, "explain", explode)
    assert run(parser.parse_args(options)) == 1
    assert "3 exceptions" in (shown := capsys.readouterr().out)
    assert "RecursionError: too deep" in shown
    kept = {path.read_bytes() for path in (tmp_path / "aside").glob("*.html")}
    assert kept == {version.data for version in versions("fundus made/up", PAGE.encode(), 2)}
    told = [path.read_text(encoding="utf-8") for path in (tmp_path / "aside").glob("*.traceback.txt")]
    assert ["explode" in text for text in told] == [True] * len(kept)
