"""Pandoc's Markdown: divs between fences of colons and attributes in braces, which no reader sees.

Pandoc User's Guide, "Pandoc's Markdown": "Divs and Spans", "Heading identifiers", "Generic raw attribute".
"""

from __future__ import annotations

import re

from newsclean.reading.filler import blanked

SIGN = re.compile(r"^[ \t]*:{3,}|[\])]\{[#.]|\{=html\}|^#{1,6}[ \t][^\n]{1,300}\{#\w", re.M)
# No quotation begins behind a backslash. Else each brace in one that holds such marks could begin attributes, and all
# that follows would be looked through from each of them.
_ATTRIBUTES = r"\{(?=[#.]\w|[\w-]{1,60}=)(?:[^{}\"]++|(?<!\\)\"(?:[^\"\\]|\\.){0,2000}+\"){1,60}+\}"
FENCE = re.compile(r"(?:^|(?<=\s)):{3,}(?:[ \t][^\n\r]*)?(?=\r?$)", re.M)
RAW = re.compile(
    r"^`{3,}[ \t]*\{=html\}[ \t\r]*\n(?:(?!`{3})[^\n]*\n)*+`{3,}[ \t]*(?=\r?$)|`[^`\n]{0,4000}`\{=\w{1,20}\}", re.M
)
PICTURE = re.compile(r"!\[[^\[\]]{0,600}\]\(data:[^()\s]*\)")
"""A picture that is itself its address, which may be of any length."""
BEHIND = re.compile(rf"(?<=\)){_ATTRIBUTES}|(?<=[^\s\]])[ \t]{_ATTRIBUTES}[ \t]*(?=\r?$)", re.M)
SPANNED = re.compile(rf"\[((?:[^\[\]]|\[[^\[\]]{{0,600}}\]){{0,2000}}+)\]({_ATTRIBUTES})")
LINK = re.compile(r"\[[^\[\]]{1,1000}\](?=\()|\]\([^()\s]{0,4000}\s+\"(?:[^\"\\]|\\.){0,1000}\"\)", re.S)
TITLE = re.compile(r"(?<=\s\").*(?=\"\)$)", re.S)
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def without_attributes(source: str) -> str:
    """A text of the same length with blanks in place of what only pandoc reads, and every link's text on one line."""
    if ("{" not in source and ":::" not in source) or not SIGN.search(source):
        return source
    for pattern in (RAW, PICTURE, FENCE):
        source = pattern.sub(lambda match: blanked(match[0]), source)
    source = BEHIND.sub(_gone, source)
    for _ in range(2):  # a span may stand in another one
        source = SPANNED.sub(lambda match: f" {match[1]} {_gone(match[2])}", source)
    return LINK.sub(_on_one_line, source)


def _gone(match: re.Match[str] | str) -> str:
    """Blanks in place of line breaks as well: what an attribute breaks is one line."""
    return " " * len(match if isinstance(match, str) else match[0])


def _on_one_line(match: re.Match[str]) -> str:
    if BLANK_LINE.search(match[0]):
        return match[0]
    return TITLE.sub(lambda title: blanked(title[0]), match[0]).replace("\r", " ").replace("\n", " ")
