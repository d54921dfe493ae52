"""Metadata: which of the blocks named so are the page's title, author and date. Menus and lists have theirs too."""

from __future__ import annotations

import re
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.authors import bare_name, is_by, is_job, is_lesser
from newsclean.evidence.bylines import names_alone
from newsclean.evidence.characters import TRUE_COLONS, Class
from newsclean.evidence.dates import clock, month, numeric_date, year
from newsclean.evidence.folding import folded, opened
from newsclean.evidence.labels import element_bit
from newsclean.evidence.lexicon import INDEX, KEYS, TIMESTAMP
from newsclean.evidence.outline import outline
from newsclean.evidence.signatures import signature, trimmed
from newsclean.headlines import Headlines
from newsclean.page import Role
from newsclean.reading.buttons import ASKING
from newsclean.titles import is_breadcrumb, size_of, squashed

NEAR_TITLE = 10
"""Blocks between the title's printing, or the text, and the line that names its author or date, at most."""
BEHIND = 3
"""Blocks behind the article's first, or its last, in which such a line may still stand."""
LONGEST = {Role.BYLINE: 25, Role.TIMESTAMP: 25}
"""Words of such a line at most: a biography is no byline."""
RIGHT_ABOVE, DATE_WORDS = 4, 8
"""Blocks above the text, and words, of a line that says a date or an author though it was not named so."""
LABELS = ("related", "also", "share", "nav")
"""Families of cues that no author's line has."""
ELSEWHERE = frozenset({Role.HEADLINE, Role.TEASER, Role.CAPTION, Role.NAV, Role.LEGAL})
NAME_WORDS = 6
"""Words of the names of authors at most, where nothing calls them so."""
JOINING = frozenset(",;&+(（[")
"""Signs behind an author's name with which a line may name another."""
OTHERS = [INDEX[family] for family in ("related", "also", "comment")]
"""Families of cues that open what others wrote."""
CHANGED, BETWEEN = 0.8, 0.3
"""How much less a line says the date that says when the text was changed, and how much more one that stands between
title and text."""
BARE_CLOCK = re.compile(r"[\[(]?\d?\d[:.hH]\d\d(?::\d\d)?[\])]?")
FIGURE = re.compile(r"[\d〇一二三四五六七八九十]")
THOUSANDS = re.compile(r"\d[.,]\d+\s?(?:[KkMB%]|тыс|万|만)(?!\w)")
"""A count as sites shorten it ("12.4K subscribers"), which looks like a day and a month."""
COUNTED = re.compile(r"[\s,·|–-]*\d+\s*$")
LESSER = 1.0
"""How much an agency or an editor reads like the author: less than a line that says "By", more than any other."""


class Lines(Headlines):
    """A page's lines that tell of the article, found among blocks with their roles."""

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
        dated = [] if named else [i for i in self._near(Role.TIMESTAMP) if self._cued(i)]
        for i in (*self._near(Role.BYLINE), *dated, *self._mailed()):
            if i == self.head and not self._cued(i):
                continue
            text = self._author(i, marked)
            shared = bool(known & set(text.casefold().replace(",", " ").split()))
            worth = 2.0 * shared + self._named(i, text)
            if worth > 0 and (shared or not named or self._cued(i)) and (best is None or worth > best[0]):
                best = worth, text
        if best is not None:
            return best[1]
        beside = "" if named else next(filter(None, map(self._beside_date, self._near(Role.TIMESTAMP))), "")
        return beside or marked.strip(" ,") or None

    @cached_property
    def called(self) -> NDArray[np.bool_]:
        """bool (n,): lines above the text's end with few words that their element calls the author's."""
        view, markup = self.view, self.view.doc.markup
        if markup is None:
            return np.zeros(view.n, np.bool_)
        author = outline(view).label_bits & np.uint32(element_bit("author_box") | element_bit("author_line")) > 0
        author = author[markup.inner] | author[markup.parent[markup.inner]]  # who wrote it has a name
        return author & (view.words <= NAME_WORDS) & (view.at < self.last)

    def _beside_date(self, i: int) -> str:
        """A name beside a date and no more."""
        return signature(self.view, i).author

    def published(self, marked: str = "") -> str | None:
        """The date as marked up; else as printed near the title or the text: the line that says it, or the author's."""
        if marked:
            return marked
        view = self.view
        spelled = 1.0 * (year(view) > 0) + 1.0 * (month(view) > 0)
        hour = (spelled == 0) & (numeric_date(view) == 1) & (clock(view) == 1)
        hour[hour] = [":" not in self.texts[i] for i in np.flatnonzero(hour).tolist()]  # "23.15" may be either
        days = spelled + 2.0 * ((numeric_date(view) > 0) & ~hour)
        for i in np.flatnonzero((spelled == 0) & (numeric_date(view) == 1)).tolist():
            days[i] *= THOUSANDS.search(self.texts[i]) is None
        dated = days + 0.5 * (clock(view) > 0)
        lines = [i for i in self._near(Role.TIMESTAMP) if dated[i] > 0 and self._may_say_when(i)]
        # an author's line may begin with a year that is none of a date, so it says more of one
        lines = lines or [i for i in self._near(Role.BYLINE) if days[i] > 1] or self._above(days)
        best = max(lines, key=lambda i: (float(dated[i]) + self._says_first(i), -i), default=None)
        return None if best is None else signature(self.view, best).date or self.texts[best]

    def _may_say_when(self, i: int) -> bool:
        """Whether a line with a sign of a date may be one: an hour alone says no day, nor does a question."""
        text = self.texts[i]
        return FIGURE.search(text) is not None and not BARE_CLOCK.fullmatch(text) and not text.endswith(ASKING)

    def _says_first(self, i: int) -> float:
        """How much likelier a line says when a text was published than other lines with as much of a date."""
        between = self.head is not None and self.head < i < self.first
        return BETWEEN * between - CHANGED * self._is_of_change(i) - 0.1 * self._distance(i)

    def _is_of_change(self, i: int) -> bool:
        """Whether what stands before a line's first figure says that the text was changed."""
        figure = FIGURE.search(self.texts[i])
        before = folded(self.texts[i][: figure.start()] if figure else "")
        return any(
            opened(before[: at + len(phrase)], phrase)
            for phrase in self.view.lexicon.changed
            if (at := before.find(phrase)) >= 0
        )

    def _mailed(self) -> list[int]:
        """Short lines right above the text that say "By" and have an address, for which they pass for a menu."""
        near = range(max(0, self.first - RIGHT_ABOVE), self.first) if self.first < self.view.n else ()
        named = (i for i in near if self.roles[i] is Role.NAV and "@" in self.texts[i])
        return [i for i in named if self.view.words[i] <= DATE_WORDS and self._cued(i)]

    def _above(self, days: NDArray[np.float64]) -> list[int]:
        """A short line right above the text that says a day, whatever it was taken for."""
        near = range(max(0, self.first - RIGHT_ABOVE), self.first) if self.first < self.view.n else ()
        lines = [i for i in near if days[i] > 1 and self.view.words[i] <= DATE_WORDS and self._may_say_when(i)]
        return [i for i in lines if self.roles[i] not in ELSEWHERE]

    def _author(self, i: int, marked: str) -> str:
        """What a line says of the author: without the date, and where it says only what somebody is, the name above.

        marked: the author as marked up. A line that says just that is left whole; one that says more ends behind it.
        """
        signed = signature(self.view, i)
        if signed.date and signed.author:
            return signed.author
        if i and is_job(self.view, self.texts[i]) and bare_name(self.view, self.texts[i - 1]):
            return self.texts[i - 1]
        line = trimmed(self._without_ago(self._joined(i)))
        before, _, last = line.rpartition(" ")
        if self.called[i] and folded(last) in self.view.lexicon.weekdays:  # "Ida Crane Monday", the name marked up
            line = before
        before, found, behind = line.partition(marked) if marked else (line, "", "")
        if found and not before and not behind:
            return line
        more = behind.lstrip()[:1]
        if found and behind[:1] == " " and more and not more.isalpha() and more not in JOINING:
            return before + found
        return names_alone(self.view, line)

    def _named(self, i: int, text: str) -> float:
        """How much a line reads like an author's, above zero where it does; a label has one word, a menu many."""
        view = self.view
        cued = self._cued(i)
        if cued and is_lesser(view, text):
            return LESSER - 0.001 * min(self._distance(i), NEAR_TITLE)
        if not text or is_breadcrumb(text) or (not cued and self._is_label(i, text)):
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
        return self.texts[i].endswith((*TRUE_COLONS, *ASKING)) or 2 * small >= len(words) or not letters or any(cues)

    def _cued(self, i: int) -> bool:
        """Whether a line says that it names an author: by a phrase, by its element, or by "By" before a name."""
        view = self.view
        if self.called[i] or view.cues[INDEX["byline"], i] > 0 or signature(view, i).by or is_job(view, self.texts[i]):
            return True
        word, _, name = self.texts[i].partition(" ")
        return name[:1].isupper() and is_by(view, word)

    def _near(self, role: Role) -> list[int]:
        """Blocks of a role beside the title, at the text's beginning, or right behind its end; else any before it."""
        called = self.called if role is Role.BYLINE else np.zeros(self.view.n, np.bool_)
        named = (name is role or called[i] for i, name in enumerate(self.roles))
        short = [i for i, own in enumerate(named) if own and self.view.words[i] <= LONGEST.get(role, 99)]
        near = [i for i in short if self._distance(i) <= NEAR_TITLE]
        found = near or [i for i in short if self.last < i <= self.last + BEHIND]
        return [i for i in found if i <= self.last or not self._is_others(i)]

    def _is_others(self, i: int) -> bool:
        """Whether a label between the text's end and a line opens other stories, or what readers wrote."""
        return bool((self.view.cues[OTHERS, self.last + 1 : i] > 0).any())

    def _without_ago(self, line: str) -> str:
        """An author's line without how long ago the text was published ("Ida Crane 3 hours ago")."""
        text = folded(line)
        for phrase, family in (row for size in KEYS for row in self.view.lexicon.end.get(text[-size:], ())):
            rest = line[: len(line) - len(phrase)]
            if family == TIMESTAMP and len(text) == len(line) and text.endswith(phrase) and COUNTED.search(rest):
                return COUNTED.sub("", rest)
        return line

    def _distance(self, i: int) -> int:
        """Blocks to the title or the text, whichever is nearer."""
        begin = self.first - i if i < self.first else (i - self.first if i <= self.first + BEHIND else 99)
        return min(begin, abs(i - self.head)) if self.head is not None else begin

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
