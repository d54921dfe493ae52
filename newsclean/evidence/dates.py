"""Dates: years, clock times and month names, and how a block's date stands to the article's own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.view import Column, View, shared

CLOCK = ":.hH"
SLASHES = "./-"
HAN_UNITS = "年月日년월일"
YEAR_DIGITS = 4
PLACE_VALUES = np.array([[10 ** (size - 1 - place) if place < size else 0 for place in range(4)] for size in range(5)])
"""int64 (5, 4): what each of a number's first four digits is worth, by how many of them it has."""
INDIAN = (0x0966, 0x0DF0)
"""From Devanagari to Sinhala digits begin at 6 of a row of sixteen; those of all other scripts at 0."""


def one_of(codes: NDArray[np.uint32], signs: str) -> NDArray[np.bool_]:
    """bool: is a code point one of a few signs. Each is compared by itself: that is quicker than looking for all."""
    found = codes == ord(signs[0])
    for sign in signs[1:]:
        found |= codes == ord(sign)
    return found


def digit_values(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """uint32: what digits are worth, in any script; of other characters some number below sixteen."""
    low, high = INDIAN
    value: NDArray[np.uint32] = codes & np.uint32(15)
    value[(codes >= low) & (codes < high)] -= np.uint32(6)
    return value


class Runs:
    """The runs of digits of a page: where they start, how long they are, what number they are (up to four digits)."""

    def __init__(self, view: View) -> None:
        digit = view.classes == Class.DIGIT
        at = np.flatnonzero(digit)
        opens = np.ones(len(at) + 1, np.bool_)
        np.greater(at[1:], at[:-1] + 1, out=opens[1:-1])
        self.start = at[opens[:-1]]
        self.stop = at[opens[1:]] + 1
        self.size = self.stop - self.start
        self.block = view.block_of.take(self.start)
        self.after = view.codes.take(self.stop) if len(at) else view.codes[:0]  # a digit is never the last character
        places = self.start + np.arange(YEAR_DIGITS)[:, None]
        first = view.codes.take(places, mode="clip") if len(at) else view.codes[:0]
        self.value: NDArray[np.int32] = (
            (digit_values(first) * PLACE_VALUES[np.minimum(self.size, YEAR_DIGITS)].T).sum(0).astype(np.int32)
        )


@shared
def runs(view: View) -> Runs:
    """The digit runs of the page."""
    return Runs(view)


def _flag(view: View, block: NDArray[np.int32]) -> Column:
    return np.minimum(np.bincount(block, minlength=view.n), 9).astype(np.float32)


def numbers(view: View) -> Column:
    """Numbers in the block."""
    return _flag(view, runs(view).block)


@shared
def year(view: View) -> Column:
    """Years (1900 to 2100) in the block."""
    made = runs(view)
    return _flag(view, made.block[(made.size == 4) & (made.value >= 1900) & (made.value <= 2100)])


@shared
def clock(view: View) -> Column:
    """Clock times: one or two digits, a colon (or . or h), two digits."""
    made = runs(view)
    if len(made.start) < 2:
        return np.zeros(view.n, np.float32)
    near = (made.start[1:] == made.stop[:-1] + 1) & one_of(made.after[:-1], CLOCK)
    hour = (made.size[:-1] <= 2) & (made.value[:-1] < 24) & (made.size[1:] == 2) & (made.value[1:] < 60)
    return _flag(view, made.block[:-1][near & hour])


@shared
def numeric_date(view: View) -> Column:
    """Dates in figures: 12.05.2024, 2024-05-12, 12/5, 5月12日."""
    made = runs(view)
    if len(made.start) < 2:
        return np.zeros(view.n, np.float32)
    near = (made.start[1:] == made.stop[:-1] + 1) & one_of(made.after[:-1], SLASHES)
    day = (made.value[:-1] > 0) & (made.value[1:] > 0) & ((made.value[:-1] <= 31) | (made.value[1:] <= 31))
    figures = made.block[:-1][near & day & (made.size[:-1] != 3) & (made.size[1:] != 3)]
    return _flag(view, np.concatenate((figures, made.block[one_of(made.after, HAN_UNITS)])))


@shared
def month(view: View) -> Column:
    """Month names in the block."""
    return _flag(view, view.tokens.block[view.tokens.month])


@shared
def date_share(view: View) -> Column:
    """Characters of figures and month names over all of the block: 1 where the block is nothing but a date."""
    tokens = view.tokens
    months = np.flatnonzero(tokens.month)
    part = view.counts[Class.DIGIT] + np.bincount(tokens.block[months], tokens.size[months], view.n)
    return view.share(part.astype(np.float32))


def starts_with_date(view: View) -> Column:
    """A figure or a month among the block's first three words."""
    tokens = view.tokens
    dated = np.flatnonzero(tokens.month | (tokens.first == Class.DIGIT))
    block = tokens.block[dated]
    head = tokens.start[dated] - view.starts[block] < 12
    return np.minimum(np.bincount(block[head], minlength=view.n), 3).astype(np.float32)


def last_year(view: View) -> NDArray[np.int32]:
    """int32 (n,): the latest year the block names, 0 for none."""
    made = runs(view)
    column = np.zeros(view.n, np.int32)
    named = (made.size == 4) & (made.value >= 1990) & (made.value <= 2100)
    np.maximum.at(column, made.block[named], made.value[named])
    return column


def younger(view: View) -> Column:
    """Years by which the block's date is younger than the first date line of the page, -5 to 5; -9 where it has none.

    A teaser list crawled later carries dates that the article could not know.
    """
    years = last_year(view)
    lines = np.flatnonzero((years > 0) & (view.words <= 14))
    column = np.full(view.n, -9, np.float32)
    if len(lines):
        dated = years > 0
        column[dated] = np.clip(years[dated] - years[lines[0]], -5, 5)
    return column


@shared
def dated(view: View) -> NDArray[np.bool_]:
    """bool (n,): the block names a year, a date in figures, a month or a clock time."""
    return (year(view) + numeric_date(view) + month(view) + clock(view)) > 0


@shared
def days(view: View) -> NDArray[np.bool_]:
    """bool (n,): the blocks that say a day: a month and a year (of any calendar, whatever its digits), or figures."""
    made = runs(view)
    years = np.bincount(made.block[made.size == YEAR_DIGITS], minlength=view.n)
    return ((years > 0) & (month(view) > 0)) | (numeric_date(view) > 0)


def dates_around(view: View) -> Column:
    """Share of short dated blocks among the thirteen around: lists of teasers have many."""
    return (view.around((view.words <= 14) & dated(view), 6) / view.blocks_around(6)).astype(np.float32)


DATES = (numbers, year, clock, numeric_date, month, date_share, starts_with_date, younger, dates_around)
