"""Headlines: which line of a page is its title, and what of it is the site's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.stems import stems
from newsclean.evidence.view import View
from newsclean.page import Role
from newsclean.reading.document import Numbers
from newsclean.titles import (
    BARS,
    COLON,
    DASHES,
    LEAST_WORDS,
    MOST_NAMES,
    ONWARDS,
    alike,
    is_breadcrumb,
    parts_of,
    runs_together,
    size_of,
    squashed,
)

SUFFIX_WORDS = 4
"""Words of a site's name behind a title at most."""
SURE = -1.0
"""Log-odds of being the headline below which a line is none, where its role is another."""
LIKELIEST = -4.0
"""Log-odds that are enough where a breadcrumb was taken for the headline."""
SHORT, LISTED, FAR, FARTHEST = 2.0, 2.0, 0.05, 30
"""What a headline loses for a word or two, as an item of a list, and for each block above the text, up to so many."""
GLUED, OWNED = 3.0, 3.0
"""What it loses where its words ran into each other, as those of a menu in one line do, and where a line with © below
has it: a publisher's name."""
OWNED_WORDS = 4
"""Words of such a name at most."""
UNTOLD, TOPMOST = 2.0, 1.0
"""What it loses where the text has none of its telling words, and as a page's first line, which is a site's name more
often than a line further down."""
TOPMOST_ABOVE = 4
"""Blocks above the text from which a page has a first line of its own."""
BULLET = re.compile(r"(?:[•*\-–·▪►]|\d{1,2}[.)])\s")
MARK = re.compile(r"^#{1,6} ")
"""What Markdown puts before a heading."""
POINT = re.compile(r"^[•▪►]\s")
"""What programs that print a list's items put before them."""
NAMING = 20
"""Characters that a line may say beside a site's name: © and a year."""


class Headlines:
    """A page's lines in their roles, and which of them is its title.

    headline: float32 (n,), the log-odds that each block is the headline; None where only roles say it.
    """

    def __init__(
        self, view: View, kept: NDArray[np.bool_], roles: Sequence[Role], headline: Numbers | None = None
    ) -> None:
        self.view, self.roles = view, roles
        named = np.array([role is Role.HEADLINE for role in roles], np.bool_)
        self.headline = np.where(named, 0.0, -np.inf) if headline is None else headline
        text = view.doc.text.split("\n")
        # a text may have the marks of Markdown without its links, by which Markdown is told
        self.texts = [MARK.sub("", " ".join(line.split())) for line in text[: view.n]]
        self.kept = kept
        at = np.flatnonzero(kept)
        self.first, self.last = (int(at[0]), int(at[-1])) if len(at) else (view.n, view.n)
        below = (text.casefold() for text in self.texts[self.last + 1 :])
        self.owners = "\n".join(text for text in below if "©" in text)
        self.head = self._head()

    def title(self, *marked: str, site: str = "") -> str | None:
        """The headline as printed, or as marked up where what is printed is about other things; no site's name with it.

        marked: what JSON-LD, OpenGraph and `<title>` call the page, the surest first. site: its name, as marked up.
        """
        said = [title for title in marked if title and squashed(title) != squashed(site)]
        said += self._unlabelled(said, site)
        at = self._printed(said) if said else self._printed_again()
        return self._bare(next(iter(said), "") if at is None else self.texts[at], site) or None

    def _printed(self, said: Sequence[str]) -> int | None:
        """The headline's line. One that says just what the page calls itself comes before one that says it in other
        words, and that before a heading in the midst; one of a page that calls itself nothing like it comes last."""
        parts = [part for title in said for part in (title, *parts_of(title))]
        whole = {squashed(part) for part in parts if size_of(part) >= LEAST_WORDS}
        short = {squashed(part) for part in parts} - {""}
        headings = np.flatnonzero(self.view.doc.heading).tolist()
        firsts = [i for i in headings if self.view.doc.heading[i] == 1]
        headlines = [i for i, role in enumerate(self.roles) if role is Role.HEADLINE]
        same = [i for i in reversed(headlines) if i <= self.first + 1 and squashed(self.texts[i]) in whole]
        top = [i for i in headings if i <= self.first + 1 and squashed(self.texts[i]) in whole]
        same = same or sorted(top, key=lambda i: -len(self.texts[i]))  # the site's name is a part of a title as well
        same = same or [i for i in firsts if squashed(self.texts[i]) in short]
        head = [self.head] if self.head is not None else []
        if not same and not any(alike(title, self.texts[i]) for title in said for i in head):
            same = [i for i in (*headings, *headlines) if squashed(self.texts[i]) in whole]
            # what nothing in the page's head is like counts as the only heading of the first level
            head = [i for i in head if firsts == [i] and size_of(self.texts[i]) >= LEAST_WORDS]
        return next(iter(same or head), None)

    def _printed_again(self) -> int | None:
        """The headline's line where no markup calls the page anything. A text may begin with the page's title: then
        the line below that says the same, without the site's name, is the headline."""
        if self.head and self.roles[0] is Role.HEADLINE:
            parts = (self.texts[0], *parts_of(self.texts[0]))
            whole = {squashed(part) for part in parts if size_of(part) >= LEAST_WORDS}
            again = [i for i in range(1, min(self.first + 2, self.view.n)) if squashed(self.texts[i]) in whole]
            return self.head if not again else self._best(again)
        return self.head

    def _head(self) -> int | None:
        """The block most likely to be the headline: above the text, or its first; of a page without text any."""
        above = range(min(self.first + 2, self.view.n))
        likely = [i for i in above if self.roles[i] is Role.HEADLINE or self.headline[i] > SURE]
        ways = {i for i in above if is_breadcrumb(self.texts[i])}
        if likely and ways.issuperset(likely):  # what was taken for the headline is none, so another line is
            likely = [i for i in above if self.headline[i] > LIKELIEST]
        likely = [i for i in likely if i not in ways]
        return self._best(likely)

    def _best(self, likely: Sequence[int]) -> int | None:
        """The line, of some, that reads most like the headline of the text."""
        if len(likely) < 2:
            return next(iter(likely), None)
        asked = self.kept.copy()
        asked[list(likely)] = True
        said = stems(self.view, asked)
        told = Counter(stem for i in np.flatnonzero(self.kept).tolist() for stem in said[i])

        def worth(i: int) -> tuple[float, int]:
            untold = not any(told[stem] > self.kept[i] for stem in said[i])
            return self._worth(i) - UNTOLD * untold, i

        return max(likely, key=worth)

    def _worth(self, i: int) -> float:
        """How much a line reads like the headline of the text below it."""
        text = self.texts[i]
        lost = SHORT * (size_of(text) < LEAST_WORDS) + LISTED * (BULLET.match(text) is not None)
        lost += GLUED * runs_together(text) + OWNED * self._owns(text)
        lost += TOPMOST * (i == 0 and self.first >= TOPMOST_ABOVE)
        return float(self.headline[i]) - lost - FAR * min(abs(self.first - i), FARTHEST)

    def _owns(self, text: str) -> bool:
        """Whether a line is the name of whoever the page below says it belongs to."""
        return len(text.split()) <= OWNED_WORDS and text.casefold() in self.owners

    def _bare(self, title: str, site: str = "") -> str:
        """A title without the names of the site and its sections, and without the point of a list's item."""
        for _ in range(MOST_NAMES):
            title = self._without_name(title, site)
        return POINT.sub("", title)

    def _without_name(self, title: str, site: str) -> str:
        """A title without the site's name: behind a bar, or behind another sign where the page says it elsewhere too.

        Before a title that name alone is cut off: others are a part of it, or what it is about.
        """
        for sign in (*BARS, *DASHES):
            head, found, tail = title.rpartition(sign)
            if not found or len(tail.split()) > SUFFIX_WORDS or size_of(head) < LEAST_WORDS or sign == ONWARDS:
                continue
            if sign in BARS or squashed(tail) == squashed(site) or self._said(tail, head):
                return head
        for sign in (*BARS, *DASHES, COLON):
            name, found, rest = title.partition(sign)
            if found and site and squashed(name) == squashed(site) and size_of(rest) >= LEAST_WORDS:
                return rest
        return title

    def _unlabelled(self, said: Sequence[str], site: str) -> list[str]:
        """Titles without the site's or a section's name before a colon, where the page says that elsewhere, and no line
        says any of them with it."""
        parts = [part for title in said for part in (title, *parts_of(title)) if COLON in part]
        if not set(map(squashed, self.texts)).isdisjoint(map(squashed, parts)):
            return []
        cut = [part.partition(COLON) for part in parts]
        return [
            rest
            for name, _, rest in cut
            if size_of(rest) >= LEAST_WORDS
            and len(name.split()) <= SUFFIX_WORDS
            and (squashed(name) == squashed(site) or self._said(name, rest))
        ]

    def _said(self, name: str, title: str) -> bool:
        """Whether some short line of the page says a site's name, and not the title with it."""
        name, title = name.casefold(), title.casefold()
        lines = (text.casefold() for text in self.texts if len(text) <= 3 * len(name) + NAMING)
        return any(name in line and title not in line for line in lines)
