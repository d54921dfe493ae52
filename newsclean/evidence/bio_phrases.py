"""Bio phrases: how a text says who its author is, from the section `bio`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsclean.evidence.folding import NEAR, UNSPACED, Nearby, bounded, opened
from newsclean.evidence.line_phrases import evened

KEYS = ("about", "self", "writes", "post")
"""Labels above what is said of an author; what calls nobody but the author; what only authors do, right behind the name
or at a sentence's end; and what guests among them are."""
WORDS = ("article", "determiner")
"""What no name of a person begins with, and what stands before one thing that somebody writes about: before what he
writes about for a living nothing does ("writes about ports")."""
ON = "-"
"""Behind a phrase whose last word may go on: a stem."""


@dataclass(slots=True)
class BioPhrases:
    """The phrases of all languages; those of `stems` may go on. `near` has them by how they begin, `words` what are no
    phrases."""

    phrases: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(KEYS, ()))
    near: dict[str, Nearby] = field(default_factory=lambda: {key: {} for key in KEYS})
    stems: set[str] = field(default_factory=set)
    words: dict[str, set[str]] = field(default_factory=lambda: {key: set() for key in WORDS})

    def add(self, section: Mapping[str, Sequence[str]]) -> None:
        """Adds a language's phrases, in the form of its file."""
        for key, entries in section.items():
            told = [evened(entry) for entry in entries]
            if key in WORDS:
                self.words[key].update(told)
                continue
            phrases = tuple(entry.removesuffix(ON) for entry in told)
            self.phrases[key] += phrases
            for phrase in phrases:
                self.near[key][phrase[:NEAR]] = (*self.near[key].get(phrase[:NEAR], ()), phrase)
            self.stems.update(entry.removesuffix(ON) for entry in told if entry.endswith(ON))

    def opening(self, key: str, text: str) -> str:
        """The longest phrase with which a folded and evened text opens, "" where there is none."""
        near = [phrase for size in range(1, NEAR + 1) for phrase in self.near[key].get(text[:size], ())]
        return self._longest(phrase for phrase in near if self._opens(text, phrase))

    def closing(self, key: str, text: str) -> str:
        """The longest phrase with which such a text ends."""
        if not text.endswith(self.phrases[key]):
            return ""
        return self._longest(phrase for phrase in self.phrases[key] if text.endswith(phrase) and opened(text, phrase))

    def holds(self, key: str, text: str) -> bool:
        """Whether such a text has a phrase anywhere."""
        for phrase in self.phrases[key]:
            at = text.find(phrase)
            if at >= 0 and opened(text[: at + len(phrase)], phrase) and self._opens(text[at:], phrase):
                return True
        return False

    def _opens(self, text: str, phrase: str) -> bool:
        if not text.startswith(phrase):
            return False
        return phrase in self.stems or bool(UNSPACED.match(phrase[-1])) or bounded(text, phrase)

    @staticmethod
    def _longest(phrases: Iterable[str]) -> str:
        return max(phrases, key=len, default="")
