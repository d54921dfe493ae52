"""The view: what all evidence of one page shares, computed once and only when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, wraps
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.agencies import unsigned_ends
from newsclean.evidence.characters import CLASSES, Class, classify, code_points, lowered
from newsclean.evidence.hashing import first_copies
from newsclean.evidence.lexicon import Lexicon
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.tokens import THAI_LIKE, Tokens, tokenise
from newsclean.reading.document import Document

Column = NDArray[np.float32]
Made = TypeVar("Made")

PART = 16_384
GOOD_WORDS = 10
"""A block of so many words that ends as a sentence does counts as good text."""
WORD_CLASSES = np.isin(
    np.arange(CLASSES), [Class.LOWER, Class.UPPER, Class.UNCASED, Class.UNSPACED, Class.MARK, Class.DIGIT]
)


def shared(make: Callable[[View], Made]) -> Callable[[View], Made]:
    """What several kinds of evidence ask of a page is made once and kept with its view."""
    key = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def kept(view: View) -> Made:
        known: Made | None = view.__dict__.get(key)
        if known is None:
            known = view.__dict__[key] = make(view)
        return known

    return kept


def median(values: NDArray[np.number]) -> float:
    """The middle of the values, of two in the middle the mean; there must be one at least. Quicker than numpy's."""
    ordered, middle = np.sort(values), len(values) // 2
    return float(ordered[middle] if len(values) % 2 else (ordered[middle - 1] + ordered[middle]) / 2)


def openings(block: NDArray[np.int32]) -> NDArray[np.intp]:
    """Where another block begins, among the blocks of many words. Blocks rise."""
    opens = np.ones(len(block), np.bool_)
    np.not_equal(block[1:], block[:-1], out=opens[1:])
    return np.flatnonzero(opens)


def shifted(
    columns: Column, source: NDArray[np.integer], steps: NDArray[np.integer], outside: float, out: Column
) -> None:
    """Columns (k, n) as seen from blocks on or before: row r of `out` is column source[r], steps[r] blocks on.

    outside: what stands beyond the page's edges.
    """
    reach, (count, n) = int(np.abs(steps).max()), columns.shape
    padded = np.full((count, n + 2 * reach), outside, np.float32)
    padded[:, reach : reach + n] = columns
    row, step = padded.strides
    # all steps of all columns at once, as overlapping windows of the same memory
    windows: Column = np.ndarray((count, 2 * reach + 1, n), np.float32, padded, strides=(row, step, step))
    for part in parts(n):
        out[:, part] = windows[:, :, part][source, steps + reach]


def parts(n: int) -> Iterator[slice]:
    """A page's blocks in parts (one, but for endless pages), so that what is worked out in between stays small."""
    return (slice(at, min(at + PART, n)) for at in range(0, n, PART))


class View:
    """A page under evidence. All columns are float32 or int arrays of one entry a block."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.n = len(doc)
        self.codes = code_points(doc.text)
        self.classes = classify(self.codes)
        self.starts: NDArray[np.int32] = doc.starts
        self.ends: NDArray[np.int32] = doc.ends

    @property
    def lexicon(self) -> Lexicon:
        return lexicon()

    @cached_property
    def chars(self) -> Column:
        """Characters a block."""
        return (self.ends - self.starts).astype(np.float32)

    @cached_property
    def at(self) -> NDArray[np.int64]:
        """int64 (n,): the blocks' numbers."""
        return np.arange(self.n)

    def around(self, column: NDArray[np.generic], reach: int) -> NDArray[np.float64]:
        """float64 (n,): the sum of a column over the blocks up to `reach` away, the block itself included."""
        # running sums with the edges' values repeated beyond them, so that a window is one difference
        n, total = self.n, np.zeros(self.n + 2 * reach + 1)
        np.cumsum(column, out=total[reach + 1 : reach + 1 + n])
        total[reach + 1 + n :] = total[reach + n]
        return total[2 * reach + 1 :] - total[:n]

    def blocks_around(self, reach: int) -> NDArray[np.int64]:
        """int64 (n,): how many blocks that are."""
        low, high = np.maximum(self.at - reach, 0), np.minimum(self.at + reach + 1, self.n)
        return high - low

    @cached_property
    def block_of(self) -> NDArray[np.int32]:
        """int32 (characters,): the block each character stands in."""
        return np.repeat(np.arange(self.n, dtype=np.int32), self.ends - self.starts + 1)

    @cached_property
    def counts(self) -> Column:
        """float32 (classes, n): characters of each class, a block."""
        key = np.repeat(self.at * CLASSES, self.ends - self.starts + 1)
        key += self.classes
        table = np.bincount(key, minlength=self.n * CLASSES).reshape(self.n, CLASSES)
        return np.ascontiguousarray(table.T, np.float32)

    @cached_property
    def small(self) -> NDArray[np.uint32]:
        """The code points in small letters."""
        return lowered(self.codes)

    @cached_property
    def tokens(self) -> Tokens:
        """The page's words, as hashes."""
        return tokenise(self.small, self.classes, WORD_CLASSES.take(self.classes), self.block_of, self.lexicon)

    @cached_property
    def words(self) -> Column:
        """Words a block; scripts without blanks count two characters (Thai and its kin: four) as a word."""
        return np.bincount(self.tokens.block, self.tokens.weight, self.n).astype(np.float32)

    @cached_property
    def word_count(self) -> NDArray[np.int64]:
        """int64 (n,): entries in `tokens` a block."""
        return np.bincount(self.tokens.block, minlength=self.n)

    @cached_property
    def first_words(self) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The place in `tokens` of each block's first word, and the block; blocks without words aside."""
        first = openings(self.tokens.block)
        return first, self.tokens.block.take(first)

    def share(self, part: Column) -> Column:
        """`part` over the block's characters."""
        return np.asarray(part / np.maximum(self.chars, 1), np.float32)

    def per_word(self, part: Column) -> Column:
        """`part` over the block's words."""
        return np.asarray(part / np.maximum(self.words, 1), np.float32)

    @cached_property
    def firsts(self) -> NDArray[np.uint8]:
        """The class of each block's first character."""
        return self.classes[self.starts]

    @cached_property
    def unsigned_ends(self) -> NDArray[np.int32]:
        """int32 (n,): where the blocks end without an agency's sign behind a report."""
        return unsigned_ends(self.doc, self.lexicon.agencies)

    @cached_property
    def lasts(self) -> NDArray[np.uint8]:
        """The class of each block's last character, closing quotes and brackets passed over, and French blanks."""
        last = np.maximum(self.unsigned_ends - 1, self.starts)
        french = (self.codes[last] == ord("»")) & (self.classes[np.maximum(last - 1, self.starts)] == Class.SPACE)
        last = np.maximum(last - 2 * french, self.starts)
        sort = self.classes[last]
        for _ in range(2):
            closing = (sort == Class.QUOTE) | (sort == Class.CLOSE)
            if not closing.any():
                break
            last = np.where(closing, np.maximum(last - 1, self.starts), last)
            sort = self.classes[last]
        return sort

    @cached_property
    def word_numbers(self) -> tuple[NDArray[np.int32], int]:
        """A number for each word, the same for the same word (where it stands first), and what all are below."""
        return first_copies(self.tokens.hash), len(self.tokens.hash)

    @cached_property
    def telling(self) -> NDArray[np.bool_]:
        """Words that tell what a text is about: longer ones that are no function words, one entry a word."""
        tokens = self.tokens
        return ~tokens.stop & ((tokens.size >= 4) | (tokens.first == Class.UNSPACED))

    @cached_property
    def telling_words(self) -> NDArray[np.float64]:
        """Telling words a block, at least 1."""
        return np.maximum(np.bincount(self.tokens.block.compress(self.telling), minlength=self.n), 1.0)

    @cached_property
    def good_median(self) -> float:
        """Median words of the good blocks, 20 where there are none."""
        return median(self.words[self.good]) if self.good.any() else 20.0

    @cached_property
    def sentence_end(self) -> Column:
        """1 where the block ends as a sentence does. Thai writes no full stop: long blocks count."""
        ends = self.lasts == Class.END
        if self.unspaced.any():
            last = self.codes.take(np.maximum(self.ends - 1, self.starts))
            for low, high in THAI_LIKE:
                ends = ends | ((last >= low) & (last <= high) & (self.words >= GOOD_WORDS))
        return ends.astype(np.float32)

    @cached_property
    def good(self) -> NDArray[np.bool_]:
        """Blocks that read like running text: a sentence's end, some words, some of them function words."""
        prose = (self.stops >= 0.12 * self.words) | (self.unspaced > 0.5) | (self.tokens.language < 0)
        return (self.words >= GOOD_WORDS) & (self.sentence_end > 0) & prose

    @cached_property
    def stops(self) -> Column:
        """Function words of the page's own language, a block."""
        return np.bincount(self.tokens.block.compress(self.tokens.stop), minlength=self.n).astype(np.float32)

    @cached_property
    def unspaced(self) -> Column:
        """Share of a block's characters that belong to scripts without blanks."""
        return self.share(self.counts[Class.UNSPACED])

    @cached_property
    def good_words(self) -> Column:
        """Words a block where it is good text, else 0."""
        return np.where(self.good, self.words, 0).astype(np.float32)

    @cached_property
    def good_sums(self) -> Column:
        """Good words up to each block, its own among them."""
        return np.cumsum(self.good_words)

    @cached_property
    def cues(self) -> NDArray[np.uint8]:
        """uint8 (families, n): 1 for a cue at the block's start or end, 2 where it is the whole block."""
        return self.lexicon.look_up(self.doc, self.unsigned_ends)
