"""Filler: the character that reading puts in place of what is none of a text, such as the numbers of links.

Unicode has no character of its number, but a source may hold it all the same. Then another one stands for it while the
source is read, and what is given back is the source's own, as with mojibake.
"""

from __future__ import annotations

import re

import numpy as np

from newsclean.reading.mojibake import Mojibake

FILLER = "\ufdd0"
"""What stands in a source for what is none of its text, where a blank would part a word from its mark."""
OTHERS = [chr(code) for code in range(0xFDD1, 0xFDF0)]
"""Further numbers without a character."""
INK = re.compile(r"[^\n\r]")


def blanked(text: str) -> str:
    """A text of the same length, blank but for its ends of lines."""
    return INK.sub(" ", text)


def without_filler(source: str, mojibake: Mojibake | None = None) -> tuple[str, Mojibake | None]:
    """A source of the same length without fillers of its own, and how it is printed.

    mojibake: how it is printed already.
    """
    if FILLER not in source:
        return source, mojibake
    instead = next((sign for sign in OTHERS if sign not in source), "")
    if not instead:  # it holds all of them: no text
        return source.replace(FILLER, " "), mojibake
    known = mojibake or Mojibake({}, np.zeros(0, np.int64), np.zeros(1, np.int64))
    letters = {**known.letters, ord(instead): known.letters.get(ord(FILLER), FILLER)}
    return source.replace(FILLER, instead), Mojibake(letters, known.places, known.shifts)
