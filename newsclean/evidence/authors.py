"""Authors: lines that begin as those do that name them."""

from __future__ import annotations

import re

from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.view import View

NAME_WORDS = 6
"""Words of an author's name, or of several names, at most."""
BEHIND = re.compile(r"[|,•·–\d]")
"""Where names end, and a place or a date begins."""
CAPITALS = 0.6
"""Share of them that begin with a capital."""


def is_by(view: View, word: str) -> bool:
    """Whether a word alone says that an author's name follows, as "By" does."""
    return INDEX["byline"] in view.lexicon.whole.get(word.casefold(), ())


def begins_with_author(view: View, line: str) -> bool:
    """Whether a line is "By" and a name, perhaps with a date behind it."""
    word, _, rest = line.partition(" ")
    names = BEHIND.split(rest, maxsplit=1)[0].split()
    capitals = sum(name[0].isupper() for name in names)
    return rest[:1].isupper() and len(names) <= NAME_WORDS and capitals >= CAPITALS * len(names) and is_by(view, word)
