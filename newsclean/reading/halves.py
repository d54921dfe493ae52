"""Halves: what a link or a bold word cut out of a word, or out of a sentence whose script sets no blanks, goes on with
the line before, and touches it where no blank stood between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from newsclean.reading.lines import Line
from newsclean.reading.runs import WORDS_OF_ONE

BEHIND = re.compile(
    r"‘s(?!\w)|['’ʼ](?:s|re|ve|ll|d|t|m|n?[dt][ae]n?(?:ki)?|[yn]?[aeıiuü]n?|y?l[ae]|l[ıiuü]|l[ae]r\w*|s[ıiuü]|ki)(?![\w'’])"
    r"|:[a-zåäö]{1,5}(?!\w)|[-‐‑][^\W\d_]{3}|[—–][a-zß-öø-ÿ]|[®™℠]"
)
"""What goes on with the word right before it: "Crane" and "'s", "Ankara" and "'da", "EU" and ":n", "CDU" and
"-Politiker", "the ferry" and "—no other"."""
ENDING = re.compile(r"[-‐‑][^\W\d_]{1,2}(?!\w)")
"""What goes on with a name: "NATO" and "-ul", "EU" and "-ra"; with another word it is a program's option."""
CLOSING = re.compile(r"[\"“”»’'](?:[,.;:!?)]|\s[^\W\d_A-ZÀ-ÖØ-ÞА-ЯΑ-Ω])")
"""A quotation's end, and what goes on behind it."""
HYPHENS = "-‐‑–"
ELIDED = re.compile(
    r"(?<!\w)(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|un|[dn]?ell|[ds]?all|[ds]ull|quell)['’]$", re.IGNORECASE
)
"""A word that the next one is written on to: "l'", "dell'"."""
PARTICLE = re.compile(r"的(?![士哥确確])|[をのがはにとも](?=[\u30a0-\u30ff\u4e00-\u9fff「『\w])(?![\u3040-\u309f])")
"""What follows a word in Chinese or Japanese, and begins no sentence; in hiragana alone it may begin a word."""
SPACED_END = "\u3040"
"""The scripts below it set blanks between words."""
LEFT_OPEN = frozenset("はがをにとのでやもへ的在和與与及是由向對对将將")
"""Signs that end no sentence of theirs, and no label."""
BEFORE_NONE, BEHIND_NONE, BEFORE_SOME = frozenset(",.)]…"), frozenset("([„"), frozenset(";!?:”’")
"""Marks that no blank stands before, and behind, and those that French has one before, or that open a quotation too."""
VOWELS = frozenset("aeiouyhàáâäãåæèéêëìíîïòóôöõøœùúûü")
"""First letters of words that others are elided before."""


def goes_on(a: Line, b: Line, after: Line | None) -> bool:
    """Whether `b` goes on in the middle of a word that `a` begins, or with what can only follow one. after: the line
    behind it: of several that begin with a hyphen each is an item."""
    if (a.text[-1].isalnum() and b.text[0].isalnum() and b.text[0] < SPACED_END) or not _touch(a, b):
        return False  # most pairs
    if _is_behind(a.text, b.text):
        listed = a.text[0] in HYPHENS or b.text[-1] in HYPHENS or (after is not None and after.text[0] in HYPHENS)
        return b.text[0] not in HYPHENS or not listed
    if PARTICLE.match(b.text) or _is_elided(a.text, b.text) or a.text in BEHIND_NONE:
        return True
    return (a.text[-1].isalnum() and CLOSING.match(b.text) is not None) or _is_parted(a.text, b.text)


@cache
def open_words() -> frozenset[str]:
    """Words that leave open what they end, read on the first call and kept."""
    lines = (files("newsclean") / "data" / "open_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split()[1:])


def is_open(text: str) -> bool:
    """Whether a text ends with a word that nothing ends with; of one letter ("a", "в") it has others before it."""
    at = text.rfind(" ") + 1
    if len(text) - at == 1 and (at == 0 or text[at].isupper()):
        return False
    return text[at:].lower() in open_words()


def is_stripped(lines: Sequence[Line]) -> bool:
    """Whether no line has a blank at its edge, as an inline element's edge leaves it."""
    return not any(line.trailing or line.indent == 1 for line in lines)


def touching(lines: Sequence[Line], joined: Sequence[bool]) -> list[bool]:
    """Whether each of the lines that are joined to the one before touches it.

    Where blanks were stripped of all lines, one capital alone may be a word as well as the first letter of one, set
    large.
    """
    stripped = is_stripped(lines)
    pairs = zip(lines[:-1], lines[1:], joined[1:], strict=True)
    return [False, *(join and _touch(a, b) and _without_blank(a.text, b.text, stripped) for a, b, join in pairs)]


def _touch(a: Line, b: Line) -> bool:
    """Whether no blank stands between the lines."""
    return not (a.trailing or b.indent or b.blanks)


def _without_blank(a: str, b: str, stripped: bool) -> bool:
    if b[0] in BEFORE_NONE or a[-1] in BEHIND_NONE or _is_elided(a, b) or _is_parted(a, b):
        return True
    if b[0] in BEFORE_SOME and not stripped:
        return True
    if len(a) == 1 and a.isupper() and b[0].islower():
        return not stripped or a not in WORDS_OF_ONE
    return _is_behind(a, b) or (a[-1].isalnum() and CLOSING.match(b) is not None)


def _is_parted(a: str, b: str) -> bool:
    """Whether a compound is cut behind its hyphen: "Berlin-" and "Marathon"."""
    return a[-1] in "-‐‑" and a[0] not in HYPHENS and len(a) > 3 and a[-4:-1].isalpha() and b[0].isalpha()


def _is_behind(a: str, b: str) -> bool:
    """Whether a text goes on with the word that another ends with."""
    if not a[-1].isalpha():
        return False
    return BEHIND.match(b) is not None or (a[a.rfind(" ") + 1].isupper() and ENDING.match(b) is not None)


def _is_elided(a: str, b: str) -> bool:
    """Whether a text ends with a word that the next one is written on to, and not with a quotation."""
    if a[-1] not in "'’" or "‘" in a or b[0].lower() not in VOWELS:
        return False
    return ELIDED.search(a, max(0, len(a) - 12)) is not None
