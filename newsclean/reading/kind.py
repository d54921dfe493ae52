"""Kind: is a source HTML, Markdown or plain text? HTML and Markdown only with clear marks of their own."""

from __future__ import annotations

import re

from newsclean.reading.code import as_if_without, code_spans
from newsclean.reading.front_matter import front_matter

KINDS = ("auto", "text", "markdown", "html")
HEAD = 4096
# possessive throughout: many comments, or blanks, could else be matched in endless many ways before the match fails
DOCUMENT = re.compile(
    r"\s*+(?>(?:<\?xml[^>]*+>|(?><!--.*?-->))\s*+)*+"
    # a sentence may begin with "<body>", but not with its attributes or with a second tag right behind
    r"<(?:!doctype\s+html\b|(?:html|head|body|frameset)(?:\s++[\w:-]++\s*+=|(?:\s[^<>]*+)?+>\s*+(?:<[a-z!]|\Z)))",
    re.I | re.S,
)
ELEMENT = re.compile(
    r"\s*+<(?:!--|(?:html|head|body|article|main|section|div|p|h[1-6]|ul|ol|table|header|meta|link|script|title|span|a|img"
    r"|figure)[\s>/])",
    re.I,
)
CLOSED = re.compile(r"</(?:p|div|article|section|h[1-6]|ul|ol|table|body|html|head|main|span|a)\s*>", re.I)
SCRIPT = re.compile(r"<script[\s>]", re.I)
"""What code stands in where a source is HTML; a text that has code and no such element has it from a scraper."""
HEADING = re.compile(r"^#{1,6} \S", re.M)
LINK = re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?:|/|#|www\.|mailto:)[^()\s]{0,2000}\)")
STRONG = re.compile(r"(?<!\w)\*\*[^\s*][^*\n]{0,300}\*\*(?!\w)")
LOOKED_AT = 200_000
"""Characters that are searched for marks."""


def find_kind(source: str) -> str:
    """ "html", "markdown" or "text".

    HTML must open as a document does, or open with an element and close many; a text that mentions a tag stays text.
    Markdown must show links, or headings with emphasis or links beside them, or begin with front matter.
    """
    source = source[:LOOKED_AT].lstrip("\ufeff\x00")
    if DOCUMENT.match(source[:HEAD]):
        return "html"
    if ELEMENT.match(source) and _mostly_markup(source) and (SCRIPT.search(source) or not code_spans(source)):
        return "html"
    if front_matter(source) is not None:
        return "markdown"
    if _marked(source) and ("{" not in source or _marked(as_if_without(source, code_spans(source)))):
        return "markdown"
    return "text"


def _marked(source: str) -> bool:
    links = sum(1 for _ in LINK.finditer(source))
    headings = sum(1 for _ in HEADING.finditer(source))
    strong = sum(1 for _ in STRONG.finditer(source))
    return links >= 2 or (headings >= 1 and links + strong >= 1) or headings >= 2


def _mostly_markup(source: str) -> bool:
    closed = sum(1 for _ in CLOSED.finditer(source))
    return closed >= 2 or (closed >= 1 and len(source) < 500)
