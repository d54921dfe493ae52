"""Spark: the same columns as the archive command's, added to a data frame; and site memory by partial counts.

`newsclean` must be installed where the executors run. Pages travel as Arrow batches, never through pandas.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

try:
    import pyarrow as pa
    from pyspark.sql import Column, DataFrame
    from pyspark.sql import functions as F  # noqa: N812  # the name that Spark's own documentation uses
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import BinaryType, StringType, StructField, StructType
except ImportError as error:
    raise ImportError("newsclean.engines.spark needs the extra `spark`: newsclean[spark]") from error

from newsclean.archive.rows import COLUMNS, CleanOptions, clean_row, row_schema
from newsclean.page import KEPT, Role

if TYPE_CHECKING:
    from newsclean.site import SiteMemory

_CARRIED = COLUMNS[:3]

ROWS_AT_ONCE = 64
"""Pages that a worker turns into Python strings at a time, whatever the size of Spark's Arrow batches."""


def clean_dataframe(
    df: DataFrame,
    column: str = "text",
    *,
    id: str | None = None,
    url: str | None = None,
    date: str | None = None,
    host: str | None = None,
    prefix: str = "",
    site_memory: SiteMemory | None = None,
    kind: str = "auto",
    prefer: str = "balanced",
    keep: Collection[Role] = KEPT,
    stripped: bool = False,
    on_error: str = "keep",
) -> DataFrame:
    """`df` with the cleaned pages' columns added, one row out for each row in; lazy, as every transformation.

    `column` names the pages (string or binary). All other columns are carried over. Added are `title`, `published`,
    `byline`, `text` (strings), `kept_share`, `confidence` (0 to 1), `flags` (array of strings), and with `stripped`
    the stripped blocks (array of `role` and `text`); `prefix` stands before these names. The page's own column gives
    way where it has the name of an added one, as the default `text` has. `id`, `url` and `date` name the columns that
    become the output's `id`, `url`, `date`, as strings; not named, a column of that name stays what it is, and a
    missing one is added empty.

    With `site_memory`, the host is the column `host`'s, else the one in the URL. A page that fails is passed on as it
    came and flagged `failed`; with `on_error="fail"` it fails its task.

    Raises `ValueError` for a column that `df` lacks, and for one that an added column would overwrite; `TypeError`
    for a page column of another type.
    """
    options = CleanOptions(kind, prefer, tuple(keep), stripped, on_error)
    _require_text(df, column)
    added = row_schema(stripped=stripped)
    added = pa.schema([field.with_name(prefix + field.name) for field in list(added)[len(_CARRIED) :]])
    named = {"id": id, "url": url, "date": date}
    carried = _carried_columns(df, column, added.names, named)
    fields = [*df.select(*carried).schema.fields, *from_arrow_schema(added).fields]
    source_host = _host_column(df, host, url) if site_memory is not None else F.lit(None).cast("string")
    source = _numbered(df.select(*carried, _column(df, column), source_host))
    schema = StructType([StructField(f"c{n}", field.dataType, field.nullable) for n, field in enumerate(fields)])
    cleaned = source.mapInArrow(_Cleaner(options, site_memory, added, len(carried)), schema)
    return cleaned.toDF(*(field.name for field in fields))


@dataclass(frozen=True)
class _Cleaner:
    """What runs on the executors: carried columns, page and host in; carried columns and the added ones out."""

    options: CleanOptions
    memory: SiteMemory | None
    added: pa.Schema
    carried: int

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for start in range(0, batch.num_rows, ROWS_AT_ONCE):
                yield self._cleaned(batch.slice(start, ROWS_AT_ONCE))

    def _cleaned(self, part: pa.RecordBatch) -> pa.RecordBatch:
        pages, hosts = part.column(self.carried).to_pylist(), part.column(self.carried + 1).to_pylist()
        rows = [clean_row(page, self.options, site=self._site(host)) for page, host in zip(pages, hosts, strict=True)]
        names = [field.name for field in row_schema(stripped=self.options.stripped)][len(_CARRIED) :]
        found = [
            pa.array([row[name] for row in rows], field.type) for name, field in zip(names, self.added, strict=True)
        ]
        arrays = part.columns[: self.carried] + found
        return pa.RecordBatch.from_arrays(arrays, [f"c{n}" for n in range(len(arrays))])

    def _site(self, host: str | None) -> object:
        return None if self.memory is None or not host else self.memory.for_host(host_of(host))


def host_of(url: str) -> str:
    """The host in a URL, or the host itself; `""` where there is none."""
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""


def _carried_columns(df: DataFrame, page: str, added: Sequence[str], named: dict[str, str | None]) -> list[Column]:
    overwritten = [name for name in df.columns if name in added and name != page]
    if overwritten:
        raise ValueError(f"the data frame already has {', '.join(overwritten)}: pass prefix=, or drop or rename them")
    replaced = {name for name, origin in named.items() if origin is not None}
    columns = [_column(df, name) for name in df.columns if name not in added and name not in replaced]
    for name, origin in named.items():
        if origin is not None:
            columns.append(_column(df, origin).cast("string").alias(name))
        elif name not in df.columns:
            columns.append(F.lit(None).cast("string").alias(name))
    return columns


def _host_column(df: DataFrame, host: str | None, url: str | None) -> Column:
    if host is None and url is None and "url" not in df.columns:
        raise ValueError("site memory needs to know each page's host: pass host= or url=")
    return _column(df, host or url or "url").cast("string")


def _require_text(df: DataFrame, column: str) -> None:
    _column(df, column)
    kind = df.schema[column].dataType
    if not isinstance(kind, StringType | BinaryType):
        raise TypeError(f"column {column!r} must hold strings or binary, not {kind.simpleString()}")


def _numbered(df: DataFrame) -> DataFrame:
    """The columns as c0, c1, …: Spark's `mapInArrow` stumbles over a name with a dot or a back-tick."""
    return df.toDF(*(f"c{n}" for n in range(len(df.columns))))


def _column(df: DataFrame, name: str) -> Column:
    """The top-level column of that very name, dots and all."""
    if name not in df.columns:
        raise ValueError(f"the data frame has no column {name!r}; it has {', '.join(df.columns)}")
    return df["`" + name.replace("`", "``") + "`"]
