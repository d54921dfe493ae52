"""The letters of languages, by which encodings are detected: `newsclean lab letters`."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rich.console import Console

from newsclean.evidence.lexicons import read_languages
from newsclean.lab.fixtures import load_cases
from newsclean.reading.detect import ALPHABET, ENCODINGS, is_letter

LETTERS = Path(__file__).resolve().parents[1] / "data" / "letters.toml"
MOST = 1200
"""Letters that are kept of a language."""
LEAST = 0.0005
"""Share of a language's letters beyond ASCII that one has at least, where it is no ideograph and no syllable."""
CEDILLAS = {"ș": "ş", "ț": "ţ"}
"""Romanian letters that older encodings have with a cedilla only."""
FEWEST = 2
"""Texts that a letter stands in."""


def texts() -> Iterator[tuple[str, str]]:
    """(language, text) of all fixtures and lexicons."""
    for case in load_cases():
        yield case.lang, "\n".join(block.text for block in case.explain().blocks)
    for language in read_languages():
        for section in ("start", "whole", "end"):
            for phrases in language.get(section, {}).values():
                yield language["code"], "\n".join(phrases)


def script(language: str, text: str) -> str:
    """The language, with the script where it is written in two that have encodings of their own."""
    if language != "zh":
        return language
    traditional = sum(_is_in("big5", sign) and not _is_in("gb2312", sign) for sign in text)
    simplified = sum(_is_in("gb2312", sign) and not _is_in("big5", sign) for sign in text)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


@cache
def has_codec(letter: str) -> bool:
    """Whether a letter is in any of the encodings, GB 18030 aside, which has all."""
    return letter in CEDILLAS or any(_is_in(encoding, letter) for encoding in ENCODINGS if encoding != "gb18030")


def _is_in(encoding: str, sign: str) -> bool:
    return len(sign.encode(encoding, "ignore")) > 0


def letters() -> dict[str, str]:
    """{language: its letters beyond ASCII, the more frequent first}; languages without any have none."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for language, text in texts():
        found = Counter(sign for sign in text.lower() if is_letter(sign) and has_codec(sign))
        found += Counter({CEDILLAS[sign]: times for sign, times in found.items() if sign in CEDILLAS})
        counts[script(language, text)] += found
        places[script(language, text)].update(found.keys())
    ranked = {language: _ranked(counts[language], places[language]) for language in sorted(counts)}
    return {language: row for language, row in ranked.items() if row and language != "und"}


def _ranked(count: Counter[str], places: Counter[str]) -> str:
    """The letters of a language, the more frequent first, without those of a quotation, a name or a damaged page."""
    usual = [letter for letter, texts in places.items() if texts >= FEWEST]
    if len(usual) < ALPHABET:
        usual = [letter for letter in usual if count[letter] >= LEAST * count.total()]
    return "".join(sorted(usual, key=lambda letter: (-count[letter], letter))[:MOST])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab letters`."""
    parser.add_argument("--out", type=Path, default=LETTERS, help="file that is written (default: the package's own)")


def run(arguments: argparse.Namespace) -> int:
    """Count, write, say of how many languages."""
    found = letters()
    lines = [f'{language} = "{row}"\n' for language, row in found.items()]
    arguments.out.write_text("# Letters beyond ASCII, the more frequent first.\n" + "".join(lines), encoding="utf-8")
    Console(stderr=True).print(f"letters of {len(found)} languages: {arguments.out}")
    return 0
