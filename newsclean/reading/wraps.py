"""Wraps: lines that break off where no more fitted, as mail, terminals and `textwrap` have them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise, repeat
from string import ascii_letters

from newsclean.reading.joins import APART, JOINED, broken_joins
from newsclean.reading.lines import ITEM, Line
from newsclean.reading.sentence_ends import ends_sentence

NARROWEST, WIDEST = 50, 200
"""Widths at which text is wrapped."""
SLACK, BEYOND = 4, 10
"""Columns that a full line may leave empty, and that a word which was not parted may go beyond the width."""
FEWEST, WRAPPED, OPEN, MOST_LONGER = 4, 0.6, 0.7, 0.25
"""Lines that the next one's first word would not have fitted into, at least; what share they are of the lines, longer
than half the width, that another follows; in how many of them no sentence ends; and how many, of as many, may be longer
than the width."""
UNCASED = (2, 1.0, 1.0)
"""The first three where letters have no case, and a small letter cannot tell that a line goes on."""
CASED = 0.1
"""Share of the characters that are letters with case, below which a text's have none."""
DENSE = "\u2e80-\u303e\u3041-\u30ff\u3100-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003fffd"
WIDE = re.compile(f"[{DENSE}\u1100-\u115f\uac00-\ud7a3\uffe0-\uffe6]")
"""What is two columns wide in a terminal."""
LATIN = ascii_letters.encode()
UNSPACED = re.compile(f"[{DENSE}]")
"""A character of a script without blanks between words."""
FIRST = re.compile(rf"[{DENSE}][、。，．：；！？」』）】》]*|[^\s{DENSE}]+")
"""What a line could have taken from the next: a word, or one character of a script without blanks and the marks that
begin no line."""

Width = Callable[[str], int]


def columns(text: str) -> int:
    """How many columns a terminal needs for a text."""
    return len(text) + len(WIDE.findall(text))


def find_joins(lines: list[Line]) -> tuple[list[int], int]:
    """How each line stands to the one before (`APART`, `RUNS_ON` or `JOINED`); and the width of the wrapping, or 0."""
    if _may_be_wrapped(lines):
        for size in (len, columns) if WIDE.search("".join([line.text for line in lines])) else (len,):
            if width := wrap_width(lines, size):
                return wrapped_joins(lines, width, size), width
    return broken_joins(lines), 0


def find_joins_by(given: list[Line], lines: list[Line]) -> tuple[list[int], int]:
    """The same for lines of which something was taken out, by those that came, which tell where no more fitted.

    given: the lines as they came, of which `lines` are what is left, at the same places.
    """
    joins, width = find_joins(given)
    if not width:
        return broken_joins(lines), 0
    starts = [line.start for line in given]
    at = [-1, *(bisect_right(starts, line.start) - 1 for line in lines)]
    # what stood between two lines and is none any more parted them, if it did so on either side
    return [min(joins[before + 1 : own + 1]) for before, own in pairwise(at)], width


def _may_be_wrapped(lines: list[Line]) -> bool:
    """Whether a page is worth a look: most pages have long lines."""
    sizes = [len(line.text) for line in lines]
    short = sum([NARROWEST // 4 < size <= WIDEST for size in sizes])
    return short >= FEWEST and sum([size > WIDEST + BEYOND for size in sizes]) <= MOST_LONGER * short


def wrap_width(lines: list[Line], size: Width) -> int:
    """The width at which the text was hard-wrapped, its indents counted in, or 0. size: what measures a text.

    Greedy wrapping leaves a mark that nothing else leaves: the next line's first word would not have fitted.
    """
    sizes = [line.indent + size(line.text) for line in lines]
    full = [
        (columns, columns + 1 + _first(b.text, size), ends_sentence(a.text))
        for columns, (a, b) in zip(sizes, pairwise(lines), strict=False)
        if NARROWEST // 2 < columns <= WIDEST and not b.blanks and not ITEM.match(b.text)
    ]
    longer = [columns for columns, line in zip(sizes, lines, strict=True) if columns > NARROWEST and _may_wrap(line)]
    usual = len(full) >= FEWEST or not _is_uncased(lines)
    fewest, wrapped, is_open = (FEWEST, WRAPPED, OPEN) if usual else UNCASED
    if len(full) < fewest or sum(columns > WIDEST + BEYOND for columns in longer) > MOST_LONGER * len(full):
        return 0
    width, fits = likeliest_width([(columns, needed) for columns, needed, _ in full], range(NARROWEST, WIDEST + 1))
    share = max(fewest, wrapped * sum(columns > width // 2 for columns, _, _ in full))
    open_ends = sum(columns <= width < needed and not ended for columns, needed, ended in full)
    if fits < share or open_ends < is_open * fits:
        return 0
    return width if sum(columns > width + BEYOND for columns in longer) <= MOST_LONGER * fits else 0


def _is_uncased(lines: list[Line]) -> bool:
    """Whether the letters of a text have no case, but for words of others in it."""
    text = "".join([line.text for line in lines])
    data, fewest = text.encode("utf-8", "replace"), CASED * len(text)
    if len(data) == len(text) or len(data) - len(data.translate(None, LATIN)) >= fewest:
        return False  # told by the letters of ASCII alone, in a twentieth of the time
    return sum(count for char, count in Counter(text).items() if char.lower() != char.upper()) < fewest


def likeliest_width(lines: Iterable[tuple[int, int]], widths: range) -> tuple[int, int]:
    """The width of some at which most lines would have been broken off, and how many are.

    lines: how many columns each has, and how many it would have had with the next one's first word.
    """
    fits = [0] * (widths.stop + 1)
    for size, needed in lines:
        if size < widths.stop:
            fits[size] += 1
            fits[min(needed, widths.stop)] -= 1
    fits = list(accumulate(fits))
    width = max(widths, key=fits.__getitem__)
    return width, fits[width]


def wrapped_joins(lines: list[Line], width: int, size: Width) -> list[int]:
    """How each line stands to the one before, in a text wrapped at `width`."""
    joins = [APART] * len(lines)
    for i in range(1, len(lines)):
        a, b = lines[i - 1], lines[i]
        if not b.blanks and not ITEM.match(b.text):
            columns = a.indent + size(a.text)
            if width - SLACK - _first(b.text, size) <= columns <= width + BEYOND:
                joins[i] = JOINED
    return joins


def together(texts: Sequence[str], touch: Sequence[bool] | None = None) -> str:
    """Lines as one text: a blank between words, none between two characters of a script that sets none.

    touch: whether each line is written on to the one before.
    """
    text = " ".join(texts)
    if not (touch and any(touch)) and (text.isascii() or not WIDE.search(text)):
        return text
    whole = [texts[0]]
    for (before, after), close in zip(pairwise(texts), touch[1:] if touch else repeat(False), strict=False):
        whole.append(after if close or (UNSPACED.match(before[-1]) and UNSPACED.match(after)) else " " + after)
    return "".join(whole)


def folded(text: str) -> str:
    """A piece of a source that runs over several lines, white space folded."""
    if text.isascii():
        return " ".join(text.split())
    return together([" ".join(line.split()) for line in text.splitlines() if not line.isspace()] or [""])


def _may_wrap(line: Line) -> bool:
    """Whether it has more than one word: an address is never parted."""
    text = line.text
    return (" " in text or (not text.isascii() and WIDE.search(text) is not None)) and "://" not in text


def _first(text: str, size: Width) -> int:
    """How much room the line before would have needed for what this one begins with."""
    if text.isascii():
        return len(text.split(" ", 1)[0])
    first = FIRST.match(text)
    return size(first[0]) if first else 1
