"""Signatures: short lines that name an author and say a date, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from newsclean.evidence.authors import bare_name, names_author
from newsclean.evidence.characters import Class
from newsclean.evidence.dates import HAN_UNITS
from newsclean.evidence.folding import bounded, folded
from newsclean.evidence.lexicon import INDEX, KEYS
from newsclean.evidence.view import View

LONGEST = 200
"""Characters of such a line at most."""
SIGN = re.compile(r"\s+[-–—/]\s+|\s*[|｜•·]\s*")
"""What parts an author from a date."""
EDGES, BRACKETS = " \t|｜•·-–—/,;:，、", "()[]（）【】"
"""What stands at the edges of a part and belongs to neither."""
CLOCK = re.compile(r"\b\d?\d[:.]\d\d\b")
FIGURES = re.compile(rf"\d\s?[./-]\s?\d|\d\s?[{HAN_UNITS}]")
UNITS = re.compile(rf"[{HAN_UNITS}時时分秒]+")
SEAM = re.compile(r"(?<=\S)\s+|(?<=[a-z])(?=[A-Z])")
"""Where a word begins, on a page glued together too."""
GLUED = re.compile(r"(?<=[^\W\d_])\d{1,4}[\s./-]*$")
"""A date's first figure behind a word that nothing parts from it."""
BETWEEN, LETTERS = 2, 3
"""Words that stand between a date's figures, and their letters, at most: "4 de marzo de 2025", "5 March at 10:20"."""
AHEAD = 3
"""Words behind a date, before "By", that are a part of it ("Uhr", "pm GMT")."""


class Signature(NamedTuple):
    """What a line says of a story's author and its date, as printed; "" for what it does not say.

    by: whether the author is called so, and not only a name beside a date.
    """

    author: str = ""
    date: str = ""
    by: bool = False


class Part(NamedTuple):
    """A part of a line: where it stands, and whether it says a day or names an author."""

    start: int
    end: int
    day: bool = False
    author: bool = False


def signature(view: View, block: int) -> Signature:
    """The author and the date of a line, each where it is told from the other: by a sign between, or by "By". Made
    once, for whoever asks."""
    made: dict[int, Signature] = view.__dict__.setdefault("signatures", {})
    found = made.get(block)
    if found is None:
        found = made[block] = _signature(view, block)
    return found


def _signature(view: View, block: int) -> Signature:
    line = view.doc.read_text(block)
    if len(line) > LONGEST:
        return Signature()
    dates = _dates(view, block, line)
    parts = [part for start, end in _parted(line, dates) for part in _told(view, line, start, end, dates)]
    days = [part for part in parts if part.day]
    authors = [part for part in parts if part.author]
    rest = [trimmed(line[part.start : part.end]) for part in parts if not part.day]
    # of several days, which may be those of publication and change, all with what stands between
    date = trimmed(line[days[0].start : days[-1].end]) if days else ""
    if authors:
        return Signature(trimmed(line[authors[0].start : authors[0].end]), date, by=True)
    return Signature(rest[0] if len(rest) == 1 and days and _bare(view, rest[0]) else "", date)


def trimmed(text: str) -> str:
    """A part without the signs around it, and without brackets around all of it or without their counterpart."""
    text = text.strip(EDGES)
    lone = sum(map(text.count, BRACKETS[::2])) != sum(map(text.count, BRACKETS[1::2]))
    if lone or (text[:1] in BRACKETS[::2] and text[-1:] in BRACKETS[1::2]):
        return text.strip(EDGES + BRACKETS)
    return text


def _bare(view: View, text: str) -> bool:
    """Whether a text beside a date is a name or an agency, and does not say that the date is that of publication."""
    named = bare_name(view, text) or folded(text) in view.lexicon.people["agency"]
    return named and not _begins(view, text, "updated")


def _dates(view: View, block: int, line: str) -> list[tuple[int, int]]:
    """Where days stand in a line: figures and months with next to nothing between."""
    tokens, at = view.tokens, int(view.starts[block])
    # of its own type: numpy copies the page's column otherwise, for each line
    first, end = np.searchsorted(tokens.block, np.array((block, block + 1), tokens.block.dtype)).tolist()
    dated = tokens.month[first:end] | (tokens.first[first:end] == Class.DIGIT)
    spans: list[list[int]] = []
    last = -1
    for i in np.flatnonzero(dated).tolist():
        start = int(tokens.start[first + i]) - at
        stop = start + int(tokens.size[first + i])
        if spans and _goes_on(line[spans[-1][1] : start], i - last - 1):
            spans[-1][1] = stop
        else:
            spans.append([start, stop])
        last = i
    months = (tokens.start[first:end][tokens.month[first:end]] - at).tolist()
    return [
        (start - _glued(line[:start]), stop + _units(line[stop:]))
        for start, stop in spans
        if FIGURES.search(line[start : stop + 1])
        or (stop - start > 4 and any(start <= month < stop for month in months))
    ]


def _goes_on(between: str, words: int) -> bool:
    """Whether a date goes on behind what stands between two figures of it."""
    small = all(len(word.strip(EDGES + BRACKETS + ".")) <= LETTERS for word in between.split())
    return words <= BETWEEN and small and not between.strip(EDGES + BRACKETS + ".")[:1].isupper()


def _glued(before: str) -> int:
    """Characters before a date that belong to it, though they cling to a name ("Ida Crane14 March")."""
    found = GLUED.search(before)
    return len(before) - found.start() if found else 0


def _units(rest: str) -> int:
    """Characters behind a figure that belong to it, as in "3月12日"."""
    found = UNITS.match(rest)
    return found.end() if found else 0


def _parted(line: str, dates: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a line between signs, but for those within a date."""
    start = 0
    for sign in SIGN.finditer(line):
        if not any(low < sign.end() and sign.start() < high for low, high in dates):
            if sign.start() > start:
                yield start, sign.start()
            start = sign.end()
    if start < len(line):
        yield start, len(line)


def _told(view: View, line: str, start: int, end: int, dates: Sequence[tuple[int, int]]) -> list[Part]:
    """What a part says; one with a date is parted once more where an author stands before or behind it."""
    own = [span for span in dates if start <= span[0] < end]
    if not own:
        author = names_author(view, trimmed(line[start:end]))
        return [Part(start, end, not author and bool(dates) and CLOCK.search(line, start, end) is not None, author)]
    first, last = own[0][0], own[-1][1]
    cut = start + _author_ends(view, line[start:first])
    if cut > start and names_author(view, trimmed(line[start:cut])):
        return [Part(start, cut, author=True), Part(cut + _joined(line[cut:first]), end, day=True)]
    behind = _author_begins(view, line[last:end])
    if behind is not None:
        return [Part(start, last + behind, day=True), Part(last + behind, end, author=True)]
    if cut > start and _bare(view, trimmed(line[start:cut])):
        return [Part(start, cut), Part(cut, end, day=True)]
    led = start + _leads(view, line[start:first])
    return [Part(start, led), Part(led, end, day=True)] if led > start else [Part(start, end, day=True)]


def _leads(view: View, before: str) -> int:
    """Where "Published" begins behind words of another line, on a page glued together; 0 where it does not."""
    if not _begins(view, before, "updated"):
        for seam in islice(SEAM.finditer(before), AHEAD - 1, None):
            if _begins(view, before[seam.end() :], "updated"):
                return seam.end()
    return 0


def _author_ends(view: View, before: str) -> int:
    """Where an author's name ends in what stands before a date: before "Published", a weekday, "on"."""
    for seam in SEAM.finditer(before):
        if _begins(view, before[seam.end() :], "updated"):
            return seam.start()
    words = [*re.finditer(r"\S+", before)]
    while len(words) > 1:
        word = words[-1].group().strip(EDGES + ".").casefold()
        joins = len(word) <= LETTERS and words[-1].group().strip(EDGES).islower()
        if word and not joins and word not in view.lexicon.weekdays:
            break
        words.pop()
    return words[-1].end() if words else 0


def _joined(between: str) -> int:
    """Characters of what joins a name and a date: "on", and blanks and signs around it."""
    words = between.split()
    return len(between) if all(word.strip(EDGES).islower() and len(word) <= LETTERS for word in words) else 0


def _author_begins(view: View, behind: str) -> int | None:
    """Where an author's line begins in what stands behind a date, a word or two for its time aside; None without."""
    words = [*re.finditer(r"\S+", behind)][: AHEAD + 1]
    return next((w.start() for w in words if names_author(view, trimmed(behind[w.start() :]))), None)


def _begins(view: View, text: str, family: str) -> bool:
    """Whether a text begins with a phrase of a family."""
    text = folded(text)
    return any(
        text.startswith(phrase) and bounded(text, phrase)
        for size in KEYS
        for phrase, own in view.lexicon.start.get(text[:size], ())
        if own == INDEX[family]
    )
