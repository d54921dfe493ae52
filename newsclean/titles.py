"""Titles: whether two are one, and what of one may be the name of the site or of a section."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

LEAST_WORDS = 3
"""Words of a title at least, where a part of it is to be told from a name."""
MOST_NAMES = 4
"""Names of a site and its sections that a title has, at most."""
BARS = (" | ", " ｜ ", " • ")
DASHES = (" - ", " – ", " — ", " :: ", " / ", " ~ ", " · ", " » ", " « ", " < ", "<", "_", "＿")
"""Signs between a title and the names of its site and its section: bars tell by themselves, others stand in titles."""
SEPARATOR = re.compile(r"\s+[-–—|·•»«:/~<>]+\s+|\s*(?:[＿|｜<]|_(?![a-z\d]))\s*")
"""The same, and runs of them, but for an underscore within a name ("read_line")."""
ONWARDS = " » "
"""The one behind which a title stands, and no name."""
COLON = ": "
"""What stands behind a site's or a section's name before a title, and in many titles."""
WAYS = re.compile(r"\s+([/>»›|])\s+")
"""Signs between the parts of a breadcrumb."""
POINTING = frozenset(">»›")
"""Those of which one is enough: others also stand in titles."""
WAY_WORDS, WAY_LETTERS = 3, 30
"""Words and letters of such a part, at most."""
GLUES = 2
"""Words that ran into the one before them, at least, where a line is more than one."""
SHARED = 0.5
"""Share of words in common from which two titles are two wordings of one."""


def squashed(title: str) -> str:
    """A title's letters and digits alone, in which two printings of it are the same."""
    return "".join(filter(str.isalnum, title.casefold()))


def without_names(title: str, text: str) -> str:
    """The longest part of a title between signs; behind a name and a colon, where lines of the page say either of the
    two alone and none says both.

    text: the page's lines, each closed by a line break.
    """
    title = longest_part(title)
    name, colon, rest = title.partition(COLON)
    lines = f"\n{text}"
    parted = colon and any(f"\n{part}\n" in lines for part in (name, rest)) and f"\n{title}\n" not in lines
    return rest if parted else title


def longest_part(title: str) -> str:
    """The longest part of a title between signs, which names of the site and of a section are not."""
    return max(SEPARATOR.split(title), key=len)


def parts_of(title: str) -> list[str]:
    """What a title may be without the site's and the section's names, behind it or before it."""
    behind, before = [], []
    for sign in (*BARS, *DASHES):
        pieces = title.split(sign, MOST_NAMES)
        behind += [sign.join(pieces[:end]) for end in range(1, len(pieces))]
        before += [sign.join(pieces[start:]) for start in range(1, len(pieces))]
    return [*behind, *(part for part in before if size_of(part) >= LEAST_WORDS)]


def alike(one: str, other: str) -> bool:
    """Whether two titles are one: the second stands in the first, or they share half of the shorter one's words."""
    if size_of(other) < LEAST_WORDS:
        return False
    if other.casefold() in one.casefold():
        return True
    words, others = (set(_words(text)) for text in (one, other))
    return len(words & others) >= SHARED * max(min(len(words), len(others)), LEAST_WORDS)


def is_breadcrumb(text: str) -> bool:
    """Whether a line is the way to a page: short parts with signs between ("Home » Politics")."""
    parts = WAYS.split(text.strip(" /|>»›"))
    names, signs = parts[::2], parts[1::2]
    if not signs or (len(signs) < 2 and signs[0] not in POINTING):
        return False
    return all(size_of(name) <= WAY_WORDS and len(name) <= WAY_LETTERS for name in names)


def runs_together(text: str) -> bool:
    """Whether a capital follows a small letter within words, twice at least and at every second word: "NewsSport"."""
    joins = sum(one.islower() and other.isupper() for one, other in pairwise(text))
    return joins >= GLUES and 2 * joins >= len(text.split())


def _words(text: str) -> Iterable[str]:
    return (word for word in text.casefold().split() if len(word) >= 4)


def size_of(text: str) -> int:
    """Words of a text; two characters of a script without blanks count as one."""
    return max(len(text.split()), sum(character >= "\u2e80" for character in text) // 2)
