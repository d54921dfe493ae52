"""Literals: pages as a programming language writes them down, with escapes in place of characters.

`str(response.content)` in Python is a bytes literal, `repr` and `json.dumps` give string literals, and feeds name the
signs of HTML (`&lt;p&gt;`).
"""

from __future__ import annotations

import re

from newsclean.reading.references import unescaped

QUOTED = re.compile(r"\s*+(b?)(['\"])(?:\\ufeff|\\xef\\xbb\\xbf|\\[nrt]|\s)*+<[a-z!?]", re.I)
"""A literal that begins with an element."""
NAMED = re.compile(r"\s*+&lt;(?:[a-z][a-z0-9]*+(?:\s|/?&gt;)|!(?:doctype\s|--)|\?xml\s)", re.I)
ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([0-7]{3})|(.))", re.I | re.S)
MEANT = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "0": "\0"}
MARKUP = re.compile(r"(?:\s|\\[nrt])*+<[a-z!?]", re.I)
UNSEEN = re.compile(r"<(script|style)\b.*?(?:<\\?/\1\s*>|\Z)", re.I | re.S)
BREAK_BEHIND_TAG = re.compile(r"> *(?:\\r)?\\n")
FEWEST_BREAKS, TAGS, REAL = 3, 50, 0.1
"""Escaped line breaks behind tags, outside scripts, that HTML without quotation marks around it has at least; how many
tags there may be for each of them; and how many real line breaks, for each escaped one, there may be."""
BEGINNING = 10_000
"""Characters of a page by which it is told that its line breaks are real ones."""
LINE_BREAK = re.compile(r"(?:\\r)?\\n")
TAB = re.compile(r"(?<!\\)\\t")
FEWEST_LINES = 5
"""Escaped line breaks that a text has at least."""


def is_named(source: str) -> bool:
    """Whether HTML's own signs are named where it begins."""
    return NAMED.match(source) is not None


def is_literal(source: str) -> bool:
    """Whether a source is HTML with escapes in place of line breaks and quotation marks; its beginning is enough."""
    if QUOTED.match(source):
        return True
    if _has_lines(source[:BEGINNING]) or not MARKUP.match(source) or _has_lines(source):
        return False
    seen = UNSEEN.sub("", source)
    breaks = sum(1 for _ in BREAK_BEHIND_TAG.finditer(seen))
    return breaks >= max(FEWEST_BREAKS, seen.count("<") / TAGS) and source.count("\n") <= REAL * breaks


def _has_lines(source: str) -> bool:
    """Whether line breaks are real ones. Of a long page the beginning tells, which takes no time."""
    return source.count("\n") > REAL * source.count("\\n")


def as_written(source: str) -> str:
    """The HTML that a literal stands for; any other source as it is."""
    if is_named(source):
        return unescaped(source)
    if not is_literal(source):
        return source
    quoted = QUOTED.match(source)
    inner = source.strip()[len(quoted[1]) + 1 :].removesuffix(quoted[2]) if quoted else source
    text = ESCAPE.sub(_character, inner)
    of_bytes = bool(quoted[1]) if quoted else source.isascii() and "\\x" in source
    if of_bytes and max(text, default="") <= "\xff":
        from newsclean.reading.decode import decode  # which takes its time to import

        return decode(text.encode("latin-1"))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def with_line_breaks(source: str) -> str:
    """A text of the same length with line breaks in place of escaped ones, and tabs, where those are what it has."""
    escaped = source.count("\\n")
    if escaped < FEWEST_LINES or source.count("\n") > REAL * escaped:
        return source
    return with_tabs(LINE_BREAK.sub(lambda match: "\r\n" * (len(match[0]) // 2), source))


def with_tabs(text: str) -> str:
    """A text of the same length with a tab in place of each escaped one."""
    return TAB.sub("\t ", text) if "\\t" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else match[0]
    return chr(int(match[4], 8)) if match[4] else MEANT.get(match[5], match[5])
