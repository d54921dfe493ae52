"""The command among pipes and full disks: it ends quietly, or says what is the matter."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsclean import clean


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE there")
def test_a_closed_pipe_ends_it_quietly(page: Path) -> None:
    line = (
        f"{sys.executable} -m newsclean --json $(yes {page} | head -400) | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("141", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full there")
@pytest.mark.parametrize("arguments", ["", "explain", "--json", "explain --json"])
@pytest.mark.parametrize(
    ("output", "said"),
    [(">/dev/full", "standard output: No space left on device"), (">&-", "standard output is closed")],
)
@pytest.mark.parametrize("pages", [1, 50])
def test_output_that_cannot_be_written_is_said(arguments: str, output: str, said: str, pages: int, page: Path) -> None:
    line = f"{sys.executable} -m newsclean {arguments} {f'{page} ' * pages} {output}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, f"newsclean: {said}\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full there")
@pytest.mark.parametrize("arguments", ["--help", "--version", "explain --help", "archive --help", "lab --help"])
def test_help_that_cannot_be_written_is_said(arguments: str) -> None:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}  # argparse hears it then
    line = f"{sys.executable} -m newsclean {arguments} >/dev/full"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, env=env)
    assert (done.returncode, done.stderr) == (1, "newsclean: standard output: No space left on device\n")
    line = f"{sys.executable} -m newsclean {arguments} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True, env=env)
    assert (done.stdout.strip() in ("141", "0"), done.stderr) == (True, "")  # 0 where it was written in time


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full there")
def test_a_full_standard_error_stops_no_page(story: str, page: Path) -> None:
    line = f"{sys.executable} -m newsclean nope.txt {page} 2>/dev/full"
    for env in ({**os.environ, "PYTHONUNBUFFERED": "1"}, {**os.environ, "PYTHONUNBUFFERED": ""}):
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, env=env)
        assert (done.returncode, done.stdout) == (2, f"==> {page} <==\n{clean(story)}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no bash there")
def test_a_closed_standard_error_puts_nothing_among_the_pages(story: str, page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    line = f"{sys.executable} -m newsclean {{}} nope.txt {tmp_path / 'empty.txt'} {page} 2>&-"
    done = subprocess.run(["bash", "-c", line.format("--json")], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert [json.loads(row)["text"] for row in done.stdout.splitlines()] == ["", clean(story)]
    done = subprocess.run(["bash", "-c", line.format("")], capture_output=True, text=True, check=False)
    assert (done.returncode, "newsclean: " in done.stdout) == (2, False)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for a child there")
def test_ctrl_c_ends_it_quietly() -> None:
    # a shell's background jobs ignore SIGINT, and their children would too
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from newsclean.cli import main; "
        "print('up', file=sys.stderr, flush=True); sys.exit(main())"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    assert process.stderr.readline() == "up\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    try:
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, out, err) == (130, "", "")
