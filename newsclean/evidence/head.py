"""Head: does a block say what the page's head says of the article?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.hashing import KnownHashes, run_hashes
from newsclean.evidence.outline import Hashes, outline
from newsclean.evidence.place import back_to, signed_log
from newsclean.evidence.view import Column, View, shared
from newsclean.reading.markup import Head
from newsclean.titles import parts_of, size_of, squashed

RUN = 4
"""Words in a run that is looked for in the article's text."""
UNKNOWN = -1.0
"""Where the head says nothing."""
NO_HEADING = 9.0
LEAST_WORDS = 2
"""Words of a title, or of a part of it, that names a story."""
HEADLINES = ("headline", "og_title", "title")
"""The head's texts that are the headline, surest first."""


@shared
def in_article_body(view: View) -> Column:
    """Share of the block's runs of four words that JSON-LD's `articleBody` holds (words, in a shorter block)."""
    page = outline(view)
    body = page.head_words["article_body"]
    if len(body) < 4 * RUN:
        return np.full(view.n, UNKNOWN, np.float32)
    tokens = view.tokens
    counted = view.word_count
    held = _held(tokens.hash, body)
    share = np.bincount(tokens.block.compress(held), minlength=view.n) / np.maximum(counted, 1)
    share = np.where(counted < RUN, np.floor(share), share)
    if len(tokens.hash) >= RUN:
        block = tokens.block[: len(tokens.hash) - RUN + 1]
        whole = block == tokens.block[RUN - 1 :]
        hit = _held(run_hashes(tokens.hash, RUN), run_hashes(body, RUN)) & whole
        runs = np.bincount(block.compress(whole), minlength=view.n)
        found = np.bincount(block.compress(hit), minlength=view.n)
        share = np.where(runs > 0, found / np.maximum(runs, 1), share)
    return share.astype(np.float32)


def article_body_cover(view: View) -> Column:
    """Share of the page's sentence text that stands in `articleBody`: how far to believe it. Same for all blocks."""
    found = in_article_body(view)
    page = outline(view)
    share = float((np.maximum(found, 0) * page.sentence_text).sum()) / page.total
    return np.full(view.n, UNKNOWN if view.n and found[0] == UNKNOWN else share, np.float32)


def article_body_runs(view: View) -> Column:
    """Share of `articleBody`'s words that the page's sentence text found in it has; above 1 where it repeats itself."""
    found = in_article_body(view)
    page = outline(view)
    if not view.n or found[0] == UNKNOWN:
        return np.full(view.n, UNKNOWN, np.float32)
    words = len(page.head_words["article_body"])
    return np.full(view.n, min(float((found * view.words).sum()) / max(words, 1), 3), np.float32)


def _likeness(view: View, *names: str) -> Column:
    """Words in common over words in either, with that text of the head that is most alike; 0 without one."""
    made = np.zeros(view.n, np.float32)
    tokens = view.tokens
    if not len(tokens.hash):
        return made
    counted = view.word_count
    texts, number, block = _words_of_head(view)
    for text in {texts[name].tobytes(): texts[name] for name in names if texts[name].any()}.values():
        size = np.count_nonzero(text)
        common = np.bincount(block.compress(text.take(number)), minlength=view.n)
        union = np.maximum(counted + size - np.minimum(common, size), 1)
        np.maximum(made, (common / union).astype(np.float32), out=made)
    return made


@shared
def _words_of_head(view: View) -> tuple[dict[str, NDArray[np.bool_]], NDArray[np.int32], NDArray[np.int32]]:
    """Which of the distinct words of the head's short texts each text has; the page's words in them; their blocks."""
    short = {name: words for name, words in outline(view).head_words.items() if name != "article_body"}
    distinct, number = np.unique(np.concatenate(list(short.values())), return_inverse=True)
    has = np.zeros((len(short), len(distinct)), np.bool_)
    has[np.repeat(np.arange(len(short)), [len(words) for words in short.values()]), number] = True
    place, known = KnownHashes(distinct).find(view.tokens.hash)
    return dict(zip(short, has, strict=True)), place.compress(known), view.tokens.block.compress(known)


def _held(hashes: Hashes, among: Hashes) -> NDArray[np.bool_]:
    """Which of the hashes are among others."""
    return KnownHashes(np.unique(among)).find(hashes)[1]


@shared
def like_headline(view: View) -> Column:
    """Likeness to the headline: JSON-LD's, OpenGraph's or the title's longest part."""
    return _likeness(view, *HEADLINES)


def like_description(view: View) -> Column:
    """Likeness to the description: `<meta>`'s, JSON-LD's or OpenGraph's."""
    return _likeness(view, "description", "og_description")


def like_author(view: View) -> Column:
    """Likeness to the author's name in the head."""
    return _likeness(view, "author")


def called_article(head: Head) -> bool:
    """Whether the page calls itself an article, of whatever kind."""
    return head.og_type == "article" or any("article" in kind or "posting" in kind for kind in head.types)


def called_news(head: Head) -> bool:
    """Whether JSON-LD calls the page news."""
    return any("newsarticle" in kind for kind in head.types)


def own_names(head: Head) -> set[str]:
    """What the page calls itself, with and without its site's name, squashed."""
    titles = [title for title in (head.headline, head.og_title, head.title) if title]
    return {squashed(part) for title in titles for part in (title, *parts_of(title)) if size_of(part) >= LEAST_WORDS}


def since_h1(view: View) -> Column:
    """Blocks since the last first-level heading, in logarithm; 9 where there is none."""
    return back_to(view.doc.heading == 1)


def since_headline(view: View) -> Column:
    """Blocks since the block most like the headline, in logarithm, negative before it; -9 where none is like it."""
    like = like_headline(view)
    if not view.n or like.max() < 0.5:
        return np.full(view.n, -NO_HEADING, np.float32)
    # of equals the last one that stands in a heading, else the first
    best = np.flatnonzero(like == like.max())
    headings = best[view.doc.heading[best] > 0]
    distance = np.arange(view.n) - (headings[-1] if len(headings) else best[0])
    return signed_log(distance).astype(np.float32)


def page_article_type(view: View) -> Column:
    """What the head calls the page: 2 a news article, 1 another article, 0 nothing of the sort."""
    head = outline(view).markup.head
    return np.full(view.n, 2 if called_news(head) else int(called_article(head)), np.float32)


HEAD = (
    in_article_body, article_body_cover, article_body_runs, like_headline, like_description, like_author, since_h1,
    since_headline, page_article_type,
)  # fmt: skip
