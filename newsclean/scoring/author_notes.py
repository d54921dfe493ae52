"""Author notes: below an article, what a label or its own wording shows to be said of who wrote it: "About the author:
…", "The writer is a lecturer at …", "… writes about ports"."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import is_name
from newsclean.evidence.folding import folded, unmarked
from newsclean.evidence.line_phrases import evened_block
from newsclean.evidence.speech import SPEECH
from newsclean.evidence.view import Column, View
from newsclean.scoring.below import first_below, short_from, spoken_of

LONGEST, SHORT = 320, 200
"""Characters of such a note, and of one without a label, at most."""
SEPARATORS = ":：.–—-|\n"
"""What stands behind a label."""
CALLED, WORDS = 2, 16
"""Words that call the author, and words by which it is said what he is."""
NAME, SIGNS = 2, 12
"""Words of a name with which a note begins, and signs of one in a script without capitals, at most."""
PARTED = re.compile(r"[\s,，、(（:：·・]+|は")
"""What stands behind a name there."""
SENTENCES = re.compile(r"[.!?。।]\s*")


def author_notes(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay, below all that is surely a paragraph, and say who the author is."""
    found = np.zeros(view.n, np.bool_)
    first = first_below(view, score)
    for i in short_from(view, score, threshold, first, LONGEST):
        text = unmarked(evened_block(view, i))
        if _is_label(view, i - 1):
            found[i - 1 : i + 1] = True
        elif _labelled(view, text):
            found[i] = True
        elif view.chars[i] <= SHORT and not SPEECH.search(view.doc.read_text(i)):
            words = _called(view, text) or _writing(view, view.doc.read_text(i), text)
            told = bool(words) and not spoken_of(view, score >= threshold, words, i)
            found[i] = told or _nameless(view, text)
    return found


def _labelled(view: View, text: str) -> bool:
    """Whether a label opens a text that goes on behind it."""
    label = view.lexicon.bio.opening("about", text)
    return bool(label) and len(text) > len(label) and text[len(label) :].lstrip()[:1] in SEPARATORS


def _is_label(view: View, block: int) -> bool:
    """Whether a block is a label alone."""
    text = unmarked(evened_block(view, block)).rstrip(f"{SEPARATORS} ") if block >= 0 else ""
    return bool(text) and view.lexicon.bio.opening("about", text) == text


def _called(view: View, text: str) -> list[str]:
    """The word by which a text calls its author that says what he is; none for any other."""
    known = view.lexicon.bio
    phrase = known.opening("self", text)
    if not phrase:
        return []
    words = text.split()
    said = " ".join(words[CALLED:WORDS]) if " " in phrase else text[len(phrase) :]
    return [max(phrase.split(), key=len)] if known.holds("post", said) else []


def _nameless(view: View, text: str) -> bool:
    """Whether a text opens with what its author is, and another sentence with what only authors do: "Journalist and
    traveller. Writes about islands." """
    known, jobs = view.lexicon.bio, view.lexicon.people["job"]
    parts = SENTENCES.split(text)
    first = text.split(maxsplit=1)[:1]
    opens = (bool(first) and first[0].strip(",;") in jobs) or bool(known.opening("post", text))
    return opens and any(_writes(view, part) for part in parts[1:])


def _writing(view: View, printed: str, text: str) -> list[str]:
    """The name with which a text begins that says of its bearer what only authors do."""
    words = printed.split()
    if printed[:1].upper() == printed[:1].lower():  # a script without capitals
        name = PARTED.split(printed, maxsplit=1)[0]
        return [name] if 1 < len(name) <= SIGNS and _ends_in_writing(view, text) else []
    name = " ".join(words[:NAME])
    if len(words) <= NAME or folded(words[0]) in view.lexicon.bio.words["article"] or not is_name(name):
        return []
    told = words[NAME - 1][0].isupper() and (_writes(view, text.split(" ", NAME)[-1]) or _ends_in_writing(view, text))
    return [words[NAME - 1].rstrip(",")] if told else []


def _writes(view: View, text: str) -> bool:
    """Whether a text opens with what only authors do, and goes on as one that says of what."""
    phrase = view.lexicon.bio.opening("writes", text)
    return bool(phrase) and view.lexicon.bio.words["determiner"].isdisjoint(text[len(phrase) :].split()[:1])


def _ends_in_writing(view: View, text: str) -> bool:
    return any(view.lexicon.bio.closing("writes", part) for part in SENTENCES.split(text) if part)
