"""Story lines: what is printed of another story on a line of its own, its headline, its date and its author."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name
from newsclean.evidence.characters import Class
from newsclean.evidence.dates import month, numeric_date, year
from newsclean.evidence.lexicon import INDEX
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
