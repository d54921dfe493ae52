"""Front matter: what converters and readers' services write above a Markdown text of the page that it was made from."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from newsclean.reading.published import iso_date

FENCES = {"---": ("---", "..."), "+++": ("+++",)}
"""Lines that open front matter of YAML and of TOML, and those that close it."""
CONTENT = "Markdown Content:"
"""The last line of the header that readers' services write."""
KEY = re.compile(r"([A-Za-z][\w .-]{0,40}):(?:\s+(\S.*))?$")
TOML_KEY = re.compile(r"([A-Za-z][\w-]{0,40})\s*=\s*(\S.*)$")
ITEM = re.compile(r"-\s+([^\s:][^:]*)$")
KEYS = frozenset({
    "title", "headline", "author", "authors", "by", "date", "dateline", "published", "modified", "url", "url source",
    "source", "slug", "hostname", "site", "sitename", "description", "excerpt", "summary", "tags", "categories",
    "keywords", "image", "lang", "language", "layout",
})  # fmt: skip
MOST_LINES, MOST_CHARS = 60, 20_000
LEAST_KEYS, KEY_SHARE = 2, 0.5
"""Known keys that front matter between fences has at least, and the share of its lines with a key; a service's last
line says enough beside one."""
DATE, DAY = re.compile(r"\d{4}-\d\d-\d\d"), len("2024-05-03")
HEADLINES, AUTHORS = ("title", "headline"), ("author", "authors", "by")
DATES = ("published time", "published", "date", "datepublished")


class FrontMatter(NamedTuple):
    """What front matter, or the head of flat HTML, says of an article.

    end: where in the source the text begins. published: in ISO 8601, or as the head has it. others: what else a head
    calls the page. site: the site's name.
    """

    end: int
    title: str
    author: str
    published: str
    others: tuple[str, ...] = ()
    site: str = ""


def front_matter(source: str) -> FrontMatter | None:
    """The front matter that a source begins with, or None: a rule, and a line with a colon, are none."""
    start = len(source) - len(source.lstrip("\ufeff\x00 \t\r\n"))
    head = source[start : start + MOST_CHARS]
    if not head.startswith(tuple(FENCES)) and CONTENT not in head:
        return None
    at, lines = start, head.splitlines(keepends=True)
    ends = FENCES.get(lines[0].rstrip(), ())
    fenced, key_of = bool(ends), TOML_KEY if "+++" in ends else KEY
    told: list[tuple[str, str]] = []
    other = 0
    for number, line in enumerate(lines[:MOST_LINES]):
        at += len(line)
        text = line.strip()
        if number and text in ends if fenced else text == CONTENT:
            return _known(at, told, other, LEAST_KEYS if fenced else 1)
        if match := key_of.match(text):
            told.append((match[1].casefold(), _value(match[2] or "")))
        elif fenced and told and (match := ITEM.match(text)):
            key, before = told[-1]
            told[-1] = key, ", ".join(filter(None, (before, _value(match[1]))))
        elif text and not (fenced and (number == 0 or line[0] in " \t-#[")):
            other += 1
    return None


def _known(end: int, told: list[tuple[str, str]], other: int, least: int) -> FrontMatter | None:
    said = {key: value for key, value in reversed(told) if value}
    known = sum(key in KEYS or key in DATES for key in said)
    if known < least or len(told) < KEY_SHARE * (len(told) + other):
        return None
    dates = [said[key] for key in DATES if DATE.match(said.get(key, ""))]
    published = next(filter(None, [iso_date(text) or _day(text) for text in dates]), "")
    title, author = (next((said[key] for key in keys if key in said), "") for keys in (HEADLINES, AUTHORS))
    return FrontMatter(end, title, author.replace(";", ","), published)


def _value(text: str) -> str:
    """A value as YAML means it: without the quotation marks around it, those of a list with commas between."""
    text = text.strip()
    return ", ".join(filter(None, map(_item, text[1:-1].split(",")))) if _is_list(text) else _unquoted(text)


def _is_list(text: str) -> bool:
    return text[:1] == "[" and text[-1:] == "]"


def _item(text: str) -> str:
    """An item of a list, which may be a list of one itself, however deep."""
    text = text.strip()
    while _is_list(text):
        text = text[1:-1].strip()
    return _unquoted(text)


def _unquoted(text: str) -> str:
    """A value without the quotation marks around it."""
    for mark, inside in (("'", "''"), ('"', '\\"')):
        bare = text[1:-1]
        if len(text) > 1 and text[0] == text[-1] == mark and mark not in bare.replace(inside, ""):
            return bare.replace(inside, mark).strip()
    return text


def _day(text: str) -> str:
    """The day that a text begins with, of whatever year; "" where there is no such day."""
    try:
        return date.fromisoformat(text[:DAY]).isoformat()
    except ValueError:
        return ""
