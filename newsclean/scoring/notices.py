"""Notices: what servers, guards and scripts say in a page's place: it is not there, not for you, not without scripts.

A scraper brings home many of them. Their sentences are as good as an article's, so it is their words that tell them,
and only where hardly anything else stays: an article on blocked sites quotes such words as well.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.folding import LEADING, folded
from newsclean.evidence.lexicon import PREFIX, TRAILING
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.line_phrases import evened, evened_block, unquoted
from newsclean.evidence.view import Column, View
from newsclean.reading.document import Document
from newsclean.reading.markup import Within

MOST_WORDS, SHARE = 200, 0.4
"""Words of a notice, at most, and how many of them stand in blocks that hold a phrase of one."""
HEADED, TITLED = 300, 100
"""Words below what a notice is headed with, at most: where the page holds a phrase as well, and where it need not."""
NAMED, TELLING = 600, 14
"""Words that stay of a page whose title calls it a notice, at most, and the bytes of a title that no story has."""
BRIEF = 20
"""Words up to which what articles say as well ("an error has occurred", "Access denied") tells a notice by itself."""
ONCE = 60
"""Words from which a notice holds two phrases: an article has room to say of a page that it was not found."""
UNSEEN_WORDS = 60
"""Words of such a block, at most."""
FIRST = 2
"""Blocks on top of a page without headings that may be its title."""
PARTS = re.compile(r"\s+[-|–—·•]\s+|:\s+")
"""What sites set between the title of a page and their name."""
COLON, HEADLINE_WORDS = re.compile(r":\s+"), 4
"""What a headline begins with stands before a colon, and so many words behind it, at least."""


def noticed(view: View, kept: NDArray[np.bool_]) -> bool:
    """Whether what stays is a notice in the page's place. kept: bool (n,), one block at least."""
    words, at = float(view.words[kept].sum()), np.flatnonzero(kept)
    if words <= MOST_WORDS:
        texts = {int(i): unquoted(evened_block(view, int(i))) for i in at}
        whole = "\n".join(texts.values())
        phrases = [*_phrases(whole), *_vague(whole)]
        told = [i for i, text in texts.items() if _is_title(text) or any(phrase in text for phrase in phrases)]
        if float(view.words[told].sum()) >= SHARE * words and _is_sure(texts, told, phrases, words):
            return True
    if words <= NAMED and _named(view):
        return True
    return words <= HEADED and _is_below_title(view, int(at[0]), words)


def _is_sure(texts: dict[int, str], told: list[int], phrases: list[str], words: float) -> bool:
    """Whether what was found tells a notice of so many words.

    texts: what stays, by block. told: the blocks with a title or a phrase. phrases: those that were found.
    """
    if not told or words <= BRIEF:
        return bool(told)
    if any(_is_title(texts[i], sure=True) for i in told):
        return True
    more = words <= ONCE or sum(not any(one in other for other in phrases if other != one) for one in phrases) > 1
    return more and any(_phrases(texts[i]) for i in told)


def unseen_notices(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): blocks that would stay of what a page hides, or shows without scripts only, and that say so.

    None where most of what would stay is hidden: that is an article which scripts show.
    """
    markup = view.doc.markup
    hidden = np.zeros(view.n, np.bool_) if markup is None else (markup.within & Within.HIDDEN) > 0
    liked = view.words * (score >= threshold)
    hidden &= bool(liked[hidden].sum() <= liked[~hidden].sum())
    for i in np.flatnonzero(hidden & (score >= threshold)).tolist():
        hidden[i] = view.words[i] <= UNSEEN_WORDS and bool(_phrases(evened_block(view, i)))
    return hidden & (score >= threshold)


def _phrases(text: str) -> list[str]:
    """The phrases of notices that a folded text holds."""
    return [phrase for phrase in lexicon().notices if phrase in text]


def _vague(text: str) -> list[str]:
    """What a folded text holds that notices say, and articles too; titles aside."""
    return [phrase for phrase in lexicon().vague_notices - lexicon().notice_titles if phrase in text]


def _named(view: View) -> bool:
    """Whether the page's own title is that of a notice, and of no story ("Forbidden" may be a film's)."""
    return _is_title(_title(view.doc), TELLING, sure=True)


def _title(doc: Document) -> str:
    """What the page's head or front matter calls it, folded."""
    title = doc.markup.head.title if doc.markup is not None else doc.front.title if doc.front is not None else ""
    return evened(folded(title))


def _is_below_title(view: View, first: int, words: float) -> bool:
    """Whether so few words stand below what notices are headed with: more of them where a phrase tells as well, and
    fewer where the title may be a story's. first: the first block that stays."""
    doc = view.doc
    above = np.flatnonzero(doc.heading[: first + 1]).tolist() or range(min(FIRST, view.n))
    titles = [title for title in (_title(doc), *(evened_block(view, i) for i in above)) if _is_title(title)]
    if not titles:
        return False
    if words <= (TITLED if any(_is_title(title, sure=True) for title in titles) else BRIEF):
        return True
    whole = evened(folded(doc.text))
    return bool(_phrases(whole) or _vague(whole))


def _is_title(text: str, least: int = 0, sure: bool = False) -> bool:
    """Whether a folded text is what notices are headed with, by itself or beside the site's name.

    least: bytes of the title, at least, where it holds no figure. sure: whether it must be what no story is called.
    """
    if not text or len(text) > 2 * PREFIX:
        return False
    titles, vague = lexicon().notice_titles, lexicon().vague_notices if sure else frozenset[str]()
    parts = (part.strip(LEADING).rstrip(TRAILING) for part in (text, *PARTS.split(_without_opening(text))))
    parts = (part for part in parts if part in titles and part not in vague)
    return any(len(part.encode()) >= least or any(map(str.isdigit, part)) for part in parts)


def _without_opening(text: str) -> str:
    """A folded title, less what it opens a headline with ("Access denied: how a village lost its path")."""
    _, *behind = COLON.split(text, maxsplit=1)
    said = PARTS.split(behind[0])[0] if behind else ""
    return behind[0] if len(said.split()) >= HEADLINE_WORDS and not _phrases(said) else text
