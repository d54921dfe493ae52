"""Other stories: what stands below the article in an element of its own, as a page appends the next one or a blog the
ones before.

They read like the article, since each was one. But the page calls itself what is printed over the first alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import month, numeric_date, year
from newsclean.evidence.head import own_names
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.outline import outline
from newsclean.evidence.view import Column, View
from newsclean.reading.document import Integers
from newsclean.reading.markup import Markup
from newsclean.scoring.entries import head_times
from newsclean.scoring.stretches import BEFORE, NONE, liked_before, within
from newsclean.titles import squashed

DATED, DATE_WORDS = 6, 14
"""Blocks from a story's title to its date, at most, and words of a line that holds one."""


def other_stories(view: View, score: Column, threshold: float) -> tuple[Integers, Integers]:
    """int32 (stories,) twice: the first block of each element that holds another story, and the one behind its last.

    Such an element stands behind one of the same parent, tag and class, in which the page's title is printed over text
    that is liked. It has a heading of that tag and class, too, which is of the first level, and a name; or both are
    `<article>`. Where the first has its date beside its title, another story has one as well: what has none is a
    chapter.
    """
    doc, markup = view.doc, view.doc.markup
    title, others = _headings(view)
    if markup is None or title < 0 or not len(others):
        return NONE, NONE
    printed, heads = markup.element[title], markup.element[others]
    alike = others[markup.signature[heads] == markup.signature[printed]]
    named = others[(markup.label[heads] == markup.label[printed]) & (markup.label[heads] > 0)]
    if not len(alike) and not len(named):
        return NONE, NONE
    first, end = outline(view).reach
    liked = liked_before(view, score, threshold)
    text = liked[end] - liked[first]
    found, (dates, days) = [NONE], _dates(view)
    dates = dates[np.abs(dates - title) <= DATED]
    for element, beside in _beside(markup, int(printed), text):
        beside = beside[text[beside] > 0]
        if _between(dates, first[element], end[element]):
            beside = beside[_between(days, first[beside], end[beside])]
        article = np.array([markup.tags[tag] == "article" for tag in markup.tag[beside]], np.bool_)
        same, called = (_between(places, first[beside], end[beside]) for places in (alike, named))
        told = same & (doc.heading[title] == 1) & (markup.label[beside] > 0)  # a nameless element may be any
        found.append(beside[np.where(article, same | called, told)])
    stories = np.concatenate(found)
    return first[stories], end[stories]


def in_other_stories(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks of other stories."""
    return within(*other_stories(view, score, threshold), view.n)


def _headings(view: View) -> tuple[int, Integers]:
    """The first heading that says what the page calls itself, -1 where none does, and all behind it that do not."""
    doc = view.doc
    headings = np.flatnonzero(doc.heading).tolist()
    if doc.markup is None or len(headings) < 2:
        return -1, NONE
    names = own_names(doc.markup.head)
    named = [squashed(doc.read_text(i)) in names for i in headings]
    if not any(named):
        return -1, NONE
    first = named.index(True)
    return headings[first], np.array([i for i, own in zip(headings, named, strict=True) if not own], np.int32)[first:]


def _dates(view: View) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The lines with a date, and those with whatever part of one, or a time."""
    line = (view.words <= DATE_WORDS) & (view.sentence_end == 0)
    years, months, whole = year(view) > 0, month(view) > 0, numeric_date(view) > 0
    told = (view.cues[INDEX["updated"]] > 0) | (view.cues[INDEX["timestamp"]] > 0) | (head_times(view) >= 0)
    day = told | years | (months & (view.counts[Class.DIGIT] > 0)) | whole
    return np.flatnonzero(line & ((years & months) | whole)), np.flatnonzero(line & day)


def _beside(markup: Markup, element: int, text: NDArray[np.float64]) -> Iterator[tuple[int, Integers]]:
    """An element, and each that holds it and enough text; with those behind it of its parent, its tag and its class."""
    key = markup.parent.astype(np.int64) * (int(markup.signature.max()) + 1) + markup.signature
    order = np.argsort(key, kind="stable").astype(np.int32)
    key = key[order]
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    while element:
        if text[element] >= BEFORE:
            at = int(place[element])
            yield element, order[at + 1 : key.searchsorted(key[at], "right")]
        element = int(markup.parent[element])


def _between(places: NDArray[np.integer], first: Integers, end: Integers) -> NDArray[np.bool_]:
    """bool, one for each stretch: whether any of the places, which rise, lies in it."""
    inside: NDArray[np.bool_] = places.searchsorted(first) < places.searchsorted(end)
    return inside
