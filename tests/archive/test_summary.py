"""What the command prints at its end: it reaches every stream, whatever its encoding, and nobody has to read it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean.archive.progress import print_summary


@pytest.mark.parametrize(
    ("encoding", "errors", "printed"),
    [
        ("ascii", "strict", rb"not read  \xfcber \udcff"),
        ("latin-1", "strict", b"not read  \xfcber \\udcff"),
        ("utf-8", "strict", b"not read  \xc3\xbcber \\udcff"),
        ("utf-8", "surrogateescape", b"not read  \xc3\xbcber \xff"),
    ],
)
def test_a_file_s_name_that_cannot_be_written_is_escaped(
    encoding: str, errors: str, printed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding, errors)
    monkeypatch.setattr(sys, "stdout", stream)
    print_summary("not read  " + os.fsdecode("über ".encode() + b"\xff"))
    assert stream.buffer.getvalue() == printed + b"\n"


@pytest.mark.parametrize("stdout", ["pipe", "/dev/full"])
@pytest.mark.parametrize("damaged", [False, True])
def test_a_report_that_nobody_reads_undoes_nothing(
    stdout: str, damaged: bool, shards: list[Path], tmp_path: Path
) -> None:
    if damaged:
        shards[1].write_bytes(shards[1].read_bytes()[:-40])
    if stdout == "pipe":
        reading, writing = os.pipe()
        os.close(reading)
    elif Path(stdout).exists():
        writing = os.open(stdout, os.O_WRONLY)
    else:
        pytest.skip(reason=f"no {stdout} here")
    for module in (["newsclean.archive"], ["newsclean", "archive"]):
        line = [sys.executable, "-m", *module, *map(str, shards), "--out", str(tmp_path / module[0])]
        result = subprocess.run(line, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
        assert result.returncode == (2 if damaged else 0), result.stderr
        assert "Errno" not in result.stderr
        assert "Exception" not in result.stderr
    assert subprocess.run(line, stdout=writing, stderr=writing, check=False).returncode == (2 if damaged else 0)
    os.close(writing)
