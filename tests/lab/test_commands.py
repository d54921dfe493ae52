"""The lab's commands: what is asked of them wrongly is told in a line, and the exit status is 2."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("rich")

from newsclean.cli import main


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No command finds corpora, or writes into the cache that is in use."""
    monkeypatch.setenv("NEWSCLEAN_CORPORA", str(tmp_path / "nowhere"))
    monkeypatch.setenv("NEWSCLEAN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        ("evaluate --corpora other", "other/fundus.jsonl.gz"),
        ("evaluate --corpus nope", "nope.jsonl.gz"),
        ("compare", "fundus.jsonl.gz"),
        ("site", "clean_portal_eval.jsonl.gz"),
        ("reliability text", "fundus.jsonl.gz"),
        ("hollow", "fundus.jsonl.gz"),
        ("opinion", "fundus.jsonl.gz"),
        ("metadata", "fundus.jsonl.gz"),
        ("sweep", "clean_portal_eval.jsonl.gz"),
        ("lexicon", "fundus.jsonl.gz"),
        ("lexicon --corpora other --corpus nope", "other/nope.jsonl.gz"),
        ("evidence --out nowhere/evidence.md", "nowhere/evidence.md"),
        ("archive-bench --own nope.jsonl", "nope.jsonl"),
        ("fixture make nope.txt --slug nope", "nope.txt"),
    ],
)
def test_a_file_that_is_not_there_is_named(arguments: str, missing: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", *arguments.split()]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"newsclean lab {arguments.split()[0]}: ")
    assert said.endswith(f"{missing}: No such file or directory")


@pytest.mark.parametrize(
    "arguments",
    [
        *("evaluate --workers 0", "gate --workers 0", "hollow --workers 0", "metadata --workers 0"),
        *("evaluate --worst -1", "lexicon --worst -1", "compare --pages 0", "sweep --rounds -1"),
        *("archive-bench --pages 0",),
    ],
)
def test_numbers_that_count_nothing_are_refused(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["lab", *arguments.split()])
    assert "must be a whole number, " in capsys.readouterr().err


@pytest.mark.parametrize("arguments", ["--memory-only", "--memory-gigabytes -1"])
def test_no_memory_is_not_measured(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["lab", "archive-bench", *arguments.split()])
    assert "--memory-gigabytes must be more than 0" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", ["count", "record"])
def test_a_folder_without_fixtures_is_named(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "fixture", "--folder", "nowhere", arguments]) == 2
    assert capsys.readouterr() == ("", "newsclean lab fixture: nowhere: holds no fixtures\n")


@pytest.mark.parametrize("option", ["evaluate --json", "compare --json", "compare --plot", "site --plot"])
def test_a_file_without_a_folder_is_refused_before_any_work(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["lab", *option.split(), "nowhere/file"])
    assert "nowhere/file: there is no folder nowhere" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["evaluate --corpus here,gone", "compare --corpus fundus goose3"])
def test_all_corpora_are_looked_for_before_any_work(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("here", "fundus"):
        (tmp_path / f"{name}.jsonl.gz").write_bytes(b"no corpus: reading it would raise something else")
    assert main(["lab", *command.split(), "--corpora", str(tmp_path)]) == 2
    assert capsys.readouterr().err.endswith(".jsonl.gz: No such file or directory\n")


def test_an_unknown_step_is_refused_before_any_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "train", "text", "--steps", "code,nope"]) == 2
    assert "no such step: 'nope'; there are code" in capsys.readouterr().err


@pytest.mark.parametrize(("mode", "steps"), [("html", "code,breaks"), ("markdown", "opinion")])
def test_a_step_that_is_another_modes_is_told(mode: str, steps: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "train", mode, "--steps", steps]) == 0
    said = capsys.readouterr().err.splitlines()
    assert [line.endswith(f"nothing to do for {mode}") for line in said] == [True] * len(steps.split(","))


def test_an_unknown_lexicon_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["lab", "lexicon", "--lang", "de", "xx"])
    assert "no lexicon of xx; there are" in capsys.readouterr().err


def test_an_unknown_kind_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "evaluate", "--kinds", "html,nope"]) == 2
    assert "no such kind: nope; there are html, resiliparse" in capsys.readouterr().err
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("other", ["--worst=3", "--rivals"])
def test_pages_with_made_lists_have_no_worst_and_no_rivals(other: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "evaluate", "--itemized", other]) == 2
    assert "--itemized" in capsys.readouterr().err
