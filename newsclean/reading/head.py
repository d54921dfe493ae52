"""The head of a page: what `<title>`, `<meta>`, JSON-LD and dated elements say of the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newsclean.reading.markup import Head
from newsclean.reading.published import DATED, find_published
from newsclean.reading.references import unescaped
from newsclean.reading.runs import Attributes

ARTICLE_TYPES = re.compile(r"article|posting|report|review|newsstory|recipe|interview|liveblog", re.I)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
FIRST = re.compile(r"\{|(?<!CDATA)\[(?!CDATA)")
DECODER = json.JSONDecoder(strict=False)
TAG = re.compile(r"<[^<>]{1,300}>")
BODIES = ("articleBody", "text", "reviewBody")
MOST_NODES = 20_000
"""JSON-LD nodes looked at on a page; none has that many but a broken one."""


def read_head(
    captured: Iterable[tuple[str, Attributes, str]], metas: Iterable[Attributes], elements: Iterable[Attributes]
) -> Head:
    """The head from what the walk has captured. Broken JSON is passed over.

    elements: attributes of all elements, which are looked at for a date only where the head says none.
    """
    captured = list(captured)
    title = next((text for tag, _, kept in captured if tag == "title" and (text := fold(kept))), "")
    nodes = _linked_data(captured)
    meta = _meta(metas)
    types = frozenset(kind.lower() for node in nodes for kind in _types(node))
    articles = _articles(nodes)

    def said(*names: str) -> str:
        return _said(articles, *names)

    def tagged(*names: str) -> str:
        return next((meta[name] for name in names if meta.get(name)), "")

    dates = [_string(node.get(key)) for key in DATED for node in articles]
    return Head(
        title=title,
        headline=plain(said("headline", "name")),
        description=plain(tagged("description") or said("description")),
        article_body=plain(said(*BODIES)),
        author=plain(_names(articles, nodes) or tagged("author", "article:author", "parsely-author", "dc.creator")),
        published=find_published(dates, meta, elements),
        og_title=plain(tagged("og:title", "twitter:title")),
        og_description=plain(tagged("og:description", "twitter:description")),
        og_type=tagged("og:type").lower(),
        site=plain(tagged("og:site_name")),
        types=types,
        stamped=bool(find_published(dates, meta, ())),
    )


def article_body(captured: Iterable[tuple[str, Attributes, str]]) -> str:
    """The article's text as JSON-LD has it, with its line breaks and, in some, its tags."""
    return _said(_articles(_linked_data(captured)), *BODIES)


def _linked_data(captured: Iterable[tuple[str, Attributes, str]]) -> list[dict[str, Any]]:
    return [node for tag, _, text in captured if tag != "title" for node in _nodes(_parse(text))]


def _articles(nodes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that are articles, first the ones with a text."""
    articles = [node for node in nodes if any(map(ARTICLE_TYPES.search, _types(node)))]
    return sorted(articles, key=lambda node: len(_string(node.get("articleBody"))) == 0)


def _said(articles: Sequence[dict[str, Any]], *names: str) -> str:
    """The first text under one of the names."""
    return next((text for name in names for node in articles if (text := _string(node.get(name)))), "")


def fold(text: str) -> str:
    """White space folded."""
    return " ".join(text.split())


def _meta(metas: Iterable[Attributes]) -> dict[str, str]:
    out: dict[str, str] = {}
    for attributes in metas:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content:
            out.setdefault(name.lower(), fold(content))
    return out


def _parse(text: str) -> Any:
    """A script's JSON, as tolerant as pages need: wrapped in comments, with raw line breaks, with trailing commas."""
    first = FIRST.search(text)
    if not first:
        return None
    for repaired in (False, True):
        try:
            return DECODER.raw_decode(TRAILING_COMMA.sub(r"\1", text) if repaired else text, first.start())[0]
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON value, outer ones first; those inside of an author or publisher too."""
    waiting, seen = [value], 0
    while waiting and seen < MOST_NODES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
            waiting += [part for part in reversed(value.values()) if isinstance(part, dict | list)]
        elif isinstance(value, list):
            waiting += [part for part in reversed(value) if isinstance(part, dict | list)]


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _string(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if len(value) == 1 or (value and isinstance(value[0], str)) else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return value if isinstance(value, str) else ""


def _names(articles: Iterable[dict[str, Any]], nodes: Iterable[dict[str, Any]]) -> str:
    """The authors of the first article that names some. nodes: all of the page, of which authors may be others."""
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    for node in articles:
        authors = _listed(node.get("author") or node.get("creator"))
        said = [name for author in authors for name in _listed(_name(author, known))]
        names = [name for one in said if (name := fold(_string(one))) and "://" not in name]
        if names:
            return ", ".join(dict.fromkeys(names))
    return ""


def _name(author: Any, known: Mapping[str, dict[str, Any]]) -> Any:
    """What an author is called, here or where a reference leads."""
    if not isinstance(author, dict):
        return author
    place = author.get("@id")
    if not author.get("name") and isinstance(place, str):
        author = known.get(place, author)
    return author.get("@value") or author.get("name")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def plain(text: str) -> str:
    """A text without the tags and references that some systems leave in."""
    if "&" in text:
        text = unescaped(text)
    if "<" in text:
        text = TAG.sub(" ", text)
    return fold(text)
