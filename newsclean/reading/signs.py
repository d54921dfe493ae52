"""Signs: lines that show no text, but rules, what parted two labels, or characters that are not seen."""

from __future__ import annotations

RULES = frozenset("_-=*~#+.·─━═—–―‗▬■□●★")
FEWEST = 8
"""Signs that a rule has at least."""
SHORT_RULES, FEWEST_SHORT = frozenset("_-=─━═—–―‗"), 2
"""Of these, and so many, a rule is enough between blank lines; three stars may be an author's."""
UNSEEN = "".join(
    chr(code)
    for start, end in (
        *((0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x7F)),
        *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x180E, 0x180E), (0x200B, 0x200F)),
        *((0x202A, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
        *((0xFFA0, 0xFFA0), (0xFFF9, 0xFFFC), (0x1D173, 0x1D17A), (0xE0001, 0xE007F)),
    )
    for code in range(start, end + 1)
)
"""Characters of which nothing is seen: ASCII's controls but blanks, joiners, marks of direction, fillers, the
place of an object."""
SIGNS = frozenset({"|", "¦", "\\", "/", "[]", "()", "▼", "▲", "\ufffd"})
"""What stands alone on a line where it parted or decorated something."""
NO_TEXT = RULES | frozenset(UNSEEN) | {sign[0] for sign in SIGNS}
"""What a line begins with that shows no text."""


def is_rule(text: str) -> bool:
    """Whether a line only draws one: what browsers and converters for terminals make of `<hr>`."""
    return text[0] in RULES and len(text) >= FEWEST and not text.strip(text[0])


def draws_rule(text: str) -> bool:
    """Whether a paragraph only draws a rule."""
    return is_rule(text) or is_short_rule(text)


def is_sign(text: str) -> bool:
    """Whether a line only has a sign that parted something, or characters that are not seen."""
    return text in SIGNS or not text.strip(UNSEEN)


def is_short_rule(text: str) -> bool:
    """Whether a line draws one that blank lines around must make plain."""
    return text[0] in SHORT_RULES and FEWEST_SHORT <= len(text) < FEWEST and not text.strip(text[0])
