"""Characters in classes: one table look-up sorts every code point of a page, whatever its script."""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from functools import cache

import numpy as np
from numpy.typing import NDArray


class Class:
    """What a character is, as far as evidence cares. Plain numbers: numpy compares with them many times faster."""

    OTHER = 0
    LOWER = 1
    UPPER = 2
    UNCASED = 3  # letters of scripts without case that put blanks between words
    UNSPACED = 4  # letters of scripts without blanks: Han, kana, Thai, Lao, Khmer, Myanmar
    MARK = 5  # combining signs, part of their word
    DIGIT = 6
    SPACE = 7
    FEED = 8  # the "\n" that closes a block
    END = 9  # . ! ? and their kin
    COMMA = 10
    COLON = 11
    QUOTE = 12
    DASH = 13
    OPEN = 14
    CLOSE = 15
    SYMBOL = 16
    POINT = 17  # any other punctuation


CLASSES = 18
BMP = 0x10000
ENDS = ".!?…。！？｡।॥؟۔።‼⁇⁈⁉՞։"
COMMAS = ",،、，､՝"
COLONS = ":;：；؛"
TRUE_COLONS = (":", "：")
"""Those of them that are no semicolons."""
QUOTES = "\"'“”„‟‘’‚‛«»‹›「」『』《》〈〉＂＇`´"
UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
)
CATEGORIES = {
    "Ll": Class.LOWER, "Lu": Class.UPPER, "Lt": Class.UPPER, "Lo": Class.UNCASED, "Lm": Class.UNCASED,
    "Mn": Class.MARK, "Mc": Class.MARK, "Me": Class.MARK, "Nd": Class.DIGIT, "Nl": Class.SYMBOL, "No": Class.SYMBOL,
    "Zs": Class.SPACE, "Zl": Class.SPACE, "Zp": Class.SPACE, "Pd": Class.DASH, "Ps": Class.OPEN, "Pe": Class.CLOSE,
    "Pi": Class.QUOTE, "Pf": Class.QUOTE, "Po": Class.POINT, "Pc": Class.POINT,
    "Sm": Class.SYMBOL, "Sc": Class.SYMBOL, "Sk": Class.SYMBOL, "So": Class.SYMBOL,
}  # fmt: skip


@cache
def class_table() -> NDArray[np.uint8]:
    """uint8 (65536,): the class of every code point of the basic plane."""
    classes = defaultdict(lambda: Class.OTHER, CATEGORIES)
    categories = map(unicodedata.category, map(chr, range(BMP)))
    table = np.fromiter(map(classes.__getitem__, categories), np.uint8, BMP)
    for low, high in UNSPACED:
        part = table[low : high + 1]
        part[(part == Class.UNCASED) | (part == Class.MARK)] = Class.UNSPACED
    for text, kind in ((ENDS, Class.END), (COMMAS, Class.COMMA), (COLONS, Class.COLON), (QUOTES, Class.QUOTE)):
        table[[ord(character) for character in text]] = kind
    table[[9, 11, 12, 13, 0x85]] = Class.SPACE
    table[10] = Class.FEED
    return table


@cache
def lower_table() -> NDArray[np.uint32]:
    """uint32 (65536,): the small letter of every code point, where it is one character."""
    table = np.arange(BMP, dtype=np.uint32)
    for code in np.flatnonzero(class_table() == Class.UPPER):
        small = chr(code).lower()
        if len(small) == 1:
            table[code] = ord(small)
    table[ord("İ")] = ord("i")  # as Turkish has it; elsewhere a second dot stands above it
    return table


def code_points(text: str) -> NDArray[np.uint32]:
    """uint32 (len(text),): one entry a character, lone surrogates included."""
    order = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
    return np.frombuffer(text.encode(order, "surrogatepass"), np.uint32)


def classify(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """uint8: the class of each code point. Beyond the basic plane: Han, symbols, letters by range."""
    classes = class_table().take(codes, mode="clip")
    high = codes >= BMP
    if high.any():
        far = codes[high]
        sort = np.full(len(far), Class.UNCASED, np.uint8)
        sort[(far >= 0x1F000) & (far < 0x1FB00)] = Class.SYMBOL
        sort[(far >= 0x20000) & (far < 0x40000)] = Class.UNSPACED
        classes[high] = sort
    return classes


def lowered(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The code points in small letters."""
    small = lower_table().take(codes, mode="clip")
    high = codes >= BMP
    if high.any():
        small[high] = codes[high]
    return small
