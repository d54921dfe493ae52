"""Unread: what stands within a sentence and is no part of it, as nobody sees it there."""

from __future__ import annotations

import re

from newsclean.reading.runs import Attributes

UNSHOWN = re.compile(r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
"""Styles that show nothing; `backface-visibility` is about what turns."""
HEARD = re.compile(r"(?<![a-z])(?<!not-)(?:sr-?only|visually-?hidden|screen-?reader)(?![a-z])|screen-?readertext", re.I)
CLIPPED = re.compile(r"(?<![a-z-])clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\(\s*(?:50|100)%)", re.I)
"""Classes of what is read to the blind alone, and the style that hides it from all others."""
HOVERED = frozenset({"aria-describedby", "data-bs-toggle", "data-toggle", "href", "title"})
"""Attributes of what has a card: it names the card, opens it or holds its text."""
LONGEST = 80
"""Characters of it at most: what is hidden and longer may be the rest of a text, which a button shows."""


def is_card(attributes: Attributes) -> bool:
    """Whether an element is a card shown on hovering, and not the word hovered over, which authors call so as well."""
    return attributes.get("role") == "tooltip" and HOVERED.isdisjoint(attributes)


def is_unread(attributes: Attributes, linked: bool) -> bool:
    """Whether an inline element within a sentence is hidden, or says to the blind what a link does ("opens in a new
    window").

    linked: whether it stands in a link. Elsewhere what is read to the blind may be a part of the sentence.
    """
    if "hidden" in attributes or UNSHOWN.search(attributes.get("style", "")):
        return True
    said = HEARD.search(attributes.get("class", "")) or CLIPPED.search(attributes.get("style", ""))
    return linked and said is not None
