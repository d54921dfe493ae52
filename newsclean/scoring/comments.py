"""Comments: what readers wrote below an article, where no element shows it.

They write in whole sentences of what the article is about. A label above shows them, and names and times between.
"""

from __future__ import annotations

import re
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import dated
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.view import Column, View
from newsclean.scoring.comment_labels import MOST, MOST_CHARACTERS, MOST_TITLED, is_bare, is_label, naming_headline
from newsclean.scoring.story_lines import dated_lines, lines
from newsclean.scoring.stretches import BEFORE, liked_before

ABOVE, LEAST = 0.4, 40
"""Share of the liked words, and words, that stand above the label: a share bar on top of an article has one as well."""
SIGNED = 0.2
"""Lines with a date or a cue of comments to a liked paragraph, more than which tell comments."""
LONG_ABOVE, LONG_SIGNED = 0.15, 0.4
"""The same where comments are longer than the article."""
LED = 0.75
"""Share of the paragraphs that have a line right above them, a name without a date, below a label that says no more."""
NAME = 4
"""Words of a name that ends in a full stop, at most."""
PARAGRAPH = 8
"""Words of a comment, more than which needs a sign of its own."""
HEAD = 90
"""Characters of a comment among which its date stands, where a mere line break parts it from who wrote it and when."""
DATE = re.compile(
    r"\d{1,2}[.:h]\d\d\b|\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{1,2}\.?(?: de)? [^\W\d]+,?(?: de)? \d{4}|[^\W\d]+ \d{1,2},? \d{4}"
)
TAIL = 40
"""Characters of it at the end in which it does, where that is printed below."""
HEADED, FEWEST_HEADED = 0.6, 2
"""Share of the paragraphs below a label that begin or end with a date, and how many, at least, which tell comments."""
PARTS = 2
"""Parts of the liked text with as many words, at most, that labels of one thread make: the article and its comments."""


def in_comments(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the label of comments, and all that stands below it.

    Up to the last paragraph that is liked there are as many lines between them as paragraphs: names stand above
    comments. A fifth of them has a date or a cue of comments ("Reply"), or the label says no more than what comments
    are called, and a line stands right above each. Where most paragraphs begin or end with a date, or the label names
    the article's headline, it needs no lines.
    """
    inside = np.zeros(view.n, np.bool_)
    liked = liked_before(view, score, threshold)
    at = np.flatnonzero((liked[:-1] >= LEAST) & (liked[:-1] < liked[-1]) & (view.chars <= MOST_CHARACTERS))
    if not len(at):
        return inside
    line = lines(view)
    short = at[line[at] & (view.words[at] <= MOST)]
    signed, more, led = (set(short[way].tolist()) for way in _below(view, score >= threshold, line, short, liked))
    labels = [i for i in sorted(signed | more | led) if is_label(view, i)]
    threads = [i for i in labels if i in signed or (i in led and is_bare(view, i))]
    marked = (view.counts[Class.QUOTE] > 0) | (view.counts[Class.DIGIT] > 0)
    titled = at[marked[at] & (view.words[at] <= MOST_TITLED) & (liked[at] >= LONG_ABOVE * liked[-1])]
    threads += islice(naming_headline(view, titled.tolist()), 1)
    longer = [i for i in labels if i in more]
    if threads or longer:
        every = [i for i in np.flatnonzero(line & (view.words <= MOST)).tolist() if is_label(view, i)]
        threads += longer * (len(every) <= PARTS + 1)  # streams of stories count the comments of each
        if threads and not _part_stories(liked, every):
            inside[min(threads) :] = True
    return inside


def _below(
    view: View, likes: NDArray[np.bool_], line: NDArray[np.bool_], at: NDArray[np.intp], liked: NDArray[np.float64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Three bools for each place: whether enough lines below have a sign of comments, whether they are enough for a
    thread that is longer than the article, and whether nearly every paragraph there has a line right above it."""
    within = view.at <= np.flatnonzero(likes)[-1]
    signs = line & within & (dated_lines(view) | (view.cues[INDEX["comment"]] > 0))
    text = likes & (view.words > PARAGRAPH)
    named = (line | (view.words <= NAME))[:-1]
    names = text & np.concatenate(([False], named))
    texts, between, signed, led = (np.cumsum(column[::-1])[::-1][at] for column in (text, line & within, signs, names))
    signed, led = signed - signs[at], led - names[np.minimum(at + 1, view.n - 1)]  # below the label, which is no name
    share, enough = liked[at] / liked[-1], between >= texts
    by_signs = (share >= ABOVE) & (signed > SIGNED * texts)
    by_more = (share >= LONG_ABOVE) & (signed > LONG_SIGNED * texts)
    by_names = (share >= ABOVE) & (led >= np.maximum(LED * texts, 1))
    headed = np.cumsum(_with_dates(view, text)[::-1])[::-1][at]
    by_heads = (share >= LONG_ABOVE) & (headed >= np.maximum(HEADED * texts, FEWEST_HEADED))
    return (enough & by_signs) | by_heads, enough & by_more, enough & by_names


def _with_dates(view: View, text: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): those of some paragraphs that have a date or a time of day at their beginning or end."""
    found = text & dated(view)
    at = np.flatnonzero(found)
    found[at] = [_is_dated(view.doc.read_text(i)) for i in at.tolist()]
    return found


def _is_dated(text: str) -> bool:
    return any(DATE.search(text, *part) is not None for part in ((0, HEAD), (max(0, len(text) - TAIL), len(text))))


def _part_stories(liked: NDArray[np.float64], labels: list[int]) -> bool:
    """Whether labels part the text so that each is that of a story of its own: one has it above its comments, and
    perhaps a line of it above a share bar."""
    text = np.diff(liked[[0, *labels, len(liked) - 1]])
    return bool(np.count_nonzero(text >= LEAST) > PARTS or np.count_nonzero(text >= BEFORE) > PARTS + 1)
