"""Machine words: by what a line says that a machine made a part of the page, from the section `machine`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntFlag
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple

from newsclean.evidence.appeal_words import EVERYWHERE, OF_THEIR_SCRIPT, ON, THEIR_SCRIPT
from newsclean.evidence.folding import UNSPACED
from newsclean.evidence.line_phrases import evened_all
from newsclean.reading.sentence_ends import ENDS

COVERED, COVERED_UNSPACED = 0.7, 0.8
"""Share of a line's letters that such words and the language's function words have, at least; in a script without
blanks, where they may be found in others."""
CARES = 2
"""Different words of care that make a note of a line which names no part of the page, at least."""
LETTER = r"[\w\u0900-\u0dff]"
"""A letter, or a vowel sign of a script of India."""
LABEL = 4
"""Words of a label, at most, in which it is enough that a machine is named and what it did."""
WORD_BEGINS = rf"(?:(?<!{LETTER})|(?<={UNSPACED.pattern}))"
WORD_ENDS = rf"(?:(?!{LETTER})|(?={UNSPACED.pattern}))"
"""Where a word begins and ends: also beside a script without blanks."""
NEVER = re.compile(r"(?!)")


class Says(IntFlag):
    """What a phrase says: who or what made it; how it was made; which part of the page it is; that this is a summary;
    and what such lines warn of, or ask for."""

    BY = 1
    MADE = 2
    PART = 4
    SUMMARY = 8
    CARE = 16


class Note(NamedTuple):
    """A line that says so, and whether it speaks of a summary."""

    summary: bool


class Language:
    """A language's phrases, its function words among them: what each says, of stems by how they begin; what finds those
    that name a machine, and all of them."""

    def __init__(self, section: Mapping[str, Sequence[str]], stops: Collection[str]) -> None:
        """From a section of the language's file and its function words."""
        stops = evened_all(stops)
        self.says: dict[str, Says] = {stop: Says(0) for stop in stops}
        for name, entries in section.items():
            for entry in evened_all(entries):
                says = Says[name.upper()]
                if says is not Says.CARE or entry not in stops:  # a function word is one of no care
                    self.says[entry] = self.says.get(entry, Says(0)) | says
        self.stems = {entry.removesuffix(ON): said for entry, said in self.says.items() if entry.endswith(ON)}
        self.by = _pattern(entry for entry, said in self.says.items() if said & Says.BY)

    @cached_property
    def any(self) -> re.Pattern[str]:
        """What finds any phrase: made for the first line that names a machine, since that takes a while."""
        return _pattern(self.says)

    def read(self, line: str) -> Note | None:
        """What a folded and evened line says in this language, where it is such a note."""
        found = [match.group() for match in self.any.finditer(line)]
        covered = sum(map(_letters, found))
        least = COVERED_UNSPACED if UNSPACED.search(line) else COVERED
        if covered < least * _letters(line):
            return None
        each = {text: self._said(text) for text in found}
        says = reduce(or_, each.values(), Says(0))
        cares = sum(bool(said & Says.CARE) for said in each.values())
        named = bool(says & (Says.PART | Says.SUMMARY)) and bool(says & (Says.MADE | Says.CARE))
        label = bool(says & Says.MADE) and len(line.split()) <= LABEL and line[-1:] not in ENDS
        if not says & Says.BY or not (named or label or cares >= CARES):
            return None
        return Note(bool(says & Says.SUMMARY))

    def _said(self, text: str) -> Says:
        """What a found phrase says: itself, and each stem of which it is a word."""
        stems = (said for stem, said in self.stems.items() if text.startswith(stem))
        return reduce(or_, stems, self.says.get(text, Says(0)))


@dataclass(slots=True)
class MachineWords:
    """The sections of all languages, with their function words, and the phrases of those that were asked for."""

    sections: dict[str, tuple[Mapping[str, Sequence[str]], Collection[str]]] = field(default_factory=dict)
    languages: dict[str, Language] = field(default_factory=dict)

    def add(self, code: str, section: Mapping[str, Sequence[str]], stops: Collection[str] = ()) -> None:
        """Adds a language's phrases, in the form of its file, in place of what it had. stops: its function words."""
        if section:
            self.sections[code] = section, stops
            self.languages.pop(code, None)

    def naming(self, lines: Sequence[str], language: str | None) -> list[int]:
        """Which of some folded and evened lines name a machine, on a page of a language: few, on most pages none."""
        text = "\n".join(lines)
        read = self._of(text, language)
        if not any(one.by.search(text) for one in read):
            return []
        return [i for i, line in enumerate(lines) if any(one.by.search(line) for one in read)]

    def read(self, line: str, language: str | None) -> Note | None:
        """What a folded and evened line says, where it is such a note in the page's language or in English."""
        return next((note for one in self._of(line, language) if (note := one.read(line))), None)

    def _of(self, text: str, language: str | None) -> list[Language]:
        """The languages in which a text is read on a page of one."""
        others = OF_THEIR_SCRIPT if THEIR_SCRIPT.search(text) else ()
        codes = dict.fromkeys((language, EVERYWHERE, *others))
        return [self._language(code) for code in codes if code in self.sections]

    def _language(self, code: str) -> Language:
        """A language's phrases, made when it is first asked for."""
        if code not in self.languages:
            self.languages[code] = Language(*self.sections[code])
        return self.languages[code]


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """What finds some phrases, the longest first: as whole words, with what may follow a stem; within a run of a script
    without blanks anywhere."""
    entries = sorted(phrases, key=len, reverse=True)
    spaced = [_escaped(entry) for entry in entries if not UNSPACED.match(entry)]
    unspaced = [_escaped(entry) for entry in entries if UNSPACED.match(entry)]
    whole = [rf"{WORD_BEGINS}(?:{'|'.join(spaced)}){WORD_ENDS}"] if spaced else []
    return re.compile("|".join([*whole, *unspaced])) if entries else NEVER


def _escaped(entry: str) -> str:
    return re.escape(entry[: -len(ON)]) + rf"{LETTER}*" if entry.endswith(ON) else re.escape(entry)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
