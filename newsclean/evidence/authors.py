"""Authors: lines that begin as those do that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsclean.evidence.folding import folded
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.view import View

NAME_WORDS = 6
"""Words of an author's name, or of several names, at most."""
BEHIND = re.compile(r"[|,•·–\d]")
"""Where names end, and a place or a date begins."""
CAPITALS = 0.6
"""Share of them that begin with a capital."""
LEAST, MOST, LETTERS = 2, 4, 24
"""Words of a name that nothing calls so, and letters of one in a script without capitals."""
WORD = re.compile(r"(?<![^\s\d:：・=＝])[^\s\d:：・=＝]++(?:\s*[:：・=＝]\s*|\s+)")
"""A word of "By", and the blank, the colon or (in Japanese) the dot behind it.

It is looked for where a word begins: each letter of a line without a blank could else be a beginning.
"""
OTHERS = str.maketrans("", "", " .-'’")
"""What a name has beside letters."""


def is_by(view: View, word: str) -> bool:
    """Whether a word alone says that an author's name follows, as "By" does."""
    return INDEX["byline"] in view.lexicon.whole.get(folded(word), ())


def begins_with_author(view: View, line: str) -> bool:
    """Whether a line is "By" and a name, perhaps with a date behind it."""
    word, _, rest = line.partition(" ")
    names = BEHIND.split(rest, maxsplit=1)[0].split()
    capitals = sum(name[0].isupper() for name in names)
    return rest[:1].isupper() and len(names) <= NAME_WORDS and capitals >= CAPITALS * len(names) and is_by(view, word)


def calls_author(view: View, line: str) -> bool:
    """Whether a line is what authors are called, a colon and a name, perhaps with a job behind a comma ("Text: Lena
    Harms, Reporterin"), in whatever script."""
    label, colon, rest = line.replace("：", ":").partition(":")
    label, name = folded(label.strip()), BEHIND.split(rest, maxsplit=1)[0].strip()
    people = view.lexicon.people
    return bool(colon) and label in people["by"] - people["job"] and is_name(name)  # in an interview reporters ask


def names_author(view: View, part: str) -> bool:
    """Whether a part of a line, beside a date, is "By" and a name, in whatever script: there are no sentences there."""
    by = view.lexicon.people["by"]
    for end in _ends_of_by(part):
        if part[:end].strip(" :：・=＝").casefold() in by and is_name(part[end:].strip()):
            return True
    words = part.split()
    return not _cased(part) and LEAST <= len(words) <= MOST and words[-1] in view.lexicon.people["job"]


def _ends_of_by(part: str) -> Iterator[int]:
    """Where "By" may end: behind one of the first three words, and the colon or the dot behind it."""
    for word in islice(WORD.finditer(part), 3):
        yield word.end()


def is_name(text: str) -> bool:
    """Whether a text may be one name or several: few words, most of them with a capital, where there are any."""
    words = text.split()
    if not words or len(words) > NAME_WORDS or not text[0].isalpha() or any(map(str.isdigit, text)):
        return False
    if _cased(text):
        return text[0].isupper() and sum(word[0].isupper() for word in words) >= CAPITALS * len(words)
    return len(words) <= MOST and len(text) <= LETTERS


def bare_name(view: View, text: str) -> bool:
    """Whether a text that nothing calls so looks like one name: two to four words, all but particles with a capital."""
    words = text.split()
    if not LEAST <= len(words) <= MOST or not _cased(text) or not is_name(text) or not words[-1][0].isupper():
        return False
    known = {text.casefold(), *(word.casefold().strip(".:") for word in words)}
    return not known & view.lexicon.weekdays and text.translate(OTHERS).isalpha()


def _cased(text: str) -> bool:
    """Whether a text's script has capitals."""
    return text.upper() != text.lower()


def is_job(view: View, text: str) -> bool:
    """Whether a text says what somebody is who writes, and not who."""
    return folded(text.strip(" .:|,")) in view.lexicon.people["job"]


def is_lesser(view: View, text: str) -> bool:
    """Whether a text names an agency, what its author is, or who did other work on it: a last resort for a byline."""
    people, small = view.lexicon.people, folded(text.strip(" .:|,()"))
    if small in people["agency"] or small in people["job"] or small.startswith(tuple(people["editor"])):
        return True
    return any(small[end:].strip() in people["agency"] for end in _ends_of_by(small))
