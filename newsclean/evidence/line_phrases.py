"""Line phrases: how lines open, end or are worded that no article has, from the sections `line`, `boilerplate` and
`rule`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.evidence.folding import NEAR, Nearby, folded

if TYPE_CHECKING:
    from newsclean.evidence.view import View

FAR = 10
"""Characters by which most openings are found: many languages have as many that begin with the same three."""
QUOTED = re.compile(r"[\"“”„«»「『][^\"“”„«»「」『』\n]{1,200}[\"”“»«」』]")
"""What somebody says, or has read on a screen."""


def evened(text: str) -> str:
    """A folded text with straight apostrophes."""
    return text if text.isascii() else text.replace("’", "'").replace("ʼ", "'")


def evened_all(texts: Iterable[str]) -> list[str]:
    """Folded texts of one line so, all at once."""
    text = "\n".join(texts)
    return evened(text).split("\n") if text else []


def unquoted(text: str) -> str:
    """A text without what stands in quotes."""
    return QUOTED.sub(" ", text)


def evened_block(view: View, i: int) -> str:
    """A block's text, folded and evened; made once, for whoever asks."""
    made: dict[int, str] = view.__dict__.setdefault("evened_blocks", {})
    text = made.get(i)
    if text is None:
        text = made[i] = evened(folded(view.doc.read_text(i)))
    return text


class Opening(NamedTuple):
    """How a line opens, what it holds behind that, of each part one, whether it is told at a text's edges alone, the
    kind of its rule, "" for a line's, and whether only a short line is told."""

    phrase: str
    parts: tuple[tuple[str, ...], ...] = ()
    edge: bool = False
    kind: str = ""
    short: bool = False


@dataclass(slots=True)
class LinePhrases:
    """The phrases of all languages; figures are "#". Endings by their last NEAR characters, openings by their first
    ones, and those that have so many by their first FAR ones. Apart from other whole lines stand those of a page's
    interface: buttons, players, pictures that are missing; among them, in `sign_up`, what buttons of sign-ups say."""

    whole: set[str] = field(default_factory=set)
    sign_up: set[str] = field(default_factory=set)
    boilerplate: set[str] = field(default_factory=set)
    openings: dict[str, list[Opening]] = field(default_factory=dict)
    endings: Nearby = field(default_factory=dict)

    def add(
        self, line: Mapping[str, Sequence[str]], boilerplate: Sequence[str], rules: Iterable[Mapping[str, Any]]
    ) -> None:
        """Adds a language's phrases, in the form of its file."""
        for phrases in line.values():
            self._add_phrases(phrases, self.whole)
        self.sign_up.update(evened_all(line.get("button", ())))
        self._add_phrases(filter(None, boilerplate), self.boilerplate)
        for rule in rules:
            parts = tuple(tuple(evened_all(rule[key])) for key in ("holds", "also") if key in rule)
            flags = rule.get("edge", False), rule["kind"], rule.get("short", False)
            for phrase in evened_all(rule["opens"]):
                self._add_opening(Opening(phrase, parts, *flags))

    def _add_phrases(self, phrases: Iterable[str], whole: set[str]) -> None:
        """Whole lines, "opening ...", "opening ... one | another", or "... ending"."""
        written = evened_all(phrases)
        whole.update([phrase for phrase in written if "..." not in phrase])
        for phrase in written:
            if "..." in phrase:
                self._add_parts(*(part.strip() for part in phrase.split("...", 1)))

    def _add_parts(self, opening: str, rest: str) -> None:
        choices = tuple(part.strip() for part in rest.split("|")) if rest else ()
        if opening:
            self._add_opening(Opening(opening, (choices,) if choices else ()))
        else:
            for ending in choices:
                self.endings[ending[-NEAR:]] = (*self.endings.get(ending[-NEAR:], ()), ending)

    def _add_opening(self, opening: Opening) -> None:
        near = opening.phrase[: FAR if len(opening.phrase) >= FAR else NEAR]
        self.openings.setdefault(near, []).append(opening)

    def openings_of(self, line: str) -> list[Opening]:
        """The openings with which a folded line begins."""
        near = (*self.openings.get(line[:NEAR], ()), *self.openings.get(line[:FAR], ()))
        return [opening for opening in near if line.startswith(opening.phrase)]
