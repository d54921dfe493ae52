"""The terminal: it shows what a page says, and a page must not command it."""

from __future__ import annotations

import os
import sys
from typing import TextIO

CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {ord("\t"), ord("\n")}, "\N{REPLACEMENT CHARACTER}")


def printable(name: str) -> str:
    """A file's name as text: bytes of it that are no text are shown as U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def harmless(text: str) -> str:
    """The text with U+FFFD for each control character but tabs and ends of lines."""
    return text.translate(CONTROLS)


def shown(text: str, stream: TextIO) -> str:
    """The text as it is for a file or a pipe, harmless for a terminal."""
    return harmless(text) if stream.isatty() else text


def writable(text: str, stream: TextIO) -> str:
    """The text with an escape for each character that the stream's encoding lacks, such as half of a file's name."""
    try:
        text.encode(stream.encoding or "utf-8", stream.errors or "strict")
    except UnicodeEncodeError:
        return text.encode(stream.encoding or "utf-8", "backslashreplace").decode(stream.encoding or "utf-8")
    return text


def say(text: str) -> None:
    """Print on the standard error, if there is one that can be written: nobody hears it else, and the work goes on."""
    if sys.stderr is None:
        return
    try:
        print(shown(text, sys.stderr), file=sys.stderr, flush=True)
    except OSError:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115  # the interpreter flushes once more at its end
