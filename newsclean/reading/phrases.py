"""Phrases: authors' own elements (those with a hyphen) that are a part of a sentence and no boxes."""

from __future__ import annotations

from itertools import accumulate

from newsclean.reading.elements import PHRASED
from newsclean.reading.runs import ENDS, Runs

DEEP = 8
"""Inline elements between a paragraph and an author's own element that is a part of its sentence, at most."""
STOPS = ENDS | frozenset(":\u3002\uff01\uff1f\u0964\u061f\u06d4")
"""What ends a sentence or calls what follows, in any script."""
SENTENCE = 40
"""Characters from which what no stop ends goes on behind a line break of the source as well: a label is shorter."""


class Phrases(Runs):
    """Runs of text that know which of the elements open in them were taken for a part of a sentence."""

    __slots__ = ("_own",)

    def __init__(self) -> None:
        super().__init__()
        self._own: list[tuple[int, str]] = []  # such elements that are open, and their tags

    def _is_phrase(self) -> bool:
        """Whether an author's own element that opens here is a part of a sentence and no box."""
        return self._goes_on() or self._within(PHRASED, DEEP, self._at)

    def _own_tag(self, tag: str) -> str:
        """The tag by which such an element is inline."""
        self._own.append((len(self.parents), tag))
        return tag.replace("-", "_")

    def _are_boxes(self) -> None:
        """What was taken for a part of a sentence holds a block: so it is a box, like others of its kind."""
        for at, tag in self._own:
            self.tags[at] = tag
        self._own = []

    def _goes_on(self) -> bool:
        """Whether the text so far is a sentence that is not at its end, and stands right before what opens now."""
        if not self._pieces or self._closed == len(self._pieces) or self._broken:
            return False
        last = self._pieces[-1]
        said = last.rstrip()
        if said[-1:] in STOPS:
            return False
        return "\n" not in last[len(said) :] or any(size > SENTENCE for size in accumulate(map(len, self._pieces)))
