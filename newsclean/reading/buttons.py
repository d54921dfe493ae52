"""Buttons that are text: a word within a sentence, which opens a card, and a question, which unfolds its answer."""

from __future__ import annotations

from newsclean.reading.elements import INTERACTIVE
from newsclean.reading.rows import Rows
from newsclean.reading.runs import ENDS, Attributes

SPOKEN = 3
"""Characters of a button that may be a part of a sentence, at least: less is a sign."""
UNFOLDING = frozenset({"aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle", "data-target"})
"""Attributes of a button that shows what stands below it."""
ASKING = ("?", "？", "؟")
"""Ends of a question."""
ASKED = 8
"""Characters of such a question at least."""


class Buttons(Rows):
    """What stands on a button, until it is known whether a sentence goes on behind it.

    interactive: the element around each that is used and not read, one entry each.
    """

    __slots__ = ("interactive",)

    def __init__(self) -> None:
        super().__init__()
        self.interactive: list[int] = []

    def _use(self, tag: str, attributes: Attributes) -> None:
        """An element that may be used: what unfolds a text, or a field that nobody sees, is none."""
        if tag in INTERACTIVE and attributes.get("type") != "hidden" and not self._may_ask(tag, attributes):
            self.interactive.append(self._at)

    def _is_spoken(self, tag: str) -> bool:
        """Whether an element is a button within a sentence, which may go on behind it, or where one may begin."""
        return tag == "button" and (self._is_midway() or self.tags[self._at] == "p")

    def _is_midway(self) -> bool:
        """Whether a sentence is not at its end."""
        return bool(self._pieces) and self._pieces[-1].rstrip()[-1:] not in ENDS

    def _go_on(self, text: str) -> None:
        """What stands behind a button: where the sentence goes on, the button is a part of it. One that begins a
        paragraph's sentence goes on in small letters."""
        begins, small = not self._is_midway(), text.lstrip()[0].islower()
        if not begins or (small and self._at == self._pressed_in):
            self._pieces.append(f"{self._pressed} " if text[0].isalnum() else self._pressed)
        self._pressed = ""

    def _may_ask(self, tag: str, attributes: Attributes) -> bool:
        """Whether an element is a button on which a question may stand that its answer follows."""
        return tag == "button" and not UNFOLDING.isdisjoint(attributes)

    def _release_button(self, attributes: Attributes, said: str) -> None:
        """What stood on a button: a question, or perhaps a part of a sentence."""
        if said.endswith(ASKING) and len(said) >= ASKED and self._may_ask("button", attributes):
            self._ask(said)
        elif self._is_spoken("button"):
            self._press(said)

    def _ask(self, said: str) -> None:
        """A question on a button, as a block of its own."""
        if self._pieces:
            self._flush()
        self._inner = self._at
        self._pieces.append(said)
        self._flush()

    def _press(self, said: str) -> None:
        """What stands on a button, as the sentence would have it."""
        if len(said) >= SPOKEN:
            apart = not self._pieces or self._pieces[-1][-1:].isspace()
            self._pressed, self._pressed_in = said if apart else f" {said}", self._at
