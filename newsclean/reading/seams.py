"""Seams: inline elements that meet with nothing between, whose words a style parts: a name and a date, say."""

from __future__ import annotations

SEAM = "\0"
"""Marks a seam in the text of a block; sources have no such character any more."""
FEWEST = 2
"""Letters or digits that a word or number has on the left, at least: of an initial the rest of the word may follow."""
UNSPACED = "\u2e80"
"""From here on stand the letters of Chinese, Japanese and Korean, which have figures without a blank."""
CLOSING = frozenset(":!?)»”")
ENDING = CLOSING | {"."}
"""Signs behind which a capital begins another word, a full stop where no abbreviation ends in it."""
QUOTES = frozenset("»”")
"""Those that open a quotation as well, in some languages."""
CASELESS = ("\u0590", "\u08ff")
"""Between these stand the letters of Hebrew and Arabic, which have no capitals and no endings behind figures."""


def parted(text: str) -> str:
    """A text without its seams, with a blank at those where one word would not go on: "Ann Lee" and "3 May".

    Small letters and then a capital, letters and then a digit, a figure or a closing sign and then a capital, a figure
    and then a letter of Arabic or Hebrew.
    """
    out, *others = text.split(SEAM)
    for part in others:
        out += f" {part}" if part and _are_two_words(out, part[0]) else part
    return out


def _are_two_words(left: str, right: str) -> bool:
    end = left[-FEWEST:]
    whole = len(end) == FEWEST
    if whole and end.isalpha():
        return (right.isdigit() and end[-1] < UNSPACED) or (end[-1].islower() and right.isupper())
    if whole and end.isdigit():
        return right.isupper() or (right.isalpha() and CASELESS[0] <= right <= CASELESS[1])
    if not right.isupper() or end[-1:] not in ENDING:
        return False
    before = end[:-1]
    if end[-1] == ".":
        return before.isdigit() or (before.islower() and left[-FEWEST - 1 : -FEWEST].islower())
    return end[-1] not in QUOTES or before.isalnum() or before in ENDING  # others open a quotation
