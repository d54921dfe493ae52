"""Contrast: how a block differs from the running text of its page, in words, size and script."""

from __future__ import annotations

import numpy as np

from newsclean.evidence.characters import Class
from newsclean.evidence.place import stretch
from newsclean.evidence.view import Column, View


def _numbered(view: View) -> tuple[np.ndarray, int]:
    """The page's words as small numbers, and how many there are."""
    made: tuple[np.ndarray, int] | None = view.__dict__.get("word_numbers")
    if made is None:
        distinct, number = np.unique(view.tokens.hash, return_inverse=True)
        made = view.__dict__["word_numbers"] = (number, len(distinct))
    return made


def used_by(view: View, users: np.ndarray) -> Column:
    """Share of each block's longer words that other blocks among `users` (bool, a block) use."""
    tokens = view.tokens
    number, size = _numbered(view)
    if not size:
        return np.zeros(view.n, np.float32)
    pair = np.unique(number.astype(np.int64) * view.n + tokens.block)
    word, block = pair // view.n, pair % view.n
    used = np.bincount(word[users[block]], minlength=size)
    wanted = ~tokens.stop & ((tokens.size >= 4) | (tokens.first == Class.UNSPACED))
    other = used[number] - users[tokens.block] > 0
    hit = np.bincount(tokens.block, wanted & other, view.n)
    return (hit / np.maximum(np.bincount(tokens.block, wanted, view.n), 1)).astype(np.float32)


def article_words(view: View) -> Column:
    """Share of the block's longer words that good text elsewhere on the page uses."""
    return used_by(view, view.good)


def stretch_words(view: View) -> Column:
    """Share of the block's longer words that the densest stretch uses, the block itself aside."""
    first, end = stretch(view)
    at = np.arange(view.n)
    return used_by(view, (at >= first) & (at < end))


def junk_words(view: View) -> Column:
    """Share of the block's longer words that blocks outside the densest stretch use."""
    first, end = stretch(view)
    at = np.arange(view.n)
    return used_by(view, (at < first) | (at >= end))


def new_words(view: View) -> Column:
    """Share of the block's words that stand nowhere else on the page."""
    tokens = view.tokens
    number, size = _numbered(view)
    once = np.bincount(number, minlength=size)[number] == 1
    total = np.maximum(np.bincount(tokens.block, minlength=view.n), 1)
    return (np.bincount(tokens.block, once, view.n) / total).astype(np.float32)


def size_ratio(view: View) -> Column:
    """The block's words over the median of the good blocks, in logarithm."""
    median = float(np.median(view.words[view.good])) if view.good.any() else 20.0
    return np.log((view.words + 1) / (median + 1)).astype(np.float32)


def script_mismatch(view: View) -> Column:
    """How far the block's share of letters without blanks or case is from the good text's."""
    other = view.share(view.counts[Class.UNSPACED] + view.counts[Class.UNCASED])
    usual = float(np.median(other[view.good])) if view.good.any() else float(np.median(other)) if view.n else 0.0
    return np.abs(other - usual)


def blanks_ratio(view: View) -> Column:
    """Blank lines before the block over the median of the densest stretch, in logarithm."""
    first, end = stretch(view)
    part = view.doc.blanks[first:end] if end > first else view.doc.blanks
    usual = float(np.median(part)) if len(part) else 0.0
    return np.log((view.doc.blanks + 1) / (usual + 1)).astype(np.float32)


def indent_mismatch(view: View) -> Column:
    """Leading blanks beyond the median of the densest stretch, in logarithm and with sign."""
    first, end = stretch(view)
    part = view.doc.indent[first:end] if end > first else view.doc.indent
    off = view.doc.indent - (float(np.median(part)) if len(part) else 0.0)
    return (np.sign(off) * np.log1p(np.abs(off))).astype(np.float32)


CONTRAST = (
    article_words, stretch_words, junk_words, new_words, size_ratio, script_mismatch, blanks_ratio, indent_mismatch,
)  # fmt: skip
