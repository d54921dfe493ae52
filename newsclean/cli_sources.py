"""Where the command's pages come from: files and standard input, refused with a reason where they are no pages."""

from __future__ import annotations

import sys
from pathlib import Path

from newsclean.cli_commands import COMMANDS
from newsclean.file_endings import ending_of
from newsclean.terminal import printable, say

ARCHIVES = ("gzip", "Zstandard", "Parquet")
WARC = b"WARC/"
MANY_PAGES = {
    ".warc": "a WARC file",
    ".wet": "a WET file",
    ".jsonl": "a JSON Lines file",
    ".ndjson": "a JSON Lines file",
    ".csv": "a CSV file",
    ".tsv": "a TSV file",
    ".parquet": "a Parquet file",
}
"""What files of many pages are called: as one page all of them would run together."""
CALLED = ("explain", "lab", *COMMANDS)
HINT = "; for archives there is newsclean archive"


class SourceError(Exception):
    """A source that cannot be cleaned; the message names it and says why."""


def read_source(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-"; of a gzipped page those that were compressed. Where they are
    not all of them, the standard error says so.

    Raises:
        SourceError: there is no such file, it is a folder, it may not be read, it is binary, or it holds many pages.
    """
    shown = spoken(name)
    data = _standard_input() if name == "-" else _file(name, shown)
    from newsclean.reading.binary import binary_kind  # which takes its time to import
    from newsclean.reading.gzipped import unzip

    page, whole = unzip(data)
    what = binary_kind(data if page.startswith(WARC) else page)  # a gzipped WARC file is an archive, and no page
    if what:
        hint = HINT if any(word in what for word in ARCHIVES) else ""
        raise SourceError(f"{shown}: is {what}, not text{hint}")
    if archive := "a WARC file" if page.startswith(WARC) else _many_pages(name):
        raise SourceError(f"{shown}: is {archive}, not a page{HINT}")
    if not whole:
        say(f"newsclean: {shown}: its gzip is damaged, cut off or too long; what stood behind that place is missing")
    return page


def _many_pages(name: str) -> str:
    """What a file of many pages is by its name; "" of another one."""
    return MANY_PAGES.get(ending_of(name), "")


def spoken(name: str) -> str:
    """What a source is called where it is spoken of."""
    return "standard input" if name == "-" else printable(name)


def _file(name: str, shown: str) -> bytes:
    if not name:  # Path would take it for the folder one is in
        raise SourceError("'' is no file name")
    path = Path(name)
    try:
        return path.read_bytes()
    except IsADirectoryError as error:
        raise SourceError(f"{shown}: is a folder; for folders of pages there is newsclean archive") from error
    except FileNotFoundError as error:
        hint = _command_meant(name)
        raise SourceError(f"{shown}: no such file{hint}") from error
    except OSError as error:
        raise SourceError(f"{shown}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name
        raise SourceError(f"{shown!r}: is no file name") from error


def _command_meant(name: str) -> str:
    """What to say of a name without a file that is nearly a command's."""
    if name == "explain":
        return " (the command explain stands first)"
    from difflib import get_close_matches

    meant = get_close_matches(name, CALLED)
    return f"; the command is called {meant[0]}" if meant else ""


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise SourceError("standard input is closed")
    if sys.stdin.isatty():
        print("newsclean: paste a page and end with Ctrl-D; newsclean --help shows more", file=sys.stderr)
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise SourceError(f"standard input: {error.strerror or error}") from error
