"""Repetition: the same words again, and the same pattern of shapes again and again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import dated
from newsclean.evidence.hashing import MIX, first_copies
from newsclean.evidence.tokens import hash_characters
from newsclean.evidence.view import Column, View, shared

SECOND, THIRD = np.array([3, 5], np.uint64) * MIX
PERIODS = range(1, 8)
REACH = 12


@shared
def block_hashes(view: View) -> NDArray[np.uint64]:
    """uint64 (n,): a hash of each block's words in order; 0 for a block without words."""
    tokens = view.tokens
    made = np.zeros(view.n, np.uint64)
    first, block = view.first_words
    if len(first):
        mixed = (np.arange(len(tokens.hash)) - np.repeat(first, view.word_count[block])).astype(np.uint64)
        mixed *= MIX
        mixed += np.uint64(1)
        mixed *= _within(view)
        made[block] = np.add.reduceat(mixed, first)
    return made


def _within(view: View) -> NDArray[np.uint64]:
    """uint64: the words' hashes. Those of characters of scripts without blanks are pairs with what stands behind; a
    block's last one stands for itself, lest equal blocks differ by what follows them.
    """
    tokens = view.tokens
    first, block = view.first_words
    last = first + view.word_count[block] - 1
    lone = last[tokens.first[last] == Class.UNSPACED]
    if not len(lone):
        return tokens.hash
    hashes = tokens.hash.copy()
    hashes[lone] = hash_characters(view.small[tokens.start[lone]])
    return hashes


def printed_again(view: View) -> NDArray[np.bool_]:
    """bool (n,): the blocks of which the page has another of the same words, as of captions and other titles."""
    _, number, count = np.unique(block_hashes(view), return_inverse=True, return_counts=True)
    again: NDArray[np.bool_] = count[number] > 1
    return again


@shared
def copies(view: View) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """The first block with the same text, and how many have it, for every block."""
    first = first_copies(block_hashes(view))
    return first, np.bincount(first, minlength=view.n)[first]


@shared
def repeats(view: View) -> Column:
    """How often the block's words stand on the page."""
    _, count = copies(view)
    return np.where(block_hashes(view) == 0, 0, np.minimum(count, 9)).astype(np.float32)


def repeat_of_earlier(view: View) -> Column:
    """The block's words stood on the page before."""
    first, _ = copies(view)
    return ((first < np.arange(view.n)) & (block_hashes(view) != 0)).astype(np.float32)


def repeat_distance(view: View) -> Column:
    """Blocks to the next copy of the block, in logarithm; 9 where there is none."""
    number, _ = copies(view)
    at = np.argsort(number, kind="stable")
    gap = np.where(np.diff(number[at]) == 0, np.diff(at), 10**6)
    nearest = np.full(view.n, 10**6)
    if view.n > 1:
        np.minimum.at(nearest, at[1:], gap)
        np.minimum.at(nearest, at[:-1], gap)
    return np.where((nearest >= 10**6) | (block_hashes(view) == 0), 9, np.log1p(nearest)).astype(np.float32)


def triples(view: View) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Runs of three words inside blocks: their hashes and blocks."""
    tokens = view.tokens
    if len(tokens.hash) < 3:
        return np.zeros(0, np.uint64), np.zeros(0, np.int32)
    whole = tokens.block[2:] == tokens.block[:-2]
    triple = tokens.hash[:-2] + tokens.hash[1:-1] * SECOND + tokens.hash[2:] * THIRD
    return triple.compress(whole), tokens.block[:-2].compress(whole)


@shared
def _triple_counts(view: View) -> tuple[Column, Column, Column]:
    """Shares of a block's three-word runs that stand in another block, in an earlier one, in a later one."""
    triple, block = triples(view)
    number = first_copies(triple)
    last = np.empty(len(number), np.int32)
    last[number] = block  # blocks rise, and of several writes to one place the last one stays
    total = np.maximum(np.bincount(block, minlength=view.n), 1)
    earlier, later = block.take(number) < block, last.take(number) > block
    anywhere, before, behind = (
        np.bincount(block.compress(part), minlength=view.n) / total for part in (earlier | later, earlier, later)
    )
    return anywhere.astype(np.float32), before.astype(np.float32), behind.astype(np.float32)


def said_elsewhere(view: View) -> Column:
    """Share of the block's three-word runs that stand in another block too."""
    return _triple_counts(view)[0]


def said_before(view: View) -> Column:
    """Share of the block's three-word runs that stand in an earlier block."""
    return _triple_counts(view)[1]


def said_later(view: View) -> Column:
    """Share of the block's three-word runs that stand in a later block."""
    return _triple_counts(view)[2]


def same_opening(view: View) -> Column:
    """Blocks that begin with the same two words, in logarithm: "Read more …" again and again."""
    tokens = view.tokens
    if not len(tokens.hash):
        return np.zeros(view.n, np.float32)
    first, block = view.first_words
    second = np.minimum(first + 1, len(tokens.hash) - 1)
    follow = tokens.hash[second] * (tokens.block[second] == block)
    opening = tokens.hash[first] + follow * MIX
    number = first_copies(opening)
    column = np.zeros(view.n, np.float32)
    column[block] = np.log1p(np.bincount(number)[number] - 1)
    return column


def graded(column: Column, borders: tuple[int, ...]) -> NDArray[np.intp]:
    """intp (n,): how many of the borders, which rise, a column reaches."""
    return np.searchsorted(np.array(borders, np.float32), column, side="right")


@shared
def shapes(view: View) -> NDArray[np.int64]:
    """int64 (n,): a coarse shape of each block: size, sentence end, date, first character, blanks before."""
    size = graded(view.words, (2, 5, 12, 25, 60))
    figure = view.firsts == Class.DIGIT
    gap = np.minimum(view.doc.blanks, 3)
    code: NDArray[np.int64] = (((size * 2 + (view.sentence_end > 0)) * 2 + dated(view)) * 2 + figure) * 4 + gap
    return code


def pattern(view: View) -> Column:
    """How well the blocks around repeat a pattern of shapes, one to seven blocks long; 0 to 1."""
    return _patterns(view)[0]


def pattern_period(view: View) -> Column:
    """The length of the pattern that repeats best around the block."""
    return _patterns(view)[1]


@shared
def _patterns(view: View) -> tuple[Column, Column]:
    code, n = shapes(view), view.n
    # running sums with the edges' values repeated beyond them, so that a window is one difference
    same = np.zeros((len(PERIODS), n + 2 * REACH + 1), np.int8)
    for row, period in zip(same[:, REACH + 1 : REACH + 1 + n], PERIODS, strict=True):
        if n > period:
            equal = code[period:] == code[:-period]
            row[period:] = equal
            row[:-period] += equal
    total = same.cumsum(1, dtype=np.int32)
    shares = (total[:, 2 * REACH + 1 :] - total[:, :n]) / (2 * view.blocks_around(REACH))
    best, length = np.zeros(n), np.zeros(n)
    for share, period in zip(shares, PERIODS, strict=True):
        better = share > best + 0.05  # a longer pattern must repeat clearly better
        np.copyto(best, share, where=better)
        np.copyto(length, period, where=better)
    return best.astype(np.float32), length.astype(np.float32)


def headline_words(view: View) -> Column:
    """Share of the block's words that stand in the likeliest headline: repeated, short, before the text."""
    return _headline(view)[0]


def headline_distance(view: View) -> Column:
    """Blocks since the last printing of the likeliest headline, in logarithm; -1 before it, 9 for none."""
    return _headline(view)[1]


@shared
def _headline(view: View) -> tuple[Column, Column]:
    from newsclean.evidence.place import stretch

    nothing = np.zeros(view.n, np.float32), np.full(view.n, 9, np.float32)
    first, end = stretch(view)
    tokens, at = view.tokens, view.at
    hit = words_shared(view, first, end)
    likely = (view.words >= 4) & (view.words <= 30) & (at <= first) & (hit > 0)
    if not likely.any():
        return nothing
    value = hit + 0.3 * np.minimum(repeats(view), 3) + 0.02 * at / view.n
    best = int(np.where(likely, value, -1).argmax())
    text = block_hashes(view)
    number, size = view.word_numbers
    known = np.zeros(size, np.bool_)
    known[number[tokens.block == best]] = True
    last = np.maximum.accumulate(np.where(text == text[best], at, -1))
    found = np.bincount(tokens.block.compress(known.take(number)), minlength=view.n) / np.maximum(view.word_count, 1)
    return found.astype(np.float32), np.where(last < 0, -1, np.log1p(at - last)).astype(np.float32)


def words_shared(view: View, first: int, end: int) -> Column:
    """Share of each block's telling words that the stretch from `first` to `end` uses, the block itself included."""
    tokens = view.tokens
    number, size = view.word_numbers
    known = np.zeros(size, np.bool_)
    known[number[(tokens.block >= first) & (tokens.block < end) & ~tokens.stop]] = True
    hit = view.telling & known.take(number)
    return (np.bincount(tokens.block.compress(hit), minlength=view.n) / view.telling_words).astype(np.float32)


REPETITION = (
    repeats, repeat_of_earlier, repeat_distance, said_elsewhere, said_before, said_later, same_opening, pattern,
    pattern_period, headline_words, headline_distance,
)  # fmt: skip
