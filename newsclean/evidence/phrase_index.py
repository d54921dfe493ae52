"""A phrase index: which of many phrases a text holds, looked up by their first words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newsclean.evidence.folding import bounded, opened

WORD = re.compile(r"\w+")


@dataclass(slots=True)
class PhraseIndex:
    """Folded phrases, in the order in which they came, by their first words; apart from them those that may begin
    within a word, in scripts of East Asia and Thai."""

    by_word: dict[str, list[str]] = field(default_factory=dict)
    anywhere: list[str] = field(default_factory=list)

    def add(self, phrases: Iterable[str]) -> None:
        """Adds phrases, each of which begins with a letter or a figure."""
        for phrase in phrases:
            word = WORD.match(phrase)
            if word is None or opened(f"x{phrase}", phrase):
                self.anywhere.append(phrase)
            else:
                self.by_word.setdefault(word[0], []).append(phrase)

    def held_by(self, text: str) -> Iterator[str]:
        """The phrases that a folded text holds as whole words."""
        for word in dict.fromkeys(WORD.findall(text)):
            yield from (phrase for phrase in self.by_word.get(word, ()) if _holds(text, phrase))
        if not text.isascii():
            yield from (phrase for phrase in self.anywhere if _holds(text, phrase))


def _holds(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    return at >= 0 and opened(text[: at + len(phrase)], phrase) and bounded(text[at:], phrase)
