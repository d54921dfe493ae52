"""`newsclean explain`, and what terminals are given: colours where they are wanted, and no page's commands."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsclean import Role, clean, explain
from newsclean.cli import main
from newsclean.cli_explain import Paper, block_lines
from newsclean.page import Block, Reason

Command = Callable[..., subprocess.CompletedProcess[bytes]]


def test_explain_shows_every_block(
    story: str, page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["explain", "--reasons", "2", str(page)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    for block in explain(story).blocks:
        state = "kept" if block.kept else "stripped"
        assert f"{state:<8} {block.role:<11} {block.score:.2f}  {block.text}\n" in out
        assert all(f"{reason.name} {reason.weight:+.2f}" in out for reason in block.reasons[:2])


def test_explain_gives_json_too(story: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--json", str(page)]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == clean(story)


@pytest.mark.parametrize("command", [[], ["explain"]])
def test_json_has_as_many_reasons_as_are_asked_for(
    command: list[str], story: str, page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    every = explain(story).to_dict()
    for count in (2, 1000):
        assert main([*command, "--json", "--reasons", str(count), str(page)]) == 0
        blocks = [{**block, "reasons": block["reasons"][:count]} for block in every["blocks"]]
        assert json.loads(capsys.readouterr().out) == {"file": str(page), **every, "blocks": blocks}
    assert any(len(block["reasons"]) > 2 for block in every["blocks"])
    monkeypatch.delattr("newsclean.extraction.Extraction._reasons")  # nothing asks for them
    assert main([*command, "--json", "--reasons", "0", str(page)]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(page), **explain(story, reasons=False).to_dict()}


def test_explain_shows_no_reasons_where_none_are_asked_for(
    story: str, page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["explain", "--reasons", "0", str(page)]) == 0
    out = capsys.readouterr().out
    assert all(f"{block.score:.2f}  {block.text}\n" in out for block in explain(story).blocks)
    assert not any(reason.name in out for block in explain(story).blocks for reason in block.reasons)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Paper.of(_Terminal()).colour
    assert not Paper.of(io.StringIO()).colour
    monkeypatch.setenv("TERM", "dumb")
    assert not Paper.of(_Terminal()).colour
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Paper.of(_Terminal()).colour


def on_a_terminal(*arguments: object, **environment: str) -> bytes:
    """What the command writes on a terminal, errors too."""
    import pty

    controller, terminal = pty.openpty()
    command_line = [sys.executable, "-m", "newsclean", *map(str, arguments)]
    with subprocess.Popen(command_line, stdout=terminal, stderr=terminal, env=environment):
        os.close(terminal)
        out = b""
        try:
            while data := os.read(controller, 4096):
                out += data
        except OSError:  # how Linux says that the other side is closed
            pass
    os.close(controller)
    return out


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_real_terminal_gets_colours(setting: dict[str, str], coloured: bool, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Home\n", encoding="utf-8")
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    out = on_a_terminal("explain", page, **{**plain, "TERM": "xterm", **setting})
    assert b"Home" in out
    assert (b"\x1b[2m" in out) == coloured


def test_stripped_blocks_are_dim_kept_ones_are_not() -> None:
    paper = Paper(100, colour=True)
    kept, why = block_lines(Block("The ferry ran.", 0, 14, Role.BODY, True, 0.9, (Reason("words", 1.0),)), paper, 3)
    (stripped,) = block_lines(Block("Share", 0, 5, Role.SHARE, False, 0.1), paper, 3)
    assert kept == "\x1b[32;1mkept    \x1b[0m body        0.90  The ferry ran."
    assert why.strip() == "\x1b[2mwords +1.00\x1b[0m"
    assert stripped == "\x1b[31mstripped\x1b[0m \x1b[2mshare       0.10  Share\x1b[0m"


def test_a_page_cannot_command_the_terminal() -> None:
    block = Block("The \x1b]0;ferry\x07 \x9b31mran.", 0, 1, Role.BODY, True, 0.9)
    assert "".join(block_lines(block, Paper(100, colour=False), 3)).isprintable()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize("arguments", [[], ["--json"], ["explain"], ["explain", "--json"]], ids=" ".join)
def test_neither_page_nor_name_commands_a_real_terminal(
    story: str, arguments: list[str], tmp_path: Path, command: Command
) -> None:
    page, empty = tmp_path / "a\x1b]0;name\x07.txt", tmp_path / "b\x1b[2J.txt"
    page.write_text(story.replace("piano", "\x1b]0;pi\x07ano \x9b31m"), encoding="utf-8")
    empty.touch()
    out = on_a_terminal(
        *arguments, page, empty, **{**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    ).decode()
    assert "ano" in out
    assert [letter for letter in out if not letter.isprintable() and letter not in "\r\n"] == []
    piped = command("--json", page).stdout.decode()
    assert json.loads(piped)["text"] == clean(page.read_text(encoding="utf-8"))
    assert command(page).stdout.decode() == clean(page.read_text(encoding="utf-8")) + "\n"
    assert "\x9b31m" in piped


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize("wrong", ["path", "out"])
@pytest.mark.parametrize("name", ["archive", "learn"])
def test_no_name_of_a_file_commands_a_real_terminal(name: str, wrong: str, tmp_path: Path) -> None:
    pytest.importorskip("rich", reason="needs the extra archive")
    shard = tmp_path / "a.jsonl"
    shard.write_text('{"text": "A page."}\n')
    hostile = tmp_path / "a\x1b]0;name\x07"
    path, out = (shard, hostile / "b" / "c") if wrong == "out" else (hostile, tmp_path / "out")
    if wrong == "out":
        hostile.touch()
    said = on_a_terminal(name, path, "--out", out, **{**os.environ, "PYTHONIOENCODING": "utf-8"}).decode()
    assert "\ufffd]0;name" in said
    assert [letter for letter in said if not letter.isprintable() and letter not in "\r\n"] == []
