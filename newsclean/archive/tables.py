"""Tables of pages: JSON Lines, CSV and TSV, plain or compressed."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from newsclean.archive.csv_rows import csv_rows
from newsclean.archive.events import Event, Loss, RawPage
from newsclean.archive.fields import FieldCheck, check_fields
from newsclean.archive.lines import Line, lines
from newsclean.archive.members import ShardFile
from newsclean.archive.rows import COLUMN_KINDS, NO_SOURCE
from newsclean.options import Kind

MOST_BYTES = 4
"""Bytes of a character in UTF-8, at most."""


@dataclass(frozen=True)
class Columns:
    """Which fields hold the page and its id; `kind` as `explain` takes it, `None` to go by the field's name."""

    page: str | None = None
    id: str | None = None
    kind: Kind | None = None

    @property
    def pages(self) -> tuple[str, ...]:
        """The fields that may hold the page; the first that does counts."""
        return ("text", "html") if self.page is None else (self.page,)

    @property
    def read(self) -> tuple[str, ...]:
        """All fields that are read of a row."""
        return (*self.pages, self.id or "id", "url", "date")

    def page_in(self, row: Mapping[str, Any]) -> str | None:
        """The field that holds the page of this row; an empty one holds none."""
        return next((name for name in self.pages if not _is_empty(row.get(name))), None)


def raw_page(row: Mapping[str, Any], columns: Columns, number: int, offset: int, what: str = "row") -> RawPage | Loss:
    """The page of a row; one whose field is missing or empty comes with no text and the flag `no_source`, and one whose
    field holds another thing than text, as a number or a list, is a loss."""
    name = columns.page_in(row)
    source = "" if name is None else row[name]
    if not isinstance(source, str | bytes):
        held = textwrap.shorten(json.dumps(source, default=str), 60)
        return Loss(offset, f"{what} {number}: the field {name} holds {held}, and no text")
    kind = columns.kind or COLUMN_KINDS.get(name or "", "auto")
    found_id = _text(row.get(columns.id or "id"))
    flags: tuple[str, ...] = () if name is not None else (NO_SOURCE,)
    return RawPage(
        str(number) if found_id is None else found_id,
        source,
        kind,
        _text(row.get("url")),
        _text(row.get("date")),
        flags,
    )


def bounded_page(row: Mapping[str, Any], columns: Columns, number: int, offset: int, limit: int) -> RawPage | Loss:
    """The same, with a loss in place of a page of more bytes than the limit; those of text are as UTF-8 has it."""
    page = raw_page(row, columns, number, offset)
    if isinstance(page, RawPage) and _size(page.source, limit) > limit:
        return Loss(offset, f"row {number}: page refused at the limit of {limit:,} bytes")
    return page


def _size(source: str | bytes, limit: int) -> int:
    """The bytes of a source, counted where it may have more than the limit; else any number that is no more."""
    if isinstance(source, bytes) or not limit // MOST_BYTES < len(source) <= limit:
        return len(source)
    return len(source.encode("utf-8", "surrogatepass"))


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str | bytes) and not value)


def _text(value: object) -> str | None:
    """A field as text: Parquet's binary columns hold bytes, those that are no UTF-8 (as of a UUID) are written in
    hexadecimal digits; what is no text in JSON is written as JSON has it, and no number (NaN) is nothing."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value.hex()
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return None if value is None or value != value else str(value)


_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(\[|\{(?=\s*$))")
"""How a list begins, and an object that goes on below."""


def read_json_lines(shard: ShardFile, limit: int, columns: Columns) -> Iterator[Event]:
    """One page a line. A page without an id gets its line number."""
    if begins := _one_value(shard, limit):  # one loss says more than as many as it has lines
        advice = "`jq -c '.[]'` makes such lines of a list" if begins == b"[" else "`jq -c .` makes a line of an object"
        yield Loss(0, f"one JSON value, and no object a line: {advice}")
        return
    check, lost = FieldCheck(columns), None
    for line in lines(shard, limit):
        if isinstance(line, Loss):
            lost = lost or line
            yield line
        elif line.data.strip():
            row = _json_row(line)
            if isinstance(row, Loss):
                lost = lost or row
                if not line.partial:  # the loss of its beginning is reported already
                    yield row
            else:
                check.look(row)
                yield raw_page(row, columns, line.number, line.offset, "line")
    yield from check.finish(lost)


def begins_with_fields(shard: ShardFile, limit: int, columns: Columns, rows: int) -> bool:
    """Whether the fields that are asked for are among those of the first rows of JSON Lines."""
    check = FieldCheck(columns)
    filled = (line for line in lines(shard, limit) if not isinstance(line, Loss) and line.data.strip())
    for row in map(_json_row, islice(filled, rows)):
        if not isinstance(row, Loss):
            check.look(row)
    return bool(check.names) and not check.fault()


def _one_value(shard: ShardFile, limit: int) -> bytes:
    """The bracket that opens a file which is a list, or an object over several lines, by its first two lines with
    something in them; of another file nothing."""
    filled = (line for line in lines(shard, limit) if not isinstance(line, Loss) and line.data.strip())
    first = next(filled, None)
    opening = _OPENING.match(first.data) if first else None
    if first is None or opening is None:
        return b""
    is_one = all(isinstance(_json_row(line), Loss) for line in (first, *islice(filled, 1)))
    return opening[1] if is_one else b""


def _json_row(line: Line) -> Mapping[str, Any] | Loss:
    try:
        # bytes would be looked at for UTF-16 as well, of which a line break by itself is half a character
        row = json.loads(line.data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        return Loss(line.offset, f"line {line.number} is no JSON ({error})")
    if not isinstance(row, dict):
        return Loss(line.offset, f"line {line.number} is no JSON object")
    return row


def read_csv(shard: ShardFile, limit: int, columns: Columns, delimiter: str | None = None) -> Iterator[Event]:
    """One page a row, the names of the fields in the first. A page without an id gets its row number.

    delimiter: as `csv_rows` takes it.
    """
    names: list[str] | None = None
    lost = False
    for row in csv_rows(shard, limit, delimiter):
        if isinstance(row, Loss):
            lost = True
            yield row
        elif names is None and lost:  # the row that is read first is none of names
            yield Loss(row.offset, "the row of names is lost; no row can be read without it")
            return
        elif row.fault is not None:
            if names is None:
                yield Loss(row.offset, f"the row of names: {row.fault}; no row can be read without it")
                return
            yield Loss(row.offset, f"row {row.number}: {row.fault}")
        elif names is None:
            names = row.fields
            check_fields(columns, names)
        elif len(row.fields) == len(names):
            yield bounded_page(dict(zip(names, row.fields, strict=True)), columns, row.number, row.offset, limit)
        elif row.fields:
            yield Loss(row.offset, f"row {row.number} has {len(row.fields)} fields, not {len(names)}")
