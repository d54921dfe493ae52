"""Boilerplate: what buttons, players and missing pictures say, by the whole line, figures aside."""

from __future__ import annotations

import re

from newsclean.evidence.folding import LEADING, unmarked
from newsclean.evidence.lexicon import INDEX, STOPS, TRAILING
from newsclean.evidence.lexicons import lexicon

THOUSANDS = r"(?:k|m|b|mn|mio|mln|mil|mii|tys|tsd|rb|jt|тыс|тис|млн|bin|हजार|लाख)(?!\w)\.?|[万萬千만천]"
FIGURE = re.compile(rf"\d(?:[\d.,'’ ]*\d)?(?:\s?(?:{THOUSANDS}))?")
"""A number as counters write it: "1,204", "9 341", "12,4K", "3.4 тыс.", "1.2万"."""
BULLETS, ENDS = LEADING.replace("/", ""), f"{TRAILING}{STOPS}"
"""What stands before what a button says, but for "//", which a comment in code opens with, and behind it."""
TIME = re.compile(r"[\s:·(/–-]*#[#:/\s]*(?:[^\W\d_]{1,12}\W*)?$")
"""How long something takes, or how many there are, behind that: "04:18", "(9 pictures)", "- 5 minutes"."""
PARTS, FIGURES = re.compile(r"[\s·•|/]+"), "#:.,-–()+"
"""What stands between the words of several buttons, and what a figure among them is made of."""
SEVERAL, MOST_WORDS = 90, 7
"""Characters of a line with several, and words of one, at most."""
STROKED = re.compile(r"[-–—*~=_\[(（【]{1,3}\s*(\w.*?\w)\s*[-–—*~=_\])）】]{1,3}")
"""A line between strokes or in brackets, as the label of an advertisement or a button stands: "- Werbung -"."""


def is_stroked(whole: str) -> bool:
    """Whether a folded text is an advertisement's label, or what a button says, between strokes or in brackets."""
    told = STROKED.fullmatch(whole)
    return told is not None and (INDEX["ad"] in lexicon().whole.get(told[1], ()) or is_boilerplate(told[1]))


def is_boilerplate(whole: str) -> bool:
    """Whether a text, folded and evened, is what a button, a player or a missing picture says, or several in a row.

    A heading is none: of a program's buttons an article speaks as well.
    """
    phrases = lexicon().line.boilerplate
    line = FIGURE.sub("#", unmarked(whole, BULLETS).rstrip(ENDS))
    if line in phrases or ("#" in line and TIME.sub("", line) in phrases):
        return True
    return len(line) <= SEVERAL and _in_a_row([part for part in PARTS.split(line) if part], phrases)


def _in_a_row(words: list[str], phrases: set[str]) -> bool:
    """Whether all the words are those of such phrases, one behind another, figures aside."""
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + MOST_WORDS), at, -1)
        found = next((end for end in ends if " ".join(words[at:end]).rstrip(ENDS) in phrases), None)
        if found is None and words[at].strip(FIGURES):
            return False
        at = at + 1 if found is None else found
    return any(word.strip(FIGURES) for word in words)
