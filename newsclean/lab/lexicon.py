"""Counts how often each lexicon phrase stands on lines of the gold body and elsewhere: `newsclean lab lexicon`."""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from newsclean.cli_arguments import natural
from newsclean.evidence.folding import folded, unmarked
from newsclean.evidence.lexicon import PREFIX, TRAILING
from newsclean.evidence.lexicons import read_languages
from newsclean.lab.bars import track
from newsclean.lab.corpora import Record, add_corpora, corpora_folder
from newsclean.lab.renderings import rendered

CORPORA = ("fundus", "news_websites", "crf_article_extractor", "clean_portal_eval", "wcxb_articles", "readability")
SECTIONS = ("start", "whole", "end")
WORD = re.compile(r"\w+")
SHINGLE, IN_BODY = 4, 0.7
"""Words of a shingle, and the share of a line's from which the line is of the body."""
KEY = 3
"""Characters of a phrase's beginning, or end, by which phrases are looked up."""

Place = tuple[str, str, str, str]  # language, section, family, phrase
Lines = Iterable[tuple[str, str, bool]]  # page's language, folded line, is it of the body


@dataclass(frozen=True, slots=True)
class PhraseHits:
    """Lines of the corpora on which a phrase counts.

    `home_body` and `home_other` are the hits on pages of the phrase's own language; `body` and `other` those on all
    pages, for all lexicons are looked up on every page.
    """

    code: str
    section: str
    family: str
    phrase: str
    body: int
    other: int
    home_body: int
    home_other: int

    @property
    def precision(self) -> float:
        """Share of the hits that are not of the body; 1.0 for a phrase never seen."""
        total = self.body + self.other
        return self.other / total if total else 1.0


def shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def labelled_lines(page: Record, text: str) -> Iterator[tuple[str, bool]]:
    """Each line of a page's text, folded, and whether it is of the gold body.

    It is where at least 70 % of its four-word shingles are, or its whole text; a line of less than four words only
    where it is a paragraph of its own.
    """
    body = " ".join(folded(page["body"]).split())
    paragraphs = {" ".join(folded(line).split()) for line in page["body"].splitlines()}
    known = shingles(WORD.findall(body))
    for line in text.splitlines():
        line = " ".join(folded(line).split())
        words = WORD.findall(line)
        if len(words) < SHINGLE:
            if line:
                yield line, line in paragraphs or (len(line) >= 20 and line in body)
            continue
        own = shingles(words)
        yield line, line in body or len(own & known) >= IN_BODY * len(own)


def corpus_lines(corpora: Iterable[str] = CORPORA, folder: Path | None = None) -> Iterator[tuple[str, str, bool]]:
    """The lines of all pages with a gold body, as resiliparse renders the whole page."""
    for corpus in corpora:
        for page, text in track(list(rendered(corpus, folder or corpora_folder(), "resiliparse")), corpus):
            if page["body"]:
                for line, in_body in labelled_lines(page, text):
                    yield page["lang"] or "und", line, in_body


def places() -> list[Place]:
    """Every cue phrase with where it stands."""
    return [
        (language["code"], section, family, phrase)
        for language in read_languages()
        for section in SECTIONS
        for family, phrases in language.get(section, {}).items()
        for phrase in phrases
    ]


def index(every: Iterable[Place]) -> dict[str, dict[str, list[Place]]]:
    """{section: {first or last characters, the whole phrase for "whole": its places}}."""
    found: dict[str, dict[str, list[Place]]] = {section: defaultdict(list) for section in SECTIONS}
    for place in every:
        phrase = place[3]
        key = {"start": phrase[:KEY], "end": phrase[-KEY:], "whole": phrase}[place[1]]
        found[place[1]][key].append(place)
    return found


def bounded(left: str, right: str) -> bool:
    """Whether a word ends between two characters; scripts without blanks show no ends, so there any place will do."""
    return not (left.isalnum() and right.isalnum()) or max(left, right) >= "\u3040" or "\u0e00" <= left <= "\u0eff"


def matches(line: str, table: dict[str, dict[str, list[Place]]]) -> Iterator[Place]:
    """The phrases that count on a folded line."""
    head = unmarked(line)
    if len(line) <= PREFIX:
        yield from table["whole"].get(head.rstrip(TRAILING), ())
    for size in range(1, KEY + 1):
        for place in table["start"].get(head[:size], ()) if len(head) >= size else ():
            phrase = place[3]
            if head.startswith(phrase) and bounded(phrase[-1], head[len(phrase) : len(phrase) + 1]):
                yield place
    tail = line.rstrip(" .\u200b")
    for size in range(1, KEY + 1):
        for place in table["end"].get(tail[-size:], ()) if len(tail) >= size else ():
            before = len(tail) - len(place[3])
            if tail.endswith(place[3]) and bounded(tail[max(before - 1, 0) : before], place[3][0]):
                yield place


def phrase_hits(lines: Lines) -> list[PhraseHits]:
    """The hits of every phrase of every lexicon on the lines, in the order of the files."""
    every = places()
    table = index(every)
    counts: Counter[tuple[Place, bool, bool]] = Counter()
    for lang, line, in_body in lines:
        for place in matches(line, table):
            counts[place, place[0] == lang, in_body] += 1
    return [
        PhraseHits(
            *place,
            body=counts[place, True, True] + counts[place, False, True],
            other=counts[place, True, False] + counts[place, False, False],
            home_body=counts[place, True, True],
            home_other=counts[place, True, False],
        )
        for place in every
    ]


def worst(hits: Iterable[PhraseHits], count: int = 40) -> list[PhraseHits]:
    """The phrases that stand on most lines of the body for the lines they catch: lowest precision, then most hits."""
    seen = [hit for hit in hits if hit.body]
    return sorted(seen, key=lambda hit: (hit.precision, -hit.body, hit.code, hit.phrase))[:count]


def print_worst(console: Console, hits: list[PhraseHits], count: int) -> None:
    table = Table(
        "code", "where", "phrase", "body", "other", "own body", "own other", "precision", title="Worst phrases"
    )
    for hit in worst(hits, count):
        numbers = (hit.body, hit.other, hit.home_body, hit.home_other)
        table.add_row(hit.code, f"{hit.section}.{hit.family}", hit.phrase, *map(str, numbers), f"{hit.precision:.2f}")
    console.print(table)


def print_languages(console: Console, hits: list[PhraseHits], show_unseen: bool) -> None:
    table = Table("code", "phrases", "never seen", "hits", "of the body", title="By language")
    for code in sorted({hit.code for hit in hits}):
        own = [hit for hit in hits if hit.code == code]
        unseen = [hit for hit in own if not hit.body + hit.other]
        body, total = sum(hit.body for hit in own), sum(hit.body + hit.other for hit in own)
        table.add_row(code, str(len(own)), str(len(unseen)), str(total), f"{body / total:.1%}" if total else "-")
        if show_unseen:
            console.print(f"[b]{code}[/b] never seen: " + " | ".join(hit.phrase for hit in unseen), highlight=False)
    console.print(table)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `newsclean lab lexicon`, for `run`."""
    add_corpora(parser)
    parser.add_argument("--corpus", nargs="+", default=list(CORPORA), help="corpora to read")
    parser.add_argument("--lang", nargs="+", help="codes of the lexicons to show; all unless given")
    parser.add_argument("--worst", type=natural, default=40, help="how many phrases to show (default: 40)")
    parser.add_argument("--unseen", action="store_true", help="also list the phrases that no page shows")
    parser.set_defaults(refuse=parser.error)


def run(given: argparse.Namespace) -> int:
    """Print the table of the worst phrases, and what each language's lexicon met; the exit status."""
    codes = {language["code"] for language in read_languages()}
    if unknown := sorted(set(given.lang or ()) - codes):
        given.refuse(f"no lexicon of {', '.join(unknown)}; there are {', '.join(sorted(codes))}")
    hits = phrase_hits(corpus_lines(given.corpus, corpora_folder(given.corpora)))
    shown = [hit for hit in hits if not given.lang or hit.code in given.lang]
    console = Console()
    print_worst(console, shown, given.worst)
    print_languages(console, shown, given.unseen)
    return 0
