"""Feeds and sitemaps are no pages; pages and texts that speak of them are."""

from __future__ import annotations

import time

import pytest

from newsclean import clean, explain
from newsclean.reading.feeds import is_feed
from tests.texts import PARAGRAPHS

ITEM = f"<title>Bridge closed</title><link>https://a.example/1</link><description>{PARAGRAPHS[0]}</description>"
FEEDS = {
    "RSS": f"<?xml version='1.0'?>\n<rss version='2.0'><channel><title>Post</title><item>{ITEM}</item></channel></rss>",
    "RSS 1.0": f"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item>{ITEM}</item></rdf:RDF>",
    "Atom": f"\ufeff<feed xml:lang='en' xmlns='http://www.w3.org/2005/Atom'><entry>{ITEM}</entry></feed>",
    "a sitemap": "<?xml version='1.0'?><!-- made --><urlset><url><loc>https://a.example/1</loc></url></urlset>",
    "sitemaps": "<?xml-stylesheet href='a.xsl'?><sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>",
}


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_has_no_article(name: str) -> None:
    for source in (FEEDS[name], FEEDS[name].encode()):
        for kind in ("auto", "html"):
            page = explain(source, kind=kind)
            assert page.text == ""
            assert page.flags == {"no_article"}


@pytest.mark.parametrize(
    "source",
    [
        "<rss> is what the format's root is called, and it holds a channel.",
        f"<feed>\n\n{PARAGRAPHS[0]}",
        f"<?xml version='1.0'?><html><body><p>{PARAGRAPHS[0]}</p></body></html>",
        "\n\n".join(PARAGRAPHS),
        "",
    ],
)
def test_others_are_no_feeds(source: str) -> None:
    assert not is_feed(source)


def test_who_says_that_it_is_text_gets_it_read() -> None:
    assert explain(FEEDS["RSS"], kind="text").blocks
    assert PARAGRAPHS[0] in clean("\n\n".join(["<rss> is what the format's root is called.", *PARAGRAPHS]))


def test_many_comments_take_no_time() -> None:
    start = time.perf_counter()
    assert not is_feed("<!-- a -->" * 500 + "<p>")
    assert not is_feed("<feed " + "a=b " * 2000)
    assert time.perf_counter() - start < 1
