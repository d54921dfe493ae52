"""Metadata: which of the blocks named so are the page's title, author and date. Menus and lists have theirs too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import Class
from newsclean.evidence.dates import clock, month, numeric_date, year
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.view import View
from newsclean.page import Role

NEAR_TITLE = 10
"""Blocks between the title's printing, or the text, and the line that names its author or date, at most."""
BEHIND = 3
"""Blocks behind the article's first, or its last, in which such a line may still stand."""
LONGEST = {Role.BYLINE: 25, Role.TIMESTAMP: 25}
"""Words of such a line at most: a biography is no byline."""
NAME_WORDS = 6
"""Words of the names of authors at most, where nothing calls them so."""
SUFFIX_WORDS, LEAST_WORDS = 4, 3
"""Words of a site's name behind a title at most, and of what is left of the title at least."""
NAMING = 20
"""Characters that a line may say beside a site's name: © and a year."""
BARS = (" | ", " ｜ ", " • ")
DASHES = (" - ", " – ", " — ", " :: ")
SHARED = 0.5
"""Share of words in common from which two titles are two wordings of one."""


class Lines:
    """A page's lines that tell of the article, found among blocks with their roles."""

    def __init__(self, view: View, kept: NDArray[np.bool_], roles: Sequence[Role]) -> None:
        self.view, self.roles = view, roles
        text = view.doc.text.split("\n")
        self.texts = [" ".join(line.split()) for line in text[: view.n]]
        at = np.flatnonzero(kept)
        self.first, self.last = (int(at[0]), int(at[-1])) if len(at) else (view.n, view.n)
        self.head = self._head()

    def title(self, marked: str = "") -> str | None:
        """The headline as printed, or as marked up where the two are about other things; without the site's name."""
        if self.head is None or (marked and not alike(marked, self.texts[self.head])):
            return self._bare(marked) or None
        return self._bare(self.texts[self.head])

    def byline(self, marked: str = "") -> str | None:
        """The line that names the author, as printed near the title or the text; else what is marked up."""
        known = set(marked.casefold().split()) - {"and", ","}
        best: tuple[float, str] | None = None
        # author and date on one line are often named as the date
        dated = [] if marked else [i for i in self._near(Role.TIMESTAMP) if self._cued(i)]
        for i in (*self._near(Role.BYLINE), *dated):
            text = self._joined(i)
            names = set(text.casefold().replace(",", " ").split())
            worth = 2.0 * bool(known & names) + self._named(i)
            if worth > 0 and (best is None or worth > best[0]):
                best = worth, text
        return best[1] if best is not None else marked or None

    def published(self, marked: str = "") -> str | None:
        """The date as marked up; else as printed near the title or the text."""
        if marked:
            return marked
        view = self.view
        dated = (year(view) > 0) + (month(view) > 0) + (numeric_date(view) > 0) + 0.5 * (clock(view) > 0)
        lines = [(float(dated[i]) - 0.1 * self._distance(i), i) for i in self._near(Role.TIMESTAMP) if dated[i] > 0]
        return self.texts[max(lines, key=lambda line: (line[0], -line[1]))[1]] if lines else None

    def _named(self, i: int) -> float:
        """How much a line reads like an author's, above zero where it does; a label has one word, a menu many."""
        view = self.view
        cued = self._cued(i)
        size = _size(self.texts[i])
        worth = 0.5 + 0.5 * self._capitals(i) + (1.5 if cued else -1.0 * (size < 2) - 1.0 * (size > NAME_WORDS))
        worth -= 0.5 * (view.counts[Class.DIGIT, i] > 0) + 0.08 * min(self._distance(i), NEAR_TITLE)
        return float(worth)

    def _cued(self, i: int) -> bool:
        """Whether a line says that it names an author: by a phrase, or by "By" before a name."""
        if self.view.cues[INDEX["byline"], i] > 0:
            return True
        word, _, name = self.texts[i].partition(" ")
        return name[:1].isupper() and self._names_authors(word)

    def _names_authors(self, word: str) -> bool:
        return INDEX["byline"] in self.view.lexicon.whole.get(word.casefold(), ())

    def _near(self, role: Role) -> list[int]:
        """Blocks of a role beside the title, at the text's beginning, or right behind its end; else any before it."""
        short = [i for i, name in enumerate(self.roles) if name is role and self.view.words[i] <= LONGEST.get(role, 99)]
        near = [i for i in short if self._distance(i) <= NEAR_TITLE]
        return near or [i for i in short if self.last < i <= self.last + BEHIND]

    def _distance(self, i: int) -> int:
        """Blocks to the title or the text, whichever is nearer."""
        begin = self.first - i if i < self.first else (i - self.first if i <= self.first + BEHIND else 99)
        return min(begin, abs(i - self.head)) if self.head is not None else begin

    def _head(self) -> int | None:
        """The block of the headline: the printing nearest the text of what the page's first headline says."""
        found = [i for i, role in enumerate(self.roles) if role is Role.HEADLINE and i <= self.first + 1]
        if not found:
            return next((i for i, role in enumerate(self.roles) if role is Role.HEADLINE), None)
        first = self.texts[found[0]]
        again = [i for i in found[1:] if alike(first, self.texts[i])]
        return again[-1] if again else found[0]

    def _joined(self, i: int) -> str:
        """A byline; where it is cut behind "By", with the name that follows."""
        text = self.texts[i]
        lone = self.view.words[i] <= 1 or text.endswith(":") or self._names_authors(text.split()[-1])
        if lone and i + 1 < self.view.n and self.view.words[i + 1] <= 6 and self._capitals(i + 1) > 0.5:
            return f"{text} {self.texts[i + 1]}"
        return text

    def _capitals(self, i: int) -> float:
        words = self.texts[i].split()
        return sum(word[:1].isupper() for word in words) / max(len(words), 1)

    def _bare(self, title: str) -> str:
        """A title without the site's name: behind a bar, or behind a dash where the page says it elsewhere too."""
        for sign in (*BARS, *DASHES):
            head, found, tail = title.rpartition(sign)
            if not found or len(tail.split()) > SUFFIX_WORDS or _size(head) < LEAST_WORDS:
                continue
            if sign in BARS or self._said(tail, head):
                return self._bare(head)
        return title

    def _said(self, name: str, title: str) -> bool:
        """Whether some short line of the page says a site's name, and not the title with it."""
        name, title = name.casefold(), title.casefold()
        lines = (text.casefold() for text in self.texts if len(text) <= 3 * len(name) + NAMING)
        return any(name in line and title not in line for line in lines)


def alike(one: str, other: str) -> bool:
    """Whether two titles are one: the second stands in the first, or they share half of the shorter one's words."""
    if _size(other) < LEAST_WORDS:
        return False
    if other.casefold() in one.casefold():
        return True
    words, others = (set(_words(text)) for text in (one, other))
    return len(words & others) >= SHARED * max(min(len(words), len(others)), LEAST_WORDS)


def _words(text: str) -> Iterable[str]:
    return (word for word in text.casefold().split() if len(word) >= 4)


def _size(text: str) -> int:
    return max(len(text.split()), sum(character >= "\u2e80" for character in text) // 2)
