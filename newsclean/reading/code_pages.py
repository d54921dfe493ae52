"""Code pages: encodings that have a sign for each byte, through which a letter of UTF-8 is seen as two to four."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class CodePage(NamedTuple):
    """How text is seen that was read as one.

    encoding: its name. byte: {sign: the byte it stands for}, but for ASCII. letter_or_sign: the signs of what
    may be a letter of UTF-8, or one that is not ASCII.
    """

    encoding: str
    byte: Mapping[str, int]
    letter_or_sign: re.Pattern[str]

    @classmethod
    def of(cls, *encodings: str) -> CodePage:
        """The code page of an encoding, or of some that differ in a few signs."""
        byte = {_sign(code, encoding): code for encoding in encodings for code in range(0x80, 0x100)}

        def signs(first: int, last: int) -> str:
            return "[" + "".join([sign for sign, code in byte.items() if first <= code <= last]) + "]"

        two, three, four, further = signs(0xC2, 0xDF), signs(0xE0, 0xEF), signs(0xF0, 0xF4), signs(0x80, 0xBF)
        letter = f"{two}{further}|{three}{further}{{2}}|{four}{further}{{3}}"
        return cls(encodings[0], byte, re.compile(f"({letter}|[^\x00-\x7f])"))


def _sign(code: int, encoding: str) -> str:
    """The sign of a byte; the holes are filled as browsers do."""
    return bytes([code]).decode(encoding, "ignore") or chr(code)


LATIN = CodePage.of("latin-1", "cp1252")
EASTERN = (CodePage.of("cp1251"), CodePage.of("cp1250"))
"""Those of Windows in the east of Europe."""
