"""From lines to what site memory keeps of a page, for many pages at once: numpy's calls cost more than their work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.site.lines import NONE, ZERO, Integers, Lines
from newsclean.site.polynomial import Hashes
from newsclean.site.store import BODY, HEADLINE, NO_SLOT, SLOT, TEXT, Bytes, Record

MOST_LINES = 2000
"""Lines kept of a page: half from its top, half from its end."""
MOST_SLOTS = 254
"""Slots kept of a page: their numbers fit one byte, and `NO_SLOT` is one of its values."""
ARTICLE_LINES = 12
"""Lines that stand for the page's article where near-duplicates are looked for."""
LONG = 40
"""Letters from which a line may be one of them; the `FEWEST` longest are taken in any case."""
FEWEST = 4
LINE_COSTS = (60, 30)
MOST_LETTERS = 400
"""A line's worth in the main stretch is its letters, up to these, less the cost."""

_APART = 1 << 40
"""More than any page's lines are worth: what keeps a running minimum from looking into the page before."""
_TRUE = np.ones(1, bool)


class Rows(NamedTuple):
    """Rows of several pages' records. page: int64 (n,), whose; the other columns as in `Record`."""

    hashes: Hashes
    page: Integers
    flags: Bytes
    slots: Bytes


class Stretches(NamedTuple):
    """Each page's main stretch. starts, ends: int64 (p,), its first line and one past its last, counted in the page."""

    starts: Integers
    ends: Integers


def main_stretches(letters: Integers, bounds: Integers) -> Stretches:
    """The lines of each page where long lines are densest: with most letters over a cost a line.

    The cost is lower where the page has no such stretch, but one standing line: verse, short paragraphs, lists.
    letters: int64 (n,), of all pages' lines. bounds: int64 (p + 1,), where among them each page's first stands.
    """
    worth = np.minimum(letters, MOST_LETTERS)
    found = _densest(worth - LINE_COSTS[0], bounds)
    short = found.ends - found.starts < 2
    if short.any():
        lower = _densest(worth - LINE_COSTS[1], bounds)
        return Stretches(np.where(short, lower.starts, found.starts), np.where(short, lower.ends, found.ends))
    return found


def _densest(worth: Integers, bounds: Integers) -> Stretches:
    """The stretch of each page with the greatest sum, the first of equals."""
    pages = np.arange(len(bounds) - 1)
    sizes = np.diff(bounds) + 1
    page = pages.repeat(sizes)
    zeros = bounds[:-1] + pages  # the sums begin with a 0 in front of each page's first line
    sums = np.zeros(len(page), np.int64)
    inner = np.ones(len(page), bool)
    inner[zeros] = False
    sums[inner] = worth
    sums = sums.cumsum()
    sums -= sums[zeros].repeat(sizes)
    apart = page * _APART
    lowest = np.minimum.accumulate(sums - apart) + apart
    gain = sums - lowest
    ends = _first_of_page((gain == np.maximum.reduceat(gain, zeros).repeat(sizes)), page)
    starts = _first_of_page(sums == lowest[ends].repeat(sizes), page)
    return Stretches(starts - zeros, ends - zeros)


def _first_of_page(there: NDArray[np.bool_], page: Integers) -> Integers:
    """Where each page has it first; every page has it."""
    places: Integers = there.nonzero()[0]
    pages = page[places]
    firsts: Integers = places[np.concatenate((_TRUE, pages[1:] != pages[:-1]))]
    return firsts


def make_records(
    lines: Lines,
    bounds: Integers,
    headlines: Sequence[Hashes] | None = None,
    slots: Hashes | None = None,
    stretches: Stretches | None = None,
) -> Iterator[Record]:
    """The record of each page. lines: of all pages; bounds: int64 (p + 1,), where each page's first stands.
    headlines: uint64 (h,) a page, sorted, unique. slots: uint64 (n,), a slot a line, 0 for lines of text.
    stretches: the pages' `main_stretches`, where they are known already."""
    if int(np.diff(bounds).max(initial=0)) > MOST_LINES:
        lines, bounds, slots = _cut(lines, bounds, slots)
        stretches = None
    article, of_page = _articles(lines, bounds, stretches or main_stretches(lines.letters, bounds))
    slots = slots if slots is not None and slots.any() else None
    ordered, slots = _sorted(lines.hashes, bounds, slots)
    before = np.concatenate((ordered[:1], ordered[:-1]))
    before[bounds[:-1][bounds[:-1] < len(before)]] = 0
    first = ordered != before  # a line without letters, 0, says nothing
    texts = ordered[first]
    rows = np.concatenate((ZERO, first.cumsum()))[bounds]
    page = np.arange(len(bounds) - 1).repeat(np.diff(rows))
    flags = np.full(len(texts), TEXT, np.uint8)
    flags[_places(texts, rows.tolist(), article, of_page)[0]] |= BODY
    found = Rows(texts, page, flags, np.full(len(texts), NO_SLOT, np.uint8))
    more = [_flag_headlines(texts, flags, rows.tolist(), headlines or [])]
    if slots is not None:
        more.append(_number_slots(found, slots[first]))
    if any(len(rows.hashes) for rows in more):
        found = _joined([found, *more])
        rows = found.page.searchsorted(np.arange(len(bounds)))
    for a, b in pairwise(rows.tolist()):
        yield Record(found.hashes[a:b], found.flags[a:b], found.slots[a:b])


def _places(texts: Hashes, rows: list[int], wanted: Hashes, of_page: list[int]) -> tuple[Integers, NDArray[np.bool_]]:
    """Where among the texts of its page each wanted hash stands, or would, and whether it does."""
    pages = zip(pairwise(rows), pairwise(of_page), strict=True)
    found = [texts[a:b].searchsorted(wanted[x:y]) + a for (a, b), (x, y) in pages]
    places: Integers = np.concatenate((ZERO[:0], *found))
    ends = np.array(rows[1:], np.int64).repeat(np.diff(of_page))
    there = places < ends
    there[there] = texts[places[there]] == wanted[there]
    return places, there


def _flag_headlines(texts: Hashes, flags: Bytes, rows: list[int], headlines: Sequence[Hashes]) -> Rows:
    """Flag the texts that are headlines; the rows of the headlines that are no text of their page."""
    cuts = np.cumsum([0, *map(len, headlines)])
    every = np.concatenate([NONE, *headlines])
    missing = ZERO[:0]
    if len(every):
        places, there = _places(texts, rows, every, cuts.tolist())
        flags[places[there]] |= HEADLINE
        missing = (~there).nonzero()[0]
    return _rows(every[missing], cuts.searchsorted(missing, side="right") - 1, HEADLINE)


def _rows(hashes: Hashes, page: Integers, flag: int) -> Rows:
    return Rows(hashes, page, np.full(len(hashes), flag, np.uint8), np.full(len(hashes), NO_SLOT, np.uint8))


def _number_slots(texts: Rows, slots: Hashes) -> Rows:
    """Write to each text the number of its slot among its page's; the rows of the slots themselves."""
    placed = slots.nonzero()[0]
    placed = placed[_by_page(slots[placed], texts.page[placed])]
    values, page = slots[placed], texts.page[placed]
    first = _firsts(values, page)
    number = first.cumsum() - 1
    of_slot = page[first]
    number_on_page = np.arange(len(of_slot)) - of_slot.searchsorted(of_slot)
    kept = number_on_page < MOST_SLOTS
    texts.slots[placed] = np.where(kept, number_on_page, NO_SLOT)[number]
    return _rows(values[first][kept], of_slot[kept], SLOT)


def _joined(parts: Sequence[Rows]) -> Rows:
    """The rows of each page in order; a hash that stands in several parts is one row."""
    hashes, page, flags, slots = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = _by_page(hashes, page)
    hashes, page = hashes[order], page[order]
    first = _firsts(hashes, page).nonzero()[0]
    flags = np.bitwise_or.reduceat(flags[order], first)
    return Rows(hashes[first], page[first], flags, np.minimum.reduceat(slots[order], first))


def _by_page(values: Hashes, page: Integers) -> Integers:
    """The order by page, then by value. Equal values stand in any order."""
    order = values.argsort()
    of_page = page[order].astype(np.uint16)  # a narrow type is sorted by its digits
    by_page: Integers = order[of_page.argsort(kind="stable")]
    return by_page


def _firsts(values: Hashes, page: Integers) -> NDArray[np.bool_]:
    """Which of the ordered values is the first of its page's equal ones."""
    return np.concatenate((_TRUE[: len(values)], (values[1:] != values[:-1]) | (page[1:] != page[:-1])))


def _sorted(hashes: Hashes, bounds: Integers, slots: Hashes | None) -> tuple[Hashes, Hashes | None]:
    """The hashes of each page in order, and its slots in theirs; of equal hashes the first on the page comes first."""
    if slots is None:
        ordered = hashes.copy()
        for a, b in pairwise(bounds.tolist()):
            ordered[a:b].sort()
        return ordered, None
    order = np.concatenate([hashes[a:b].argsort(kind="stable") + a for a, b in pairwise(bounds.tolist())])
    return hashes[order], slots[order]


def _cut(lines: Lines, bounds: Integers, slots: Hashes | None) -> tuple[Lines, Integers, Hashes | None]:
    """The same without what stands in the middle of a page of more than `MOST_LINES` lines."""
    sizes = np.diff(bounds)
    place = np.arange(bounds[-1]) - bounds[:-1].repeat(sizes)
    kept = (place < MOST_LINES // 2) | (place >= (sizes - MOST_LINES // 2).repeat(sizes))
    kept |= (sizes <= MOST_LINES).repeat(sizes)
    if slots is not None:
        slots = slots[kept]
    return Lines(lines.hashes[kept], lines.letters[kept]), np.concatenate((ZERO, kept.cumsum()))[bounds], slots


def _articles(lines: Lines, bounds: Integers, stretches: Stretches) -> tuple[Hashes, list[int]]:
    """The longest of each main stretch's first long lines: what stands for the article where copies are looked for.

    Measured on pages of one site and on the same articles set into other pages' surroundings: the longest lines of a
    whole page mix consent texts in, the longest of the stretch a list of blurbs behind a short article.

    Returns uint64, all pages' hashes, and where each page's first stands among them.
    """
    sizes = np.diff(bounds)
    page = np.arange(len(sizes)).repeat(sizes)
    place = np.arange(len(page)) - bounds[page]
    ends = np.where(stretches.starts == stretches.ends, sizes, stretches.ends)
    starts = np.where(stretches.starts == stretches.ends, 0, stretches.starts)
    inside = (place >= starts[page]) & (place < ends[page])
    long = inside & (lines.letters >= LONG)
    rank = np.concatenate((ZERO, long.cumsum()))
    few = rank[bounds[1:]] - rank[bounds[:-1]] < FEWEST
    long &= rank[1:] - rank[bounds[:-1]][page] <= 2 * ARTICLE_LINES
    if few.any():
        long = np.where(few[page], inside & (lines.letters > 0), long)
    chosen = long.nonzero()[0]
    page = page[chosen]
    # the hash decides between lines of one length
    order = np.lexsort((lines.hashes[chosen], -lines.letters[chosen], page))
    rank = np.arange(len(chosen)) - page.searchsorted(page)
    most = np.where(few, FEWEST, ARTICLE_LINES)
    kept = rank < most[page]
    of_page = page[kept].searchsorted(np.arange(len(sizes) + 1)).tolist()
    return lines.hashes[chosen[order[kept]]], of_page
