"""Rows of a CSV file, those whose quotes do not close told from the others."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import NamedTuple

from newsclean.archive.events import Loss
from newsclean.archive.lines import Line, lines
from newsclean.archive.members import ShardFile

DELIMITERS = (",", ";", "\t")
_LINES = r"tr '\r' '\n'"
_QUOTED = re.compile(r'"[^"]*"')


class CsvRow(NamedTuple):
    """One row; `number` counts from 0, the row of names; `offset` is where it begins. `fault`: why it is lost."""

    number: int
    offset: int
    fields: list[str]
    fault: str | None = None


class _Text:
    """The lines of a CSV file as text, with their losses kept aside, and which of them the row at hand consists of."""

    def __init__(self, found: Iterable[Line | Loss]) -> None:
        self.found = iter(found)
        self.losses: list[Loss] = []
        self.offset, self.first, self.last, self.line, self.foreign = 0, 0, 0, "", ""

    def begin(self) -> None:
        """The next line begins a row."""
        self.first, self.foreign = 0, ""

    def __iter__(self) -> Iterator[str]:
        for item in self.found:
            if isinstance(item, Loss):
                self.losses.append(item)
            elif not item.partial:
                if not self.first:
                    self.offset, self.first = item.offset, item.number
                self.last = item.number
                data = item.data.removeprefix(b"\xef\xbb\xbf") if item.number == 1 else item.data
                self.line = self._decoded(data, item.number)
                yield self.line

    def _decoded(self, data: bytes, number: int) -> str:
        """A line as text; where it is no UTF-8, `foreign` says so, and its letters matter no more."""
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            self.foreign = self.foreign or f"no UTF-8 (byte {data[error.start]:#04x} in line {number:,})"
            return data.decode("utf-8", "replace")


def csv_rows(shard: ShardFile, limit: int, delimiter: str | None) -> Iterator[CsvRow | Loss]:
    """The rows, and what was lost between them; a field of more than `limit` characters is a fault of its row. Empty
    lines before the row of names are none.

    delimiter: what stands between fields; `None`: the first line tells it.
    """
    text = _Text(lines(shard, limit))
    rest = iter(text)
    first = _first_filled(text, rest)
    delimiter = delimiter or _delimiter(first)
    # the lenient reader takes all that follows an open quote for one field
    reader = csv.reader(chain([first] if first else [], rest), delimiter=delimiter, strict=True)
    number = 0
    while True:
        with _longest_field(limit):
            row = _row(reader, number, text, delimiter, limit)
        yield from text.losses
        text.losses.clear()
        if row is None:
            return
        yield row
        number += 1
        text.begin()


def _first_filled(text: _Text, rest: Iterator[str]) -> str:
    """The first line with something in it; "" where there is none."""
    for line in rest:
        if line.strip():
            return line
        text.begin()
    return ""


@contextmanager
def _longest_field(limit: int) -> Iterator[None]:
    """Fields of up to `limit` characters; other readers of this process have their own bound again behind it."""
    before = csv.field_size_limit(min(limit, sys.maxsize))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _row(reader: Iterator[list[str]], number: int, text: _Text, delimiter: str, limit: int) -> CsvRow | None:
    """The next row; `None` at the end."""
    try:
        fields = next(reader, None)
    except csv.Error as error:
        return _mended(number, text, delimiter) or CsvRow(number, text.offset, [], _fault(error, text, limit))
    return None if fields is None else CsvRow(number, text.offset, fields, text.foreign or None)


def _delimiter(names: str) -> str:
    """What stands most often between the names of the fields, outside of quotes: a comma where nothing does more."""
    bare = _QUOTED.sub("", names)
    return max(DELIMITERS, key=bare.count)


def _mended(number: int, text: _Text, delimiter: str) -> CsvRow | None:
    """A row of one line with stray quotes in it, read leniently: nothing behind it can go with it."""
    if text.first != text.last or text.line.count('"') % 2:
        return None
    try:
        return CsvRow(number, text.offset, next(csv.reader([text.line], delimiter=delimiter)), text.foreign or None)
    except csv.Error:
        return None


def _fault(error: csv.Error, text: _Text, limit: int) -> str:
    if "limit" in str(error):
        return f"{error}; refused at the limit of {limit:,} bytes"
    if "new-line" in str(error):
        return f"a carriage return alone, outside of quotes (line {text.first:,}); where it ends lines, use `{_LINES}`"
    if text.first == text.last:
        return f"{error} (line {text.first:,})"
    return f"{error} (lines {text.first:,} to {text.last:,}: a quote that does not close, or a stray one)"
