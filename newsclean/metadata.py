"""Metadata: which of the blocks named so are the page's title, author and date. Menus and lists have theirs too."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name, is_by, is_job, is_lesser
from newsclean.evidence.characters import Class
from newsclean.evidence.dates import clock, month, numeric_date, year
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.signatures import signature, trimmed
from newsclean.evidence.view import View
from newsclean.page import Role
from newsclean.reading.document import Numbers
from newsclean.titles import BARS, DASHES, LEAST_WORDS, MOST_NAMES, alike, is_breadcrumb, parts_of, size_of, squashed

NEAR_TITLE = 10
"""Blocks between the title's printing, or the text, and the line that names its author or date, at most."""
BEHIND = 3
"""Blocks behind the article's first, or its last, in which such a line may still stand."""
LONGEST = {Role.BYLINE: 25, Role.TIMESTAMP: 25}
"""Words of such a line at most: a biography is no byline."""
RIGHT_ABOVE, DATE_WORDS = 4, 8
"""Blocks above the text, and words, of a line that says a date though it was not named so."""
LABELS = ("related", "also", "share", "nav")
"""Families of cues that no author's line has."""
ELSEWHERE = frozenset({Role.HEADLINE, Role.TEASER, Role.CAPTION, Role.NAV, Role.LEGAL})
NAME_WORDS = 6
"""Words of the names of authors at most, where nothing calls them so."""
LESSER = 1.0
"""How much an agency or an editor reads like the author: less than a line that says "By", more than any other."""
SUFFIX_WORDS = 4
"""Words of a site's name behind a title at most."""
SURE = -1.0
"""Log-odds of being the headline below which a line is none, where its role is another."""
LIKELIEST = -4.0
"""Log-odds that are enough where a breadcrumb was taken for the headline."""
SHORT, LISTED, FAR, FARTHEST = 2.0, 2.0, 0.05, 30
"""What a headline loses for a word or two, as an item of a list, and for each block above the text, up to so many."""
BULLET = re.compile(r"(?:[•*\-–·▪►]|\d{1,2}[.)])\s")
MARK = re.compile(r"^#{1,6} ")
"""What Markdown puts before a heading."""
NAMING = 20
"""Characters that a line may say beside a site's name: © and a year."""


class Lines:
    """A page's lines that tell of the article, found among blocks with their roles.

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
        at = np.flatnonzero(kept)
        self.first, self.last = (int(at[0]), int(at[-1])) if len(at) else (view.n, view.n)
        self.head = self._head()

    def title(self, *marked: str, site: str = "") -> str | None:
        """The headline as printed, or as marked up where what is printed is about other things; no site's name with it.

        marked: what JSON-LD, OpenGraph and `<title>` call the page, the surest first. site: its name, as marked up.
        """
        said = [title for title in marked if title and squashed(title) != squashed(site)]
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
            return max(again, key=self._worth, default=self.head)
        return self.head

    def byline(self, marked: str = "", site: str = "") -> str | None:
        """The line that names the author, as printed near the title or the text; else what is marked up.

        site: the site's name as marked up. Where it, an address or a single word is called the author, any line that
        reads like an author's is better; where a name is, only one that shares it, or says that it names an author.
        """
        marked = "" if marked.startswith(("http:", "https:")) else marked
        named = len(marked.split()) > 1 and not marked.startswith(",") and "@" not in marked
        named = named and squashed(marked) != squashed(site)
        known = set(marked.casefold().split()) - {"and", ","}
        best: tuple[float, str] | None = None
        # author and date on one line are often named as the date
        dated = [] if marked else [i for i in self._near(Role.TIMESTAMP) if self._cued(i)]
        for i in (*self._near(Role.BYLINE), *dated):
            text = self._author(i)
            shared = bool(known & set(text.casefold().replace(",", " ").split()))
            worth = 2.0 * shared + self._named(i, text)
            if worth > 0 and (shared or not named or self._cued(i)) and (best is None or worth > best[0]):
                best = worth, text
        if best is None and not marked:  # a name beside a date and no more
            return next(filter(None, (signature(self.view, i).author for i in self._near(Role.TIMESTAMP))), None)
        return best[1] if best is not None else marked.strip(" ,") or None

    def published(self, marked: str = "") -> str | None:
        """The date as marked up; else as printed near the title or the text: the line that says it, or the author's."""
        if marked:
            return marked
        view = self.view
        days = 1.0 * (year(view) > 0) + 1.0 * (month(view) > 0) + 2.0 * (numeric_date(view) > 0)
        dated = days + 0.5 * (clock(view) > 0)
        lines = [i for i in self._near(Role.TIMESTAMP) if dated[i] > 0]
        # an author's line may begin with a year that is none of a date, so it says more of one
        lines = lines or [i for i in self._near(Role.BYLINE) if days[i] > 1] or self._above(days)
        best = max(lines, key=lambda i: (float(dated[i]) - 0.1 * self._distance(i), -i), default=None)
        return None if best is None else signature(self.view, best).date or self.texts[best]

    def _above(self, days: NDArray[np.float64]) -> list[int]:
        """A short line right above the text that says a day, whatever it was taken for."""
        near = range(max(0, self.first - RIGHT_ABOVE), self.first) if self.first < self.view.n else ()
        return [i for i in near if days[i] > 1 and self.view.words[i] <= DATE_WORDS and self.roles[i] not in ELSEWHERE]

    def _author(self, i: int) -> str:
        """What a line says of the author: without the date, and where it says only what somebody is, the name above."""
        signed = signature(self.view, i)
        if signed.date and signed.author:
            return signed.author
        if i and is_job(self.view, self.texts[i]) and bare_name(self.view, self.texts[i - 1]):
            return self.texts[i - 1]
        return trimmed(self._joined(i))

    def _named(self, i: int, text: str) -> float:
        """How much a line reads like an author's, above zero where it does; a label has one word, a menu many."""
        view = self.view
        cued = self._cued(i)
        if cued and is_lesser(view, text):
            return LESSER - 0.001 * min(self._distance(i), NEAR_TITLE)
        if not text or (not cued and self._is_label(i, text)):
            return -1.0
        size = min(size_of(text), size_of(trimmed(self.texts[i])))  # a label is none the less put before a name
        worth = 0.5 + 0.5 * self._capitals(i) + (1.5 if cued else -1.0 * (size < 2) - 1.0 * (size > NAME_WORDS))
        worth -= 0.5 * (view.counts[Class.DIGIT, i] > 0) + 0.08 * min(self._distance(i), NEAR_TITLE)
        return float(worth)

    def _is_label(self, i: int, text: str) -> bool:
        """Whether a line is what a page calls its parts or its buttons ("View source", "A- A A+", "More stories")."""
        name, _, _ = text.partition(",")
        words = name.split() if bare_name(self.view, name) else text.split()
        small = sum(word.islower() and not is_job(self.view, word) for word in words)
        small = 0 if is_by(self.view, words[0]) else small
        letters = any(sum(map(str.isalpha, word)) > 1 for word in words) or text.upper() == text.lower()
        cues = (self.view.cues[INDEX[family], i] for family in LABELS)
        return self.texts[i].endswith((":", "：")) or 2 * small >= len(words) or not letters or any(cues)

    def _cued(self, i: int) -> bool:
        """Whether a line says that it names an author: by a phrase, or by "By" before a name."""
        if self.view.cues[INDEX["byline"], i] > 0 or signature(self.view, i).by or is_job(self.view, self.texts[i]):
            return True
        word, _, name = self.texts[i].partition(" ")
        return name[:1].isupper() and is_by(self.view, word)

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
        """The block most likely to be the headline: above the text, or its first; of a page without text any."""
        above = range(min(self.first + 2, self.view.n))
        likely = [i for i in above if self.roles[i] is Role.HEADLINE or self.headline[i] > SURE]
        ways = {i for i in above if is_breadcrumb(self.texts[i])}
        if likely and ways.issuperset(likely):  # what was taken for the headline is none, so another line is
            likely = [i for i in above if self.headline[i] > LIKELIEST]
        likely = [i for i in likely if i not in ways]
        return max(likely, key=lambda i: (self._worth(i), i), default=None)

    def _worth(self, i: int) -> float:
        """How much a line reads like the headline of the text below it."""
        text = self.texts[i]
        lost = SHORT * (size_of(text) < LEAST_WORDS) + LISTED * (BULLET.match(text) is not None)
        return float(self.headline[i]) - lost - FAR * min(abs(self.first - i), FARTHEST)

    def _joined(self, i: int) -> str:
        """A byline; where it is cut behind "By", with the name that follows."""
        text = self.texts[i]
        lone = self.view.words[i] <= 1 or text.endswith(":") or is_by(self.view, text.split()[-1])
        if lone and i + 1 < self.view.n and self.view.words[i + 1] <= 6 and self._capitals(i + 1) > 0.5:
            return f"{text} {self.texts[i + 1]}"
        return text

    def _capitals(self, i: int) -> float:
        words = self.texts[i].split()
        return sum(word[:1].isupper() for word in words) / max(len(words), 1)

    def _bare(self, title: str, site: str = "") -> str:
        """A title without the names of the site and its sections."""
        for _ in range(MOST_NAMES):
            title = self._without_name(title, site)
        return title

    def _without_name(self, title: str, site: str) -> str:
        """A title without the name behind it: behind a bar, or behind a dash where the page says it elsewhere too."""
        for sign in (*BARS, *DASHES):
            head, found, tail = title.rpartition(sign)
            if not found or len(tail.split()) > SUFFIX_WORDS or size_of(head) < LEAST_WORDS:
                continue
            if sign in BARS or squashed(tail) == squashed(site) or self._said(tail, head):
                return head
        return title

    def _said(self, name: str, title: str) -> bool:
        """Whether some short line of the page says a site's name, and not the title with it."""
        name, title = name.casefold(), title.casefold()
        lines = (text.casefold() for text in self.texts if len(text) <= 3 * len(name) + NAMING)
        return any(name in line and title not in line for line in lines)
