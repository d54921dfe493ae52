"""The second look: what the first scores say over a block's neighbours, its list, the best stretch, its words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.contrast import used_by
from newsclean.evidence.hashing import first_copies
from newsclean.evidence.place import densest
from newsclean.evidence.repetition import block_hashes, graded, shapes
from newsclean.evidence.view import Column, View

SEGMENT = (
    "run_to_best", "run_mass", "run_to_best_mass", "run_blocks", "run_mean", "gap_to_best", "gap_to_best_poor",
    "run_words_of_best", "runs",
)  # fmt: skip
GAP = 2
"""Disliked blocks in a row that do not end a run of liked ones."""
NEAR = 12
"""Blocks on either side among which alike ones are looked for."""
STEPS = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
REACHES = (2, 5, 10, 20, 40)
OUTSIDE = 0.0
"""What a score beyond the page's edge counts as."""


def _sums(values: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))


def _neighbours(score: Column) -> list[tuple[str, Column]]:
    columns = []
    for step in STEPS:
        column = np.full(len(score), OUTSIDE, np.float32)
        if step < 0:
            column[-step:] = score[:step]
        elif step < len(score):
            column[:-step] = score[step:]
        columns.append((f"first_score@{step:+d}", column))
    return columns


def _windows(score: Column, weight: Column) -> list[tuple[str, Column]]:
    """Mean first score of the blocks around, before and behind, weighted by their words."""
    mass, total, n = _sums(score * weight), _sums(weight), len(score)
    at = np.arange(n)
    low = np.maximum(at - np.array(REACHES)[:, None], 0)
    high = np.minimum(at + np.array(REACHES)[:, None] + 1, n)
    after = np.maximum(high, at + 1)
    tables = {
        "around": (mass[high] - mass[low]) / np.maximum(total[high] - total[low], 1e-3),
        "before": (mass[at] - mass[low]) / np.maximum(total[at] - total[low], 1e-3),
        "behind": (mass[after] - mass[at + 1]) / np.maximum(total[after] - total[at + 1], 1e-3),
    }
    return [
        (f"scores_{name}_{reach}", table[row].astype(np.float32))
        for row, reach in enumerate(REACHES)
        for name, table in tables.items()
    ]


def _stretch(score: Column, words: Column) -> list[tuple[str, Column]]:
    """Place to the stretch that the first scores like best, and the score mass between."""
    n, at = len(score), np.arange(len(score))
    root = np.sqrt(words + 1)
    first, end = densest((score - 0.45) * root)
    inside = (at - first) / max(end - first, 1)
    before, behind = -np.log1p(np.maximum(first - at, 0)), 1 + np.log1p(np.maximum(at - end + 1, 0))
    place = np.where(at < first, before, np.where(at >= end, behind, inside))
    mass = _sums(score * words)
    between = np.where(at < first, mass[first] - mass[np.minimum(at + 1, first)], mass[np.maximum(at, end)] - mass[end])
    poor = _sums((1 - score) * root)
    gap = np.where(at < first, poor[first] - poor[np.minimum(at + 1, first)], poor[np.maximum(at, end)] - poor[end])
    share = (mass[end] - mass[first]) / max(mass[-1], 1e-3)
    outside = (at < first) | (at >= end)
    return [
        ("best_stretch", place.astype(np.float32)),
        ("liked_to_stretch", np.log1p(np.maximum(between, 0) * outside).astype(np.float32)),
        ("disliked_to_stretch", np.log1p(np.maximum(gap, 0) * outside).astype(np.float32)),
        ("best_stretch_share", np.full(n, share, np.float32)),
        ("best_stretch_words", np.full(n, np.log1p(mass[end] - mass[first]), np.float32)),
    ]


def _mass(score: Column, words: Column) -> list[tuple[str, Column]]:
    """Liked words before and behind; blocks to the nearest liked one; the best scores on either side."""
    liked = _sums(score * words)
    total = max(liked[-1], 1e-3)
    n, at = len(score), np.arange(len(score))
    yes = score > 0.5
    last = np.concatenate(([-1], np.maximum.accumulate(np.where(yes, at, -1))))[:n]
    ahead = np.concatenate((np.minimum.accumulate(np.where(yes, at, 10**6)[::-1])[::-1], [10**6]))[1 : n + 1]
    best_before = np.concatenate(([0], np.maximum.accumulate(score)))[:n]
    best_behind = np.concatenate((np.maximum.accumulate(score[::-1])[::-1], [0]))[1 : n + 1]
    sure = np.abs(score - 0.5) * 2
    return [
        ("liked_share_before", (liked[:-1] / total).astype(np.float32)),
        ("liked_before", np.log1p(liked[:-1]).astype(np.float32)),
        ("liked_behind", np.log1p(np.maximum(liked[-1] - liked[1:], 0)).astype(np.float32)),
        ("since_liked", np.where(last < 0, 9, np.log1p(at - last)).astype(np.float32)),
        ("until_liked", np.where(ahead >= 10**6, 9, np.log1p(ahead - at)).astype(np.float32)),
        ("best_before", best_before.astype(np.float32)),
        ("best_behind", best_behind.astype(np.float32)),
        ("page_liked", np.full(n, score.mean() if n else 0, np.float32)),
        ("page_liked_words", np.full(n, total / max(float(words.sum()), 1), np.float32)),
        ("page_sure", np.full(n, (sure * words).sum() / max(float(words.sum()), 1), np.float32)),
    ]


def _segments(view: View, score: Column) -> list[tuple[str, Column]]:
    """The run of liked blocks that a block belongs to or stands nearest before, against the page's best run.

    A story appended below, readers' comments and sibling posts are runs of their own: other words, a gap between.
    """
    n = view.n
    liked = score > 0.5
    at = np.flatnonzero(liked)
    if not len(at):
        return [(name, np.zeros(n, np.float32)) for name in SEGMENT]
    opens = np.concatenate(([True], np.diff(at) > GAP + 1))
    first, last = at[opens], at[np.append(np.flatnonzero(opens)[1:] - 1, len(at) - 1)]
    number = np.clip(np.searchsorted(first, np.arange(n), "right") - 1, 0, len(first) - 1)
    number = np.where(np.arange(n) > last[number], np.minimum(number + 1, len(first) - 1), number)
    mass = np.bincount(number, score * view.words * liked, minlength=len(first))
    size = np.bincount(number, liked, minlength=len(first))
    best = int(mass.argmax())
    inside = liked & (number == best)
    shared_words, total = _words_in(view, number, inside, len(first))
    gap_blocks = np.where(np.arange(len(first)) > best, first - last[best], first[best] - last) - 1
    poor = _sums((1 - score) * np.sqrt(view.words + 1))
    low, high = np.minimum(last, last[best]), np.maximum(first, first[best])
    gap_poor = np.where(np.arange(len(first)) == best, 0, poor[np.maximum(high, low)] - poor[low])
    columns = (
        np.sign(number - best) * np.log1p(np.abs(number - best)),
        np.log1p(mass)[number],
        (mass / max(mass[best], 1e-9))[number],
        np.log1p(size)[number],
        (mass / np.maximum(np.bincount(number, view.words * liked, minlength=len(first)), 1e-3))[number],
        np.log1p(np.maximum(gap_blocks, 0))[number],
        np.log1p(np.maximum(gap_poor, 0))[number],
        (shared_words / np.maximum(total, 1))[number],
        np.full(n, np.log1p(len(first))),
    )
    return [(name, column.astype(np.float32)) for name, column in zip(SEGMENT, columns, strict=True)]


def _words_in(
    view: View, number: NDArray[np.integer], inside: NDArray[np.bool_], runs: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each run: its telling words that the best run's blocks (`inside`) use, and all of its telling words."""
    tokens = view.tokens
    words, size = view.word_numbers
    known = np.zeros(size, np.bool_)
    known[words[inside[tokens.block] & view.telling]] = True
    run = number[tokens.block]
    hit, total = (np.bincount(run, part, minlength=runs) for part in (view.telling & known[words], view.telling))
    return np.asarray(hit, np.float64), np.asarray(total, np.float64)


def _vocabulary(view: View, score: Column) -> list[tuple[str, Column]]:
    """Share of a block's longer words that liked blocks elsewhere use, and that disliked ones use."""
    liked = score > 0.5
    return [("liked_words", used_by(view, liked)), ("disliked_words", used_by(view, ~liked))]


def _alike(view: View, score: Column) -> list[tuple[str, Column]]:
    """Mean first score of the blocks of the same shape nearby, of the block's run, and of its copies."""
    n, at = view.n, np.arange(view.n)
    short = (view.words <= 6).astype(np.int8) * 2 + (view.doc.item > 0)
    run = np.cumsum(np.diff(short, prepend=-1) != 0) - 1 if n else at
    size = np.bincount(run, minlength=1)
    mean = np.bincount(run, score, minlength=1) / np.maximum(size, 1)
    shape = shapes(view)
    by_shape = np.bincount(shape, score, minlength=1) / np.maximum(np.bincount(shape, minlength=1), 1)
    copy = first_copies(block_hashes(view))
    best = np.zeros(n, np.float32)
    np.maximum.at(best, copy, score)
    figures = view.firsts == Class.DIGIT
    kind = graded(view.words, (3, 8, 20)) * 4 + (view.sentence_end > 0) * 2 + figures
    mine = kind == np.flatnonzero(np.bincount(kind))[:, None]
    mass, total = np.zeros((len(mine), n + 1)), np.zeros((len(mine), n + 1))
    np.cumsum(score * mine, axis=1, out=mass[:, 1:], dtype=np.float64)
    np.cumsum(mine, axis=1, out=total[:, 1:])
    row = mine.argmax(0)
    low, high = np.maximum(at - NEAR, 0), np.minimum(at + NEAR + 1, n)
    near = (mass[row, high] - mass[row, low] - score) / np.maximum(total[row, high] - total[row, low] - 1, 1e-3)
    return [
        ("run_score", mean[run].astype(np.float32)),
        ("run_length", np.log1p(size[run]).astype(np.float32)),
        ("shape_score", by_shape[shape].astype(np.float32)),
        ("near_alike_score", np.clip(near, 0, 1).astype(np.float32)),
        ("copy_score", best[copy].astype(np.float32)),
    ]


def second_table(view: View, score: Column) -> tuple[list[str], np.ndarray[tuple[int, int], np.dtype[np.float32]]]:
    """Names, and float32 (columns, n), of what the first scores (0 to 1, float32 (n,)) say around each block."""
    words = view.words
    columns = [
        ("first_score", score),
        *_neighbours(score),
        *_windows(score, np.sqrt(words + 1)),
        *_stretch(score, words),
        *_mass(score, words),
        *_vocabulary(view, score),
        *_segments(view, score),
        *_alike(view, score),
    ]
    return [name for name, _ in columns], np.array([column for _, column in columns], np.float32).reshape(
        len(columns), view.n
    )
