"""Help, and what is said where a command's packages are missing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean import explain
from newsclean.cli import BROKEN_PIPE, INTERRUPTED, UNWRITABLE, main
from newsclean.cli_commands import COMMANDS, LAB


@pytest.mark.parametrize("arguments", [[], ["explain"], ["lab"]])
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit, match="0"):
        main([*arguments, "--help"])
    out = capsys.readouterr().out
    assert "newsclean" in out
    assert max(map(len, out.splitlines())) <= 120
    for name in LAB if arguments == ["lab"] else (*COMMANDS, "explain", "lab") if not arguments else ():
        assert f"  {name} " in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out.startswith("newsclean 0.")


@pytest.mark.parametrize(
    "command_line", [*((name,) for name in COMMANDS), *(("lab", name) for name in LAB)], ids=" ".join
)
def test_every_command_helps_or_names_its_extra(
    command_line: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status: object = main([*command_line, "--help"])
    except SystemExit as ended:
        status = ended.code
    out, err = capsys.readouterr()
    command = {**COMMANDS, **LAB}[command_line[-1]]
    if err:
        assert status == command.unable
        assert f"install newsclean with its extra `{command.extra}`" in err
        assert not command.needs  # what is imported late is not needed for the help
        pytest.skip(f"needs the extra {command.extra} for its help")
    assert status == 0
    assert "usage: " in out
    assert command.statuses in out
    assert ("exit status" in out) == bool(command.statuses)
    assert max(map(len, command.statuses.splitlines()), default=0) <= 120


def test_the_docs_have_all_options_fields_and_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
    with pytest.raises(SystemExit, match="0"):
        main(["explain", "--help"])
    options = re.findall(r"^  (--[a-z-]+)", capsys.readouterr().out, re.MULTILINE)
    assert re.findall(r"--[a-z-]+", "".join(re.findall(r"^\| (`--.*?) \|", docs, re.MULTILINE))) == sorted(
        options, key=lambda option: option == "--reasons"
    )
    page = explain("Home\nThe ferry runs again on Friday.")
    fields = ["file", *(page.to_dict()), *(page.to_dict()["blocks"][0])]
    assert [name for name in fields if f"`{name}`" not in docs] == []
    assert [str(status) for status in (UNWRITABLE, INTERRUPTED, BROKEN_PIPE) if f"{status}" not in docs] == []


@pytest.mark.parametrize(("name", "page"), [("archive", "archives.md"), ("learn", "site-memory.md")])
def test_help_and_docs_have_the_same_exit_statuses(name: str, page: str) -> None:
    docs = (Path(__file__).parents[2] / "docs" / page).read_text(encoding="utf-8")
    told = re.findall(r"^ {2}(\d+) ", COMMANDS[name].statuses, re.MULTILINE)
    assert told == re.findall(r"^\| (\d+) \| .*[a-z]", docs[docs.lower().index("exit status") :], re.MULTILINE)


@pytest.mark.parametrize(
    ("command_line", "package", "extra", "status"),
    [
        ("lab train text", "rich", "lab", 2),
        ("lab spark-bench", "pyspark", "spark", 2),
        ("archive x.jsonl --out y", "rich", "archive", 1),
        ("learn x.jsonl.zst --out y", "zstandard", "archive", 1),  # 2 is for what was learned of damaged files
    ],
)
def test_a_missing_package_is_named_with_its_extra(
    command_line: str, package: str, extra: str, status: int, tmp_path: Path
) -> None:
    (tmp_path / "x.jsonl").write_text('{"url": "https://a.example/1", "text": "Home"}\n')
    (tmp_path / "x.jsonl.zst").write_bytes(b"\x28\xb5\x2f\xfd")  # how Zstandard begins
    code = f"import sys; sys.modules[{package!r}] = None; from newsclean.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, *command_line.split()], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == status
    assert f"{package} is missing: install newsclean with its extra `{extra}`" in done.stderr
    assert "Traceback" not in done.stderr
