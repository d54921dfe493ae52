"""The outline: what all evidence from markup shares, computed once a page and only when asked for."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import classify, code_points, lowered
from newsclean.evidence.hashing import MIX, first_copies
from newsclean.evidence.labels import all_family_bits, families
from newsclean.evidence.sums import running_sums
from newsclean.evidence.tokens import find_words
from newsclean.evidence.view import WORD_CLASSES, Column, View, shared
from newsclean.reading.markup import ANCESTORS, Head, Markup
from newsclean.titles import without_names

Integers = NDArray[np.int32]
Hashes = NDArray[np.uint64]

SENTENCE_WORDS = 8
"""A block of more words that ends as a sentence does, and is no link, counts as sentence text."""
LEVELS = 7
"""Ancestors whose labels are looked at."""
FAR = 9.0
"""The level of what is nowhere around a block."""
LEVEL_VALUES = np.array([*range(LEVELS), FAR], np.float32)


class Group:
    """Blocks that share a key (integers, one a block), and sums over them, one number for each block again."""

    def __init__(self, key: NDArray[np.integer]) -> None:
        self._place = first_copies(key.astype(np.uint64) * MIX)
        self.count: NDArray[np.float64] = np.bincount(self._place, minlength=1)[self._place].astype(np.float64)

    def sum(self, column: NDArray[np.number]) -> NDArray[np.float64]:
        """float64 (n,): the sum over each block's group."""
        total = np.bincount(self._place, np.asarray(column, np.float64), minlength=1)
        return np.asarray(total, np.float64)[self._place]

    def share(self, column: NDArray[np.number], whole: float | NDArray[np.float64]) -> Column:
        """float32 (n,): that sum over `whole`."""
        return (self.sum(column) / whole).astype(np.float32)


class Outline:
    """The elements of a page under evidence: what stands below each, and which of them holds the article.

    Columns of blocks have n entries, columns of elements m, tables of a block's ancestors are (n, levels).
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.n = view.n
        self.markup: Markup = view.doc.markup or _bare(view.n)
        self.ancestors: Integers = self.markup.ancestors
        self._groups: dict[int, Group] = {}
        self._cores: dict[float, int] = {}

    def group(self, level: int) -> Group:
        """Blocks alike in tag and class of the element `level` above their own, and of its parent."""
        if level not in self._groups:
            signature = self.markup.signature.astype(np.int64)
            own, parent = self.ancestors[:, level], self.ancestors[:, level + 1]
            self._groups[level] = Group(signature[own] * (len(signature) + 1) + signature[parent])
        return self._groups[level]

    @cached_property
    def sentence_text(self) -> Column:
        """float32 (n,): words of a block that reads as sentences and is no link, else 0."""
        view = self.view
        linked = view.doc.links > 0.5 * view.chars
        return np.where((view.words > SENTENCE_WORDS) & (view.sentence_end > 0) & ~linked, view.words, 0).astype(
            np.float32
        )

    @cached_property
    def total(self) -> float:
        """Words of sentence text on the page; at least 1."""
        return max(float(self.sentence_text.sum()), 1.0)

    @cached_property
    def reach(self) -> tuple[Integers, Integers]:
        """int32 (m,) twice: the first block below each element and the one behind the last; 0 and 0 for none."""
        markup = self.markup
        starts, ends = np.full(len(markup.parent), self.n, np.int32), np.zeros(len(markup.parent), np.int32)
        # of several writes to one place the last one stays
        starts[markup.inner[::-1]] = self.view.at[::-1]
        ends[markup.inner] = self.view.at + 1
        first, end = starts.tolist(), ends.tolist()
        above = markup.parent.tolist()
        for element in range(len(above) - 1, 0, -1):
            parent = above[element]
            if first[element] < first[parent]:
                first[parent] = first[element]
            if end[element] > end[parent]:
                end[parent] = end[element]
        ends = np.array(end, np.int32)
        return np.minimum(np.array(first, np.int32), ends), ends

    def below(self, column: NDArray[np.generic]) -> NDArray[np.float64]:
        """float64 (m,): the sum of a column of blocks below each element."""
        total = running_sums(column)
        first, end = self.reach
        return total[end] - total[first]

    @cached_property
    def text_below(self) -> NDArray[np.float64]:
        """float64 (m,): share of the page's sentence text below each element."""
        return self.below(self.sentence_text) / self.total

    @cached_property
    def link_density(self) -> NDArray[np.float64]:
        """float64 (m,): share of the characters below each element that stand in links."""
        return self.below(self.view.doc.links.astype(np.float32)) / np.maximum(self.below(self.view.chars), 1)

    @cached_property
    def sentence_share(self) -> Column:
        """float32 (m,): share of the words below each element that is sentence text."""
        whole = np.maximum(self.below(self.view.words), 1)
        return (self.below(self.sentence_text) / whole).astype(np.float32)

    def core(self, share: float) -> int:
        """The deepest element (the first of several) below which at least this share of the sentence text stands."""
        if share not in self._cores:
            holds = self.text_below >= share
            self._cores[share] = int(np.where(holds, self.markup.depth, -1).argmax())
        return self._cores[share]

    def steps_to(self, core: int) -> Column:
        """float32 (n,): how many levels above `core` the first element is that holds both; 0 for blocks inside."""
        first, end = self.reach
        steps = np.full(self.n, 12, np.float32)
        chain = [core]
        while chain[-1] and len(chain) < 12:
            chain.append(int(self.markup.parent[chain[-1]]))
        for level in reversed(range(len(chain))):
            steps[first[chain[level]] : end[chain[level]]] = level
        return steps

    @cached_property
    def label_bits(self) -> NDArray[np.uint32]:
        """uint32 (m,): the families of each element's label, one bit each, and the names of elements behind them."""
        return all_family_bits(self.markup.labels).take(self.markup.label)

    @cached_property
    def family_levels(self) -> Column:
        """float32 (families, n): 0 for a family at the block itself, 1 at its parent and so on, FAR for nowhere."""
        markup = self.markup
        bits = self.label_bits.copy()
        bits[self.tagged("", "html", "body")] = 0
        around = np.ascontiguousarray(bits.take(self.ancestors[:, :LEVELS]).T)
        around[0] |= bits.take(markup.inner)
        # a family's level is the number of levels up to which it has not been met
        missing = ~np.bitwise_or.accumulate(around, axis=0)
        places = np.unpackbits(missing.astype("<u4", copy=False).view(np.uint8), axis=1, bitorder="little")
        level = places.reshape(LEVELS, self.n, 32).sum(0, dtype=np.uint8).T[: len(families())]
        return LEVEL_VALUES.take(level)

    @cached_property
    def siblings(self) -> Column:
        """float32 (m,): elements of the same tag and class below the same parent, the element itself too."""
        return self.siblings_with(np.ones(len(self.markup.parent), np.bool_)).astype(np.float32)

    def siblings_with(self, counted: NDArray[np.bool_]) -> NDArray[np.intp]:
        """int (m,): those of them that are counted. counted: bool (m,)."""
        return np.bincount(self._kind, counted).astype(np.intp).take(self._kind)

    @cached_property
    def _kind(self) -> Integers:
        """int32 (m,): for each element the first of the same tag and class below the same parent."""
        markup = self.markup
        width = int(markup.signature.max()) + 1
        key = markup.parent.astype(np.int64) * width + markup.signature
        return first_copies(key.astype(np.uint64) * MIX)

    def tagged(self, *tags: str) -> NDArray[np.bool_]:
        """bool (m,): elements with one of the tags."""
        return self._among(tags)[self.markup.tag]

    def own_tag(self, *tags: str) -> Column:
        """float32 (n,): 1 where the block's element has one of the tags."""
        return self._among(tags)[self._own_tags].astype(np.float32)

    def parent_tag(self, *tags: str) -> Column:
        """float32 (n,): 1 where the parent of the block's element has one of the tags."""
        return self._among(tags)[self._parent_tags].astype(np.float32)

    def inner_tag(self, *tags: str) -> Column:
        """float32 (n,): 1 where the innermost element at the block's first letter has one of the tags."""
        return self._among(tags)[self._inner_tags].astype(np.float32)

    def _among(self, tags: tuple[str, ...]) -> NDArray[np.bool_]:
        among = np.zeros(len(self.markup.tags), np.bool_)
        among[[self._tag_numbers[tag] for tag in tags if tag in self._tag_numbers]] = True
        return among

    @cached_property
    def _tag_numbers(self) -> dict[str, int]:
        return {tag: place for place, tag in enumerate(self.markup.tags)}

    @cached_property
    def _own_tags(self) -> Integers:
        return self.markup.tag[self.markup.element]

    @cached_property
    def _parent_tags(self) -> Integers:
        return self.markup.tag[self.ancestors[:, 1]]

    @cached_property
    def _inner_tags(self) -> Integers:
        return self.markup.tag[self.markup.inner]

    @cached_property
    def head_words(self) -> dict[str, Hashes]:
        """uint64 for each text of the head that evidence asks for: its words as hashes, like the page's own."""
        head = self.markup.head
        title = without_names(head.title, self.view.doc.text)
        texts = {
            "article_body": head.article_body,
            "author": head.author[:200],
            "headline": head.headline,
            "og_title": head.og_title,
            "title": title,
            "description": head.description,
            "og_description": head.og_description,
        }
        # one pass over all of them: the cost of a call is the same for a word and for a page
        codes = code_points("\n".join(texts.values()))
        classes = classify(codes)
        sizes = [len(text) + 1 for text in texts.values()]
        block = np.repeat(np.arange(len(texts), dtype=np.int32), sizes)[: len(codes)]
        words = find_words(lowered(codes), classes, WORD_CLASSES.take(classes))
        edges = np.searchsorted(block.take(words.start), np.arange(len(texts) + 1)).tolist()
        return {name: words.hash[edges[place] : edges[place + 1]] for place, name in enumerate(texts)}


def _bare(n: int) -> Markup:
    """The markup of a document without any: all of its blocks in the root."""
    one, own = np.zeros(1, np.int32), np.zeros(n, np.int32)
    above = np.zeros((n, ANCESTORS), np.int32)
    return Markup(Head(), one, one, one, ("",), one, ("",), one, one, own, own, above, own, own)


@shared
def outline(view: View) -> Outline:
    """The view's outline."""
    return Outline(view)
