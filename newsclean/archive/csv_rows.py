"""Rows of a CSV file, those whose quotes do not close told from the others."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclean.archive.events import Loss
from newsclean.archive.lines import Line, lines
from newsclean.archive.members import ShardFile


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


def csv_rows(shard: ShardFile, limit: int) -> Iterator[CsvRow | Loss]:
    """The rows, and what was lost between them; a field of more than `limit` characters is a fault of its row."""
    csv.field_size_limit(min(limit, sys.maxsize))
    text = _Text(lines(shard, limit))
    reader = csv.reader(text, strict=True)  # the lenient one takes all that follows an open quote for one field
    number = 0
    while True:
        text.begin()
        try:
            fields = next(reader, None)
            row = None if fields is None else CsvRow(number, text.offset, fields, text.foreign or None)
        except csv.Error as error:
            row = _mended(number, text) or CsvRow(number, text.offset, [], _fault(error, text, limit))
        yield from text.losses
        text.losses.clear()
        if row is None:
            return
        yield row
        number += 1


def _mended(number: int, text: _Text) -> CsvRow | None:
    """A row of one line with stray quotes in it, read leniently: nothing behind it can go with it."""
    if text.first != text.last or text.line.count('"') % 2:
        return None
    try:
        return CsvRow(number, text.offset, next(csv.reader([text.line])), text.foreign or None)
    except csv.Error:
        return None


def _fault(error: csv.Error, text: _Text, limit: int) -> str:
    if "limit" in str(error):
        return f"{error}; refused at the limit of {limit:,} bytes"
    if text.first == text.last:
        return f"{error} (line {text.first:,})"
    return f"{error} (lines {text.first:,} to {text.last:,}: a quote that does not close, or a stray one)"
