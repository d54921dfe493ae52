"""Spark: the same columns as the archive command's, added to a data frame; and site memory by partial counts.

`newsclean` must be installed where the executors run. Pages travel as Arrow batches, never through pandas.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsclean.extras import install

try:
    import pyarrow as pa
    from pyspark.core.broadcast import Broadcast
    from pyspark.errors import PySparkAttributeError
    from pyspark.sql import Column, DataFrame, Window
    from pyspark.sql import functions as F  # noqa: N812  # the name that Spark's own documentation uses
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import BinaryType, StringType, StructField, StructType
except ImportError as error:
    raise ImportError(f"newsclean.engines.spark: {error}; {install('spark')}") from error

from newsclean.archive.rows import COLUMN_KINDS, CleanOptions, row_schema
from newsclean.engines.spark_tasks import CARRIED, ROWS, Cleaner, Learner
from newsclean.options import KINDS, Kind, OnRowError, Preference, Roles, check_choice
from newsclean.page import KEPT
from newsclean.site import SiteMemory
from newsclean.site.store import MOST_PAGES


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
    kind: Kind | None = None,
    prefer: Preference = "balanced",
    keep: Roles = KEPT,
    stripped: bool = False,
    on_error: OnRowError = "keep",
) -> DataFrame:
    """`df` with the cleaned pages' columns added, one row out for each row in; lazy, as every transformation.

    `column` names the pages (string or binary). All other columns are carried over. Added are `title`, `published`,
    `byline`, `text` (strings), `kept_share`, `confidence` (0 to 1), `flags` (array of strings), and with `stripped`
    the stripped blocks (array of `role` and `text`); `prefix` stands before these names. The page's own column gives
    way where it has the name of an added one, as the default `text` has. `id`, `url` and `date` name the columns that
    become the output's `id`, `url`, `date`, as strings; not named, a column of that name stays what it is, and a
    missing one is added empty.

    `kind` is as in `clean`; not given, a column named `html` or `markdown` holds what its name says, and any other,
    `text` as well, is looked at page by page, as the command `newsclean archive` has it.

    With `site_memory`, the host is the column `host`'s, else the one in the URL. A page that fails is passed on as it
    came and flagged `failed`; with `on_error="fail"` it fails its task.

    Raises `ValueError` for a column that `df` lacks, for one that an added column would overwrite (names that differ
    in case alone are one, as Spark has it), for `host` without `site_memory`, and for another kind, preference or
    role; `TypeError` for a page column or a site memory of another type.
    """
    if host is not None and site_memory is None:
        raise ValueError("host= says whose site memory is asked: pass site_memory= as well")
    options = CleanOptions(_kind(column, kind), prefer, keep, stripped, on_error)
    _require_text(df, column)
    added = row_schema(stripped=stripped)
    added = pa.schema([field.with_name(prefix + field.name) for field in list(added)[len(CARRIED) :]])
    named = {"id": id, "url": url, "date": date}
    carried = _carried_columns(df, column, added.names, named)
    kept = df.select(*carried)
    fields = [*kept.schema.fields, *from_arrow_schema(added).fields]
    # a page that is carried over goes to Python once: pages are most of what travels
    page = kept.columns.index(column) if column in kept.columns and column not in named else len(carried)
    place = F.lit(None).cast("string") if site_memory is None else _place(df, host, url)
    source = _numbered(df.select(*carried, *([_column(df, column)] if page == len(carried) else []), place))
    schema = StructType([StructField(f"c{n}", field.dataType, field.nullable) for n, field in enumerate(fields)])
    cleaner = Cleaner(options, _shared(df, site_memory), host is None, added, len(carried), page)
    cleaned = source.mapInArrow(cleaner, schema)
    return cleaned.toDF(*(field.name for field in fields))


def learn_sites(
    df: DataFrame, host: str | None = None, column: str = "text", *, url: str | None = None, kind: Kind | None = None
) -> SiteMemory:
    """What the sites of `df`'s pages print on every page: the same memory, byte for byte, as on one machine.

    `column` names the pages (string or binary), `host` each page's host; without it the host is taken from the column
    `url`. Pages without either are passed over. Every partition learns its own pages; what travels between machines
    are its pages' hashes and counts, put together by (host, page hash): no text, and of each host only the sample
    that a memory keeps. The memory itself comes to the driver, one part at a time. Runs at once.

    Raises `ValueError` for a column that `df` lacks and for another kind; `TypeError` for a page column of another
    type.
    """
    _require_text(df, column)
    source = _numbered(df.select(_place(df, host, url), _column(df, column)))
    rows = source.where("c0 is not null and c1 is not null").mapInArrow(
        Learner(_kind(column, kind), host is None), ROWS
    )
    # of a page learned in several places one row stays, the fullest, as `SiteMemory.merge` has it
    pages = rows.groupBy("host", "page").agg(F.max_by("record", F.length("record")).alias("record"))
    place = F.row_number().over(Window.partitionBy("host").orderBy("page"))
    kept = pages.withColumn("place", place).where(F.col("place") <= MOST_PAGES)
    return SiteMemory.from_rows(
        (row.host, row.page, bytes(row.record)) for row in kept.select("host", "page", "record").toLocalIterator()
    )


def _carried_columns(df: DataFrame, page: str, added: Sequence[str], named: dict[str, str | None]) -> list[Column]:
    told = _told_apart(df)
    taken, present = set(map(told, added)), set(map(told, df.columns))
    overwritten = [name for name in df.columns if told(name) in taken and name != page]
    if overwritten:
        raise ValueError(f"the data frame already has {', '.join(overwritten)}: pass prefix=, or drop or rename them")
    replaced = taken | {told(name) for name, origin in named.items() if origin is not None}
    columns = [_column(df, name) for name in df.columns if told(name) not in replaced]
    for name, origin in named.items():
        if origin is not None:
            columns.append(_column(df, origin).cast("string").alias(name))
        elif told(name) not in present:
            columns.append(F.lit(None).cast("string").alias(name))
    return columns


def _told_apart(df: DataFrame) -> Callable[[str], str]:
    """What Spark tells names of columns apart by: their letters, whose case counts where a setting says so."""
    told_by_case = str(df.sparkSession.conf.get("spark.sql.caseSensitive", "false")).lower() == "true"
    return str if told_by_case else str.lower


def _kind(column: str, kind: Kind | None) -> Kind:
    if kind is not None:
        check_choice("kind", kind, KINDS)
    return kind or COLUMN_KINDS.get(column, "auto")


def _place(df: DataFrame, host: str | None, url: str | None) -> Column:
    """The column that says where a page comes from: `host`, else `url`."""
    if host is None and url is None and "url" not in df.columns:
        raise ValueError("site memory needs to know each page's host: pass host= or url=")
    return _column(df, host or url or "url").cast("string")


def _shared(df: DataFrame, memory: SiteMemory | None) -> SiteMemory | Broadcast[SiteMemory] | None:
    """The memory for the executors: sent once to each where the session can, else with every task."""
    if memory is None:
        return None
    if not isinstance(memory, SiteMemory):
        raise TypeError(f"site_memory must be a SiteMemory, not {type(memory).__name__}; SiteMemory.load reads a file")
    try:
        return df.sparkSession.sparkContext.broadcast(memory)
    except PySparkAttributeError:  # a session of Spark Connect has no such context
        return memory


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
