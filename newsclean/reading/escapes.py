"""Escapes: a text whose letters came as numbers, as JSON ("\\u0421") and HTML ("&#1057;") write what is not ASCII.

As with mojibake, evidence is worked out of the letters as they were meant; what is given back are the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.reading.mojibake import Mojibake, moved

ESCAPE = re.compile(
    r"((?<!\\)\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<!\\)\\u[0-9a-fA-F]{4}"
    r"|&#(?:[0-9]{3,7}|[xX][0-9a-fA-F]{2,6});)"
)
"""A character by its number; two numbers of JSON's make one that lies beyond 16 bits."""
FEWEST = 20
"""Letters in escapes that a text has at least: signs alone are left over in many."""


def mend_escapes(source: str) -> tuple[str, Mojibake | None]:
    """A text with letters for their escapes, and how; as it is, and None, where some letters came as they are."""
    if source.count("\\u") + source.count("&#") < FEWEST or not source.isascii():
        return source, None
    pieces = ESCAPE.split(source)
    signs = pieces[1::2]
    letters = _letters(signs)
    if sum(letters.get(sign, "").isalpha() for sign in signs) < FEWEST:
        return source, None
    pieces[1::2] = [letters.get(sign, sign) for sign in signs]
    printed = {ord(letter): sign for sign, letter in letters.items() if not letter.isspace()}
    return "".join(pieces), Mojibake(printed, *moved(pieces, signs))


def _letters(signs: Sequence[str]) -> dict[str, str]:
    """{escape: character}, one for each character: what is written in two ways has to be told from itself."""
    found: dict[str, str] = {}
    for sign in dict.fromkeys(signs):
        letter = _character(sign)
        if letter.isprintable() or letter.isspace():
            found.setdefault(letter, sign)
    return {sign: letter for letter, sign in found.items() if letter and not letter.isascii()}


def _character(sign: str) -> str:
    """The character that an escape stands for, or "" where there is none."""
    if sign[0] == "\\":
        numbers = bytes.fromhex(sign.replace("\\u", ""))
        return numbers.decode("utf-16-be", "ignore")
    number = int(sign[3:-1], 16) if sign[2] in "xX" else int(sign[2:-1])
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
