"""What Spark's tasks run on the executors: batches of pages come in, and cleaned ones or what they teach go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from newsclean.extras import install

try:
    import pyarrow as pa
    from pyspark.core.broadcast import Broadcast
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import BinaryType, LongType, StringType, StructField, StructType
except ImportError as error:
    raise ImportError(f"newsclean.engines.spark: {error}; {install('spark')}") from error

from newsclean.archive.rows import COLUMNS, CleanOptions, clean_row, row_schema
from newsclean.hosts import host_of
from newsclean.options import Kind
from newsclean.site import HostMemory, SiteMemory

CARRIED = COLUMNS[:3]
"""The output's columns that no cleaning makes: `id`, `url` and `date`."""

ROWS = StructType(
    [StructField("host", StringType()), StructField("page", LongType()), StructField("record", BinaryType())]
)
"""What is learned of a page, as it travels."""

ROWS_AT_ONCE = 64
"""Pages that a worker turns into Python strings at a time, whatever the size of Spark's Arrow batches."""


@dataclass(frozen=True)
class Learner:
    """Hosts and pages in, the rows of the partition's own memory out."""

    kind: Kind
    by_url: bool

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        memory = SiteMemory()
        for batch in batches:
            for start in range(0, batch.num_rows, ROWS_AT_ONCE):
                part = batch.slice(start, ROWS_AT_ONCE)
                memory.learn(self._known(part), kind=self.kind)
        rows = memory.to_rows()
        schema = to_arrow_schema(ROWS)
        while some := list(islice(rows, 1024)):
            yield pa.RecordBatch.from_arrays(
                [pa.array(values, kind) for values, kind in zip(zip(*some, strict=True), schema.types, strict=True)],
                schema.names,
            )

    def _known(self, part: pa.RecordBatch) -> Iterator[tuple[str, str | bytes]]:
        for place, page in zip(part.column(0).to_pylist(), part.column(1).to_pylist(), strict=True):
            if host := host_of(place) if self.by_url else place:
                yield host, page


@dataclass(frozen=True)
class Cleaner:
    """Carried columns, page and host in; carried columns and the added ones out.

    `carried` is how many columns are carried over, `page` the place of the page's: among them, or behind the last.
    The host's column is the last of all.
    """

    options: CleanOptions
    memory: SiteMemory | Broadcast[SiteMemory] | None
    by_url: bool
    added: pa.Schema
    carried: int
    page: int

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for start in range(0, batch.num_rows, ROWS_AT_ONCE):
                yield self._cleaned(batch.slice(start, ROWS_AT_ONCE))

    def _cleaned(self, part: pa.RecordBatch) -> pa.RecordBatch:
        pages, places = part.column(self.page).to_pylist(), part.column(part.num_columns - 1).to_pylist()
        rows = [
            clean_row(page, self.options, site=self._site(place)) for page, place in zip(pages, places, strict=True)
        ]
        names = [field.name for field in row_schema(stripped=self.options.stripped)][len(CARRIED) :]
        found = [
            pa.array([row[name] for row in rows], field.type) for name, field in zip(names, self.added, strict=True)
        ]
        arrays = part.columns[: self.carried] + found
        return pa.RecordBatch.from_arrays(arrays, [f"c{n}" for n in range(len(arrays))])

    def _site(self, place: str | None) -> HostMemory | None:
        host = host_of(place) if self.by_url else place
        if self.memory is None or not host:
            return None
        memory = self.memory if isinstance(self.memory, SiteMemory) else self.memory.value
        return memory.for_host(host)
