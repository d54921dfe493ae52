"""Hard breaks: marks by which Markdown ends a line within a paragraph, as in verse and addresses."""

from __future__ import annotations

import re

from newsclean.reading.lines import Line

BLANKS = "  "
"""What ends a line when it stands behind it."""
BREAK = re.compile(r"(?:(?<! ) {2,}|(?<!\\)\\)\r?\n")
BACKSLASH = re.compile(r"(?<!\\)\\(?=\r?\n)")
UNSEEN = re.compile(r"!\[[^\[\]]*\]\([^()]*\)|\]\([^()]*\)")
"""Pictures and addresses."""


def is_broken(source: str, line: Line) -> bool:
    """Whether a line ends in one."""
    return _has_backslash(line) or source.startswith(BLANKS, line.end)


def broken_by(source: str, lines: list[Line]) -> list[bool]:
    """Whether each line stands behind a hard break of the one before."""
    broken = [is_broken(source, line) for line in lines]
    return [i > 0 and broken[i - 1] and not line.blanks for i, line in enumerate(lines)]


def end_of(source: str, line: Line) -> int:
    """Where a line ends, but for the backslash that breaks it."""
    return line.start + len(source[line.start : line.end - 1].rstrip()) if _has_backslash(line) else line.end


def without_breaks(text: str) -> str:
    """A text without the backslashes that break its lines."""
    return BACKSLASH.sub("", text) if "\\" in text else text


def broken_lines(text: str) -> list[str]:
    """The lines of a text between its hard breaks, white space folded; one, if some show no words and would be none."""
    lines = [" ".join(line.split()) for line in BREAK.split(text)]
    if len(lines) == 1 or all(_has_words(line) for line in lines):
        return lines
    return [" ".join(" ".join(lines).split())]


def _has_words(line: str) -> bool:
    return any(char.isalnum() for char in UNSEEN.sub("", line))


def _has_backslash(line: Line) -> bool:
    return line.text.endswith("\\") and not line.text.endswith("\\\\")
