"""Feeds and sitemaps: XML that lists pages. What stands in them is told of other pages, and no page of its own."""

from __future__ import annotations

import re

ROOT = re.compile(
    r"\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!doctype[^<>\[]*+>)\s*+)*+"
    # a sentence may begin with "<rss>", but not with a second tag right behind
    r"<(?:(?:rss|rdf:RDF|urlset|sitemapindex|opml)(?:\s[^<>]*+)?+|feed\s(?=[^<>]*xmlns)[^<>]*+)>\s*+<",
    re.I | re.S,
)
"""The element that holds all of a feed (RSS, Atom), of a list of feeds or of a sitemap."""
HEAD = 4096
"""Characters among which it begins."""


def is_feed(source: str) -> bool:
    """Whether a source is a feed or a sitemap."""
    return "<" in source[:HEAD] and ROOT.match(source[:HEAD]) is not None
