"""Bylines: a line that names an author, without what pages print behind the name."""

from __future__ import annotations

import re

from newsclean.evidence.authors import bare_name, is_by, is_job, is_name, names_author
from newsclean.evidence.folding import folded
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.signatures import LONGEST, SIGN, trimmed
from newsclean.evidence.view import View

ADDRESS = re.compile(r"\s(?:[^\s@]*@|https?:|www\.).*")
"""An address, or a name by which somebody is found elsewhere, and what follows."""
BRACKET = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]?$")
OPEN = re.compile(r"[(（\[]")
COUNT = re.compile(r"\s[^\W\d]+ ?[:：]\s?\d[\d.,]*$")
"""How often a page was read ("Hits: 203")."""
NAME, MOST = 2, 3
"""Words of a name, and of a button or of what somebody is behind it, at most."""


def names_alone(view: View, line: str) -> str:
    """What a line says of its author without addresses, counts, buttons, brackets, a job without a comma before it, and
    what stands behind a sign and is no name. A line that would not begin with a name is left as it is."""
    if len(line) > LONGEST:
        return line
    short = line
    for sign in (ADDRESS, BRACKET, COUNT):
        short = _if_named(view, sign.sub("", short, count=1), short)
    parts = SIGN.split(short, maxsplit=1)
    if len(parts) > 1 and not _is_other_name(view, parts[1]):
        short = _if_named(view, parts[0], short)
    return trimmed(_without_last(view, short))


def _is_other_name(view: View, rest: str) -> bool:
    """Whether what stands behind a sign is another author."""
    return bare_name(view, rest) and not any(is_by(view, word) for word in rest.split())


def _without_last(view: View, line: str) -> str:
    """A line without buttons and a job in its last words, where a name of two words is left: of more words the last may
    belong to the job ("Ida Crane Political Correspondent")."""
    rest = line.split()
    while size := _last(view, rest):
        rest = rest[:-size]
    named = len(rest) == NAME or (len(rest) == NAME + 1 and is_by(view, rest[0]))
    return _if_named(view, " ".join(rest), line) if named and not rest[-1].endswith(",") else line


def _last(view: View, words: list[str]) -> int:
    """How many of the last words are a button or a job."""
    for size in range(min(MOST, len(words) - 1), 0, -1):
        last = " ".join(words[-size:])
        if is_job(view, last) or _is_button(view, last):
            return size
    return 0


def _is_button(view: View, text: str) -> bool:
    """Whether a text is a button ("Follow") and no word of names and comments too ("Report")."""
    families = view.lexicon.whole.get(folded(text), ())
    return INDEX["share"] in families and INDEX["comment"] not in families


def _if_named(view: View, short: str, line: str) -> str:
    """The shorter of two lines where it is a name, or "By" and one."""
    name = trimmed(short)
    named = names_author(view, name) or (len(name.split()) >= NAME and is_name(name))
    return short if named and not OPEN.search(name) else line
