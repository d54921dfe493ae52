"""Contrast: how a block differs from the running text of its page, in words, size and script."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.place import signed_log, stretch
from newsclean.evidence.view import Column, View, median, shared


@shared
def telling_tokens(view: View) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The telling words of the page: their numbers and blocks."""
    return view.word_numbers[0].compress(view.telling), view.tokens.block.compress(view.telling)


def used_by(view: View, users: NDArray[np.bool_]) -> Column:
    """Share of each block's telling words that other blocks among `users` (bool, a block) use."""
    number, block = telling_tokens(view)
    using = users.take(block)
    words, where = number.compress(using), block.compress(using)
    first = np.full(view.word_numbers[1], -1, np.int32)
    last = first.copy()
    # blocks rise, and of several writes to one place the last one stays
    last[words] = where
    first[words[::-1]] = where[::-1]
    before, behind = first.take(number), last.take(number)
    other = (before >= 0) & ((before != block) | (behind != block))
    return (np.bincount(block.compress(other), minlength=view.n) / view.telling_words).astype(np.float32)


def article_words(view: View) -> Column:
    """Share of the block's longer words that good text elsewhere on the page uses."""
    return used_by(view, view.good)


def stretch_words(view: View) -> Column:
    """Share of the block's longer words that the densest stretch uses, the block itself aside."""
    first, end = stretch(view)
    at = view.at
    return used_by(view, (at >= first) & (at < end))


def junk_words(view: View) -> Column:
    """Share of the block's longer words that blocks outside the densest stretch use."""
    first, end = stretch(view)
    at = view.at
    return used_by(view, (at < first) | (at >= end))


def new_words(view: View) -> Column:
    """Share of the block's words that stand nowhere else on the page."""
    number, _ = view.word_numbers
    once = np.bincount(number).take(number) == 1
    return (np.bincount(view.tokens.block.compress(once), minlength=view.n) / np.maximum(view.word_count, 1)).astype(
        np.float32
    )


def size_ratio(view: View) -> Column:
    """The block's words over the median of the good blocks, in logarithm."""
    return np.log((view.words + 1) / (view.good_median + 1)).astype(np.float32)


def script_mismatch(view: View) -> Column:
    """How far the block's share of letters without blanks or case is from the good text's."""
    other = view.share(view.counts[Class.UNSPACED] + view.counts[Class.UNCASED])
    usual = median(other[view.good] if view.good.any() else other) if view.n else 0.0
    return np.abs(other - usual)


def blanks_ratio(view: View) -> Column:
    """Blank lines before the block over the median of the densest stretch, in logarithm."""
    first, end = stretch(view)
    part = view.doc.blanks[first:end] if end > first else view.doc.blanks
    usual = median(part) if len(part) else 0.0
    return np.log((view.doc.blanks + 1) / (usual + 1)).astype(np.float32)


def indent_mismatch(view: View) -> Column:
    """Leading blanks beyond the median of the densest stretch, in logarithm and with sign."""
    first, end = stretch(view)
    part = view.doc.indent[first:end] if end > first else view.doc.indent
    off = view.doc.indent - (median(part) if len(part) else 0.0)
    return signed_log(off).astype(np.float32)


CONTRAST = (
    article_words, stretch_words, junk_words, new_words, size_ratio, script_mismatch, blanks_ratio, indent_mismatch,
)  # fmt: skip
