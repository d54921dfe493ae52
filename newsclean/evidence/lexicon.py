"""The lexicons of all languages as one table: cue phrases at a block's start, end or as the whole of it; function words; months."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.reading.document import Document

FAMILIES = (
    "also", "related", "share", "newsletter", "paywall", "credit", "copyright", "byline", "ad", "updated",
    "correction", "comment", "consent", "nav", "bio", "timestamp",
)  # fmt: skip
INDEX = {name: index for index, name in enumerate(FAMILIES)}
TIMESTAMP = INDEX["timestamp"]
START, WHOLE = 1, 2
PREFIX, SUFFIX = 64, 48
LEADING = " \t»►▶•·–—->[(【<［|/*#_~■◆→›✓\u200b\ufeff\u200e\u200f"
TRAILING = " \t:…>»]).!？?：］】|/*_›→\u200b\ufeff\u200e\u200f"
KEYS = range(1, 7)
"""A phrase is found by its first (or last) characters, at most six."""
NEAR = 3
SHORT = range(1, NEAR)
"""The lengths that are tried where no phrase shares the first (or last) three characters."""

Phrases = dict[str, list[tuple[str, int]]]


def folded(text: str) -> str:
    """NFKC and casefold, the form in which phrases are compared."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()


def add_phrase(table: Phrases, key: str, phrase: str, family: int) -> None:
    rows = table.setdefault(key, [])
    rows.append((phrase, family))
    rows.sort(key=lambda row: -len(row[0]))


@dataclass(slots=True)
class Lexicon:
    """All phrases and words, ready to be looked up. Built once by `lexicon()`, never changed afterwards."""

    languages: list[str] = field(default_factory=list)
    start: Phrases = field(default_factory=dict)
    whole: dict[str, tuple[int, ...]] = field(default_factory=dict)
    end: Phrases = field(default_factory=dict)
    ago: set[str] = field(default_factory=set)
    openings: set[str] = field(default_factory=set)
    closings: set[str] = field(default_factory=set)
    hashes: NDArray[np.uint64] = field(default_factory=lambda: np.zeros(0, np.uint64))
    counted: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))  # stops, as numbers
    stops: NDArray[np.bool_] = field(default_factory=lambda: np.zeros((0, 0), np.bool_))  # (words, languages)
    months: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))

    def mark(self, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.bool_], NDArray[np.bool_], int]:
        """For hashed words: is it a function word of the page's language; is it a month; the language's index or -1."""
        if not len(hashes) or not len(self.hashes):
            return np.zeros(len(hashes), np.bool_), np.zeros(len(hashes), np.bool_), -1
        at = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        hit = self.hashes[at] == hashes
        seen = np.bincount(at[hit], minlength=len(self.hashes))
        by_language = seen.astype(np.float32) @ self.counted
        month = hit & self.months[at]
        if not by_language.max(initial=0):
            return np.zeros(len(hashes), np.bool_), month, -1
        language = int(by_language.argmax())
        return hit & self.stops[at, language], month, language

    def look_up(self, doc: Document) -> NDArray[np.uint8]:
        """uint8 (families, n): 1 for a cue at a block's start or end, 2 where it is the whole block."""
        found = np.zeros((len(FAMILIES), len(doc)), np.uint8)
        text = doc.text
        for i, (a, b) in enumerate(zip(doc.starts.tolist(), doc.ends.tolist(), strict=True)):
            head = folded(text[a : min(b, a + PREFIX)]).lstrip(LEADING)
            tail = (head if b - a <= PREFIX else folded(text[b - SUFFIX : b])).rstrip(" .\u200b")
            for family, value in self._cues(head, tail, b - a <= PREFIX):
                if not found[family, i]:
                    found[family, i] = value
        return found

    def _cues(self, head: str, tail: str, short: bool) -> Iterator[tuple[int, int]]:
        """The cues of one block, by its first and last characters; short: `head` is all of it."""
        if short:
            for family in self.whole.get(head.rstrip(TRAILING), ()):
                yield family, WHOLE
        for size in KEYS if head[:NEAR] in self.openings else SHORT:
            for phrase, family in self.start.get(head[:size], ()):
                if head.startswith(phrase) and _bounded(head, phrase):
                    yield family, START if len(head) > len(phrase) + 2 else WHOLE
        for size in KEYS if tail[-NEAR:] in self.closings else SHORT:
            for phrase, family in self.end.get(tail[-size:], ()):
                if tail.endswith(phrase) and _opened(tail, phrase):
                    yield family, START
        word, _, rest = head.partition(" ")
        if word in self.ago and rest[:1].isdigit():
            yield TIMESTAMP, START


def _bounded(text: str, phrase: str) -> bool:
    """Whether the phrase ends at a word's end. Scripts without blanks have none to show."""
    if len(text) == len(phrase):
        return True
    last, after = phrase[-1], text[len(phrase)]
    return not (last.isalnum() and after.isalnum()) or "\u0e00" <= last <= "\u0eff" or last >= "\u3040"


def _opened(text: str, phrase: str) -> bool:
    """Whether the phrase at the text's end begins at a word's beginning."""
    if len(text) == len(phrase):
        return True
    first, before = phrase[0], text[-len(phrase) - 1]
    return not (first.isalnum() and before.isalnum()) or "\u0e00" <= first <= "\u0eff" or first >= "\u3040"


def read_languages() -> Iterator[dict[str, Any]]:
    """The lexicon files, in the order of their codes."""
    folder = files("newsclean") / "data" / "lexicon"
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".toml"):
            yield tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The lexicons of all languages, read on the first call and kept."""
    from newsclean.evidence.tokens import hash_word

    book = Lexicon()
    stops: dict[int, set[int]] = {}
    months: dict[int, int] = {}
    for language in read_languages():
        number = len(book.languages)
        book.languages.append(language["code"])
        _add_cues(book, language)
        for word in language.get("words", {}).get("stop", ()):
            stops.setdefault(hash_word(word), set()).add(number)
        months.update((hash_word(name), 1) for name in language.get("dates", {}).get("months", ()))
    book.openings = {phrase[:NEAR] for rows in book.start.values() for phrase, _ in rows}
    book.closings = {phrase[-NEAR:] for rows in book.end.values() for phrase, _ in rows}
    hashes = sorted(stops.keys() | months.keys())
    book.hashes = np.array(hashes, np.uint64)
    book.stops = np.array([[k in stops.get(h, ()) for k in range(len(book.languages))] for h in hashes], np.bool_)
    book.counted = book.stops.astype(np.float32)
    book.months = np.array([h in months for h in hashes], np.bool_)
    return book


def _add_cues(book: Lexicon, language: dict[str, Any]) -> None:
    for name, phrases in language.get("start", {}).items():
        for phrase in phrases:
            add_phrase(book.start, phrase[: KEYS[-1]], phrase, INDEX[name])
    for name, phrases in language.get("end", {}).items():
        for phrase in phrases:
            add_phrase(book.end, phrase[-KEYS[-1] :], phrase, INDEX[name])
    for name, phrases in language.get("whole", {}).items():
        for phrase in phrases:
            book.whole[phrase] = (*book.whole.get(phrase, ()), INDEX[name])
    dates = language.get("dates", {})
    for phrase in (*dates.get("ago", ()), *dates.get("reading", ())):
        if " " in phrase or not phrase[0].isascii():
            add_phrase(book.end, phrase[-KEYS[-1] :], phrase, TIMESTAMP)
        else:
            book.ago.add(phrase)

