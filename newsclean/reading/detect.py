"""Detection: which encoding bytes are in that declare none, by how usual the letters are for which they would stand.

Each language has letters beyond ASCII, some far more often than others, and stands in few encodings: read in any other,
its bytes are letters of no one language, capitals within words, Greek or Thai beside ASCII. What is the least unlikely
is chosen. The tables are of this package, so that the same bytes are the same text on every machine.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from math import log

USUAL = "cp1252"
ENCODINGS = (
    USUAL, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "iso8859-2", "iso8859-5",
    "iso8859-7", "koi8-r", "koi8-u", "gb18030", "big5hkscs", "euc_jp", "cp932", "cp949",
)  # fmt: skip
"""Those that pages are in, the usual one first; of DOS and old Macintoshes they have none."""
FAULTS = 0.01
"""Share of the signs that may be none of an encoding: pages are damaged."""
SIGNS = frozenset("\xa0«»“”„‘’‚‹›–—…•·€£©®°§×÷½¼¾²³´ªº™→、。「」『』・，：！？（）《》〜ー％【】；؛،؟\u200c")
"""What stands on pages of many languages."""
VOWELS = (("\u05b0", "\u05c7"), ("\u064b", "\u0652"), ("\u0e30", "\u0e4e"))
"""Signs of Hebrew, Arabic and Thai that are set around a letter."""
OFTEN = 5
"""A language's letter of rank r, from 0, has a share in proportion to 1 / (r + OFTEN)."""
ALPHABET = 200
"""Letters that no alphabet has; where there are more, there are ideographs or syllables."""
RARE, RARE_IDEOGRAPHS = (0.03, 3_000), (0.1, 20_000)
"""Share of what is not in a language's table, and how many other letters it falls to."""
ASCII, SIGN, OTHER, FAULT = 3.0, 4.0, 11.0, 20.0
"""Costs (natural logarithms of one over the chance) of a letter of ASCII, of `SIGNS`, of any other sign, of none."""
_CASED = [chr(code) for code in range(0x80, 0x530)]
LOWER, UPPER = "a-z" + "".join(filter(str.islower, _CASED)), "A-Z" + "".join(filter(str.isupper, _CASED))
ODD = (
    (re.compile(f"(?<=[{LOWER}])[{UPPER}]"), 4.0),  # a capital within a word
    (re.compile("[A-Za-z](?=[\u0370-\u1fff])|[\u0370-\u1fff](?=[A-Za-z])"), 5.0),  # two scripts in a word
    (re.compile(r"(?<![^\W\d_])[\u00c0-\u024f](?![^\W\d_])"), 2.0),  # an accented letter alone
)
"""What is odd on any page, and its cost."""
LEAD = 3.0
"""Cost by which another encoding is ahead of the usual one where it is chosen."""


class Alphabet:
    """The letters beyond ASCII of one language, with what each costs."""

    def __init__(self, letters: str) -> None:
        """letters: the more frequent first."""
        share, others = RARE_IDEOGRAPHS if len(letters) > ALPHABET else RARE
        total = sum(1 / (rank + OFTEN) for rank in range(len(letters)))
        self.costs = {c: -log((1 - share) / (rank + OFTEN) / total) for rank, c in enumerate(letters)}
        self.other = log(others / share)

    def cost(self, letters: Counter[str]) -> float:
        """What so many of each letter cost in this language."""
        return sum(count * self.costs.get(letter, self.other) for letter, count in letters.items())


@cache
def alphabets() -> dict[str, Alphabet]:
    """The alphabets by language, from `data/letters.toml`."""
    text = (files("newsclean") / "data" / "letters.toml").read_text(encoding="utf-8")
    return {language: Alphabet(letters) for language, letters in tomllib.loads(text).items()}


def is_letter(sign: str) -> bool:
    """Whether a sign beyond ASCII is a letter, or set around one."""
    return sign > "\x7f" and (sign.isalpha() or any(first <= sign <= last for first, last in VOWELS))


def detect(data: bytes) -> str:
    """Python's name of the encoding that some bytes are most likely in; the usual one where little tells."""
    best, least = USUAL, float("inf")
    for encoding in ENCODINGS:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") > FAULTS * len(text):
            continue
        unlikely = cost(text) + (LEAD if encoding != USUAL else 0.0)
        if unlikely < least:
            best, least = encoding, unlikely
    return best


def cost(text: str) -> float:
    """How unlikely a text is, in the language for which it is the least so."""
    letters: Counter[str] = Counter()
    total = 0.0
    for sign, count in Counter(text).items():
        if sign <= "\x7f":
            total += ASCII * count
        elif is_letter(sign):
            letters[sign.lower()] += count
        else:
            total += count * (SIGN if sign in SIGNS else FAULT if sign == "\ufffd" else OTHER)
    if letters:
        total += min(alphabet.cost(letters) for alphabet in alphabets().values())
    return total + sum(each * sum(1 for _ in odd.finditer(text)) for odd, each in ODD)
