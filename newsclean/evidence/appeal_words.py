"""Appeal words: by what a text is known that turns to the reader for the publisher's own sake, from the section
`appeal`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntFlag
from typing import NamedTuple

from newsclean.evidence.folding import UNSPACED
from newsclean.evidence.line_phrases import evened_all

KEY, UNSPACED_KEY = 4, 2
"""Characters of its first word by which a phrase is found; of one in a script without blanks."""
WORD = re.compile(r"\w+")
THEIR_SCRIPT = re.compile(r"[\u0e00-\u0eff\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]")
RUN = re.compile(rf"{UNSPACED.pattern}+")
ADDRESS = re.compile(r"[\w.+-]@\w[\w-]*\.\w")
"""An e-mail address: others ask to be written to as well."""
EVERYWHERE, OF_THEIR_SCRIPT = "en", ("ja", "ko", "th", "zh")
"""The language in which pages of any address their readers as well, and those that their script tells from all others,
on a page of menus better than their function words do."""
NUMBER, ANY_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*"), "0"
"""A number, and what all are read as: "save up to 0%"."""
ON = "-"
"""Behind a phrase whose last word may go on: a stem."""


class Appeal(IntFlag):
    """What a phrase says of a text: what publishers alone have to offer or to ask for; what others have as well; how
    readers are asked; how only readers are asked; who speaks; who is spoken to; what only a publisher says behind an
    article; and words of its trade, which others use of the same things."""

    OWN = 1
    SHARED = 2
    ASK = 4
    CALL = 8
    OUR = 16
    YOUR = 32
    LAST = 64
    TRADE = 128


TELLING = Appeal.OWN | Appeal.SHARED
"""What an appeal says at least."""
NAMING = TELLING | Appeal.LAST | Appeal.TRADE
"""What a publisher offers, asks for or speaks of."""
TURNING = Appeal.OWN | Appeal.CALL | Appeal.OUR | Appeal.YOUR
"""What turns to the reader, or speaks of whoever publishes the text."""
PLACED = NAMING | Appeal.CALL
"""What counts as a place in which a publisher speaks for itself."""


class Phrase(NamedTuple):
    """A folded phrase, whether its last word may go on, and what it says."""

    text: str
    stem: bool
    says: Appeal


class Said(NamedTuple):
    """What a text says in one language, how many different things of a publisher's own it names, and in how many
    different places it names anything or asks for it."""

    says: Appeal
    own: int
    places: int


@dataclass(slots=True)
class Language:
    """A language's phrases by the first characters of their first word; and of those of which an appeal has one at
    least their longest words, or how these begin, by which most texts are told to be none."""

    near: dict[str, list[Phrase]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    short: bool = False  # whether a stem has fewer characters than a key

    def add(self, phrase: Phrase, tells: bool, stops: Collection[str]) -> None:
        """Adds one phrase. tells: whether an appeal has one such at least. stops: words that most texts have."""
        words = WORD.findall(phrase.text)
        if UNSPACED.match(phrase.text):
            key = phrase.text[:UNSPACED_KEY]
            self.near.setdefault(key, []).append(phrase)
            if tells:
                self.stems.add(key)
            return
        self.near.setdefault(words[0][:KEY], []).append(phrase)
        self.short |= phrase.stem and len(words) == 1 and len(words[0]) < KEY
        if tells:
            longest = max(words, key=lambda word: (word not in stops, len(word)))
            last = phrase.stem and longest == words[-1]
            (self.stems if last else self.words).add(longest[:KEY] if last else longest)

    def read(self, text: str, starts: Sequence[tuple[str, int]]) -> Said:
        """What a text says. starts: the keys under which phrases may begin in it, and where."""
        says, own, spans = Appeal(0), set(), []
        for key, at in starts:
            near = self.near.get(key, ())
            if self.short:
                near = [*near, *(phrase for part in _parts(key) for phrase in self.near.get(part, ()) if phrase.stem)]
            for phrase in near:
                if text.startswith(phrase.text, at) and _ends_there(text, at + len(phrase.text), phrase):
                    says |= phrase.says
                    if phrase.says is Appeal.OWN:
                        own.add(phrase.text[: 2 * KEY])
                    if phrase.says & PLACED:
                        spans.append((at, at + len(phrase.text)))
        return Said(says, len(own), _places(text, spans))


@dataclass(slots=True)
class AppealWords:
    """The sections of all languages, with their function words; the phrases of those that were asked for, since a page
    needs few and all of them take a while; and by which words and stems some of them together are told, once it was
    asked."""

    sections: dict[str, tuple[Mapping[str, Sequence[str]], Collection[str]]] = field(default_factory=dict)
    languages: dict[str, Language] = field(default_factory=dict)
    told_by: dict[tuple[str, ...], tuple[set[str], set[str], set[int]]] = field(default_factory=dict)

    def add(self, language: str, section: Mapping[str, Sequence[str]], stops: Collection[str] = ()) -> None:
        """Adds a language's phrases, in the form of its file, in place of what it had. stops: its function words."""
        self.sections[language] = section, stops
        self.languages.pop(language, None)
        self.told_by.clear()

    def _language(self, code: str) -> Language:
        """A language's phrases, made when it is first asked for."""
        if code not in self.languages:
            section, stops = self.sections[code]
            phrases, usual = Language(), frozenset(stops)
            for name, entries in section.items():
                says = Appeal[name.upper()]
                tells = bool(says & TELLING)
                for entry in evened_all(entries):
                    text = _numbered(entry.removesuffix(ON))
                    phrases.add(Phrase(text, entry.endswith(ON), says), tells, usual)
            self.languages[code] = phrases
        return self.languages[code]

    def telling(self, texts: Sequence[str], language: str | None = None) -> list[bool]:
        """Of each of some folded and evened texts, whether it may hold a telling phrase; most do not."""
        texts = [_numbered(text) for text in texts]
        words, stems, sizes = self._told_by(self._codes("\n".join(texts), language))
        return ["@" in text or _shows(text, words, stems, sizes) for text in texts]

    def _told_by(self, codes: tuple[str, ...]) -> tuple[set[str], set[str], set[int]]:
        """The words and stems of which a text in some languages has one if it says anything, and the stems' sizes."""
        if codes not in self.told_by:
            read = [self._language(code) for code in codes]
            words = set[str]().union(*(one.words for one in read))
            stems = set[str]().union(*(one.stems for one in read))
            self.told_by[codes] = words, stems, {len(stem) if len(stem) >= UNSPACED_KEY else KEY for stem in stems}
        return self.told_by[codes]

    def read(self, text: str, language: str | None = None) -> list[Said]:
        """What a folded and evened text says, for each language of which it holds a telling phrase: of the page's and
        of what is read everywhere; of any where the page's is not known."""
        text, starts = _begun(text)
        if ADDRESS.search(text):  # in any language
            found = (one.read(text, starts) for one in self._of(text, language))
            return [said._replace(says=said.says | Appeal.SHARED) for said in found]
        found = (one.read(text, starts) for one in self._met(text, starts, language))
        return [said for said in found if said.says & NAMING]

    def addresses(self, text: str, language: str | None = None) -> bool:
        """Whether somebody speaks of himself and to the reader in a folded and evened text."""
        both, (text, starts) = Appeal.OUR | Appeal.YOUR, _begun(text)
        return any(one.read(text, starts).says & both == both for one in self._met(text, starts, language))

    def turns(self, text: str, language: str | None = None) -> bool:
        """Whether a folded and evened text speaks to its reader, or of whoever publishes it."""
        text, starts = _begun(text)
        return any(one.read(text, starts).says & TURNING for one in self._met(text, starts, language))

    def _met(self, text: str, starts: Sequence[tuple[str, int]], language: str | None) -> list[Language]:
        """Those of them of which a phrase may stand in a text: where a page's language is not known, few of many."""
        if language is not None:
            return self._of(text, language)
        keys = {key for key, _ in starts}
        keys.update([part for key in keys for part in _parts(key)])
        return [one for one in self._of(text, language) if not one.near.keys().isdisjoint(keys)]

    def _of(self, text: str, language: str | None) -> list[Language]:
        """The languages in which a text is read on a page of one."""
        return [self._language(code) for code in self._codes(text, language)]

    def _codes(self, text: str, language: str | None) -> tuple[str, ...]:
        """Their codes."""
        others = OF_THEIR_SCRIPT if THEIR_SCRIPT.search(text) else ()
        codes = self.sections if language is None else dict.fromkeys((language, EVERYWHERE, *others))
        return tuple(code for code in codes if code in self.sections)


def _numbered(text: str) -> str:
    """A text in which one number stands for each."""
    return NUMBER.sub(ANY_NUMBER, text)


def _begun(text: str) -> tuple[str, list[tuple[str, int]]]:
    """A text so, and the keys under which phrases may begin in it, and where."""
    text = _numbered(text)
    return text, list(_starts(text, UNSPACED.search(text) is not None))


def _places(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """How many different parts of a text some spans cover, of which some lie within others."""
    parts, end = [], -1
    for start, stop in sorted(spans):
        if start >= end:
            parts.append(start)
        end = max(end, stop)
    return len({text[at : at + KEY] for at in parts})


def _parts(key: str) -> tuple[str, ...]:
    """The keys under which shorter stems of a word are found."""
    return tuple(key[:size] for size in range(UNSPACED_KEY, min(KEY, len(key))))


def _shows(text: str, words: set[str], stems: set[str], sizes: Collection[int]) -> bool:
    """Whether a text has one of some words, or one that begins with one of some stems; of scripts without blanks, any
    two signs of which one is made. sizes: how many characters of a word may be a stem."""
    own = WORD.findall(text)
    if not words.isdisjoint(own) or any(not stems.isdisjoint([word[:size] for word in own]) for size in sizes):
        return True
    runs = () if text.isascii() or not stems else RUN.finditer(text)
    return any(text[at : at + UNSPACED_KEY] in stems for run in runs for at in range(*run.span()))


def _starts(text: str, unspaced: bool) -> Iterator[tuple[str, int]]:
    """The keys under which a phrase may begin in a text, and where. unspaced: whether it has letters of a script
    without blanks."""
    for word in WORD.finditer(text):
        start, end = word.span()
        if unspaced and UNSPACED.search(text, start, end):
            yield from ((text[at : at + UNSPACED_KEY], at) for at in range(start, end))
        yield text[start : min(end, start + KEY)], start


def _ends_there(text: str, end: int, phrase: Phrase) -> bool:
    """Whether a phrase's last word ends where the phrase does, or may go on."""
    return phrase.stem or end >= len(text) or not text[end].isalnum() or bool(UNSPACED.match(text[end - 1]))
