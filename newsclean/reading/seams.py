"""Seams: inline elements that meet with nothing between, whose words a style parts: a name and a date, say."""

from __future__ import annotations

SEAM = "\0"
"""Marks a seam in the text of a block; sources have no such character any more."""
FEWEST = 2
"""Letters or digits that a word or number has on the left, at least: of an initial the rest of the word may follow."""
UNSPACED = "\u2e80"
"""From here on stand the letters of Chinese, Japanese and Korean, which have figures without a blank."""
CLOSING = frozenset(":!?)»”")


def parted(text: str) -> str:
    """A text without its seams, with a blank at those where one word would not go on: "Ann Lee" and "3 May".

    Small letters and then a capital, letters and then a digit, a figure or a closing sign and then a capital.
    """
    out, *others = text.split(SEAM)
    for part in others:
        out += f" {part}" if part and _are_two_words(out, part[0]) else part
    return out


def _are_two_words(left: str, right: str) -> bool:
    end = left[-FEWEST:]
    if end.isalpha() and len(end) == FEWEST:
        return (right.isdigit() and end[-1] < UNSPACED) or (end[-1].islower() and right.isupper())
    return right.isupper() and (end[-1:] in CLOSING or (end.isdigit() and len(end) == FEWEST))
