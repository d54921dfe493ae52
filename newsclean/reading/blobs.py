"""Blobs: sources that are data from end to end, and hold no sentence in any script. Whatever may be a text is none."""

from __future__ import annotations

import json
import re

MOST_WORDS = 3
"""Words of a string in JSON that is no sentence: a name, a state, a date."""
END = ".!?"
LONG = 200
"""Characters of a source that may be one without blanks: no word is as long."""
FEW_SIGNS = 2
"""Different characters of which no sentence is made ("xxxx", "haha")."""
CODED = re.compile(r"[A-Za-z0-9+/_-]++={0,2}\Z")
DIGITS = 0.08
"""Share of digits from which letters and digits are bytes in base64 (which has 16%) or in hexadecimal digits."""
WIDTH = 32
"""Characters of the lines, all but the last as long, in which encoded bytes are written, at least."""
FENCE = re.compile(r"-----(?:BEGIN|END) [A-Z0-9 ]+-----")
"""The lines around encoded bytes that say what they are."""
ADDRESS = re.compile(r"data:[\w.+-]*+(?:/[\w.+-]++)?(?:;[\w.=+-]++)*;base64,[A-Za-z0-9+/=%_-]*+\Z", re.I)


def is_blob(source: str) -> bool:
    """Whether a source is a JSON object or array without a sentence, one long row of the same one or two characters,
    encoded bytes, on one line or on rows of one length, or an address that holds a file (`data:`)."""
    text = source.strip()
    if text[:1] in ("{", "[") and text[-1:] in ("}", "]"):
        return _is_bare_json(text)
    text = _on_one_line(text)
    if len(text) < LONG or len(text[:LONG].split(maxsplit=1)) > 1:
        return False
    return len(set(text)) <= FEW_SIGNS or ADDRESS.match(text) is not None or _is_coded(text)


def _on_one_line(text: str) -> str:
    """Rows of as many characters each, without blanks, as one; any other text as it is."""
    first = text.partition("\n")[0].rstrip()
    if FENCE.fullmatch(first) is None and (len(first) < WIDTH or " " in first):  # nearly all texts
        return text
    rows = [row for row in map(str.strip, text.splitlines()) if FENCE.fullmatch(row) is None]
    even = (
        len(rows) > 1 and {len(row) for row in rows[:-1]} == {len(rows[0])} and WIDTH <= len(rows[0]) >= len(rows[-1])
    )
    return "".join(rows) if even else text


def _is_coded(text: str) -> bool:
    return CODED.match(text) is not None and sum(map(text.count, "0123456789")) >= DIGITS * len(text)


def _is_bare_json(text: str) -> bool:
    """Whether a text is JSON, and no string in it may be a sentence."""
    try:
        left = [json.loads(text, parse_int=float)]  # an int of many digits would be refused
    except (ValueError, RecursionError):
        return False
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left += [*value, *value.values()]
        elif isinstance(value, list):
            left += value
        elif isinstance(value, str) and _may_be_sentence(value):
            return False
    return True


def _may_be_sentence(value: str) -> bool:
    """Whether a string of JSON may be one. Not all scripts set blanks between words: any that is not ASCII may."""
    words = len(value.split(maxsplit=MOST_WORDS))
    return not value.isascii() or words > MOST_WORDS or (words > 1 and value.rstrip()[-1] in END)
