"""Labels of comments: how pages call what readers wrote below an article, and how they count it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.evidence.folding import bounded, folded, opened
from newsclean.evidence.lexicon import Lexicon
from newsclean.evidence.view import View

MOST = 8
"""Words of a label, at most, but for the headline in it."""
BARE = 8
"""Letters beside what comments are called in a label that says no more."""
UNMARKED, COUNT_AND_NAME, PARTING = 4, 3, " :|–—-"
"""Words of a headline that has no marks, at least, those at the end of "…: 3 comments", and what stands before them."""
MOST_TITLED, MOST_CHARACTERS, MOST_BESIDE = 40, 400, 60
"""Words of a label with a headline in it, its characters, and those beside the headline, at most."""
COLONS = (":", "：")
COUNT, UNTOLD = re.compile(r"\d{1,9}"), re.compile(r"\(\s*\)")
"""How many there are, and what stands in place of it where a script fills in both count and comments."""
BEFORE_IT, BEHIND_IT = re.compile(r"\d(?:\s|\bde\b|-)*$"), re.compile(r"\s*[(\[:：（]\s*\d")
"""A count beside what readers' answers are called: "20 de răspunsuri", "Discussion (12)"."""
FOREMOST = 3
"""Letters before both, at most, where no headline stands there: what ends in "4 opinions" may be another story's."""
TITLE = re.compile(r"""["“”„«»‘'《〈「『](.*)["“”«»’'》〉」』]""")
"""The article's headline in a label: "5 Antworten auf „…“"."""


def is_label(view: View, block: int) -> bool:
    """Whether a line says what readers wrote is called, no name behind a colon, and not that there is none."""
    text = folded(view.doc.read_text(block))
    if text.endswith(COLONS) and COUNT.match(text) is None:
        return False
    if not _names_comments(view.lexicon, text):
        return False
    behind = view.doc.read_text(block + 1) if block + 1 < view.n else ""
    if text.endswith("(") or behind.startswith("("):
        text += behind
    count = COUNT.search(text)
    return int(count[0]) > 0 if count is not None else UNTOLD.search(text) is None


def is_bare(view: View, block: int) -> bool:
    """Whether a label says no more than what comments are called, and how many there are."""
    text = folded(view.doc.read_text(block))
    letters = sum(map(str.isalpha, text)) - BARE
    if any(letters <= len(phrase) and _holds(text, phrase) for phrase in view.lexicon.comments):
        return True
    return any(letters <= len(phrase) and _counts(text, phrase, FOREMOST) for phrase in view.lexicon.replies)


def naming_headline(view: View, at: Sequence[int]) -> Iterator[int]:
    """Of some blocks those that say what readers wrote on a line above is called, and name that line."""
    lines_above: dict[str, int] = {}
    for block in at:
        text = view.doc.read_text(block).strip()
        titles = _titles(text)
        if titles and not lines_above:
            for number in range(view.n):
                lines_above.setdefault(view.doc.read_text(number).strip(), number)
        title = next((title for title in titles if lines_above.get(title, block) < block), "")
        if title and len(text) <= len(title) + MOST_BESIDE and _counts_some(view, text.replace(title, " ")):
            yield block


def _titles(text: str) -> list[str]:
    """What a label may name as a headline: what is between marks, or what ends it where a number begins it, or begins
    it where one is at its end."""
    if (marked := TITLE.search(text)) is not None:
        return [marked[1].strip()]
    words = text.split()
    if text[:1].isdigit():
        return [" ".join(words[first:]) for first in range(2, min(MOST, len(words) - UNMARKED + 1))]
    if any(word.isdigit() for word in words[-COUNT_AND_NAME:]):
        return [" ".join(words[:-last]).rstrip(PARTING) for last in range(2, min(MOST, len(words) - UNMARKED + 1))]
    return []


def _counts_some(view: View, beside: str) -> bool:
    """Whether what stands beside a headline says what readers wrote is called, and not that there is none."""
    text = folded(beside).strip()
    count = COUNT.search(text)
    return _names_comments(view.lexicon, text, MOST_BESIDE) and (count is None or int(count[0]) > 0)


def _names_comments(lexicon: Lexicon, text: str, foremost: int = FOREMOST) -> bool:
    """Whether a label says what readers wrote is called, or counts what may be called so elsewhere, too."""
    if any(_holds(text, phrase) for phrase in lexicon.comments):
        return True
    return COUNT.search(text) is not None and any(_counts(text, phrase, foremost) for phrase in lexicon.replies)


def _counts(text: str, phrase: str, foremost: int) -> bool:
    """Whether a phrase and a number right beside it begin a text, but for so many letters."""
    before, _, behind = text.partition(phrase)
    beside = BEFORE_IT.search(before) or BEHIND_IT.match(behind)
    return _holds(text, phrase) and beside is not None and sum(map(str.isalpha, before)) <= foremost


def _holds(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    return at >= 0 and opened(text[: at + len(phrase)], phrase) and bounded(text[at:], phrase)
