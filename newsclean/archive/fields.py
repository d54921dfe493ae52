"""The fields of tables: whether those of the page and of its id are among them."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from newsclean.archive.events import FieldError, Loss

if TYPE_CHECKING:
    from newsclean.archive.tables import Columns

LONGEST = 300
"""Characters of the names that a table has: without a row of names they are a page."""


class FieldCheck:
    """Looks for the fields of the page and of the id in every row: where none has them, all pages would come out empty,
    or with other ids. `names` are those of the first row."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.wanted = columns.pages if columns.id is None else (*columns.pages, columns.id)
        self.found: set[str] = set()
        self.names: tuple[str, ...] = ()

    def look(self, row: Mapping[str, Any]) -> None:
        self.found.update(name for name in self.wanted if name in row)
        self.names = self.names or tuple(map(str, row))

    def fault(self, rows: str = "the rows") -> str:
        """What to say where a field was found in no row so far; "" where none is missing."""
        return _missing_field(self.columns, self.found, self.names, rows)

    def finish(self, lost: Loss | None) -> Iterator[Loss]:
        """Raises `FieldError` where a field is missing; but the fields of the default may have been in what was lost,
        of which `lost` is the first: that no other row has them is then one loss more."""
        if not self.names or not (fault := self.fault("the rows" if lost is None else "the rows that were read")):
            return
        if lost is None:
            raise FieldError(fault)
        if self.columns.page or self.columns.id:
            raise FieldError(f"{fault}; lost besides: offset {lost.offset}: {lost.reason}")
        yield Loss(0, fault)


def _missing_field(columns: Columns, found: Collection[str], names: Iterable[str], rows: str = "the rows") -> str:
    """What to say where a field that is asked for is not among the `found` ones; "" where none is missing."""
    they_have = f"in {rows} (they have: {textwrap.shorten(', '.join(names), LONGEST, placeholder=' …')})"
    if not any(name in found for name in columns.pages):
        return f"no field {' or '.join(columns.pages)} {they_have}; name the page's field with --column"
    if columns.id is not None and columns.id not in found:
        return f"no field {columns.id} {they_have}; name the id's field with --id-column"
    return ""


def check_fields(columns: Columns, names: Sequence[str]) -> None:
    """Raise `FieldError` where a table whose fields have these names lacks one that is asked for, or has it twice."""
    if fault := _missing_field(columns, names, names):
        raise FieldError(fault)
    if twice := [name for name in columns.read if names.count(name) > 1]:
        raise FieldError(f"{names.count(twice[0])} fields are called {twice[0]}; rename all but the one to be read")
