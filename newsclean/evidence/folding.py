"""Folding: the form in which phrases are compared, and where they begin and end."""

from __future__ import annotations

import re
import unicodedata

NEAR = 3
DOT_ABOVE = "\N{COMBINING DOT ABOVE}"
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""A letter of a script that sets no blanks between words."""
Nearby = dict[str, tuple[str, ...]]
"""Phrases by their first (or last) NEAR characters, or fewer where they have no more.

Most blocks hold no cue, and these tell it at once.
"""


def folded(text: str) -> str:
    """NFKC and casefold, the form in which phrases are compared; of "İ" the "i" that Turkish writes small."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKC", text).casefold().replace(f"i{DOT_ABOVE}", "i")


def bounded(text: str, phrase: str) -> bool:
    """Whether the phrase ends at a word's end. Scripts without blanks have none to show."""
    if len(text) == len(phrase):
        return True
    last, after = phrase[-1], text[len(phrase)]
    return not (last.isalnum() and after.isalnum()) or "\u0e00" <= last <= "\u0eff" or last >= "\u3040"


def opened(text: str, phrase: str) -> bool:
    """Whether the phrase at the text's end begins at a word's beginning."""
    if len(text) == len(phrase):
        return True
    first, before = phrase[0], text[-len(phrase) - 1]
    return not (first.isalnum() and before.isalnum()) or "\u0e00" <= first <= "\u0eff" or first >= "\u3040"
