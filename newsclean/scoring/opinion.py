"""The second opinion: another extractor's view of a page as evidence beside the scores, asked for where they waver."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.hashing import KnownHashes, run_hashes
from newsclean.evidence.head import article_body_cover, in_article_body
from newsclean.evidence.place import signed_log
from newsclean.evidence.repetition import block_hashes, repeats
from newsclean.evidence.view import Column, View
from newsclean.reading.document import Document
from newsclean.scoring.scorer import Scored, chance
from newsclean.scoring.trees import Table, Trees
from newsclean.weights import read_weights

LIMIT = 0.4
"""Confidence below which a second opinion is asked for; see `docs/second-opinion.md` for what other limits give."""
STEPS = (-3, -2, -1, 1, 2, 3)
REACHES = (2, 6, 20)
RUN, PAIR = 4, 2
"""Words in the runs that are looked for in the other's text: four are proof, two must do for a short block."""
SHORT, PROSE, TIMES = 150, 0.4, 7
"""Liked words of a page with less than which an article is short, and the share of the page's prose from which another
extractor that keeps more than these has most probably found no article, and kept what there was; unless it has so many
times as many words: then the scorer has most probably missed the article."""
BESIDE = 1
"""Blocks beside the liked ones that may be the article's still."""
KEPT = 0.5
"""A block counts as kept by the other where it holds more than this share of the block's runs."""


def lines_view(text: str) -> View:
    """The evidence view of a text whose every line that is not empty is a block."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    n = len(lines)
    ends = np.cumsum([len(line) + 1 for line in lines], dtype=np.int32) - 1
    starts = ends - np.array([len(line) for line in lines], np.int32)
    none = np.zeros(n, np.int32)
    spans = np.full((n, 2), -1, np.int32)
    joined = "\n".join([*lines, ""])
    return View(
        Document(
            source=text,
            kind="text",
            layout="lines",
            text=joined,
            starts=starts,
            ends=ends,
            spans=spans,
            follows=none,
            blanks=none,
            indent=none,
            heading=none,
            item=none,
            links=none,
        )
    )


class Found(NamedTuple):
    """Where the blocks of a page stand in another's text.

    share, pairs: float32 (n,), share of the block's runs of four words, and of two, that the other has; a block shorter
    than a run counts as one, held where the other has a line of the very same words. whole: float32 (n,), 1 where the
    block is one of the other's lines. place: float32 (n,), where in the other's text the block's first run stands, 0 to
    1, or -1. runs: how many distinct runs of four the other's text has. run, block: int32, for each run found, which of
    these it is, and its block.
    """

    share: Column
    pairs: Column
    whole: Column
    place: Column
    runs: int
    run: NDArray[np.int32]
    block: NDArray[np.int32]


class Shared(NamedTuple):
    """Runs of words in common: their share of each block's; which of the other's each one is, and its block."""

    share: Column
    run: NDArray[np.int32]
    block: NDArray[np.int32]


def _shared(view: View, runs: NDArray[np.uint64], size: int, whole: Column) -> Shared:
    tokens = view.tokens
    mine = run_hashes(tokens.hash, size)
    block = tokens.block[: len(mine)]
    inside = block == tokens.block[size - 1 :][: len(mine)]
    mine, block = mine.compress(inside), block.compress(inside)
    number, known = KnownHashes(runs).find(mine)
    total = np.bincount(block, minlength=view.n)
    hit = np.bincount(block.compress(known), minlength=view.n)
    share = np.where(total > 0, hit / np.maximum(total, 1), whole).astype(np.float32)
    return Shared(share, number.compress(known), block.compress(known))


def find(view: View, other: View) -> Found:
    """Where the blocks of a page stand in another's text."""
    hashes = block_hashes(view)
    whole = (np.isin(hashes, block_hashes(other)) & (hashes != 0)).astype(np.float32)
    fours, first = np.unique(run_hashes(other.tokens.hash, RUN), return_index=True)
    four = _shared(view, fours, RUN, whole)
    two = _shared(view, np.unique(run_hashes(other.tokens.hash, PAIR)), PAIR, whole)
    place = np.full(view.n, -1, np.float32)
    blocks, index = np.unique(four.block, return_index=True)
    place[blocks] = first[four.run[index]] / max(len(first), 1)
    return Found(four.share, two.share, whole, place, len(fours), four.run, four.block)


def _at(values: Column, step: int) -> Column:
    column = np.zeros(len(values), np.float32)
    if step < 0:
        column[-step:] = values[:step]
    elif step < len(values):
        column[:-step] = values[step:]
    return column


def _around(view: View, values: Column, weight: Column, reach: int) -> Column:
    """The mean of a column over the blocks up to `reach` away, each counted by its weight."""
    mean = view.around(values * weight, reach) / np.maximum(view.around(weight, reach), 1e-3)
    return mean.astype(np.float32)


def _from_ends(chosen: NDArray[np.bool_]) -> tuple[Column, Column]:
    """Blocks from the first and from the last chosen one, in logarithm, negative before it."""
    n = len(chosen)
    at, places = np.arange(n), np.flatnonzero(chosen)
    first, last = (int(places[0]), int(places[-1])) if len(places) else (0, n - 1)
    one, two = (signed_log(at - x).astype(np.float32) for x in (first, last))
    return one, two


def _of_page(scored: Scored, found: Found, theirs: View, confidence: float) -> dict[str, float]:
    """What is the same for all blocks: how long the two texts are, and how much they have in common."""
    view = scored.view
    liked = scored.score > scored.sure
    own, total = (max(float(words.sum()), 1.0) for words in (view.words[liked], theirs.words))
    ours, page = np.zeros(found.runs, np.bool_), np.zeros(found.runs, np.bool_)
    ours[found.run[liked[found.block]]] = True
    page[found.run] = True
    good = max(float(view.good_words.sum()), 1.0)
    return {
        "our_words": float(np.log1p(own)),
        "other_words": float(np.log1p(total)),
        "more_words": float(np.log(total / own)),
        "ours_in_other": float((found.share * view.words)[liked].sum()) / own,
        "other_in_ours": float(ours.mean()) if found.runs else 0.0,
        "other_on_page": float(page.mean()) if found.runs else 0.0,
        "good_in_other": float((found.share * view.good_words).sum()) / good,
        "confidence": confidence,
    }


def opinion_table(scored: Scored, other: str, confidence: float) -> tuple[list[str], Table]:
    """Names, and float32 (columns, n), of what the scores and another extractor's text say of each block.

    confidence: of the first decision, 0 to 1.
    """
    view, score = scored.view, scored.score
    theirs = lines_view(other)
    found = find(view, theirs)
    n, root, share = view.n, np.sqrt(view.words + 1), found.share
    columns: dict[str, Column] = {
        "score": score,
        "first_score": scored.first,
        "other_share": share,
        "other_pairs": found.pairs,
        "other_whole": found.whole,
        "other_place": found.place,
        "words": np.log1p(view.words),
        "sentence_end": view.sentence_end,
        "heading": view.doc.heading.astype(np.float32),
        "link_share": (view.doc.links / np.maximum(view.chars, 1)).astype(np.float32),
        "repeats": repeats(view),
        "article_body": in_article_body(view),
        "article_body_cover": article_body_cover(view),
        "order": (np.arange(n) / max(n - 1, 1)).astype(np.float32),
    }
    for name, value in _of_page(scored, found, theirs, confidence).items():
        columns[name] = np.full(n, value, np.float32)
    for name, chosen in (("liked", score > scored.sure), ("other", share > KEPT)):
        columns[f"from_first_{name}"], columns[f"from_last_{name}"] = _from_ends(chosen)
    for name, values in (("other_share", share), ("score", score)):
        columns |= {f"{name}@{step:+d}": _at(values, step) for step in STEPS}
        columns |= {f"{name}_around_{reach}": _around(view, values, root, reach) for reach in REACHES}
    return list(columns), np.array(list(columns.values()), np.float32).reshape(len(columns), n)


class Opinion(NamedTuple):
    """What a second opinion came to. score: float32 (n,), the new chances. keeps: bool (n,), what the other keeps."""

    score: Column
    keeps: NDArray[np.bool_]


def weigh(scored: Scored, other: str, confidence: float, trees: Trees, live: bool = False) -> Opinion:
    """The chances once another extractor's text was read. Where that is most of a page with a short article, what it
    has raises none outside of what is liked and the blocks beside that: the corpora have few such pages, so the trees
    know little of them.

    live: whether the page looks like a live blog, of which scorers often know the first entries alone.
    """
    names, table = opinion_table(scored, other, confidence)
    trees.expect(names)
    score = chance(trees.score(table)[0])
    liked = np.flatnonzero(scored.score >= scored.balanced)
    if len(liked) and not live and _is_everything(dict(zip(names, table[:, 0].tolist(), strict=True))):
        outside = (scored.view.at < liked[0] - BESIDE) | (scored.view.at > liked[-1] + BESIDE)
        score = np.where(outside, np.minimum(score, scored.score), score)
    return Opinion(score, table[names.index("other_share")] > KEPT)


def _is_everything(page: Mapping[str, float]) -> bool:
    """Whether another's text is the whole of a page whose article is short. page: what `_of_page` says."""
    short = page["our_words"] < np.log1p(SHORT)
    return bool(short and 0 < page["more_words"] < np.log(TIMES) and page["good_in_other"] > PROSE)


@cache
def opinion_trees() -> Trees:
    """The trees of the second opinion on HTML, read on the first call and kept."""
    return Trees(read_weights("html.opinion"))
