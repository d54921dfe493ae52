"""How far a run is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean.archive import progress
from newsclean.archive.events import Step


def test_the_bar_on_a_terminal(shards: list[Path], tmp_path: Path) -> None:
    terminal, side = pty.openpty()
    command = [sys.executable, "-m", "newsclean.archive", *map(str, shards), "--out", str(tmp_path / "out")]
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "150"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=side, env=environment)
    os.close(side)
    shown = bytearray()
    while chunk := _read(terminal):
        shown += chunk
    os.close(terminal)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.decode())
    assert re.search(r"cleaning .*100% .*[\d,]+ pages/s .*\d+:\d\d:\d\d .*\d+ % kept", text)
    assert b"3 done, 0 done before" in out


@pytest.mark.parametrize(("cleaning", "end"), [(True, "0 s left, 25 % kept"), (False, "0 s left")])
def test_a_line_where_no_terminal_is(
    cleaning: bool, end: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_LINE_EVERY", 0.0)
    with progress.Display("reading", 40, cleaning=cleaning) as display:
        display.step(Path("a.warc"), Step(40, 2, 0.5))
        display.tick()
    assert re.fullmatch(rf"reading: 100 %, 2 pages, [\d,]+ pages/s, {end}\n", capsys.readouterr().err)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""
