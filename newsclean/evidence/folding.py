"""Folding: the form in which phrases are compared, and where they begin and end."""

from __future__ import annotations

import re
import unicodedata

NEAR = 3
DOT_ABOVE = "\N{COMBINING DOT ABOVE}"
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""A letter of a script that sets no blanks between words."""
VOWELS = re.compile("[\u0640\u064b-\u0652]+")
"""Vowel signs of Arabic and the stroke that only widens a word, which are printed or not."""
ALEF, LAM, REH, WAW = "\u0627\u0644\u0631\u0648"
"""One of them is in next to every phrase of Arabic, Persian or Urdu; they are looked for in a tenth of the time."""
LEADING = " \t»►▶•·–—->[(【<［|/*#_~■◆→›✓\u200b\ufeff\u200e\u200f"
"""Signs that sites put before labels."""
PICTURES = re.compile(
    r"(?:[\u200d\u2023\u203b\u2043\u20e3\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff\u30fb\ufe0f"
    r"\U0001f000-\U0001f398\U0001f3a0-\U0001f3a3\U0001f3ad-\U0001f4f6\U0001f4fe-\U0001f506\U0001f50b-\U0001faff"
    r"\U000e0020-\U000e007f]\s*)+"
)
"""Bullets, arrows, stars and emoji, with what chooses among their forms; no signs of rights, numbers and sums, and no
cameras, films and loudspeakers, which say of what is played or shown there what it is."""
SIGNS = "\u2000"
"""What comes before all of them."""
Nearby = dict[str, tuple[str, ...]]
"""Phrases by their first (or last) NEAR characters, or fewer where they have no more.

Most blocks hold no cue, and these tell it at once.
"""


def folded(text: str) -> str:
    """NFKC and casefold, the form in which phrases are compared, without the vowel signs of Arabic; of "İ" the "i" that
    Turkish writes small."""
    if text.isascii():
        return text.casefold()
    text = unicodedata.normalize("NFKC", text).casefold().replace(f"i{DOT_ABOVE}", "i")
    return VOWELS.sub("", text) if ALEF in text or LAM in text or REH in text or WAW in text else text


def unmarked(text: str, leading: str = LEADING) -> str:
    """A folded text without the signs that stand before a label: "▪ read also", "👉 read also"."""
    text = text.lstrip(leading)
    if text[:1] < SIGNS or text[0].isalnum():  # nearly every text
        return text
    return text[found.end() :].lstrip(leading) if (found := PICTURES.match(text)) else text


def bounded(text: str, phrase: str) -> bool:
    """Whether the phrase ends at a word's end. Scripts without blanks have none to show."""
    if len(text) == len(phrase):
        return True
    last, after = phrase[-1], text[len(phrase)]
    return not (last.isalnum() and after.isalnum()) or "\u0e00" <= last <= "\u0eff" or last >= "\u3040"


def glued(text: str, phrase: str) -> bool:
    """Whether a text, as printed, goes on with a word's capital right behind the phrase: "Read alsoMayor resigns"."""
    text = text.lstrip(LEADING)
    label, title = text[: len(phrase)], text[len(phrase) :]
    seam = title[:1].isupper() and (label[-1:].islower() or title[1:2].islower())
    return seam and folded(label) == phrase


def opened(text: str, phrase: str) -> bool:
    """Whether the phrase at the text's end begins at a word's beginning."""
    if len(text) == len(phrase):
        return True
    first, before = phrase[0], text[-len(phrase) - 1]
    return not (first.isalnum() and before.isalnum()) or "\u0e00" <= first <= "\u0eff" or first >= "\u3040"
