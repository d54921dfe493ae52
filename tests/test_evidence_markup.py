"""Evidence from markup: every column on every page, and what the columns say on pages written for the purpose."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence.labels import families, label_tokens
from newsclean.evidence.markup import MARKUP
from newsclean.evidence.outline import FAR
from newsclean.evidence.view import View
from newsclean.reading.html import read_html
from newsclean.reading.markup import Within
from newsclean.reading.text import read_text
from tests.evidence_of import family_bits

SENTENCE = "The old bridge over the river was closed again on {} because of the high water."
BODY = [SENTENCE.format(day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday")]
TEASERS = [f"A short story about the {thing} of our small town." for thing in ("tower", "market", "harbour")]
CARDS = "".join(f'<div class="card c{i}"><a href="/{i}"><h3>{text}</h3></a></div>' for i, text in enumerate(TEASERS))
PAGE = f"""<html><head><title>Bridge closed for days - The Tern</title>
<meta name="description" content="The bridge was closed for days.">
<meta property="og:type" content="article">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Bridge closed for days",
"author": {{"name": "Ada Quill"}}, "articleBody": "{" ".join(BODY[:3])}"}}</script></head>
<body class="has-sidebar"><div id="page">
<nav class="mainNav"><ul><li><a href="/a">Home</a></li><li><a href="/b">News</a></li></ul></nav>
<article><header><h1>Bridge closed for days</h1><div class="by-line"><span>Ada Quill</span></div></header>
<div class="article-body">{"".join(f"<p>{text}</p>" for text in BODY)}
<figure><figcaption class="img-caption">High water at the bridge.</figcaption></figure></div></article>
<div class="related-posts">{CARDS}
</div></div></body></html>"""


def evidence(source: str) -> tuple[list[str], dict[str, list[float]]]:
    """The blocks of a page, and the columns, each of which has a finite float32 for each of them."""
    doc = read_html(source)
    view = View(doc)
    columns = {one.__name__: one(view) for one in MARKUP}
    for name, column in columns.items():
        assert column.shape == (len(doc),), name
        assert column.dtype == np.float32, name
        assert np.isfinite(column).all(), name
    return [doc.block_text(i) for i in range(len(doc))], {name: column.tolist() for name, column in columns.items()}


@pytest.fixture(scope="module")
def page() -> dict[str, dict[str, float]]:
    """{block: {evidence: number}}."""
    texts, columns = evidence(PAGE)
    return {text: {name: column[i] for name, column in columns.items()} for i, text in enumerate(texts)}


def test_names_are_unique_and_told() -> None:
    names = [one.__name__ for one in MARKUP]
    assert len(set(names)) == len(names)
    assert all(one.__doc__ for one in MARKUP)


@pytest.mark.parametrize("source", ["", "x", "<p>", "<p>One", "<div>" * 5000 + "One", "<li><a href=x>a</a>" * 500])
def test_every_column_on_every_page(source: str) -> None:
    texts, columns = evidence(source)
    assert {name: len(column) for name, column in columns.items()} == {one.__name__: len(texts) for one in MARKUP}


def test_text_has_columns_too() -> None:
    view = View(read_text("One line.\n\nAnother line of text."))
    columns = {one.__name__: one(view) for one in MARKUP}
    assert all(column.shape == (2,) and column.dtype == np.float32 for column in columns.values())
    assert columns["label_body"].tolist() == [FAR, FAR]


def test_nothing_but_the_page_counts() -> None:
    assert evidence(PAGE) == evidence(PAGE)


def test_signatures(page: dict[str, dict[str, float]]) -> None:
    assert page[BODY[0]]["signature_text"] == pytest.approx(1.0)
    assert page[TEASERS[0]]["signature_text"] == 0
    assert page[BODY[0]]["signature_blocks"] == pytest.approx(np.log1p(4))
    assert page[TEASERS[0]]["signature_links"] == pytest.approx(1.0)
    assert page[BODY[0]]["signature_sentences"] == pytest.approx(1.0)


def test_ancestors(page: dict[str, dict[str, float]]) -> None:
    assert page[BODY[0]]["text_above_0"] == pytest.approx(0.25)
    assert page[BODY[0]]["text_above_1"] == pytest.approx(1.0)
    assert page[TEASERS[0]]["text_above_1"] == 0
    assert page["Home"]["links_above_1"] == pytest.approx(1.0)
    assert page[BODY[0]]["links_above_1"] == 0


def test_core(page: dict[str, dict[str, float]]) -> None:
    assert [page[text]["core_40_steps"] for text in (BODY[0], "Ada Quill", TEASERS[0])] == [0, 1, 2]
    assert page[BODY[0]]["core_text_place"] == 0
    assert page[BODY[3]]["core_text_place"] == pytest.approx(0.75)
    assert page["Home"]["core_text_place"] < 0
    assert page[TEASERS[0]]["core_text_place"] > 1
    assert page[BODY[0]]["core_depth"] == 1


def test_repeats(page: dict[str, dict[str, float]]) -> None:
    assert page[TEASERS[1]]["repeat_level"] == 2
    assert page[TEASERS[1]]["repeat_text"] == 0
    assert page[BODY[0]]["repeat_level"] == FAR


def test_tags_and_semantic_elements(page: dict[str, dict[str, float]]) -> None:
    assert page[BODY[0]]["tag_p"] == 1
    assert page[BODY[0]]["parent_div"] == 1
    assert page["Home"]["inner_a"] == 1
    assert page["Home"]["within_nav"] == page["Home"]["within_list"] == 1
    assert page["High water at the bridge."]["within_caption"] == 1
    assert page[BODY[0]]["within_article"] == 1
    assert page[TEASERS[0]]["within_article"] == 0
    assert page[BODY[0]]["article_text"] == pytest.approx(1.0)
    assert page[TEASERS[0]]["article_text"] == -1


def test_labels(page: dict[str, dict[str, float]]) -> None:
    assert page[BODY[0]]["label_body"] == 1
    assert page["High water at the bridge."]["label_caption"] == 0
    assert page[TEASERS[0]]["label_teaser"] == 2
    assert page["Home"]["label_nav"] < FAR
    assert page[BODY[0]]["label_teaser"] == page[BODY[0]]["label_aside"] == FAR


def test_head(page: dict[str, dict[str, float]]) -> None:
    assert page[BODY[0]]["in_article_body"] == pytest.approx(1.0)
    assert 0 < page[BODY[3]]["in_article_body"] < 1
    assert page[TEASERS[0]]["in_article_body"] < 0.3
    assert page["Bridge closed for days"]["like_headline"] == 1
    assert page["Ada Quill"]["like_author"] == 1
    assert page[BODY[0]]["since_headline"] == pytest.approx(np.log1p(2))
    assert page["Home"]["since_headline"] < 0
    assert page[BODY[0]]["page_article_type"] == 2


def test_head_that_says_nothing() -> None:
    _, columns = evidence(f"<p>{BODY[0]}</p><p>{BODY[1]}</p>")
    assert columns["in_article_body"] == columns["article_body_cover"] == [-1, -1]
    assert columns["like_headline"] == [0, 0]
    assert columns["page_article_type"] == [0, 0]


def test_hidden_text_is_marked() -> None:
    _, columns = evidence(f"<div hidden><p>{BODY[0]}</p></div><p>{BODY[1]}</p>")
    assert columns[f"within_{Within.HIDDEN.name}".lower()] == [1, 0]


@pytest.mark.parametrize(
    ("label", "tokens"),
    [
        ("article-body__text", ["article", "body", "text"]),
        ("relatedPosts", ["related", "posts"]),
        ("HTMLBody", ["html", "body"]),
        ("post-123 h2", ["post", "h"]),
        ("\u00fcber-uns", ["\u00fcber", "uns"]),
        ("", []),
    ],
)
def test_label_tokens(label: str, tokens: list[str]) -> None:
    assert label_tokens(label) == tokens


@pytest.mark.parametrize(
    ("label", "family"),
    [
        ("articleBody", "body"),
        ("entry-content", "body"),
        ("wp-caption-text", "caption"),
        ("c-related-articles", "teaser"),
        ("newsletterSignup", "promo"),
        ("social_share", "share"),
        ("byline", "byline"),
        ("datePublished", "date"),
        ("comments-area", "comment"),
        ("ad-slot", "ad"),
        ("site-footer", "nav"),
        ("cookie-banner", "hidden"),
    ],
)
def test_label_families(label: str, family: str) -> None:
    assert family_bits(label) >> list(families()).index(family) & 1


@pytest.mark.parametrize(
    ("label", "family"),
    [("headline", "ad"), ("shadow", "ad"), ("buying-guide", "nav"), ("readable", "teaser"), ("footballteam", "nav")],
)
def test_parts_of_tokens_are_no_tokens(label: str, family: str) -> None:
    assert not family_bits(label) >> list(families()).index(family) & 1


def test_families_hold_tokens_that_labels_can_have() -> None:
    for name, tokens in families().items():
        for token in tokens:
            assert label_tokens(token) == token.split(), (name, token)
