"""Alignment: which blocks of a page are its gold text, in order, so that a repeat of the gold elsewhere is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.lab.chain import matches
from newsclean.lab.measure import tokens
from newsclean.lab.target import Target

__all__ = ["Aligned", "Labels", "Target", "align", "labels"]

Numbers = NDArray[np.float32]

SHARE = 0.55
"""A block is gold from this share of matched tokens on."""


class Aligned(NamedTuple):
    """Tokens of a block that are gold, of these the ones in optional paragraphs, and all tokens."""

    kept: int
    total: int
    optional: int


class Labels(NamedTuple):
    """Training labels, one entry a block.

    label: float32, 1 for gold, 0 for not. weight: float32, 0 to 1; less where the label is unsure, 0 where either way
    is right. mask: bool, blocks that are only optional paragraphs of the gold.
    """

    label: Numbers
    weight: Numbers
    mask: NDArray[np.bool_]


def align(block_texts: Sequence[str], gold: Target) -> list[Aligned]:
    """Matched and all tokens of each block.

    A block counts as gold from `SHARE` matched tokens on; see `labels`.
    """
    words = [tokens(text) for text in block_texts]
    sizes = np.array([len(row) for row in words], dtype=np.int64)
    ends = np.cumsum(sizes)
    numbers = gold.number([word for row in words for word in row])
    place = matches(gold, numbers, ends)
    kept = place >= 0
    elective = np.zeros(len(place), dtype=bool)
    elective[kept] = gold.optional[place[kept]]
    bounds = zip((ends - sizes).tolist(), ends.tolist(), strict=True)
    return [Aligned(int(kept[a:b].sum()), b - a, int(elective[a:b].sum())) for a, b in bounds]


def labels(block_texts: Sequence[str], gold: Target) -> Labels:
    """Training labels of a page's blocks. A block without a word goes with its neighbours and weighs nothing."""
    rows = align(block_texts, gold)
    kept, total, elective = np.array(rows, dtype=np.float32).reshape(-1, 3).T
    share = kept / np.maximum(total, 1)
    label: Numbers = (share >= SHARE).astype(np.float32)
    wordless = total == 0
    if wordless.any() and not wordless.all():
        known = np.flatnonzero(~wordless)
        before = label[known[np.maximum(np.searchsorted(known, np.arange(len(label))) - 1, 0)]]
        after = label[known[np.minimum(np.searchsorted(known, np.arange(len(label))), len(known) - 1)]]
        label = np.where(wordless, before * after, label).astype(np.float32)
    mask = (label > 0) & (elective > 0.5 * kept)
    sure = np.clip(np.abs(share - SHARE) / 0.35, 0.1, 1.0)
    weight: Numbers = np.where(mask | wordless, 0.0, sure).astype(np.float32)
    return Labels(label, weight, mask)
