"""A template's tags: shortcodes and placeholders that a site printed in place of what they stand for.

A plugin that was taken out leaves "[gallery ids="1,2"]" between the paragraphs, a script that did not run leaves
"{{ title }}". Scorers, which met few of them, take them for paragraphs.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column, View
from newsclean.reading.markup import Within
from newsclean.scoring.lone_lines import LEAST

LONGEST = 2000
"""Characters of a block that is looked at, at most."""
NAME = r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*"
ATTRIBUTES = r"\s(?:[^\[\]{}\n]*\s)?[\w-]+=[^\s\[\]{}][^\[\]{}\n]*"
"""What only a tag has behind its name: "[laughs]" and "[figure 2: the pier]" are words of the article."""
SHORTCODE = rf"\[{NAME}{ATTRIBUTES}\]|\[/{NAME}\]|\[{NAME}\s?/\]|\[[a-z0-9]+_[a-z0-9_]+\]"
PLACEHOLDER = (
    r"\{\{[^{}\n]*\}\}|\$\{[^{}\n]*\}|%%[\w-]+%%|<!--[^\n]{0,300}?-->|\[object Object\]|\[\[[a-z_]+:[^\[\]\n]*\]\]"
    rf"|\{{/?{NAME}(?:\.{NAME})*\}}|\{{{NAME}{ATTRIBUTES}\}}"
)
ENCLOSED = (
    r"\[(?P<tag>caption|embed|audio|video|playlist|gallery|youtube|vimeo|tweet|instagram|soundcloud|iframe)"
    r"(?:\s[^\[\]\n]*)?\][^\[\]\n]*\[/(?P=tag)\]"
)
"""Shortcodes whose content is no text of the article: an address, or what is said of a picture."""
TAG = re.compile(rf"{ENCLOSED}|{SHORTCODE}|{PLACEHOLDER}")
BARE = re.compile(rf"\[{NAME}\]")
"""A tag among such that are sure ones."""
OPENING = tuple("[{$%<")
STATEMENT = re.compile(r"\{%-?\s")
"""How a template's statement opens: who shows one shows templates."""
PROSE = 8
"""Words beside a tag from which a block speaks of tags."""


def template_tags(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are nothing but such tags; none where the article is about them."""
    found = np.zeros(view.n, np.bool_)
    at = np.flatnonzero((score >= min(threshold, LEAST)) & (view.chars <= LONGEST) & _opens(view))
    if not len(at):
        return found
    markup = view.doc.markup
    shown = np.zeros(view.n, np.bool_) if markup is None else (markup.within & Within.PRE) > 0
    for i in at.tolist():
        text = view.doc.read_text(i)
        found[i] = not shown[i] and is_tags(text)
    return found if found.any() and not _speaks_of_tags(view, found) else np.zeros(view.n, np.bool_)


def is_tags(text: str) -> bool:
    """Whether a text is nothing but tags, of which one at least is a sure one."""
    at, sure = 0, False
    while at < len(text):
        match = TAG.match(text, at)
        sure |= match is not None
        match = match or BARE.match(text, at)
        if match is None:
            return False
        at = match.end()
        while text[at : at + 1].isspace():
            at += 1
    return sure


def _opens(view: View) -> NDArray[np.bool_]:
    """bool (n,): whether a block opens with a sign that a tag opens with."""
    return np.isin(view.codes[np.minimum(view.starts, len(view.codes) - 1)], [ord(sign) for sign in OPENING])


def _speaks_of_tags(view: View, found: NDArray[np.bool_]) -> bool:
    """Whether another block has such a tag among its words, or shows a template's statement."""
    return STATEMENT.search(view.doc.text) is not None or any(
        view.words[i] >= PROSE and TAG.search(view.doc.read_text(i)) is not None
        for i in np.flatnonzero(~found).tolist()
    )
