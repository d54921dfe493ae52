"""Chains of runs: which token of the gold each token of a page is, -1 for none.

Runs of tokens that page and gold share are found first, then the best chain of them that goes forward in both. A run
may go on over block borders: a sentence cut into fragments is one run, and a copy of one paragraph elsewhere is a run
of its own that does not fit the chain. Small gaps in the chain are filled in two ways only: edits inside a block that
the chain enters, and short blocks that are a whole paragraph of the gold in that gap. Gold that the page prints in
another order is taken last, where it is long and stands nowhere in the chain.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import numpy as np

from newsclean.lab.measure import RUN, Integers
from newsclean.lab.target import Target

START_COST = 2.0
"""Tokens that a new run must win before it is worth leaving the old one: isolated matches should not count."""
MOST_PAIRS = 200_000
"""Above so many places where page and gold share a run (tables of zeros), only rarer ones are looked at."""
MOST_RUNS = 1500
"""So many runs are chained at most, the longest."""
LOOSE = 8
"""Tokens that a run outside the chain must have to count."""
PIECE = 0.6
"""A short block and a gold paragraph are the same from this share of the longer one on."""


class Run(NamedTuple):
    """Tokens that page and gold share: first token in the page, first in the gold, length."""

    page: int
    gold: int
    length: int


def matches(target: Target, numbers: Integers, ends: Integers) -> Integers:
    """The gold token that each page token is, -1 for none.

    numbers: int64 (tokens of the page,), from `Target.number`. ends: int64 (blocks,), the token behind each block.
    """
    place = np.full(len(numbers), -1, dtype=np.int64)
    runs = _runs(target, numbers) if min(len(numbers), len(target.numbers)) >= RUN else []
    for run in _chain(runs):
        place[run.page : run.page + run.length] = np.arange(run.gold, run.gold + run.length)
    _fill(target, numbers, ends, place)
    _loose(runs, place, len(target.numbers))
    return place


def _runs(target: Target, numbers: Integers) -> list[Run]:
    """All longest runs of four tokens or more that page and gold share, in page order."""
    keys, places = target.order
    wanted = target.keys(numbers)
    first = np.searchsorted(keys, wanted, "left")
    often = np.where(wanted >= 0, np.searchsorted(keys, wanted, "right") - first, 0)
    if often.sum() > MOST_PAIRS:
        often = np.where(often <= 2, often, 0)
    page = np.repeat(np.arange(len(wanted)), often)
    within = np.arange(len(page)) - np.repeat(np.cumsum(often) - often, often)
    gold = places[np.repeat(first, often) + within]
    order = np.lexsort((page, page - gold))
    page, gold = page[order], gold[order]
    new = np.flatnonzero(np.diff(page - gold, prepend=np.inf).astype(bool) | (np.diff(page, prepend=-9) != 1))
    lengths = np.diff(new, append=len(page)) + RUN - 1
    if len(new) > MOST_RUNS:
        longest = np.sort(np.argsort(-lengths, kind="stable")[:MOST_RUNS])
        new, lengths = new[longest], lengths[longest]
    return sorted(map(Run._make, zip(page[new].tolist(), gold[new].tolist(), lengths.tolist(), strict=True)))


def _chain(runs: Sequence[Run]) -> list[Run]:
    """The chain of runs, forward in page and gold, that matches most tokens; overlaps are cut off the later run."""
    if not runs:
        return []
    page, gold, length = np.array(runs, dtype=np.int64).T
    page_end, gold_end = page + length, gold + length
    best = length - START_COST
    previous = np.full(len(runs), -1)
    for i in range(1, len(runs)):
        overlap = np.maximum(np.maximum(page_end[:i] - page[i], gold_end[:i] - gold[i]), 0)
        gain = best[:i] + (length[i] - overlap - START_COST)
        gain[(gold[:i] >= gold[i]) | (page[:i] >= page[i]) | (overlap >= length[i])] = -np.inf
        at = int(len(gain) - 1 - np.argmax(gain[::-1]))  # of equal ones the nearest
        if gain[at] > best[i]:
            best[i], previous[i] = gain[at], at
    chain, at = [], int(np.argmax(best))
    while at >= 0:
        chain.append(runs[at])
        at = int(previous[at])
    return _cut(chain[::-1])


def _cut(chain: Sequence[Run]) -> list[Run]:
    out: list[Run] = []
    for run in chain:
        overlap = 0
        if out:
            last = out[-1]
            overlap = max(last.page + last.length - run.page, last.gold + last.length - run.gold, 0)
        out.append(Run(run.page + overlap, run.gold + overlap, run.length - overlap))
    return out


def _fill(target: Target, numbers: Integers, ends: Integers, place: Integers) -> None:
    """Match what lies in the chain's gaps: edits inside blocks, and short blocks that are whole paragraphs."""
    matched = np.flatnonzero(place >= 0)
    bounds = np.concatenate(([-1], matched, [len(place)]))
    golds = np.concatenate(([-1], place[matched], [len(target.numbers)]))
    for gap in np.flatnonzero((np.diff(bounds) > 1) & (np.diff(golds) > 1)).tolist():
        start, end = int(bounds[gap]) + 1, int(bounds[gap + 1])
        low, high = int(golds[gap]) + 1, int(golds[gap + 1])
        first = int(np.searchsorted(ends, start, "right"))  # the blocks of the gap's first and last token
        last = int(np.searchsorted(ends, end - 1, "right"))
        left = min(int(ends[first]), end) if start > 0 and ends[first] - start and _inside(ends, start) else start
        right = max(int(ends[last - 1]), left) if last and end < len(place) and _inside(ends, end) else end
        if left >= right:
            _edits(target, numbers, place, (start, end), (low, high))
            continue
        low = _edits(target, numbers, place, (start, left), (low, min(high, low + 2 * (left - start))))
        floor = max(low, high - 2 * (end - right))
        _edits(target, numbers, place, (right, end), (floor, high))
        _short_blocks(target, numbers, ends, place, (left, right), (low, high))


def _loose(runs: Sequence[Run], place: Integers, size: int) -> None:
    """Match gold that stands nowhere in the chain, longest runs first: the page prints it in another order."""
    free = np.ones(size, dtype=bool)
    free[place[place >= 0]] = False
    for run in sorted(runs, key=lambda run: -run.length):
        if run.length < LOOSE:
            break
        page, gold = slice(run.page, run.page + run.length), slice(run.gold, run.gold + run.length)
        open_both = np.flatnonzero(free[gold] & (place[page] < 0))
        if len(open_both) >= max(LOOSE, 0.8 * run.length):
            place[run.page + open_both] = run.gold + open_both
            free[run.gold + open_both] = False


def _inside(ends: Integers, at: int) -> bool:
    """Whether a token and the one before it stand in the same block."""
    border = int(np.searchsorted(ends, at, "left"))
    return border == len(ends) or int(ends[border]) != at


def _edits(target: Target, numbers: Integers, place: Integers, page: tuple[int, int], gold: tuple[int, int]) -> int:
    """Match tokens inside a block that the chain enters; gives the first gold token behind the matched ones."""
    (start, end), (low, high) = page, gold
    if start >= end or low >= high:
        return low
    matcher = SequenceMatcher(None, numbers[start:end].tolist(), target.numbers[low:high].tolist(), autojunk=False)
    behind = low
    for match in matcher.get_matching_blocks():
        if match.size:
            place[start + match.a : start + match.a + match.size] = low + match.b + np.arange(match.size)
            behind = low + match.b + match.size
    return behind


def _short_blocks(
    target: Target, numbers: Integers, ends: Integers, place: Integers, page: tuple[int, int], gold: tuple[int, int]
) -> None:
    """Match the gap's whole blocks with the gap's whole paragraphs, the nearest to what follows first."""
    borders = [page[0], *ends[(ends > page[0]) & (ends <= page[1])].tolist()]
    blocks = [(a, b) for a, b in itertools.pairwise(borders) if b > a]
    wanted = target.paragraphs_within(*gold)
    forward = page[1] == len(place)  # behind the last match, the nearest block is the first one
    if not forward:
        blocks, wanted = blocks[::-1], wanted[::-1]
    at = 0
    for low, high in wanted:
        paragraph = target.numbers[low:high].tolist()
        for index in range(at, len(blocks)):
            start, end = blocks[index]
            shift = _same(numbers[start:end].tolist(), paragraph)
            if shift is not None:
                offset, begin, size = shift
                place[start + offset : start + offset + size] = low + begin + np.arange(size)
                at = index + 1
                break


def _same(block: list[int], paragraph: list[int]) -> tuple[int, int, int] | None:
    """Where a block and a paragraph are the same, or one holds the other nearly whole: offsets and length."""
    if block == paragraph:
        return 0, 0, len(block)
    short, long = sorted((block, paragraph), key=len)
    if len(short) == len(long) or len(short) < PIECE * len(long):
        return None
    for offset in range(len(long) - len(short) + 1):
        if long[offset : offset + len(short)] == short:
            return (offset, 0, len(short)) if long is block else (0, offset, len(short))
    return None
