"""Copies: long blocks that say the same word for word, of which one stays, but for what comes back on purpose."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.repetition import block_hashes
from newsclean.evidence.shape import question
from newsclean.evidence.view import Column, View

REPEATED_WORDS = 12
"""A refrain is shorter; a paragraph of so many words that stands twice was printed twice."""
APART = 4
"""Blocks, at most, from one paragraph to the next in each of an article's copies; between them are short lines."""
NEARLY = 0.25
"""By how much a paragraph's chance may be below that of another copy and it still stays with the rest of its own."""
COME_BACK = 2
"""Times that questions are asked again in a text, or somebody says the same again, at least."""
VERSE, LONGEST_VERSE = 3, 70
"""Lines of a verse at least, and characters of each at most."""

Copies = NDArray[np.intp]


def without_copies(view: View, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): of long blocks that say the same word for word only the likeliest, but for what comes back. Where an
    article was printed twice, its paragraphs stay in one of the two places, and so in their order.

    Which copy stays does not depend on what is kept, so that higher thresholds keep no more than lower ones do.
    score: float32 (n,), the chances. kept: bool (n,).
    """
    hashes = block_hashes(view)
    long = np.flatnonzero(view.words >= REPEATED_WORDS)
    order = long[np.lexsort((long, hashes[long]))]
    same = hashes[order[1:]] == hashes[order[:-1]]
    if not same.any():
        return kept
    groups = [group for group in np.split(order, np.flatnonzero(~same) + 1) if len(group) > 1 and kept[group].any()]
    if not groups:
        return kept
    out = kept.copy()
    chosen = np.fromiter(_chosen(groups, score), np.intp, len(groups))
    out[chosen] = True
    again = np.setdiff1d(np.concatenate(groups), chosen)
    again = again[kept[again]]
    out[again[~_comes_back(view, hashes, again)]] = False
    return out


def _chosen(groups: list[Copies], score: Column) -> Iterator[int]:
    """Of each group of copies the block that stays."""
    for run in _runs(sorted(groups, key=lambda group: int(group[0]))):
        place = int(score[run].sum(axis=0).round(3).argmax())  # the first of those as likely
        for copies in run:
            best = int(copies[score[copies].argmax()])
            yield int(copies[place]) if score[copies[place]] >= score[best] - NEARLY else best


def _runs(groups: list[Copies]) -> Iterator[Copies]:
    """intp (blocks, copies): groups whose first copies follow each other, as the second and all others do."""
    run = [groups[0]]
    for group in groups[1:]:
        steps = group - run[-1] if len(group) == len(run[-1]) else np.zeros(1, np.intp)
        if not ((steps > 0) & (steps <= APART)).all():
            yield np.array(run)
            run = []
        run.append(group)
    yield np.array(run)


def _comes_back(view: View, hashes: NDArray[np.uint64], again: NDArray[np.intp]) -> NDArray[np.bool_]:
    """bool (k,): of a text's blocks that were printed before, questions that several people are asked, what somebody
    says again and again, and a song's refrain.

    What stands around it is new each time; around what was printed twice one block at least is not, or that is a
    quotation set apart, which stands twice.
    """
    if view.doc.markup is not None or view.doc.layout == "one_line":  # where lines are lost, neighbours are guessed
        return np.zeros(len(again), np.bool_)
    _, number, count = np.unique(hashes, return_inverse=True, return_counts=True)
    often, above, below = count[number], np.maximum(again - 1, 0), np.minimum(again + 1, view.n - 1)
    new = (often[above] == 1) & ((often[below] == 1) | (again == view.n - 1)) & ~(view.cues[:, again] > 0).any(axis=0)
    said = new & (view.firsts[again] == Class.QUOTE) & (often[again] > COME_BACK)
    asked = new & (question(view)[again] > 0) & (view.sentence_end[below] > 0)
    sung = [
        bool(one) and _is_verse(view, i) and (_is_verse(view, i - 1) or _is_verse(view, i + 1))
        for i, one in zip(again.tolist(), new, strict=True)
    ]
    came: NDArray[np.bool_] = said | (asked & (np.count_nonzero(asked) >= COME_BACK)) | np.array(sung, np.bool_)
    return came


def _is_verse(view: View, i: int) -> bool:
    """Whether a block is some lines of verse: they were not wrapped, and are short."""
    doc = view.doc
    if not 0 <= i < view.n or doc.layout == "wrapped":
        return False
    start, end = doc.source_spans[i].tolist()
    lines = doc.source[start:end].splitlines()
    return len(lines) >= VERSE and max(map(len, lines)) <= LONGEST_VERSE
