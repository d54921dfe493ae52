"""The second look: what the first scores say over a block's neighbours, its list, the best stretch, its words."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.contrast import telling_tokens, used_by
from newsclean.evidence.place import beside, between, densest, signed_log, since
from newsclean.evidence.repetition import copies, graded, shapes
from newsclean.evidence.view import Column, View, parts, shifted

GAP = 2
"""Disliked blocks in a row that do not end a run of liked ones."""
NEAR = 12
"""Blocks on either side among which alike ones are looked for."""
STEPS = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
REACHES = (2, 5, 10, 20, 40)
FAR = REACHES[-1]
OUTSIDE = 0.0
"""What a score beyond the page's edge counts as."""
WINDOWS = ("around", "before", "behind")
STRETCH = ("best_stretch", "liked_to_stretch", "disliked_to_stretch", "best_stretch_share", "best_stretch_words")
MASS = (
    "liked_share_before", "liked_before", "liked_behind", "since_liked", "until_liked", "best_before", "best_behind",
    "page_liked", "page_liked_words", "page_sure",
)  # fmt: skip
WORDS = ("liked_words", "disliked_words")
SEGMENT = (
    "run_to_best", "run_mass", "run_to_best_mass", "run_blocks", "run_mean", "gap_to_best", "gap_to_best_poor",
    "run_words_of_best", "runs",
)  # fmt: skip
ALIKE = ("run_score", "run_length", "shape_score", "near_alike_score", "copy_score")
PARTS = (
    ("first_score",), tuple(f"first_score@{step:+d}" for step in STEPS),
    tuple(f"scores_{name}_{reach}" for reach in REACHES for name in WINDOWS), STRETCH, MASS, WORDS, SEGMENT, ALIKE,
)  # fmt: skip
NAMES = tuple(name for part in PARTS for name in part)
EDGES = np.cumsum([0, *map(len, PARTS)]).tolist()
Table = NDArray[np.float32]
Sums = NDArray[np.float64]


def second_table(view: View, score: Column, out: Table | None = None) -> tuple[list[str], Table]:
    """Names, and float32 (columns, n), of what the first scores (0 to 1, float32 (n,)) say around each block.

    out: where to write it.
    """
    n, words = view.n, view.words
    root = np.sqrt(words + 1)
    # running sums, from 0 before the first block on
    sums = np.zeros((4, n + 1))
    np.cumsum((score * root, root, score * words, (1 - score) * root), axis=1, dtype=np.float64, out=sums[:, 1:])
    table = np.empty((len(NAMES), n), np.float32) if out is None else out
    own, steps, windows, stretch, mass, used, segments, alike = (table[low:high] for low, high in pairwise(EDGES))
    liked = score > 0.5
    own[0] = score
    shifted(score[None], np.zeros(len(STEPS), np.intp), np.array(STEPS), OUTSIDE, steps)
    _windows(sums[:2], windows)
    _stretch(sums[2:], densest((score - 0.45) * root), stretch)
    _mass(score, words, sums[2], mass)
    used[0], used[1] = used_by(view, liked), used_by(view, ~liked)
    _segments(view, score, sums[3], segments)
    _alike(view, score, alike)
    return list(NAMES), table


def _windows(sums: Sums, out: Table) -> None:
    """Mean first score of the blocks around, before and behind. sums: of the weighted scores and of the weights."""
    n = out.shape[1]
    # the edges' values repeated beyond them, so that a window is one difference
    padded = np.empty((2, n + 1 + 2 * FAR))
    padded[:, :FAR] = 0
    padded[:, FAR : FAR + n + 1] = sums
    padded[:, FAR + n + 1 :] = sums[:, -1:]
    for part in parts(n):
        _windows_of(padded[:, part.start : part.stop + 1 + 2 * FAR], out[:, part])


def _windows_of(padded: Sums, out: Table) -> None:
    """The same for a part of the page, from its sums and those up to FAR blocks away."""
    n = out.shape[1]
    here, next_one = padded[:, FAR : FAR + n], padded[:, FAR + 1 : FAR + 1 + n]
    made = np.empty((len(REACHES), len(WINDOWS), 2, n))
    for rows, reach in zip(made, REACHES, strict=True):
        low, high = padded[:, FAR - reach :][:, :n], padded[:, FAR + 1 + reach :][:, :n]
        np.subtract(high, low, out=rows[0])
        np.subtract(here, low, out=rows[1])
        np.subtract(high, next_one, out=rows[2])
    out[:] = (made[:, :, 0] / np.maximum(made[:, :, 1], 1e-3)).reshape(out.shape)


def _stretch(sums: Sums, best: tuple[int, int], out: Table) -> None:
    """Place to the stretch that the first scores like best, and the liked and disliked mass between."""
    first, end = best
    liked = sums[0]
    mass = liked[end] - liked[first]
    out[0] = beside(out.shape[1], first, end)
    out[1:3] = np.log1p(np.maximum(between(sums, first, end), 0))
    out[3] = mass / max(liked[-1], 1e-3)
    out[4] = np.log1p(mass)


def _mass(score: Column, words: Column, liked: Sums, out: Table) -> None:
    """Liked words before and behind; blocks to the nearest liked one; the best scores on either side."""
    n, total, whole = len(score), max(liked[-1], 1e-3), max(float(words.sum()), 1)
    yes = score > 0.5
    out[0] = liked[:-1] / total
    out[1] = np.log1p(liked[:-1])
    out[2] = np.log1p(np.maximum(liked[-1] - liked[1:], 0))
    out[3], out[4] = since(yes), since(yes[::-1])[::-1]
    out[5, :1] = out[6, n - 1 :] = 0
    np.maximum.accumulate(score[:-1], out=out[5, 1:])
    np.maximum.accumulate(score[:0:-1], out=out[6, -2::-1])
    out[7] = score.mean()
    out[8] = total / whole
    out[9] = (np.abs(score - 0.5) * 2 * words).sum() / whole


def _segments(view: View, score: Column, poor: Sums, out: Table) -> None:
    """The run of liked blocks that a block belongs to or stands nearest before, against the page's best run.

    A story appended below, readers' comments and sibling posts are runs of their own: other words, a gap between.
    """
    liked = score > 0.5
    at = np.flatnonzero(liked)
    if not len(at):
        out[:] = 0
        return
    opens = np.flatnonzero(np.diff(at) > GAP + 1) + 1
    first, last = at[np.append(0, opens)], at[np.append(opens - 1, len(at) - 1)]
    runs = len(first)
    # a block's run is the first that does not end before it, or the last
    ended = np.zeros(view.n + 1, np.intp)
    ended[last + 1] = 1
    number = np.minimum(np.cumsum(ended[:-1]), runs - 1)
    owner, words, own = number.take(at), view.words.take(at), score.take(at)
    mass = np.bincount(owner, own * words, minlength=runs)
    size = np.bincount(owner, minlength=runs)
    best = int(mass.argmax())
    inside = liked & (number == best)
    shared_words, total = _words_in(view, number, inside, runs)
    place = np.arange(runs)
    gap_blocks = np.where(place > best, first - last[best], first[best] - last) - 1
    low, high = np.minimum(last, last[best]), np.maximum(first, first[best])
    gap_poor = np.where(place == best, 0, poor[np.maximum(high, low)] - poor[low])
    table = np.empty((len(SEGMENT), runs))
    table[0] = signed_log(place - best)
    table[1] = np.log1p(mass)
    table[2] = mass / max(mass[best], 1e-9)
    table[3] = np.log1p(size)
    table[4] = mass / np.maximum(np.bincount(owner, words, minlength=runs), 1e-3)
    table[5] = np.log1p(np.maximum(gap_blocks, 0))
    table[6] = np.log1p(np.maximum(gap_poor, 0))
    table[7] = shared_words / np.maximum(total, 1)
    table[8] = np.log1p(runs)
    out[:] = table.take(number, axis=1)


def _words_in(
    view: View, number: NDArray[np.integer], inside: NDArray[np.bool_], runs: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """For each run: its telling words that the best run's blocks (`inside`) use, and all of its telling words."""
    words, block = telling_tokens(view)
    known = np.zeros(view.word_numbers[1], np.bool_)
    known[words.compress(inside.take(block))] = True
    run = number.take(block)
    return np.bincount(run.compress(known.take(words)), minlength=runs), np.bincount(run, minlength=runs)


def _alike(view: View, score: Column, out: Table) -> None:
    """Mean first score of the blocks of the same shape nearby, of the block's run, and of its copies."""
    short = (view.words <= 6).view(np.int8) * 2 + (view.doc.item > 0)
    run = np.zeros(view.n, np.intp)
    np.cumsum(short[1:] != short[:-1], out=run[1:])
    size = np.bincount(run)
    out[0] = (np.bincount(run, score) / size).take(run)
    out[1] = np.log1p(size).take(run)
    shape = shapes(view)
    out[2] = (np.bincount(shape, score) / np.maximum(np.bincount(shape), 1)).take(shape)
    kind = graded(view.words, (3, 8, 20)) * 4 + (view.sentence_end > 0) * 2 + (view.firsts == Class.DIGIT)
    for part in parts(view.n):
        low = max(part.start - NEAR, 0)
        around = slice(low, part.stop + NEAR)
        out[3, part] = _near_alike(kind[around], score[around])[part.start - low :][: part.stop - part.start]
    copy, _ = copies(view)
    best = np.zeros(view.n, np.float32)
    np.maximum.at(best, copy, score)
    out[4] = best.take(copy)


def _near_alike(kind: NDArray[np.intp], score: Column) -> NDArray[np.float64]:
    """float64 (n,): the mean score of the blocks of the same size, end and beginning nearby, the block aside."""
    n = len(kind)
    known = np.bincount(kind) > 0
    row = (np.cumsum(known) - 1).take(kind)
    # running sums kind by kind, the edges' values repeated beyond them
    width = n + 2 * NEAR + 1
    sums = np.zeros((2, int(row.max(initial=0)) + 1, width))
    place = row * width + np.arange(NEAR + 1, n + NEAR + 1)
    flat = sums.reshape(2, -1)
    flat[0, place] = score
    flat[1, place] = 1
    np.cumsum(sums, axis=2, out=sums)
    around = flat.take(place + NEAR, axis=1) - flat.take(place - NEAR - 1, axis=1)
    return np.clip((around[0] - score) / np.maximum(around[1] - 1, 1e-3), 0, 1)
