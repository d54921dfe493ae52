"""Other topics: a list of stories, each by a headline and a sentence or two, that has hardly a word of the article.

Below short articles, as text: there trees know too little of the article to tell the list, which has no label and no
dates, from news in brief.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import clock
from newsclean.evidence.stems import in_common, stems, stems_of
from newsclean.evidence.view import Column, View
from newsclean.scoring.story_lines import LINES, list_from, orders

STORIES, MANY = 3, 5
"""Stories of a list, at least; and where it stands right below what stays, as an article's own sections do."""
HEADLINE, MOST_BLURB, SENTENCES = (3, 16), 40, 1.5
"""Words of a headline, and of what is said of its story, at most, and its sentences, in the mean: paragraphs that stand
below an article's own sub-headings have two or more."""
ARTICLE, SHORT, PARAGRAPHS, LONGER = 45, 250, 2, 2
"""Words above a list that stay and are the article, at least and at most, and its paragraphs; and how many times as
long the list may be: below a line or two it may be the article itself, a digest of news or of what is on."""
LIKELY = re.compile(rf"(?:[TDW?]{{0,4}}[T?][TDW?]{{0,3}}[B?]){{{STORIES}}}")
"""What the first three stories of a list are among the orders of lines, whatever they have beside headline and text."""
FEW = 0.15
"""Share of a list's telling words that the article may have, too: no such list in the golds of five corpora has below
.25."""
ALIKE = 0.17
"""Share of a story's telling words that others of the list have, in the mean, at most: more have the signs of a
horoscope and the products of a guide."""


def in_other_topics(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks of such lists, below an article and with no more of it behind them than they have
    themselves."""
    inside, liked = np.zeros(view.n, np.bool_), score >= threshold
    if view.words[liked].sum() > (1 + LONGER) * SHORT:
        return inside
    lists = [found for found in _lists(view) if _is_brief(view, *found[:2])]
    for start, end, _ in lists:
        inside[start:end] = True
    article = liked & ~inside
    if not (liked & inside).any() or (article & (view.sentence_end > 0)).sum() < PARAGRAPHS:
        return np.zeros(view.n, np.bool_)
    said = stems(view, article | inside)
    known = stems_of(said, np.flatnonzero(article).tolist())
    for start, end, size in lists:
        apart = end - start >= MANY * size or not (liked[start - 1] or liked[end : end + 1].any())
        stories = [stems_of(said, range(at, at + size)) for at in range(start, end, size)]
        inside[start:end] = apart and _is_below(view, article, start, end) and _are_others(stories, known)
    return inside


def _lists(view: View) -> Iterator[tuple[int, int, int]]:
    """Where each list starts and ends, and how many lines a story of it has: all of them in one order."""
    none = (view.firsts == Class.QUOTE) | (view.firsts == Class.DASH) | (clock(view) > 0) | (view.doc.item > 0)
    page, done = orders(view, *HEADLINE, MOST_BLURB, none), 0
    for found in LIKELY.finditer(page):
        for at in range(max(found.start() - LINES.stop, done), found.end()):
            size, end = list_from(page, at, STORIES) if at >= done else (0, 0)
            if end:
                yield at, end, size
                done = end


def _is_below(view: View, article: NDArray[np.bool_], start: int, end: int) -> bool:
    """Whether an article stands above a list that is not much longer, and behind it no more than it has itself."""
    words = view.words * article
    above, own = int(words[:start].sum()), int(view.words[start:end].sum())
    paragraphs = (article & (view.sentence_end > 0))[:start].sum()
    enough = max(ARTICLE, own / LONGER) <= above <= SHORT and paragraphs >= PARAGRAPHS
    return bool(enough and words[end:].sum() <= own)


def _is_brief(view: View, start: int, end: int) -> bool:
    """Whether what is said of the stories of a list is a sentence each, seldom two."""
    said = view.sentence_end[start:end] > 0
    return bool(view.counts[Class.END][start:end][said].mean() <= SENTENCES)


def _are_others(stories: list[set[str]], known: set[str]) -> bool:
    """Whether stories have few of the article's telling words, and of each other's."""
    total = sum(map(len, stories))
    if not total or sum(len(story & known) for story in stories) > FEW * total:
        return False
    return sum(in_common(stories)) <= ALIKE * len(stories)
