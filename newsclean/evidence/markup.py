"""Markup: how a block stands among the page's elements, and how much text and how many links they hold."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsclean.evidence.elements import ELEMENTS
from newsclean.evidence.head import HEAD
from newsclean.evidence.outline import FAR, Group, outline
from newsclean.evidence.place import beside
from newsclean.evidence.view import Column, View

Evidence = Callable[[View], Column]


def signature_text(view: View) -> Column:
    """Share of the page's sentence text in blocks of the same tag and class whose parents are alike too."""
    page = outline(view)
    return page.group(0).share(page.sentence_text, page.total)


def parent_signature_text(view: View) -> Column:
    """Share of the page's sentence text in blocks whose parent and grandparent have the same tags and classes."""
    page = outline(view)
    return page.group(1).share(page.sentence_text, page.total)


def grandparent_signature_text(view: View) -> Column:
    """Share of the page's sentence text in blocks whose grandparent and its parent have the same tags and classes."""
    page = outline(view)
    return page.group(2).share(page.sentence_text, page.total)


def tag_text(view: View) -> Column:
    """Share of the page's sentence text in blocks of the same tag and class, wherever they stand."""
    page = outline(view)
    return Group(page.markup.signature[page.markup.element]).share(page.sentence_text, page.total)


def signature_blocks(view: View) -> Column:
    """Blocks of the same tag and class with the same parent's, in logarithm."""
    return np.log1p(outline(view).group(0).count).astype(np.float32)


def signature_words(view: View) -> Column:
    """Mean words of the blocks of the same tag and class, in logarithm."""
    group = outline(view).group(0)
    return np.log1p(group.share(view.words, group.count))


def signature_sentences(view: View) -> Column:
    """Share of the words in blocks of the same tag and class that is sentence text."""
    page = outline(view)
    group = page.group(0)
    return group.share(page.sentence_text, np.maximum(group.sum(view.words), 1))


def signature_links(view: View) -> Column:
    """Share of the characters in blocks of the same tag and class that stand in links."""
    group = outline(view).group(0)
    return group.share(view.doc.links, np.maximum(group.sum(view.chars), 1))


def _text_above(level: int) -> Evidence:
    def text_above(view: View) -> Column:
        page = outline(view)
        return page.text_below[page.ancestors[:, level]].astype(np.float32)

    text_above.__name__ = text_above.__qualname__ = f"text_above_{level}"
    text_above.__doc__ = f"Share of the page's sentence text below the element {level} above the block's own."
    return text_above


def _links_above(level: int) -> Evidence:
    def links_above(view: View) -> Column:
        page = outline(view)
        return page.link_density[page.ancestors[:, level]].astype(np.float32)

    links_above.__name__ = links_above.__qualname__ = f"links_above_{level}"
    links_above.__doc__ = f"Link density below the element {level} above the block's own."
    return links_above


def parent_blocks(view: View) -> Column:
    """Blocks below the parent, in logarithm."""
    page = outline(view)
    first, end = page.reach
    parent = page.ancestors[:, 1]
    blocks: Column = np.log1p(end[parent] - first[parent]).astype(np.float32)
    return blocks


def parent_sentences(view: View) -> Column:
    """Share of the words below the parent that is sentence text."""
    page = outline(view)
    return page.sentence_share[page.ancestors[:, 1]].astype(np.float32)


def grandparent_sentences(view: View) -> Column:
    """Share of the words below the grandparent that is sentence text."""
    page = outline(view)
    return page.sentence_share[page.ancestors[:, 2]].astype(np.float32)


def _core_steps(percent: int) -> Evidence:
    def core_steps(view: View) -> Column:
        page = outline(view)
        return page.steps_to(page.core(percent / 100))

    core_steps.__name__ = core_steps.__qualname__ = f"core_{percent}_steps"
    core_steps.__doc__ = f"""Levels up from the deepest element with {percent} % of the sentence text to one that holds
    the block as well; 0 inside, 12 for far away."""
    return core_steps


def core_depth(view: View) -> Column:
    """Depth of the block's element below the deepest one that holds 40 % of the sentence text; negative above it."""
    page = outline(view)
    depth = page.markup.depth
    below: Column = np.clip(depth[page.markup.element] - depth[page.core(0.4)], -20, 20).astype(np.float32)
    return below


def core_place(view: View) -> Column:
    """Place in the deepest element with 40 % of the sentence text: 0 to 1 inside, beyond by blocks in logarithm."""
    page = outline(view)
    first, end = page.reach
    core = page.core(0.4)
    return beside(view.n, int(first[core]), int(end[core])).astype(np.float32)


def core_text_place(view: View) -> Column:
    """Place between the first and the last sentence text of that element: 0 to 1, beyond by blocks in logarithm."""
    page = outline(view)
    first, end = page.reach
    core = page.core(0.4)
    good = np.flatnonzero(page.sentence_text[first[core] : end[core]] > 0) + first[core]
    if not len(good):
        return np.full(view.n, -FAR, np.float32)
    return beside(view.n, int(good[0]), int(good[-1]) + 1).astype(np.float32)


def element_depth(view: View) -> Column:
    """Depth of the block's element."""
    page = outline(view)
    return np.minimum(page.markup.depth[page.markup.element], 60).astype(np.float32)


def links_per_word(view: View) -> Column:
    """Links that begin in the block, per word."""
    return view.per_word(outline(view).markup.link_count.astype(np.float32))


def _siblings_at(level: int) -> Evidence:
    def siblings(view: View) -> Column:
        page = outline(view)
        return np.log1p(page.siblings[page.ancestors[:, level]])

    siblings.__name__ = siblings.__qualname__ = f"siblings_{level}"
    siblings.__doc__ = (
        f"""Elements of the same tag and class beside the one {level} above the block's own, in logarithm."""
    )
    return siblings


def repeat_level(view: View) -> Column:
    """How far up the nearest ancestor stands that is one of three or more of the same tag and class; FAR for none."""
    page = outline(view)
    hit = page.siblings[page.ancestors[:, 1:]] >= 3
    return np.where(hit.any(axis=1), hit.argmax(axis=1) + 1, FAR).astype(np.float32)


def repeat_text(view: View) -> Column:
    """Share of the sentence text below that repeated ancestor; -1 without one."""
    page = outline(view)
    hit = page.siblings[page.ancestors[:, 1:]] >= 3
    nearest = page.ancestors[np.arange(view.n), hit.argmax(axis=1) + 1]
    return np.where(hit.any(axis=1), page.text_below[nearest], -1).astype(np.float32)


def article_text(view: View) -> Column:
    """Share of the sentence text below the nearest `<article>`; -1 outside of any."""
    page = outline(view)
    hit = page.tagged("article")[page.ancestors]
    nearest = page.ancestors[np.arange(view.n), hit.argmax(axis=1)]
    return np.where(hit.any(axis=1), page.text_below[nearest], -1).astype(np.float32)


def page_articles(view: View) -> Column:
    """`<article>` elements with text on the page, in logarithm: the same for all blocks."""
    page = outline(view)
    count = int(np.count_nonzero(page.tagged("article")))
    return np.full(view.n, np.log1p(count), np.float32)


def page_core(view: View) -> Column:
    """Share of the sentence text in the deepest element with 40 % of it: the same for all blocks."""
    page = outline(view)
    return np.full(view.n, page.text_below[page.core(0.4)], np.float32)


def page_text(view: View) -> Column:
    """Words of sentence text on the page, in logarithm: the same for all blocks."""
    return np.full(view.n, np.log1p(outline(view).total), np.float32)


MARKUP: tuple[Evidence, ...] = (
    signature_text, parent_signature_text, grandparent_signature_text, tag_text, signature_blocks, signature_words,
    signature_sentences, signature_links, *map(_text_above, range(7)), *map(_links_above, range(5)), parent_blocks,
    parent_sentences, grandparent_sentences, *map(_core_steps, (40, 60, 80)), core_depth, core_place, core_text_place,
    element_depth, links_per_word, *map(_siblings_at, range(4)), repeat_level, repeat_text, article_text,
    page_articles, page_core, page_text,
    *ELEMENTS, *HEAD,
)  # fmt: skip
"""Evidence of HTML pages; on other documents every column says nothing."""
