"""Overview: is what stays of a page an article, or what the page says of the stories that it lists?

Learned on pages whole and cut short, on such that lost their article, and on such that have a list of other pages'
headlines and introductions in its place.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.contrast import telling_tokens
from newsclean.evidence.head import called_article
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.shape import ellipsis_end
from newsclean.evidence.signatures import signature
from newsclean.evidence.view import Column, View
from newsclean.scoring.claims import begins_as_said, is_article, is_dated, is_described, is_list, is_titled
from newsclean.scoring.excerpts import BLURB, excerpts
from newsclean.scoring.fronts import names_weekday, tells_day
from newsclean.scoring.presence import in_a_row
from newsclean.scoring.scorer import Scored, chance
from newsclean.scoring.story_lines import dated_lines, headlines, lines, linked

TRAITS = (
    "kept_words", "kept_blocks", "best_run", "mean_score", "min_score", "mean_first", "median_words", "max_words",
    "ends", "dots", "quotes", "days", "weekday", "alike",
    "blurbs_above", "blurbs_below", "page_words", "dates_above", "dates_between", "dates_below", "lines_above",
    "lines_between", "lines_below", "also",
    "near_date", "near_author", "headline_words", "headline_shared", "line_gap", "line_shared",
    "links", "stories_below", "stamped", "heading_linked", "heading_level", "heading_gap", "linked_after",
)  # fmt: skip
"""Of the blocks that stay: words and blocks (log), the longest run's share of them, their chances (mean, least, mean
by the first look), their words (median, most), the shares that end as sentences do, end with dots, have a quotation or
a day; a weekday; the share of their telling words that two of them have. Of the page (logs): words of other sentences
above and below them for one of theirs, its words, lines with a date and longer ones above, between and below, cues of
other stories. Around the first block: a date, an author, the headline's words and the share of them that stands in the
text, where the nearest longer line stands and its share. Of HTML and Markdown: the share of links, headings below that
are links, whether the head is dated (HTML), the nearest heading above (a link, its level, how far), and the share of
blocks above a headline that is a link; of text all -1, but headings below 0 and how far `NO_HEADING`."""
LONG_LINE = 4
"""Words of a line that may be a story's headline, at least."""
ABOUT, HEADLINE_ABOVE, HEADING_ABOVE, LINKED_BELOW = 8, 6, 12, 3
"""Blocks above the text in which its date and author, its headline and a heading stand; and below one of its blocks, in
which another story's headline does."""
NO_LINE, NO_HEADING = 20, 30
QUOTES = re.compile('["“„«「]')

BRIEF = {"html": 0.55, "markdown": 0.7, "text": 0.7}
"""Chance, by mode, from which what may stay of a page is an article, where it is not plainly one."""
FRONT = {"html": 0.12, "markdown": 0.2, "text": 0.25}
"""Chance, by mode, below which what stays is none: a lost article is worse than blurbs that are left."""
UNSAID, DECLARED = 0.25, 0.5
"""The same of HTML whose head does not say that it is an article, and of a page that calls itself a list of stories: of
395 real articles without a date in the head none that is asked has less than the one; one of 1,237 calls itself so."""
STORIES = 3
"""Links, lines and sentences that may tell of other stories, at least: with fewer a page lists none."""
SMALL, SMALL_TEXT = 200, 0.19
"""Words around it up to which a text stands on a small page, and the chance there: such pages have taught nothing."""
MOST, ALIKE = 1000, 0.4
"""Words, and the share of telling words that come again, from which nobody asks: next to no front has so many."""
SHARE, LISTED = {"html": 0.8, "markdown": 0.7, "text": 0.6}, 0.9
"""The share of the page's words, by mode, from which nobody asks: in text an article in entries, a diary or
a list of events, looks like a list of stories; and that of a page that calls itself such a list."""

Kept = NDArray[np.bool_]


def may_be_article(scored: Scored, score: Column, kept: Kept) -> bool:
    """Whether blocks that are not plainly an article are one in brief. kept: bool (n,)."""
    least = BRIEF.get(scored.view.doc.mode)  # of pages on one line nothing was learned, whoever scores them
    if scored.presence is None or least is None or not kept.any():
        return False
    said = begins_as_said(scored.view, kept) or _is_small_and_dated(scored.view, kept)
    return said or article_chance(scored, score, kept) >= least


def tells_of_stories(scored: Scored, score: Column, kept: Kept) -> bool:
    """Whether what stays is no article, but words on a topic or on listed stories. kept: bool (n,), one at least."""
    view = scored.view
    mode, words = view.doc.mode, float(view.words[kept].sum())
    if scored.presence is None or mode not in FRONT or _said_to_be(view, kept):
        return False
    listed = view.doc.markup is not None and is_list(view.doc.markup)
    if not listed and _others(view, kept) < STORIES:
        return False
    nearly_all = words >= (LISTED if listed else SHARE[mode]) * view.words.sum()
    begun = view.doc.markup is not None and excerpts(view, kept)
    if not begun and (words > MOST or nearly_all):
        return False
    if _alike(view, kept) >= ALIKE or (not begun and in_a_row(score, kept & (view.sentence_end > 0))):
        return False
    return begun or article_chance(scored, score, kept) < _least(view, mode, kept, listed)


def _others(view: View, kept: Kept) -> int:
    """How many lines may be other stories' headlines, or sentences beside what stays be said of them."""
    line = (view.sentence_end == 0) & (view.words >= LONG_LINE)
    return int((((line | (view.words >= BLURB)) & ~kept) | headlines(view)).sum())


def _least(view: View, mode: str, kept: Kept, listed: bool) -> float:
    """The chance below which what stays is none. kept: bool (n,). listed: whether the page calls itself a list."""
    markup = view.doc.markup
    if listed:
        return DECLARED
    if mode == "html" and markup is not None and markup.head.title and not called_article(markup.head):
        about = is_described(view, markup.head, kept) or is_titled(view, markup.head, kept, ~linked(view))
        return FRONT[mode] if about else UNSAID
    return SMALL_TEXT if mode == "text" and _is_small(view, kept) else FRONT[mode]


def _is_small(view: View, kept: Kept) -> bool:
    return float(view.words[~kept].sum()) < SMALL


def _is_small_and_dated(view: View, kept: Kept) -> bool:
    """Whether a small page dates what stays; a large one may have lost its article below the date."""
    return _is_small(view, kept) and is_dated(view, kept)


def _said_to_be(view: View, kept: Kept) -> bool:
    """Whether a date stands above what stays of a small page and none below; or the head of a page of HTML says that it
    is an article, has the title of a heading above the text, or describes what stays."""
    markup = view.doc.markup
    if _is_small_and_dated(view, kept):
        return True
    if markup is None:
        return False
    return is_article(markup) or is_titled(view, markup.head, kept, view.doc.heading > 0) or begins_as_said(view, kept)


def article_chance(scored: Scored, score: Column, kept: Kept) -> float:
    """The chance that what stays is an article, by the trees of its mode. kept: bool (n,), one block at least."""
    assert scored.presence is not None
    table = overview(scored.view, scored.first, score, kept)
    return float(chance(scored.presence.score(table)[0])[0])


def overview(view: View, first: Column, score: Column, kept: Kept) -> NDArray[np.float32]:
    """float32 (37, 1): the traits, in the order of `TRAITS`.

    first, score: float32 (n,), the chances by the first look and now. kept: bool (n,), one block at least.
    """
    at = np.flatnonzero(kept)
    traits = [*_of_text(view, first, score, at), *_of_page(view, kept, at), *_about(view, kept, at)]
    return np.array([traits + _marked(view, at)], np.float32).T


def _of_text(view: View, first: Column, score: Column, at: NDArray[np.intp]) -> list[float]:
    """The traits of the blocks that stay."""
    words = view.words[at].astype(np.float64)
    total = max(float(words.sum()), 1.0)
    runs = np.bincount(np.cumsum(np.diff(at, prepend=at[0]) > 1), words)
    texts = [view.doc.read_text(i) for i in at.tolist()]
    found = [
        np.log1p(total), np.log1p(len(at)), runs.max() / total,
        (score[at] * words).sum() / total, score[at].min(), (first[at] * words).sum() / total,
        np.median(words), words.max(), (view.sentence_end[at] > 0).mean(), (ellipsis_end(view)[at] > 0).mean(),
        sum(map(bool, map(QUOTES.search, texts))) / len(at), tells_day(view)[at].mean(),
        any(names_weekday(view, text) for text in texts),
    ]  # fmt: skip
    kept = np.zeros(view.n, np.bool_)
    kept[at] = True
    return [*map(float, found), _alike(view, kept)]


def _alike(view: View, kept: Kept) -> float:
    """The share of the text's telling words, one a block, that stand in two of its blocks or more."""
    words, block = telling_tokens(view)
    mine = kept.take(block)
    pairs = np.unique(words.compress(mine).astype(np.int64) * view.n + block.compress(mine))
    counts = np.bincount(pairs // view.n)
    return float(counts[counts > 1].sum() / max(len(pairs), 1))


def _of_page(view: View, kept: Kept, at: NDArray[np.intp]) -> list[float]:
    """The traits of the page around the text."""
    above, below = view.at < at[0], view.at > at[-1]
    words, total = view.words.astype(np.float64), max(float(view.words[at].sum()), 1.0)
    blurbs = (view.sentence_end > 0) & (words >= BLURB) & ~kept
    dates, long = dated_lines(view), lines(view) & ~kept & (words >= LONG_LINE)
    between = ~above & ~below & ~kept
    shares = [words[blurbs & side].sum() / total for side in (above, below)]
    counts = [(found & side).sum() for found in (dates, long) for side in (above, between, below)]
    also = (view.cues[INDEX["also"]] > 0).sum()
    return np.log1p(np.array([*shares, words.sum(), *counts, also], np.float64)).tolist()


def _about(view: View, kept: Kept, at: NDArray[np.intp]) -> list[float]:
    """The traits of what stands around the text's first block."""
    start, shown = int(at[0]), lines(view)
    near = range(max(start - ABOUT, 0), start)
    date = dated_lines(view)[near.start : start + 1].any()
    author = any(bool(signature(view, i).author) for i in near if shown[i])
    above = [i for i in near if i >= start - HEADLINE_ABOVE and (not view.sentence_end[i] or view.doc.heading[i])]
    headline = max(above, key=lambda i: float(view.words[i]), default=-1)
    long = [i for i in near if shown[i] and not kept[i] and view.words[i] >= LONG_LINE]
    line = long[-1] if long else -1
    return [
        float(date),
        float(author),
        float(view.words[headline]) if above else 0.0,
        _share(view, headline, at),
        float(start - line) if long else float(NO_LINE),
        _share(view, line, at[:2]),
    ]


def _share(view: View, line: int, at: NDArray[np.intp]) -> float:
    """The share of a line's words that stand in some blocks; 0 where there is no line."""
    if line < 0:
        return 0.0
    (words, total), block = view.word_numbers, view.tokens.block
    inside, stands = np.zeros(view.n, np.bool_), np.zeros(total, np.bool_)
    inside[at] = True
    stands[words.compress(inside.take(block))] = True
    own = np.unique(words.compress(block == line))
    return float(stands[own].mean()) if len(own) else 0.0


def _marked(view: View, at: NDArray[np.intp]) -> list[float]:
    """The traits of links and headings."""
    doc = view.doc
    if doc.markup is None and doc.marks is None:
        return [-1.0, 0.0, -1.0, -1.0, -1.0, float(NO_HEADING), -1.0]
    start, whole = int(at[0]), linked(view)
    heads = whole & (view.words >= LONG_LINE)
    above = np.flatnonzero(doc.heading[max(start - HEADING_ABOVE, 0) : start + 1] > 0) + max(start - HEADING_ABOVE, 0)
    below = (headlines(view) & (doc.heading > 0) & (view.at > at[-1])).sum()
    last = int(above[-1]) if len(above) else -1
    return [
        float(doc.links[at].sum() / max(float(view.chars[at].sum()), 1.0)),
        float(np.log1p(below)),
        float(doc.markup.head.stamped) if doc.markup is not None else -1.0,
        float(whole[last]) if last >= 0 else -1.0,
        float(doc.heading[last]) if last >= 0 else 0.0,
        float(start - last) if last >= 0 else float(NO_HEADING),
        float(np.mean([heads[i + 1 : i + 1 + LINKED_BELOW].any() for i in at.tolist()])),
    ]
