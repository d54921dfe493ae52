"""Credited: captions whose credit stands on the line below, where blank lines part paragraphs, or before them."""

from __future__ import annotations

import re
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.folding import folded
from newsclean.evidence.lexicon import CREDIT
from newsclean.evidence.view import Column, View
from newsclean.reading.document import PARAGRAPH

SHORTEST, PLAIN, LONGEST = 5, 12, 60
"""Words of a caption, and from how many on it need not end as a sentence does: what is shorter may be a sub-heading
above a picture without a caption."""
NAMED, LONGEST_CREDIT = 2, 15
"""Words of a credit: a word ("Image") and the name of somebody at least."""
SURE = 0.9
"""Chance from which a block is a paragraph, below which a picture without a caption stands."""
BEFORE = re.compile(r"\W?([^\s/]+(?: [^\s/]+)?)/(\w)\S*(?:\s+(\w)|$)")
"""Whose picture it is, and the name of who took it."""
BEHIND = re.compile(r"[.)”\"]\s+\S*[^\W\d_]\S*/[^\W\d_]\w*(?: [^\W\d_]\w*){1,2}$")
"""The same behind a caption: a full stop, whose picture it is, a stroke and a name."""
DOMAIN = re.compile(r"[\w-]+\.[a-z.]{2,8}")
KIND = re.compile(r"\s+(?:photo|foto|images)$")
CAPTIONED = re.compile(r"(?:[^\s:：]+\s+){4}[^:：]*[:：]")
"""A credit behind words of its own: "The kiosk before the rush. Photo: …"; those above it are no caption."""
TAIL = 60
"""Characters at a caption's end in which its credit is looked for."""
SHORT = 4
"""Letters of an agency's name that is a word as well, at most."""
PARTED = 0.5
"""Share of the blocks which may stay, that have a blank line above them where blank lines part paragraphs."""


def credited(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are captions, by the credit right below, which goes."""
    found = np.zeros(view.n, np.bool_)
    credit = (view.cues[CREDIT] > 0) & (score < threshold) & (view.words >= NAMED) & (view.words <= LONGEST_CREDIT)
    if view.n < 2 or not credit.any():
        return found
    doc, likely = view.doc, score >= threshold
    if (likely & (doc.blanks > 0)).sum() < PARTED * likely.sum():
        return found
    for i in np.flatnonzero(credit).tolist():
        credit[i] = not CAPTIONED.match(doc.read_text(i))
    below = credit & (doc.blanks == 0) & (doc.follows == PARAGRAPH)
    told = (view.words >= PLAIN) | ((view.words >= SHORTEST) & (view.sentence_end > 0))
    long = told & (view.words <= LONGEST) & (doc.item == 0) & (doc.heading == 0)
    found[:-1] = below[1:] & (likely & (score < SURE) & long)[:-1]
    return found


def behind_credits(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and begin with a credit ("AP Photo/Jane Doe …", "Harbour.example/JANE …").

    Above the article, or where they are not sure to be a paragraph of it.
    """
    found = np.zeros(view.n, np.bool_)
    likely = np.flatnonzero(score >= threshold)
    for i in likely[view.words[likely] <= LONGEST].tolist():
        if score[i] < SURE or i == likely[0]:
            text = view.doc.read_text(i)
            found[i] = _begins_with_credit(text, view.lexicon.agencies) or _ends_with_credit(text)
    return found


def _ends_with_credit(text: str) -> bool:
    """Whether a sentence's end stands before an owner, a stroke and a name of two words or three, all with capitals."""
    told = BEHIND.search(text[-TAIL:])
    return told is not None and all(part[0].isupper() for part in told[0][1:].replace("/", " ").split())


def _begins_with_credit(text: str, agencies: Collection[str]) -> bool:
    """Whether a site's address or an agency stands before a stroke, and behind it two words that begin as names do."""
    told = BEFORE.match(text)
    if not told or not (told[2].isupper() and (told[3] is None or told[3].isupper())):
        return False
    owner = folded(told[1])
    if DOMAIN.fullmatch(owner):
        return True
    is_word = told[1].istitle() and len(told[1]) <= SHORT  # "App/Web", where APP is an agency
    return not is_word and (owner in agencies or KIND.sub("", owner) in agencies)
