"""The lexicon files of all languages, read and added up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from newsclean.evidence.capitals import NO_ACCENTS, with_capitals
from newsclean.evidence.folding import NEAR, Nearby
from newsclean.evidence.hashing import KnownHashes
from newsclean.evidence.lexicon import CREDIT, INDEX, KEYS, TIMESTAMP, Lexicon, Phrases
from newsclean.evidence.lexicon_file import read_lexicon_file
from newsclean.evidence.tokens import hash_pairs, hash_words
from newsclean.evidence.voices import voices_of


def read_languages() -> Iterator[dict[str, Any]]:
    """The lexicon files, in the order of their codes."""
    folder = files("newsclean") / "data" / "lexicon"
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".toml"):
            yield read_lexicon_file(path.read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The lexicons of all languages, read on the first call and kept."""
    book = Lexicon()
    stops: list[tuple[str, int]] = []
    months: list[str] = []
    for number, language in enumerate(read_languages()):
        book.languages.append(language["code"])
        _add_cues(book, with_capitals(language) if language["code"] in NO_ACCENTS else language)
        words = language.get("words", {})
        stops += [(word, number) for word in words.get("stop", ())]
        if "me" in words:
            book.voices[number] = voices_of(words, language.get("appeal", {}).get("your", ()))
        months += language.get("dates", {}).get("months", ())
    for table in (book.start, book.end):
        for rows in table.values():
            rows.sort(key=lambda row: -len(row[0]))
    book.openings = _nearby(book.start)
    book.closings = _nearby(book.end, slice(-NEAR, None))
    book.brief = {key[0] for key in book.openings if len(key) < NEAR} | {
        key[-1] for key in book.closings if len(key) < NEAR
    }
    book.credits = _nearby({key: [row for row in rows if row[1] == CREDIT] for key, rows in book.start.items()})
    opening = {phrase for rows in book.start.values() for phrase, family in rows if family == CREDIT}
    book.agencies = frozenset(book.people["agency"] - opening)
    book.ago_openings = {f"{word} "[:2] for word in book.ago}
    _add_words(book, stops, months)
    return book


def _nearby(table: Phrases, part: slice = slice(NEAR)) -> Nearby:
    near: dict[str, list[str]] = {}
    for rows in table.values():
        for phrase, _ in rows:
            near.setdefault(phrase[part], []).append(phrase)
    return {key: tuple(phrases) for key, phrases in near.items()}


def _add_words(book: Lexicon, stops: list[tuple[str, int]], months: list[str]) -> None:
    """Function words, with the number of their language, and the names of months."""
    stops = [(form, number) for word, number in stops for form in _written(word)]
    months = [form for word in months for form in _written(word)]
    in_han = sorted({month[-2:] for month in months if month[0] >= "\u4e00" and len(month) > 1 and month[-1] == "月"})
    words = hash_words([*(word for word, _ in stops), *months])
    hashes, place = np.unique(np.concatenate((words, hash_pairs(in_han))), return_inverse=True)
    book.words = KnownHashes(hashes)
    book.stops = np.zeros((len(book.languages), len(hashes)), np.bool_)
    book.stops[[number for _, number in stops], place[: len(stops)]] = True
    book.counted = np.ascontiguousarray(book.stops.T, np.float32)
    book.months = np.zeros(len(hashes), np.bool_)
    book.months[place[len(stops) :]] = True


def _written(word: str) -> tuple[str, ...]:
    """The forms in which a folded word is written in small letters: Greek has a sigma of its own for a word's end."""
    return (word, f"{word[:-1]}ς") if word.endswith("σ") else (word,)


def _add_cues(book: Lexicon, language: dict[str, Any]) -> None:
    for name, phrases in language.get("start", {}).items():
        for phrase in phrases:
            book.start.setdefault(phrase[: KEYS[-1]], []).append((phrase, INDEX[name]))
    for name, phrases in language.get("end", {}).items():
        for phrase in phrases:
            book.end.setdefault(phrase[-KEYS[-1] :], []).append((phrase, INDEX[name]))
    for name, phrases in language.get("whole", {}).items():
        for phrase in phrases:
            book.whole[phrase] = (*book.whole.get(phrase, ()), INDEX[name])
    for phrase in language.get("within", {}).get("also", ()):
        opening, _, rest = phrase.partition("...")
        book.within.append((opening, rest.strip()))
    boilerplate = language.get("boilerplate", {}).get("lines", "").splitlines()
    book.line.add(language.get("line", {}), boilerplate, language.get("rule", ()))
    book.caption.add(language.get("caption", {}))
    book.bio.add(language.get("bio", {}))
    book.appeal.add(language["code"], language.get("appeal", {}), language.get("words", {}).get("stop", ()))
    book.machine.add(language["code"], language.get("machine", {}), language.get("words", {}).get("stop", ()))
    notice = language.get("notice", {})
    book.notice_titles.update(notice.get("title", ()))
    book.notices += notice.get("within", ())
    book.vague_notices.update(notice.get("vague", ()))
    for key, phrases in language.get("author", {}).items():
        book.people[key].update(phrases)
    book.comments.add(language.get("words", {}).get("comments", ()))
    book.replies.add(language.get("words", {}).get("replies", ()))
    dates = language.get("dates", {})
    book.weekdays.update(dates.get("weekdays", ()))
    book.changed += tuple(dates.get("changed", ()))
    for phrase in (*dates.get("ago", ()), *dates.get("reading", ())):
        if " " in phrase or not phrase[0].isascii():
            book.end.setdefault(phrase[-KEYS[-1] :], []).append((phrase, TIMESTAMP))
        else:
            book.ago.add(phrase)
