"""From lines to what site memory keeps of a page, for many pages at once: numpy's calls cost more than their work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.site_lines import Integers, Lines
from newsclean.site_polynomial import Hashes
from newsclean.site_store import BODY, HEADLINE, NO_SLOT, SLOT, TEXT, Bytes, Record

MOST_LINES = 2000
"""Lines kept of a page: half from its top, half from its end."""
MOST_SLOTS = 254
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
_ZERO = np.zeros(1, np.int64)


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
    slots: Sequence[Hashes | None] | None = None,
    stretches: Stretches | None = None,
) -> Iterator[Record]:
    """The record of each page. lines: of all pages; bounds: int64 (p + 1,), where each page's first stands.
    headlines: uint64 (h,) a page, sorted, unique. slots: uint64, a slot a line, or None for a page of text.
    stretches: the pages' `main_stretches`, where they are known already."""
    if int(np.diff(bounds).max(initial=0)) > MOST_LINES:
        lines, bounds, slots = _cut(lines, bounds, slots)
        stretches = None
    article, of_page = _articles(lines, bounds, stretches or main_stretches(lines.letters, bounds))
    slots = slots or [None] * (len(bounds) - 1)
    ordered, slots = _sorted(lines.hashes, bounds, slots)
    before = np.concatenate((ordered[:1], ordered[:-1]))
    before[bounds[:-1][bounds[:-1] < len(before)]] = 0
    first = ordered != before  # a line without letters, 0, says nothing
    texts = ordered[first]
    rows = np.concatenate((_ZERO, first.cumsum()))[bounds].tolist()
    flags, no_slots = np.full(len(texts), TEXT, np.uint8), np.full(len(texts), NO_SLOT, np.uint8)
    flags[_places(texts, rows, article, of_page)[0]] |= BODY
    apart = _flag_headlines(texts, flags, rows, headlines or [])
    for number, (a, b) in enumerate(pairwise(rows)):
        record = Record(texts[a:b], flags[a:b], no_slots[a:b])
        if number in apart:
            record = _joined(record, apart[number], HEADLINE)
        if (own := slots[number]) is not None:
            record = _with_slots(record, texts[a:b], own[first[bounds[number] : bounds[number + 1]]])
        yield record


def _places(texts: Hashes, rows: list[int], wanted: Hashes, of_page: list[int]) -> tuple[Integers, NDArray[np.bool_]]:
    """Where among the texts of its page each wanted hash stands, or would, and whether it does."""
    pages = zip(pairwise(rows), pairwise(of_page), strict=True)
    found = [texts[a:b].searchsorted(wanted[x:y]) + a for (a, b), (x, y) in pages]
    places: Integers = np.concatenate((_ZERO[:0], *found))
    ends = np.array(rows[1:], np.int64).repeat(np.diff(of_page))
    there = places < ends
    there[there] = texts[places[there]] == wanted[there]
    return places, there


def _flag_headlines(texts: Hashes, flags: Bytes, rows: list[int], headlines: Sequence[Hashes]) -> dict[int, Hashes]:
    """Flag the texts that are headlines; by page, those headlines that are no text of it."""
    if not headlines:
        return {}
    cuts = np.cumsum([0, *map(len, headlines)])
    every = np.concatenate(headlines)
    places, there = _places(texts, rows, every, cuts.tolist())
    flags[places[there]] |= HEADLINE
    missing = (~there).nonzero()[0]
    pages = cuts.searchsorted(missing, side="right") - 1
    return {page: every[missing[pages == page]] for page in set(pages.tolist())}


def _sorted(hashes: Hashes, bounds: Integers, slots: Sequence[Hashes | None]) -> tuple[Hashes, Sequence[Hashes | None]]:
    """The hashes of each page in order, and its slots in theirs; of equal hashes the first on the page comes first."""
    ordered = hashes.copy()
    ordered_slots: list[Hashes | None] = []
    for (a, b), own in zip(pairwise(bounds.tolist()), slots, strict=True):
        if own is None:
            ordered[a:b].sort()
            ordered_slots.append(None)
        else:
            order = hashes[a:b].argsort(kind="stable")
            ordered[a:b] = hashes[a:b][order]
            ordered_slots.append(own[order])
    return ordered, ordered_slots


def _cut(
    lines: Lines, bounds: Integers, slots: Sequence[Hashes | None] | None
) -> tuple[Lines, Integers, Sequence[Hashes | None] | None]:
    """The same without what stands in the middle of a page of more than `MOST_LINES` lines."""
    sizes = np.diff(bounds)
    place = np.arange(bounds[-1]) - bounds[:-1].repeat(sizes)
    kept = (place < MOST_LINES // 2) | (place >= (sizes - MOST_LINES // 2).repeat(sizes))
    kept |= (sizes <= MOST_LINES).repeat(sizes)
    if slots is not None:
        pages = zip(slots, bounds[:-1], bounds[1:], strict=True)
        slots = [None if own is None else own[kept[a:b]] for own, a, b in pages]
    return Lines(lines.hashes[kept], lines.letters[kept]), np.concatenate((_ZERO, kept.cumsum()))[bounds], slots


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
    rank = np.concatenate((_ZERO, long.cumsum()))
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


def _with_slots(record: Record, texts: Hashes, slots: Hashes) -> Record:
    known = np.unique(slots)[:MOST_SLOTS]
    place = known.searchsorted(slots)
    inside = place < len(known)
    inside[inside] = known[place[inside]] == slots[inside]
    record.slots[record.hashes.searchsorted(texts)] = np.where(inside, place, NO_SLOT).astype(np.uint8)
    return _joined(record, known, SLOT)


def _joined(record: Record, hashes: Hashes, flag: int) -> Record:
    """The record with rows for more hashes, which are unique; a hash that both have is one row."""
    everything = np.concatenate((record.hashes, hashes))
    order = everything.argsort(kind="stable")
    merged = everything[order]
    first = np.concatenate((_TRUE, merged[1:] != merged[:-1])).nonzero()[0]
    flags = np.concatenate((record.flags, np.full(len(hashes), flag, np.uint8)))[order]
    slots = np.concatenate((record.slots, np.full(len(hashes), NO_SLOT, np.uint8)))[order]
    return Record(merged[first], np.bitwise_or.reduceat(flags, first), slots[first])
