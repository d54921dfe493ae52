"""Character references: `&amp;`, `&#8217;`, `&#x2019;`."""

from __future__ import annotations

import html
import re

LONG = re.compile(r"&#(?=[0-9]{20})0*([0-9]*);?")
"""A number of more digits than any character's; of thousands of digits Python would make none."""
ENOUGH = 8
"""Digits by which a number is larger than any character's."""


def unescaped(text: str) -> str:
    """A text with characters in place of their references; U+FFFD for a number that no character has."""
    if "&#" in text:
        text = LONG.sub(lambda match: f"&#{match[1][:ENOUGH] or 0};", text)
    return html.unescape(text)
