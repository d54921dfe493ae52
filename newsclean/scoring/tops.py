"""Tops: the headline, the author and the date above an article that comes without the rest of its page.

People join titles to extractors' outputs, copy a story with what stands above it, or write three paragraphs below an
`<h1>`. Scorers learn from whole pages, where such lines stand among much else, and from extractors' outputs, which lack
them: to both a short line on top of nothing but article is a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name, begins_with_author, calls_author
from newsclean.evidence.dates import clock, date_share, days
from newsclean.evidence.folding import folded
from newsclean.evidence.head import like_headline
from newsclean.evidence.labels import element_bit
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.outline import outline
from newsclean.evidence.signatures import signature
from newsclean.evidence.view import Column, View
from newsclean.page import Role
from newsclean.scoring.naming import headline_log_odds
from newsclean.scoring.trees import Table

LEADING = 4
"""Lines of what stays that are looked at."""
MOST_WORDS = 14
"""Words of such a line; a longer one is a standfirst as often."""
SURE = 0.0
"""Log-odds of being the headline, above which a line that is not marked as a heading is one."""
STAYING = 0.75
"""Chance from which it is more likely a sub-heading of what stands below."""
SHORT_LINES = 0.2
"""Share of short lines among what stays, from which it is one of many sub-headings, or the first of a list."""
DATE, CLOCKED = 0.5, 0.4
"""Share of a line's letters that are figures, months and days of the week, from which it is a date, and a date with a
time, which has words of its own."""
ABBREVIATED = re.compile(r"\d\s?[^\W\d]{1,3}\.$")
"""How a date ends that is no sentence: "2025 г.", "17:42 ч.", "17.42 น."."""
MARK = "# "
ALIKE = 0.5
"""Likeness to the page's title from which a block says the same."""
LEADS_ON = (":", ",", ";", "：", "،")


def tops(view: View, score: Column, kept: NDArray[np.bool_], values: Callable[[], Table]) -> dict[int, Role]:
    """The blocks on top of what stays that are no part of the article, with their roles.

    score: float32 (n,), the chances. kept: bool (n,). values: gives what speaks for each role, as `Namer.values` does;
    asked only where it matters.
    """
    at = np.flatnonzero(kept)
    if len(at) < 2:
        return {}
    leading = _leading(view, at)
    found = {**_labelled(view, at[:LEADING]), **_authors(view, leading), **_date(view, leading, at)}
    rest = at[[int(i) not in found for i in at]]
    if len(rest) > 1 and int(rest[0]) in leading and _is_headline(view, score, rest, values):
        found[int(rest[0])] = Role.HEADLINE
    return found if len(found) < len(at) else {}


def has_lines_on_top(view: View) -> bool:
    """Whether a text begins with what might be a headline, an author or a date; only then can `tops` find any."""
    return view.n > 1 and bool(_leading(view, view.at))


def _leading(view: View, at: NDArray[np.intp]) -> list[int]:
    """What stays above the first paragraph: short lines that are no sentences, and headings of the first level."""
    may = (view.words <= MOST_WORDS) & ~_is_sentence(view, at[:LEADING]) | _first_level(view)
    top = at[:LEADING]
    return top[np.logical_and.accumulate(may[top])].tolist()


def _first_level(view: View) -> NDArray[np.bool_]:
    """bool (n,): headings of the first level; a text may begin with one without the links that tell Markdown."""
    level: NDArray[np.bool_] = view.doc.heading == 1
    level[:1] |= view.doc.text.startswith(MARK)
    return level


def _line(view: View, block: int) -> str:
    """What a reader sees of a block."""
    return view.doc.read_text(block)


def _authors(view: View, leading: Sequence[int]) -> dict[int, Role]:
    """Lines that begin with the author, or name him beside a date, in whatever order."""
    day = days(view)
    lines = ((i, _line(view, i)) for i in leading)
    authors = (
        i
        for i, line in lines
        if begins_with_author(view, line) or calls_author(view, line) or (day[i] and signature(view, i).by)
    )
    return dict.fromkeys(authors, Role.BYLINE)


def _labelled(view: View, top: NDArray[np.intp]) -> dict[int, Role]:
    """Lines that are called a byline by their own element, or the one around it, and begin with a name."""
    if view.doc.markup is None:
        return {}
    page = outline(view)
    called = (page.label_bits & np.uint32(element_bit("author_line"))) > 0
    line = called[page.ancestors[top, :2]].any(1) & (view.words[top] <= MOST_WORDS) & (view.sentence_end[top] == 0)
    names = (i for i in top[line].tolist() if bare_name(view, _line(view, i).partition(",")[0]))
    return dict.fromkeys(names, Role.BYLINE)


def _is_sentence(view: View, at: NDArray[np.intp]) -> NDArray[np.bool_]:
    """bool (n,): which blocks end as sentences do; of some, those aside that end in a date and an abbreviation."""
    ends: NDArray[np.bool_] = view.sentence_end > 0
    for i in at[ends[at] & days(view)[at]].tolist():
        ends[i] = ABBREVIATED.search(_line(view, i)) is None
    return ends


def _date(view: View, leading: Sequence[int], at: NDArray[np.intp]) -> dict[int, Role]:
    """A line that is a date, where no other one is: a chronology has one above each of its parts."""
    told = (view.cues[INDEX["updated"]] > 0) | (view.cues[INDEX["timestamp"]] > 0)
    may = days(view) & (view.words <= MOST_WORDS) & ~_is_sentence(view, at)
    least = np.where(clock(view) > 0, CLOCKED, DATE)
    dates = [i for i in at[may[at]].tolist() if told[i] or _dated_share(view, i) >= least[i]]
    return {dates[0]: Role.TIMESTAMP} if len(dates) == 1 and dates[0] in leading else {}


def _dated_share(view: View, block: int) -> float:
    """Share of a line's letters that are figures, months and days of the week."""
    words = [folded(word).strip(".,()") for word in _line(view, block).split()]
    weekdays = sum(len(word) for word in words if word in view.lexicon.weekdays)
    return float(date_share(view)[block] + weekdays / view.chars[block])


def _is_headline(view: View, score: Column, at: NDArray[np.intp], values: Callable[[], Table]) -> bool:
    """Whether the first of some blocks is the headline of the others.

    A heading of the first level is one, with none before it. A short line is one where nothing but author and date
    stands above it, its words say so, and paragraphs follow: guides, which have such lines all along, begin with one.
    """
    first = int(at[0])
    level = _first_level(view)[: first + 1]
    if level[first]:
        return int(np.count_nonzero(level)) <= 1 and not _is_lead(view, first)
    if first >= LEADING - 1 or score[first] >= STAYING or _line(view, first).endswith(LEADS_ON):
        return False
    short = (view.words[at[1:]] <= MOST_WORDS) & (view.sentence_end[at[1:]] == 0)
    alone = not short[0] and np.count_nonzero(short) <= SHORT_LINES * len(at)
    return bool(alone and headline_log_odds(values())[first] > SURE)


def _is_lead(view: View, block: int) -> bool:
    """Whether a heading is a long sentence unlike the page's title, which stands above it: authors set leads so too."""
    if view.doc.markup is None or view.words[block] <= MOST_WORDS or not view.sentence_end[block]:
        return False
    like = like_headline(view)
    return bool(like[block] < ALIKE and (like[:block] >= ALIKE).any())
