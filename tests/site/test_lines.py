"""Lines as numbers: what makes two lines the same line."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.site.lines import DATED, IDEOGRAPH, hash_lines, hash_texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 comments", "12 Comments:"),
        ("Published 12 May 2021, 10:30", "published 3 Jun 2022 at 9:05".replace(" at", "")),
        ("5 minutes ago", "2 hours ago"),
        ("Mittwoch, 3. März 2021", "Freitag, 12. November 2022"),
        ("12 мая 2021", "3 июня 2022"),
        ("2021年5月3日", "2022年12月24日"),
        ("Étude «faite»", "e\u0301tude - faite"),
        ("Straße", "STRAßE"),
        ("It’s  here…", "it's here"),
        ("２３ replies", "7 replies"),
    ],
)
def test_a_line_is_the_same_line_in_another_dress(one: str, other: str) -> None:
    a, b = hash_lines(f"{one}\n{other}\n").hashes
    assert a == b != 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sport", "Sports"),
        ("ab", "ba"),
        ("May is late", "June is late"),
        ("नमस्ते दुनिया", "नमस्ते भारत"),
        ("한국", "홍콩"),
        ("𠀀", "𠀁"),
    ],
)
def test_other_lines_are_other_lines(one: str, other: str) -> None:
    a, b = hash_lines(f"{one}\n{other}\n").hashes
    assert a != b


def test_hashes_are_the_same_on_every_machine() -> None:
    assert hash_lines("Most read\nMehr über Köln\n").hashes.tolist() == [3067977675764892800, 9219020501153932555]


def test_lines_without_letters_are_none() -> None:
    lines = hash_lines("12:30\n\n- - -\na\n")
    assert lines.hashes[:3].tolist() == [0, 0, 0]
    assert lines.letters.tolist() == [0, 0, 0, 1]


BASE = 0x9E3779B97F4A7C15
text_lines = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=30), max_size=8)


@given(st.lists(text_lines, max_size=6))
def test_a_line_has_one_hash_whatever_stands_around_it(pages: list[list[str]]) -> None:
    lines, bounds = hash_texts("".join(line + "\n" for line in page) for page in pages)
    assert np.diff(bounds).tolist() == [len(page) for page in pages]
    assert lines.hashes.tolist() == [int(hash_lines(line + "\n").hashes[0]) for page in pages for line in page]


WORDS = [
    "May",
    "mai",
    "Days",
    "3",
    "12:30",
    "comments",
    "ago",
    "mars",
    "мая",
    "月",
    "Étude",
    "œuvre",
    "ﷺ",
    "😀",
    "\ud800",
]
mixed_lines = st.lists(st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=6).map(" ".join), max_size=8)


@given(mixed_lines)
def test_lines_are_hashed_as_the_rules_say_letter_by_letter(lines: list[str]) -> None:
    lines = [line.replace("\n", " ") for line in lines]
    found = hash_lines("".join(line + "\n" for line in lines))
    assert list(zip(found.hashes.tolist(), found.letters.tolist(), strict=True)) == [by_hand(line) for line in lines]


def by_hand(line: str) -> tuple[int, int]:
    """Hash and letters of one line, by the rules and without numpy."""
    folded = letters_of(line)
    if len(line) <= DATED and re.search("[0-9]", line):
        words = re.findall("[^\x00-@[-`{-\x7f]+", line)
        undated = letters_of(" ".join(word for word in words if lower_ascii(word) not in calendar()))
        folded = undated or ([0x64617465] if folded else [])
        if folded and not undated:
            return 0x64617465, 1
    total = sum(letter * pow(BASE, place, 1 << 64) for place, letter in enumerate([*folded, ord("\n")]))
    count = sum(IDEOGRAPH if letter >= 0x2E80 else 1 for letter in folded)
    return (mixed(total % (1 << 64)) if folded else 0), count


def letters_of(text: str) -> list[int]:
    return [letter(char) for char in text if ord(char) >= 0x20000 or char.isalpha()]


def letter(char: str) -> int:
    parts = unicodedata.normalize("NFKD", char)
    if ord(char) >= 0x20000:  # whatever it is, it counts as it stands
        return ord(char)
    whole = any(unicodedata.category(mark)[0] != "M" for mark in parts[1:])
    return ord((char if whole else parts[0]).lower()[0])


def lower_ascii(word: str) -> str:
    return "".join(char.lower() if char < "\x80" else char for char in word)


def mixed(value: int) -> int:
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        value = (value ^ (value >> shift)) * factor % (1 << 64)
    return value ^ (value >> 31)


@cache
def calendar() -> frozenset[str]:
    text = files("newsclean").joinpath("data/calendar.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
