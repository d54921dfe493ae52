"""What the command prints at its end reaches every stream, whatever its encoding."""

from __future__ import annotations

import io
import os
import sys

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
