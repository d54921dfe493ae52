"""Labels of comments: how pages call what readers wrote below an article, and how they count it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.evidence.characters import TRUE_COLONS
from newsclean.evidence.folding import folded
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
    if text.endswith(TRUE_COLONS) and COUNT.match(text) is None:
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
    called = (*view.lexicon.comments.held_by(text), *view.lexicon.replies.held_by(text))
    return any(letters <= len(phrase) for phrase in called)


def naming_headline(view: View, at: Sequence[int]) -> Iterator[int]:
    """Of some blocks those that say what readers wrote on a line above is called, and name that line."""
    lines_above: dict[str, int] = {}
    for block in at:
        text = view.doc.read_text(block).strip()
        titles = [title for title in _titles(text) if len(text) <= len(title) + MOST_BESIDE]
        if titles and not lines_above:
            for number in range(view.n - 1, -1, -1):  # of the same lines the first stays
                lines_above[view.doc.read_text(number).strip()] = number
        title = next((title for title in titles if lines_above.get(title, block) < block), "")
        if title and _calls_comments(view.lexicon, text.replace(title, " ")):
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


def _calls_comments(lexicon: Lexicon, beside: str) -> bool:
    """Whether what stands beside a headline says what readers wrote is called, and not that there is none."""
    text = folded(beside).strip()
    count = COUNT.search(text)
    called = any(True for phrases in (lexicon.comments, lexicon.replies) for _ in phrases.held_by(text))
    return called and (count is None or int(count[0]) > 0)


def _names_comments(lexicon: Lexicon, text: str) -> bool:
    """Whether a label says what readers wrote is called, or counts what may be called so elsewhere, too."""
    if any(True for _ in lexicon.comments.held_by(text)):
        return True
    return COUNT.search(text) is not None and any(_counts(text, phrase) for phrase in lexicon.replies.held_by(text))


def _counts(text: str, phrase: str) -> bool:
    """Whether a phrase and a number right beside it begin a text, but for a few letters."""
    before, _, behind = text.partition(phrase)
    beside = BEFORE_IT.search(before) or BEHIND_IT.match(behind)
    return beside is not None and sum(map(str.isalpha, before)) <= FOREMOST
