"""Publishers: below an article, a sentence that says what its paper or newsroom is, of which the article does not
speak."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.folding import folded
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.speech import SPEECH
from newsclean.evidence.view import Column, View
from newsclean.scoring.below import first_below, labels_above, short_from, spoken_of
from newsclean.scoring.bios import AROUND, DASHES, STEM

LONGEST = 500
"""Characters of such a text, at most."""
NAME, SAID = 6, 14
"""Words in which the name ends, and behind it those in which it is said what bears it."""
BEFORE, BEHIND = 2, 3
"""Words that its kind may stand before or behind what it is ("a nonprofit, nonpartisan newsroom")."""
LETTERS = 4
"""Letters of a word of the name by which it is looked for in the article."""


def publishers(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay, below all that is surely a paragraph, and say who publishes it."""
    found = np.zeros(view.n, np.bool_)
    for i in short_from(view, score, threshold, first_below(view, score), LONGEST):
        name = publisher(view, view.doc.read_text(i))
        if name and not spoken_of(view, score >= threshold, name, i):
            found[[i, *labels_above(view, name, i)]] = True
    return found


def publisher(view: View, text: str) -> list[str]:
    """The longer words of the name with which a text begins that says of it that it is a newsroom or the like, and what
    kind of one; none for any other text."""
    people, articles = view.lexicon.people, view.lexicon.bio.words["article"]
    words = text.split(maxsplit=NAME + SAID)
    for end in range(1, min(NAME + 1, len(words))):
        if words[end] in DASHES or folded(words[end]) in people["is"]:
            name = [word.strip(AROUND) for word in words[:end] if folded(word) not in articles]
            said = [folded(word).strip(AROUND) for word in words[end + 1 : end + 1 + SAID]]
            named = bool(name) and all(word[:1].isupper() for word in (name[0], name[-1]))
            is_one = named and _is_medium(said) and not SPEECH.search(text)
            return [word for word in name if len(word) >= LETTERS] if is_one else []
    return []


def _is_medium(said: list[str]) -> bool:
    """Whether words say what publishes, and close by what kind of one it is."""
    media = _places(said, _beginnings("medium"))
    traits = _places(said, _beginnings("trait")) if media else []
    return any(-BEFORE <= trait - medium <= BEHIND for medium in media for trait in traits)


def _places(words: list[str], beginnings: tuple[str, ...]) -> list[int]:
    """Where one of the phrases begins among words."""
    rest = [" ".join([*words[at:], ""]) for at in range(len(words))]
    return [at for at, text in enumerate(rest) if text.startswith(beginnings)]


@cache
def _beginnings(key: str) -> tuple[str, ...]:
    """How the lexicons' phrases of a key begin a text: a long one's last word may go on."""
    return tuple(phrase if len(phrase) >= STEM else f"{phrase} " for phrase in lexicon().people[key])
