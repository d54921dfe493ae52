"""Credits: whose picture it is, said at the end of a caption and in its line."""

from __future__ import annotations

import re

from newsclean.evidence.folding import NEAR, Nearby, bounded, folded
from newsclean.evidence.tokens import THAI_LIKE

TAIL, SHORTEST, LONGEST = 80, 12, 300
"""Characters at a block's end in which a credit is looked for; those between which a block may be a caption."""
STOP = ". "
MARKS = (STOP, "(", "[", "| ", "! ", "? ", "” ", '" ')
"""What a credit stands behind."""
PARTING = frozenset(".!?।۔؟/|…")
"""Behind what a label stands in a script without capitals."""
ENCLOSING = frozenset(("(", "[", "| "))
SIGN = re.compile(r"[©:(\[|/摄攝]|\. [^\W\d_]{2,5}\. ")
"""Without one of these at its end, as most blocks are, a block has no credit."""

TAKEN = re.compile(r"[\s。][\u3400-\u9fff·]{2,10} ?(?<!拍)[摄攝]$")
"""Behind a caption in Chinese its photographer: "。新华社记者 陆振 摄"."""


def ends_in_credit(text: str, phrases: Nearby) -> bool:
    """Whether a block ends in a credit: "… (Photo: …)", "…. Foto: …", "… © …". `phrases`: how a credit begins.

    It is asked only of blocks between `SHORTEST` and `LONGEST` that have a `SIGN` in their `TAIL`.
    """
    tail = text[-TAIL:]
    at = tail.rfind("©")
    if at > 0 or (at == 0 and len(text) > TAIL):
        return not tail[at + 1 : at + 5].strip()[:3].isdigit()  # a year: what follows is a page's foot
    for mark in MARKS:
        if mark in tail and _follows(tail, mark, phrases):
            return True
    return _is_labelled(tail, phrases) or TAKEN.search(tail) is not None


def _follows(tail: str, mark: str, phrases: Nearby) -> bool:
    """What stands behind the last such mark begins as a credit and is no sentence of the text; behind the last but one
    where the last ends an abbreviation ("… Fot. Jan Rudzki")."""
    at = tail.rfind(mark)
    return _begins(tail[at + len(mark) :], mark, phrases) or (
        mark == STOP and (before := tail.rfind(mark, 0, at)) >= 0 and _begins(tail[before + len(mark) :], mark, phrases)
    )


def _begins(rest: str, mark: str, phrases: Nearby) -> bool:
    piece = folded(rest).lstrip()
    for phrase in phrases.get(piece[:NEAR], ()):
        if piece.startswith(phrase) and bounded(piece, phrase):
            return _is_last(piece) if mark in ENCLOSING else phrase[-1] in ":/" or piece[-1] != "."
    return False


def _is_last(piece: str) -> bool:
    """No more than a full stop stands behind the bracket that closes."""
    return ")" not in piece.rstrip(" .)]")


def _is_labelled(tail: str, phrases: Nearby) -> bool:
    """The word before the last colon is a credit's, and written as a label: "… Credit: Jane Doe".

    In a script without capitals it stands behind a sentence's end or a stroke ("…। फोटो: …"), for sources speak there
    as well; in Thai and the like, which have no such ends, behind a blank.
    """
    at = tail.rfind(":")
    start = tail.rfind(" ", 0, at) + 1
    word = tail[start : at + 1] if at > 0 else ""
    if not word[:1].isupper():
        before = tail[:start].rstrip()[-1:]
        if word[:1].islower() or not before or not (before in PARTING or _is_thai(before)):
            return False
    word = folded(word)
    return word in phrases.get(word[:NEAR], ())


def _is_thai(letter: str) -> bool:
    """Whether a letter is of a script such as Thai, which sets no full stops."""
    return any(low <= ord(letter) <= high for low, high in THAI_LIKE)
