"""Shape: what a block looks like, taken by itself."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import BMP, Class
from newsclean.evidence.view import Column, View


def words(view: View) -> Column:
    """Words, in logarithm: labels have few, paragraphs many."""
    return np.log1p(view.words)


def chars(view: View) -> Column:
    """Characters, in logarithm."""
    return np.log1p(view.chars)


def word_length(view: View) -> Column:
    """Mean characters a word."""
    return view.per_word(view.chars)


def sentence_end(view: View) -> Column:
    """The block ends as a sentence does."""
    return view.sentence_end


def ellipsis_end(view: View) -> Column:
    """The block ends in dots: a blurb that was cut off."""
    last = np.maximum(view.ends - 1, view.starts)
    before = np.maximum(view.ends - 2, view.starts)
    dots = (view.codes[last] == ord(".")) & (view.codes[before] == ord("."))
    return ((view.codes[last] == ord("…")) | dots).astype(np.float32)


def end_mark(view: View) -> Column:
    """The class of the last character, closing quotes passed over: colon, comma, letter, digit …"""
    return view.lasts.astype(np.float32)


def first_mark(view: View) -> Column:
    """The class of the first character: capital, small letter, digit, quote, symbol …"""
    return view.firsts.astype(np.float32)


def question(view: View) -> Column:
    """The block ends in a question mark."""
    last = view.codes[np.maximum(view.ends - 1, view.starts)]
    return ((last == ord("?")) | (last == ord("？")) | (last == ord("؟"))).astype(np.float32)


def exclamation(view: View) -> Column:
    """The block ends in an exclamation mark."""
    last = view.codes[np.maximum(view.ends - 1, view.starts)]
    return ((last == ord("!")) | (last == ord("！"))).astype(np.float32)


def sentences(view: View) -> Column:
    """Sentence ends inside the block, in logarithm."""
    return np.log1p(view.counts[Class.END])


def commas(view: View) -> Column:
    """Commas a word: prose has them, labels do not."""
    return view.per_word(view.counts[Class.COMMA])


def digits(view: View) -> Column:
    """Share of digits."""
    return view.share(view.counts[Class.DIGIT])


def capitals(view: View) -> Column:
    """Share of capital letters among the characters."""
    return view.share(view.counts[Class.UPPER])


def title_case(view: View) -> Column:
    """Share of words that begin with a capital."""
    tokens = view.tokens
    capital = tokens.block.compress(tokens.first == Class.UPPER)
    return view.per_word(np.bincount(capital, minlength=view.n).astype(np.float32))


def symbols(view: View) -> Column:
    """Share of symbols: bars, arrows, copyright signs."""
    return view.share(view.counts[Class.SYMBOL])


def punctuation(view: View) -> Column:
    """Share of other punctuation: slashes, bullets, at signs."""
    return view.share(view.counts[Class.POINT] + view.counts[Class.DASH])


def colons(view: View) -> Column:
    """Colons a word."""
    return view.per_word(view.counts[Class.COLON])


def quotes(view: View) -> Column:
    """Quotation marks, in logarithm."""
    return np.log1p(view.counts[Class.QUOTE])


def brackets(view: View) -> Column:
    """Brackets a word."""
    return view.per_word(view.counts[Class.OPEN] + view.counts[Class.CLOSE])


def function_words(view: View) -> Column:
    """Share of words that are function words of the page's language: running prose has a third of them."""
    return view.per_word(view.stops)


def longest_word(view: View) -> Column:
    """Characters of the longest word: addresses and hashtags are long."""
    column = np.zeros(view.n, np.float32)
    first, block = view.first_words
    if len(first):
        column[block] = np.maximum.reduceat(view.tokens.size, first)
    return column


def addresses(view: View) -> Column:
    """At signs, hash signs and underlines: addresses, handles, tags."""
    sign = (view.codes == ord("@")) | (view.codes == ord("#")) | (view.codes == ord("_"))
    return np.bincount(view.block_of.take(np.flatnonzero(sign)), minlength=view.n).astype(np.float32)


def bars(view: View) -> Column:
    """Upright bars, middle dots, slashes between words: breadcrumbs and titles with a site's suffix."""
    sign = np.flatnonzero(bar_table().take(view.codes, mode="clip"))
    return np.bincount(view.block_of.take(sign), minlength=view.n).astype(np.float32)


@cache
def bar_table() -> NDArray[np.bool_]:
    """bool (65536,): the code points that count as bars."""
    table = np.zeros(BMP, np.bool_)
    table[[ord(sign) for sign in "|/·•»›>→"]] = True
    return table


def unspaced(view: View) -> Column:
    """Share of characters of scripts without blanks."""
    return view.unspaced


def item(view: View) -> Column:
    """The block is a list item."""
    return view.doc.item.astype(np.float32)


def heading(view: View) -> Column:
    """Heading level, 0 for none (Markdown and HTML)."""
    return view.doc.heading.astype(np.float32)


def link_share(view: View) -> Column:
    """Share of the block's characters inside links (Markdown and HTML)."""
    return view.share(view.doc.links.astype(np.float32))


def blanks(view: View) -> Column:
    """Blank lines before the block, in logarithm."""
    return np.log1p(view.doc.blanks.astype(np.float32))


def indent(view: View) -> Column:
    """Blanks before the block's first character, in logarithm."""
    return np.log1p(view.doc.indent.astype(np.float32))


SHAPE = (
    words, chars, word_length, sentence_end, ellipsis_end, end_mark, first_mark, question, exclamation, sentences,
    commas, digits, capitals, title_case, symbols, punctuation, colons, quotes, brackets, function_words, longest_word,
    addresses,     bars, unspaced, item, heading, link_share, blanks, indent,
)  # fmt: skip
