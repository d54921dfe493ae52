"""Story lines: what is printed of another story on a line of its own, its headline, its date and its author."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name
from newsclean.evidence.characters import Class
from newsclean.evidence.dates import date_share, month, numeric_date, year
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.shape import question
from newsclean.evidence.signatures import signature
from newsclean.evidence.view import View
from newsclean.reading.markup import Within

LINKED = 0.8
"""Share of a headline's characters that are its link's."""
LEAST_HEADLINE, MOST_HEADLINE = 3, 30
LEAST_BLURB, MOST_BLURB = 8, 110
"""Words of a headline, and of what is said of its story: one more than the least where a sentence ends it."""
LINE = 14
"""Words of a line with a date or an author, at most."""
FIGURES, DATED = 4, 0.5
"""Words of a line that is a date by the share of its letters that are figures and months, though a stop may end it."""
TITLE, DATE, BLURB, WORD, QUESTION = "TDBW?"
"""A headline's line, a date's, what is said of a story, a line of fewer words than a headline has, and a question that
may be either."""
ASKING, MOST_STORIES = 3, 30
"""Stories for each whose headline is a question, at least: more of them are an interview or answers to readers. So many
are looked at where one is."""
LINES = range(2, 6)
"""Lines of a story in a list: beside its headline and one paragraph there may be a section's name and a date."""
ENTRIES, REST = 0.75, 1 / 3
"""Share of stories that read like the article, and of the words beside all of them that do to those in them: from the
one and up to the other they may be the entries of an article that is a list."""


def linked(view: View) -> NDArray[np.bool_]:
    """bool (n,): what is a link as a whole."""
    found: NDArray[np.bool_] = view.doc.links >= LINKED * view.chars
    return found


def headlines(view: View) -> NDArray[np.bool_]:
    """bool (n,): links of a headline's length, to elsewhere than a place on the page."""
    found = linked(view) & (view.words >= LEAST_HEADLINE) & (view.words <= MOST_HEADLINE)
    if view.doc.markup is not None:
        found &= view.doc.markup.within & Within.ANCHOR == 0
    return found


def blurbs(view: View) -> NDArray[np.bool_]:
    """bool (n,): prose that is no link, however long."""
    found: NDArray[np.bool_] = view.words > np.where(view.sentence_end > 0, LEAST_BLURB, LINE)
    return found & ~linked(view)


def lines(view: View) -> NDArray[np.bool_]:
    """bool (n,): lines that are no sentence."""
    found: NDArray[np.bool_] = (view.words <= LINE) & (view.sentence_end == 0)
    return found


def dated_lines(view: View) -> NDArray[np.bool_]:
    """bool (n,): lines with a day, or how long ago it was; figures alone (4.7/5.0) are as often a rating or a size."""
    day = ((month(view) > 0) & (view.counts[Class.DIGIT] > 0)) | ((numeric_date(view) > 0) & (year(view) > 0))
    return lines(view) & (day | (view.cues[INDEX["timestamp"]] > 0))


def line_names_author(view: View, block: int) -> bool:
    """Whether a line names an author: with "By" or a date, or alone."""
    return bool(signature(view, block).author) or bare_name(view, view.doc.read_text(block))


def orders(view: View, least: int, most: int, most_blurb: int, none: NDArray[np.bool_]) -> str:
    """What each block of a page may be in a list of stories, a letter each, or a blank.

    least, most: words of a headline. most_blurb: words of what is said of its story, at most. none: bool (n,), blocks
    that are no part of such a list.
    """
    kinds = np.full(view.n, " ")
    sentence, headline = view.sentence_end > 0, (view.words >= least) & (view.words <= most)
    kinds[sentence & (view.words <= most_blurb)] = BLURB
    kinds[~sentence & headline] = TITLE
    kinds[~sentence & (view.words < least)] = WORD
    kinds[headline & (question(view) > 0)] = QUESTION
    kinds[dated_lines(view) | ((view.words <= FIGURES) & (date_share(view) >= DATED))] = DATE
    kinds[none] = " "
    return "".join(kinds.tolist())


def list_from(page: str, start: int, stories: int) -> tuple[int, int]:
    """How many lines each story of a list has that begins at a place, and where the list ends, so many stories or more
    with all their lines in one order; 0 and 0 where there is none. page: as `orders` gives it."""
    for size in LINES:
        order = page[start : start + size].replace(QUESTION, TITLE)
        if order.count(BLURB) == 1 and TITLE in order.partition(BLURB)[0] and " " not in order:
            times = repeated(page, order, start)
            if times >= stories:
                return size, start + size * times
    return 0, 0


def repeated(page: str, order: str, start: int) -> int:
    """How often an order of lines comes from a place on, without anything between; questions are what they need be,
    where only few of the headlines are."""
    size, times, asking = len(order), 0, 0
    while not asking or times < MOST_STORIES:
        unit = page[start + times * size : start + (times + 1) * size]
        if unit != order:
            if not _may_be(unit, order):
                break
            asking += any(line == QUESTION and known == TITLE for line, known in zip(unit, order, strict=True))
        times += 1
    return times if times >= ASKING * asking else 0


def _may_be(unit: str, order: str) -> bool:
    """Whether the lines of a story have an order, if some of them are questions."""
    if len(unit) < len(order) or QUESTION not in unit:
        return False
    return all(a == b or (a == QUESTION and b in TITLE + BLURB) for a, b in zip(unit, order, strict=True))
