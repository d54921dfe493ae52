"""Separators: signs between the texts of a page that was joined to one line, as `" | ".join(soup.stripped_strings)` has
it, or the blanks that blank lines became. Where a page has them they are its line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from newsclean.reading.breaks import Gaps, LineBreaks
from newsclean.reading.run_on import FEW, LIKELY
from newsclean.reading.sentence_ends import ends_sentence
from newsclean.reading.wraps import columns


class Separator(NamedTuple):
    """What may part texts. sign: what it has in it. lost: share of the likely line breaks that may stand within pieces.
    for_lines: pieces that there are for each line at least. end: what it stands for.
    """

    sign: str
    pattern: re.Pattern[str]
    lost: float = 0.5
    for_lines: int = 4
    end: str = "\n"


STROKE = Separator("|", re.compile(r"\|+"), for_lines=1)
"""As in `get_text("|")`: nearly every line break has one beside it."""
PARTED_STROKE = Separator("|", re.compile(r" \|+(?: \|+)* "))
AT_BLANK, MOSTLY = re.compile(r"(?<= )\|+(?= |$)|^\|+(?= )", re.M), 0.9
"""A stroke with a blank beside it; where most have one the blanks are theirs, else those of inline elements."""
SEPARATORS = (
    Separator("•", re.compile(r" •+(?: •+)* "), lost=0.22),  # before items, on a page that lost its lines
    Separator("·", re.compile(r" ·+(?: ·+)* "), lost=0.22),
    Separator("/", re.compile(r" /+(?: /+)* ")),
    Separator("\t", re.compile(r"(?<! ) *\t[ \t]*")),
    # blank lines, by those who write a blank for each line break; the other line breaks are lost
    Separator("  ", re.compile(r"  (?<=\S  ) *(?=\S)"), lost=0.8, end="\n\n"),
)
FEWEST = 8
"""Pieces that a page has at least."""
PROSE, FEWEST_PROSE = 40, 3
"""Columns of a sentence, and how many pieces are some: else what stands between separators may be a menu or a row."""
LONGEST = 0.4
"""Share of the characters that no piece has more of: else the article stands whole between two separators."""


def with_lines(source: str, breaks: LineBreaks) -> str:
    """A text of the same length with line breaks in place of its separators; one that has its lines, as it is."""
    for one in _possible(source):
        pieces = one.pattern.split(source)
        if _are_texts(pieces, source, one.for_lines) and not _lost_lines(pieces, breaks, one.lost):
            ends = [one.end.rjust(len(sign), "\v") for sign in one.pattern.findall(source)]
            return "".join([part for pair in zip(pieces, [*ends, ""], strict=True) for part in pair])
    return source


def _possible(source: str) -> Iterator[Separator]:
    """The separators that a page may have often enough, the plainest first."""
    lines = source.count("\n")
    if source.count(STROKE.sign) >= max(FEWEST - 1, lines // 4):  # blank lines are none
        strokes = sum(1 for _ in STROKE.pattern.finditer(source))
        yield PARTED_STROKE if sum(1 for _ in AT_BLANK.finditer(source)) >= MOSTLY * strokes else STROKE
    for one in SEPARATORS:
        if source.count(one.sign) >= max(FEWEST - 1, one.for_lines * lines // 4):
            yield one


def _are_texts(pieces: list[str], source: str, for_lines: int) -> bool:
    """Whether what stands between separators is texts, all along the page."""
    texts = [text for piece in pieces if (text := piece.strip())]
    if len(texts) < FEWEST or max(map(len, texts)) > LONGEST * sum(map(len, texts)):
        return False
    if len(pieces) < for_lines * sum(1 for line in source.splitlines() if line and not line.isspace()):
        return False
    return sum(columns(text) >= PROSE and ends_sentence(text) for text in texts) >= FEWEST_PROSE


def _lost_lines(pieces: list[str], breaks: LineBreaks, most: float) -> bool:
    """Whether lines ended within the pieces as well. most: the share of the likely line breaks that may stand there."""
    words = [piece.split() for piece in pieces]
    gaps = Gaps([word for piece in words for word in piece])
    likely = (breaks.log_odds(gaps) > LIKELY) & ~gaps.behind_stop
    within = np.ones(gaps.count + 2, np.bool_)  # with one before the first word and one behind the last
    within[list(accumulate(map(len, words)))] = False
    return bool((likely & within[1:-1]).sum() > max(FEW, most * likely.sum()))
