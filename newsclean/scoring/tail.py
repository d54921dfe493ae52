"""Tail: what stays of a page behind the article's end, be it a list of other stories or the beginning of the next.

Learned on the corpora's pages with such lists and articles put below theirs, and on articles that are lists themselves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.outline import outline
from newsclean.evidence.shape import ellipsis_end
from newsclean.evidence.sums import running_sums
from newsclean.evidence.view import View
from newsclean.scoring.common_words import CommonWords, Floats, Places
from newsclean.scoring.fronts import tells_day
from newsclean.scoring.scorer import Scored, chance, log_odds
from newsclean.scoring.story_lines import LEAST_BLURB, blurbs, dated, linked

SIDES = (
    "words", "blocks", "between", "first", "score", "least", "before", "ends", "dots", "days", "numbers", "dates",
    "paired", "single", "told", "known", "lines", "uneven", "longest", "alike",
)  # fmt: skip
"""Of what stays on either side of a place where the article may end: its words and blocks (log), words between its
blocks for one of its own, its chances by the first look and now (means, and the least), the share of a block's telling
words that stand above it, the shares of blocks that end as sentences do, end with dots, have a day or begin with a
figure; lines with a date for a block; of its paragraphs the share right below a line, and of those with such a line
right behind as well; of these lines' words the shares that stand in the paragraph, and further above; the share of
blocks that are such lines; how uneven its blocks are, the longest one's words, and the share of telling words that two
of its blocks have."""
PLACE = ("shared_below", "shared_above", "last_score", "next_score", "date_behind", "colons")
"""Of the place: the share of the words on each side that stand on the other, the chances of the blocks around it,
whether a date stands behind the next, the share of blocks above it that end with a colon."""
MARKED = ("kin", "kin_below", "around", "copies_below", "copies_above")
"""Of HTML: the share of the words above in elements like the next block's, that of the words below in elements like any
above; of the smallest element with both blocks its blocks (log); and how many elements there are beside the branches
that hold one of them each, of the same kind (logs)."""
TRAITS = (*(f"{name}_above" for name in SIDES), *(f"{name}_below" for name in SIDES), *PLACE)
LOWERED = 8.0
"""Log-odds that a block behind the end loses."""
FEWEST = 2
"""Blocks of a tail, at least: about one alone enough was asked."""
HEADLINE = (3, 30)
NEAR = 5
"""Blocks from a line to what is said below it, at most."""
CUT = {"html": (0.9, 0.95)}
"""Chances, by mode, of the place behind which all that follows is other stories, and of one with elements behind it
like those above. In text and Markdown articles lose their ends before much else goes."""
POSSIBLE = 0.5
"""Chance that every place behind it has, too."""
KIN = 0.5
"""Share of the words below from which their elements are like those above."""
LISTED = 0.3
"""Share of the paragraphs below a line of their own, from which they are stories: footnotes have no headlines."""
COLONS = np.array([ord(sign) for sign in ":："], np.uint32)

Flags = NDArray[np.bool_]


def tail(scored: Scored, score: NDArray[np.float32], kept: Flags) -> Flags:
    """bool (n,): the blocks of a page's tail. score: float32 (n,), the chances. kept: bool (n,), what stays."""
    gone, at, mode = np.zeros(len(kept), np.bool_), np.flatnonzero(kept), scored.view.doc.mode
    if scored.tail is None or mode not in CUT or len(at) <= FEWEST:
        return gone
    table = places(scored.view, scored.first, score, at)
    gone[at[end_of(chance(scored.tail.score(table)[0]), table, mode) :]] = True
    return gone


def end_of(likely: NDArray[np.float32], table: NDArray[np.float32], mode: str) -> int:
    """How many of the blocks that stay are the article's: up to the first place behind which all are surely others',
    and no place behind it looks like a part of the article.

    likely: float32 (m - FEWEST,), the chance of each place. table: float32 (traits, m - FEWEST).
    """
    least, surer = CUT[mode]
    sure = np.full(len(likely), least, np.float32)
    if mode == "html":
        sure[table[len(TRAITS) + MARKED.index("kin_below")] >= KIN] = surer
    on = np.minimum.accumulate(likely[::-1])[::-1] >= POSSIBLE
    found = np.flatnonzero((likely >= sure) & on & (table[TRAITS.index("paired_below")] >= LISTED))
    return int(found[0]) + 1 if len(found) else len(likely) + FEWEST


def without_tail(score: NDArray[np.float32], found: Flags) -> NDArray[np.float32]:
    """float32 (n,): the chances, lower for a tail. found: bool (n,)."""
    return np.where(found, chance(log_odds(score) - LOWERED), score)


def places(view: View, first: NDArray[np.float32], score: NDArray[np.float32], at: Places) -> NDArray[np.float32]:
    """float32 (traits, m - FEWEST): the traits of each place behind a block that stays, but for the last ones.

    first, score: float32 (n,), the chances by the first look and now. at: int (m,), the blocks that stay.
    """
    common, words = CommonWords(view, at), view.words[at].astype(np.float64)
    sums = np.pad(np.cumsum(_columns(view, first, score, at, common), axis=1), ((0, 0), (1, 0)))
    cut = np.arange(1, len(at) - FEWEST + 1)
    longest, least = np.maximum.accumulate(words), np.minimum.accumulate(score[at])
    rest = np.maximum.accumulate(words[::-1])[::-1], np.minimum.accumulate(score[at][::-1])[::-1]
    shared, alike_above, alike_below = common.shared(cut)
    date, colons = running_sums(dated(view)), running_sums(np.isin(view.codes[view.ends[at] - 1], COLONS))
    table = [
        *_side(sums[:, cut], longest[cut - 1], least[cut - 1], alike_above),
        *_side(sums[:, -1:] - sums[:, cut], rest[0][cut], rest[1][cut], alike_below),
        *shared,
        score[at[cut - 1]],
        score[at[cut]],
        date[np.minimum(at[cut] + 3, view.n)] > date[at[cut] + 1],
        colons[cut] / cut,
    ]
    if view.doc.markup is not None:
        table += _marked(view, at, cut)
    return np.array(table, np.float32)


def _columns(
    view: View, first: NDArray[np.float32], score: NDArray[np.float32], at: Places, common: CommonWords
) -> Floats:
    """float64 (19, m): what `_side` sums up, of each block that stays."""
    lines, paragraphs = _lines(view)
    line = _line_above(lines, paragraphs)[at]
    paired = paragraphs[at] & (line >= 0)
    words, number = view.words[at].astype(np.float64), view.firsts == Class.DIGIT
    between, dates = (_between(running_sums(column), at) for column in (view.words, dated(view)))
    return np.array([
        words, np.ones(len(at)), between, first[at] * words, score[at] * words, common.before, view.sentence_end[at],
        ellipsis_end(view)[at], tells_day(view)[at], number[at] | (paired & number[line]), dates, paired,
        paired & _line_behind(lines, paragraphs)[at], *common.of_lines(line, paired), lines[at], np.log1p(words),
        np.log1p(words) ** 2, paragraphs[at],
    ])  # fmt: skip


def _side(sums: Floats, longest: Floats, least: Floats, alike: Floats) -> list[Floats]:
    """The traits of one side, by `SIDES`, from the sums of its blocks' columns."""
    (words, blocks, between, first, score, before, ends, dots, days, numbers, dates,
     paired, single, told, known, lines, size, square, paragraphs) = sums  # fmt: skip
    total, of_paragraphs, of_pairs = np.maximum(words, 1), np.maximum(paragraphs, 1), np.maximum(paired, 1)
    uneven = np.sqrt(np.maximum(square / blocks - (size / blocks) ** 2, 0))
    return [
        np.log1p(words), np.log1p(blocks), between / total, first / total, score / total, least, before / blocks,
        ends / blocks, dots / blocks, days / blocks, numbers / blocks, dates / blocks, paired / of_paragraphs,
        single / of_paragraphs, told / of_pairs, known / of_pairs, lines / blocks, uneven, longest, alike,
    ]  # fmt: skip


def _lines(view: View) -> tuple[Flags, Flags]:
    """bool (n,) twice: lines that may be the headline of what follows, and paragraphs."""
    least, most = HEADLINE
    dots = (ellipsis_end(view) > 0) & (view.words >= LEAST_BLURB)
    paragraph = (blurbs(view) & (view.doc.heading == 0)) | dots
    line = (view.sentence_end == 0) | (view.doc.heading > 0) | linked(view)
    return line & (view.words >= least) & (view.words <= most) & ~dated(view) & ~paragraph, paragraph


def _line_above(lines: Flags, paragraphs: Flags) -> Places:
    """int (n,): the line above each block, with no paragraph between; -1 where there is none near."""
    at = np.arange(len(lines))
    last = np.maximum.accumulate(np.where(lines | paragraphs, at, -1))
    above = np.concatenate(([-1], last[:-1]))
    return np.where((above >= 0) & lines[above] & (at - above <= NEAR), above, -1)


def _line_behind(lines: Flags, paragraphs: Flags) -> Flags:
    """bool (n,): whether a line is the next of lines and paragraphs behind a block, or there is none."""
    marks = np.append(np.where(lines, 1, np.where(paragraphs, 2, 0)), 1)
    at = np.arange(len(marks))
    following = np.minimum.accumulate(np.where(marks > 0, at, len(marks))[::-1])[::-1]
    return np.asarray(marks[following[1:]] == 1)


def _between(sums: Floats, at: Places) -> Floats:
    """float64 (m,): the sum over the blocks between each of those at the places and the one before; 0 for the first."""
    found = np.zeros(len(at))
    found[1:] = sums[at[1:]] - sums[at[:-1] + 1]
    return found


def _marked(view: View, at: Places, cut: Places) -> list[Floats]:
    """The traits of HTML, by `MARKED`."""
    markup, page = view.doc.markup, outline(view)
    assert markup is not None
    words = view.words[at].astype(np.float64)
    signature = markup.signature.astype(np.int64)
    kinds = signature[markup.element] * (int(signature.max()) + 1) + signature[markup.parent[markup.element]]
    kind = np.unique(kinds[at], return_inverse=True)[1]
    order = np.argsort(kind, kind="stable")
    opens = np.flatnonzero(np.diff(kind[order], prepend=-1))
    sums = running_sums(words[order])[:-1]
    alike = np.empty(len(at))
    alike[order] = sums - np.repeat(sums[opens], np.diff(np.append(opens, len(at))))  # words of a block's kind above it
    first = order[opens][kind]
    # each block's words count from behind the first of its kind up to itself
    known = running_sums(np.bincount(first, words, len(at)) - words)
    above = running_sums(words)
    below = above[-1] - above[cut]
    holder, mine, other = _branches(markup.ancestors, at[cut - 1], at[cut])
    begin, end = page.reach
    return [
        alike[cut] / np.maximum(above[cut], 1),
        known[cut] / np.maximum(below, 1),
        np.log1p(end[holder] - begin[holder]).astype(np.float64),
        np.log1p(page.siblings[other]).astype(np.float64),
        np.log1p(page.siblings[mine]).astype(np.float64),
    ]


def _branches(ancestors: NDArray[np.int32], above: Places, below: Places) -> tuple[Places, Places, Places]:
    """int (k,) each: the smallest element that holds two blocks, and the ones below it that hold either."""
    mine, other = ancestors[above], ancestors[below]
    met = mine[:, :, None] == other[:, None, :]
    met[:, -1, -1] = True  # farther up than is known
    step = met.any(axis=2).argmax(axis=1)
    at = np.arange(len(above))
    beside = met[at, step].argmax(axis=1)
    holder = mine[at, step]
    return holder, mine[at, np.maximum(step - 1, 0)], other[at, np.maximum(beside - 1, 0)]
