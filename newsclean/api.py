"""The public calls: `clean`, `explain`, `clean_many`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newsclean.page import KEPT, Block, Page, Role


def clean(
    source: str | bytes,
    *,
    kind: str = "auto",
    prefer: str = "balanced",
    keep: Collection[Role] = KEPT,
    site: object = None,
) -> str:
    """The article in `source`."""
    return explain(source, kind=kind, prefer=prefer, keep=keep, site=site).text


def explain(
    source: str | bytes,
    *,
    kind: str = "auto",
    prefer: str = "balanced",
    keep: Collection[Role] = KEPT,
    site: object = None,
) -> Page:
    """The article in `source`, with each block's role, score and reasons."""
    if isinstance(source, bytes):
        source = source.decode("utf-8", "replace")
    blocks = tuple(Block(line, 0, 0, Role.BODY, True, 1.0) for line in source.splitlines() if line.strip())
    return Page(text="\n\n".join(b.text for b in blocks), blocks=blocks)


def clean_many(
    sources: Iterable[str | bytes], *, workers: int | None = None, on_error: str = "raise", **options: object
) -> Iterator[str]:
    """The articles of many sources, lazily and in order."""
    for source in sources:
        yield clean(source)
