"""The lexicons of all languages as one table: cue phrases, function words, months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.appeal_words import AppealWords
from newsclean.evidence.bio_phrases import BioPhrases
from newsclean.evidence.caption_phrases import CaptionPhrases
from newsclean.evidence.credits import LONGEST, SHORTEST, SIGN, TAIL, ends_in_credit
from newsclean.evidence.folding import NEAR, Nearby, bounded, folded, glued, opened, unmarked
from newsclean.evidence.hashing import KnownHashes
from newsclean.evidence.line_phrases import LinePhrases
from newsclean.evidence.machine_words import MachineWords
from newsclean.evidence.phrase_index import PhraseIndex
from newsclean.evidence.voices import Voices
from newsclean.reading.document import Document

FAMILIES = (
    "also", "related", "share", "newsletter", "paywall", "credit", "copyright", "byline", "ad", "updated",
    "correction", "comment", "consent", "nav", "bio", "timestamp",
)  # fmt: skip
INDEX = {name: index for index, name in enumerate(FAMILIES)}
CREDIT, TIMESTAMP = INDEX["credit"], INDEX["timestamp"]
POINTING = (INDEX["also"], INDEX["related"])
START, WHOLE = 1, 2
PEOPLE = ("by", "is", "job", "agency", "editor", "medium", "trait")
"""What stands before an author's name, between it and what authors are, what they are, who writes in their place, what
names no author; and what publishes, and of what kind it is."""
PREFIX, SUFFIX = 64, 48
TRAILING = " \t:…>»]).!？?：］】|/*_›→\u200b\ufeff\u200e\u200f"
STOPS = " .。।۔\u200b"
"""What is taken off behind a phrase that closes a block."""
CLOSING_LINE = 300
"""Characters of a closing line, at most."""
KEYS = range(1, 7)
"""A phrase is found by its first (or last) characters, at most six."""

Phrases = dict[str, list[tuple[str, int]]]


@dataclass(slots=True)
class Lexicon:
    """All phrases and words, ready to be looked up. Built once by `lexicon()`, never changed afterwards."""

    languages: list[str] = field(default_factory=list)
    start: Phrases = field(default_factory=dict)
    whole: dict[str, tuple[int, ...]] = field(default_factory=dict)
    end: Phrases = field(default_factory=dict)
    within: list[tuple[str, str]] = field(default_factory=list)  # how a block opens, and what stands within it
    line: LinePhrases = field(default_factory=LinePhrases)  # by which no article's lines are told
    caption: CaptionPhrases = field(default_factory=CaptionPhrases)
    bio: BioPhrases = field(default_factory=BioPhrases)  # by which a text says who wrote it
    appeal: AppealWords = field(default_factory=AppealWords)  # by which publishers turn to readers
    machine: MachineWords = field(default_factory=MachineWords)  # by which a line says that a machine made something
    notice_titles: set[str] = field(default_factory=set)
    notices: list[str] = field(default_factory=list)  # what stands in a notice that came in the page's place
    vague_notices: set[str] = field(default_factory=set)  # titles and phrases of notices that articles have as well
    people: dict[str, set[str]] = field(default_factory=lambda: {key: set() for key in PEOPLE})
    agencies: frozenset[str] = frozenset()  # that sign a report
    voices: dict[int, Voices] = field(default_factory=dict)  # by the number of their language
    comments: PhraseIndex = field(default_factory=PhraseIndex)  # how pages call what readers wrote below an article
    replies: PhraseIndex = field(default_factory=PhraseIndex)  # what they count of it, and what stands elsewhere, too
    weekdays: set[str] = field(default_factory=set)
    ago: set[str] = field(default_factory=set)
    changed: tuple[str, ...] = ()  # how what is said of a date begins where it is that of a change
    openings: Nearby = field(default_factory=dict)  # the phrases of `start` by their first characters
    closings: Nearby = field(default_factory=dict)  # the phrases of `end` by their last ones
    brief: set[str] = field(default_factory=set)  # at the edge of what has fewer than NEAR characters
    credits: Nearby = field(default_factory=dict)  # those of a credit
    ago_openings: set[str] = field(default_factory=set)  # first two characters of `ago`, a blank behind
    words: KnownHashes[np.uint64] = field(default_factory=lambda: KnownHashes(np.zeros(0, np.uint64)))
    counted: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))  # stops, as numbers
    stops: NDArray[np.bool_] = field(default_factory=lambda: np.zeros((0, 0), np.bool_))  # (languages, words)
    months: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))

    def mark(self, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.bool_], NDArray[np.bool_], int]:
        """For hashed words: is it a function word of the page's language; is it a month; the language's index or -1."""
        stop, month = np.zeros(len(hashes), np.bool_), np.zeros(len(hashes), np.bool_)
        place, known = self.words.find(hashes)
        hit = np.flatnonzero(known)
        if not len(hit):
            return stop, month, -1
        at = place.take(hit)
        seen = np.bincount(at, minlength=len(self.months))
        met = np.flatnonzero(seen)
        by_language = seen.take(met).astype(np.float32) @ self.counted.take(met, axis=0)
        month[hit] = self.months.take(at)
        if not by_language.max(initial=0):
            return stop, month, -1
        language = int(by_language.argmax())
        stop[hit] = self.stops[language].take(at)
        return stop, month, language

    def look_up(self, doc: Document, unsigned_ends: NDArray[np.int32]) -> NDArray[np.uint8]:
        """uint8 (families, n): 1 for a cue at a block's start or end, 2 where it is the whole block.

        unsigned_ends: where the blocks end without an agency's sign, which is no credit behind a report.
        """
        found: dict[tuple[int, int], int] = {}
        openings, closings, ago_openings, whole = self.openings, self.closings, self.ago_openings, self.whole
        brief, credits, signed, reported = self.brief, self.credits, SIGN.search, (unsigned_ends < doc.ends).tolist()
        for i, text in enumerate(doc.text.split("\n")[: len(doc)]):
            size = len(text)
            short = size <= PREFIX
            head = text if short else text[:PREFIX]
            head = unmarked(head.casefold() if head.isascii() else folded(head))
            tail = (head if short else folded(text[-SUFFIX:])).rstrip(STOPS)
            if short and (families := whole.get(head.rstrip(TRAILING))):
                for family in families:
                    found[family, i] = WHOLE
            near = openings.get(head[:NEAR])
            if (near and head.startswith(near)) or head[:1] in brief:
                self._starting(head, i, found)
            near = closings.get(tail[-NEAR:])
            if (near and tail.endswith(near)) or tail[-1:] in brief:
                self._ending(tail, i, found, reported[i])
            short_enough = SHORTEST < size <= LONGEST and not reported[i]
            if short_enough and signed(text, size - TAIL) and ends_in_credit(text, credits):
                found.setdefault((CREDIT, i), START)
            if head[:2] in ago_openings and _counted_ago(head, self.ago):
                found.setdefault((TIMESTAMP, i), START)
        table = np.zeros((len(FAMILIES), len(doc)), np.uint8)
        if found:
            table[tuple(np.array(list(found)).T)] = list(found.values())
        return table

    def clings(self, text: str) -> bool:
        """Whether a text begins with a label of some words that points to a story whose title clings to it."""
        head = unmarked(folded(text[:PREFIX]))
        return any(
            family in POINTING and " " in phrase and head.startswith(phrase) and glued(text, phrase)
            for size in KEYS
            for phrase, family in self.start.get(head[:size], ())
        )

    def closing_lines(self, doc: Document) -> NDArray[np.bool_]:
        """bool (n,): the short blocks that open and go on as a phrase of `within`, as feeds close each article."""
        closing = np.zeros(len(doc), np.bool_)
        for opening, phrase in self.within:
            if phrase in doc.text:
                closing[list(_short_blocks(doc, opening, phrase))] = True
        return closing

    def _starting(self, head: str, block: int, found: dict[tuple[int, int], int]) -> None:
        for size in KEYS:
            for phrase, family in self.start.get(head[:size], ()):
                if head.startswith(phrase) and bounded(head, phrase):
                    found.setdefault((family, block), START if len(head) > len(phrase) + 2 else WHOLE)

    def _ending(self, tail: str, block: int, found: dict[tuple[int, int], int], reported: bool) -> None:
        for size in KEYS:
            for phrase, family in self.end.get(tail[-size:], ()):
                if tail.endswith(phrase) and opened(tail, phrase) and not (reported and family == CREDIT):
                    found.setdefault((family, block), START)


def _short_blocks(doc: Document, opening: str, phrase: str) -> Iterator[int]:
    """The short blocks that open so and hold the phrase."""
    at = doc.text.find(phrase)
    while at >= 0:
        block = int(doc.ends.searchsorted(at))
        start, end = int(doc.starts[block]), int(doc.ends[block])
        if end - start <= CLOSING_LINE and folded(doc.text[start : start + PREFIX]).startswith(opening):
            yield block
        at = doc.text.find(phrase, at + len(phrase))


def _counted_ago(head: str, words: set[str]) -> bool:
    """Whether the text begins with a word such as "vor" and a figure."""
    word, _, rest = head.partition(" ")
    return word in words and rest[:1].isdigit()
