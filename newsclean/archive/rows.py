"""Rows: what one cleaned page becomes in an output file, a Spark data frame or a crawler's item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsclean.api import check_options, explain
from newsclean.failures import or_else
from newsclean.options import ON_ROW_ERROR, Kind, OnRowError, Preference, Roles, check_choice
from newsclean.page import KEPT, Page, kept_share

if TYPE_CHECKING:
    import pyarrow as pa

    from newsclean.site import HostMemory

COLUMNS = ("id", "url", "date", "title", "published", "byline", "text", "kept_share", "confidence", "flags")
"""The names of a row's columns, in their order. `stripped` comes last where it is asked for."""

FAILED = "failed"
"""The flag of a page that could not be cleaned and is passed on as it came."""

NO_SOURCE = "no_source"
"""The flag of a row whose page is missing."""

COLUMN_KINDS: dict[str, Kind] = {"html": "html", "markdown": "markdown"}
"""What a column of such a name holds, where nobody says it: a `kind` as `explain` takes it; others are `auto`. So is
`text`, in which tables keep pages of any kind."""

# Neither UTF-8 nor Arrow can hold half of a surrogate pair, and JSON escapes bring them in.
_HALF_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class CleanOptions:
    """How every page of a run is cleaned: `explain`'s options, and what a row holds.

    `stripped` adds the stripped blocks with their roles. `on_error` is `"keep"`, which passes a page that fails on
    uncleaned with the flag `failed`, or `"fail"`, which raises. Pickles, and equal options have equal `repr`s.

    Raises `ValueError` for another kind, preference, role or `on_error`, `TypeError` where `keep` is one role.
    """

    kind: Kind = "auto"
    prefer: Preference = "balanced"
    keep: Roles = tuple(sorted(KEPT))
    stripped: bool = False
    on_error: OnRowError = "keep"

    def __post_init__(self) -> None:
        check_choice("on_error", self.on_error, ON_ROW_ERROR)
        object.__setattr__(self, "keep", tuple(sorted(check_options(self.kind, self.prefer, self.keep))))

    def explain(self, source: str | bytes, site: HostMemory | None = None, *, reasons: bool = False) -> Page:
        """The page in `source`, cleaned with these options, with its blocks' reasons where they are asked for: no row
        holds them. `site` is what the site memory knows of its host."""
        keep = frozenset(self.keep)
        return explain(source, kind=self.kind, prefer=self.prefer, keep=keep, site=site, reasons=reasons)

    def keeps(self, source: object) -> bool:
        """Whether `source` is passed on where cleaning it fails: what is no page at all never is."""
        return self.on_error == "keep" and (source is None or isinstance(source, str | bytes))


def clean_row(
    source: str | bytes | None,
    options: CleanOptions,
    *,
    id: str | None = None,
    url: str | None = None,
    date: str | None = None,
    site: HostMemory | None = None,
) -> dict[str, Any]:
    """One page as a row: the keys of `COLUMNS`, and `stripped` where the options ask for it.

    A `source` that is missing (`None`) counts as an empty page and is flagged `no_source`. A page that fails comes as
    it is with the flag `failed`; where `options.on_error == "fail"`, what cleaning raised is raised, and where the
    installation lacks a file or a module, it always is.

    Raises `TypeError` for a `source` of another type.
    """
    carried = {"id": id, "url": url, "date": date}
    found = or_else(
        lambda: page_columns(options.explain("" if source is None else source, site), stripped=options.stripped),
        lambda: failed_columns(source, stripped=options.stripped),
        keep=options.keeps(source),
        page=id or url,
    )
    if source is None:
        found["flags"] = sorted({*found["flags"], NO_SOURCE})
    return {**carried, **found}


def page_columns(page: Page, *, stripped: bool = False) -> dict[str, Any]:
    """What cleaning found out: the columns from `title` on."""
    columns: dict[str, Any] = {
        "title": writable(page.title),
        "published": writable(page.published),
        "byline": writable(page.byline),
        "text": writable(page.text),
        "kept_share": kept_share(page),
        "confidence": float(page.confidence),
        "flags": sorted(page.flags),
    }
    if stripped:
        columns["stripped"] = [
            {"role": str(block.role), "text": writable(block.text)} for block in page.blocks if not block.kept
        ]
    return columns


def failed_columns(source: str | bytes | None, *, stripped: bool = False) -> dict[str, Any]:
    """The same columns for a page that could not be cleaned: the page as it came, confidence 0, flag `failed`.

    Bytes are read as UTF-8, with U+FFFD for what is not.
    """
    text = source.decode("utf-8", "replace") if isinstance(source, bytes) else source or ""
    columns: dict[str, Any] = {"title": None, "published": None, "byline": None, "text": writable(text)}
    columns |= {"kept_share": 1.0, "confidence": 0.0, "flags": [FAILED]}
    return columns | ({"stripped": []} if stripped else {})


def row_schema(*, stripped: bool = False) -> pa.Schema:
    """The Arrow schema of the rows (needs the extra `archive` or `spark`)."""
    import pyarrow as pa

    text, number = pa.string(), pa.float64()
    types = (text, text, text, text, text, text, text, number, number, pa.list_(text))
    fields = [pa.field(name, kind) for name, kind in zip(COLUMNS, types, strict=True)]
    if stripped:
        block = pa.struct([pa.field("role", text), pa.field("text", text)])
        fields.append(pa.field("stripped", pa.list_(block)))
    return pa.schema(fields)


def writable(text: str | None) -> str | None:
    """The text with U+FFFD for each half of a surrogate pair, which no output format can hold."""
    return None if text is None else _HALF_PAIR.sub("�", text)
