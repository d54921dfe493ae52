"""Fronts: pages that list stories below the words with which they introduce a topic, a section or an author.

Such an introduction stands below a headline as an article in brief does, and reads like one. What it lacks is what any
brief has: a date, an author, or a head that says when it was published.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import clock, month, numeric_date
from newsclean.evidence.folding import folded
from newsclean.evidence.signatures import signature
from newsclean.evidence.view import View
from newsclean.scoring.claims import is_article, is_list
from newsclean.scoring.story_lines import dated_lines, headlines, line_names_author, lines, linked

PARAGRAPHS, MOST = 2, 120
"""Paragraphs of an introduction, and their words, at most."""
DECLARED_PARAGRAPHS, DECLARED_MOST = 6, 160
"""The same where the page calls itself a list."""
LISTED, AS_MUCH = 3, 0.5
"""Headings below it that are links, at least, and the share of its words that all links to stories there have."""
BELOW, ABOVE = 6, 8
"""Blocks below it in which the first of them stands, and above it in which an article's date or author does."""
WEEKDAY = 4
"""Letters of a weekday, at least: shorter ones are other languages' words as well ("so", "sun")."""
MOSTLY = 0.6
"""Share of the other stories that have a date above their headlines, from which the first one's is none of the text."""
HEADLINE = 7
"""Words of an article's headline, at least: names of topics and sections have fewer."""


def fronted(view: View, kept: NDArray[np.bool_]) -> bool:
    """Whether what stays introduces a list of stories. kept: bool (n,), one block at least.

    Of HTML, and of Markdown, which tells headings and links as well.
    """
    doc, at = view.doc, np.flatnonzero(kept)
    if doc.markup is None and doc.marks is None:
        return False
    declared = doc.markup is not None and is_list(doc.markup)
    most, paragraphs = (DECLARED_MOST, DECLARED_PARAGRAPHS) if declared else (MOST, PARAGRAPHS)
    words = int(view.words[kept].sum())
    if doc.markup is None:
        paragraphs = 1  # no head says when the page was published
    if len(at) > paragraphs or words > most or (doc.markup is not None and is_article(doc.markup)):
        return False
    stories = headlines(view) & (view.at > at[0])
    headed = np.flatnonzero(stories & (doc.heading > 0) & (view.at > at[-1]))
    listed = len(headed) >= LISTED and headed[0] <= at[-1] + BELOW
    if not (declared or listed) or view.words[stories].sum() < AS_MUCH * words:
        return False
    if not declared and _tells_time(view, kept):
        return False
    return not _is_headed(view, int(at[0]), _opening(view, headed) if len(headed) else int(at[-1]) + 1)


def _tells_time(view: View, kept: NDArray[np.bool_]) -> bool:
    """Whether the text names a day, a weekday or an hour, as news does and what is true of a topic does not."""
    if (tells_day(view) & kept).any():
        return True
    return any(names_weekday(view, view.doc.read_text(i)) for i in np.flatnonzero(kept).tolist())


def tells_day(view: View) -> NDArray[np.bool_]:
    """bool (n,): blocks with a date or an hour."""
    day: NDArray[np.bool_] = (month(view) > 0) & (view.counts[Class.DIGIT] > 0)
    return day | (numeric_date(view) > 0) | (clock(view) > 0)


def names_weekday(view: View, text: str) -> bool:
    """Whether a text names a weekday."""
    return not view.lexicon.weekdays.isdisjoint(re.findall(rf"[\w-]{{{WEEKDAY},}}", folded(text)))


def _opening(view: View, headed: NDArray[np.intp]) -> int:
    """The first block of the first story: its headline, or the line with its date above it where the others have one
    there as well. headed: the stories' headlines, one at least."""
    above = dated_lines(view)[headed - 1]
    return int(headed[0]) - bool(above[0] and above[1:].mean() >= MOSTLY) if len(headed) > 1 else int(headed[0])


def _is_headed(view: View, first: int, stories: int) -> bool:
    """Whether a date, an author or a headline stands about the text, above the first of the stories. A bare name counts
    below the title alone, since menus have some that look like one.

    first: the text's first block. stories: the first block of theirs.
    """
    title = (view.at < first) & (view.at >= first - ABOVE) & (view.doc.heading > 0)
    if view.words[title].max(initial=0) >= HEADLINE:
        return True
    about = (view.at >= first - ABOVE) & (view.at < stories) & ~linked(view)
    if (dated_lines(view) & about).any():
        return True
    named = int(np.flatnonzero(title).max(initial=0))
    for i in np.flatnonzero(about & lines(view)).tolist():
        if signature(view, i).author or (i > named and not view.doc.heading[i] and line_names_author(view, i)):
            return True
    return False
