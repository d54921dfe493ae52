"""Silver roles: names split into whole words, roles of a made-up page, and their way to other renderings of it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newsclean.lab.markup_roles import role_of_name, words_of
from newsclean.lab.silver import SilverPage, silver, silver_page
from newsclean.page import Role

FIRST = "The old bridge over the river was closed on Monday after an inspection found cracks in two of its piers."
SECOND = "Engineers said the repair would take until spring, and that buses would go round by the upper town."
CAPTION = "The bridge before it was closed, seen from the south."
HTML = f"""
<html><head><title>Old bridge closed</title></head><body>
<nav class="main"><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main class="related-to-nothing">
  <h1>Old bridge closed until next spring</h1>
  <p class="author-line">By <a rel="author" href="/a">Ada Brook</a></p>
  <time datetime="2024-03-05">5 March 2024</time>
  <div class="shareBar"><a href="#">Send</a></div>
  <figure><img src="b.jpg"><figcaption>{CAPTION}</figcaption></figure>
  <p>{FIRST}</p>
  <h2>Detour until spring</h2>
  <div class="ad-slot">Here could be yours</div>
  <p>{SECOND}</p>
  <blockquote>{SECOND}</blockquote>
</main>
<div class="newsletter-signup"><p>Get our letter every morning.</p></div>
<section class="relatedPosts">
  <article><h3>New tram line opened</h3><span class="date">4 March 2024</span></article></section>
<div id="comments"><p class="author">reader 7</p><p>About time, I say.</p></div>
<footer><p>© 2024 The Gazette</p></footer>
</body></html>"""
PAGE: dict[str, Any] = {
    "id": "made/up",
    "html": HTML,
    "title": "Old bridge closed until next spring",
    "body": "\n\n".join([FIRST, "Detour until spring", SECOND]),
}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("relatedPosts__item-2", ("related", "posts", "item")),
        ("NYTCookieBanner", ("nyt", "cookie", "banner")),
        ("x1fZLe", ()),
        ("byline", ("byline",)),
    ],
)
def test_words(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("article__caption", Role.CAPTION),
        ("readAlso", Role.TEASER),
        ("most-read", Role.TEASER),
        ("mostly-ready", None),
        ("shared-header", None),
        ("share-links", Role.SHARE),
        ("loading", None),
        ("top-ad", Role.AD),
        ("has-comments", None),
        ("post-comments", Role.COMMENT),
        ("status-publish", None),
        ("category-newsletter", None),
        ("text-caption", None),
        ("tag-list", Role.NAV),
    ],
)
def test_names(name: str, role: Role | None) -> None:
    assert role_of_name(name) == role


def test_roles_of_a_page() -> None:
    assert silver_page(PAGE).blocks == [
        ("Home Sport", Role.NAV),
        ("Old bridge closed until next spring", Role.HEADLINE),
        ("By Ada Brook", Role.BYLINE),
        ("5 March 2024", Role.TIMESTAMP),
        ("Send", Role.SHARE),
        (CAPTION, Role.CAPTION),
        (FIRST, Role.BODY),
        ("Detour until spring", Role.SUBHEADING),
        ("Here could be yours", Role.AD),
        (SECOND, Role.BODY),
        (SECOND, Role.DUPLICATE),
        ("Get our letter every morning.", Role.PROMO),
        ("New tram line opened", Role.TEASER),
        ("4 March 2024", Role.TEASER),
        ("reader 7", Role.COMMENT),
        ("About time, I say.", Role.COMMENT),
        ("© 2024 The Gazette", Role.LEGAL),
    ]


STORY = "Council will decide in spring whether the tram line goes on"
OTHERS: list[tuple[str, list[tuple[str, Role | None]]]] = [
    (f'<nav><a href="/tram">{STORY}</a></nav>', [(STORY, Role.TEASER)]),
    (f'<footer class="footer"><nav><a href="/tram">{STORY}</a></nav></footer>', [(STORY, Role.NAV)]),
    ('<nav><ul><li class="newsletter">Letters</li></ul></nav>', [("Letters", Role.NAV)]),
    ('<nav><div class="newsletter"><p>Get it by mail</p></div></nav>', [("Get it by mail", Role.PROMO)]),
    (
        '<ul class="trending"><li>Trams</li><li>Old bridge</li><li>Snow</li></ul>',
        [("Trams", Role.NAV), ("Old bridge", Role.NAV), ("Snow", Role.NAV)],
    ),
    (
        f'<ul class="trending"><li>Trams</li><li>{STORY}</li><li>Snow</li></ul>',
        [("Trams", Role.TEASER), (STORY, Role.TEASER), ("Snow", Role.TEASER)],
    ),
    (
        '<div class="post type-post status-publish"><h3>Snow again</h3><p class="byline">By Li Moor</p></div>',
        [("Snow again", Role.TEASER), ("By Li Moor", Role.TEASER)],
    ),
    ('<div class="author"><img src="a.jpg"><div class="caption">Ada Brook</div></div>', [("Ada Brook", Role.BYLINE)]),
    ('<div role="navigation"><p>Sport</p></div>', [("Sport", Role.NAV)]),
]


@pytest.mark.parametrize(("html", "blocks"), OTHERS)
def test_roles_of_kinds_of_markup(html: str, blocks: list[tuple[str, Role | None]]) -> None:
    made = silver_page({**PAGE, "html": HTML.replace("<footer>", f"{html}<footer>")}).blocks
    assert made[-1 - len(blocks) : -1] == blocks


def test_page_without_its_gold_has_no_roles() -> None:
    assert silver_page({**PAGE, "body": "Nothing of this stands on the page at all."}).blocks == []


def test_roles_go_over_to_other_blocks() -> None:
    page = silver_page(PAGE)
    texts = [
        "HOME  Sport",
        CAPTION[:30],
        CAPTION[30:],
        f"{FIRST}\n",
        SECOND,
        SECOND,
        "Unknown words here",
        "***",
        "Send",
    ]
    assert page.roles(texts) == [
        Role.NAV, Role.CAPTION, Role.CAPTION, Role.BODY, Role.BODY, Role.DUPLICATE, None, None, Role.SHARE,
    ]  # fmt: skip


def test_block_of_two_roles_is_unsure() -> None:
    page = SilverPage([("Ada Brook reports", Role.BYLINE), ("on 5 March 2024 at", Role.TIMESTAMP)])
    assert page.roles(["Ada Brook reports on 5 March 2024 at"]) == [None]


def test_short_text_must_be_a_whole_block() -> None:
    page = SilverPage([("Shareholders met", Role.BODY), ("Share", Role.SHARE)])
    assert page.roles(["Share"]) == [Role.SHARE]
    assert page.roles(["met"]) == [None]


def test_cache_gives_the_same_roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCLEAN_CACHE", str(tmp_path))
    corpus = tmp_path / "fundus.jsonl.gz"
    with gzip.open(corpus, "wt", encoding="utf-8") as file:
        file.write(json.dumps(PAGE) + "\n")
    made = silver("fundus", tmp_path)
    corpus.unlink()
    assert silver("fundus", tmp_path)[PAGE["id"]].blocks == made[PAGE["id"]].blocks == silver_page(PAGE).blocks
