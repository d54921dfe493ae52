"""Caption phrases: how captions begin, and how they say where in a picture somebody is, from the section `caption`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsclean.evidence.folding import NEAR


@dataclass(slots=True)
class CaptionPhrases:
    """The phrases of all languages.

    labels: up to a colon or comma. ends: their last characters. beginnings: they open the caption. named: they do
    where a name follows. brackets: all that stands in brackets. openings: what such brackets begin with.
    """

    labels: tuple[str, ...] = ()
    ends: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    brackets: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()

    def add(self, caption: Mapping[str, Sequence[str]]) -> None:
        """Adds a language's phrases, in the form of its file."""
        bracket = caption.get("bracket", ())
        self.brackets |= {phrase for phrase in bracket if not phrase.endswith("...")}
        self.openings += tuple(phrase.removesuffix("...").rstrip() for phrase in bracket if phrase.endswith("..."))
        self.labels += tuple(caption.get("label", ()))
        self.ends |= {label[-NEAR:] for label in caption.get("label", ())}
        self.beginnings += tuple(caption.get("start", ()))
        self.named += tuple(caption.get("named", ()))
