"""What a reader finds in a shard: pages, losses, and records that are passed over; and what is told of its work."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from newsclean.options import Kind

PAGE_LIMIT = 64 * 1024 * 1024
"""A page larger than this many bytes, once decompressed, is refused."""


class RawPage(NamedTuple):
    """One page as the shard holds it, not yet cleaned. `date` is as the shard has it, `kind` as `explain` takes it."""

    id: str
    source: str | bytes
    kind: Kind
    url: str | None = None
    date: str | None = None
    flags: tuple[str, ...] = ()


class Loss(NamedTuple):
    """Something of a shard that could not be read. `offset` counts bytes from the shard file's beginning."""

    offset: int
    reason: str


class Passed(NamedTuple):
    """A record that holds no page, named by what it is."""

    what: str


Event: TypeAlias = RawPage | Loss | Passed


STEP_PAGES = 20
"""Pages after which a worker tells how far it is: a bar moves often enough, and telling costs next to nothing."""


class Step(NamedTuple):
    """How far a shard has come since its last step: bytes read, pages done, the sum of their kept shares."""

    bytes: int
    pages: int
    kept: float = 0.0


class ArchiveError(Exception):
    """The run cannot go on as it was asked for; the message says why."""


class FieldError(ArchiveError):
    """A table lacks a field that is asked for, or has it twice: the shard is a stray one, or the question is wrong."""


class TooLargeError(Exception):
    """A page or a compressed member that goes over its limit; the message names the limit."""
