"""Voices: a language's words by which somebody speaks of himself, to others, and greets, from the sections `words` and
`appeal`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.folding import folded


class Voices(NamedTuple):
    """Hashes (uint64) of words for who writes and for who is written to, and of greetings and thanks."""

    me: NDArray[np.uint64]
    you: NDArray[np.uint64]
    hail: NDArray[np.uint64]


def voices_of(words: Mapping[str, Sequence[str]], your: Sequence[str]) -> Voices:
    """Those of a language. words: its section of that name. your: its phrases of an appeal for who is spoken to, of
    which single words count."""
    from newsclean.evidence.tokens import hash_words

    you = [word for word in your if word.isalpha()]
    return Voices(*(hash_words([*map(folded, some)]) for some in (words["me"], you, words.get("hail", ()))))
