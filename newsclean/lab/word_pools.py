"""Word pools: names, clauses and sentences of articles, of which lists are made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

NAME = re.compile(r"(?<=[\w,;] )[^\W\d_a-z][^\W\d_]+(?: (?:[^\W\d_a-z][^\W\d_]+|de|van|von|der|bin|al))*")
CLAUSE = re.compile(r"[,;:.!?—–()«»„“”\"、，。！？：；।،؟]+\s*|\s-\s")
SENTENCE = re.compile(r"(?<=[.!?。！？।؟])\s*")
SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
CLAUSE_WORDS, CLAUSE_CHARS = (2, 9), (4, 24)
"""Words of a clause, and characters where blanks do not part words."""
SENTENCE_WORDS, SENTENCE_CHARS = (4, 22), (12, 70)
"""The same of a sentence."""
FEWEST = 12
"""Names, clauses and sentences from which lists can be made."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Words of articles: names, clauses of a few words, and sentences."""

    names: tuple[str, ...]
    clauses: tuple[str, ...]
    sentences: tuple[str, ...]

    def __bool__(self) -> bool:
        return min(len(self.names), len(self.clauses), len(self.sentences)) >= FEWEST


def pool_of(texts: Sequence[str]) -> Pool:
    """The words of some articles."""
    names: dict[str, None] = {}
    clauses: dict[str, None] = {}
    said: dict[str, None] = {}
    for text in texts:
        for sentence in filter(None, map(str.strip, SENTENCE.split(text))):
            spaceless = SPACELESS.search(sentence) is not None
            low, high = SENTENCE_CHARS if spaceless else SENTENCE_WORDS
            if low <= _size(sentence, spaceless) <= high:
                said[sentence] = None
            for clause in filter(None, map(str.strip, CLAUSE.split(sentence))):
                low, high = CLAUSE_CHARS if spaceless else CLAUSE_WORDS
                if low <= _size(clause, spaceless) <= high:
                    clauses[clause] = None
        names |= dict.fromkeys(NAME.findall(text))
    if len(names) < FEWEST:  # of scripts without capitals
        names |= dict.fromkeys(
            clause[:4] if SPACELESS.search(clause) else " ".join(clause.split()[:2]) for clause in clauses
        )
    return Pool(tuple(names), tuple(clauses), tuple(said))


def _size(text: str, spaceless: bool) -> int:
    return len(text) if spaceless else len(text.split())
